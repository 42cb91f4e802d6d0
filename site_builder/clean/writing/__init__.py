"""Markdown out of elements and of text, escaped, so that Python-Markdown reads back what was there; and references."""
