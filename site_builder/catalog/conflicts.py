"""Where the collection contradicts itself: a report for editors, no error of the site.

Input: the terms of the index and what was gathered of them. Output: issues of severity ``info``: one English
name with two Chinese forms (W301), one Chinese term that evidence reads in two ways (W302).
"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.catalog.gather import SPELLING, GatheredTerm
from site_builder.model.index import TermEntry
from site_builder.model.issue import Issue, Where
from site_builder.model.mined import TermKind

NAMES: frozenset[TermKind] = frozenset({"person", "organisation", "place", "platform", "law"})
"""Kinds of terms that name something."""


def conflicts(terms: Iterable[TermEntry]) -> tuple[Issue, ...]:
    """Return one issue for each English name with two Chinese forms, sorted by where they stand."""
    names: dict[str, list[TermEntry]] = {}
    for term in terms:
        if term.kind in NAMES and term.mined:
            for rendering in term.renderings:
                names.setdefault(rendering.english, []).append(term)
    found = [_two_forms(english, same) for english, same in names.items() if _differ(same)]
    return tuple(sorted(found))


def _differ(same: list[TermEntry]) -> bool:
    """Tell whether terms are different words, not the two scripts of one."""
    return len({term.gloss.simplified or term.term for term in same}) > 1


def _two_forms(english: str, same: list[TermEntry]) -> Issue:
    forms = " and ".join(f"{term.shown} ({_file(term)})" for term in same)
    hint = "two people or things may share a name; if one is a slip, mend its article"
    place = same[0].places[0] if same[0].places else None
    where = Where(f"content/articles/{place.article}.md" if place else _file(same[0]))
    quote = place.match if place else same[0].shown
    return Issue(where, "W301", f"“{english}” stands for {forms}", "info", hint, quote=quote)


def _file(term: TermEntry) -> str:
    return f"content/articles/{term.articles[0]}.md" if term.articles else "content/glossary.yaml"


def two_readings(term: str, one: GatheredTerm) -> Issue | None:
    """Return the issue of a term that evidence reads in two ways, or None."""
    if len(one.sure) < 2:  # noqa: PLR2004 - two ways
        return None
    ways = [f"{reading[SPELLING]} in {slug}" for slug, reading in one.sure.values()]
    where = Where(f"content/articles/{next(iter(one.sure.values()))[0]}.md")
    hint = "if one is a slip, mend its article; else say in content/readings.yaml which holds"
    return Issue(where, "W302", f"{term} is read {' and '.join(ways)}", "info", hint, quote=term)
