"""The editor's desk: fetches what a decision needs from disk, and carries the decision out.

Input: edits as JSON values. Output: HTTP status and a JSON object; files under content/annotations/.
"""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path

from site_builder.model.article import Article
from site_builder.model.text import ArticleText
from site_builder.render.body import to_html
from site_builder.render.flat import flatten
from site_builder.server import editor
from site_builder.store import slug as slugs
from site_builder.store import templates
from site_builder.store.content import parse_article, read_articles
from site_builder.store.editorial import parse_notes
from site_builder.store.files import read_text, write_atomic


class Desk:
    """One person's editing of one site; ``token`` is the secret that its pages send back."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.token = secrets.token_urlsafe(24)

    def tool(self, name: str) -> bytes:
        """Return the editor's script or style."""
        places = (folder / "editor" / name for folder in templates.folders(self._root))
        return next((place.read_bytes() for place in places if place.is_file()), b"")

    def notes(self, slug: str) -> dict[str, object]:
        """Return the notes of an article and their version."""
        file = self._file(slug) if not slugs.fault(slug) else None
        notes, _ = parse_notes(file or "", "")
        return {"base": editor.version(file or ""), "notes": [editor.plain(note) for note in notes]}

    def edit(self, slug: str, data: object) -> tuple[int, dict[str, object]]:
        """Carry out the edit in ``data``; return an HTTP status and what to tell the person."""
        edit = editor.read_edit(data)
        if isinstance(edit, editor.Refusal):
            return 400, {"message": edit.message, "field": edit.field}
        file = self._file(slug) if not slugs.fault(slug) and slug == edit.article else None
        if file is None:
            return 400, {"message": "there are no notes for this page", "field": ""}
        today = dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
        answer = editor.decide(edit, editor.State(file, self._text(slug), today))
        if isinstance(answer, editor.Conflict):
            return 409, {"message": answer.message}
        if isinstance(answer, editor.Refusal):
            return 422, {"message": answer.message, "field": answer.field}
        write_atomic(self._path(slug), answer.text)
        return 200, {"id": answer.id, "base": editor.version(answer.text)}

    def _path(self, slug: str) -> Path:
        return self._root / "content/annotations" / f"{slug}.yaml"

    def _file(self, slug: str) -> str | None:
        """Return the text of an article's notes, "" where there are none yet, None where they cannot be read."""
        path = self._path(slug)
        return read_text(path, path.name, self._root)[0] if path.exists() or path.is_symlink() else ""

    def _text(self, slug: str) -> ArticleText | None:
        article = self._article(slug)
        return ArticleText(article.title, article.dek, flatten(to_html(article.body)[0])) if article else None

    def _article(self, slug: str) -> Article | None:
        """Return the article ``slug``: most have it as the name of their file."""
        path = self._root / "content/articles" / f"{slug}.md"
        if path.is_file() and (text := read_text(path, path.name, self._root)[0]) is not None:
            article, _ = parse_article(text, path.name)
            if article is not None and article.slug == slug:
                return article
        return next((article for article in read_articles(self._root)[0] if article.slug == slug), None)
