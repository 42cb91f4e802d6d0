"""The list of references at the foot of an article as fields: who, when, what, where, and when it was read.

Input: an article's Markdown. Output: a ``Reference`` for each entry that shows a title or an address. Forms are told by
what stands in the entry (a year in brackets, a quoted or italic title, ``[J]``), so that APA, MLA, Chicago and
GB/T 7714 need no name. The body keeps every word; what is not understood stays there alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.clean.words.cited_names import read_authors
from site_builder.clean.words.dates import find_date
from site_builder.model.reference import HEADING, Reference

_HEAD = re.compile(r"(?m)^#{2,6} (.+)$")
_ITEM = re.compile(r"(?:[-*+]|\d+\.) +")
_LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]\(([^()\s]*)\)")
_ITALIC = re.compile(r"(?<![\\*])\*{1,3}(?=\S)(.+?)(?<![\\\s])\*{1,3}(?!\*)")
_NOTE_MARK = re.compile(r"(?<!\\)\[\^\w+\]")
_ESCAPE = re.compile(r"\\(?=[^\w\s])")
_NUMBER = re.compile(r"\[\d{1,3}\]\s*|\d{1,3}[.)、]\s+|[（(]\d{1,3}[)）]\s*")
_URL = re.compile(r"https?://[^\s<>“”\"，。；）」』]*[^\s<>“”\"，。；）」』.,;:)\]]")
_DOI = re.compile(r"\bdoi:?\s*(10\.\d{4,9}/[^\s]*[^\s.,;)])", re.IGNORECASE)
_DATE = (
    r"\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2} [A-Z][a-z]+\.? \d{4}|[A-Z][a-z]+\.? \d{1,2}, \d{4}"
)
_ACCESS = re.compile(
    rf"\[(?P<a>{_DATE})\]|\b(?i:accessed|retrieved|viewed|visited|last checked)(?: on)?:? (?P<b>{_DATE})(?:,? from)?"
    rf"|(?:访问|检索|浏览|引用|查阅)(?:日期|时间)?[:：]?\s*(?P<c>{_DATE})|(?P<d>{_DATE})\s*(?:访问|检索|浏览)"
)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(?:20)?(\d\d)")
_YEAR = re.compile(r"(?<![\d–—/.-])(?:1[89]|20)\d\d[a-z]?(?![A-Za-z\d–—])")
_BRACKETED_YEAR = re.compile(r"[(（]((?:1[89]|20)\d\d[a-z]?|n\.d\.)\b[^()（）]*[)）][.,:：，]?\s*")
_PLAIN_YEAR = re.compile(r"[.,] ((?:1[89]|20)\d\d[a-z]?)[.,:] ")
_CODE = re.compile(r"\s*\[(?:[A-Z]{1,2}(?:/[A-Z]{2})?)\]")
_SENTENCE = re.compile(r"(.+?[^A-Z\s.][.?!。？！])(?:\s|$)")
_QUOTES = {"“": "”", '"': '"', "《": "》", "「": "」", "‘": "’"}
_PUBLISHED = re.compile(r"《([^《》]+)》|([^,，.。;；()（）\[\]]*(?:\.(?=\S)[^,，.。;；()（）\[\]]*)*)")
_NO_NAME = re.compile(
    r"(?i:available|accessed|retrieved|doi|vol|no|pp?|in|from|online|web|last)\b|\d|(?:jan|feb|mar|apr|may|june?|july?|aug"
    r"|sep|oct|nov|dec)\w*\.? \d",
    re.IGNORECASE,
)
_ENDS = " .,:：，、；;。．"
_LONGEST = 2000  # characters of an entry; a longer one is running text


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry without its marks: the text, what of it was italic, where its links lead."""

    text: str
    italics: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """An entry cut at its title."""

    before: str
    title: str
    after: str


def read_references(body: str) -> tuple[Reference, ...]:
    """Return the references in ``body`` that could be read, in their order."""
    found = (read_reference(item) for item in _items(body) if len(item) <= _LONGEST)
    return tuple(one for one in found if one is not None)


def _items(body: str) -> Iterator[str]:
    """Yield the entries below each heading of a list of references, as Markdown."""
    heads = list(_HEAD.finditer(body))
    ends = [*(one.start() for one in heads), len(body)][1:]
    for head, end in zip(heads, ends, strict=True):
        if not HEADING.fullmatch(_bare(head[1]).text.strip()):
            continue
        for block in body[head.end() : end].split("\n\n"):
            if not block.startswith(("[^", "!", "|", "    ", "\n    ")) and "{: .note }" not in block:
                yield from _split(block.strip())


def _split(block: str) -> Iterator[str]:
    lines: list[str] = []
    for line in block.split("\n"):
        mark = _ITEM.match(line)
        if mark and lines:
            yield " ".join(lines)
            lines = []
        lines.append(line[mark.end() :] if mark else line.strip())
    if any(lines):
        yield " ".join(lines)


