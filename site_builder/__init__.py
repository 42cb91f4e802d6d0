"""The annotated China-media reader: scrapes in, an annotated static site out."""

__version__ = "0.1.0"
