"""Settles the reading of one word by the strongest evidence, and keeps the reason.

Input: the syllables that analysis found, and claims on the word's characters. Output: a ``Reading``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from site_builder.annotate.orthography import Breaks, spell
from site_builder.annotate.stretches import Claim, Said
from site_builder.model.mined import TermKind
from site_builder.model.word import Evidence, Reading

Syllables = tuple[str, ...]

_NAMES: frozenset[TermKind] = frozenset(("organisation", "place", "platform", "law"))
_SMALL = frozenset("的地得了着过和与及暨之在")
"""Function words: they keep a small letter inside a name (GB/T 16159-2012, 6.2.1)."""


@lru_cache(maxsize=8_000)
def reading(syllables: Syllables, evidence: Evidence, because: str = "") -> Reading:
    """Return a reading; ``syllables`` may carry capitals, which only the spelling keeps."""
    return Reading(tuple(one.lower() for one in syllables), spell(syllables), evidence, because)


def settle(start: int, syllables: Syllables, evidence: Evidence, claims: Iterable[Claim]) -> Reading:
    """Lay claims over the syllables of the word that begins at ``start``, the strongest for each character.

    A claim with several readings keeps the analysed syllables where they are among them: a surname's own tone,
    a dictionary's word. The word is as sure as its least sure character.
    """
    chosen, reasons = list(syllables), dict[int, Said]()
    for claim in sorted(claims, key=lambda one: one.said.evidence, reverse=True):
        said = claim.said
        shared = range(max(start, claim.start) - start, min(start + len(syllables), claim.end) - start)
        option = _option(said.options, syllables, shared, start - claim.start)
        for at in shared:
            one = option[at + start - claim.start]
            one = one if said.evidence is Evidence.EDITOR else _cased(one, syllables[at])
            chosen[at] = one.capitalize() if at + start - claim.start in said.capitals else one
            reasons[at] = said
    because = "; ".join(dict.fromkeys(said.because for _, said in sorted(reasons.items()) if said.because))
    claimed = max(said.evidence for said in reasons.values())
    partly = len(reasons) < len(syllables) and evidence not in {Evidence.SINGLE, Evidence.TABLE}
    return reading(tuple(chosen), max(claimed, evidence) if partly else claimed, because)


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


def _option(options: Sequence[Syllables], syllables: Syllables, shared: Iterable[int], shift: int) -> Syllables:
    """Return the reading of a claim that agrees most with the analysed syllables; the likeliest of equals."""
    if len(options) == 1:
        return options[0]
    return max(options, key=lambda one: sum(one[at + shift].lower() == syllables[at].lower() for at in shared))


def _cased(syllable: str, analysed: str) -> str:
    return syllable.capitalize() if analysed[:1].isupper() else syllable
