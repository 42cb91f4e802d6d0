"""Where an author puts English beside Chinese: the patterns, as a table of small functions.

Input: a text, its Chinese mentions. Output: findings (mention, English span, relation, pattern, confidence).
Each function reads one side of one mention; brackets are read as a whole, since they may hold several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from site_builder.annotate.english_reach import Reach, reach
from site_builder.annotate.mentions import Mention
from site_builder.annotate.spelling import fits, has_tones
from site_builder.annotate.stopwords import LABELS
from site_builder.model.han import HANZI, hanzi
from site_builder.model.mined import Relation
from site_builder.model.text import Span

BRACKET = re.compile(r"[(（\[［【]([^()（）\[\]［］【】\n]{1,240})[)）\]］】]")
_QUOTED = re.compile(
    rf"“(?P<a>[^“”\n{HANZI}]{{2,120}})[”“]|‘(?P<b>(?:[^‘’\n{HANZI}]|(?<=\w)’(?=\w)){{2,120}})[’‘](?!\w)"
    rf"|\"(?P<c>[^\"\n{HANZI}]{{2,120}})\"|(?<!\w)'(?P<d>(?:[^'\n{HANZI}]|(?<=\w)'(?=\w)){{2,120}})'(?!\w)"
)
_LATIN = r"[A-Za-z\u00c0-\u024f\u0300-\u030c’'\-]+"
_SPELT = re.compile(rf"{_LATIN}(?:[ \u00a0]{_LATIN})*")
_LABEL = re.compile(
    r"^(?:(?:in )?(?:simplified |traditional )?(?:chinese|mandarin)(?: name)?:?|lit\.?|literally|also|or|now|formerly"
    r"|previously|aka|a\.k\.a\.|i\.e\.|e\.g\.|hashtags?:?|pinyin:?|known as|short for)[\s:]*",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:also|or|alternatively|sometimes|aka|otherwise)\b", re.IGNORECASE)
_LITERAL = re.compile(r"\blit(?:erally|\.|:|\b)", re.IGNORECASE)
_CUE = re.compile(
    r"^[”’\"'“‘»]?(?:,|;|:| –| —)?\s*\(?(?:(?:which|that|and|a term|a phrase|can be|could be|is|are|was|were|often|also"
    r"|usually|sometimes|commonly|it|they|best|roughly) )*"
    r"(?:literally|lit\.|literal(?:ly)? (?:meaning|translat\w+)|mean(?:s|ing)|translat(?:es?|ed|ing|able)"
    r"|render(?:s|ed)?|refer(?:s|ring)? to|stand(?:s|ing)? for|in english|or|aka|known in english)"
    r"(?: (?:as|to|into|refers to|means|meaning|translates to|translate[sd] as|a|an|the|in english))*[:,]?\s*$",
    re.IGNORECASE,
)
_LITERAL_PLAIN = re.compile(
    r"^[”’\"'“‘]?[,;:]?\s*(?:which )?literally (?:refers? to|means?|meaning|translat\w+ (?:as|to|into)|a |an |the )?\s*"
    r"(?P<english>[A-Za-z][\w’'-]*(?: (?!but\b|and\b|which\b|in\b|is\b)[\w’'-]+){0,5}?)"
    r"(?=[,.;:!?)]| but\b| and\b| which\b| in\b|$)"
)
_DEFINED = re.compile(
    rf"^[”’\"'“‘]?(?:\s*:\s+|\s+[–—-]\s+)[“‘\"']?"
    rf"(?P<english>[A-Za-z][^,.;:(\n“”\"{HANZI}]{{1,60}}?)[”’\"']?(?=[,.;(\n]|$)"
)
_WHICH = re.compile(r"^,? which [^.;!?\n]{0,60}?(?:render|translate|call)(?:s|d|ed)?(?: it)? (?:as |into )?(?=[“‘\"'])")
_CLOSES = re.compile(r"[”’\"'“‘»」]?[ \u00a0]?")
_MARKS = "“‘\"'「"
_SEPARATOR = re.compile(r"^[\s”’\"'“‘»]*(?:[,，;；、/|]|\bor\b|\band\b|–|—|$)")
_NO_GLOSS = re.compile(
    r"^(?:see|pictured|photo|image|source|via|ed\.|note|above|below|left|right|screenshot|now|age|aged|born|died|not|sic"
    r"|in chinese|link|here|[a-z]+ \d|p\.|pp\.|c\.)\b|^[\d\W]|^(?:chinese|english|mandarin|simplified|traditional)$",
    re.IGNORECASE,
)
_MOST_WORDS = 8  # of a plain gloss in brackets


@dataclass(frozen=True, slots=True)
class Finding:
    """One English span for one mention."""

    mention: Mention
    english: Span
    relation: Relation
    pattern: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of text with the bounds of its block, so that no pattern looks beyond them."""

    text: str
    low: int
    high: int
    inline: bool = True


