"""A scrape becomes articles as Markdown, with a ledger of every line.

Input: bytes or text of one scrape. Output: articles, a ledger, issues. Nothing here touches the disk.
"""
