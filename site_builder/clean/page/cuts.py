"""Where a page of several articles is cut, when no element says that it is an article.

Input: the tree of a page. Output: for each article its heading and the neighbouring elements that hold it. Headings of
one kind (``h1`` to ``h4``, or a block that is bold throughout or called a title) begin articles where each has a date
or a byline by it, or is a headline of the page's JSON-LD, and running text under it. A time of day alone dates nothing:
entries of a live blog have one. Nor do dated headings count under an ``h1`` that is dated or signed itself: that is
the article, and they are its parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from site_builder.clean.lines.line import ends_sentence, weigh
from site_builder.clean.lines.opening import has_dateline
from site_builder.clean.page.blocks import HEADINGS
from site_builder.clean.words.dates import find_date, without_dates
from site_builder.clean.words.lexicon import find_rule
from site_builder.clean.words.names import byline, closing_name, signed
from site_builder.clean.writing.markdown import squeeze
from site_builder.clean.writing.writer import BLOCKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS = ("h1", "h2", "h3", "h4")
_BOLD = frozenset({"b", "strong", "font", "span", "u", "center", "a"})
_ARTICLES = 60  # articles on a page without headings: more lines of one class are something else
_LINES = frozenset({"div", "p", "span", "td"})
_TITLES = frozenset({"summary", "dt", "legend"})
_NAMED = re.compile(r"(?:^|[\s_-])(?:title|headline)(?=$|[\s_-])", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "select", "textarea", "option", "button"})
_APART = re.compile(
    r"comment|respond|repl(?:y|ies)|teaser|card|related|promo|recommend|sidebar|(?<![\w-])widget", re.IGNORECASE
)
_CARD = re.compile("card", re.IGNORECASE)
_WHOLE = 100.0  # words of an article in a card
_HEAD = 6  # blocks under a title among which its date and byline stand
_SEVERAL = 2  # headings that may have a name under their texts by chance
_FOOT = 2  # blocks before the next title among which they stand, where a page has them under its texts
_BY = 10  # characters of the word before who wrote it
_LINE = 120  # characters of a line of names and dates
_PROSE = 12.0  # words of running text
_LEAST = 60.0  # words of running text that make an article
_BRIEF = 25.0  # words of an article among others
_LONGEST = 400  # characters of a title
_WORDS = 2.0  # beside a date: fewer, and a heading only dates what follows
_TITLE = 40.0  # words of the longest title
_MOST = 0.6  # of the headings of a kind: so many must head an article
_LINK = 3.0  # words of a link or a name
_KICKER = 4.0  # words of a section's name
_LABEL = re.compile(r"[\W\d]*(?:re|aw)\s*[:：]|.*[:：]$", re.IGNORECASE)
_POSTED = re.compile(r"\b(?:posted|published|filed) by \S", re.IGNORECASE)
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|read more|continue reading|阅读全文|查看更多)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cut:
    """One article of a page: its heading, and the neighbours that hold it, the first of which holds the heading."""

    heading: HtmlElement
    elements: tuple[HtmlElement, ...]


@dataclass(frozen=True)
class _Leaf:
    """A stretch of text; what costs time is found out when somebody asks, for few are asked."""

    element: HtmlElement
    text: str
    loose: bool = False

    @cached_property
    def words(self) -> float:
        return weigh(self.text)

    @cached_property
    def kind(self) -> str:
        """What sort of title it may be, or ""."""
        return "" if self.loose else _kind(self)

    @cached_property
    def dated(self) -> bool:
        """Whether it is a line that dates or signs something."""
        if len(self.text) >= _LINE:
            return False
        spaced = squeeze(" ".join(_texts(self.element))) if len(self.element) > 1 else ""
        said = _dates(self.text) or (spaced not in ("", self.text) and _dates(spaced))
        return said or (not self.loose and _is_timed(self.element))


def _dates(text: str) -> bool:
    """Tell whether a text dates or signs something; a name alone, with no sign before it, does not."""
    if find_date(text) is not None or byline(text) is not None or _POSTED.search(text):
        return True
    closing = closing_name(text)
    return closing is not None and closing.authors[0] != text


def find_cuts(root: HtmlElement, headlines: Sequence[str] = ()) -> tuple[Cut, ...]:
    """Return the articles of a page, in order; none where it holds at most one. ``headlines`` are its JSON-LD's."""
    leaves = list(_leaves(root))
    titles = {squeeze(text) for text in headlines}
    best: list[int] = []
    for group in sorted(_groups(leaves), key=lambda group: leaves[group[0]].kind not in _KINDS):
        heads = _heads(leaves, group, titles)
        if len(heads) > max(1, len(best)) and len(heads) >= _MOST * _count_titles(leaves, group):
            best = heads
    if not best:
        return _cut_boxes(leaves, titles)
    return _cut(leaves, _starts(leaves, best), best) if best else ()