def findings(part: Part, here: list[Mention]) -> Iterator[Finding]:
    """Yield every pairing inside ``part``; ``here`` are its mentions in order."""
    brackets = list(BRACKET.finditer(part.text, part.low, part.high))
    loose: list[Mention] = []
    at = 0
    for bracket in brackets:
        while at < len(here) and here[at].span.start < bracket.start():
            loose.append(here[at])
            at += 1
        inside: list[Mention] = []
        while at < len(here) and here[at].span.end <= bracket.end():
            inside.append(here[at])
            at += 1
        if inside:
            yield from _bracket(part, bracket.start(), bracket.end(), inside)
    loose += here[at:]
    for mention in loose:
        yield from _bare(part, mention)


def _bracket(part: Part, start: int, end: int, inside: list[Mention]) -> Iterator[Finding]:
    """Read a bracket that holds Chinese: what leads to it, what stands in it, what follows it."""
    text, inner_end = part.text, end - 1
    head = Span(start + 1, inside[0].span.start)
    lead, fitting = _head(text, head, inside[0])
    yield from lead
    tails = [Span(one.span.end, other.span.start) for one, other in pairwise(inside)]
    tails.append(Span(inside[-1].span.end, inner_end))
    for mention, tail in zip(inside, tails, strict=True):
        yield from _tail(text, tail, mention)
    if not fitting or not all(_separated(text[one.start : one.end]) for one in tails):
        return
    if text[start] in "[［" and not part.inline:
        return  # in a list of sources, square brackets hold the original title: a citation, not a term
    marked = (bool(lead) and lead[0].relation != "romanisation") or text[head.end - 1] in _MARKS
    for mention in inside:
        found = _left(part, start, mention, "bracket")
        yield from (one for one in found if not (marked and one.pattern.endswith("phrase")))
        if not mention.hashtag or len(inside) == 1:
            yield from _after(part, end, mention)


def _separated(tail: str) -> bool:
    rest = tail.strip(" ”’\"'“‘»*")
    return not rest or bool(_SEPARATOR.match(tail)) or _is_spelling(rest)


def _is_spelling(words: str) -> bool:
    return has_tones(words) or (words[:1].isalpha() and len(words.split()) <= _MOST_WORDS and words.islower())


def _head(text: str, head: Span, mention: Mention) -> tuple[list[Finding], bool]:
    """Read what stands before the first Chinese of a bracket; tell whether the bracket may render words before it."""
    words = text[head.start : head.end].rstrip("“‘\"'「* \u00a0")
    words = words.rstrip(",:，： ")
    lead = len(words) - len(words.lstrip())
    label = _LABEL.match(words.strip())
    if label:
        lead += label.end()
    span = Span(head.start + lead, head.start + len(words))
    inner = text[span.start : span.end]
    if not inner or (label and not inner.strip()):
        return [], True
    quoted = [Finding(mention, one, "translation", "inside", 0.95) for one, _ in _quotes(text, span)]
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
    covered = tail.start
    for span, cue in _quotes(text, tail):
        yield Finding(mention, span, _relation(cue, text[span.start : span.end], mention), "inside", 0.95)
        covered = span.end
    if covered > tail.start:
        return
    words = text[tail.start : tail.end]
    if plain := _LITERAL_PLAIN.match(words + ")"):
        yield Finding(mention, _moved(plain.span("english"), tail.start), "literal", "inside", 0.85)
        return
    for spelt in _SPELT.finditer(words):
        if has_tones(spelt.group()) or fits(mention.chinese, spelt.group()):
            yield Finding(mention, _moved(spelt.span(), tail.start), "romanisation", "inside", 0.98)
            return


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)


def _quotes(text: str, where: Span) -> Iterator[tuple[Span, str]]:
    """Yield the quoted English of ``where``, without stops at the end, each with the words that lead to it."""
    at = where.start
    for one in _QUOTED.finditer(text, where.start, where.end):
        start, end = one.span(one.lastgroup or 0)
        while end > start and text[end - 1] in " ,.;:":
            end -= 1
        if re.search(r"[A-Za-z]", text[start:end]):
            yield Span(start, end), text[at : one.start()]
        at = one.end()


def _relation(cue: str, english: str, mention: Mention) -> Relation:
    if has_tones(english) or fits(mention.chinese, english):
        return "romanisation"
    if _LITERAL.search(cue):
        return "literal"
    return "also" if _ALSO.search(cue) else "translation"


