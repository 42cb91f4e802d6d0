"""What is made of many articles: pages that list, topics, plain pages, feeds, data files, static files.

Input: the index, content, the state. Output: products, each with the key of all that it shows; a product is made
when its key changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from site_builder.build.bench import Bench, env, get
from site_builder.build.brief import RESERVED, tag_lines, term_lines, uncounted
from site_builder.build.brief import index as brief_index
from site_builder.build.entries import Files
from site_builder.build.looks import Looks
from site_builder.build.maps import Done, keep
from site_builder.build.request import When
from site_builder.build.scan import Scan, key
from site_builder.build.shelf import Shelf, entries_key, names_key
from site_builder.build.sources import Sources
from site_builder.build.stages import Stages
from site_builder.build.state import Plain, Row, State, Uses
from site_builder.build.terms import Packed
from site_builder.export import data
from site_builder.export import files as exports
from site_builder.model import address
from site_builder.model.editorial import PlainPage, Topic
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.fulltext import FullText
from site_builder.model.index import ArticleRef, Index, TagEntry, TermEntry, TopicEntry
from site_builder.render import listing, pages
from site_builder.render.body import to_html
from site_builder.render.listing import Line
from site_builder.render.quotes import Cited
from site_builder.render.squeeze import squeeze
from site_builder.store import pagefind, templates
from site_builder.store.codec import pack, unpack
from site_builder.store.content import ARTICLES, PICTURE
from site_builder.store.pack import digest, plain_bytes

Made = Iterator[tuple[str, bytes]]

TEXT, BOOK = "full text", "book:"
"""The name of the index of whole texts, and how those of books begin."""


@dataclass(frozen=True, slots=True)
class Product:
    """One thing made of many: its name, the key of what it shows, and how it is made."""

    name: str
    key: bytes
    make: Callable[[], Made]


class Keys(NamedTuple):
    """The keys of what lists are made of: what all pages share, and what all else shares; articles, topics, and so on.

    ``uncounted`` are the articles without their counts, which change with every edit.
    """

    shared: bytes
    solid: bytes
    static: bytes
    refs: bytes
    uncounted: bytes
    topics: bytes
    terms: bytes
    tags: bytes
    names: bytes
    uses: bytes


@dataclass(frozen=True, slots=True)
class View:
    """All that products are made of; what is not asked for is not read."""

    bench: Bench
    index: Index
    terms: Mapping[str, Plain]
    tags: Mapping[str, Plain]
    lookup: pages.Lookup
    sources: Sources
    state: State
    seen: Scan
    ordered: Sequence[Row]
    keys: Keys


def keys_of(look: Looks, seen: Scan, state: State, ordered: Sequence[Row]) -> Keys:
    """Return the keys of the state as it is now."""
    return Keys(
        look.lists,
        look.solid,
        seen.parts["static"],
        digest(plain_bytes([row.ref for row in ordered])),
        digest(plain_bytes([uncounted(row.ref) for row in ordered])),
        state.topics[2],
        entries_key(state.terms),
        entries_key(state.tags),
        names_key(state.terms) + names_key(state.tags),
        digest(plain_bytes([(row.slug, row.near) for row in ordered])),
    )


def view(
    bench: Bench, sources: Sources, state: State, seen: Scan, ordered: Sequence[Row], keys: Keys, terms: Shelf
) -> View:
    """Return what products are made of; of the shelf of hashtags nothing is read yet."""
    tags = Shelf(bench, state.tags)
    topics = tuple(unpack(TopicEntry, one) for one in get(bench, state.topics[1]))
    articles = Packed(ArticleRef, {row.slug: row.ref for row in ordered})
    named = {entry.topic.slug: entry for entry in topics}
    lookup = pages.Lookup(articles, Packed(TermEntry, terms), Packed(TagEntry, tags), named, Cited(articles, named))
    index = brief_index([row.ref for row in ordered], terms, tags, topics)
    return View(bench, index, terms, tags, lookup, sources, state, seen, ordered, keys)


def products(view: View) -> Iterator[Product]:
    """Yield every product of the site but those made of whole texts: books, and the index for full text."""
    index, keys = view.index, view.keys
    site, look = view.bench.site, env(view.bench)

    def page(path: str, made: Callable[[], str], *parts: bytes) -> Product:
        return Product(f"page:{path}", key(keys.shared, *parts), lambda: iter([(path, made().encode())]))

    terms, tags = term_lines(view.terms), tag_lines(view.tags)
    first = (keys.refs, keys.topics, keys.terms, keys.tags)
    yield page("", lambda: pages.home(look, site, index, terms, tags), *first)
    sheets = list(_sheets(view, terms, tags))
    for sheet in sheets:
        yield page(sheet.path, partial(pages.listed, look, site, sheet), repr(sheet).encode())
    yield page("topics/", lambda: pages.topics(look, site, index), keys.topics)
    yield page("404.html", lambda: pages.not_found(look, site))
    yield page("my-words/", lambda: pages.my_words(look, site))
    for entry in index.topics:
        yield _topic(view, entry)
    for plain in view.sources.pages:
        yield _plain(view, plain.slug, key(keys.shared, repr(plain)))
    listed = [sheet.path for sheet in sheets]
    # What takes most memory comes first: what comes later finds room in it.
    parts = (keys.solid, keys.uncounted, keys.topics, keys.terms, keys.tags, keys.uses)
    yield Product("search", key(*parts), lambda: exports.search_of_site(site, index, Used(view.bench, view.ordered)))
    indexed = (keys.solid, keys.uncounted, keys.topics, keys.names, repr(listed).encode())
    yield Product("site", key(*indexed), lambda: _site(view, listed))
    yield Product("glossary", key(keys.solid, keys.terms), lambda: _glossary(view, terms))
    if site.packs != "none":
        studied = key(keys.solid, keys.topics, keys.terms, keys.tags)
        yield Product("packs", studied, lambda: exports.packs_of_site(site, index))
    for one in _pictures(view.bench, view.ordered, view.seen):
        yield Product(f"picture:{one.target}", one.mark, partial(_copied, one.target, one.file))
    yield from _static(view)


def _sheets(view: View, terms: Sequence[Line], tags: Sequence[Line]) -> Iterator[listing.Sheet]:
    """Yield the pages of all long lists."""
    yield from listing.articles(view.index.articles[:])
    yield from listing.glossary(terms)
    yield from listing.hashtags(tags)
    for entry in view.index.topics:
        if len(entry.articles) > listing.ARTICLES:
            yield from listing.on_topic(entry.topic, [view.lookup.articles[slug] for slug in entry.articles])


class Used(Mapping[str, tuple[str, ...]]):
    """The terms that each article uses, by slug; read when asked for."""

    __slots__ = ("_bench", "_refs")

    def __init__(self, bench: Bench, rows: Iterable[Row]) -> None:
        """Hold where the uses of ``rows`` stand."""
        self._bench = bench
        self._refs = {row.slug: row.uses for row in rows}

    def __getitem__(self, slug: str) -> tuple[str, ...]:
        return Uses(*get(self._bench, self._refs[slug])).terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._refs)

    def __len__(self) -> int:
        return len(self._refs)


def _topic(view: View, entry: TopicEntry) -> Product:
    """Return a topic's page and feed."""
    lookup, site = view.lookup, view.bench.site
    chosen = [lookup.articles[slug] for slug in entry.articles]

    def make() -> Made:
        introduction, _ = to_html(entry.topic.introduction)
        path = address.topic_path(entry.topic.slug)
        html = pages.topic(env(view.bench), site, lookup, entry, introduction)
        yield path, html.encode()
        yield exports.topic_feed(site, entry, chosen)

    briefs = [view.terms.get(name, ()) for name in (*entry.terms, *entry.people)]
    tags = [view.tags.get(name, ()) for name in entry.hashtags]
    parts = plain_bytes((pack(TopicEntry, entry), [pack(ArticleRef, one) for one in chosen], briefs, tags))
    return Product(f"topic:{entry.topic.slug}", key(view.keys.shared, parts), make)


