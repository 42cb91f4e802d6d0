"""A text scrape as lines with what can be seen of each line alone.

Input: the text of a scrape. Output: its non-empty lines, numbered, stripped, each with a kind.
What a line means in its place (title, caption, heading) is decided by other modules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from site_builder.clean.lines.dumped import addresses_from, without_signs
from site_builder.clean.lines.pages import RULE as PAGES
from site_builder.clean.lines.pages import page_lines
from site_builder.clean.lines.wrapped import join_wrapped
from site_builder.clean.words.dates import find_date, without_dates
from site_builder.clean.words.lexicon import LABEL, RIGHTS, SECTION, STAMP_LABELS, Rule, find_rule
from site_builder.clean.words.names import are_people, byline, find_byline, is_person, without_button
from site_builder.clean.words.picture_words import credits_picture
from site_builder.model.han import HANZI, has_hanzi

Kind = Literal[
    "prose",
    "short",
    "date",
    "byline",
    "stamp",
    "line",
    "list",
    "comments",
    "footer",
    "next",
    "rights",
    "note",
    "rule",
    "label",
    "picture",
]

_SENTENCE, _PARAGRAPH = 12, 24  # words from which a line is prose: with a full stop, and without
_LONGEST = 2000  # characters: no furniture is longer, and patterns need not look
_HEADLINE, _NOTICE = 30, 60  # words of the longest dated line and of the longest rights notice
BLANK = "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0xAD, 0x1680, *range(0x2000, 0x200E))))
BLANK += "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
"""Characters that show nothing: blanks of all widths, joiners, soft hyphens."""
_WORD = re.compile(rf"[^\W{HANZI}]+(?:['’\-.][^\W{HANZI}]+)*")
_HAN = re.compile(f"[{HANZI}]")
_END = re.compile(r"[.!?。！？…;；:：](?:[\"'”’」』）)\]】*†‡\s\d]|\[\^?[\w-]+\]|[（(](?:完|(?i:end|ends))[)）])*$")
_CLOCK = re.compile(r"\d[:：]\d\d$")
_NOTE = re.compile(
    r"(?P<mark>\*{1,4}|[†‡§¶]{1,3}|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]+|[①-⑳]|注\s?\d{0,2}[:：]|\(\d{1,2}\)(?=[“\"‘]))\s?(?=\S)"
)
LABELLED = re.compile(
    r"(?:来源|稿源|出处|作者|记者|通讯员|编辑|責任編輯|责任编辑|责编|审核|浏览(?:次数|量)?|阅读(?:量|次数|数)?|点击(?:量|次数|数)?|字号|字体|分享到?"
    r"|楼主|发帖人|回复(?:数|次数)?|评论数?|信息来源|发布(?:单位|机构|者)|栏目|访问量)\s*[:：]\s*\S*"
)
"""What a Chinese head tells beside its date: each thing with its label."""
_LABELLED_EN = re.compile(
    r"\b(?:authors?|writers?|reporters?|editors?|comments?|categor(?:y|ies)|section|source|views?|reading time|location"
    r"|replies|from|tags?|type|topic)\s*[:：]\s*[^|·•/»]{0,60}?(?=\s*(?:[|·•/»]|$))",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:\d[\d,.]*k?|no|one|two|three|four|five)[ -]"
    r"(?:min(?:ute)?s?(?: read)?|comments?|views?|reads?|shares?|replies|likes?|words)\b"
    r"|(?:(?:预计|全文)?阅读(?:时间|时长)?(?:需|约)?\s*[:：]?\s*)?\d{1,3}\s*分钟(?:阅读|读完|可读完)?"
    r"|(?:字数|阅读|评论|喜欢|点赞|收藏|浏览|回复)\s*\d[\d,.万]*"
    r"|\buncategori[sz]ed\b|\b(?:reading time|leave a comment|uhr)\b",
    re.IGNORECASE,
)
_WIDE = re.compile(r"\u3000+|\s{2,}")
_COUNT = re.compile(r"\s*\d[\d,.]*[万亿kw]?\+?\s*")
_FEW = 4  # characters of a button
_MENU = re.compile(r"(?:[\s|·/]+[(（]?\d*[)）]?)+")
_WITH_COUNT = r"(?:\s*[(（]?\d+[)）]?)?"
_MENU_LINE = re.compile(rf"[{HANZI}]{{1,4}}{_WITH_COUNT}(?:[\s|·/]+[{HANZI}]{{1,4}}{_WITH_COUNT}){{2,}}")
_DAY = r"[^()（）\[\]]{8,12}\d\d?[:：]\d\d[^()（）\[\]]{0,10}"
_DATED_TITLE = re.compile(rf"(?P<title>[^()（）]+\S)\s*[(（\[](?P<date>{_DAY})[)）\]]")
_APART = re.compile(r"[|｜·•»]|\s{2,}|\u3000+")
_COUNTED = re.compile(r"[(（]\s*\d[\d,.万]*[^()（）]{0,4}[)）]")
_BAR = re.compile(r"\s*[|｜]\s*")
_DOT = re.compile(r"\s+·\s+")
_SET_APART = re.compile(r"\s{2,}|\u3000+|\s[|｜/·•]\s")
_LEADS_TO = re.compile(r"\s*\((?:https?://[^\s()]{1,400}|\d{1,7})\)")
_LEADS = frozenset({"line", "footer"})
_MENU_ITEMS = 5
_CREDIT = 8.0  # words of a caption, whose date is that of the picture
_BUTTON, _LINK = 3.0, 5.0  # words of a button, and of one beside two that are known
_TITLED = re.compile(r"^[^:：|｜]{2,20}[:：]\s+")
_FACT = 4.0  # words of one thing that stands beside a date
_BETWEEN = re.compile(r"\s*[|｜·•»/–—]\s*|\s{2,}|\s-\s|\bby:?\s+|,\s+")
_TAGS = re.compile(r"(?:#[\w-]{2,30}(?: [\w-]{2,30}){0,2}\s*){2,12}")
_RULER = re.compile(r"[\s\-_*=~·•.#—–+]{3,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line: 1-based number, text without outer blanks, empty lines before it, kind and rule.

    ``weight`` is its length in words, where about 1.7 Chinese characters make a word. A marked-up scrape adds the
    ``level`` of a heading, the line as Markdown (``markup``), the address that a title links to, and the ``part`` that
    the markup names.
    """

    number: int
    text: str
    gap: int
    kind: Kind
    rule: str = ""
    weight: float = 0.0
    ends: bool = False
    level: int = 0
    markup: str = ""
    url: str = ""
    part: str = ""


