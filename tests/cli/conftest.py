"""A small site to run commands on."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with one article that has a Chinese word."""
    articles = tmp_path / "content/articles"
    articles.mkdir(parents=True)
    (articles / "tea.md").write_text("---\ntitle: Tea houses\n---\n\nThe tea house (茶馆) is old.\n")
    return tmp_path
