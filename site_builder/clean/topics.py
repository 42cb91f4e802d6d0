"""Which topics an article belongs to, proposed from the words it uses.

Input: the texts of an article and the topics with their terms. Output: topics with the count of each term as reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.editorial import Topic
from site_builder.model.han import has_hanzi

_ENOUGH = 2.0  # points: two mentions in the text, or one in the title
_SHARE = 0.34  # of the points of the strongest topic: a passing mention proposes nothing


@dataclass(frozen=True, slots=True)
class Proposal:
    """A topic for an article; ``reason`` reads ``社会信用体系 ×1, social credit ×9``."""

    topic: str
    points: float
    reason: str


def propose(title: str, dek: str, body: str, topics: Iterable[Topic]) -> tuple[Proposal, ...]:
    """Return the topics whose terms the article uses, strongest first; words of title and dek weigh more."""
    found = [proposal for topic in topics if (proposal := _weigh(topic, title, dek, body))]
    top = max((proposal.points for proposal in found), default=0.0)
    kept = [proposal for proposal in found if proposal.points >= max(_ENOUGH, top * _SHARE)]
    return tuple(sorted(kept, key=lambda proposal: (-proposal.points, proposal.topic)))


def _weigh(topic: Topic, title: str, dek: str, body: str) -> Proposal | None:
    points, reasons = 0.0, []
    for term in topic.terms:
        form = _form(term)
        in_head, in_body = len(form.findall(f"{title}\n{dek}")), len(form.findall(body))
        if in_head + in_body:
            reasons.append(f"{term} ×{in_head + in_body}")
        points += 2 * in_head + in_body
    return Proposal(topic.slug, points, ", ".join(reasons)) if points else None


def _form(term: str) -> re.Pattern[str]:
    """Return the pattern of a term: Chinese anywhere, English as whole words, however its blanks are written."""
    words = r"[\s-]+".join(re.escape(word) for word in term.split())
    return re.compile(words if has_hanzi(term) else rf"\b{words}(?:s|es)?\b", re.IGNORECASE)