def weigh(text: str) -> float:
    """Return the length of ``text`` in words; a Chinese word has about 1.7 characters."""
    return len(_WORD.findall(text)) + len(_HAN.findall(text)) / 1.7


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends as a sentence does, closing quotes and note marks aside."""
    return _END.search(text[-80:]) is not None and _CLOCK.search(text[-6:]) is None


def read_lines(text: str, furniture: tuple[str, ...] = ()) -> tuple[Line, ...]:
    """Return the non-empty lines of a scrape; ``furniture`` are whole lines that a site's profile names."""
    named = frozenset(furniture)
    physical = text.split("\n")
    end = addresses_from(physical)
    pages = page_lines(physical[:end])
    found: list[Line] = []
    gap = 0
    for number, raw in join_wrapped(["" if i in pages else line for i, line in enumerate(physical[:end])]):
        stripped = (raw if end == len(physical) else without_signs(raw)).strip(BLANK)
        if number - 1 in pages:
            found.append(Line(number, physical[number - 1].strip(BLANK), gap, "line", PAGES))
        elif stripped:
            found += _parted(make_line(number, stripped, gap, named))
            gap = 0
        else:
            gap += not raw.strip(BLANK)
    listed = ((i, raw.strip(BLANK)) for i, raw in enumerate(physical[end:], end + 1))
    return (*found, *(Line(i, raw, 0, "line", "address of a link") for i, raw in listed if raw))


