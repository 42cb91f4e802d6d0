"""A topic as a book: EPUB 3.3 with pinyin as ruby, editors' notes as footnotes and a glossary.

Input: settings, a topic, its annotated articles. Output: the bytes of an EPUB, the same for the same input: its
date of change is that of its newest article. In a public build articles whose rights are reserved are only named.
The container is written with the standard library (EbookLib is AGPL) and validated with EPUBCheck in the tests.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from site_builder.export.chapter import NONE, Vocabulary, chapter, vocabulary
from site_builder.export.dates import UNKNOWN, instant
from site_builder.export.figures import figures, items, named
from site_builder.export.xml import absolute, text
from site_builder.export.zip import pack
from site_builder.model import address
from site_builder.model.article import Article
from site_builder.model.editorial import Topic
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.site import Site

MOST = 50
"""Articles in one book; the preface says how many there are. A book of thousands is no book."""

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_STYLE = """body { font-family: serif; line-height: 1.9; }
h1, h2, h3 { line-height: 1.4; text-align: left; }
figure { margin: 1em 0; } img { max-width: 100%; height: auto; }
ruby { ruby-align: center; } rt { font-size: .5em; font-family: sans-serif; }
a { color: inherit; text-decoration: none; } .source a, .note a, dd a { text-decoration: underline; }
.dek { font-style: italic; } .caption, .source, .rights, .reference, .note { font-size: .85em; line-height: 1.7; }
dt { font-size: 1.2em; margin-top: .8em; } dd { margin-left: 1em; } dt span { font-size: .75em; }
"""


def epub(
    site: Site,
    topic: Topic,
    articles: Sequence[AnnotatedArticle],
    introduction: str = "",
    total: int = 0,
    pictures: Mapping[str, bytes] = NONE,
) -> bytes:
    """Return the book of a topic; ``articles`` in the order of reading, ``introduction`` as plain paragraphs.

    ``total`` is the number of the topic's articles where not all are given; ``pictures`` are those that the site
    publishes, by their path in it.
    """
    chosen = articles[:MOST]
    shown = [one for one in chosen if _shown(site, one.article)]
    words = vocabulary(shown)
    drawn = {one.path: pictures[one.path] for article in shown for one in figures(article, pictures)}
    files = {name: data for path, data in drawn.items() if (name := named(path, data))}
    chapters = [
        (f"article-{number}.xhtml", one.article.title, _article(site, one, words, drawn))
        for number, one in enumerate(chosen, start=1)
    ]
    pages = [
        ("preface.xhtml", topic.title, _preface(site, topic, introduction, total or len(articles))),
        *chapters,
        ("glossary.xhtml", "Glossary", _glossary(words)),
    ]
    return pack(
        [
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", _CONTAINER.encode()),
            (
                "book/package.opf",
                _package(site, topic, chosen, [name for name, _, _ in pages], items(files)).encode(),
            ),
            ("book/nav.xhtml", _navigation(site, topic, [(name, title) for name, title, _ in pages]).encode()),
            ("book/style.css", _STYLE.encode()),
            *((f"book/{name}", _page(site, title, body).encode()) for name, title, body in pages),
            *((f"book/{name}", data) for name, data in files.items()),
        ],
        stored=frozenset({"mimetype"}),
    )


def _shown(site: Site, article: Article) -> bool:
    return article.rights.may_publish or not site.public


def _article(site: Site, annotated: AnnotatedArticle, words: Vocabulary, pictures: Mapping[str, bytes]) -> str:
    article = annotated.article
    if _shown(site, article):
        return chapter(annotated, words, pictures) + _source(site, article)
    hidden = "<p>The rights to this article are reserved: this public edition names it and leads to it.</p>"
    return f"<h1>{text(article.title)}</h1>\n{hidden}\n{_source(site, article)}"


def _source(site: Site, article: Article) -> str:
    said = [", ".join(article.authors), article.publisher, article.date.day]
    links = [(article.source.url, "original")]
    if site.base_url:
        links.append((absolute(site, address.article_path(article.slug)), "on the site, with all its notes"))
    ends = [f'<a href="{text(url)}">{label}</a>' for url, label in links if url.startswith(("http:", "https:"))]
    lines = [f'<p class="source">{" · ".join([*(text(one) for one in said if one), *ends])}</p>']
    if article.rights.notice:
        lines.append(f'<p class="rights">{text(article.rights.notice)}</p>')
    return "\n".join(lines)


def _preface(site: Site, topic: Topic, introduction: str, total: int) -> str:
    paragraphs = [part.strip() for part in (introduction or topic.summary).split("\n\n") if part.strip()]
    lines = [f"<h1>{text(topic.title)}</h1>", *(f"<p>{text(one)}</p>" for one in paragraphs)]
    if total > MOST:
        lines.append(f"<p>The newest {MOST} of {total} articles.</p>")
    lines.append(f'<p class="source">From {text(site.title)}. Meanings: CC-CEDICT, CC BY-SA 4.0.</p>')
    return "\n".join(lines)


def _glossary(words: Vocabulary) -> str:
    entries = "\n".join(entry for _, entry in words.values())
    return "<h1>Glossary</h1>\n" + (f"<dl>\n{entries}\n</dl>" if entries else "<p>No Chinese words.</p>")


def _page(site: Site, title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'xml:lang="{text(site.lang)}" lang="{text(site.lang)}">\n'
        f'<head><title>{text(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _navigation(site: Site, topic: Topic, pages: Iterable[tuple[str, str]]) -> str:
    items = "\n".join(f'<li><a href="{name}">{text(title)}</a></li>' for name, title in pages)
    return _page(site, topic.title, f'<nav epub:type="toc">\n<h1>Contents</h1>\n<ol>\n{items}\n</ol>\n</nav>')


def _package(site: Site, topic: Topic, articles: Sequence[AnnotatedArticle], names: Sequence[str], more: str) -> str:
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{site.base_url or site.title}\n{topic.slug}").urn
    changed = max((instant(one.article.date)[:10] for one in articles), default=UNKNOWN[:10])
    authors = dict.fromkeys(name for one in articles for name in one.article.authors)
    creators = "".join(f"<dc:creator>{text(name)}</dc:creator>\n" for name in authors)
    listed = "\n".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>' for number, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(names)))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{text(site.lang)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{identity}</dc:identifier>
<dc:title>{text(topic.title)}</dc:title>
<dc:language>{text(site.lang)}</dc:language>
<dc:language>zh</dc:language>
{creators}<dc:publisher>{text(site.title)}</dc:publisher>
<meta property="dcterms:modified">{changed}T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
{listed}
{more}</manifest>
<spine>{spine}</spine>
</package>
"""
