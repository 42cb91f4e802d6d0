"""Pinyin syllables: one spelling inside the program, others at its edges.

Input: a syllable with a tone number (``zhong1``, ``lv4``; 5 = neutral) or as people write it (``zhōng``,
``lü4``, ``lu:4``). Output: the other spelling. The rules of spelling are those of GB/T 16159-2012.
"""

from __future__ import annotations

import functools
import re
import unicodedata

NEUTRAL = "5"
_TONE_OF_MARK = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0306": "3", "\u0300": "4"}
_MARK_OF_TONE = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_DIAERESIS = "\u0308"
_SYLLABIC = {"m", "n", "ng", "hm", "hng", "r"}  # interjections and the suffix of erhua: no vowel bears the tone
_NUMBERED = re.compile(r"([a-zv]+)([1-5])")


@functools.cache
def numbered(written: str) -> str:
    """Return one syllable as letters and a tone number, ``v`` for ``ü``; no tone at all is the neutral tone.

    >>> [numbered(x) for x in ("Zhōng", "lü4", "lu:4", "le", "le0", "xuě", "ê")]
    ['zhong1', 'lv4', 'lv4', 'le5', 'le5', 'xue3', 'e5']
    """
    text = unicodedata.normalize("NFD", written.strip().lower()).replace("u:", "v").replace("\u0261", "g")
    tone, letters = NEUTRAL, list[str]()
    for char in text:
        if char in _TONE_OF_MARK:
            tone = _TONE_OF_MARK[char]
        elif char in "12345":
            tone = char
        elif char == _DIAERESIS and letters and letters[-1] == "u":
            letters[-1] = "v"
        elif char.isascii() and char.isalpha():
            letters.append(char)
    base = "".join(letters)
    if base[:1] in ("j", "q", "x", "y"):
        base = base.replace("v", "u")
    if base in ("lue", "nue"):
        base = base[0] + "ve"
    return base + tone if base else ""


@functools.cache
def marked(syllable: str) -> str:
    """Return a numbered syllable with its tone mark, where GB/T 16159-2012 (after 汉语拼音方案) puts it.

    The mark stands on a, else on e, else on the o of ou, else on the last vowel.

    >>> [marked(x) for x in ("zhong1", "lv4", "gui4", "liu2", "dou1", "ma5", "er2")]
    ['zhōng', 'lǜ', 'guì', 'liú', 'dōu', 'ma', 'ér']
    """
    found = _NUMBERED.fullmatch(syllable)
    if found is None:
        return syllable
    letters, tone = found[1], found[2]
    if tone in _MARK_OF_TONE:
        at = _bearer(letters)
        letters = letters[: at + 1] + _MARK_OF_TONE[tone] + letters[at + 1 :]
    return unicodedata.normalize("NFC", _umlaut(letters))


def base(syllable: str) -> str:
    """Return the letters of a numbered syllable, without its tone."""
    return syllable[:-1]


def _umlaut(letters: str) -> str:
    return letters.replace("v", "u" + _DIAERESIS)


def _bearer(letters: str) -> int:
    """Return the index of the letter that takes the tone mark."""
    for target in ("a", "e", "ou"):
        if target in letters:
            return letters.index(target)
    if letters in _SYLLABIC:
        return max(0, letters.find("n")) if "n" in letters else 0
    return max((at for at, char in enumerate(letters) if char in "iouv"), default=0)


_INITIALS = dict(
    zip(
        ["b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s"],
        "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ",
        strict=True,
    )
)
_SPELLED_FINALS = """
    a ㄚ  o ㄛ  e ㄜ  eh ㄝ  ai ㄞ  ei ㄟ  ao ㄠ  ou ㄡ  an ㄢ  en ㄣ  ang ㄤ  eng ㄥ  er ㄦ  i ㄧ
    ia ㄧㄚ  io ㄧㄛ  ie ㄧㄝ  iao ㄧㄠ  iu ㄧㄡ  iou ㄧㄡ  ian ㄧㄢ  in ㄧㄣ  iang ㄧㄤ  ing ㄧㄥ  iong ㄩㄥ
    u ㄨ  ua ㄨㄚ  uo ㄨㄛ  uai ㄨㄞ  ui ㄨㄟ  uei ㄨㄟ  uan ㄨㄢ  un ㄨㄣ  uen ㄨㄣ  uang ㄨㄤ  ong ㄨㄥ
    ueng ㄨㄥ  v ㄩ  ve ㄩㄝ  van ㄩㄢ  vn ㄩㄣ  ng ㄫ  n ㄣ  m ㄇ  r ㄦ
"""
_FINALS = dict(re.findall(r"(\w+) (\w+)", _SPELLED_FINALS))
_APICAL = {"zhi", "chi", "shi", "ri", "zi", "ci", "si"}
_ZHUYIN_TONES = {"1": "", "2": "ˊ", "3": "ˇ", "4": "ˋ"}


