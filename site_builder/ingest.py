"""The ingest program: scrapes in, articles under content/ out; straight-line.

Input: the site and paths. Output: what was done with each scrape. A file that a person has edited is never overwritten.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from difflib import unified_diff
from pathlib import Path
from typing import Any, Literal

from site_builder.clean.dispatch import clean
from site_builder.clean.merge import merge_article
from site_builder.clean.similar import Shelf
from site_builder.clean.topics import propose
from site_builder.knowledge import romaniser
from site_builder.model.article import Article
from site_builder.model.editorial import Topic
from site_builder.model.issue import Issue, Where
from site_builder.model.profile import Profile
from site_builder.model.scrape import Cleaned, Draft, Evidence, Scrape
from site_builder.model.wording import shorten
from site_builder.store import content, ingested, pictures, scrapes, slug
from site_builder.store.profiles import read_profiles

Fate = Literal["new", "unchanged", "updated", "edited", "merged", "conflict", "duplicate", "joined"]
_MARKUP = re.compile(r"\\(?=[^\w\s])|\{: \.\w+ \}|^!\[|\]\(\)$|\[\^\w+\]:?|[*_`#>\s]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one draft: its file, its fate, a sentence for people, the difference of texts.

    ``touched`` are the ids of notes whose quote the new text no longer has.
    """

    path: str
    fate: Fate
    title: str
    note: str = ""
    diff: str = ""
    touched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """One scrape, cleaned and filed."""

    name: str
    cleaned: Cleaned
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True)
class _Site:
    """The site while an ingest goes on; ``shelf`` and ``issues`` grow."""

    root: Path
    shelf: Shelf
    topics: tuple[Topic, ...]
    merge: bool
    pictures: pictures.Fetch | None = None
    romanise: Callable[[str], str] = str
    issues: list[Issue] = field(default_factory=list)


def ingest(
    root: Path,
    paths: Sequence[str] = (),
    *,
    merge: bool = False,
    fetch: pictures.Fetch | None = None,
    images: pictures.Fetch | None = None,
    told: Callable[[Done], None] = lambda _: None,
) -> tuple[tuple[Done, ...], tuple[Issue, ...]]:
    """Clean every scrape under ``paths`` and file its articles; ``told`` hears of each scrape when it is done.

    With ``fetch``, addresses in ``.url`` files are fetched. With ``images``, so are the pictures of articles.
    With ``merge``, what a person edited and what the scrape changed are merged, and duplicates are joined.
    """
    articles, found = content.read_articles(root)
    topics, more = content.read_topics(root)
    profiles, wrong = read_profiles(root)
    romanise = romaniser(root / ".cache")
    site = _Site(root, Shelf(articles), topics, merge, images, romanise, [*found, *more, *wrong])
    done = []
    for scrape in scrapes.read_scrapes(root, paths, fetch=fetch):
        if isinstance(scrape, Issue):
            site.issues.append(scrape)
            continue
        cleaned = _cleaned(scrape, profiles)
        sha = hashlib.sha256(scrape.data).hexdigest()
        cleaned = replace(cleaned, drafts=tuple(_finish(site, draft, sha) for draft in cleaned.drafts))
        site.issues.extend(cleaned.issues)
        done.append(Done(scrape.name, cleaned, _file_all(site, cleaned)))
        told(done[-1])
    return tuple(done), tuple(site.issues)


def _cleaned(scrape: Scrape, profiles: tuple[Profile, ...]) -> Cleaned:
    """Clean one scrape; one that brings the program down is an issue, for the others must still be done."""
    try:
        return clean(scrape.data, scrape.name, profiles, scrape.url)
    except Exception as problem:
        why = f"cannot be cleaned: {type(problem).__name__}: {shorten(str(problem))}"
        hint = "this is a fault of the program; please report it with the file"
        return Cleaned(issues=(Issue(Where(scrape.name), "E005", why, hint=hint),), why_none=why)


def body_hash(body: str) -> str:
    """Return the hash by which a later ingest sees whether a person edited ``body``."""
    return hashlib.sha256(body.strip().encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _finish(site: _Site, draft: Draft, sha: str) -> Draft:
    """Give a draft what only the site knows: its topics, the hash of its scrape and of its body."""
    article = draft.article
    proposals = propose(article.title, article.dek, article.body, site.topics)
    evidence = tuple(Evidence("topics", one.topic, one.reason) for one in proposals)
    repairs = draft.repairs if article.title else (*draft.repairs, "no title was found")
    article = replace(
        article,
        title=article.title or "Untitled",
        body=article.body.strip(),
        topics=article.topics or tuple(one.topic for one in proposals),
        source=replace(article.source, sha256=sha),
        ingested=body_hash(article.body),
    )
    return replace(draft, article=article, evidence=(*draft.evidence, *evidence), repairs=repairs)


def _file_all(site: _Site, cleaned: Cleaned) -> tuple[Result, ...]:
    """File the articles of one scrape; however alike they are, none of them is another."""
    results: list[Result] = []
    for draft in cleaned.drafts:
        results.append(_file(site, draft.article, frozenset(one.path for one in results)))
    return tuple(results)


def _file(site: _Site, new: Article, others: frozenset[str]) -> Result:
    """Write an article where it belongs, unless a person's work stands there."""
    same = site.shelf.find_same(new, others)
    if same is None:
        return _write_new(site, new)
    old, likeness = same
    if old.source.file == new.source.file or not old.source.file:
        return _write_again(site, old, replace(new, slug=old.slug, path=old.path))
    if site.merge:
        return _join(site, old, new)
    note = f"{likeness:.0%} alike, from {new.source.file}; --merge joins them"
    return Result(old.path, "duplicate", new.title, note, _diff(old, new))


def _write_new(site: _Site, article: Article) -> Result:
    taken = {one.slug.casefold() for one in site.shelf.articles.values()}
    stem = slug.suggestion(site.romanise(article.title)) or "article"
    stem = f"{stem}-article" if slug.fault(stem) else stem
    name, count = stem, 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem}-{count}"
    article = _pictured(site, replace(article, slug=name, path=f"content/articles/{name}.md"))
    _write(site, article, article)
    return Result(article.path, "new", article.title)


