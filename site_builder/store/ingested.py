"""What was last ingested, beside what people made of it: the base of a three-way merge.

Input: the site and a slug. Output: the article as ingest wrote it, kept in ``content/.ingested/<slug>.md``.
"""

from __future__ import annotations

from pathlib import Path

from site_builder.model.article import Article
from site_builder.store.content import dump_article, parse_article
from site_builder.store.files import read_text, write_atomic


def read_base(root: Path, slug: str) -> Article | None:
    """Return the article as it was last ingested, or None where that is not known."""
    path = _path(root, slug)
    text = read_text(path, path.name, root)[0] if path.is_file() else None
    return parse_article(text, f"content/articles/{slug}.md")[0] if text else None


def write_base(root: Path, article: Article) -> None:
    """Keep ``article`` as the base of later merges."""
    write_atomic(_path(root, article.slug), dump_article(article))


def _path(root: Path, slug: str) -> Path:
    return root / "content" / ".ingested" / f"{slug}.md"
