"""What is made of many articles: pages that list, topics, plain pages, feeds, data files, static files.

Input: the index, content, the state. Output: products, each with the key of all that it shows; a product is made
when its key changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from site_builder.build.bench import Bench, env, get
from site_builder.build.entries import Files
from site_builder.build.maps import Done, Plain, keep
from site_builder.build.request import When
from site_builder.build.scan import Scan, key
from site_builder.build.sources import Sources
from site_builder.build.state import Row, State
from site_builder.export import data
from site_builder.export import files as exports
from site_builder.export.epub import MOST
from site_builder.model import address
from site_builder.model.editorial import Topic
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.fulltext import FullText
from site_builder.model.index import ArticleRef, Index, TopicEntry
from site_builder.render import pages
from site_builder.render.body import to_html
from site_builder.render.squeeze import squeeze
from site_builder.store import pagefind, templates
from site_builder.store.codec import pack, unpack
from site_builder.store.pack import digest, plain_bytes
from site_builder.store.pictures import FOLDER, KEPT

Made = Iterator[tuple[str, bytes]]

_FULL_TEXT = "full text"


@dataclass(frozen=True, slots=True)
class Product:
    """One thing made of many: its name, the key of what it shows, and how it is made."""

    name: str
    key: bytes
    make: Callable[[], Made]


@dataclass(frozen=True, slots=True)
class View:
    """All that products are made of. ``check`` raises where the one who asked for the build wants no more of it."""

    bench: Bench
    index: Index
    lookup: pages.Lookup
    sources: Sources
    state: State
    seen: Scan
    ordered: Sequence[Row]
    full_text: When
    check: Callable[[], None]


def products(view: View, shared: bytes) -> Iterator[Product]:
    """Yield every product of the site; ``shared`` is the key that all pages share."""
    state, index = view.state, view.index
    refs = digest(plain_bytes([pack(ArticleRef, ref) for ref in index.articles]))
    topics = digest(plain_bytes([pack(TopicEntry, topic) for topic in index.topics]))
    terms, tags = state.common["terms"], state.common["tags"]
    site, look = view.bench.site, env(view.bench.root, view.bench.look)

    def page(path: str, made: Callable[[], str], *parts: bytes) -> Product:
        return Product(f"page:{path}", key(shared, *parts), lambda: iter([(path, made().encode())]))

    yield page("", lambda: pages.home(look, site, index), refs, topics, terms, tags)
    yield page("articles/", lambda: pages.articles(look, site, index), refs)
    yield page("topics/", lambda: pages.topics(look, site, index), topics)
    yield page("glossary/", lambda: pages.glossary(look, site, index), terms)
    yield page("hashtags/", lambda: pages.hashtags(look, site, index), tags)
    yield page("404.html", lambda: pages.not_found(look, site))
    yield page("my-words/", lambda: pages.my_words(look, site))
    for entry in index.topics:
        yield _topic(view, entry, shared)
    for plain in view.sources.pages:
        yield _plain(view, plain.slug, key(shared, repr(plain)))
    names = key(*sorted(state.terms), b"", *sorted(state.tags))
    yield Product("site", key(shared, refs, topics, names), lambda: _site(view))
    yield Product("glossary", key(shared, terms), lambda: _glossary(view))
    uses = {row.slug: row.terms for row in state.rows.values() if row.mark}
    searched = digest(plain_bytes(sorted(uses.items())))
    parts = (refs, topics, terms, tags, searched)
    yield Product("search", key(shared, *parts), lambda: exports.search_of_site(index, uses))
    if view.full_text != "never":
        texts = [row.full for row in view.ordered]
        full = digest(plain_bytes([(row.slug, row.full[2:]) for row in view.ordered]))
        yield Product(_FULL_TEXT, full, lambda: iter(pagefind.index(_texts(view, texts))))
    if site.packs != "none":
        yield Product("packs", key(shared, topics, terms, tags), lambda: exports.packs_of_site(site, index))
        rows = {row.slug: row for row in view.ordered}
        for entry in index.topics:
            if entry.articles:
                yield _book(view.bench, entry, [rows[slug] for slug in entry.articles], shared)
    yield from _pictures(view)
    yield from _static(view)


def _topic(view: View, entry: TopicEntry, shared: bytes) -> Product:
    """Return a topic's page and feed."""
    shown = [pack(ArticleRef, view.lookup.articles[slug]) for slug in entry.articles]
    briefs = [view.state.terms.get(name, ()) for name in (*entry.terms, *entry.people)]
    tags = [view.state.tags.get(name, ()) for name in entry.hashtags]
    site = view.bench.site

    def make() -> Made:
        introduction, _ = to_html(entry.topic.introduction)
        path = address.topic_path(entry.topic.slug)
        html = pages.topic(env(view.bench.root, view.bench.look), site, view.lookup, entry, introduction)
        yield path, html.encode()
        chosen = [view.lookup.articles[slug] for slug in entry.articles]
        yield exports.topic_feed(site, entry, chosen)

    parts = (pack(TopicEntry, entry), shown, briefs, tags)
    return Product(f"topic:{entry.topic.slug}", key(shared, plain_bytes(parts)), make)


