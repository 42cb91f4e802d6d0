"""Citations of an article and of its paragraphs.

Input: an article and the address of its page. Output: BibTeX, RIS, CSL-JSON, plain text; for a paragraph a
link that finds it by its words (WICG text fragments) and a hash of its text, so that a change shows.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from site_builder.export.dates import parts
from site_builder.model.article import Article
from site_builder.model.han import has_hanzi
from site_builder.model.text import Block, FlatText

_BODIES = frozenset(
    ("agency", "bureau", "center", "centre", "daily", "editors", "group", "magazine", "news", "office", "staff", "team")
)
_TEX = {
    **{char: f"\\{char}" for char in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST_NAME = 5  # words; what is longer is a body, not a person
_EDGE = 5  # words that a text fragment names at each end of a paragraph
_SHORT = 12  # words up to which a text fragment names the whole paragraph


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as bibliographies file it; ``family`` is empty where only the whole is known."""

    whole: str
    given: str = ""
    family: str = ""

    @property
    def filed(self) -> str:
        """The name with the family name first: ``Koetse, Manya``."""
        return f"{self.family}, {self.given}" if self.family else self.whole


def name(whole: str) -> Name:
    """Split a name at its family name: the last word, with the lower-case particles before it.

    Names in Chinese characters, of one word, and of bodies ("Xinhua", "News Team") stay whole.
    """
    words = whole.split()
    if not 1 < len(words) <= _LONGEST_NAME or has_hanzi(whole) or _BODIES & {word.lower() for word in words}:
        return Name(whole)
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].islower():
        cut -= 1
    return Name(whole, " ".join(words[:cut]), " ".join(words[cut:]))


def key(article: Article) -> str:
    """Return the article's citation key: its slug where that is plain ASCII, else a hash of it."""
    safe = re.sub(r"[^A-Za-z0-9-]+", "", article.slug)
    return safe if safe == article.slug else f"article-{hashlib.sha256(article.slug.encode()).hexdigest()[:8]}"


def address_of(article: Article, page: str) -> str:
    """Return what a citation points to: the original where it is known, else ``page``."""
    return article.source.url or page


def bibtex(article: Article, page: str) -> str:
    """Return a BibTeX entry; ``page`` is the address of the article's page on this site."""
    date = parts(article.date)
    fields = {
        "author": " and ".join(_tex_name(name(one)) for one in article.authors),
        "title": f"{{{_tex(article.title)}}}",
        "year": f"{date[0]:04}" if date else "",
        "month": _MONTHS[date[1] - 1] if len(date) > 1 else "",
        "publisher": _tex(article.publisher),
        "url": address_of(article, page),
        "language": article.lang,
        "note": f"Annotated at {_tex(page)}" if article.source.url and page else "",
    }
    lines = [f"  {field} = {_tex_value(field, value)}," for field, value in fields.items() if value]
    return "\n".join([f"@misc{{{key(article)},", *lines, "}"]) + "\n"


def ris(article: Article, page: str) -> str:
    """Return an RIS record; its lines end in CR LF, as the format asks."""
    date = parts(article.date)
    lines = [
        ("TY", "ELEC"),
        *(("AU", name(one).filed) for one in article.authors),
        *(("A2", name(one).filed) for one in article.contributors),
        ("TI", article.title),
        ("PY", f"{date[0]:04}" if date else ""),
        ("DA", "/".join([f"{date[0]:04}", *(f"{n:02}" for n in date[1:])]) + "/" * (3 - len(date)) if date else ""),
        ("PB", article.publisher),
        ("AB", article.dek),
        ("LA", article.lang),
        *(("KW", topic) for topic in article.topics),
        ("UR", address_of(article, page)),
        ("N1", f"Annotated at {page}" if article.source.url and page else ""),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value or tag == "ER")


def csl(article: Article, page: str) -> dict[str, Any]:
    """Return the article as an item of CSL-JSON 1.0.2, ready for ``json.dumps``."""
    item: dict[str, Any] = {"id": key(article), "type": "webpage", "title": article.title, "language": article.lang}
    if article.authors:
        item["author"] = [_csl_name(name(one)) for one in article.authors]
    if article.contributors:
        item["contributor"] = [_csl_name(name(one)) for one in article.contributors]
    if date := parts(article.date):
        item["issued"] = {"date-parts": [date]}
    optional = {"container-title": article.publisher, "abstract": article.dek, "URL": address_of(article, page)}
    return item | {field: value for field, value in optional.items() if value}


def csl_json(article: Article, page: str) -> str:
    """Return a CSL-JSON file with this one item."""
    return json.dumps([csl(article, page)], ensure_ascii=False, indent=1) + "\n"


def plain(article: Article, page: str) -> str:
    """Return the citation as one line of text, in the author-date order of the Chicago Manual."""
    authors = _list([name(article.authors[0]).filed, *article.authors[1:]]) if article.authors else article.publisher
    date = parts(article.date)
    title = article.title.replace("‘", "‹").replace("“", "‘").replace("”", "’").replace("‹", "“")
    said = [authors, str(date[0]) if date else "n.d.", f"“{title}”", article.publisher if article.authors else ""]
    sentences = " ".join(_stopped(part) for part in said if part)
    return f"{sentences} {address_of(article, page)}".rstrip()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as it is cited: the id of its block, its link, the SHA-256 of its text."""

    block: str
    link: str
    sha256: str


def passages(body: FlatText, page: str) -> tuple[Passage, ...]:
    """Return every block of a body as it is cited; ``page`` is the address of the article's page."""
    return tuple(passage(body.text[block.span.start : block.span.end], block, page) for block in body.blocks)


def passage(text: str, block: Block, page: str) -> Passage:
    """Return one block as it is cited. The hash is of the text in NFC with each run of white space as one space."""
    return Passage(block.id, f"{page}#{quote(block.id)}:~:text={_directive(text)}", content_hash(text))


def content_hash(text: str) -> str:
    """Return the SHA-256 of a text in NFC with each run of white space as one space, in UTF-8."""
    return hashlib.sha256(" ".join(unicodedata.normalize("NFC", text).split()).encode()).hexdigest()


def _directive(text: str) -> str:
    words = text.split()
    if len(words) <= _SHORT:
        return _fragment(words)
    return f"{_fragment(words[:_EDGE])},{_fragment(words[-_EDGE:])}"


def _fragment(words: list[str]) -> str:
    # "-", "&" and "," are syntax in a text directive; ``quote`` would leave the first as it is.
    return quote(" ".join(words), safe="").replace("-", "%2D")


def _tex(value: str) -> str:
    return "".join(_TEX.get(char, char) for char in _line(value))


def _tex_name(person: Name) -> str:
    return f"{_tex(person.family)}, {_tex(person.given)}" if person.family else f"{{{_tex(person.whole)}}}"


def _tex_value(field: str, value: str) -> str:
    return value if field == "month" else f"{{{value}}}"


def _csl_name(person: Name) -> dict[str, str]:
    if person.family:
        return {"family": person.family, "given": person.given}
    return {"literal": person.whole}


def _line(value: str) -> str:
    return " ".join(value.split())


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, and {names[-1]}"


def _stopped(part: str) -> str:
    """Close a part of a citation with a full stop, inside its quotation mark, unless it has one."""
    if part.endswith("”"):
        inner = part[:-1]
        return f"{inner}”" if inner.endswith((".", "?", "!")) else f"{inner}.”"
    return part if part.endswith((".", "?", "!")) else f"{part}."
