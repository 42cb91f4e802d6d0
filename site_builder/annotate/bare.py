"""Chinese that stands in the running text, with English on either side of it.

Input: a part of a text, one mention. Output: findings: ``中文 (“x” or “y”)``, ``中文, literally “x”``,
``中文: x`` at the head of a block, ``‘x’ 中文``, ``Name 中文``, ``中文 Pīnyīn``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.annotate.brackets import SPELT, from_reach
from site_builder.annotate.cues import LITERAL, Finding, Part, after, apposed, moved, quotes, relation
from site_builder.annotate.english_reach import reach
from site_builder.annotate.mentions import Mention
from site_builder.annotate.prose import explained
from site_builder.annotate.senses import means
from site_builder.annotate.spelling import fits, has_tones
from site_builder.annotate.stopwords import LABELS
from site_builder.model.han import HANZI, hanzi
from site_builder.model.text import Span

BRACKET = re.compile(r"[(（\[［【]([^()（）\[\]［］【】\n]{1,240})[)）\]］】]")
_DEFINED = re.compile(
    rf"[”’\"'“‘]?(?:\s*:\s+|\s+[–—-]\s+)[“‘\"']?"
    rf"(?P<english>[A-Za-z][^,.;:(\n“”\"{HANZI}]{{1,60}}?)[”’\"']?(?=[,.;(\n]| [–—-] |$)"
)
_CLOSES = re.compile(r"[,.]?[”’\"'“‘»」]")
_NO_GLOSS = re.compile(
    r"^(?:see|pictured|photo|image|source|via|ed\.|note|above|below|left|right|screenshot|now|age|aged|born|died|not|sic"
    r"|in chinese|link|here|[a-z]+ \d|p\.|pp\.|c\.)\b|^[\d\W]|^(?:chinese|english|mandarin|simplified|traditional)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d+ [A-Z][a-z]+ [A-Z]")
_CREDIT = re.compile(r"(?:Photo: ?)?(?:AP|AFP|EPA|UPI|VCG|CNS|IC ?[Pp]hoto|Reuters|Getty|Xinhua)\b")
"""Agencies: who took the picture, unless the Chinese names one."""
_MOST_WORDS = 8  # of a plain gloss in brackets
_ENGLISH = re.compile(
    rf"(?:(?:英文|英语|英語|原文|法语|德语|俄语|拉丁语)(?:名|名称)?(?:为|：|:)?\s*)?(?P<english>[A-Za-z][^，,；;、：:{HANZI}]*)"
    rf"(?:[，,；;、]\s*(?:以下|下文)?(?:简称|下称|缩写|又称|也称|又译|也译|音译|即).*)?"
)
_REMARK = re.compile(rf"(?P<english>[A-Za-z][^，,；;、：:{HANZI}]*?)\s*[，；].*[{HANZI}].*")
"""English, then a remark in Chinese, as Chinese prose has it in its wide brackets."""
_PROSE = re.compile(f"[{HANZI}，。；：、！？“”「」）（》]")
_WIDE = "（［【"
_NOTHING_FOLLOWS = frozenset([*"，。、；！？…：》〉\n", ""])
"""What ends a clause of Chinese; no English explains it behind one."""
_GAPS = frozenset(" \u00a0")
_CLOSED = frozenset("”’\"'“‘»」")
_SENTENCE_ENDS = frozenset([*".!?。！？", ""])
_MARKED = frozenset("“‘\"'「«《*")


def bare(part: Part, mention: Mention) -> Iterator[Finding]:
    """Read both sides of Chinese that stands in the running text."""
    end = _past_quotes(part, mention)
    if part.text[end : end + 1] not in _NOTHING_FOLLOWS:
        yield from _behind(part, mention, end)
    yield from _beside(part, mention)


def _behind(part: Part, mention: Mention, end: int) -> Iterator[Finding]:
    """Read what follows Chinese: a bracket, its spelling, an apposition, a clause that explains it, a definition."""
    text = part.text
    found = BRACKET.match(text, end + 1 if text[end] in _GAPS else end, part.high)
    if found and (inner := english_of(found)):
        named = _own_name(part, mention, found, text[inner.start : inner.end])
        yield from _gloss(text, inner, named) if named else ()
        end = found.end()
    elif spelt := _spelling(part, mention, end):
        yield spelt
    yield from apposed(part, end, mention)
    yield from after(part, end, mention)
    if defined := _definition(part, mention, end):
        yield defined


def english_of(bracket: re.Match[str]) -> Span | None:
    """Return the English that a bracket in Chinese prose holds, without ``英文`` before it and ``简称…`` behind."""
    if not hanzi(bracket[1]):
        return Span(*bracket.span(1))
    found = _ENGLISH.fullmatch(bracket[1]) or (_REMARK.fullmatch(bracket[1]) if bracket[0][0] in _WIDE else None)
    return moved(found.span("english"), bracket.start(1)) if found else None


def _past_quotes(part: Part, mention: Mention) -> int:
    """Return the offset behind the mention and the quotation mark that closes behind it, a comma inside it too."""
    found = _CLOSES.match(part.text, mention.span.end, part.high)
    if not found:
        return mention.span.end
    inside = part.text[max(part.low, mention.span.start - 1) : mention.span.end]
    opened = inside[:1] in _MARKED or max(map(inside.rfind, "“‘「")) > max(map(inside.rfind, "”’」"))
    return found.end() if opened else mention.span.end


def _own_name(part: Part, mention: Mention, bracket: re.Match[str], english: str) -> Mention | None:
    """Return the mention that a bracket of English explains: in Chinese prose, only the last name before it."""
    low, at = mention.span.start, bracket.start()
    before, behind = (
        part.text[max(part.low, low - 1) : low],
        part.text[bracket.end() : min(part.high, bracket.end() + 2)].lstrip(" "),
    )
    prose = bracket.group()[0] in _WIDE or _PROSE.match(before) or _PROSE.match(behind)
    if mention.hashtag or mention.chinese[:1] in "《〈" or not prose or before in _MARKED:
        return mention
    run = part.text[low:at].rstrip("”’」』 ")
    start = low + len(run) - explained(part.simplified(run), english, part.dictionary)
    kept = Span(start, low + len(run))
    return mention._replace(chinese=part.text[kept.start : kept.end], span=kept) if len(kept) else None


def _spelling(part: Part, mention: Mention, end: int) -> Finding | None:
    """Read ``育知 Yùzhī``: pinyin, or letters that spell the Chinese, right behind it."""
    found = SPELT.match(part.text, end + 1, part.high) if part.text[end] in _GAPS else None
    words = found.group().split(" ") if found else []
    for count in range(min(len(words), len(mention.chinese)), 0, -1):
        spelt = " ".join(words[:count])
        if fits(mention.chinese, spelt):
            return Finding(mention, Span(end + 1, end + 1 + len(spelt)), "romanisation", "beside spelled", 0.9)
    return None


def _gloss(text: str, inner: Span, mention: Mention) -> Iterator[Finding]:
    """Read a bracket of English behind Chinese: quoted renderings, pinyin, or one plain rendering."""
    found = list(quotes(text, inner))
    for number, (span, cue) in enumerate(found):
        claim = relation(cue if number or LITERAL.search(cue) else "", text[span.start : span.end], mention)
        yield Finding(mention, span, "translation" if claim == "also" else claim, "gloss", 0.95)
    if found:
        return
    words = text[inner.start : inner.end]
    if _CREDIT.match(words) and not mention.chinese.endswith("社"):
        return
    most = _MOST_WORDS * 2 if mention.chinese[:1] in "《〈" else _MOST_WORDS
    for piece in re.finditer(r"[^,;/，；、]+", words):
        span = moved(_trim(words, piece.start(), piece.end()), inner.start)
        english = text[span.start : span.end]
        if has_tones(english) or fits(mention.chinese, english):
            yield Finding(mention, span, "romanisation", "gloss", 0.98)
        elif _is_english(english, mention) and len(english.split()) <= most:
            yield Finding(mention, span, "translation", "gloss", 0.8)
        else:
            return


def _is_english(english: str, mention: Mention) -> bool:
    """Tell whether the words of a bracket may render the Chinese; a number may begin the title of a work."""
    if mention.chinese[:1] in "《〈" and _NUMBERED.match(english):
        return True
    return re.match(r"[A-Za-z]", english) is not None and not _NO_GLOSS.match(english)


def _trim(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    return start, end


def _definition(part: Part, mention: Mention, at: int) -> Finding | None:
    """Read ``诚信: integrity, …`` where the Chinese begins its block."""
    if mention.span.start > part.low and part.text[part.low].isalpha():
        return None
    if part.text[part.low : mention.span.start].strip("“‘\"'*• -–0123456789.)"):
        return None
    found = _DEFINED.match(part.text, at, part.high)
    if not found or len(found["english"].split()) > _MOST_WORDS:
        return None
    english = found["english"]
    lit = LITERAL.match(english)
    return None if lit else Finding(mention, Span(*found.span("english")), "translation", "definition", 0.85)


def _only_begins(part: Part, span: Span, mention: Mention) -> bool:
    """Tell whether one word with a capital is that of a sentence's head, and nothing connects it with the Chinese."""
    english = part.text[span.start : span.end]
    if " " in english or part.text[max(part.low, span.start - 2) : span.start].rstrip()[-1:] not in _SENTENCE_ENDS:
        return False
    return part.dictionary is None or not means(mention.chinese, english, part.dictionary)


def _beside(part: Part, mention: Mention) -> Iterator[Finding]:
    """Read ``‘natural visitor’ 自然到访客户`` and ``Xinhua 新华网``: English that touches the Chinese."""
    text = part.text
    at = mention.span.start
    while at > part.low and text[at - 1] in "“‘\"'「 \u00a0*@":
        at -= 1
    gap = text[at : mention.span.start]
    if at == part.low or not gap or not (text[at - 1].isalpha() or text[at - 1] in _CLOSED):
        return
    closing = gap[0] if gap[0] in "“‘\"'" and len(gap) > 1 and gap[1].isspace() else ""
    end = at + 1 if closing else at
    found = reach(text, part.low, end, mention.chinese, part.dictionary)
    if found is None or (found.how == "capitals" and mention.hashtag):
        return
    english = text[found.span.start : found.span.end]
    if english.lower() in LABELS or (found.how == "capitals" and _only_begins(part, found.span, mention)):
        return
    yield from_reach(text, mention, found, "beside")
