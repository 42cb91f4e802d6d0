"""Tells what a word's card shows: one compact record for each distinct word of an article.

Input: words and what the article's author says of them. Output: the attributes of a word's tag, and
the records as JSON; ``templates/static/reader.js`` reads them, its head says what each key means.
"""

from __future__ import annotations

import json
import re
import unicodedata
from html import escape

from site_builder.model.address import term_path, term_slug
from site_builder.model.mined import Mined
from site_builder.model.word import Evidence, Word
from site_builder.model.wording import plainer
from site_builder.render.why import why

_SHORT = 64  # code points of meaning shown on hover without scripts; the card has the rest
_SENSES = 6  # meanings shown on a card; the page of the term has all


class Cards:
    """The distinct words of one article, numbered in the order in which they first come."""

    __slots__ = ("_english", "_known", "_records", "root")

    def __init__(self, mined: Mined, root: str) -> None:
        self.root = root
        self._english = _english(mined)
        self._known: dict[tuple[object, ...], tuple[str, str, str, str]] = {}
        self._records: list[dict[str, object]] = []

    def tag(self, word: Word) -> tuple[str, str, str, str]:
        """Return what a word's element is made of: more classes, ``href``, data attributes, its text in parts or ""."""
        reading = word.reading
        key = (word.text, word.term, reading.text, reading.evidence, reading.because)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._add(word)
        return known

    def json(self) -> str:
        """Return the records, fit to stand inside a ``<script>`` element."""
        return json.dumps(self._records, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

    def _add(self, word: Word) -> tuple[str, str, str, str]:
        number = len(self._records)
        english = self._english.get(word.name, [])
        self._records.append(_record(word, english, self._english))
        meaning = _shorten("; ".join(english or word.gloss.senses))
        data = f' data-p="{escape(word.reading.text)}" data-g="{escape(meaning)}" data-i="{number}"'
        guess = " guess" if word.reading.evidence is Evidence.GUESS else ""
        inner = "".join(f'<span class="c" data-p="{escape(said)}">{text}</span>' for text, said in parts(word))
        kind = " long" + guess if inner else guess
        return kind, f' href="{escape(self.root + term_path(word.term or word.text))}"', data, inner


def _english(mined: Mined) -> dict[str, list[str]]:
    """Return what the author calls each term in English, in the order of the text, each once.

    Of two that differ in capitals only, that with fewer stands: the other began a sentence or a heading.
    """
    english: dict[str, dict[str, str]] = {}
    pairs = [(pair.canonical, pair.english) for pair in mined.pairs if pair.relation != "romanisation"]
    tags = [(use.name, translation) for use in mined.hashtags for translation in use.translations]
    for term, rendering in pairs + tags:
        known = english.setdefault(term, {})
        other = known.setdefault(rendering.casefold(), rendering)
        known[rendering.casefold()] = plainer(other, rendering)
    return {term: list(known.values()) for term, known in english.items()}


def _record(word: Word, english: list[str], others: dict[str, list[str]]) -> dict[str, object]:
    gloss, reading = word.gloss, word.reading
    within = word.within
    record: dict[str, object] = {
        "y": " ".join(reading.syllables),
        "g": gloss.senses[:_SENSES],
        "c": int(gloss.composed),
        "a": english,
        "x": _other_form(word),
        "h": gloss.hsk,
        "f": gloss.frequency,
        "w": why(reading),
        "q": int(reading.evidence is Evidence.GUESS),
        "m": within,
        "u": "" if (slug := term_slug(word.term or word.text)) == (within or word.text) else slug,
        "n": others.get(within, []),
    }
    return {key: value for key, value in record.items() if value}


def _other_form(word: Word) -> str:
    """Return the word in the other script, or "" where it is written the same."""
    gloss = word.gloss
    other = gloss.simplified if word.script == "zh-Hant" else gloss.traditional
    return other if other != word.text else ""


def _shorten(text: str) -> str:
    """Return ``text`` cut at a sense or a word, with an ellipsis where something was cut."""
    if len(text) <= _SHORT:
        return text
    head = text[:_SHORT]
    return head[: max(head.rfind("; "), head.rfind(" "), _SHORT // 2)].rstrip(" ;,") + "…"


_LONG = 4  # Hanzi; a longer word is shown in parts, so that it can break at the end of a line
_LETTERS = re.compile(r"[^a-z]")


def parts(word: Word) -> list[tuple[str, str]]:
    """Return a long word cut where its spelling has spaces, each part with its pinyin; [] where it stays whole.

    The parts are lined up by their letters: a reading has one syllable for each Hanzi, and a spelling
    (``Zhōngguó Qīngnián Bào``) is those syllables joined into words.
    """
    spelled = word.reading.text.split()
    if len(word.text) <= _LONG or len(word.reading.syllables) != len(word.text) or len(spelled) == 1:
        return []
    found: list[tuple[str, str]] = []
    at = 0
    for said in spelled:
        letters, first = _letters(said), at
        while letters and at < len(word.text) and letters.startswith(one := _letters(word.reading.syllables[at])):
            letters = letters[len(one) :]
            at += 1
        if letters or at == first:
            return []
        found.append((word.text[first:at], said))
    return found if at == len(word.text) else []


def _letters(text: str) -> str:
    """Return the plain letters of pinyin: tones, accents, apostrophes and hyphens gone, ``ü`` and ``v`` as ``u``."""
    return _LETTERS.sub("", unicodedata.normalize("NFD", text.lower()).replace("v", "u"))
