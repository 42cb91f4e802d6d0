"""Tells what a word's card shows: the attributes of the word's own element.

Input: words and what the article's author says of them. Output: what the tags of a word are made of. What a card shows
is one string for each distinct word, the same at each of its places, so that it is made once and compressed to
nothing; ``templates/static/reader.js`` reads it, its head says what each attribute means.
"""

from __future__ import annotations

import re
import unicodedata
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


class Tag(NamedTuple):
    """What a word's element is made of: more classes, its address, its other attributes, its text in parts or ""."""

    kind: str
    href: str
    data: str
    inner: str


class Cards:
    """The words of one article, with what its author calls them; ``root`` leads from its page to the site's root."""

    __slots__ = ("_english", "_known", "root")

    def __init__(self, mined: Mined, root: str = "../../") -> None:
        self.root = root
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
            self._known[key] = known
        return known

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


@lru_cache(_WORDS)
def _tag(
    root: str, text: str, term: str, script: str, reading: Reading, gloss: Gloss, english: tuple[tuple[str, ...], ...]
) -> Tag:
    """Return the tag of a word; ``english`` is what the author calls the word, and the term that holds it."""
    kind = " guess" if reading.evidence is Evidence.GUESS else ""
    inner = "".join(f'<span class="c" data-p="{_quoted(read)}">{part}</span>' for part, read in parts(text, reading))
    href = f' href="{_quoted(root + term_path(term or text))}"'
    return Tag(kind + " long" if inner else kind, href, _data(text, term, script, reading, gloss, english), inner)


def _data(
    text: str, term: str, script: str, reading: Reading, gloss: Gloss, english: tuple[tuple[str, ...], ...]
) -> str:
    """Return the attributes that the card is made of, those with nothing to say left out."""
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
    return "".join([f' data-{name}="{_quoted(value)}"' for name, value in values if value])


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
