"""Tells what a word's card shows: the attributes of the word's own element.

Input: words and what the article's author says of them. Output: what the tags of a word are made of. What a card shows
is one string for each distinct word, the same at each of its places, so that it is made once and compressed to
nothing; ``templates/static/reader.js`` reads it, its head says what each attribute means. On a page of very many words
most of it is set apart (see ``meanings``): elements then say the pinyin alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from site_builder.model.address import term_path, term_slug
from site_builder.model.mined import Mined
from site_builder.model.word import Evidence, Gloss, Reading, Word
from site_builder.model.wording import plainer
from site_builder.render.spelling import said
from site_builder.render.why import why

_SENSES = 6  # meanings shown on a card; the page of the term has all
_UNSAID = frozenset((Evidence.DICTIONARY, Evidence.GUESS))
"""The common reasons for a reading: the page says them once, not at each word."""
_WORDS = 8192  # distinct words whose attributes a process remembers: most of a page's words stand on others too


_OWN = frozenset("pyu")
"""What every element says itself: the pinyin, which is drawn over it before any script runs, and where it leads."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a word beside its page: its text, its term's slug, its pinyin, the values of its card by name."""

    text: str
    slug: str
    pinyin: str
    values: tuple[tuple[str, str], ...]


class Tag(NamedTuple):
    """What a word's element is made of: more classes, its address, its other attributes, its text in parts or "".

    ``unlinked`` are the attributes of an element without an address.
    """

    kind: str
    href: str
    data: str
    inner: str
    unlinked: str
    values: tuple[tuple[str, str], ...]


class Cards:
    """The words of one article, with what its author calls them; ``root`` leads from its page to the site's root.

    With ``apart`` most of what is said of a word is gathered, and stands on its elements no more.
    """

    __slots__ = ("_english", "_known", "_told", "root")

    def __init__(self, mined: Mined, root: str = "../../", *, apart: bool = False) -> None:
        self.root = root
        self._told: dict[str, Told] | None = {} if apart else None
        self._english = _english(mined)
        self._known: dict[tuple[object, ...], Tag] = {}

    def tag(self, word: Word) -> Tag:
        """Return what the element of ``word`` is made of."""
        reading = word.reading
        key = (word.text, word.term, word.script, reading.text, reading.evidence, reading.because)
        known = self._known.get(key)
        if known is None:
            english = self._english.get(word.name, ()), self._english.get(word.within, ())
            known = _tag(self.root, word.text, word.term, word.script, reading, word.gloss, english)
            if self._told is not None:
                known = _apart(self._told, word, known)
            self._known[key] = known
        return known

    @property
    def told(self) -> tuple[Told, ...]:
        """What was set apart of the words that were asked for, in their order."""
        return tuple(one for one in (self._told or {}).values() if one.values)

    def link(self, word: Word) -> str:
        """Return ``word`` as a link to its term that stands alone, in a list of words in simplified characters."""
        tag = self.tag(word)
        lang = "" if word.script == "zh-Hans" else f' lang="{word.script}"'
        return f'<a{lang} class="w{tag.kind}"{tag.href}{tag.data}>{tag.inner or word.text}</a>'


def _english(mined: Mined) -> dict[str, tuple[str, ...]]:
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
    return {term: tuple(known.values()) for term, known in english.items()}


def _apart(told: dict[str, Told], word: Word, tag: Tag) -> Tag:
    """Return the tag of a word whose values are set apart; a word that differs from one written alike keeps its own."""
    own = [pair for pair in tag.values if pair[0] in _OWN]
    rest = tuple(pair for pair in tag.values if pair[0] not in _OWN)
    one = Told(word.text, term_slug(word.term or word.text), word.reading.text, rest)
    if told.setdefault(word.text, one) != one:
        whole = f'{tag.data} data-i=""'
        return tag._replace(data=whole, unlinked=whole)
    return tag._replace(data=_attributes(own), unlinked=_attributes([*own, ("u", one.slug)]))


@lru_cache(_WORDS)
def _tag(
    root: str, text: str, term: str, script: str, reading: Reading, gloss: Gloss, english: tuple[tuple[str, ...], ...]
) -> Tag:
    """Return the tag of a word; ``english`` is what the author calls the word, and the term that holds it."""
    kind = " guess" if reading.evidence is Evidence.GUESS else ""
    inner = "".join(f'<span class="c" data-p="{_quoted(read)}">{part}</span>' for part, read in parts(text, reading))
    href = f' href="{_quoted(root + term_path(term or text))}"'
    values = _values(text, term, script, reading, gloss, english)
    data = _attributes(values)
    return Tag(kind + " long" if inner else kind, href, data, inner, data, values)


def _values(
    text: str, term: str, script: str, reading: Reading, gloss: Gloss, english: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, str], ...]:
    """Return the values that the card is made of by their names, those with nothing to say left out."""
    syllables = " ".join(reading.syllables)
    other = gloss.simplified if script == "zh-Hant" else gloss.traditional
    within = term if len(term) > len(text) else ""
    slug = term_slug(term or text)
    values = (
        ("p", reading.text),
        ("x", other if other != text else ""),
        ("y", syllables if syllables != said(reading.text) else ""),
        ("h", gloss.hsk),
        ("f", str(gloss.frequency // 1000 or "")),
        ("c", "1" if gloss.composed else ""),
        ("w", "" if reading.evidence in _UNSAID else why(reading)),
        ("m", within),
        ("e", " · ".join(english[1])),
        ("u", slug if slug != (within or text) else ""),
        ("a", " · ".join(english[0])),
        ("g", " / ".join(gloss.senses[:_SENSES])),
    )
    return tuple(pair for pair in values if pair[1])


def _attributes(values: Iterable[tuple[str, str]]) -> str:
    return "".join([f' data-{name}="{_quoted(value)}"' for name, value in values])


def _quoted(text: str) -> str:
    """Escape text for an attribute in double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


_LONG = 4  # Hanzi; a longer word is shown in parts, so that it can break at the end of a line
_LETTERS = re.compile(r"[^a-z]")


def parts(text: str, reading: Reading) -> list[tuple[str, str]]:
    """Return a long word cut where its spelling has spaces, each part with its pinyin; [] where it stays whole.

    The parts are lined up by their letters: a reading has one syllable for each Hanzi, and a spelling
    (``Zhōngguó Qīngnián Bào``) is those syllables joined into words.
    """
    spelled = reading.text.split()
    if len(text) <= _LONG or len(reading.syllables) != len(text) or len(spelled) == 1:
        return []
    found: list[tuple[str, str]] = []
    at = 0
    for piece in spelled:
        letters, first = _letters(piece), at
        while letters and at < len(text) and letters.startswith(one := _letters(reading.syllables[at])):
            letters = letters[len(one) :]
            at += 1
        if letters or at == first:
            return []
        found.append((text[first:at], piece))
    return found if at == len(text) else []


def _letters(text: str) -> str:
    """Return the plain letters of pinyin: tones, accents, apostrophes and hyphens gone, ``ü`` and ``v`` as ``u``."""
    return _LETTERS.sub("", unicodedata.normalize("NFD", text.lower()).replace("v", "u"))
