"""The compact index that the search box asks first: terms, people, hashtags, topics, titles.

Input: the site's index. Output: small scripts: ``search/tree.js`` (where each leaf begins), leaves of keys,
and chunks of entries. A query reads the tree once, then one or two leaves and the entries it shows; so what a
reader loads does not grow with the collection. Entries are numbered kind by kind, the weightiest of a kind first and of
those the shortest, so that a number tells kind and rank before the entry is read. They are scripts, not JSON, because
a page opened from a folder (``file://``) may load scripts only.

A key is a letter for its family and the text: ``h`` Chinese, from each character of a term on, so that inner
parts are found as beginnings; ``r`` pinyin without tones, likewise from each syllable on, and English words;
``i`` initials; ``w`` whole words, and ``t`` the same words backwards, for typing errors: one wrong letter leaves
the first or the last half of a word whole.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, repeat
from typing import Literal

from site_builder.export.tree import Best, Posting, leaves
from site_builder.model import address
from site_builder.model.han import runs
from site_builder.model.index import ArticleRef, Index, TagEntry, TermEntry, TopicEntry

Kind = Literal["article", "term", "person", "hashtag", "topic"]

CHUNK = 64
"""Entries in one chunk."""
MOST_IDS = 512
"""Entries of a kind that one key names: those that matter most. More are found by a longer query."""
KINDS: tuple[Kind, ...] = ("article", "term", "person", "hashtag", "topic")
_LONGEST_SUMMARY = 160
_SENSES = 3
_PARTS = 16  # characters or syllables from which inner keys are made; a longer run is a sentence
_SURE = 4  # letters of a word that is looked through for typing errors
_STOP = frozenset("a an and as at by for from in is it of on or the to with".split())  # noqa: SIM905 (a list of words)
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHE = re.compile("['’ʼ]")
_MARKS = re.compile("[\u0300-\u036f]")
_TONE = re.compile(r"[1-5]$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, as the list of results shows it. ``syllables`` have tone numbers."""

    kind: Kind
    label: str
    path: str
    pinyin: str = ""
    syllables: tuple[str, ...] = ()
    english: str = ""
    forms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    weight: int = 0


