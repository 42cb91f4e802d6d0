"""What each line of an article is: body, heading, caption, note, reference, rights, or furniture.

Input: the lines between one head and the next. Output: a part or a rule for every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.clean.lines.line import Line, note_mark
from site_builder.clean.words.dates import only_changed
from site_builder.clean.words.lexicon import HOLDER
from site_builder.clean.words.names import byline, closing_name
from site_builder.clean.words.people_words import TELLS
from site_builder.clean.words.picture_words import SEEN, credits_picture
from site_builder.model import reference

_REFERENCE = re.compile(r"(?:19|20)\d\d|https?://|doi\b", re.IGNORECASE)
_CREDIT = re.compile(r".*[(（]([^()（）]{2,40})[)）][.。]?")
_BIO = (
    rf"(?:,? (?:{TELLS})\b"
    r"|[，,]?(?:系|是|现为|现任|毕业于|就职于|任职于))"
)
_TELLS = re.compile(_BIO)
_ABOUT = re.compile(r"(?:the )?(?:writer|author)s? (?:is|are|was)\b|(?:本文)?作者(?:系|为|是|现任|单位)", re.IGNORECASE)
_FORM = re.compile(r" -- |\S:\s|\d\.\s|\t|：")
_MOST = 0.7  # of the lines of a list: so many have one form
_FAR = 200  # lines looked ahead
_CAPTION, _POINTED = 45, 4.0  # words of a long caption and of the shortest title
_CREDIT_LINE = 6.0  # words of a line that says who took a picture, and no more
_POINTS = ("▲", "△", "▼", "↑", "▴")  # signs that point at a picture
_LEADS_CAPTION = re.compile(r"(?:图像加注文字|圖像加註文字|图片说明|图注|(?:image )?caption)\s*[,，:：]", re.IGNORECASE)
_ITALIC = re.compile(r"([*_])(?![*_\s])[^*_]{1,300}\1")
_LONG = 25  # words of a paragraph that nobody takes for a link
_CLOSING = frozenset({"list", "comments", "footer", "next", "rights"})
_COUNTING = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳(")
_CLOSERS = frozenset(
    {"share buttons", "editor's line", "newsletter and support", "box of a newsletter", "filing of the article"}
)
CHANGE = "date of a change"
"""The rule of a line under a text that says when it was changed."""
_OPEN_AFTER = ("after the rights notice", "after the closing byline")
_ASKS = ("?", "!", "？", "！")  # a title may
_ENDS = frozenset({"ends each article", "end sign", "editor's line"})  # names of rules
_POINTER = "pointer to another article"
_LED, _LONG_TITLE = 3, 6.0  # titles under one pointer, and words of the further ones: headings of sections are shorter
_LISTS = frozenset({"list of other articles", "pointer to the next article"})  # names of rules
_HELPED = re.compile(
    r"^[^.]{2,60}\bcontributed (?:reporting|research|to this)\b|^\(?(?:additional )?reporting by\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[“‘\"']([^”’\"']{3,60})[”’\"']|([\u4e00-\u9fff]{2,})")
_NOTICE = re.compile(r".*?(?:all rights reserved\b\.?|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """What became of one line; exactly one of ``part`` and ``rule`` is set."""

    line: Line
    part: str = ""
    rule: str = ""


def sort_parts(lines: Sequence[Line], authors: Sequence[str]) -> list[Part]:
    """Return a part or a rule for each of ``lines``, which stand after an article's head."""
    found: list[Part] = []
    closed, references = "", False
    for i, line in enumerate(lines):
        references = (references and not _ends_references(line)) or (
            closed in ("", *_OPEN_AFTER) and _opens_references(lines, i)
        )
        if closed and _resumes(lines, i, closed):
            closed = ""
        part = _part(lines, i, closed, references=references, authors=authors)
        found.append(part)
        if not closed or closed in _OPEN_AFTER:
            over = part.part == "rights" and not any(one.part == "body" for one in found)  # a text closes under it
            closed = closed if over else _closing(lines, i, part) or closed
    return _signed(_tidy(found), authors)


def _signed(parts: list[Part], authors: Sequence[str]) -> list[Part]:
    """Make a byline of the name that closes a text: of the author who is known, or of one where none is."""
    last = max((i for i, part in enumerate(parts) if part.part in {"body", "heading"}), default=-1)
    said = closing_name(parts[last].line.text) if last > 0 else None
    marked = said is not None and parts[last].line.text != said.authors[0]
    if said and (said.authors[0] in authors if authors else marked):
        parts[last] = Part(parts[last].line, "byline")
    return parts


