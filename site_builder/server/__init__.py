"""The live preview and the annotation editor.

Input: requests. Output: rebuilt pages, and edits of files under content/.
"""