def books(bench: Bench, solid: bytes, state: State, ordered: Sequence[Row], seen: Scan) -> Iterator[Product]:
    """Yield the book of each topic that has articles, where the settings ask for books."""
    rows = {row.slug: row for row in ordered}
    drawn = list(_pictures(bench, ordered, seen)) if bench.site.books else []
    for packed in get(bench, state.topics[1]) if bench.site.books else ():
        entry: TopicEntry = unpack(TopicEntry, packed)
        if entry.articles:
            yield _book(bench, solid, entry, [rows[slug] for slug in entry.articles], drawn)


def _book(bench: Bench, solid: bytes, entry: TopicEntry, rows: Sequence[Row], drawn: Sequence[Picture]) -> Product:
    """Return a topic's book; ``rows`` are its articles, the newest first: a book begins with the oldest of them."""
    from site_builder.export.epub import MOST  # noqa: PLC0415 - most builds make no book

    path, shown = address.book_path(entry.topic.slug), rows[:MOST]
    slugs = {row.slug for row in shown}
    pictures = [one for one in drawn if one.slug in slugs]

    def make() -> Made:
        articles = [unpack(AnnotatedArticle, get(bench, row.mark)) for row in reversed(shown)]
        have = {one.target: one.file.read_bytes() for one in pictures}
        yield path, exports.book(bench.site, entry.topic, articles, len(rows), have)[1]

    marks = [(one.target, one.mark) for one in pictures]
    parts = (pack(Topic, entry.topic), len(rows), [(row.mark_key, row.mark[2:]) for row in shown], marks)
    return Product(f"{BOOK}{path}", key(solid, plain_bytes(parts)), make)


