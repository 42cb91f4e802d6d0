"""Markdown becomes safe HTML and flat text; marks are woven in; pages go through Jinja.

Input: values. Output: HTML as strings. The one place where markup is sanitised.
"""
