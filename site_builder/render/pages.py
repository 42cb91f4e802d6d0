"""Makes the HTML of every kind of page from values, through the templates.

Input: the site's settings, entries of the index, woven articles. Output: a page as a string. Nothing
is read from disk but templates, through the loader that ``environment`` is given folders for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from jinja2 import Environment
from markupsafe import Markup

from site_builder.model import address
from site_builder.model.article import Article
from site_builder.model.editorial import PlainPage
from site_builder.model.index import ArticleRef, Index, Related, TagEntry, TagWord, TermEntry, TopicEntry
from site_builder.model.site import Site
from site_builder.render.han import html_with_lang, with_lang
from site_builder.render.leaf import Leaf
from site_builder.render.listing import ARTICLES, FEW, SENSES, Line, Sheet, most_used, tag_line, term_line
from site_builder.render.quotes import Cited, Quoted, Quotes

Entry = TypeVar("Entry")

_OF_ALL = ("base.html", "macros.html", "masthead.html", "foot.html", "assets.html")
OF_ARTICLES = ("article.html", *_OF_ALL)
OF_ENTRIES = ("term.html", "hashtag.html", "glossary-entries.html", "hashtag-entries.html", *_OF_ALL)
"""The templates of which the pages of articles are made, and those of terms and hashtags."""
QUOTED = 3
"""Places that a page of many entries quotes of each."""
LATEST = 12
"""How many articles the home page shows: it must not grow with the collection."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The entries of the index by name, for pages that show facts of others. Made once a build.

    ``cited`` are the articles and topics as citations name them.
    """

    articles: Mapping[str, ArticleRef]
    terms: Mapping[str, TermEntry]
    hashtags: Mapping[str, TagEntry]
    topics: Mapping[str, TopicEntry]
    cited: Cited

    @classmethod
    def of(cls, index: Index) -> Lookup:
        """Return the index by name."""
        articles = {ref.slug: ref for ref in index.articles}
        topics = {entry.topic.slug: entry for entry in index.topics}
        return cls(
            articles,
            {entry.term: entry for entry in index.terms},
            {entry.name: entry for entry in index.hashtags},
            topics,
            Cited(articles, topics),
        )


@dataclass(frozen=True, slots=True)
class Around:
    """What an article's page shows of the rest of the site.

    ``topics`` are (slug, title); ``citation`` is the article as it is cited, in one line of text; ``packs`` says
    that study packs lie beside the page.
    """

    topics: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()
    citation: str = ""
    packs: bool = False


_ALONE = Around()


def withheld(site: Site, article: Article) -> bool:
    """Tell whether this build leaves the article's text out: a public one, and its rights are not ours."""
    return site.public and not article.rights.may_publish


def article(env: Environment, site: Site, leaf: Leaf, ref: ArticleRef, around: Around = _ALONE) -> str:
    """Return an article's page; ``ref`` has what lists say of the article.

    In a public build an article whose rights are reserved must be woven with ``text=False``.
    """
    path = address.article_path(leaf.article.slug)
    return _page(
        env,
        "article.html",
        site,
        path,
        article=leaf.article,
        woven=leaf.woven,
        ref=ref,
        related=around.related,
        topics=around.topics,
        citation=around.citation,
        packs=around.packs,
        contents=leaf.contents,
        profile=leaf.profile,
        people=[one for one in leaf.names if one.kind == "person"],
        organisations=[one for one in leaf.names if one.kind == "organisation"],
        hashtags=leaf.hashtags,
        long=leaf.long,
        apart=bool(leaf.told),
        withheld=withheld(site, leaf.article),
        noindex=not leaf.article.rights.may_publish,
    )


def home(env: Environment, site: Site, index: Index, terms: Iterable[Line], tags: Iterable[Line]) -> str:
    """Return the home page: what is new, the topics, a word of the day, search."""
    words = (line for line in terms if line.mined and line.kind not in _NAMES)
    return _page(
        env,
        "home.html",
        site,
        "",
        articles=index.articles[:LATEST],
        more=len(index.articles) - LATEST,
        topics=index.topics[:LATEST],
        hashtags=most_used(tags, LATEST),
        words=most_used(words, _WORDS_OF_THE_DAY),
    )