def _closing(lines: Sequence[Line], i: int, part: Part) -> str:
    """Return the name of what begins at a line that closes the article, or ``""``."""
    line = lines[i]
    if line.kind in {"list", "comments", "footer", "next"}:
        return line.rule
    if part.part == "rights":
        return "after the rights notice"
    if part.part == "byline" and not _prose_after(lines, i):
        return "after the closing byline"
    return ""


def _ahead(lines: Sequence[Line], i: int) -> Iterator[Line]:
    """Yield the lines after ``i`` until something closes the article; only so many, to stay linear."""
    for k in range(i + 1, min(len(lines), i + _FAR)):
        if lines[k].kind in _CLOSING or _opens_references(lines, k):
            return
        yield lines[k]


def _resumes(lines: Sequence[Line], i: int, closed: str) -> bool:
    """Tell whether the article goes on: after a list of links two long paragraphs in a row say so.

    A long one over a section's heading and two more paragraphs says it too: teasers have one each. So does one over
    the line that ends each article here, or over one that names who contributed.
    """
    if closed not in _LISTS or lines[i].kind != "prose" or lines[i].weight < _LONG:
        return False
    kinds = [line.kind for line in lines[i : i + 4]]
    section = kinds == ["prose", "short", "prose", "prose"]
    pair = lines[i : i + 2]
    long = len(pair) > 1 and pair[1].kind == "prose" and pair[1].weight >= _LONG
    last = len(pair) > 1 and (pair[1].rule in _ENDS or _HELPED.search(pair[1].text) is not None)
    return (long or section or last) and not any(line.text.endswith("…") for line in pair)


def _part(lines: Sequence[Line], i: int, closed: str, *, references: bool, authors: Sequence[str]) -> Part:
    line = lines[i]
    if references and line.kind != "rights":
        return Part(line, "references" if reference.HEADING.fullmatch(line.text) else "reference")
    return _said(lines, i, closed) or _told(lines, i, closed, authors)


def _said(lines: Sequence[Line], i: int, closed: str) -> Part | None:
    """Return what a line is by its own kind, where that settles it."""
    line = lines[i]
    if line.kind == "rights":
        return _rights_part(lines, i, closed)
    if line.kind == "label" and not closed:
        return Part(
            line, line.rule if line.rule == "tags" else "", "" if line.rule == "tags" else "filing of the article"
        )
    if line.kind == "date" and only_changed(line.text):
        return Part(line, rule=closed or CHANGE)
    if line.kind in {"line", "list", "comments", "footer", "next", "stamp", "rule"}:
        return Part(line, rule=line.rule or closed)
    return None


def _told(lines: Sequence[Line], i: int, closed: str, authors: Sequence[str]) -> Part:
    """Return what a line of no special kind is in its place."""
    line = lines[i]
    if line.part == "note":
        return Part(line, "note")
    if line.kind == "note" and not _counts(lines, i) and closed in ("", *_OPEN_AFTER) and not _prose_after(lines, i):
        return Part(line, "note")
    if closed == "after the closing byline" and _signs(lines, i) and not _prose_after(lines, i):
        return Part(line, line.kind)
    if line.text in authors and (
        i == 0 or _is_bio_at(lines, _past_button(lines, i + 1, 1), authors)
    ):  # or the heading of who that is
        return Part(line, "bio" if i else "byline")
    if (
        is_bio(line.text, authors)
        or (i and lines[_past_button(lines, i - 1, -1)].text in authors and _is_bio_at(lines, i, authors))
        or (_ABOUT.match(line.text) and not closed and not _prose_after(lines, i))
    ):
        return Part(line, "bio")
    return Part(line, rule=closed) if closed else _content(lines, i)


