"""Where the collection contradicts itself, for editors: nothing here is an error of the program.

Input: the terms of the index. Output: issues (warnings): one English name with two Chinese forms (E050).
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.model.index import TermEntry
from site_builder.model.issue import Issue, Where
from site_builder.model.mined import TermKind

_NAMES: frozenset[TermKind] = frozenset({"person", "organisation", "place", "platform", "law"})


def conflicts(terms: Sequence[TermEntry]) -> tuple[Issue, ...]:
    """Return a warning for each English name that stands for two Chinese ones."""
    names: dict[str, list[TermEntry]] = {}
    for term in terms:
        if term.kind in _NAMES:
            for rendering in term.renderings:
                names.setdefault(rendering.english, []).append(term)
    found = [_two_forms(english, same) for english, same in names.items() if len(same) > 1]
    return tuple(sorted(found))


def _two_forms(english: str, same: list[TermEntry]) -> Issue:
    forms = " and ".join(f"{term.term} ({term.articles[0] if term.articles else 'glossary.yaml'})" for term in same)
    return Issue(
        Where(f"content/articles/{same[0].articles[0]}.md" if same[0].articles else "content/glossary.yaml"),
        "E050",
        f"“{english}” stands for {forms}",
        "warning",
        "two people or things may share a name; if one is a slip, mend its article",
    )
