"""Settles the reading of one word by the strongest evidence, and keeps the reason.

Input: the syllables that analysis found, and claims on the word's characters. Output: a ``Reading``.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.annotate.evidence import Claim
from site_builder.annotate.orthography import spell
from site_builder.model.text import Span
from site_builder.model.word import Evidence, Reading

Syllables = tuple[str, ...]


def reading(syllables: Syllables, evidence: Evidence, because: str = "") -> Reading:
    """Return a reading; ``syllables`` may carry capitals, which only the spelling keeps."""
    return Reading(tuple(one.lower() for one in syllables), spell(syllables), evidence, because)


def settle(span: Span, syllables: Syllables, evidence: Evidence, claims: Sequence[Claim]) -> Reading:
    """Lay claims over the syllables of the word at ``span``, the strongest for each character.

    A claim with several readings keeps the analysed syllables where they are among them: a surname's own tone,
    a dictionary's word. The word is as sure as its least sure character.
    """
    chosen, reasons = list(syllables), dict[int, Claim]()
    for claim in sorted(claims, key=lambda one: one.evidence, reverse=True):
        option = _option(claim, span, syllables)
        for at in range(max(span.start, claim.span.start), min(span.end, claim.span.end)):
            said, analysed = option[at - claim.span.start], syllables[at - span.start]
            chosen[at - span.start] = said if claim.evidence is Evidence.EDITOR else _cased(said, analysed)
            reasons[at] = claim
            if at in claim.capitals:
                chosen[at - span.start] = chosen[at - span.start].capitalize()
    because = "; ".join(dict.fromkeys(claim.because for _, claim in sorted(reasons.items()) if claim.because))
    claimed = max(claim.evidence for claim in reasons.values())
    rest = evidence if len(reasons) < len(span) and evidence not in {Evidence.SINGLE, Evidence.TABLE} else claimed
    return reading(tuple(chosen), max(claimed, rest), because)


def _option(claim: Claim, span: Span, syllables: Syllables) -> Syllables:
    """Return the reading of a claim that agrees most with the analysed syllables; the likeliest of equals."""

    def agreement(option: Syllables) -> int:
        return sum(
            option[at - claim.span.start].lower() == syllables[at - span.start].lower()
            for at in range(max(span.start, claim.span.start), min(span.end, claim.span.end))
        )

    return max(claim.options, key=agreement)


def _cased(syllable: str, analysed: str) -> str:
    return syllable.capitalize() if analysed[:1].isupper() else syllable
