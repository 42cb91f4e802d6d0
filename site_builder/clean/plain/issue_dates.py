"""The date of an issue, which dates all the articles in it: a newspaper's page, a letter, a digest.

Input: articles as drafts, and the ledger of their scrape. Output: the same drafts, dated where none of
them says when it was published and one day alone stands over all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from site_builder.clean.lines.line import is_date_line, weigh
from site_builder.clean.words.dates import find_date, only_changed
from site_builder.model.article import PartialDate
from site_builder.model.scrape import Draft, Evidence, LedgerLine

_ISSUE = re.compile(
    r"\b(?:issue|no\.|vol(?:ume|\.)|number|edition)\b|第\s*[\d零〇一二三四五六七八九十百千]+\s*期|星期|周[一二三四五六日]",
    re.IGNORECASE,
)
_LINE = re.compile(r"line (\d+)")
_RIGHTS = "year"  # the precision of what a notice of rights says


def dated_by_issue(drafts: Sequence[Draft], ledger: Sequence[LedgerLine]) -> tuple[Draft, ...]:
    """Return ``drafts`` with the day that stands over them all; over a single one it must be an issue's."""
    dated = [draft for draft in drafts if draft.article.date.text and draft.article.date.precision != _RIGHTS]
    if dated == [*drafts[:1]] and len(drafts) > 1 and _is_over_title(drafts[0]):
        return tuple(_dated(draft, _said_in(drafts[0], "date"), drafts[0].article.date) for draft in drafts)
    if not drafts or dated:
        return tuple(drafts)
    over = takewhile(lambda line: line.article is None, ledger)
    said = [(line, date) for line in over if (date := _day(line.text)) is not None]
    days = {date.day for _, date in said}
    named = len(drafts) > 1 or any(_ISSUE.search(line.text) for line, _ in said)
    return (
        tuple(_dated(draft, said[0][0].line, said[0][1]) for draft in drafts)
        if len(days) == 1 and named
        else tuple(drafts)
    )


def _day(text: str) -> PartialDate | None:
    """Return the day that a line is there for, or None."""
    date = find_date(text) if is_date_line(text, weigh(text)) and not only_changed(text) else None
    return date if date is not None and date.precision in {"day", "time"} else None


def _is_over_title(draft: Draft) -> bool:
    """Tell whether what dates an article stands over its title."""
    return 0 < _said_in(draft, "date") < _said_in(draft, "title")


def _said_in(draft: Draft, field: str) -> int:
    """Return the line that a field was read from, or 0."""
    found = (_LINE.fullmatch(one.source) for one in draft.evidence if one.field == field)
    return next((int(line[1]) for line in found if line), 0)


def _dated(draft: Draft, line: int, date: PartialDate) -> Draft:
    day = PartialDate(date.day, "day")
    told = Evidence("date", day.text, f"line {line}, over all articles")
    evidence = (*(one for one in draft.evidence if one.field != "date"), told)
    return replace(draft, article=replace(draft.article, date=day), evidence=evidence)
