"""The only readers and writers of disk and network: content, seeds, cache, output.

Input: paths. Output: values, and issues for what could not be read.
"""
