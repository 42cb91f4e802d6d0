"""The fields of an article's front matter, read from its head and its foot, each with where it came from.

Input: a head and the lines. Output: ``Fields``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_builder.clean.dates import find_date
from site_builder.clean.heads import Head
from site_builder.clean.lines import Line
from site_builder.clean.names import Byline, byline, find_byline, find_publisher
from site_builder.clean.parts import Part, rights_of
from site_builder.model.article import PartialDate, Rights
from site_builder.model.scrape import Evidence


@dataclass(frozen=True, slots=True)
class Fields:
    """Front matter as far as the scrape has it."""

    title: str
    dek: str = ""
    category: str = ""
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    publisher: str = ""
    date: PartialDate = PartialDate()
    rights: Rights = Rights()
    evidence: tuple[Evidence, ...] = ()

    def with_parts(self, parts: Sequence[Part]) -> Fields:
        """Add what stands below the article: a closing byline and the rights line."""
        return _with_rights(_with_byline(self, parts), parts)


def read_fields(lines: Sequence[Line], head: Head) -> Fields:
    """Return the fields that the head block gives."""
    fields = Fields(lines[head.title].text)
    fields = _said(fields, "title", fields.title, lines[head.title])
    for name, at in (("dek", head.dek), ("category", head.category)):
        if at is not None:
            fields = _said(fields, name, lines[at].text, lines[at])
    for i in (*head.names, *head.meta):
        fields = _with_meta(fields, lines[i], is_name=i in head.names)
    return fields


def _said(fields: Fields, name: str, value: str, line: Line) -> Fields:
    found = Evidence(name, value, f"line {line.number}")
    if name == "dek":
        return replace(fields, dek=value, evidence=(*fields.evidence, found))
    if name == "category":
        return replace(fields, category=value, evidence=(*fields.evidence, found))
    return replace(fields, evidence=(*fields.evidence, found))


def _with_meta(fields: Fields, line: Line, *, is_name: bool) -> Fields:
    people = Byline((line.text,)) if is_name else byline(line.text) or find_byline(line.text)
    if people:
        fields = _with_people(fields, people, line)
    date = find_date(line.text)
    if date and not fields.date.text:
        fields = replace(
            fields, date=date, evidence=(*fields.evidence, Evidence("date", date.text, f"line {line.number}"))
        )
    publisher = find_publisher(line.text)
    if publisher and not fields.publisher:
        found = Evidence("publisher", publisher, f"line {line.number}")
        fields = replace(fields, publisher=publisher, evidence=(*fields.evidence, found))
    return fields


def _with_people(fields: Fields, people: Byline, line: Line) -> Fields:
    authors = fields.authors or people.authors
    contributors = fields.contributors or people.contributors
    found = [
        Evidence(name, ", ".join(new), f"line {line.number}")
        for name, new, old in (
            ("authors", authors, fields.authors),
            ("contributors", contributors, fields.contributors),
        )
        if new != old
    ]
    return replace(fields, authors=authors, contributors=contributors, evidence=(*fields.evidence, *found))


def _with_byline(fields: Fields, parts: Sequence[Part]) -> Fields:
    for part in parts:
        people = byline(part.line.text) if part.part == "byline" else None
        if people:
            fields = _with_people(fields, people, part.line)
    return fields


def _with_rights(fields: Fields, parts: Sequence[Part]) -> Fields:
    line = next((part.line for part in parts if part.part == "rights"), None)
    if line is None:
        return fields
    year, holder, notice = rights_of(line.text)
    source = f"rights line {line.number}"
    found = [Evidence("rights", notice, source)]
    date, publisher = fields.date, fields.publisher
    if year and not date.text:
        date = PartialDate(str(year), "year")
        found.append(Evidence("date", date.text, source))
    if holder and not publisher:
        publisher = holder
        found.append(Evidence("publisher", holder, source))
    rights = Rights("reserved", holder, year, notice)
    return replace(fields, rights=rights, date=date, publisher=publisher, evidence=(*fields.evidence, *found))
