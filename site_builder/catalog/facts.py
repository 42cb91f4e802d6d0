"""What one article gives to the index.

Input: an annotated article. Output: Facts, small: quotations are cut short and only the first few are kept.
Nothing here looks at another article, so the value can be cached with its article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from functools import reduce
from operator import attrgetter

from site_builder.model.facts import AnnotatedArticle, Facts, TagUse, TermUse
from site_builder.model.han import HANZI, hanzi
from site_builder.model.index import ArticleRef, Citation, Rendering, TagWord, Views
from site_builder.model.making import maker
from site_builder.model.mined import HashtagUse, Pair
from site_builder.model.text import ArticleText, Place, Span
from site_builder.model.word import Evidence, Gloss, Reading, Word
from site_builder.model.wording import plainer

PLACES = 8
"""Places kept of one term in one article; the count stays true."""

_SIDE = 50  # code points of quotation on each side
_WORDS_A_MINUTE = 230  # silent reading of English prose: Brysbaert 2019, 238 for non-fiction, rounded down
_HANZI_A_MINUTE = 260  # silent reading of Chinese: Brysbaert 2019
_EASY = frozenset("1234")  # HSK levels that the order of reading takes for known
_RUN = re.compile(f"[{HANZI}]+")
_PIECES = re.compile(rf"[{HANZI}]+|[^\s{HANZI}]+")
_UNREAD = Reading((), "", Evidence.GUESS)


def facts(annotated: AnnotatedArticle) -> Facts:
    """Return what ``annotated`` gives to the site's index."""
    quote = Quotation(annotated)
    terms = _terms(annotated, quote)
    tags = _tags(annotated, quote)
    mined = sum(1 for one in terms if one.mined)
    return Facts(_ref(annotated, mined), terms, tags)


class Quotation:
    """Cuts citations out of one article; it holds where the blocks begin, found once."""

    __slots__ = ("_blocks", "_slug", "_starts", "_text")

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._slug = annotated.article.slug
        self._text: ArticleText = annotated.text
        self._blocks = annotated.text.body.blocks
        self._starts = [block.span.start for block in self._blocks]

    def __call__(self, place: Place) -> Citation:
        """Return the citation of ``place``: some words around it, whole words, inside its block."""
        text, start, end = self._text.of(place.field), place.span.start, place.span.end
        low, high, block = 0, len(text), ""
        if place.field == "body" and (number := bisect_right(self._starts, start)):
            holder = self._blocks[number - 1]
            low, high, block = holder.span.start, holder.span.end, holder.id
        left, right = start - _SIDE, end + _SIDE
        left = low if left <= low else text.find(" ", left, start) + 1 or left
        if right >= high:
            right = high
        elif (space := text.rfind(" ", end, right)) >= 0:
            right = space
        return _citation(self._slug, block, text[left:start], text[start:end], text[end:right])


_citation: Callable[..., Citation] = maker(Citation)


def _ref(annotated: AnnotatedArticle, terms: int) -> ArticleRef:
    article, body = annotated.article, annotated.text.body.text
    chinese = sum(map(len, _RUN.findall(f"{annotated.text.title}\n{annotated.text.dek}\n{body}")))
    english = body.count(" ")
    return ArticleRef(
        slug=article.slug,
        title=article.title,
        dek=article.dek,
        authors=article.authors,
        publisher=article.publisher,
        category=article.category,
        date=article.date,
        topics=article.topics,
        minutes=max(1, round(english / _WORDS_A_MINUTE + chinese / _HANZI_A_MINUTE)),
        terms=terms,
        chinese=chinese,
        hard=len({word.text for word in annotated.words if word.gloss.hsk not in _EASY}),
        reserved=not article.rights.may_publish,
    )


def _terms(annotated: AnnotatedArticle, quote: Quotation) -> tuple[TermUse, ...]:
    """Return the terms of the article in the order in which they first stand there."""
    pairs: dict[str, list[Pair]] = {}
    for pair in annotated.mined.pairs:
        pairs.setdefault(pair.canonical, []).append(pair)
    words: dict[str, list[Word]] = {}
    for word in annotated.words:
        words.setdefault(word.term or word.text, []).append(word)
    for term in pairs:
        words.setdefault(term, [])
    glosses = dict(annotated.glosses)
    return tuple(_use(term, here, pairs.get(term, []), quote, glosses.get(term)) for term, here in words.items())


def _use(term: str, words: list[Word], pairs: list[Pair], quote: Quotation, whole: Gloss | None) -> TermUse:
    alone = [word for word in words if not word.within]
    reading, gloss = _read(term, words, alone)
    starts = _starts(term, words) if words else [pair.term for pair in pairs]
    return TermUse(
        term=term,
        kind=max(pairs, key=_confidence).kind if pairs else "term",
        reading=reading,
        gloss=whole or gloss,
        renderings=_renderings(pairs, quote) if pairs else (),
        places=tuple([quote(place) for place in starts[:PLACES]]),
        count=len(starts),
        mined=bool(pairs),
        forms=_forms(term, [word.text for word in alone] + [pair.chinese for pair in pairs]),
    )


_confidence = attrgetter("confidence")


