"""Tests in a real browser, of what readers touch."""
