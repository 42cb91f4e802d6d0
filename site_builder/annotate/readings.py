"""Settles the reading of one word by the strongest evidence, and keeps the reason.

Input: the syllables that analysis found, and claims on the word's characters. Output: a ``Reading``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from site_builder.annotate.evidence import Claim
from site_builder.annotate.orthography import Breaks, spell
from site_builder.model.mined import TermKind
from site_builder.model.text import Span
from site_builder.model.word import Evidence, Reading

Syllables = tuple[str, ...]

_NAMES: frozenset[TermKind] = frozenset(("organisation", "place", "platform", "law"))
_SMALL = frozenset("的地得了着过和与及暨之在")
"""Function words: they keep a small letter inside a name (GB/T 16159-2012, 6.2.1)."""


@lru_cache(maxsize=20_000)
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


def as_name(read: Reading, text: str, kind: TermKind, surname: str) -> Reading:
    """Give a word of a name its capitals (GB/T 16159-2012, 6.2): each word of it, and surname and given name apart.

    ``kind`` is that of the term that holds the word; ``surname`` is what the word begins with, if it is a person's.
    """
    if read.text != read.text.lower() or text in _SMALL:
        return read
    if kind == "person" and surname and len(read.syllables) == len(text):
        heads = {0, len(surname)}
    elif kind in _NAMES:
        heads = {0}
    else:
        return read
    syllables = tuple(one.capitalize() if at in heads else one for at, one in enumerate(read.syllables))
    return replace(read, text=spell(syllables))


def as_divided(read: Reading, breaks: Breaks) -> Reading:
    """Write the parts of a long word apart at ``breaks``; names and the author's own pinyin stay as they are."""
    if not breaks or read.evidence is Evidence.TONED or read.text != read.text.lower():
        return read
    return replace(read, text=spell(read.syllables, breaks))


def as_said(read: Reading) -> Reading:
    """Keep the author's own division of toned pinyin: ``shuō dào zuò dào``; a capital at a sentence's head goes."""
    if read.evidence is not Evidence.TONED or " " not in read.because:
        return read
    said = read.because if read.text != read.text.lower() else read.because.lower()
    return replace(read, text=said) if _run_together(said) == _run_together(read.text) else read


def _run_together(pinyin: str) -> str:
    return "".join(pinyin.split()).replace("'", "")


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
