"""Text becomes marks: words, readings, meanings, pairs, hashtags, anchors.

Input: flat texts and what editors said. Output: values with spans in code points. It never sees HTML.
"""