def _signs(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line under a closing byline belongs to it: the date, or who translated, under who wrote."""
    return lines[i].kind == "date" or (lines[i].kind == "byline" and i > 0 and lines[i - 1].kind == "byline")


def _past_button(lines: Sequence[Line], i: int, step: int) -> int:
    """Return the place of a line, or of the one past it where it is a button (between a name and who that is)."""
    passed = 0 < i < len(lines) - 1 and lines[i].kind == "line"
    return i + step if passed else i


def _is_bio_at(lines: Sequence[Line], i: int, authors: Sequence[str]) -> bool:
    """Tell whether the line under an author's name tells who that is: by name, or at the end by the family name."""
    text = _text_at(lines, i)
    over = _text_at(lines, _past_button(lines, i - 1, -1))
    if any(text.startswith(f"{name} ") for name in authors if name == over):
        return True
    given = over.split()[0] if over in authors and " " in over else ""
    if given and text.startswith(f"{given} ") and _TELLS.match(text, len(given)):
        return True
    families = [f" {name.split()[-1]}" for name in authors if " " in name]
    told = any(_TELLS.match(text, text.find(one) + len(one)) for one in families if one in text)
    return is_bio(text, authors) or (told and not _prose_after(lines, i))


def _counts(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a number that a line begins with counts what a text tells: no mark in the text leads to it."""
    mark = note_mark(lines[i].text)
    return mark[:1] in _COUNTING and not any(mark in line.text[1:] for line in lines[:i])


def _text_at(lines: Sequence[Line], i: int) -> str:
    return lines[i].text if i < len(lines) else ""


def is_bio(text: str, authors: Sequence[str]) -> bool:
    """Tell whether a paragraph tells who the author is."""
    return any(text.startswith(name) and _TELLS.match(text, len(name)) is not None for name in authors)


def _rights_part(lines: Sequence[Line], i: int, closed: str) -> Part:
    if closed and closed != "after the closing byline":
        return Part(lines[i], rule=closed)
    return Part(lines[i], "body" if not closed and _is_agency_notice(lines, i) else "rights")


def _content(lines: Sequence[Line], i: int) -> Part:
    line = lines[i]
    if line.part or line.kind == "picture":
        return Part(line, line.part or "image")
    if line.kind == "byline" or (line.kind == "date" and not _prose_after(lines, i)):
        return Part(line, line.kind)
    if _LEADS_CAPTION.fullmatch(line.text) or (line.text.endswith((":", "：")) and not _content_after(lines, i)):
        return Part(line, rule="leads in something that the scrape does not have")
    if is_caption(lines, i) or (i and _LEADS_CAPTION.fullmatch(lines[i - 1].text) and line.weight <= _CAPTION):
        return Part(line, "caption")
    if i and (pointer := _pointer(lines, i)) and _is_pointed(lines, i):
        return Part(line, rule=pointer)
    return Part(line, "heading" if line.level or _is_heading(lines, i) else "body")


def _pointer(lines: Sequence[Line], i: int) -> str:
    """Return the rule of the ``Read more`` over a line, or over the titles that it leads to before this one; or ""."""
    over = i - 1
    while over > 0 and i - over <= _LED and lines[over + 1].weight >= _LONG_TITLE and _is_pointed(lines, over):
        over -= 1
    return lines[over].rule if lines[over].rule == _POINTER else ""


def _is_pointed(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line under ``Read more`` is the title that this leads to: the text goes on under it."""
    line = lines[i]
    told = line.ends and not line.text.endswith(_ASKS)
    titled = line.kind == "short" and not (told or line.level) and line.weight >= _POINTED
    return titled and _prose_after(lines, i)


def _is_agency_notice(lines: Sequence[Line], i: int) -> bool:
    """Tell whether another holder's notice follows before the article closes: then this one is the agency's text."""
    mine = rights_of(lines[i].text)[1]
    ahead = lines[i + 1 : i + _FAR]
    later = next((line for line in ahead if line.kind in {"rights", "comments", "list", "footer"}), None)
    return later is not None and later.kind == "rights" and rights_of(later.text)[1] != mine


def _prose_after(lines: Sequence[Line], i: int) -> bool:
    return any(line.kind == "prose" for line in _ahead(lines, i))


def _content_after(lines: Sequence[Line], i: int) -> bool:
    return any(line.kind in {"short", "prose", "date"} for line in _ahead(lines, i) if byline(line.text) is None)


def _opens_references(lines: Sequence[Line], i: int) -> bool:
    titled = reference.HEADING.fullmatch(lines[i].text)
    return bool(titled) and any(_REFERENCE.search(line.text) for line in lines[i + 1 : i + 4])


def _ends_references(line: Line) -> bool:
    return line.kind in {"line", "list", "comments", "footer", "next", "rights"}


def is_caption(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line describes a picture: by its credit, or as a short line that repeats its neighbour."""
    line = lines[i]
    if line.weight > _CAPTION:
        return False
    if credits_picture(line.text) or _is_credited(lines, line) or _is_seen_beside(lines, i):
        return True
    if line.weight > 16 or not SEEN.search(line.text):  # noqa: PLR2004 - words of a short sentence
        return False
    return i == 0 or _echoes(line.text, lines[i + 1].text if i + 1 < len(lines) else "")


def _is_seen_beside(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line that is no sentence belongs to a picture: by its sign, its place under one, or the credit."""
    line, under = lines[i], lines[i + 1] if i + 1 < len(lines) else None
    if _is_aslant(line) and i and lines[i - 1].kind == "picture":  # over all text it may be a dek
        return any(one.kind == "prose" for one in lines[max(0, i - _FAR) : i])
    if line.kind != "short" or line.level or line.ends:
        return False
    credit = under is not None and under.weight <= _CREDIT_LINE and credits_picture(under.text)
    over = i > 0 and lines[i - 1].kind != "short"
    pictured = over and lines[i - 1].kind == "picture" and bool(line.markup)
    return line.text.startswith(_POINTS) or pictured or (over and credit and not credits_picture(line.text))


def _is_aslant(line: Line) -> bool:
    """Tell whether all of a brief line is in italics."""
    return line.kind in {"short", "prose"} and not line.level and _ITALIC.fullmatch(line.markup) is not None


def _is_credited(lines: Sequence[Line], line: Line) -> bool:
    """Tell whether a line ends with the page's own publisher in brackets, as a picture's credit does."""
    credit = _CREDIT.fullmatch(line.text)
    holders = {rights_of(other.text)[1].casefold() for other in lines if other.kind == "rights"} if credit else set()
    return credit is not None and credit[1].casefold() in holders


def _echoes(text: str, following: str) -> bool:
    return any((a or b) in following for a, b in _QUOTED.findall(text))


def _is_heading(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if line.kind != "short" or line.ends or line.weight > 14 or line.weight < 1:  # noqa: PLR2004 - words of a heading
        return False
    before = i == 0 or lines[i - 1].kind != "short"
    after = i + 1 < len(lines) and lines[i + 1].kind == "prose"
    return before and after and line.text[0] not in "-–—•·<" and line.text[-1] not in ",，:：–—"


def _tidy(parts: list[Part]) -> list[Part]:
    """Make a caption of what repeats an earlier heading, and drop headlines that trail behind the text."""
    seen: set[str] = set()
    found = []
    for part in parts:
        again = part.part == "heading" and part.line.text in seen
        if part.part == "heading":
            seen.add(part.line.text)
        found.append(Part(part.line, "caption") if again else part)
    last = _last_text(found)
    tail = [i for i, part in enumerate(found) if i > last and part.part in {"body", "heading"}]
    after = any(part.line.kind == "line" and part.rule for part in found[last + 1 : tail[0]]) if tail else False
    if (len(tail) > 1 or after) and last >= 0 and not _is_enumerated([found[i].line.text for i in (last, *tail)]):
        for i in tail:
            found[i] = Part(found[i].line, rule="headlines after the text")
    return found


def _last_text(parts: Sequence[Part]) -> int:
    """Return where the text ends: what stands under buttons is a text's only if it is long."""
    last, closed = -1, False
    for i, part in enumerate(parts):
        closed = closed or part.rule in _CLOSERS or part.part == "tags"
        if _is_text(part) and (part.line.kind != "short" or not closed):
            last, closed = i, False
    return last


def _is_enumerated(texts: Sequence[str]) -> bool:
    """Tell whether lines are a list that a sentence leads in, or that all have one form (``May 3 -- Harbour Hall``)."""
    parted = sum(bool(_FORM.search(text)) for text in texts[1:])
    return texts[0].endswith((":", "：")) or (len(texts) > 3 and parted >= _MOST * len(texts[1:]))  # noqa: PLR2004


def _is_text(part: Part) -> bool:
    """Tell whether a part is running text, as no headline is."""
    return part.part in {"body", "image"} and (part.line.kind != "short" or part.line.ends)


def rights_of(text: str) -> tuple[int | None, str, str]:
    """Return year, holder and notice of a rights line (``©2019 Name. All rights reserved. Do not …``)."""
    found = HOLDER.search(text)
    notice = _NOTICE.match(text)
    year = int(found["year"]) if found and found["year"] else None
    holder = found["holder"].strip(" ,-–—|") if found else ""
    return year, holder, (notice[0] if notice else text).strip()