def _write_again(site: _Site, old: Article, new: Article) -> Result:
    """File an article that is there already, by what a person did to it since."""
    base = ingested.read_base(site.root, old.slug)
    edited = body_hash(old.body) != old.ingested
    new = _pictured(site, new, (base or old).body if edited else old.body, fetch=site.merge or not edited)
    if not edited:
        return _update(site, base or old, old, new)
    if base is not None and _says_the_same(base, new):
        return Result(old.path, "edited", new.title, "the scrape is as it was", _diff(old, new))
    if base is None or not site.merge:
        note = "the scrape has changed" if base else "what was ingested is not known any more"
        hint = "; --merge merges it with your edits" if base else ""
        return _touching(site, old, new, Result(old.path, "edited", new.title, note + hint, _diff(old, new)))
    return _write_merged(site, base, old, new)


def _says_the_same(base: Article, new: Article) -> bool:
    """Tell whether a scrape says what it said before, wherever it stands in its file."""
    base = replace(base, source=new.source, ingested=new.ingested, topics=new.topics)
    return content.dump_article(base) == content.dump_article(new)


def _pictured(site: _Site, article: Article, old: str = "", *, fetch: bool = True) -> Article:
    """Return an article that shows the pictures in its folder: those that ``old`` has, and fetched ones if asked."""
    body = pictures.relink(article.body, old)
    if site.pictures and fetch:
        body, issues = pictures.keep(site.root, article.slug, body, site.pictures)
        site.issues.extend(issues)
    return article if body == article.body else replace(article, body=body, ingested=body_hash(body))


def _update(site: _Site, base: Article, old: Article, new: Article) -> Result:
    """Renew a body that nobody edited; fields of the front matter that a person changed stay."""
    kept, _ = merge_article(base, old, new)
    if content.dump_article(kept) == content.dump_article(old):
        return Result(old.path, "unchanged", new.title)
    _write(site, kept, new)
    note = "only where it stands in the scrape has changed" if _says_the_same(old, kept) else ""
    return _touching(site, old, kept, Result(old.path, "updated", new.title, note, _diff(old, kept)))


def _write_merged(site: _Site, base: Article, old: Article, new: Article) -> Result:
    merged, conflicts = merge_article(base, old, new)
    _write(site, merged, new)
    if conflicts:
        message = f"{conflicts} place(s) changed by hand and in the scrape; both stand in the file, marked <<<<<<<"
        site.issues.append(Issue(Where(old.path), "E041", message, hint="keep one of each two and delete the marks"))
    fate: Fate = "conflict" if conflicts else "merged"
    return _touching(site, old, merged, Result(old.path, fate, new.title, "", _diff(old, merged)))


def _join(site: _Site, old: Article, new: Article) -> Result:
    """Fill the fields that ``old`` lacks from a second scrape of the same article; its text stays."""
    nothing = Article(slug="", title="", body="")
    lacking: dict[str, Any] = {
        one.name: getattr(new, one.name)
        for one in fields(Article)
        if getattr(old, one.name) == getattr(nothing, one.name)
    }
    source = replace(old.source, url=old.source.url or new.source.url)
    joined = replace(old, **{**lacking, "source": source, "path": old.path, "body_line": old.body_line})
    if content.dump_article(joined) == content.dump_article(old):
        return Result(old.path, "unchanged", new.title, f"{new.source.file} adds nothing to it")
    content.write_article(site.root, joined)
    site.shelf.put(joined)
    return Result(old.path, "joined", new.title, f"with {new.source.file}", _diff(old, joined))


def _touching(site: _Site, old: Article, new: Article, result: Result) -> Result:
    """Return a result with the ids of notes whose quote stands in the old text and no longer in the new one.

    Where the file of the notes is broken, that is said: nobody knows what else in it is touched.
    """
    before, after = (_MARKUP.sub("", one.title + one.dek + one.body) for one in (old, new))
    notes, wrong = content.read_notes(site.root, old.slug)
    site.issues.extend(wrong)
    unknown = f"not all annotations can be read, see content/annotations/{old.slug}.yaml" if wrong else ""
    quotes = [(note.id, _MARKUP.sub("", note.quote.exact)) for note in notes]
    touched = tuple(name for name, quote in quotes if quote in before and quote not in after)
    return replace(result, touched=touched, note="; ".join(filter(None, (result.note, unknown))))


def _write(site: _Site, article: Article, base: Article) -> None:
    content.write_article(site.root, article)
    ingested.write_base(site.root, replace(base, slug=article.slug))
    site.shelf.put(article)


def _diff(old: Article, new: Article) -> str:
    before = content.dump_article(old).split("\n")
    after = content.dump_article(replace(new, ingested=old.ingested)).split("\n")
    return "\n".join(unified_diff(before, after, old.path, new.source.file or "the scrape", n=1, lineterm=""))
