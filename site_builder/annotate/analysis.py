"""Cuts texts into words and reads each by what tables, words, grammar and the model say.

Input: texts, with spans that must stay whole. Output: tokens that tile each text. What stands beside a word in the
article, and what editors say, comes later and is stronger (``evidence.py``).
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_builder.annotate import grammar, neighbours
from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.parts import Item, Known, Parts, Token, parts, weakest_of
from site_builder.annotate.people import people as people_in
from site_builder.annotate.segment import DOTS, join_parts, pieces
from site_builder.model.han import HANZI_ONLY
from site_builder.model.word import Evidence

Syllables = tuple[str, ...]
Odds = Mapping[int, Mapping[str, float]]
"""What the model says of each place it was asked about: log odds of readings."""

_CLEAR = 3.0
"""Log odds by which the model must prefer a word's second reading: a word's first is the common one."""
_RARE = 2.0
"""Log odds that a reading must be ahead which the character has in no word of its own today."""
_SURE = 5.0
"""Log odds by which it must reject what one dictionary alone says of a word."""
_BESIDE = 3
"""Words of which a neighbour is read."""
_ERHUA = "r5"
_SHORT = 2
"""Characters of a word that has the shape of a name and may be a verb and what becomes of it as well: 盛满."""
_SURE_OF_NAME = 12.0
"""Log odds by which it must reject that a word that looks like a name begins with a surname."""


_Draft = tuple[int, int, Parts]
"""A word from start to end, and the readings of its stretches."""


def analyse(items: Sequence[Item], lexicon: Lexicon) -> list[tuple[Token, ...]]:
    """Return the tokens of each item; the model is asked once for all of them. Short items are remembered."""
    known = {item: lexicon.analysed.get(item) for item in items}
    new = [item for item, row in known.items() if row is None]
    drafts = [_draft(item, lexicon) for item in new]
    odds = _ask([item.text for item in new], [_places(draft) for draft in drafts], lexicon)
    made = {
        item: tuple([_token(*word, found) for word in draft])
        for item, draft, found in zip(new, drafts, odds, strict=True)
    }
    lexicon.analysed.add(made)
    return [made[item] if row is None else row for item, row in ((item, known[item]) for item in items)]


def _ask(texts: Sequence[str], places: Sequence[Sequence[int]], lexicon: Lexicon) -> list[Odds]:
    """Ask the model about the open places of all texts at once; without a model nothing is known of any."""
    odds: list[Odds] = [{} for _ in texts]
    asked = [at for at, found in enumerate(places) if found]
    model = lexicon.model if asked else None
    if model is None:
        return odds
    simplified = [lexicon.simplified(texts[at]) for at in asked]
    for at, scores in zip(asked, model.score(simplified, [places[at] for at in asked]), strict=True):
        odds[at] = dict(zip(places[at], scores, strict=True))
    return odds


def _places(draft: Sequence[_Draft]) -> list[int]:
    """Return the places of the characters whose reading the model may be asked for."""
    return [start + at for start, _, found in draft if found.asked for at in found.asked]


def _token(start: int, end: int, found: Parts, odds: Odds) -> Token:
    if not found.asked:
        return Token(start, end, *found.first)
    chosen = [_choose(known, start + at, odds) for at, known in found.stretches]
    syllables = tuple(syllable for one, _ in chosen for syllable in one)
    return Token(start, end, syllables, weakest_of(evidence for _, evidence in chosen))


def _choose(known: Known, at: int, odds: Odds) -> tuple[Syllables, Evidence]:
    """Choose among the readings of a stretch: a character by the model, words by the model where they leave it open."""
    first = known.options[0]
    if len(first) == 1 and known.evidence != Evidence.TABLE:
        return _choose_character(known, odds.get(at))
    if len(known.options) > 1:
        return _choose_word(known, at, odds)
    if known.firm:
        return first, known.evidence
    sure = _SURE_OF_NAME if len(first) == 1 else _SURE
    corrected = tuple(_corrected(one, odds.get(at + offset), sure) for offset, one in enumerate(first))
    return corrected, known.evidence if corrected == first else Evidence.MODEL


def _choose_character(known: Known, row: Mapping[str, float] | None) -> tuple[Syllables, Evidence]:
    first = known.options[0]
    if known.firm or not row:
        return first, known.unaided
    living = {option[0].lower() for option in known.options}
    best = max(row, key=lambda one: row[one] - (0 if one in living else _RARE))
    if first[0][:1].isupper():
        best = best.capitalize()
    return (best,), Evidence.MODEL


def _choose_word(known: Known, at: int, odds: Odds) -> tuple[Syllables, Evidence]:
    """Take the first reading of a word, unless the model clearly prefers another of its readings."""
    if len({tuple(map(str.lower, option)) for option in known.options}) == 1:
        return known.options[0], known.evidence  # a name and a word that are read alike: 故宫
    scores = [_score(option, at, odds) for option in known.options]
    first = scores[0]
    if first is None:
        return known.options[0], Evidence.GUESS
    best = max(score for score in scores if score is not None)
    chosen = known.options[scores.index(best)] if best > first + _CLEAR else known.options[0]
    return chosen, Evidence.MODEL


def _score(option: Syllables, at: int, odds: Odds) -> float | None:
    """Return the model's odds of a word's reading, None where it has no opinion on one of its syllables."""
    total, asked = 0.0, False
    for offset, syllable in enumerate(option):
        row = odds.get(at + offset)
        if row and _ERHUA not in row:  # the model was taught no erhua
            found = row.get(syllable.lower())
            if found is None:
                return None
            total, asked = total + found, True
    return total if asked else None


def _corrected(syllable: str, row: Mapping[str, float] | None, sure: float) -> str:
    """Return what the model reads where it is sure that one dictionary alone errs; neutral tones it cannot judge."""
    plain = syllable.lower()
    if not row or plain.endswith("5") or plain not in row:
        return syllable
    best = max(row, key=row.__getitem__)
    if best.endswith("5") or row[best] <= row[plain] + sure:
        return syllable
    return best.capitalize() if syllable[:1].isupper() else best


def _draft(item: Item, lexicon: Lexicon) -> list[_Draft]:
    """Cut an item into words and look each up; between its edges the words are the segmenter's, or those inside."""
    words, people = list[str](), set[int]()
    for piece in pieces(item.text, item.edges):
        text = item.text[piece.start : piece.end]
        if piece in item.wholes:
            people |= {len(words)} if piece in item.people else set()
            words.append(text)
        else:
            cut, names = _cut(text, lexicon)
            people |= {len(words) + name for name in names}
            words += cut
    bounds = [0, *itertools.accumulate(map(len, words))]
    simple = lexicon.simplified(item.text)
    if simple != item.text:
        words = [simple[start:end] for start, end in itertools.pairwise(bounds)]
    found = [
        _word(words, at, at in people, lexicon)
        if len(word) > 1
        else lexicon.family(word)
        if at in people
        else _character(words, at, lexicon)
        for at, word in enumerate(words)
    ]
    if not DOTS.isdisjoint(words):
        found = [_capital(one) if _in_foreign_name(words, at) else one for at, one in enumerate(found)]
    return list(zip(bounds, bounds[1:], found, strict=False))


