"""Where articles begin: the head blocks (category, title, dek, byline, date) of a text scrape.

Input: lines with their kinds. Output: heads, in order, each with the evidence it was found by. The modules beside this
one look for heads of one kind each; here it is decided whom to believe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_builder.clean.furniture.frames import come_back, framed_heads
from site_builder.clean.heads.agreeing import agreeing_heads, footed_heads, may_be_title, opened_heads
from site_builder.clean.heads.bare_heads import with_bare
from site_builder.clean.heads.dated import dated_heads, heads_inside, with_date_above
from site_builder.clean.heads.deks import with_deks
from site_builder.clean.heads.head_template import with_template
from site_builder.clean.heads.order import with_names_above, with_sections_dated
from site_builder.clean.heads.siblings import with_siblings
from site_builder.clean.heads.stated_heads import closed_heads, labelled_heads, levelled_heads
from site_builder.clean.lines.head_block import Head, read_block
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT, is_said, is_title
from site_builder.clean.words.picture_words import credits_picture


def find_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return the heads of all articles and teasers in ``lines``."""
    labelled = labelled_heads(lines)
    label = next((i for i, line in enumerate(lines) if line.kind == "label" and line.rule == "title"), 0)
    inner = heads_inside(lines, label + 1) if len(labelled) == 1 else ()
    found = inner or labelled or levelled_heads(lines) or _closed_or_dated(lines)
    framed = framed_heads(lines)
    better = len(framed) > len(found) or (len(framed) == len(found) and come_back(lines, [one.title for one in found]))
    found = with_siblings(lines, _agreeing(lines, framed if better else found))
    heads = _with_own_titles(lines, found)
    floors = (0, *(head.end for head in heads))
    if all(head.stop is None for head in heads):
        heads = with_names_above(lines, with_sections_dated(lines, heads))
        heads = tuple(with_date_above(lines, head, floor) for head, floor in zip(heads, floors, strict=False))
    return with_deks(lines, with_template(lines, heads))


def _agreeing(lines: Sequence[Line], found: tuple[Head, ...]) -> tuple[Head, ...]:
    """Return the heads that agree with each other, where ``found`` are fewer and do not say more of the first."""
    agreeing = agreeing_heads(lines)
    if len(agreeing) > len(found) and all({*head.meta} <= {*agreeing[0].meta} for head in found[:1]):
        return agreeing
    if len(found) > 1:
        return found
    opened = opened_heads(lines)
    return max(found, opened, footed_heads(lines), key=len)


def _closed_or_dated(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return heads over texts that are dated at their ends, or else at their heads; of one, what a head says counts."""
    closed = closed_heads(lines)
    dated = dated_heads(lines) if len(closed) < 2 else ()  # noqa: PLR2004 - one may have a head and a date below
    return dated if len(dated) == len(closed) == 1 else closed or with_bare(lines, dated)


def _with_own_titles(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Head, ...]:
    """Return heads whose titles differ: one that comes back word for word is an office's, and the title is below it."""
    counts = Counter(lines[head.title].text for head in heads)
    again = [head for head in heads if counts[lines[head.title].text] > 1]
    under = [lines[head.end].text for head in again if head.end < len(lines)]
    if not again or len({*under}) < len(again):
        return _raised(lines, heads) if again and len(again) == len(heads) else tuple(heads)
    return tuple(_lowered(lines, head) if head in again else head for head in heads)


def _raised(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Head, ...]:
    """Return heads whose titles all come back with the lines over them as titles, if these differ."""
    over = [lines[head.title - 1] for head in heads if head.title]
    fair = [line.text for line in over if may_be_title(line)]
    if len({*fair}) < len(heads):
        return tuple(heads)
    return tuple(replace(head, title=head.title - 1, first=min(head.first, head.title - 1)) for head in heads)


def _lowered(lines: Sequence[Line], head: Head) -> Head:
    """Return a head with the line under it as its title, if that may be one."""
    line = lines[head.end]
    if line.kind not in CONTENT or not is_title(line) or is_said(line) or credits_picture(line.text):
        return head
    block = read_block(lines, head.end + 1)
    meta, names = (*head.meta, *block.meta), (*head.names, *block.names)
    return replace(head, title=head.end, end=block.end, meta=meta, names=names)
