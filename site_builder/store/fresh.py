"""New content: the first text of an article or topic, a term at the end of the glossary.

Input: the folder of the site and a title. Output: the path that was written, or an issue that says why none was.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml

from site_builder.model.article import Article
from site_builder.model.issue import Issue, Where
from site_builder.store import patch
from site_builder.store import slug as slugs
from site_builder.store.content import dump_article
from site_builder.store.editorial import read_editorial
from site_builder.store.files import read_text, write_atomic

Made = tuple[str, tuple[Issue, ...]]


def add_page(root: Path, what: Literal["article", "topic"], title: str, slug: str | None = None) -> Made:
    """Write a new draft article or a new topic; a file that is there stays as it is."""
    title = " ".join(title.split())
    name = slug if slug is not None else slugs.suggestion(title)
    shown = f"content/{what}s/{name}.md"
    if fault := slugs.fault(name):
        return "", (Issue(Where(shown), "E018", f'slug cannot be "{name}": {fault}', hint="give one with --slug"),)
    if (root / shown).exists():
        return "", (Issue(Where(shown), "E019", "is there already", hint="give another --slug"),)
    text = dump_article(Article(name, title, "", status="draft")) if what == "article" else _topic(title)
    write_atomic(root / shown, text + "\n")
    return shown, ()


def _topic(title: str) -> str:
    head = yaml.dump({"title": title, "summary": ""}, allow_unicode=True, sort_keys=False, width=10**9)
    return f"---\n{head}terms: []\n---\n"


def add_term(root: Path, term: str) -> Made:
    """Add an entry for ``term`` at the end of the glossary; what stands there stays, comments too."""
    shown = "content/glossary.yaml"
    term = term.strip()
    editorial, issues = read_editorial(root)
    broken = tuple(issue for issue in issues if issue.where.path == shown)
    if broken:
        return "", broken
    taken = [entry.where for entry in editorial.glossary if entry.term == term]
    if taken or not term:
        return "", (Issue(taken[0] if taken else Where(shown), "E023", f'"{term}" has an entry already'),)
    text = (read_text(root / shown, shown, root)[0] or "") if (root / shown).exists() else ""
    try:
        write_atomic(root / shown, patch.append(text, {"term": term, "reading": "", "english": []}))
    except patch.Unpatchable:
        return "", (Issue(Where(shown), "E014", "is not a list of entries", hint="write the entry by hand"),)
    return shown, ()
