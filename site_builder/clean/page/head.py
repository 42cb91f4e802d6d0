"""What the head of a page says of it: meta tags, JSON-LD, links. Read before the tree is pruned.

Input: the parsed page. Output: ``Head``: plain values, of whatever type and truth the page gave them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from site_builder.clean.writing.markdown import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLES = frozenset(
    {"newsarticle", "article", "reportagenewsarticle", "blogposting", "analysisnewsarticle", "opinionnewsarticle"}
    | {"backgroundnewsarticle", "reviewnewsarticle", "report", "socialmediaposting", "liveblogposting", "webpage"}
)
_MOST_JSON = 2_000_000  # characters
_DEEPEST = 12
_STATE_WORDS = ("ublish", "ublication", "ub_date", "ubDate", "ubdate")
"""Of these each such key has one; looking for them first is many times faster."""
_WRAPPING = re.compile(
    r"^(?:(?://|/\*)?\s*<!(?:--|\[CDATA\[)(?:\s*\*/)?\s*)+|\s*(?:(?://|/\*)?\s*(?:-->|\]\]>)(?:\s*\*/)?\s*)+$"
)
"""What hides a script's text from old parsers."""
_STATE = re.compile(
    r"\b(?:datePublished|date_published|publi(?:shed|cation)_?[dD]ate|publish_?(?:[dD]ate|[tT]ime)|published_?[aA]t"
    r"|firstPublished(?:At|Date)?|pub_?[dD]ate)\\?[\"']?\s{0,4}:\s{0,4}\\?[\"']([^\"'\\]{8,40})"
)


@dataclass(frozen=True, slots=True)
class Head:
    """``metas`` are (name, content) in order, names in lower case; ``articles`` are JSON-LD objects of articles.

    ``states`` are dates of publication in what the page keeps for its scripts.
    """

    title: str = ""
    metas: tuple[tuple[str, str], ...] = ()
    articles: tuple[dict[str, Any], ...] = ()
    canonical: str = ""
    base: str = ""
    lang: str = ""
    licence: str = ""
    persons: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """Yield (value, name) of the meta tags called ``names``, in the order of ``names``."""
        for name in names:
            for key, value in self.metas:
                if key == name and value:
                    yield value, f"meta {name}"


def read_head(root: HtmlElement) -> Head:
    """Return what the head of the page says."""
    metas = []
    for meta in root.iter("meta"):
        name = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        ).lower()
        if name and meta.get("content"):
            metas.append((name, squeeze(meta.get("content"))))
    scripts = [(one.text or "", "ld+json" in (one.get("type") or "").lower()) for one in root.iter("script")]
    data = [_load(text) for text, linked in scripts if linked]
    title = next((squeeze(one.text_content()) for one in root.iter("title") if one.getparent().tag != "svg"), "")
    return Head(
        title=title,
        metas=tuple(metas),
        articles=tuple(article for one in data for article in _ordered(one)),
        canonical=_href(root, "canonical"),
        base=next((base.get("href") for base in root.iter("base") if base.get("href")), ""),
        lang=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or "",
        licence=_href(root, "license"),
        persons=tuple(dict.fromkeys(name for one in data for name in _persons(one))),
        states=tuple(dict.fromkeys(date for text, linked in scripts if not linked for date in _states(text))),
    )


def _states(script: str) -> list[str]:
    return _STATE.findall(script) if any(word in script for word in _STATE_WORDS) else []


def _href(root: HtmlElement, rel: str) -> str:
    links = (link for link in root.iter("link", "a") if rel in (link.get("rel") or "").lower().split())
    return next((link.get("href").strip() for link in links if link.get("href")), "")


def _ordered(value: Any) -> list[dict[str, Any]]:
    """Return the objects of articles in ``value``; what is only called a web page comes last."""
    return sorted(_walk(value, 0), key=lambda one: "webpage" in kinds(one))


def _persons(value: Any) -> Iterator[str]:
    """Yield the names of the people whom a graph describes (an article may refer to one by its ``@id`` only)."""
    graph = value.get("@graph") if isinstance(value, dict) else value
    for one in graph[:200] if isinstance(graph, list) else ():
        if isinstance(one, dict) and "person" in kinds(one):
            yield from strings(one)


def _load(text: str) -> Any:
    text = _WRAPPING.sub("", text.strip()[: _MOST_JSON + 1])
    if not text or len(text) > _MOST_JSON:
        return None
    try:
        return json.loads(text.rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects of articles in a JSON-LD value, at whatever depth they lie."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value[:200]:
            yield from _walk(one, depth + 1)
    elif isinstance(value, dict):
        if kinds(value) & ARTICLES or "pubDate" in value:  # the latter is Baidu's, which has no type
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "blogPost", "hasPart"):
            yield from _walk(value.get(key), depth + 1)


def kinds(value: dict[str, Any]) -> frozenset[str]:
    """Return the types of a JSON-LD object, in lower case, without their namespace."""
    named = value.get("@type")
    found = named if isinstance(named, list) else [named]
    return frozenset(one.rsplit("/", 1)[-1].lower() for one in found if isinstance(one, str))


def strings(value: Any, key: str = "name") -> list[str]:
    """Return the texts in a JSON-LD value: itself, the ``key`` of an object, those of a list; other types give none."""
    if isinstance(value, str):
        return [squeeze(value)] if value.strip() else []
    if isinstance(value, dict):
        return strings(value.get(key), key) if isinstance(value.get(key), (str, list)) else []
    if isinstance(value, list):
        return [text for one in value[:50] if not isinstance(one, list) for text in strings(one, key)]
    return []
