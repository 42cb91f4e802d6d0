"""The environment that templates are rendered in: what they may call, and where they are looked for.

Input: folders of templates, the site's own before the packaged ones. Output: a Jinja environment,
made once a process.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from html import unescape
from types import CodeType
from typing import Protocol, TypeAlias

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates
from markupsafe import Markup, escape

from site_builder.model import address
from site_builder.render.han import with_lang
from site_builder.render.why import GUESSED, USUAL, why

Templates: TypeAlias = Environment
"""The name by which other rooms know what ``environment`` returns: only this one imports Jinja."""


class Keeper(Protocol):
    """Keeps compiled templates by name; what it returns it has checked."""

    def load(self, name: str) -> bytes | None:
        """Return what was saved under ``name``, or None."""

    def save(self, name: str, data: bytes) -> None:
        """Keep ``data`` under ``name``."""


class _Quick(Environment):
    """An environment whose templates escape through ``escaped``: they print a hundred values a page."""

    def _compile(self, source: str, filename: str) -> CodeType:
        # The name that the code of a template calls for each ``{{ }}``, as the last word in its own module.
        return super()._compile(f"{source}\nfrom {__name__} import escaped as escape", filename)


def escaped(value: object) -> str:
    """Return ``value`` as text of HTML, like ``markupsafe.escape``, which makes a ``Markup`` of every text first."""
    if type(value) is Markup:
        return value
    if type(value) is str and not _UNSAFE(value):
        return value
    return str(value) if type(value) is int else escape(value)


_UNSAFE = re.compile("[&<>\"']").search


class _Compiled(BytecodeCache):
    """What Jinja asks for compiled templates; it compares the source itself."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def load_bytecode(self, bucket: Bucket) -> None:
        if data := self._keeper.load(bucket.key):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._keeper.save(bucket.key, bucket.bytecode_to_string())


def environment(folders: Sequence[str], keeper: Keeper | None = None) -> Environment:
    """Return the environment for ``folders``, the first that has a template wins.

    ``keeper`` keeps compiled templates for later processes. Undefined names are errors: a template
    that asks for what does not exist fails at once, with its line.
    """
    loader = FileSystemLoader(folders)
    env = _Quick(
        loader=loader,
        bytecode_cache=_Compiled(keeper) if keeper else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters.update(
        han=_han,
        title_line=_title_line,
        why=why,
        plural=_plural,
        term_path=lru_cache(4096)(address.term_path),
        hashtag_path=address.hashtag_path,
        article_path=address.article_path,
        topic_path=address.topic_path,
        feed_path=address.feed_path,
    )
    env.globals["reasons"] = {"usual": USUAL, "guess": GUESSED}
    early, _, _ = loader.get_source(env, "static/early.js")
    env.globals["early"] = Markup(early)  # noqa: S704 - the site's own script
    env.globals["early_hash"] = "sha256-" + b64encode(sha256(early.encode()).digest()).decode()
    return env


def behind(env: Environment, names: Iterable[str]) -> frozenset[str] | None:
    """Return ``names`` and all templates to which they refer, or None where one works out a name as it goes."""
    found: set[str] = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            source = env.loader.get_source(env, name)[0] if env.loader else ""
            for other in find_referenced_templates(env.parse(source)):
                if other is None:
                    return None
                todo.append(other)
    return frozenset(found)


def _plural(number: int, one: str) -> str:
    """Return ``3 places`` or ``1 place``; what is regular only."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"


@lru_cache(8192)  # the same titles stand in one concordance after another
def _han(text: str, script: str = "zh-Hans") -> Markup:
    return Markup(with_lang(text, script))  # noqa: S704 - with_lang escapes


_TITLE = 70  # characters of a title that search engines and tabs show


def _title_line(html: str) -> Markup:
    """Return the title of a page, cut at a word where it is longer than anything shows of it; it is escaped already."""
    text = unescape(html).strip()
    if len(text) > _TITLE:
        head = text[: _TITLE - 1]
        text = head[: max(head.rfind(" "), _TITLE // 2)].rstrip(" ,;:·&") + "…"
    return escape(text)
