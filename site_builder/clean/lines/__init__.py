"""A text or Markdown scrape as lines, each with the kind that its own words show.

Input: text. Output: ``Line``s, and what they say of an article's head and of its parts.
"""