def _leaves(root: HtmlElement) -> Iterator[_Leaf]:
    """Yield the stretches of text: blocks that hold no other block, and what stands loose between such."""
    holders: set[HtmlElement] = set()
    for element in root.iter(*BLOCKS):
        above = element.getparent()
        while above is not None and above not in holders:
            holders.add(above)
            above = above.getparent()
    return _walk(root, holders)


def _walk(root: HtmlElement, holders: set[HtmlElement]) -> Iterator[_Leaf]:
    waiting = [(root, False)]  # an element, or the text behind it
    while waiting:
        element, tail = waiting.pop()
        if tail:
            yield from _leaf(element, element.tail or "", loose=True)
        elif not isinstance(element.tag, str) or element.tag in _UNSEEN or element.tag == "head":
            continue
        elif element not in holders:
            yield from _leaf(element, "".join(_texts(element)))
        else:
            yield from _leaf(element, element.text or "", loose=True)
            for child in reversed(element):
                waiting += [(child, True), (child, False)] if child.tail else [(child, False)]


def _leaf(element: HtmlElement, said: str, *, loose: bool = False) -> Iterator[_Leaf]:
    if said and not said.isspace() and (text := squeeze(said)):
        yield _Leaf(element, text, loose)


def _texts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for one in element.iterdescendants() if len(element) else ():
        if isinstance(one.tag, str) and one.tag not in _UNSEEN:
            yield one.text or ""
        yield one.tail or ""


def _is_timed(element: HtmlElement) -> bool:
    return any(find_date(time.get("datetime") or "") for time in element.iter("time"))


def _kind(leaf: _Leaf) -> str:
    sort = _sort(leaf.element)
    if sort not in HEADINGS and (not sort or len(leaf.text) > _LONGEST or not 1 < leaf.words <= _TITLE):
        return ""
    return "" if leaf.dated and weigh(without_dates(leaf.text)) < _WORDS else sort


def _sort(element: HtmlElement) -> str:
    """Return what sort of title an element may be, by its markup: a heading, what is called a title, or all bold."""
    if element.tag in HEADINGS:
        return str(element.tag)
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if element.tag in _TITLES or (named != " " and _NAMED.search(named)):
        return f"title {element.tag}"
    if not len(element) or (element.text or "").strip():
        return ""
    inner = [one for one in element.iterdescendants() if isinstance(one.tag, str)]
    plain = any((one.tail or "").strip() for one in inner) or any(one.tag not in _BOLD for one in inner)
    bold = not plain and any(one.tag in {"b", "strong"} for one in inner)
    return f"bold {element.tag}" if bold else ""


def _cut_boxes(leaves: Sequence[_Leaf], titles: set[str]) -> tuple[Cut, ...]:
    """Return articles whose headings are of different kinds, where each has a box of its own."""
    tops = [i for i, leaf in enumerate(leaves) if leaf.kind in _KINDS or leaf.kind.startswith("title")]
    heads = [
        i
        for i, end in pairwise((*tops, len(leaves)))
        if (_is_headed(leaves, i, end) or _is_named(leaves[i], titles)) and _is_told(leaves, i, end)
    ]
    alone = len(heads) < 2 or _is_part_of_one(leaves, heads[0], heads[0])  # noqa: PLR2004 - two are several
    cuts = () if alone else _cut(leaves, heads, heads)
    boxed = all(cut.elements[0] is not cut.heading and cut.elements[0].tag not in HEADINGS for cut in cuts)
    return cuts if boxed and len({leaves[i].text for i in heads}) == len(heads) else ()


