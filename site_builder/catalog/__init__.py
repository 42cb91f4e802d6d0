"""The facts of all articles become the index, the plan of pages and the problems of the whole site.

Input: facts, settings. Output: values.
"""
