"""The ingest program: scrapes in, articles under content/ out; straight-line.

Input: the site and paths. Output: what was done with each scrape. A file that a person has edited is never overwritten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from pathlib import Path
from typing import Literal

from site_builder.clean.dispatch import clean
from site_builder.clean.merge import merge_article
from site_builder.clean.similar import find_same
from site_builder.clean.topics import propose
from site_builder.model.article import Article
from site_builder.model.editorial import Topic
from site_builder.model.issue import Issue, Where
from site_builder.model.scrape import Cleaned, Draft, Evidence
from site_builder.store import content, ingested, scrapes, slug
from site_builder.store.profiles import read_profiles

Fate = Literal["new", "unchanged", "updated", "edited", "merged", "conflict", "duplicate"]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one draft: its file, its fate, the difference of texts, a sentence for people."""

    path: str
    fate: Fate
    title: str
    note: str = ""
    diff: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """One scrape, cleaned and filed."""

    name: str
    cleaned: Cleaned
    results: tuple[Result, ...] = ()


@dataclass(slots=True)
class _Shelf:
    """The articles of the site while an ingest goes on."""

    root: Path
    articles: dict[str, Article]
    topics: tuple[Topic, ...]
    merge: bool
    issues: list[Issue] = field(default_factory=list)


def ingest(
    root: Path, paths: Sequence[str] = (), *, merge: bool = False, told: Callable[[Done], None] = lambda _: None
) -> tuple[tuple[Done, ...], tuple[Issue, ...]]:
    """Clean every scrape under ``paths`` and file its articles; ``told`` hears of each scrape when it is done.

    With ``merge``, what a person edited and what the scrape changed are merged, and duplicates are joined.
    """
    articles, found = content.read_articles(root)
    topics, more = content.read_topics(root)
    profiles, wrong = read_profiles(root)
    shelf = _Shelf(root, {article.path: article for article in articles}, topics, merge, [*found, *more, *wrong])
    done = []
    for scrape in scrapes.read_scrapes(root, paths):
        if isinstance(scrape, Issue):
            shelf.issues.append(scrape)
            continue
        sha = hashlib.sha256(scrape.data).hexdigest()
        cleaned = clean(scrape.data, scrape.name, profiles)
        cleaned = replace(cleaned, drafts=tuple(_finish(shelf, draft, sha) for draft in cleaned.drafts))
        shelf.issues += cleaned.issues
        done.append(Done(scrape.name, cleaned, tuple(_file(shelf, draft) for draft in cleaned.drafts)))
        told(done[-1])
    return tuple(done), tuple(shelf.issues)


def body_hash(body: str) -> str:
    """Return the hash by which a later ingest sees whether a person edited ``body``."""
    return hashlib.sha256(body.strip().encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _finish(shelf: _Shelf, draft: Draft, sha: str) -> Draft:
    """Give a draft what only the site knows: its topics, the hash of its scrape and of its body."""
    article = draft.article
    proposals = propose(article.title, article.dek, article.body, shelf.topics)
    evidence = tuple(Evidence("topics", one.topic, one.reason) for one in proposals)
    article = replace(
        article,
        topics=article.topics or tuple(one.topic for one in proposals),
        source=replace(article.source, sha256=sha),
        ingested=body_hash(article.body),
    )
    return replace(draft, article=article, evidence=(*draft.evidence, *evidence))


def _file(shelf: _Shelf, draft: Draft) -> Result:
    """Write a draft where it belongs, unless a person's work stands there."""
    same = find_same(draft.article, shelf.articles.values())
    if same is None:
        return _write_new(shelf, draft.article)
    old, likeness = same
    if old.source.file != draft.article.source.file and not shelf.merge:
        note = f"tells the same as {old.path} (from {old.source.file or 'elsewhere'}, {likeness:.0%} alike)"
        return Result(old.path, "duplicate", draft.article.title, note, _diff(old, draft.article))
    return _write_again(shelf, old, replace(draft.article, slug=old.slug, path=old.path))


def _write_new(shelf: _Shelf, article: Article) -> Result:
    taken = {one.slug.casefold() for one in shelf.articles.values()}
    stem = slug.suggestion(article.title) or "article"
    name = next(one for one in _numbered(stem) if one.casefold() not in taken)
    article = replace(article, slug=name, path=f"content/articles/{name}.md")
    _write(shelf, article, article)
    return Result(article.path, "new", article.title)


def _numbered(stem: str) -> list[str]:
    stem = stem if not slug.fault(stem) else f"{stem}-article"
    return [stem, *(f"{stem}-{k}" for k in range(2, 10_000))]


def _write_again(shelf: _Shelf, old: Article, new: Article) -> Result:
    """File an article that is there already, by what a person did to it since."""
    base = ingested.read_base(shelf.root, old.slug)
    edited = body_hash(old.body) != old.ingested
    if not edited or base is None:
        if edited:
            return Result(old.path, "edited", new.title, "edited by hand; left as it is", _diff(old, new))
        kept, _ = merge_article(base or old, old, new)
        if content.dump_article(kept) == content.dump_article(old):
            return Result(old.path, "unchanged", new.title)
        _write(shelf, kept, new)
        return Result(old.path, "updated", new.title, "the scrape has changed", _diff(old, kept))
    if base.body == new.body:
        return Result(old.path, "edited", new.title, "edited by hand; the scrape is as it was", _diff(old, new))
    if not shelf.merge:
        return Result(old.path, "edited", new.title, "edited by hand, and the scrape has changed", _diff(old, new))
    return _write_merged(shelf, base, old, new)


def _write_merged(shelf: _Shelf, base: Article, old: Article, new: Article) -> Result:
    merged, conflicts = merge_article(base, old, new)
    _write(shelf, merged, new)
    if conflicts:
        message = f"{conflicts} place(s) changed by hand and in the scrape; both stand in the file, marked <<<<<<<"
        shelf.issues.append(Issue(Where(old.path), "E041", message, hint="keep one of each two and delete the marks"))
    return Result(old.path, "conflict" if conflicts else "merged", new.title, diff=_diff(old, merged))


def _write(shelf: _Shelf, article: Article, base: Article) -> None:
    content.write_article(shelf.root, article)
    ingested.write_base(shelf.root, replace(base, slug=article.slug))
    shelf.articles[article.path] = article


def _diff(old: Article, new: Article) -> str:
    before = content.dump_article(old).split("\n")
    after = content.dump_article(replace(new, ingested=old.ingested)).split("\n")
    return "\n".join(unified_diff(before, after, old.path, new.source.file or "the scrape", n=1, lineterm=""))
