"""The fields of an article's front matter, read from its head and its foot, each with where it came from.

Input: a head and the lines. Output: ``Fields``; where two places say different things, both are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from site_builder.clean.lines.head_block import Head
from site_builder.clean.lines.line import Line, unlabelled
from site_builder.clean.lines.opening import reporters
from site_builder.clean.lines.parts import CHANGE, Part, is_bio, rights_of
from site_builder.clean.lines.roles import unmarked
from site_builder.clean.words.dates import find_date, only_changed
from site_builder.clean.words.names import (
    Byline,
    bare,
    bare_names,
    byline,
    closing_name,
    find_byline,
    find_publisher,
    signed,
)
from site_builder.clean.words.people_words import AUTHORS, OFFICE
from site_builder.model.article import PartialDate, Rights
from site_builder.model.profile import Profile
from site_builder.model.scrape import Evidence

_FORWARDED = re.compile(r"(?:(?:fwd?|re|aw|wg|转发|回复|轉寄|回覆)\s*[:：]\s*)+", re.IGNORECASE)
_OVER = 3  # lines over a head in which its author may be named
_COMMA = re.compile(r"\s*[,，、;；|]\s*|\s{2,}|\s+#")


@dataclass(frozen=True, slots=True)
class Fields:
    """Front matter as far as the scrape has it."""

    title: str
    dek: str = ""
    category: str = ""
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    date: PartialDate = PartialDate()
    rights: Rights = Rights()
    evidence: tuple[Evidence, ...] = ()
    quarrels: tuple[str, ...] = ()

    def with_parts(self, parts: Sequence[Part]) -> Fields:
        """Add what stands below the article: a closing byline, tags and the rights line."""
        fields = self
        for part in parts:
            if part.part == "byline":
                fields = _with_people(fields, byline(part.line.text) or closing_name(part.line.text), part.line)
            elif part.part == "dek":
                fields = _fill(fields, part.line, dek=part.line.text)
            elif part.part == "date":
                fields = _fill(fields, part.line, date=find_date(part.line.text))
                fields = fields if fields.authors else _with_people(fields, _signing(part.line.text), part.line)
            elif part.part == "tags":
                fields = _fill(fields, part.line, tags=_list(unlabelled(part.line.text)))
        for opening in [part.line for part in parts if part.part == "body"][:2]:
            fields = _fill(fields, opening, authors=reporters(opening.text))
        changed = (part.line for part in parts if part.rule == CHANGE and not fields.date.text)
        for line in list(changed)[:1]:  # better than none
            fields = _fill(fields, line, date=find_date(line.text))
        rights = next((part.line for part in parts if part.part == "rights"), None)
        return _with_rights(fields, rights) if rights else fields

    def with_site(self, profile: Profile) -> Fields:
        """Add what the profile of the site says of all its pages, where the scrape says nothing."""
        fields = self
        if profile.publisher and not fields.publisher:
            said = Evidence("publisher", profile.publisher, "profile")
            fields = replace(fields, publisher=profile.publisher, evidence=(*fields.evidence, said))
        if profile.rights and not fields.rights.notice:
            said = Evidence("rights", profile.rights, "profile")
            rights = Rights("reserved", fields.publisher, None, profile.rights)
            fields = replace(fields, rights=rights, evidence=(*fields.evidence, said))
        return fields


def _signing(text: str) -> Byline | None:
    """Return who signs in a dated line under a text: with a word that says so, or in brackets or behind a dash."""
    names = bare_names(text.lstrip("—–- ")) if text[0] in "(（[—–-" else ()
    return find_byline(text) or (Byline(names) if names else None)


def with_bio(fields: Fields, lines: Sequence[Line], head: Head, end: int) -> Fields:
    """Add the author whose name stands alone at a head, where the text tells who that is (``Ann Lee is a writer``)."""
    near = [] if fields.authors else lines[max(0, head.first - _OVER) : head.end + 1]
    for line in near:
        known = signed(line.text) == (line.text,) and any(
            is_bio(one.text, (line.text,)) for one in lines[head.end : end]
        )
        fields = _fill(fields, line, authors=(line.text,)) if known else fields
    return fields


def read_fields(lines: Sequence[Line], head: Head) -> Fields:
    """Return the fields that the head block gives."""
    title = lines[head.title]
    fields = _fill(
        Fields(""),
        title,
        title=_FORWARDED.sub("", unlabelled(title.text)) if title.kind == "label" else title.text,
        url=title.url,
    )
    if head.dek is not None:
        fields = _fill(fields, lines[head.dek], dek=_dek(lines, (head.dek, *head.points)))
    if head.category is not None:
        fields = _fill(fields, lines[head.category], category=lines[head.category].text.strip("[]【】"))
    for i in sorted(head.meta, key=lambda i: only_changed(lines[i].text)):
        fields = _with_meta(fields, lines[i])
    if not fields.authors:
        team = _listed(lines, head.names) or _team(lines, head.names)
        for i in head.names[:1] if team else head.names:
            said = team or signed(lines[i].text)
            fields = _with_people(fields, Byline(said) if said else closing_name(lines[i].text), lines[i])
    for i in head.meta:
        if lines[i].kind == "date" and not fields.authors:
            fields = _fill(fields, lines[i], authors=bare_names(lines[i].text))
    return fields


def _dek(lines: Sequence[Line], places: Sequence[int]) -> str:
    """Return what the lines of a dek say."""
    return " ".join(unmarked(lines[i].text) for i in places)


def _listed(lines: Sequence[Line], names: Sequence[int]) -> tuple[str, ...]:
    """Return the names of several authors who stand right under each other, under a word that says what they are."""
    label = lines[names[0] - 1] if names and names[0] else None
    below = label is not None and AUTHORS.fullmatch(label.text) is not None
    row = [i for k, i in enumerate(names) if i == names[0] + k and signed(lines[i].text) == (lines[i].text,)]
    return tuple(dict.fromkeys(lines[i].text for i in row)) if below and len(row) > 1 else ()


def _team(lines: Sequence[Line], names: Sequence[int]) -> tuple[str, ...]:
    """Return the names of several authors who stand under each other, each over what he or she is; or ()."""
    alone = all(signed(lines[i].text) == (lines[i].text,) for i in names)
    told = all(OFFICE.search(lines[i + 1].text) for i in names if i + 1 < len(lines))
    return tuple(dict.fromkeys(lines[i].text for i in names)) if len(names) > 1 and alone and told else ()


def _fill(fields: Fields, line: Line, **values: Any) -> Fields:
    """Set the fields that are still empty; a value that is there already is kept."""
    empty = Fields("")
    new = {name: value for name, value in values.items() if value and getattr(fields, name) == getattr(empty, name)}
    found = tuple(Evidence(name, _shown(value), f"line {line.number}") for name, value in new.items())
    return replace(fields, evidence=(*fields.evidence, *found), **new)


def _shown(value: object) -> str:
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, Rights):
        return value.notice
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.strip(" #") for tag in _COMMA.split(text) if tag.strip(" #")))


def _with_meta(fields: Fields, line: Line) -> Fields:
    if line.kind == "label":
        return _with_label(fields, line)
    fields = _with_people(fields, byline(line.text) or find_byline(line.text), line)
    date = find_date(line.text)
    if date and fields.date.text and date.day != fields.date.day and not only_changed(line.text):
        fields = _quarrel(fields, line, "date", fields.date.text, date.text)
    return _fill(fields, line, date=date, publisher=find_publisher(line.text))


def _with_label(fields: Fields, line: Line) -> Fields:
    said = unlabelled(line.text)
    if line.rule == "tags":
        return _fill(fields, line, tags=_list(said))
    if re.match(r"https?://\S+$", said) and line.rule in {"url", "publisher"}:
        return _fill(fields, line, url=said)
    if line.rule == "url":
        return fields
    return fields if line.rule in {"text", "title", "filing"} else _fill(fields, line, **{line.rule: said})


def _with_people(fields: Fields, people: Byline | None, line: Line) -> Fields:
    if people is None:
        return fields
    known = {bare(name) for name in (*fields.authors, *fields.contributors)}
    if fields.authors and people.authors and known.isdisjoint(map(bare, people.authors)):
        return _quarrel(fields, line, "authors", ", ".join(fields.authors), ", ".join(people.authors))
    return _fill(fields, line, authors=people.authors, contributors=people.contributors)


def _quarrel(fields: Fields, line: Line, name: str, kept: str, other: str) -> Fields:
    told = f"{name}: {kept} is kept, though line {line.number} says {other}"
    return replace(fields, quarrels=(*fields.quarrels, told))


def _with_rights(fields: Fields, line: Line) -> Fields:
    year, holder, notice = rights_of(line.text)
    date = PartialDate(str(year), "year") if year else PartialDate()
    fields = _fill(fields, line, rights=Rights("reserved", holder, year, notice), publisher=holder)
    return _fill(fields, line, date=date) if date.text and not fields.date.text else fields