def _book(bench: Bench, entry: TopicEntry, rows: Sequence[Row], shared: bytes) -> Product:
    """Return a topic's book; ``rows`` are its articles."""
    path, shown = address.book_path(entry.topic.slug), rows[:MOST]

    def make() -> Made:
        articles = [unpack(AnnotatedArticle, get(bench, row.mark)[0]) for row in shown]
        yield path, exports.book(bench.site, entry.topic, articles, len(rows))[1]

    parts = (pack(Topic, entry.topic), len(rows), [(row.mark_key, row.mark[2:]) for row in shown])
    return Product(f"book:{path}", key(shared, plain_bytes(parts)), make)


def _plain(view: View, slug: str, mark: bytes) -> Product:
    page = next(one for one in view.sources.pages if one.slug == slug)

    def make() -> Made:
        html, _ = to_html(page.body, root="../")
        made = pages.plain(env(view.bench.root, view.bench.look), view.bench.site, page, html)
        yield f"{slug}/", made.encode()

    return Product(f"page:{slug}/", mark, make)


def _site(view: View) -> Made:
    yield from exports.of_site(view.bench.site, view.index, _indexable(view))


def _indexable(view: View) -> Iterator[str]:
    """Yield the pages that search engines may list."""
    yield from ("", "articles/", "topics/", "glossary/", "hashtags/")
    yield from (address.article_path(ref.slug) for ref in view.index.articles if not ref.reserved)
    yield from (address.topic_path(entry.topic.slug) for entry in view.index.topics)
    yield from map(address.term_path, view.state.terms)
    yield from map(address.hashtag_path, view.state.tags)
    yield from (f"{page.slug}/" for page in view.sources.pages)


def _glossary(view: View) -> Made:
    """Yield the exported glossary, from the lines that the workers made."""
    lines: dict[str, Plain] = {}
    for ref in view.state.lines.values():
        lines.update(get(view.bench, ref))
    ordered = [lines[entry.term] for entry in view.index.terms]
    yield "glossary.json", data.json_list(line for line, _ in ordered).encode()
    yield "glossary.tsv", (data.glossary_head() + "".join(row for _, row in ordered)).encode()


def _texts(view: View, refs: Iterable[Plain]) -> Iterator[FullText]:
    for ref in refs:
        view.check()
        yield unpack(FullText, get(view.bench, ref))


def _pictures(view: View) -> Iterator[Product]:
    """Return the pictures in the folders of the articles whose text is shown."""
    root, shown = Path(view.bench.root), {row.slug for row in view.ordered if _has_text(view, row)}
    for name in sorted(view.seen.files):
        found = KEPT.fullmatch(name.removeprefix(f"{FOLDER}/"))
        file = root / name
        if found and found[1] in shown and file.is_file() and file.resolve().is_relative_to(root.resolve()):
            target = address.article_path(found[1]) + found[2]
            yield Product(f"picture:{target}", view.seen.of(name), partial(_copied, target, file))


def _copied(target: str, file: Path) -> Made:
    yield target, file.read_bytes()


def _has_text(view: View, row: Row) -> bool:
    ref: ArticleRef = unpack(ArticleRef, row.ref)
    return not (view.bench.site.public and ref.reserved)


def _static(view: View) -> Iterator[Product]:
    for name, file in templates.static_files(Path(view.bench.root)):
        data_ = file.read_bytes()
        yield Product(f"static:{name}", digest(data_), partial(_squeezed, name, data_))


def _squeezed(name: str, data_: bytes) -> Made:
    yield name, squeeze(name, data_)


def make(view: View, shared: bytes, files: Files, *, every: bool) -> list[str]:
    """Make the products whose key changed, let go of the files of those that are no more; return what was made."""
    bench, state = view.bench, view.state
    made = []
    keys: dict[str, bytes] = {}
    owners: dict[str, tuple[str, ...]] = {}
    for product in products(view, shared):
        before = None if every else state.lists.get(product.name)
        key_ = before if product.name == _FULL_TEXT and view.full_text == "later" else product.key
        if key_ is None:  # put off, and none stands
            continue
        keys[product.name] = key_
        if before == key_:
            owners[product.name] = state.owners[product.name]
            continue
        done = Done({}, [], {})
        for path, data_ in product.make():
            keep(bench, path, data_, files.old, done)
        files.add(tuple(done))
        owners[product.name] = tuple(done.files)
        made.append(product.name)
    _let_go(state.owners, owners, files)
    state.lists, state.owners = keys, owners
    return made


def _let_go(old: Mapping[str, Iterable[str]], new: Mapping[str, Iterable[str]], files: Files) -> None:
    kept = {path for paths in new.values() for path in paths}
    for paths in old.values():
        for path in paths:
            if path not in kept:
                files.drop(path)
