"""Tell whether Latin letters spell the Chinese beside them.

Input: Hanzi and letters (``Bo Xilai``, ``chéngxìn``). Output: yes or no; every reading of every
character is tried, tones, case, spaces and apostrophes do not count. The readings are pypinyin's.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from site_builder.annotate import phonetics
from site_builder.model.han import hanzi

_LETTERS = re.compile(r"[^a-z]+")
_TONE = re.compile("[\u0300\u0301\u0304\u030c]")
_TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ]|[aeiouüAEIOUÜ][\u0300\u0301\u0304\u030c]")


@lru_cache(maxsize=8_000)
def signs_of(chinese: str) -> str:
    """Return the Hanzi of a term, without what stands between them."""
    return "".join(hanzi(chinese))


def has_tones(text: str) -> bool:
    """Tell whether ``text`` carries a tone mark of pinyin."""
    return not text.isascii() and _TONED.search(text) is not None


@lru_cache(maxsize=8_000)
def plain(text: str) -> str:
    """Return the bare lower-case letters of ``text``: no tones, ``ü`` as ``v``.

    >>> plain("Lǚ Xī'ān")
    'lvxian'
    """
    if text.isascii():
        return _LETTERS.sub("", text.lower())
    bare = _TONE.sub("", unicodedata.normalize("NFD", text)).replace("u\u0308", "v").replace("U\u0308", "v")
    return _LETTERS.sub("", bare.lower())


@lru_cache(maxsize=8192)
def readings(character: str) -> tuple[str, ...]:
    """Return the toneless readings of one Hanzi, each once, ``lü`` as ``lv`` and as ``lu``."""
    spelled = [plain(one) for one in phonetics.readings(character)]
    spelled += [one.replace("v", "u") for one in spelled if "v" in one]
    spelled += [one.replace("v", "yu") for one in spelled if "v" in one]
    return tuple(dict.fromkeys(one for one in spelled if one))


@lru_cache(maxsize=8_000)
def fits(chinese: str, latin: str) -> bool:
    """Tell whether ``latin`` spells all of ``chinese`` and nothing else."""
    return _reach(chinese, plain(latin)) == "all"


@lru_cache(maxsize=8192)
def spells_head(chinese: str, latin: str) -> bool:
    """Tell whether ``latin`` spells the first one or more characters of ``chinese``."""
    return _reach(chinese, plain(latin)) in {"all", "head"}


def _reach(chinese: str, letters: str) -> str:
    """Walk the characters, keeping every offset of ``letters`` that some reading can end at."""
    if not letters:
        return "none"
    found, offsets = "none", {0}
    signs = signs_of(chinese)
    for number, sign in enumerate(signs):
        offsets = {at + len(one) for at in offsets for one in readings(sign) if letters.startswith(one, at)}
        if len(letters) in offsets:
            found = "all" if number == len(signs) - 1 else "head"
    return found
