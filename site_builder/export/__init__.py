"""What leaves the site besides its pages: feeds, a sitemap, citations, data files and study packs.

Input: the site's settings, its index, annotated articles. Output: text or bytes; nothing here writes.
``export.files`` gives all files of an article, a topic and the site, each with its path.
"""