def full_text(
    bench: Bench, ordered: Sequence[Row], when: When, check: Callable[[], None], standing: bytes
) -> Iterator[Product]:
    """Yield the index for searching whole texts, or, put off, the one that stands: ``standing`` is its key, if any.

    ``check`` raises where the one who asked for the build wants no more of it.
    """

    def texts() -> Iterator[FullText]:
        from site_builder.export.fulltext import full_text as text_of  # noqa: PLC0415 - as above

        for row in ordered:
            check()
            yield text_of(bench.site, unpack(AnnotatedArticle, get(bench, row.mark)))

    mark = digest(plain_bytes([(row.slug, row.mark[2:]) for row in ordered])) if when == "now" else standing
    if when != "never" and mark:
        yield Product(TEXT, mark, lambda: iter(pagefind.index(texts())))


def _plain(view: View, slug: str, mark: bytes) -> Product:
    page = next(one for one in view.sources.pages if one.slug == slug)

    def make() -> Made:
        html, _ = to_html(page.body, root="../")
        made = pages.plain(env(view.bench), view.bench.site, page, html)
        yield f"{slug}/", made.encode()

    return Product(f"page:{slug}/", mark, make)


def _site(view: View, listed: Iterable[str]) -> Made:
    yield from exports.of_site(view.bench.site, view.index, _indexable(view, listed))


def _indexable(view: View, listed: Iterable[str]) -> Iterator[str]:
    """Yield the pages that search engines may list; ``listed`` are those of lists."""
    yield from ("", "topics/", *listed)
    yield from (address.article_path(row.slug) for row in view.ordered if not row.ref[RESERVED])
    yield from (address.topic_path(entry.topic.slug) for entry in view.index.topics)
    how = view.bench.site.entries
    yield from dict.fromkeys(address.term_page(name, how) for name in view.lookup.terms)
    yield from dict.fromkeys(address.hashtag_page(name, how) for name in view.lookup.hashtags)
    yield from (f"{page.slug}/" for page in view.sources.pages)


def _glossary(view: View, terms: Iterable[Line]) -> Made:
    """Yield the exported glossary, from the lines that the workers made; one of its forms is held at a time."""
    names = [term.name for term in terms]

    def ordered(form: int) -> Iterator[bytes]:
        lines: dict[str, bytes] = {}
        for ref in view.state.lines.values():
            lines.update((name, both[form]) for name, both in get(view.bench, ref).items())
        return (lines.pop(name) for name in names)

    yield "glossary.json", data.json_list(ordered(0))
    yield "glossary.tsv", b"".join([data.glossary_head(), *ordered(1)])


class Picture(NamedTuple):
    """A picture that the site publishes: of which article, its path in the site, its file, the digest of that."""

    slug: str
    target: str
    file: Path
    mark: bytes


def _pictures(bench: Bench, ordered: Sequence[Row], seen: Scan) -> Iterator[Picture]:
    """Yield the pictures in the folders of the articles whose text is shown."""
    root, shown = Path(bench.root), {row.slug for row in ordered if not (bench.site.public and row.ref[RESERVED])}
    for name in sorted(seen.files):
        found = PICTURE.fullmatch(name.removeprefix(f"{ARTICLES}/"))
        file = root / name
        if found and found[1] in shown and file.is_file() and file.resolve().is_relative_to(root.resolve()):
            yield Picture(found[1], address.article_path(found[1]) + found[2], file, seen.of(name))


def _copied(target: str, file: Path) -> Made:
    yield target, file.read_bytes()


def _static(view: View) -> Iterator[Product]:
    for name, file in templates.static_files(Path(view.bench.root)):
        data_ = file.read_bytes()
        yield Product(f"static:{name}", digest(data_), partial(_squeezed, name, data_))


def _squeezed(name: str, data_: bytes) -> Made:
    yield name, squeeze(name, data_)


def as_they_are(state: State) -> Iterator[Product]:
    """Yield what ``products`` yields where its ``standing`` is that of ``state``: nothing of it is to be made."""
    for name, mark in state.lists.items():
        if name != TEXT and not name.startswith(BOOK):
            yield Product(name, mark, lambda: iter(()))


def standing(keys: Keys, sources: Sources, seen: Scan) -> bytes:
    """Return the key of everything that ``products`` are made of."""
    beside = (name for name in seen.files if name.startswith(f"{ARTICLES}/") and not name.endswith(".md"))
    pictures = [(name, seen.files[name][2]) for name in sorted(beside)]
    said = [pack(PlainPage, page) for page in sources.pages]
    return key(*keys, plain_bytes((pictures, said)), plain_bytes([pack(Topic, topic) for topic in sources.topics]))


def make(
    products: Iterable[Product], bench: Bench, state: State, files: Files, stages: Stages, *, every: bool
) -> list[str]:
    """Make the products whose key changed, let go of the files of those that are no more; return what was made."""
    made = []
    keys: dict[str, bytes] = {}
    owners: dict[str, tuple[str, ...]] = {}
    for product in products:
        keys[product.name] = product.key
        if not every and state.lists.get(product.name) == product.key:
            owners[product.name] = state.owners[product.name]
            continue
        done = Done({}, [], {})
        with stages(f"lists: {product.name.partition(':')[0]}"):
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
