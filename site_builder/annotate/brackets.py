"""Brackets that hold Chinese: ``English (中文)``, ``(Pīnyīn 中文)``, ``(中文, also “English”)``.

Input: a part of a text, the bracket, the Chinese in it. Output: findings from what leads to the bracket, what
stands in it and what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from site_builder.annotate.cues import LITERALLY, Finding, Part, after, moved, quotes, relation
from site_builder.annotate.english_reach import Reach, reach
from site_builder.annotate.mentions import Mention
from site_builder.annotate.phrases import supported
from site_builder.annotate.spelling import fits, has_tones
from site_builder.annotate.stopwords import BRANDS
from site_builder.annotate.tokens import tokens
from site_builder.model.mined import Relation
from site_builder.model.text import Span

_LATIN = r"[A-Za-z\u00c0-\u024f\u0300-\u030c’'\-]+"
SPELT = re.compile(rf"{_LATIN}(?:[ \u00a0]{_LATIN})*")
_LABEL = re.compile(
    r"^(?:(?:in )?(?:simplified |traditional )?(?:chinese|mandarin)(?: name)?:?|lit\.?|literally|also|or|now|formerly"
    r"|previously|aka|a\.k\.a\.|i\.e\.|e\.g\.|hashtags?:?|pinyin:?|known as|short for)[\s:]*",
    re.IGNORECASE,
)
_ALIAS = re.compile(
    r"^[”’\"'“‘]?,? (?:also|or|aka|a\.k\.a\.|better|formerly|now|English name:?)"
    r"(?: (?:known|called|spelled|written|translated|rendered))?(?: as)?"
    r" (?P<english>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|the|and|de|van|von))*)\W*$"
)
_CLOSING = frozenset("”’\"'")
_MARKS = "“‘\"'「"
_SEPARATOR = re.compile(r"^[\s”’\"'“‘»]*(?:[,，;；、/|]|\bor\b|\band\b|–|—|$)")
_MOST_WORDS = 8  # of a name in front of the Chinese in a bracket
_WORDY = 5  # Hanzi to an English word: a name in capitals is not rendered by so few words

_OWNER = re.compile("[’']s$")
"""What makes an owner of a name: ``Wu Jing’s (吴京)``; a name that is not spelled may end in it."""


def bracket(part: Part, start: int, end: int, inside: list[Mention]) -> Iterator[Finding]:
    """Read a bracket that holds Chinese: what leads to it, what stands in it, what follows it."""
    text, inner_end = part.text, end - 1
    if len(inside) == 1 and inside[0].span.start == start + 1 and inside[0].span.end == inner_end:
        yield from _alone(part, start, end, inside[0])
        return
    inside = _clauses(text, start, inside)
    head = Span(start + 1, inside[0].span.start)
    lead, fitting = _head(text, head, inside[0])
    yield from lead
    tails = [Span(one.span.end, other.span.start) for one, other in pairwise(inside)]
    tails.append(Span(inside[-1].span.end, inner_end))
    for mention, tail in zip(inside, tails, strict=True):
        yield from _tail(text, tail, mention)
    named = dict(_named_inside(text, inside))
    yield from named.values()
    if not fitting or not all(_separated(text[one.start : one.end]) for one in tails):
        return
    if text[start] in "[［" and not part.inline:
        return  # in a list of sources, square brackets hold the original title: a citation, not a term
    doubtful = text[head.end - 1] in _MARKS or bool(lead and not has_tones(text[lead[0].english.start : start + 40]))
    for mention in inside:
        if mention in named:
            continue
        yield from (one for one in left(part, start, mention, "bracket") if not doubtful or _stands(part, one))
        if not mention.hashtag or len(inside) == 1:
            yield from after(part, end, mention)


def _named_inside(text: str, inside: list[Mention]) -> Iterator[tuple[Mention, Finding]]:
    """Yield the later Chinese of a bracket that its own name leads to: ``(海子, born Zha Haisheng 查海生)``."""
    for one, other in pairwise(inside):
        found = reach(text, one.span.end, other.span.start, other.chinese)
        if found and found.how in {"spelled", "surname", "quoted"}:
            yield other, from_reach(text, other, found, "inside")


def _alone(part: Part, start: int, end: int, mention: Mention) -> Iterator[Finding]:
    """Read a bracket that holds nothing but the Chinese, as most do."""
    if part.inline or part.text[start] not in "[［":
        yield from left(part, start, mention, "bracket")
        yield from after(part, end, mention)


def _clauses(text: str, start: int, inside: list[Mention]) -> list[Mention]:
    """Return as one mention the clauses of a quoted saying, ``“…” (自强不息，厚德载物)``, or a title ``(这！就是)``."""
    gaps = {text[one.span.end : other.span.start] for one, other in pairwise(inside)}
    title = bool(gaps) and gaps <= {"！", "？"}
    saying = bool(gaps) and gaps <= {"，", "；"} and text[max(0, start - 2) : start].rstrip()[-1:] in _CLOSING
    if not title and not saying:
        return inside
    span = Span(inside[0].span.start, inside[-1].span.end)
    return [Mention(span, text[span.start : span.end], hashtag=False)]


def _stands(part: Part, one: Finding) -> bool:
    """Tell whether lower-case words before a bracket that marks its Chinese otherwise do render it."""
    if not one.pattern.endswith("phrase"):
        return True
    words = tokens(part.text, one.english.start, one.english.end)
    return part.dictionary is not None and bool(words) and supported(words, one.mention.chinese, part.dictionary)


def _separated(tail: str) -> bool:
    rest = tail.strip(" ”’\"'“‘»*？！?!。…")
    return not rest or bool(_SEPARATOR.match(tail)) or _is_spelling(rest)


def _is_spelling(words: str) -> bool:
    return has_tones(words) or (words[:1].isalpha() and len(words.split()) <= _MOST_WORDS and words.islower())


def _head(text: str, head: Span, mention: Mention) -> tuple[list[Finding], bool]:
    """Read what stands before the first Chinese of a bracket; tell whether the bracket may render words before it."""
    words = text[head.start : head.end].rstrip("“‘\"'「*@ \u00a0")
    words = words.rstrip(",:，： ")
    lead = len(words) - len(words.lstrip())
    label = _LABEL.match(words.strip())
    if label:
        lead += label.end()
    span = Span(head.start + lead, head.start + len(words))
    inner = text[span.start : span.end]
    if not inner or (label and not inner.strip()):
        return [], True
    quoted = [Finding(mention, one, "translation", "inside", 0.95) for one, _ in quotes(text, span)]
    if quoted:
        return quoted, True
    if has_tones(inner) or fits(mention.chinese, inner):
        return [Finding(mention, span, "romanisation", "inside", 0.98)], True
    if inner[0].isupper() and len(inner.split()) <= _MOST_WORDS and not re.search(r"[.;!?\d]", inner):
        found = reach(text, span.start, span.end, mention.chinese)
        return ([Finding(mention, found.span, "translation", "inside", 0.85)] if found else []), True
    return [], False


def _tail(text: str, tail: Span, mention: Mention) -> Iterator[Finding]:
    """Read what follows a Chinese mention inside its bracket: other renderings, pinyin, a literal meaning."""
    covered = 0
    for span, cue in quotes(text, tail):
        yield Finding(mention, span, relation(cue, text[span.start : span.end], mention), "inside", 0.95)
        covered = covered or span.start
    words = text[tail.start : covered or tail.end]
    if alias := _ALIAS.match(words):
        yield Finding(mention, moved(alias.span("english"), tail.start), "also", "inside", 0.9)
        return
    if plain := LITERALLY.match(words + ")"):
        yield Finding(mention, moved(plain.span("english"), tail.start), "literal", "inside", 0.85)
        return
    for spelt in SPELT.finditer(words):
        if has_tones(spelt.group()) or fits(mention.chinese, spelt.group()):
            yield Finding(mention, moved(spelt.span(), tail.start), "romanisation", "inside", 0.98)
            return


def left(part: Part, end: int, mention: Mention, pattern: str) -> Iterator[Finding]:
    """Read the English that leads to offset ``end``."""
    found = reach(part.text, part.low, end, mention.chinese, part.dictionary, phrases=True)
    if found is None or (mention.hashtag and found.how != "quoted"):
        return
    if found.how == "capitals" and _too_long(mention.chinese, part.text[found.span.start : found.span.end]):
        return
    yield from_reach(part.text, mention, found, pattern)


def _too_long(chinese: str, english: str) -> bool:
    """Tell whether the Chinese is a description, not the name that so few English words are."""
    return len(chinese) > _WORDY * len(english.split()) and "的" in chinese


def from_reach(text: str, mention: Mention, found: Reach, pattern: str) -> Finding:
    """Return the finding of a reach: a romanisation where the English spells the Chinese, else a translation."""
    span, english = found.span, text[found.span.start : found.span.end]
    owner = _OWNER.search(english)
    if owner and fits(mention.chinese, english[: owner.start()]):
        return Finding(mention, Span(span.start, span.end - 2), "romanisation", f"{pattern} spelled", found.confidence)
    if owner and found.how == "capitals" and english[: owner.start()].rpartition(" ")[2].lower() not in BRANDS:
        return Finding(mention, Span(span.start, span.end - 2), "translation", f"{pattern} capitals", found.confidence)
    spelled = has_tones(english) or found.how == "spelled" or fits(mention.chinese, english)
    relation: Relation = "romanisation" if spelled else "translation"
    return Finding(mention, found.span, relation, f"{pattern} {found.how}", found.confidence)