@functools.cache
def zhuyin(syllable: str) -> str:
    """Return a numbered syllable in Zhuyin (Bopomofo): the neutral tone's dot before it, other tones after it.

    A browser can do the same from pinyin with two tables: the longest initial (zh ch sh, then one letter), the
    final after y- and w- are undone and u after j q x is ü; zhi chi shi ri zi ci si have no final.

    >>> [zhuyin(x) for x in ("zhong1", "guo2", "xue2", "shi4", "yuan2", "le5", "er2", "nv3", "wo3")]
    ['ㄓㄨㄥ', 'ㄍㄨㄛˊ', 'ㄒㄩㄝˊ', 'ㄕˋ', 'ㄩㄢˊ', '˙ㄌㄜ', 'ㄦˊ', 'ㄋㄩˇ', 'ㄨㄛˇ']
    """
    letters, tone = syllable[:-1], syllable[-1:]
    if letters in _APICAL:
        symbols = _INITIALS[letters[:-1]]
    else:
        initial, final = _split(letters)
        symbols = _INITIALS.get(initial, "") + _FINALS.get(final, final)
    return "˙" + symbols if tone == NEUTRAL else symbols + _ZHUYIN_TONES.get(tone, "")


def _split(letters: str) -> tuple[str, str]:
    """Cut a toneless syllable into initial and final, the final as it would be spelled after an initial."""
    if letters[:1] == "y":
        return "", {"yu": "v", "yue": "ve", "yuan": "van", "yun": "vn", "yong": "iong", "you": "iou"}.get(
            letters, letters[1:] if letters[1:2] == "i" else "i" + letters[1:]
        )
    if letters[:1] == "w":
        return "", letters[1:] if letters == "wu" else "u" + letters[1:]
    initial = letters[:2] if letters[:2] in _INITIALS else letters[:1] if letters[:1] in _INITIALS else ""
    final = letters[len(initial) :]
    if initial in ("j", "q", "x") and final[:1] == "u":
        final = "v" + final[1:]
    return (initial, final) if final in _FINALS else ("", letters)


_SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|"
    r"ai|ei|ao|ou|an|en|er|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v)|r)"
)


def split(written: str, count: int) -> tuple[str, ...] | None:
    """Cut written pinyin (``Lù'ān``, ``lu4 an1``) into ``count`` numbered syllables; None where it has another number.

    A syllable boundary stands at spaces, apostrophes and hyphens, after tone numbers, and where pinyin must break;
    of several ways to break, the longest syllables first.
    """
    text = unicodedata.normalize("NFD", written.lower().replace("u:", "v")).replace("u\u0308", "v")
    found = _split_from(re.sub(r"[\s'’ʼ·-]+", " ", text).strip(), count)
    return tuple(found) if found is not None else None


def fewest(piece: str, most: int) -> tuple[str, ...]:
    """Return one written word as the fewest syllables, at most so many; its capital goes to the first."""
    for count in range(1, most + 1):
        found = split(piece, count)
        if found is not None:
            return (found[0].capitalize(), *found[1:]) if piece[:1].isupper() else found
    return ()


def _split_from(text: str, count: int) -> list[str] | None:
    if not text:
        return [] if count == 0 else None
    if count <= 0:
        return None
    for end in range(min(len(text), 9), 0, -1):
        piece = text[:end]
        if piece[-1] == " " or not _is_syllable(piece):
            continue
        rest = _split_from(text[end:].lstrip(" "), count - 1)
        if rest is not None:
            return [numbered(piece), *rest]
    return None


def _is_syllable(piece: str) -> bool:
    bare = "".join(char for char in piece if char not in _TONE_OF_MARK)
    return _SYLLABLE.fullmatch(bare.rstrip("12345")) is not None and len(re.findall(r"[1-5]", bare)) <= 1