def _parted(line: Line) -> tuple[Line, ...]:
    """Return a line, in two where it says two things: a title and its day and hour, a label and its text."""
    found = _DATED_TITLE.fullmatch(line.text) if line.kind in {"short", "prose", "date"} else None
    if found and find_date(found["date"]) and 1 < weigh(found["title"]) <= _HEADLINE:
        return make_line(line.number, found["title"], line.gap), make_line(line.number, found["date"], 0)
    label = LABEL.match(line.text) if line.kind == "prose" else None
    if label and label["text"]:
        text = make_line(line.number, line.text[label.end() :], 0)
        return make_line(line.number, label[0].strip(), line.gap), text
    return (line,)


def make_line(number: int, text: str, gap: int, named: frozenset[str] = frozenset()) -> Line:
    """Return the line with what its words alone say of it."""
    weight, ends = weigh(text), ends_sentence(text)
    kind, rule = _classify(text, weight, ends)
    if text in named:
        kind, rule = "line", "named by the site's profile"
    return Line(number, text, gap, kind, rule, weight, ends)


def _classify(text: str, weight: float, ends: bool) -> tuple[Kind, str]:
    if len(text) > _LONGEST:
        return ("prose" if weight >= _SENTENCE else "short"), ""
    if _RULER.fullmatch(text):
        return "rule", "ruler"
    if _TAGS.fullmatch(text):
        return "label", "tags"
    if (label := LABEL.match(text)) and weight <= _HEADLINE:
        named = next(name for name, value in label.groupdict().items() if value)
        dated = named in {"publisher", "category"} and is_date_line(text, weight)
        return ("date", "") if dated else ("label", named)
    return _named_kind(text, weight, ends)


def _is_counted_row(text: str) -> bool:
    """Tell whether a line is a row of a few Chinese words each, with counts, set wide apart."""
    items = [item.strip() for item in _WIDE.split(text)]
    bare = [_COUNT.sub("", item) for item in items]
    brief = len(items) > 1 and all(len(item) <= _FEW and not ends_sentence(item) for item in bare)
    return brief and has_hanzi(text) and find_date(text) is None and not any(map(is_person, items))


def _named_kind(text: str, weight: float, ends: bool) -> tuple[Kind, str]:
    """Return the kind that a line's words give it, and the rule where one does."""
    known = find_rule(text) or _find_led(text)
    if known:
        hosted = known.kind == "footer" and byline(text) is not None  # of a conversation, not of a site
        return ("byline", "") if hosted else (known.kind, known.name)
    if _is_menu(text):
        return "line", "site navigation"
    kind = _bare_kind(text, weight, ends)
    return kind, "options of the page" if kind == "line" else ""


def _find_led(text: str) -> Rule | None:
    """Return the rule of a row of buttons with the address or the count of each behind it, as letters show them."""
    bare = _LEADS_TO.sub("", text) if "(" in text else text
    found = find_rule(bare) if bare not in ("", text) else None
    return found if found and found.kind == "line" else None


def _is_menu(text: str) -> bool:
    """Tell whether a line is a row of short Chinese names of sections; names of people are no menu."""
    if _is_counted_row(text):
        return True
    items = [item for item in _MENU.split(text) if item] if _MENU_LINE.fullmatch(text) else []
    return bool(items) and byline(text) is None and not all(is_person(item) for item in items)


def _bare_kind(text: str, weight: float, ends: bool) -> Kind:
    if RIGHTS.fullmatch(text) and weight < _NOTICE:
        return "rights"
    if _NOTE.match(text) and weight > 1:
        return "note"
    if is_date_line(text, weight):
        return "date"
    if byline(text) is not None or _is_signed_row(text):
        return "byline"
    if _is_options(text):
        return "line"
    return "prose" if weight >= (_SENTENCE if ends else _PARAGRAPH) else "short"


