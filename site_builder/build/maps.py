"""The work of the two maps, a chunk at a time: over articles, and over pages.

Input: a ``Bench`` and a chunk of plain values; a worker of any executor can run these functions. Output: plain values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.annotate.stretches import Worked
from site_builder.build import article as articles
from site_builder.build import guides
from site_builder.build.bench import Bench, env, get, lexicon, put
from site_builder.build.shelf import shard_of
from site_builder.build.state import SHARDS, Plain, Row, Said, Uses
from site_builder.catalog.evidence import claims
from site_builder.catalog.facts import facts
from site_builder.catalog.links import collect, fragments
from site_builder.catalog.plan import file_of
from site_builder.catalog.siblings import siblings
from site_builder.export import cite
from site_builder.export import files as exports
from site_builder.model import address
from site_builder.model.article import Article
from site_builder.model.facts import AnnotatedArticle, Facts, TagUse, TermUse
from site_builder.model.han import runs
from site_builder.model.index import ArticleRef, Related
from site_builder.model.issue import Issue
from site_builder.render import meanings, pages
from site_builder.render.leaf import FRAGMENT, PLACE, Leaf, leaf
from site_builder.render.relink import relinked
from site_builder.store import content
from site_builder.store.codec import codec, pack, unpack
from site_builder.store.files import read_text
from site_builder.store.output import write
from site_builder.store.pack import digest, plain_bytes

Shared = dict[str, list[Plain]]
"""What the articles of one task say of names: for each (slot, use, and of a hashtag its siblings)."""

_ENOUGH = 200  # characters by which a part of a page is found in it: a search for all of it costs more than the rest


def read_articles(bench: Bench, chunk: list[tuple[str, bytes]]) -> list[Plain]:
    """Return a row for each article file, given (path, key): parsed, rendered, flattened, mined."""
    return [tuple(_read(bench, path, key)) for path, key in chunk]


def _read(bench: Bench, path: str, key: bytes) -> Row:
    text, issues = read_text(Path(bench.root, path), path, Path(bench.root))
    article, more = content.parse_article(text, path) if text is not None else (None, ())
    if article is None:
        return Row(path, key, text_issues=_packed((*issues, *more)))
    one = articles.read(article, lexicon(bench.cache, bench.root, bench.site.dictionary))
    han = "\n".join(whole[run.start : run.end] for whole in _texts(one) for run in runs(whole))
    ref = put(bench, pack(articles.ReadArticle, one))
    problems = _packed((*issues, *more, *one.issues))
    hrefs: dict[str, str] = {}
    collect(FRAGMENT.sub("", one.html), address.article_path(article.slug), hrefs)
    said = Said(han, claims(one.mined))
    mark = digest(plain_bytes(said.claims)) if said.claims else b""
    return Row(path, key, article.slug, article.status, ref, put(bench, tuple(said)), mark, tuple(hrefs), problems)


def _texts(one: articles.ReadArticle) -> tuple[str, str, str]:
    return one.text.title, one.text.dek, one.text.body.text


def _packed(issues: tuple[Issue, ...]) -> Plain:
    return tuple(pack(Issue, issue) for issue in issues)


class Marked(NamedTuple):
    """What marking one article gives for its row."""

    mark: Plain
    worked: Plain
    leaf: Plain
    uses: Plain
    near: bytes
    ref: Plain
    issues: Plain


class Unmarked(NamedTuple):
    """What marking an article takes: refs of its text, of what it says, of what was worked out of it before, or ()."""

    slug: str
    text: Plain
    said: Plain
    worked: Plain


def mark_articles(bench: Bench, guide: Plain, ground: bytes, chunk: list[Plain]) -> tuple[Plain, list[Plain]]:
    """Annotate and weave articles, given ``Unmarked`` as plain tuples; ``ground`` is the key of what all stand on.

    Returns a block of facts (see ``State``), and a ``Marked`` for each article as a plain tuple, in order.
    """
    shards: list[Shared] = [{} for _ in range(2 * SHARDS)]
    opened = lexicon(bench.cache, bench.root, bench.site.dictionary)
    asked, problems = zip(*(_asked(bench, guide, ground, Unmarked(*one)) for one in chunk), strict=True)
    marked = [
        tuple(_mark(bench, made._replace(issues=noted + made.issues), ground, slot, shards))
        for slot, (made, noted) in enumerate(zip(articles.annotate(asked, opened), problems, strict=True))
    ]
    block = [{name: plain_bytes(uses) for name, uses in shard.items()} for shard in shards]
    return tuple(put(bench, shard) for shard in block), marked


def _asked(bench: Bench, guide: Plain, ground: bytes, one: Unmarked) -> tuple[articles.Asked, tuple[Issue, ...]]:
    """Return an article with its notes and what is known of its words; and the problems of its notes."""
    notes, problems = content.read_notes(Path(bench.root), one.slug)
    read: articles.ReadArticle = unpack(articles.ReadArticle, get(bench, one.text))
    known = _guide(bench, guide, Said(*get(bench, one.said)).han)
    stood, worked = get(bench, one.worked) if one.worked else (b"", ())
    before = unpack(Worked, worked) if stood == ground else Worked()
    return articles.Asked(read, notes, known, before), problems


def _mark(bench: Bench, made: articles.Annotated, ground: bytes, slot: int, shards: list[Shared]) -> Marked:
    """Weave an article, put away what its page and the index need, and add what it says of names to ``shards``."""
    annotated = made.article
    withheld = pages.withheld(bench.site, annotated.article)
    shown, gives = leaf(annotated, text=not withheld), facts(annotated)
    gives = articles.without_text(gives) if withheld else gives
    _share(gives, slot, shards)
    uses = _uses(gives, annotated)
    return Marked(
        put(bench, pack(AnnotatedArticle, annotated)),
        put(bench, (ground, pack(Worked, made.worked))),
        put(bench, pack(Leaf, shown)),
        put(bench, tuple(uses)),
        digest(plain_bytes((gives.ref.topics, uses[:3]))),
        pack(ArticleRef, gives.ref),
        _packed(made.issues),
    )


def _share(made: Facts, slot: int, shards: list[Shared]) -> None:
    """Add what an article says of each term and hashtag to the part that keeps the name."""
    use, tag = codec(TermUse).pack, codec(TagUse).pack
    for term in made.terms:
        shards[shard_of(term.term)].setdefault(term.term, []).append((slot, use(term)))  # type: ignore[misc]
    alike = siblings([tuple(name.name for name in made.tags)])
    for name in made.tags:
        one_use = (slot, tag(name), alike.get(name.name, ()))  # type: ignore[misc]
        shards[SHARDS + shard_of(name.name)].setdefault(name.name, []).append(one_use)


def _uses(made: Facts, annotated: AnnotatedArticle) -> Uses:
    noted = {f"{kind}-{one.note.id}" for one in annotated.notes for kind in ("note", "noteref")}
    places = noted.union(map(unescape, PLACE.findall(annotated.html)))
    return Uses(
        tuple(term.term for term in made.terms),
        tuple((term.term, term.kind, term.count) for term in made.terms if term.mined),
        tuple((name.name, name.count) for name in made.tags),
        "\n".join(["", *sorted(places), ""]),
    )


def _guide(bench: Bench, ref: Plain, han: str) -> Any:
    return guides.guide(han, _known(bench.packs, bench, ref))


@lru_cache(1)
def _known(_folder: str, bench: Bench, ref: Plain) -> guides.Sought:
    return guides.Sought(*get(bench, ref))


class Sheet(NamedTuple):
    """What a page's task needs of one article: its values, what lists say of it, its topics, what it had.

    ``page_only`` says that the files beside the page are as they were.
    """

    slug: str
    mark: Plain
    leaf: Plain
    ref: Plain
    topics: tuple[tuple[str, str], ...]
    related: tuple[tuple[Plain, str], ...]
    old: dict[str, bytes]
    page_only: bool


class Done(NamedTuple):
    """What came of some pages: the digest of every file, those that were written, the links of the pages."""

    files: dict[str, bytes]
    written: list[str]
    links: dict[str, str]


def write_articles(bench: Bench, chunk: list[Plain]) -> Plain:
    """Write the pages and files of articles, given ``Sheet``s as plain tuples; return a ``Done`` and their files."""
    done = Done({}, [], {})
    own = {}
    for plain in chunk:
        sheet = Sheet(*plain)
        shown: Leaf = unpack(Leaf, get(bench, sheet.leaf))
        made = _article_files(bench, sheet, shown, done)
        if sheet.page_only:
            done.files.update(sheet.old)
            made = islice(made, 1)
        paths = [keep_made(bench, path, data, sheet.old, done) for path, data in made]
        own[sheet.slug] = tuple(dict.fromkeys([*paths, *(sheet.old if sheet.page_only else ())]))
    return tuple(done), own


def _article_files(bench: Bench, sheet: Sheet, shown: Leaf, done: Done) -> Iterator[tuple[str, bytes]]:
    article = shown.article
    related = tuple(Related(unpack(ArticleRef, ref), because) for ref, because in sheet.related)
    packs = tuple(_packs(bench, sheet, article)) if bench.site.packs == "all" else ()
    around = pages.Around(sheet.topics, related, cite.plain(article, ""), bool(packs))
    html = pages.article(env(bench), bench.site, shown, unpack(ArticleRef, sheet.ref), around)
    page = address.article_path(article.slug)
    _collect(bench, html, shown, page, done.links)
    yield page, html.encode()
    yield from exports.citations(bench.site, article)
    if shown.told:
        yield address.meanings_path(article.slug, "js"), meanings.script(shown.told).encode()
        yield address.meanings_path(article.slug, "css"), meanings.style(shown.told, bench.site.entries).encode()
    if shown.noted and not pages.withheld(bench.site, article):
        yield exports.notes(bench.site, unpack(AnnotatedArticle, get(bench, sheet.mark)))
    yield from packs


def _collect(bench: Bench, html: str, shown: Leaf, page: str, found: dict[str, str]) -> None:
    """Add the links of an article's page to ``found``, as ``collect`` does, but pass over what was woven.

    Its words lead to pages that are made because they are there; an author's own links stand in the article's row. The
    frame's lead somewhere, too, unless the site's own templates say otherwise. What is left are places in the page.
    """
    sought = {*shown.sought}
    if bench.own_articles:
        frame = _frame(html, shown)
        collect(FRAGMENT.sub("", frame), page, found)
        sought.update(FRAGMENT.findall(frame))
    missing = {place for place in sought.difference(shown.places) if f' id="{place}"' not in html}
    missing &= fragments(html) if missing else set()  # a text may show such an address as words
    found.update({f"{page}#{place}": page for place in missing})


def _frame(html: str, shown: Leaf) -> str:
    """Return an article's page without what was woven; what stands in another order than usual stays."""
    kept, start = list[str](), 0
    for part in (shown.woven.body, *(level.html for level in shown.profile.levels)):
        at = html.find(part[:_ENOUGH], start)
        if html.startswith(part, at):
            kept.append(html[start:at])
            start = at + len(part)
    return "".join((*kept, html[start:]))


def _packs(bench: Bench, sheet: Sheet, article: Article) -> Iterator[tuple[str, bytes]]:
    made = facts(unpack(AnnotatedArticle, get(bench, sheet.mark)))
    withheld = pages.withheld(bench.site, article)
    return exports.packs_of_article(bench.site, articles.without_text(made) if withheld else made)


def keep(bench: Bench, page: str, data: bytes, old: Mapping[str, bytes], done: Done) -> str:
    """Write one file of the site unless it is as it was, note what it holds and links to, and return its path."""
    path = keep_made(bench, page, data, old, done)
    if path.endswith(".html") and path != "404.html":
        collect(data.decode(), page, done.links)
    return path


def keep_made(bench: Bench, page: str, data: bytes, old: Mapping[str, bytes], done: Done) -> str:
    """Do as ``keep`` for a file whose links are all made of values, and lead somewhere because these are there."""
    path = file_of(page)
    if bench.site.entries == "anchors" and path.endswith(".html"):
        data = relinked(data.decode()).encode()
    done.files[path] = mark = digest(data)
    known = old.get(path)
    if known != mark:
        write(bench.tree, path, data, fresh=known is None)
        done.written.append(path)
    return path