def _bare(markdown: str) -> _Entry:
    links = tuple((_words(one[1]), html.unescape(one[2])) for one in _LINK.finditer(markdown))
    text = _NOTE_MARK.sub("", _LINK.sub(r"\1", markdown))
    italics = tuple(_words(one[1]).strip(_ENDS) for one in _ITALIC.finditer(text))
    return _Entry(" ".join(_words(_ITALIC.sub(r"\1", text)).split()), italics, links)


def _words(markdown: str) -> str:
    return html.unescape(_ESCAPE.sub("", markdown))


def read_reference(item: str) -> Reference | None:
    """Return one entry, given as Markdown, as fields; None where neither title nor address is seen."""
    entry = _bare(item)
    number = _NUMBER.match(entry.text)
    text = entry.text[number.end() :] if number else entry.text
    url, text = _take_url(text, entry.links)
    accessed, text = _take_access(text)
    cut = _at_title(text, entry)
    if not (cut.title or url):
        return None
    return Reference(
        read_authors(cut.before),
        _year(cut),
        cut.title,
        _publication(cut, entry.italics),
        url,
        accessed,
    )


def _take_url(text: str, links: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    found = _URL.search(text)
    if found:
        return found[0], text[: found.start()] + " " + _URL.sub(" ", text[found.end() :])
    doi = _DOI.search(text)
    if doi:
        return f"https://doi.org/{doi[1]}", text[: doi.start()] + " " + text[doi.end() :]
    return next((url for _, url in links if url.startswith("http")), ""), text


def _take_access(text: str) -> tuple[str, str]:
    found = list(_ACCESS.finditer(text))
    if not found:
        return "", text
    last = found[-1]
    stands = next(value for value in last.groupdict().values() if value)
    dotted = _DOTTED.fullmatch(stands)
    date = find_date(f"20{dotted[3]}-{dotted[2]}-{dotted[1]}" if dotted else stands)
    return (date.text if date else ""), text[: last.start()] + " " + text[last.end() :]


def _at_title(text: str, entry: _Entry) -> _Cut:
    """Cut an entry at its title: by its type in brackets, quotation marks, a year before it, italics, a link."""
    return (
        _coded(text)
        or _quoted(text)
        or _after_year(text, entry.italics)
        or next((_around(text, one) for one in (*entry.italics, *(words for words, _ in entry.links)) if one), None)
        or _Cut("", "", text)
    )


def _coded(text: str) -> _Cut | None:
    """Cut at ``Authors. Title[J]. …``, as GB/T 7714 has it."""
    code = _CODE.search(text)
    if code is None:
        return None
    head = text[: code.start()]
    stop = re.search(r"[.．。]\s*(?=\S)", head)
    at = stop.end() if stop else 0
    return _Cut(head[:at], head[at:].strip(_ENDS), text[code.end() :])


def _quoted(text: str) -> _Cut | None:
    """Cut at the first quotation, whatever is quoted inside it."""
    start = next((i for i, char in enumerate(text) if char in _QUOTES), -1)
    if start < 0:
        return None
    opening, closing, depth = text[start], _QUOTES[text[start]], 0
    for i in range(start, len(text)):
        depth += -1 if text[i] == closing and depth else text[i] == opening
        if depth == 0:
            return _Cut(text[:start], text[start + 1 : i].strip(_ENDS), text[i + 1 :])
    return None


def _after_year(text: str, italics: tuple[str, ...]) -> _Cut | None:
    """Cut after a year that follows the authors: ``Lin, W. (2019). Title. …`` or ``Lin, Wei. 2019. Title. …``."""
    year = _BRACKETED_YEAR.search(text) or _PLAIN_YEAR.search(text)
    if year is None:
        return None
    rest = text[year.end() :]
    title = next((one for one in italics if one and rest.startswith(one)), "")
    sentence = _SENTENCE.match(rest)
    title = title or (sentence[1] if sentence else rest.partition(",")[0])
    return _Cut(text[: year.end()], title.strip(_ENDS), rest[len(title) :]) if title.strip(_ENDS) else None


def _around(text: str, title: str) -> _Cut | None:
    before, found, after = text.partition(title)
    return _Cut(before, title.strip(_ENDS), after) if found and title.strip(_ENDS) else None


def _year(cut: _Cut) -> str:
    """Return the year: before the title where one stands there, else the first one after it."""
    before, after = _YEAR.findall(cut.before), _YEAR.search(cut.after)
    return before[-1] if before else after[0] if after else ""


def _publication(cut: _Cut, italics: tuple[str, ...]) -> str:
    """Return what stands behind the title: a journal, a paper, a site or a publisher (``Beijing: Lantern Press``)."""
    italic = next((one for one in italics if one and one != cut.title and one in cut.after), "")
    if italic:
        return italic
    rest = cut.after.lstrip(_ENDS + "”’\"'")
    found = _PUBLISHED.match(rest)
    name = (found[1] or found[2] or "") if found else ""
    name = re.split(r"[:：]\s*", name)[-1].strip(_ENDS) if not name.startswith("http") else ""
    return "" if _NO_NAME.match(name) or not re.search(r"[^\W\d_]{2}", name) else name
