"""A text scrape becomes articles: lines, heads, parts, fields, Markdown, and a ledger of every line.

Input: the text of one scrape. Output: ``Cleaned``. Straight-line; each step is a module of this room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, pairwise

from site_builder.clean.furniture.contents import mark_contents
from site_builder.clean.furniture.enders import mark_enders
from site_builder.clean.furniture.forms import mark_forms
from site_builder.clean.furniture.posts import mark_posts
from site_builder.clean.furniture.ranked import mark_ranked
from site_builder.clean.furniture.replies import mark_replies
from site_builder.clean.furniture.retitle import retitle
from site_builder.clean.furniture.skipped import mark_skipped
from site_builder.clean.heads.bare_heads import unclaimed_heads, with_unclaimed
from site_builder.clean.heads.find import find_heads
from site_builder.clean.lines.bullets import find_items
from site_builder.clean.lines.head_block import Head
from site_builder.clean.lines.line import BLANK, Line, note_mark, read_lines
from site_builder.clean.lines.marked import is_marked, read_marked
from site_builder.clean.lines.opening import lead_apart
from site_builder.clean.lines.parts import Part, sort_parts
from site_builder.clean.lines.underlined import mark_underlined
from site_builder.clean.plain.afterwards import mark_afterwards
from site_builder.clean.plain.fields import Fields, read_fields, with_bio
from site_builder.clean.plain.issue_dates import dated_by_issue
from site_builder.clean.plain.notes import tie_notes
from site_builder.clean.plain.numbered import without_numbers
from site_builder.clean.plain.recurring import mark_recurring, restore, without_tails
from site_builder.clean.plain.repairs import mend
from site_builder.clean.plain.sections import mark_sections
from site_builder.clean.plain.teasers import find_teasers, is_teaser
from site_builder.clean.words.dates import without_dates
from site_builder.clean.words.lexicon import SIMPLIFIED, TRADITIONAL
from site_builder.clean.words.names import bare, is_person
from site_builder.clean.words.picture_words import credits_picture
from site_builder.clean.writing import markdown
from site_builder.model.article import Article, Source
from site_builder.model.han import hanzi
from site_builder.model.profile import Profile
from site_builder.model.scrape import Cleaned, Draft, LedgerLine

_TEXT = frozenset({"body", "heading", "caption", "image"})
_FACTS = frozenset({"date", "byline", "label"})
_NAMED = re.compile(r"\[\^([A-Za-z0-9-]{1,40})\]: ")
"""A note whose own mark stands in the text (Markdown's)."""
_ALT = re.compile(r"!\[([^\]]+)\]")
_REFERRED = re.compile(r"\\\[\^([A-Za-z0-9-]{1,40})\](?!:)")


def clean_text(text: str, name: str, profile: Profile | None = None) -> Cleaned:
    """Return the articles in ``text``; ``name`` is the file as people know it, kept in each article's source."""
    site = profile or Profile()
    lines = read_marked(text) if is_marked(text, name) else mark_underlined(read_lines(text, site.furniture))
    plain = mark_ranked(mark_skipped(mark_forms(lines)))
    lines = mark_replies(mark_posts(retitle(mark_recurring(mark_enders(mark_contents(plain))))))
    heads = with_unclaimed(lines, find_heads(lines))
    cleaned = _cut(lines, plain, heads, text, name, site)
    if cleaned.drafts or not heads:
        return cleaned
    unclaimed = _cut(lines, plain, unclaimed_heads(lines), text, name, site)
    return unclaimed if unclaimed.drafts else cleaned


def _cut(
    lines: Sequence[Line], plain: Sequence[Line], heads: tuple[Head, ...], text: str, name: str, site: Profile
) -> Cleaned:
    """Return the articles under ``heads``; ``plain`` are the lines as they were before what comes back was marked."""
    lines = mark_sections(restore(lines, plain, [head.first for head in heads]) if heads else lines, heads)
    lines = mark_afterwards(lines, heads)
    ledger: list[LedgerLine] = []
    drafts: list[Draft] = []
    bounds = [*(head.first for head in heads), len(lines)]
    _drop(ledger, lines[: bounds[0]], "before the first article")
    told = _without_numbers(
        [with_bio(read_fields(lines, head), lines, head, end) for head, end in zip(heads, bounds[1:], strict=True)]
    )
    texts = [[*_captions(lines, head), *lines[head.end : end]] for head, end in zip(heads, bounds[1:], strict=True)]
    sorted_parts = [
        [*_sorted(text[: _length(text, head, lines)], fields), *_closing(text[_length(text, head, lines) :])]
        for text, fields, head in zip(texts, told, heads, strict=True)
    ]
    bodies = without_tails(sorted_parts)
    teasers = find_teasers(lines, heads, bodies)
    for i, (head, end, fields, own) in enumerate(zip(heads, bounds[1:], told, bodies, strict=True)):
        region = lines[head.first : end]
        parts, repairs = mend(own, fields.dek, fields.title)
        parts = parts if fields.dek else lead_apart(parts)
        if i in teasers or is_teaser(parts):
            _drop(ledger, region, "teaser: a title without its article")
            continue
        _enter(ledger, lines, head, parts, len(drafts))
        drafts.append(
            _draft(Source(name, (region[0].number, 0)), fields.with_parts(parts).with_site(site), parts, repairs)
        )
    return Cleaned(
        dated_by_issue(drafts, ledger), _whole(ledger, text), why_none="" if drafts else _why_none(lines, heads)
    )


def _captions(lines: Sequence[Line], head: Head) -> list[Line]:
    """Return the captions of pictures that stand among the lines of a head: they belong to the text under it."""
    own = {head.title, head.dek, head.category, *head.points, *head.meta, *head.names}
    among = (lines[i] for i in range(head.first, head.end) if i not in own)
    told = (line for line in among if line.kind in {"short", "prose", "picture"})
    return [line for line in told if _is_seen(line) or credits_picture(line.text)]


def _is_seen(line: Line) -> bool:
    """Tell whether a line is a picture, other than that of the author."""
    named = _ALT.search(line.markup) if line.kind == "picture" else None
    return line.kind == "picture" and not (named and is_person(named[1]))


def _length(text: Sequence[Line], head: Head, lines: Sequence[Line]) -> int:
    """Return how many lines of a text stand over what signs it at its end, or all."""
    return len(text) if head.stop is None else len(text) - sum(line.number >= lines[head.stop].number for line in text)


def _closing(lines: Sequence[Line]) -> list[Part]:
    """Return what signs and dates a text at its end; what stands below that is none of it."""
    signs = {"date", "byline"}
    return [
        Part(line, line.kind) if line.kind in signs else Part(line, rule=line.rule or "after the closing byline")
        for line in lines
    ]


def _sorted(lines: Sequence[Line], fields: Fields) -> list[Part]:
    """Return what each line is; the date under the office that signs a notice is of the text, if the head has one."""
    found = sort_parts(lines, [bare(name) for name in (*fields.authors, *fields.contributors)])
    if not fields.date.text:
        return found
    for i, part in enumerate(found):
        over = found[i - 1] if i else part
        alone = part.part == "date" and not without_dates(part.line.text).strip()
        if alone and over.part == "body" and over.line.kind == "short" and not over.line.ends:
            found[i] = replace(part, part="body")
    return found


def _without_numbers(told: Sequence[Fields]) -> list[Fields]:
    titles = without_numbers([fields.title for fields in told])
    return [replace(fields, title=title) for fields, title in zip(told, titles, strict=True)]


def _whole(ledger: list[LedgerLine], text: str) -> tuple[LedgerLine, ...]:
    """Return the ledger in the order of the lines; a line that is part of a longer block is entered with it."""
    entered: dict[int, list[LedgerLine]] = {}
    for entry in ledger:
        entered.setdefault(entry.line, []).append(entry)
    found: list[LedgerLine] = []
    for number, raw in enumerate(text.split("\n"), 1):
        if number in entered:
            found += entered[number]
        elif raw.strip(BLANK):
            found.append(replace(found[-1], line=number, text=raw.strip(BLANK)) if found else _lost(number, raw))
    return tuple(found)


def _lost(number: int, raw: str) -> LedgerLine:
    return LedgerLine(number, raw.strip(BLANK), rule="before the first article")


def _why_none(lines: Sequence[Line], heads: Sequence[Head]) -> str:
    if not lines:
        return "the file is empty"
    if heads:
        return f"a list page: {len(heads)} title(s), none with the text of an article under it"
    return "no title with prose under it"


def _drop(ledger: list[LedgerLine], lines: Sequence[Line], rule: str) -> None:
    ledger += [LedgerLine(line.number, line.text, rule=line.rule or rule) for line in lines]


def _enter(ledger: list[LedgerLine], lines: Sequence[Line], head: Head, parts: Sequence[Part], article: int) -> None:
    named: dict[int | None, str] = {head.title: "title", head.dek: "dek", head.category: "category"}
    named.update(dict.fromkeys(head.points, "dek"))
    named.update(dict.fromkeys(head.names, "byline"))
    captions = {line.number for line in _captions(lines, head)}
    for i in range(head.first, head.end):
        line = lines[i]
        if line.number in captions:
            continue
        part = named.get(i) or (line.kind if i in head.meta and line.kind in _FACTS else "")
        rule = "" if part else line.rule or "in the head, not of it"
        ledger.append(LedgerLine(line.number, line.text, article if part else None, part, rule))
    for entry in parts:
        mine = article if entry.part else None
        ledger.append(LedgerLine(entry.line.number, entry.line.text, mine, entry.part, entry.rule))


def _draft(source: Source, fields: Fields, parts: Sequence[Part], repairs: tuple[str, ...]) -> Draft:
    body, tied = write_body(parts)
    first = source.lines[0] if source.lines else 1
    last = max(part.line.number for part in parts if part.part)
    article = Article(
        slug="",
        title=fields.title,
        body=body,
        lang=language_of(body),
        dek=fields.dek,
        authors=fields.authors,
        contributors=fields.contributors,
        publisher=fields.publisher,
        category=fields.category,
        date=fields.date,
        tags=fields.tags,
        source=replace(source, lines=(first, last), url=fields.url),
        rights=fields.rights,
    )
    return Draft(article, fields.evidence, (*repairs, *tied, *fields.quarrels))


def language_of(text: str) -> str:
    """Return ``en``, or ``zh-Hans`` or ``zh-Hant`` where a third of the characters are Chinese."""
    found = hanzi(text)
    if 3 * len(found) <= len(text):
        return "en"
    simplified, traditional = (sum(char in script for char in found) for script in (SIMPLIFIED, TRADITIONAL))
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def write_body(parts: Sequence[Part]) -> tuple[str, tuple[str, ...]]:
    """Return the Markdown of an article's parts and the repairs made on the way."""
    shown = [part for part in parts if part.part in _TEXT]
    named = {found[1]: part.line for part in parts if part.part == "note" and (found := _NAMED.match(part.line.text))}
    notes = [part.line.text for part in parts if part.part == "note" and part.line not in named.values()]
    ties, repairs = tie_notes([part.line.text for part in shown], notes)
    free = (str(k) for k in count(1) if str(k) not in named)
    number = {tie.note: name for tie, name in zip(ties, free, strict=False)}
    items = find_items([part.line.text if part.part == "body" and not part.line.markup else "" for part in shown])
    blocks: list[str] = []
    for i, part in enumerate(shown):
        cuts = [(tie.start, tie.end, f"[^{number[tie.note]}]") for tie in ties if tie.text == i]
        if item := items.get(i):
            text = f"{item.mark} {markdown.paragraph(_with_marks(part.line.text, cuts, item.cut))}"
            blocks += [text] if item.first else [f"{blocks.pop()}\n{text}"]
        else:
            plain = not part.line.markup or cuts
            marked = _block(part, _with_marks(part.line.text, cuts)) if plain else _marked(part)
            blocks.append(_REFERRED.sub(lambda found: found[0][found[1] in named :], marked))
    blocks += _references(parts)
    blocks += [f"{markdown.block(note)}\n{{: .note }}" for k, note in enumerate(notes) if k not in number]
    blocks += [f"[^{number[k]}]: {_note(notes[k])}" for k in sorted(number, key=lambda k: int(number[k]))]
    blocks += [f"[^{name}]: {line.markup}" for name, line in named.items()]
    return "\n\n".join(blocks), repairs


def _with_marks(text: str, cuts: Sequence[tuple[int, int, str]], start: int = 0) -> str:
    """Return ``text`` from ``start`` on, escaped, with the marks of its notes as footnote references."""
    bounds = [(start, start, ""), *cuts, (len(text), len(text), "")]
    return "".join(mark + markdown.escape(text[end:start]) for (_, end, mark), (start, _, _) in pairwise(bounds))


def _block(part: Part, inline: str) -> str:
    if part.part == "heading":
        return markdown.heading(inline, max(2, part.line.level))
    return markdown.caption(inline) if part.part == "caption" else markdown.paragraph(inline)


def _marked(part: Part) -> str:
    """Return a block that came with markup of its own."""
    if part.part == "heading" and not part.line.level:
        return _block(part, markdown.escape(part.line.text))
    return markdown.caption(part.line.markup) if part.part == "caption" else part.line.markup


def _note(text: str) -> str:
    return markdown.block(text[len(note_mark(text)) :].strip())


def _references(parts: Sequence[Part]) -> list[str]:
    """Return the list of references under the heading that the scrape gives it."""
    entries = [f"- {markdown.block(part.line.text)}" for part in parts if part.part == "reference"]
    title = next((part.line.text for part in parts if part.part == "references"), "")
    return [markdown.heading(markdown.escape(title), 2), "\n".join(entries)] if entries else []
