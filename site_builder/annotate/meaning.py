"""What a word of a text means, as it is read there.

Input: the word, its reading, the kind of the term that it is, if any. Output: a ``Gloss``. A surname by itself means a
surname; a word that mixes the scripts, or is written otherwise than the dictionary has it, means what its simplified
form does.
"""

from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.gloss import gloss
from site_builder.annotate.lexicon import Lexicon
from site_builder.model.mined import TermKind
from site_builder.model.word import Evidence, Gloss, Reading


def told_meaning(text: str, read: Reading, kind: TermKind | None, lexicon: Lexicon) -> Gloss:
    """Return the meaning of ``text`` where it is read as ``read`` and names a ``kind``."""
    simple = lexicon.simplified(text)
    if kind is None and _is_surname(simple, read, lexicon):
        found = gloss(text, read.syllables, "person", lexicon.dictionary)
        return replace(found, senses=tuple(one for one in found.senses if one.startswith(_SURNAME)) or found.senses)
    if kind is None and _is_full_name(simple, read, lexicon):
        kind = "person"
    if simple == text or lexicon.dictionary.entries(text) or not lexicon.dictionary.entries(simple):
        return gloss(text, read.syllables, kind, lexicon.dictionary)
    found = gloss(simple, read.syllables, kind, lexicon.dictionary)
    return replace(found, traditional=text) if lexicon.script(text) == "zh-Hant" else found


_SURNAME = "surname "


def _is_surname(word: str, read: Reading, lexicon: Lexicon) -> bool:
    return read.evidence is Evidence.TABLE and read.text[:1].isupper() and word in lexicon.names.surnames


def _is_full_name(word: str, read: Reading, lexicon: Lexicon) -> bool:
    """Tell whether a word that no dictionary has is written as a surname and a given name: its letters mean nothing."""
    parts = read.text.split(" ")
    named = len(parts) > 1 and all(one[:1].isupper() for one in parts)
    return named and bool(lexicon.names.surname(word)) and not lexicon.dictionary.entries(word)