def search_files(index: Index, link: Callable[[str], str] = str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the compact index, each with its site path; results lead to the ``link`` of a page's path."""
    entries = sorted(_entries(index), key=lambda e: (KINDS.index(e.kind), -e.weight, len(e.label), e.label))
    kinds = {kind: bisect_left(entries, n, key=lambda e: KINDS.index(e.kind)) for n, kind in enumerate(KINDS)}
    best = partial(_best, starts=tuple(kinds.values()))
    for number, start in enumerate(range(0, len(entries), CHUNK)):
        rows = [_row(entry, link(entry.path)) for entry in entries[start : start + CHUNK]]
        yield _script(f"d{number}", rows)
    starts: list[str] = []
    for number, (first, leaf) in enumerate(leaves(_postings(entries, best), best)):
        starts.append(first)
        yield _script(f"k{number}", leaf)
    yield _script("tree", {"starts": starts, "kinds": kinds, "chunk": CHUNK, "most": MOST_IDS})


def fold(text: str) -> str:
    """Return text as keys have it: lower case, no accents, ``ü`` as ``v``, no apostrophes."""
    if text.isascii():
        return text.lower().replace("'", "")
    lower = unicodedata.normalize("NFD", text.lower()).replace("u\u0308", "v")
    return _APOSTROPHE.sub("", _MARKS.sub("", lower))


def english_words(text: str) -> list[str]:
    """Return the words of a text that are worth a key, folded, in order.

    >>> english_words("The People’s Bank")
    ['peoples', 'bank']
    """
    return [word for word in _WORD.findall(fold(text)) if word not in _STOP]


def _entries(index: Index) -> Iterator[Entry]:
    yield from map(_article, index.articles)
    yield from map(_term, index.terms)
    yield from map(_hashtag, index.hashtags)
    yield from map(_topic, index.topics)


def _article(article: ArticleRef) -> Entry:
    about = " · ".join(part for part in (article.publisher, article.date.day) if part)
    return Entry(
        "article",
        article.title,
        address.article_path(article.slug),
        english=_cut(article.dek or about),
        forms=_runs(article.title + " " + article.dek),
        phrases=(article.title, article.dek, *article.authors, article.publisher),
        weight=5,
    )


def _term(term: TermEntry) -> Entry:
    renderings = tuple(one.english for one in term.renderings)
    return Entry(
        "person" if term.kind == "person" else "term",
        term.shown,
        address.term_path(term.term),
        pinyin=term.reading.text,
        syllables=term.reading.syllables,
        english=_cut("; ".join(renderings or term.gloss.senses)),
        forms=_distinct(*term.forms, term.term, term.gloss.traditional, term.gloss.simplified),
        phrases=(*renderings, *term.gloss.senses[:_SENSES]),
        weight=term.count + (10 if term.mined else 0),
    )


def _hashtag(tag: TagEntry) -> Entry:
    translations = tuple(one.english for one in tag.translations)
    traditional = "".join(word.gloss.traditional or word.text for word in tag.words)
    simplified = "".join(word.gloss.simplified or word.text for word in tag.words)
    return Entry(
        "hashtag",
        tag.name,
        address.hashtag_path(tag.name),
        pinyin=tag.reading,
        syllables=tuple(one for word in tag.words if word.reading for one in word.reading.syllables),
        english=_cut("; ".join(translations)),
        forms=_distinct(tag.name, traditional, simplified),
        phrases=translations,
        weight=tag.count + 10,
    )


def _topic(entry: TopicEntry) -> Entry:
    topic = entry.topic
    path = address.topic_path(topic.slug)
    phrases = (topic.title, topic.summary)
    return Entry("topic", topic.title, path, english=_cut(topic.summary), phrases=phrases, weight=20)


def _postings(entries: list[Entry], best: Best) -> Iterator[Posting]:
    """Yield every key with what it names: twice the entry's number, plus one where only a part of it matched.

    Sorted, and one family after the other: only one of them is held at a time.
    """
    whole: set[str] = set()
    yield from _family(entries, best, _form_keys)
    yield from _family(entries, best, _initial_keys)
    yield from _family(entries, best, partial(_spoken_keys, whole=whole))
    yield from (("t" + word, []) for word in sorted(word[::-1] for word in whole))
    yield from (("w" + word, []) for word in sorted(whole))


def _family(
    entries: list[Entry], best: Best, keys_of: Callable[[Entry], Iterator[tuple[str, int]]]
) -> Iterator[Posting]:
    """Yield the keys of one family, sorted."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for key, part in keys_of(entry):
            found.setdefault(key, []).append(2 * number + part)
    for key in sorted(found):
        yield key, best(found.pop(key))


def _best(ids: list[int], starts: tuple[int, ...]) -> list[int]:
    """Return what a key names, each entry once, the best first; ``starts`` are the first numbers of the kinds."""
    if len(ids) <= 1:
        return ids
    whole = {one >> 1 for one in ids if not one & 1}
    kept = {one for one in ids if not (one & 1 and one >> 1 in whole)}
    ranked = sorted(kept, key=lambda one: (one & 1, one))
    if len(ranked) <= MOST_IDS:
        return ranked
    room = [MOST_IDS] * len(starts)
    return [one for one in ranked if _takes(room, bisect_right(starts, one >> 1) - 1)]


def _takes(room: list[int], kind: int) -> bool:
    """Take a place of a kind and tell whether there was one."""
    room[kind] -= 1
    return room[kind] >= 0


def _form_keys(entry: Entry) -> Iterator[tuple[str, int]]:
    for form in entry.forms:
        for start in range(min(len(form), _PARTS)):
            yield "h" + form[start:], int(start > 0 or entry.kind == "article")


def _initial_keys(entry: Entry) -> Iterator[tuple[str, int]]:
    if entry.syllables:
        yield "i" + "".join(_base(one)[:1] for one in entry.syllables), 0


def _spoken_keys(entry: Entry, whole: set[str]) -> Iterator[tuple[str, int]]:
    """Yield the keys of pinyin and of English words; those that are whole words and long enough go into ``whole``."""
    bases = [_base(one) for one in entry.syllables]
    words = list(_english_keys(entry))
    whole.update([word for word in ("".join(bases), *(word for word, _ in words)) if len(word) >= _SURE])
    yield from (("r" + key, part) for key, part in chain(_inner_keys(entry, bases), words))


def _english_keys(entry: Entry) -> Iterator[tuple[str, int]]:
    for words in (english_words(phrase) for phrase in entry.phrases if phrase):
        yield from zip(words, repeat(int(len(words) > 1)))


def _inner_keys(entry: Entry, bases: list[str]) -> Iterator[tuple[str, int]]:
    for start in range(min(len(bases), _PARTS)):
        for spelling in _spellings("".join(bases[start:])):
            yield spelling, int(start > 0)
    if entry.kind == "person" and len(bases) > 1:
        yield "".join([*bases[1:], bases[0]]), 0  # the given name first, as English has it


def _spellings(base: str) -> tuple[str, ...]:
    """Return a spelling, and with ``u`` what many type ``u`` for ``ü``."""
    return (base, base.replace("v", "u")) if "v" in base else (base,)


@lru_cache(4096)  # Mandarin has some 1,300 syllables
def _base(syllable: str) -> str:
    return _TONE.sub("", fold(syllable))


def _row(entry: Entry, link: str) -> list[str]:
    return [entry.kind, entry.label, link, entry.pinyin, " ".join(entry.syllables), entry.english]


def _script(name: str, value: object) -> tuple[str, bytes]:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"search/{name}.js", f'found("{name}",{data});\n'.encode()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SUMMARY else text[: _LONGEST_SUMMARY - 1].rstrip() + "…"


def _distinct(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form))


def _runs(text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end] for span in runs(text))
