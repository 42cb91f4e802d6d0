"""A text or Markdown scrape taken apart: its articles, their parts, and what stands between them."""