_NAMES = frozenset(("person", "organisation", "place"))
_WORDS_OF_THE_DAY = 31  # one for each day of a month; the browser picks


def listed(env: Environment, site: Site, sheet: Sheet) -> str:
    """Return one page of a long list: of articles, of the glossary, of hashtags."""
    return _page(env, f"{sheet.of}.html", site, sheet.path, sheet=sheet)


def topic(env: Environment, site: Site, lookup: Lookup, entry: TopicEntry, introduction: str) -> str:
    """Return a topic's page; ``introduction`` is its text as ``body.to_html`` gives it."""
    found = _found(lookup.articles, entry.articles)
    return _page(
        env,
        "topic.html",
        site,
        address.topic_path(entry.topic.slug),
        entry=entry,
        introduction=html_with_lang(introduction),
        articles=found if len(found) <= ARTICLES else found[:FEW],
        total=len(found),
        easiest=sorted(found, key=_difficulty)[:LATEST] if len(found) > 1 else [],
        terms=list(map(term_line, _found(lookup.terms, entry.terms))),
        people=list(map(term_line, _found(lookup.terms, entry.people))),
        hashtags=list(map(tag_line, _found(lookup.hashtags, entry.hashtags))),
    )


def _difficulty(ref: ArticleRef) -> tuple[int, int, str]:
    """Return the place of an article in the order of reading: by its words beyond HSK 4, then by its length."""
    return ref.hard, ref.chinese, ref.slug


def topics(env: Environment, site: Site, index: Index) -> str:
    """Return the list of topics."""
    return _page(env, "topics.html", site, "topics/", topics=index.topics)


def term(env: Environment, site: Site, lookup: Lookup, entry: TermEntry) -> str:
    """Return a term's page: how it is rendered, by whom, where; and its concordance."""
    path = address.term_path(entry.term)
    quotes = Quotes(site, lookup.cited, _root(path))
    quoted = {place.article for place in entry.places}
    others = [slug for slug in entry.articles if slug not in quoted]
    return _page(
        env,
        "term.html",
        site,
        path,
        entry=entry,
        renderings=quotes.renderings(entry.renderings),
        concordance=quotes.concordance(entry.places),
        others=quotes.articles(others[:FEW]),
        more=len(others) - FEW,
        topics=quotes.topics(entry.topics),
    )


def term_pages(env: Environment, site: Site, lookup: Lookup, entries: Iterable[TermEntry]) -> Iterator[tuple[str, str]]:
    """Yield the path and the page of each term; or of each character, all entries of one being given."""
    if site.entries == "pages":
        yield from ((address.term_path(entry.term), term(env, site, lookup, entry)) for entry in entries)
        return
    for head, same in _by_head((entry.term, entry) for entry in entries):
        path = f"glossary/{head}/"
        quotes = Quotes(site, lookup.cited, _root(path))
        rows = [(address.term_slug(entry.term), entry, *_quoted(quotes, entry)) for entry in same]
        yield path, _page(env, "glossary-entries.html", site, path, head=head, rows=rows)


def _quoted(quotes: Quotes, entry: TermEntry) -> tuple[Markup, Markup]:
    """Return what a page of many entries quotes of one term: a sentence for each rendering, a few places."""
    few = (replace(one, uses=one.uses[:1]) for one in entry.renderings)
    return quotes.renderings(few), quotes.concordance(entry.places[:QUOTED])


def hashtag_pages(
    env: Environment, site: Site, lookup: Lookup, entries: Iterable[TagEntry]
) -> Iterator[tuple[str, str]]:
    """Yield the path and the page of each hashtag; or of each character, likewise."""
    if site.entries == "pages":
        yield from ((address.hashtag_path(entry.name), hashtag(env, site, lookup, entry)) for entry in entries)
        return
    for head, same in _by_head((entry.name, entry) for entry in entries):
        path = f"hashtags/{head}/"
        root = _root(path)
        quotes = Quotes(site, lookup.cited, root)
        rows = [(address.term_slug(entry.name), entry, *_quoted_tag(quotes, entry, root)) for entry in same]
        yield path, _page(env, "hashtag-entries.html", site, path, head=head, rows=rows)