def _forms(term: str, written: list[str]) -> tuple[str, ...]:
    """Return how the article writes the term where not by its name alone, the most used form first."""
    if written.count(term) == len(written):
        return ()
    return tuple(form for form, _ in sorted(Counter(written).items(), key=lambda one: (-one[1], one[0])))


def _starts(term: str, words: list[Word]) -> list[Place]:
    """Return the places of a term; of one that is cut into words, from that with which it begins."""
    first = words[0].gloss.simplified or words[0].text
    return [
        _whole(word, words[number : number + len(term)], term) if word.within else word.place
        for number, word in enumerate(words)
        if not word.within or first in {word.text, word.gloss.simplified}
    ]


def _whole(word: Word, near: list[Word], term: str) -> Place:
    """Return the place of a term that begins with ``word``, as far as its parts stand one after another.

    ``near`` are that word and those behind it: a term has no more words than characters.
    """
    end = word.place.span.end
    for part in near[1 : _parts(term, near)]:
        if part.place.field != word.place.field or not end <= part.place.span.start <= end + 1:
            break
        end = part.place.span.end
    return Place(word.place.field, Span(word.place.span.start, end))


def _read(term: str, words: list[Word], alone: list[Word]) -> tuple[Reading, Gloss]:
    """Return the best reading and meaning: of a word that is the whole term, else joined from the words in it."""
    if alone:
        best = min(alone, key=_weakness) if len(alone) > 1 else alone[0]
        return best.reading, best.gloss
    parts = words[: _parts(term, words)]
    if not parts:
        return _UNREAD, Gloss()
    return _joined([word.reading for word in parts]), _joined_gloss([word.gloss for word in parts])


_weakness = attrgetter("reading.evidence")


def _parts(term: str, words: list[Word]) -> int:
    """Return how many of the first words make up the Hanzi of ``term`` once."""
    wanted, have = len(hanzi(term)), 0
    for number, word in enumerate(words):
        have += len(hanzi(word.text))
        if have >= wanted:
            return number + 1
    return len(words)


def _joined(readings: list[Reading]) -> Reading:
    syllables = tuple(one for reading in readings for one in reading.syllables)
    weakest = max(readings, key=lambda reading: reading.evidence)
    return Reading(syllables, " ".join(one.text for one in readings), weakest.evidence, weakest.because)


def _joined_gloss(glosses: list[Gloss]) -> Gloss:
    senses = tuple(f"{one.simplified} {one.senses[0]}" for one in glosses if one.senses)
    traditional = "".join(one.traditional for one in glosses)
    return Gloss(senses, True, traditional, "".join(one.simplified for one in glosses))


def _renderings(pairs: Iterable[Pair], quote: Quotation) -> tuple[Rendering, ...]:
    """Return one rendering for each English, with the sentences that show it; capitals do not part two."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.english.casefold(), []).append(pair)
    return tuple(
        Rendering(
            reduce(plainer, (pair.english for pair in same)),
            same[0].relation,
            tuple(quote(pair.rendering) for pair in same[:PLACES]),
        )
        for same in found.values()
    )


def _tags(annotated: AnnotatedArticle, quote: Quotation) -> tuple[TagUse, ...]:
    found: dict[str, list[HashtagUse]] = {}
    for tag in annotated.mined.hashtags:
        found.setdefault(tag.name, []).append(tag)
    return tuple(_tag(annotated, name, same, quote) for name, same in found.items())


def _tag(annotated: AnnotatedArticle, name: str, same: list[HashtagUse], quote: Quotation) -> TagUse:
    words = _tag_words(annotated, same[0].place)
    translations: dict[str, HashtagUse] = {}
    for tag in same:
        for english in tag.translations:
            translations.setdefault(english, tag)
    slug, date = annotated.article.slug, annotated.article.date
    return TagUse(
        name=name,
        reading=" ".join(word.reading.text if word.reading else word.text for word in words),
        words=words,
        translations=tuple(Rendering(one, "translation", (quote(tag.place),)) for one, tag in translations.items()),
        uses=tuple(quote(tag.place) for tag in same[:PLACES]),
        views=tuple(Views(slug, date, tag.views, quote(tag.sentence)) for tag in same if tag.views),
        hosts=tuple(dict.fromkeys(tag.host for tag in same if tag.host)),
        count=len(same),
    )


def _tag_words(annotated: AnnotatedArticle, place: Place) -> tuple[TagWord, ...]:
    """Return the words of a hashtag, and what stands between them (``12``) as words without a reading."""
    words = annotated.words
    low = bisect_right(words, (_ORDER[place.field], place.span.start), key=_at)
    high = bisect_right(words, (_ORDER[place.field], place.span.end - 1), key=_at)
    text, at, found = annotated.text.of(place.field), place.span.start + 1, list[TagWord]()
    for word in words[low:high]:
        found += _between(text[at : word.place.span.start])
        found.append(TagWord(word.text, word.reading, word.gloss, word.term or word.text))
        at = word.place.span.end
    return (*found, *_between(text[at : place.span.end - 1]))


_ORDER = {"title": 0, "dek": 1, "body": 2}


def _at(word: Word) -> tuple[int, int]:
    return _ORDER[word.place.field], word.place.span.start


def _between(words: str) -> list[TagWord]:
    return [TagWord(one, None, Gloss()) for one in _PIECES.findall(words)]
