"""Feeds, sitemap, study packs and data files.

Input: the index and articles. Output: bytes, the same for the same input.
"""