def _quoted_tag(quotes: Quotes, entry: TagEntry, root: str) -> tuple[object, Markup, list[Quoted]]:
    """Return the words of a hashtag, and what a page of many quotes of it."""
    uses = list(map(quotes.quoted, entry.uses[:QUOTED]))
    return [_word(word, root) for word in entry.words], quotes.renderings(entry.translations), uses


def _by_head(entries: Iterable[tuple[str, Entry]]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the entries, given with their names, by the character under which a dictionary has them."""
    found: dict[str, list[Entry]] = {}
    for name, entry in entries:
        found.setdefault(address.head(name), []).append(entry)
    yield from sorted(found.items())


def hashtag(env: Environment, site: Site, lookup: Lookup, entry: TagEntry) -> str:
    """Return a hashtag's page: its words, translations, contexts, views, siblings."""
    path = address.hashtag_path(entry.name)
    quotes = Quotes(site, lookup.cited, _root(path))
    return _page(
        env,
        "hashtag.html",
        site,
        path,
        entry=entry,
        words=[_word(word, _root(path)) for word in entry.words],
        translations=quotes.renderings(entry.translations),
        uses=list(map(quotes.quoted, entry.uses)),
        views=[(views.text, quotes.quoted(views.place).where) for views in entry.views],
        topics=quotes.topics(entry.topics),
        siblings=list(map(tag_line, _found(lookup.hashtags, (name for name, _ in entry.siblings)))),
    )


def _word(word: TagWord, root: str) -> tuple[str, str, str, Markup]:
    """Return one word of a hashtag: the link to its term or "", its characters, pinyin, English."""
    english = Markup(with_lang("; ".join(word.gloss.senses[:SENSES])))  # noqa: S704 - with_lang escapes
    if word.reading is None:
        return "", word.text, "", english
    return root + address.term_path(word.term or word.text), word.text, word.reading.text, english


def plain(env: Environment, site: Site, page: PlainPage, html: str) -> str:
    """Return a plain page; ``html`` is its body as ``body.to_html`` gives it, with root ``../``."""
    return _page(env, "page.html", site, f"{page.slug}/", page=page, html=html_with_lang(html))


def my_words(env: Environment, site: Site) -> str:
    """Return the page of a reader's own words; the browser fills it."""
    return _page(env, "my-words.html", site, "my-words/", noindex=True)


def not_found(env: Environment, site: Site) -> str:
    """Return what a server shows for an address that leads nowhere: it stands at any depth, so links are absolute."""
    return _page(env, "404.html", site, "404.html", noindex=True, root=site.base_url or "/")


def _found(entries: Mapping[str, Entry], names: Iterable[str]) -> list[Entry]:
    return [entries[name] for name in names if name in entries]


def _root(path: str) -> str:
    return "../" * path.count("/") or "./"


def _page(env: Environment, template: str, site: Site, path: str, **values: object) -> str:
    """Render one template; every template has ``site``, ``path`` and ``root`` (the way to the site's root)."""
    root = str(values.get("root") or _root(path))
    section = path.partition("/")[0] + "/" if template in _LISTS else ""
    known = {**_frame(env, site, root, section), "path": path, "root": root, "noindex": False, **values}
    found = env.get_template(template)
    # As ``Template.render`` does, which makes a chain of two mappings and a copy of it first.
    context = found.new_context(known, shared=True)
    try:
        return "".join(found.root_render_func(context))
    except Exception:
        env.handle_exception()


_LISTS = frozenset(("articles.html", "topics.html", "hashtags.html", "glossary.html"))
_FRAMES = 32  # the ways to the root, and the sections: a few of each


@lru_cache(_FRAMES)
def _frame(env: Environment, site: Site, root: str, section: str) -> dict[str, object]:
    """Return what all pages of one depth share: what their heads load, the masthead, the foot, all that Jinja knows."""
    known = {"site": site, "root": root, "section": section}
    parts = ("assets", "masthead", "foot")
    made = {part: Markup(env.get_template(f"{part}.html").render(known)) for part in parts}  # noqa: S704 - a template's
    return {**env.globals, "site": site, **made}