def _groups(leaves: Sequence[_Leaf]) -> list[list[int]]:
    """Return the places of headings of one kind, and of those that have one class too."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    called: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, leaf in enumerate(leaves):
        if leaf.kind in _KINDS or " " in leaf.kind:
            found[leaf.kind, ""].append(i)
            found[leaf.kind, leaf.element.get("class") or " "].append(i)
        elif not leaf.loose and leaf.element.tag in _LINES and (name := leaf.element.get("class")):
            called[leaf.element.tag, name].append(i)
    several = [group for group in called.values() if 1 < len(group) <= _ARTICLES]
    fair = [[i for i in group if _is_called(leaves[i])] for group in several]
    return [group for group in (*found.values(), *fair) if len(group) > 1]


def _is_called(leaf: _Leaf) -> bool:
    """Tell whether a line may be a title by its class alone, which others share: no sentence, no name, no date."""
    fair = len(leaf.text) <= _LONGEST and _LINK <= leaf.words <= _TITLE and not ends_sentence(leaf.text)
    return fair and not leaf.dated and not signed(leaf.text)


def _heads(leaves: Sequence[_Leaf], group: Sequence[int], titles: set[str]) -> list[int]:
    """Return those of ``group`` that head an article."""
    first = group[0]
    above = all(i and leaves[i - 1].dated for i in group)  # such a date is the article's, not the page's
    if leaves[first].kind != "h1" and _is_part_of_one(leaves, first, first - above) and not _are_by_many(leaves, group):
        return []
    every = list(pairwise((*group, len(leaves))))
    cards = all(_is_in_card(leaves[i]) for i in group)
    whole = _WHOLE if cards else _LEAST
    signs = not _is_told_over(leaves, first) and _are_signed(leaves, every)
    headed = [(i, end) for i, end in every if signs or _is_headed(leaves, i, end) or _is_named(leaves[i], titles)]
    good = [i for i, end in headed if _is_told(leaves, i, end, whole, cards=cards)]
    if len(good) >= _MOST * len(group):  # among articles a brief one is an article too
        alike = every if len(good) > 1 and _are_boxed(leaves, group) else headed  # nor is one that nothing dates
        least = {pair: _BRIEF if pair in headed else _LEAST for pair in alike}
        good = [i for i, end in alike if _is_told(leaves, i, end, least[i, end], cards=cards)]
    return good if len({leaves[i].text for i in good}) == len(good) else []


def _are_signed(leaves: Sequence[_Leaf], every: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a name alone stands under each heading, or under each text; the page may end below the last."""
    under = all(end - i > 1 and signed(leaves[i + 1].text) for i, end in every)
    closing = (any(signed(leaf.text) for leaf in leaves[max(i + 2, end - 1) : end]) for i, end in every[:-1])
    return under or (len(every) > _SEVERAL and all(closing))


def _are_boxed(leaves: Sequence[_Leaf], group: Sequence[int]) -> bool:
    """Tell whether each heading stands in a box of its own, and these boxes are alike."""
    boxes = [leaves[i].element.getparent() for i in group]
    alike = {(box.tag, box.get("class")) for box in boxes if box is not None}
    return len({*boxes}) == len(group) and len(alike) == 1


def _count_titles(leaves: Sequence[_Leaf], group: Sequence[int]) -> int:
    """Return how many of ``group`` may be titles: all but the names of boxes of the page."""
    return sum(not _names_box(leaves, i, end) for i, end in pairwise((*group, len(leaves))))


def _names_box(leaves: Sequence[_Leaf], i: int, end: int) -> bool:
    """Tell whether a heading names a box: a word or two, known as furniture or without a text under it."""
    brief = leaves[i].words <= _KICKER
    return brief and (find_rule(leaves[i].text) is not None or not _is_told(leaves, i, end, least=_BRIEF))


def _are_by_many(leaves: Sequence[_Leaf], group: Sequence[int]) -> bool:
    """Tell whether somebody else signs under each heading, and none of them is over a text of its own: a letter's."""
    names = [next((said.authors for leaf in leaves[i + 1 : i + 3] if (said := byline(leaf.text))), ()) for i in group]
    return not _is_told_over(leaves, group[0]) and all(names) and len({*names}) > 1


def _is_told_over(leaves: Sequence[_Leaf], first: int) -> bool:
    """Tell whether running text stands over the heading at ``first``, under the page's own heading."""
    top = max((i for i in range(first) if leaves[i].kind == "h1"), default=0)
    return any(leaf.words >= _PROSE for leaf in leaves[top + 1 : first])


def _is_part_of_one(leaves: Sequence[_Leaf], first: int, end: int) -> bool:
    """Tell whether an ``h1`` over ``first`` is dated or signed, before ``end``: what follows is of its article."""
    return any(leaves[i].kind == "h1" and _is_headed(leaves, i, end) for i in range(first))


def _is_headed(leaves: Sequence[_Leaf], i: int, end: int) -> bool:
    """Tell whether a date or a byline stands right over a title, or under it before its text or after that."""
    for k in range(i + 1, min(end, i + _HEAD)):
        leaf = leaves[k]
        if leaf.dated or _is_split_byline(leaves, k):
            return True
        if leaf.words >= _PROSE and has_dateline(leaf.text):  # a report says who and where as it opens
            return True
        if leaf.words > _TITLE:
            break
    return (i > 0 and leaves[i - 1].dated) or any(leaf.dated for leaf in leaves[max(i + 1, end - _FOOT) : end])