def _left(part: Part, end: int, mention: Mention, pattern: str) -> Iterator[Finding]:
    """Read the English that leads to offset ``end``."""
    found = reach(part.text, part.low, end, mention.chinese)
    if found is None or (mention.hashtag and found.how != "quoted"):
        return
    yield _from_reach(part.text, mention, found, pattern)


def _from_reach(text: str, mention: Mention, found: Reach, pattern: str) -> Finding:
    english = text[found.span.start : found.span.end]
    spelled = has_tones(english) or found.how == "spelled" or fits(mention.chinese, english)
    relation: Relation = "romanisation" if spelled else "translation"
    return Finding(mention, found.span, relation, f"{pattern} {found.how}", found.confidence)


def _after(part: Part, at: int, mention: Mention) -> Iterator[Finding]:
    """Read a rendering that follows the Chinese or its bracket in the same clause."""
    text = part.text
    window = text[at : min(part.high, at + 160)]
    which = _WHICH.match(window)
    rest = Span(at + which.end() if which else at, min(part.high, at + 240))
    for span, cue in _quotes(text, rest):
        if (which and not cue) or _CUE.match(cue):
            yield Finding(mention, span, _relation(cue, text[span.start : span.end], mention), "after", 0.85)
            return
        break
    if plain := _LITERAL_PLAIN.match(window):
        yield Finding(mention, _moved(plain.span("english"), at), "literal", "after", 0.75)


def _bare(part: Part, mention: Mention) -> Iterator[Finding]:
    """Read both sides of Chinese that stands in the running text."""
    text, end = part.text, mention.span.end
    follow = _CLOSES.match(text, end, part.high)
    after = follow.end() if follow else end
    bracket = BRACKET.match(text, after, part.high)
    if bracket and not hanzi(bracket.group()):
        yield from _gloss(text, Span(*bracket.span(1)), mention)
        end = bracket.end()
    yield from _after(part, end, mention)
    if defined := _definition(part, mention, end):
        yield defined
    yield from _beside(part, mention)


def _gloss(text: str, inner: Span, mention: Mention) -> Iterator[Finding]:
    """Read a bracket of English behind Chinese: quoted renderings, pinyin, or one plain rendering."""
    found = list(_quotes(text, inner))
    for number, (span, cue) in enumerate(found):
        relation = _relation(
            "" if not number and not _LITERAL.search(cue) else cue, text[span.start : span.end], mention
        )
        yield Finding(mention, span, "translation" if relation == "also" else relation, "gloss", 0.95)
    if found:
        return
    words = text[inner.start : inner.end]
    for piece in re.finditer(r"[^,;/]+", words):
        span = _moved(_trim(words, piece.start(), piece.end()), inner.start)
        english = text[span.start : span.end]
        if has_tones(english) or fits(mention.chinese, english):
            yield Finding(mention, span, "romanisation", "gloss", 0.98)
        elif re.match(r"[A-Za-z]", english) and len(english.split()) <= _MOST_WORDS and not _NO_GLOSS.match(english):
            yield Finding(mention, span, "translation", "gloss", 0.8)
        else:
            return


def _trim(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    return start, end


def _definition(part: Part, mention: Mention, at: int) -> Finding | None:
    """Read ``诚信: integrity, …`` where the Chinese begins its block."""
    lead = part.text[part.low : mention.span.start].strip("“‘\"'*• -–")
    if lead:
        return None
    found = _DEFINED.match(part.text[at : part.high])
    if not found or len(found["english"].split()) > _MOST_WORDS:
        return None
    english = found["english"]
    lit = _LITERAL.match(english)
    return None if lit else Finding(mention, _moved(found.span("english"), at), "translation", "definition", 0.85)


def _beside(part: Part, mention: Mention) -> Iterator[Finding]:
    """Read ``‘natural visitor’ 自然到访客户`` and ``Xinhua 新华网``: English that touches the Chinese."""
    text = part.text
    at = mention.span.start
    while at > part.low and text[at - 1] in "“‘\"'「 \u00a0*":
        at -= 1
    gap = text[at : mention.span.start]
    if at == part.low or not gap or text[at - 1] in ",.;:!?":
        return
    closing = gap[0] if gap[0] in "“‘\"'" and len(gap) > 1 and gap[1].isspace() else ""
    end = at + 1 if closing else at
    found = reach(text, part.low, end, mention.chinese)
    if found is None or found.how == "phrase" or (found.how == "capitals" and mention.hashtag):
        return
    words = text[found.span.start : found.span.end].lower()
    if words in LABELS:
        return
    yield _from_reach(text, mention, found, "beside")
