"""Where each page of the site lives: one definition for every room.

Input: slugs and Chinese terms. Output: paths relative to the site's root, with a trailing slash,
not percent-encoded (an IRI; the writer of links encodes where it must).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from site_builder.model.site import Entries

_UNSAFE = re.compile(r"[^\w-]+")
_ENTRY = re.compile(r"((?:glossary|hashtags)/)([^/#?]+)/(?:#.*)?")
_LONGEST = 60  # code points: three UTF-8 bytes each stay under the 255 bytes a file name may have


def term_slug(term: str) -> str:
    """Return the folder name of a term: its own characters, readable, unique, fit for any file system.

    Letters are lower case (some file systems fold case). What had to be changed or cut gets the first
    eight hex digits of its SHA-256, so that two terms never share a folder.
    """
    text = unicodedata.normalize("NFC", term).lower()
    safe = _UNSAFE.sub("-", text).strip("-")[:_LONGEST]
    if safe and safe == term:
        return safe
    mark = hashlib.sha256(term.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{safe}-{mark}" if safe else mark


def head(name: str) -> str:
    """Return the character under which a dictionary has a term or hashtag: the first of its folder's name."""
    return term_slug(name)[0]


def anchored(path: str) -> str:
    """Return where an entry stands on a page that it shares; other paths as they are.

    >>> anchored("glossary/诚信/"), anchored("articles/song/")
    ('glossary/诚/#诚信', 'articles/song/')
    """
    found = _ENTRY.fullmatch(path)
    return f"{found[1]}{found[2][0]}/#{found[2]}" if found else path


def article_path(slug: str) -> str:
    """Return the path of an article's page."""
    return f"articles/{slug}/"


def topic_path(slug: str) -> str:
    """Return the path of a topic's page."""
    return f"topics/{slug}/"


def term_path(term: str) -> str:
    """Return the path of a term's page in the glossary."""
    return f"glossary/{term_slug(term)}/"


def hashtag_path(name: str) -> str:
    """Return the path of a hashtag's page; ``name`` is the canonical name, without ``#``."""
    return f"hashtags/{term_slug(name)}/"


def term_page(term: str, entries: Entries) -> str:
    """Return the path of the page on which a term stands; ``entries`` is the site's setting."""
    return term_path(term) if entries == "pages" else f"glossary/{head(term)}/"


def hashtag_page(name: str, entries: Entries) -> str:
    """Return the path of the page on which a hashtag stands, likewise."""
    return hashtag_path(name) if entries == "pages" else f"hashtags/{head(name)}/"


def relative(to: str, base: str) -> str:
    """Return the relative link from page ``base`` to ``to``; both are site paths, ``""`` is the home page.

    >>> relative("glossary/诚信/", "articles/song/")
    '../../glossary/诚信/'
    """
    up = "../" * base.count("/")
    return (up + to) or "./"


def feed_path(page: str) -> str:
    """Return the path of the feed that follows a page; ``""`` is the home page."""
    return f"{page}feed.xml"


def annotations_path(slug: str) -> str:
    """Return the path of the editors' notes on an article, as W3C Web Annotations."""
    return f"articles/{slug}/notes.jsonld"


def references_path(slug: str) -> str:
    """Return the path of the works that an article names, as CSL-JSON."""
    return f"articles/{slug}/references.csl.json"


def citation_path(slug: str, form: str) -> str:
    """Return the path of an article's citation; ``form`` is ``bib``, ``ris`` or ``csl.json``."""
    return f"articles/{slug}/cite.{form}"


def meanings_path(slug: str, form: str) -> str:
    """Return the path of what is said of an article's words beside its page; ``form`` is ``js`` or ``css``."""
    return f"articles/{slug}/meanings.{form}"


def pack_path(page: str, form: str) -> str:
    """Return the path of the study pack that goes with a page; ``form`` is ``apkg`` or ``tsv``."""
    return f"{page}cards.{form}"


def book_path(slug: str) -> str:
    """Return the path of a topic's EPUB."""
    return f"topics/{slug}/book.epub"
