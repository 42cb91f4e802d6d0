"""A text scrape becomes articles: lines, heads, parts, fields, Markdown, and a ledger of every line.

Input: the text of one scrape. Output: ``Cleaned``. Straight-line; each step is a module of this room.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from site_builder.clean import markdown
from site_builder.clean.fields import Fields, read_fields
from site_builder.clean.heads import Head, find_heads
from site_builder.clean.lines import Line, note_mark, read_lines
from site_builder.clean.notes import tie_notes
from site_builder.clean.parts import Part, sort_parts
from site_builder.model.article import Article, Source
from site_builder.model.han import hanzi
from site_builder.model.profile import Profile
from site_builder.model.scrape import Cleaned, Draft, LedgerLine

_TEXT = frozenset({"body", "heading", "caption"})
_LEAST = 40.0  # words of prose: less is a teaser, unless nothing says that it was cut
_CUT = ("…", "...", "[…]", "[...]", "……")


def clean_text(text: str, name: str, profile: Profile | None = None) -> Cleaned:
    """Return the articles in ``text``; ``name`` is the file as people know it, kept in each article's source."""
    lines = read_lines(text, profile.furniture if profile else ())
    heads = find_heads(lines)
    ledger: dict[int, LedgerLine] = {}
    drafts: list[Draft] = []
    starts = [head.first for head in heads] or [len(lines)]
    _drop(ledger, lines[: starts[0]], "before the first article")
    for head, end in zip(heads, [*starts[1:], len(lines)], strict=True):
        region = lines[head.first : end]
        fields = read_fields(lines, head)
        parts = sort_parts(lines[head.end : end], fields.authors)
        if _is_teaser(parts):
            _drop(ledger, region, "teaser: a title without its article")
            continue
        _enter(ledger, lines, head, parts, len(drafts))
        drafts.append(_draft(name, fields.with_parts(parts), parts, (region[0].number, region[-1].number)))
    ordered = tuple(ledger[number] for number in sorted(ledger))
    return Cleaned(tuple(drafts), ordered, why_none="" if drafts else _why_none(lines, heads))


def _is_teaser(parts: Sequence[Part]) -> bool:
    prose = [part.line for part in parts if part.part == "body"]
    weight = sum(line.weight for line in prose)
    cut = len(prose) == 1 and prose[0].text.endswith(_CUT)
    return weight < _LEAST or cut


def _why_none(lines: Sequence[Line], heads: Sequence[Head]) -> str:
    if not lines:
        return "the file is empty"
    if heads:
        return f"a list page: {len(heads)} title(s), none with the text of an article under it"
    return "no title with prose under it"


def _drop(ledger: dict[int, LedgerLine], lines: Sequence[Line], rule: str) -> None:
    for line in lines:
        ledger[line.number] = LedgerLine(line.number, line.text, rule=line.rule or rule)


def _enter(
    ledger: dict[int, LedgerLine], lines: Sequence[Line], head: Head, parts: Sequence[Part], article: int
) -> None:
    named = {head.title: "title", head.dek: "dek", head.category: "category"}
    named.update(dict.fromkeys(head.names, "byline"))
    for i in range(head.first, head.end):
        line = lines[i]
        part = named.get(i) or (line.kind if i in head.meta and line.kind != "stamp" else "")
        rule = "" if part else line.rule or "in the head, not of it"
        ledger[line.number] = LedgerLine(line.number, line.text, article if part else None, part, rule)
    for entry in parts:
        ledger[entry.line.number] = LedgerLine(
            entry.line.number, entry.line.text, article if entry.part else None, entry.part, entry.rule
        )


def _draft(name: str, fields: Fields, parts: Sequence[Part], span: tuple[int, int]) -> Draft:
    body, repairs = write_body(parts)
    last = max(part.line.number for part in parts if part.part)
    article = Article(
        slug="",
        title=fields.title,
        body=body,
        lang="zh-Hans" if 3 * len(hanzi(body)) > len(body) else "en",
        dek=fields.dek,
        authors=fields.authors,
        contributors=fields.contributors,
        publisher=fields.publisher,
        category=fields.category,
        date=fields.date,
        source=Source(name, (span[0], last)),
        rights=fields.rights,
    )
    return Draft(article, fields.evidence, repairs)


def write_body(parts: Sequence[Part]) -> tuple[str, tuple[str, ...]]:
    """Return the Markdown of an article's parts and the repairs made on the way."""
    shown = [part for part in parts if part.part in _TEXT]
    notes = [part.line.text for part in parts if part.part == "note"]
    ties, repairs = tie_notes([part.line.text for part in shown], notes)
    number = {tie.note: k for k, tie in enumerate(ties, 1)}
    blocks = []
    for i, part in enumerate(shown):
        cuts = [(tie.start, tie.end, f"[^{number[tie.note]}]") for tie in ties if tie.text == i]
        blocks.append(_block(part.part, _with_marks(part.line.text, cuts)))
    blocks += _references([part.line.text for part in parts if part.part == "reference"])
    blocks += [f"{markdown.block(note)}\n{{: .note }}" for k, note in enumerate(notes) if k not in number]
    blocks += [f"[^{number[k]}]: {_note(notes[k])}" for k in sorted(number, key=lambda k: number[k])]
    return "\n\n".join(blocks), repairs


def _with_marks(text: str, cuts: Sequence[tuple[int, int, str]]) -> str:
    """Return ``text`` escaped, with the marks of its notes as footnote references."""
    bounds = [(0, 0, ""), *cuts, (len(text), len(text), "")]
    return "".join(mark + markdown.escape(text[end:start]) for (_, end, mark), (start, _, _) in pairwise(bounds))


def _block(part: str, inline: str) -> str:
    if part == "heading":
        return markdown.heading(inline, 2)
    text = markdown.paragraph(inline)
    return f"{text}\n{{: .caption }}" if part == "caption" else text


def _note(text: str) -> str:
    return markdown.block(text[len(note_mark(text)) :].strip())


def _references(entries: Sequence[str]) -> list[str]:
    if not entries:
        return []
    return ["## References {: .references }", "\n".join(f"- {markdown.block(entry)}" for entry in entries)]