def _is_split_byline(leaves: Sequence[_Leaf], i: int) -> bool:
    """Tell whether "By" stands loose at ``i``, and an element of its own behind it says who."""
    beside = leaves[i + 1] if i + 1 < len(leaves) else None
    loose = leaves[i].loose and len(leaves[i].text) <= _BY
    return loose and beside is not None and byline(f"{leaves[i].text} {beside.text}") is not None


def _is_named(leaf: _Leaf, titles: set[str]) -> bool:
    """Tell whether the page's data call a text the headline of an article."""
    return leaf.text in titles or leaf.element.get("itemprop") == "headline"


def _names(leaf: _Leaf) -> Iterator[str]:
    """Yield what the elements are called that hold a title."""
    for one in leaf.element.iterancestors():
        if one.tag not in {"body", "html"}:
            yield f"{one.get('class') or ''} {one.get('id') or ''}"


def _is_in_card(leaf: _Leaf) -> bool:
    return any(_CARD.search(name) for name in _names(leaf))


def _is_told(leaves: Sequence[_Leaf], i: int, end: int, least: float = _LEAST, *, cards: bool = False) -> bool:
    """Tell whether running text follows a title that is none of a comment or a teaser.

    ``cards`` says that all titles stand in what is called a card: then these hold whatever the page holds.
    """
    names = (_CARD.sub("", name) if cards else name for name in _names(leaves[i]))
    if _LABEL.match(leaves[i].text) or any(map(_APART.search, names)):
        return False
    said = [leaf for leaf in leaves[i + 1 : end] if not leaf.kind and (leaf.words >= _PROSE or _is_line(leaf))]
    return sum(leaf.words for leaf in said) >= least and not (len(said) < 3 and _CUT.search(said[-1].text))  # noqa: PLR2004


def _is_line(leaf: _Leaf) -> bool:
    """Tell whether a short block is a line of a text, as no link is."""
    return leaf.words >= _LINK and not leaf.dated and leaf.element.find(".//a") is None


def _starts(leaves: Sequence[_Leaf], heads: Sequence[int]) -> list[int]:
    """Return where the articles begin: at their headings, or at the date or the section that stands over each."""
    below = any(_is_headed_below(leaves, i) for i in heads)
    over = [leaves[i - 1] if i else None for i in heads]
    kickers = all(leaf is not None and _is_kicker(leaf) for leaf in over)
    alike = len({(leaf.element.tag, leaf.element.get("class")) for leaf in over if leaf is not None}) == 1
    dated = not below and all(leaf is not None and leaf.dated for leaf in over)
    return [i - 1 for i in heads] if dated or (kickers and alike) else list(heads)


def _is_kicker(leaf: _Leaf) -> bool:
    """Tell whether a text may be a section's name over a title: short, and no furniture that ends what is above."""
    return not leaf.kind and leaf.words <= _KICKER and find_rule(leaf.text) is None


def _is_headed_below(leaves: Sequence[_Leaf], i: int) -> bool:
    return any(leaf.dated for leaf in leaves[i + 1 : i + _HEAD])


def _cut(leaves: Sequence[_Leaf], starts: Sequence[int], heads: Sequence[int]) -> tuple[Cut, ...]:
    """Return the cuts at ``starts``: children of the one element that holds them all; none where text would be cut."""
    paths = [[leaves[i].element, *leaves[i].element.iterancestors()][::-1] for i in starts]
    depth = 0
    while all(len(path) > depth + 1 and path[depth] is paths[0][depth] for path in paths):
        depth += 1
    if any(path[depth - 1] is not paths[0][depth - 1] for path in paths) or not depth:
        return ()
    box, children = paths[0][depth - 1], [path[depth] for path in paths]
    first_leaf: dict[HtmlElement, int] = {}
    for i, leaf in enumerate(leaves):
        for above in (leaf.element, *leaf.element.iterancestors()):
            first_leaf.setdefault(above, i)
    begun = [first_leaf[child] for child in children]
    cut = any(leaf.words >= _PROSE for a, b in zip(begun, starts, strict=True) for leaf in leaves[a:b])
    if cut or any(a is b for a, b in pairwise(children)):
        return ()
    every = list(box)
    at = [every.index(child) for child in children]
    return tuple(
        Cut(leaves[head].element, tuple(every[a:b]))
        for head, a, b in zip(heads, at, [*at[1:], len(every)], strict=True)
    )