def _is_options(text: str) -> bool:
    """Tell whether a line is a row of things to choose from (``Reading mode: plain | side by side | 中文``)."""
    if _is_row_of_buttons(text):
        return True
    wide = _WIDE.split(text)
    if len(wide) >= _MENU_ITEMS and 2 * sum(SECTION.fullmatch(item) is not None for item in wide) >= len(wide):
        return True
    items = _BAR.split(_TITLED.sub("", text))
    dots = _DOT.split(text)
    if len(dots) > 1 and all(1 <= weigh(item) <= _BUTTON for item in dots) and not any(map(is_person, dots)):
        return True
    return len(items) > 2 and all(1 <= weigh(item) <= _FACT for item in items) and not any(map(is_person, items))  # noqa: PLR2004


def _is_row_of_buttons(text: str) -> bool:
    """Tell whether a line is a row of brief things of which one at least is known to lead through a site."""
    items = _SET_APART.split(text)
    if len(items) <= 2 or not all(0 < weigh(item) <= _LINK and not ends_sentence(item) for item in items):  # noqa: PLR2004 - a row
        return False
    known = sum((rule := find_rule(item)) is not None and rule.kind in _LEADS for item in items)
    brief = all(weigh(item) <= _BUTTON for item in items)
    return known > 1 or (known > 0 and brief and not any(map(is_person, items)))


def _is_signed_row(text: str) -> bool:
    """Tell whether a line is a row of labelled facts, the author's name among them (``作者：… 来源：…``)."""
    facts = [fact.strip() for fact in _APART.split(text)]
    if len(facts) > 1 and any(map(byline, facts)) and all(weigh(fact) <= _FACT for fact in facts):
        return True
    return LABELLED.search(text) is not None and weigh(LABELLED.sub(" ", text)) <= 2 and find_byline(text) is not None  # noqa: PLR2004 - words


def is_date_line(text: str, weight: float) -> bool:
    """Tell whether a line is there for its date: little else is left when dates and labels are taken out."""
    if weight > _HEADLINE or find_date(text) is None or (weight > _CREDIT and credits_picture(text)):
        return False
    if text[0] in "—–-“\"'‘(（":
        return not beside_date(text.strip("()（）") if text[0] in "(（" else text).strip(" ()（）")
    if ends_sentence(without_dates(text).rstrip(" :：")):
        return weigh(beside_date(text)) <= 2  # noqa: PLR2004 - words
    return weigh(beside_date(text)) <= 6 or _is_row(text)  # noqa: PLR2004 - words


def _is_row(text: str) -> bool:
    """Tell whether a dated line is a row of short facts, set apart from each other."""
    pieces = (said for fact in _APART.split(_COUNTED.sub(" ", without_dates(text))) for said in re.split("[:：]", fact))
    facts = [fact for piece in pieces if (fact := STAMP_LABELS.sub(" ", piece)).strip()]
    return len(facts) > 1 and all(weigh(fact) <= _FACT for fact in facts)


def beside_date(text: str) -> str:
    """Return what a dated line says beside dates, times, labelled facts, counts and names."""
    rest = LABELLED.sub(" ", without_dates(without_button(text)))
    rest = _COUNTS.sub(" | ", _LABELLED_EN.sub(" ", rest))
    pieces = (piece for piece in _BETWEEN.split(rest) if not _names_people(piece.strip(" .:")))
    return STAMP_LABELS.sub(" ", " ".join(pieces))


def _names_people(piece: str) -> bool:
    """Tell whether what stands beside a date is a name or several, or a Chinese byline of its own."""
    return are_people(piece) or (has_hanzi(piece) and byline(piece) is not None)


def unlabelled(text: str) -> str:
    """Return what a labelled line says (``标题：…``), or the whole line."""
    found = LABEL.match(text)
    return text[found.end() :].strip() if found else text


def note_mark(text: str) -> str:
    """Return the mark that a note's line begins with, or ``""``."""
    found = _NOTE.match(text)
    return found["mark"] if found else ""