def _in_foreign_name(words: Sequence[str], at: int) -> bool:
    """Tell whether a word begins a part of a name with a dot: 阿依古丽·买买提 (GB/T 16159-2012, 6.2.1)."""
    if not HANZI_ONLY.fullmatch(words[at]):
        return False
    if at > 1 and words[at - 1] in DOTS and HANZI_ONLY.fullmatch(words[at - 2]):
        return True
    joined = at + 2 < len(words) and words[at + 1] in DOTS and HANZI_ONLY.fullmatch(words[at + 2]) is not None
    return joined and len(words[at]) > 1


def _capital(found: Parts) -> Parts:
    """Return the readings of a word with a capital at its head alone: 费雷拉 has no surname behind a dot."""
    if not found.stretches or not found.first[0]:
        return found
    (at, known), *rest = ((at, _small(known)) for at, known in found.stretches)
    options = tuple((one[0].capitalize(), *one[1:]) for one in known.options)
    (head, *tail), evidence = found.first
    first = (head.capitalize(), *map(str.lower, tail)), evidence
    return Parts(((at, replace(known, options=options)), *rest), first, found.asked)


def _cut(text: str, lexicon: Lexicon) -> tuple[list[str], list[int]]:
    """Cut a text into words, in simplified characters, and tell which are names."""
    cut = join_parts(list(itertools.chain.from_iterable(map(lexicon.refined, lexicon.cut(text)))), lexicon)
    return people_in([lexicon.simplified(word) for word in cut] if lexicon.simplified(text) != text else cut, lexicon)


def _word(words: Sequence[str], at: int, person: bool, lexicon: Lexicon) -> Parts:
    """Read a word; what no dictionary has and is no name is read by the rules for the characters in it, if any."""
    word, found = words[at], lexicon.parts(words[at], person)
    speaks = (grammar.speaks_of(char) or lexicon.beside(char) for char in word)
    if person or len(found.stretches) != len(word) or not any(speaks):
        return found
    apart = [*words[:at], *word, *words[at + 1 :]]
    told = [_settled(apart, at + offset, lexicon) for offset in range(len(word))]
    if lexicon.is_name(word) and (told[0] is None or len(word) > _SHORT):
        return found
    stretches = [
        (offset, _small(known) if one is None else Known(((one,),), Evidence.GRAMMAR))
        for (offset, known), one in zip(found.stretches, told, strict=True)
    ]
    return parts(stretches, word, lexicon.model.readings if lexicon.model is not None else ())


def _small(known: Known) -> Known:
    """Return readings without the capitals of a name."""
    return replace(known, options=tuple(tuple(one.lower() for one in option) for option in known.options))


def _settled(words: Sequence[str], at: int, lexicon: Lexicon) -> str | None:
    """Return the reading by the rules, then by what stands beside; rules for what a model tells better come last."""
    found = grammar.reading(words, at)
    if found is None and (rows := lexicon.beside(words[at])):
        before, behind = "".join(words[max(0, at - _BESIDE) : at]), "".join(words[at + 1 : at + 1 + _BESIDE])
        found = neighbours.reading(rows, before, behind)
    return grammar.unaided(words, at) if found is None and lexicon.model is None else found


def _character(words: Sequence[str], at: int, lexicon: Lexicon) -> Parts:
    """Read a character that is a word: a function word by the words around it."""
    word = words[at]
    settled = _settled(words, at, lexicon)
    if settled is not None:
        return _by_grammar(settled)
    if lexicon.model is not None:
        return lexicon.parts(word, False)
    before, after = words[at - 1][-1:] if at else "", words[at + 1][:1] if at + 1 < len(words) else ""
    return lexicon.alone(before, word, after)


@functools.cache
def _by_grammar(syllable: str) -> Parts:
    return parts([(0, Known(((syllable,),), Evidence.GRAMMAR))])
