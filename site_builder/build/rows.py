"""The first map, over articles: reads what changed, then annotates what depends on it.

Input: the last state, the files as they are. Output: rows as they should be now, and why each was redone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from site_builder.build import guides
from site_builder.build.bench import Bench, put
from site_builder.build.maps import Marked, mark_articles, read_articles
from site_builder.build.pool import Map
from site_builder.build.scan import Scan, key
from site_builder.build.state import Row, State

CHUNK = 20
"""Articles in one task: enough to make its cost small, few enough that no worker waits long for another."""

FOLDER = "content/articles/"


def chunks(items: Sequence[Any], size: int = CHUNK) -> list[Sequence[Any]]:
    """Return ``items`` in pieces of at most ``size``."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def read_rows(state: State, seen: Scan, bench: Bench, run: Map) -> dict[str, Row]:
    """Return a row for each article file, by path; only those whose text changed are read."""
    keys = {
        path: key(seen.parts["program"], "text", path, seen.of(path))
        for path in sorted(seen.files)
        if _is_article(path)
    }
    rows: dict[str, Row] = {}
    stale = []
    for path, text_key in keys.items():
        old = state.rows.get(path)
        if old is not None and old.text_key == text_key:
            rows[path] = old
        else:
            stale.append((path, text_key))
    for done in run(read_articles, [(bench, list(chunk)) for chunk in chunks(stale)]):
        for plain in done:
            row = Row(*plain)
            rows[row.path] = row
    return {path: rows[path] for path in keys}


def _is_article(path: str) -> bool:
    return path.startswith(FOLDER) and path[len(FOLDER) :].lower().endswith(".md") and "/" not in path[len(FOLDER) :]


def mark_rows(
    rows: Mapping[str, Row],
    state: State,
    before: guides.Entries,
    known: guides.Entries,
    seen: Scan,
    bench: Bench,
    run: Map,
) -> tuple[dict[str, Row], dict[str, str]]:
    """Return ``rows`` annotated, and for each that was redone the reason; new blocks go into ``state``."""
    fresh = guides.changed(before, known)
    strange = tuple(guides.odd(fresh))
    common = key(seen.parts["program"], seen.parts["dictionary"], repr(bench.site.public), bench.site.dictionary)
    stale: list[tuple[Row, bytes]] = []
    why: dict[str, str] = {}
    for path, row in rows.items():
        notes = f"content/annotations/{row.slug}.yaml"
        mark_key = key(common, "mark", row.text_key, seen.of(notes))
        reason = _reason(row, state.rows.get(path), mark_key, fresh, strange)
        if reason:
            stale.append((row, mark_key))
            why[path] = reason
    made = _marked(stale, state, known, bench, run)
    return {path: made.get(path, row) for path, row in rows.items()}, why


def _reason(row: Row, old: Row | None, mark_key: bytes, fresh: frozenset[str], strange: tuple[str, ...]) -> str:
    """Return why an article must be annotated, or nothing."""
    if old is None:
        return "new"
    if old.mark_key != mark_key or not old.mark:
        return "its text changed" if old.text_key != row.text_key else "its notes, or the program, changed"
    here = guides.words_in(row.han, fresh) if fresh else []
    here += [word for word in strange if word in row.han]
    return f"more is known of {'、'.join(here[:3])}" if here else ""


def _marked(
    stale: Sequence[tuple[Row, bytes]], state: State, known: guides.Entries, bench: Bench, run: Map
) -> dict[str, Row]:
    if not stale:
        return {}
    guide = put(bench, dict(known))
    block = max(state.blocks, default=-1) + 1
    pieces = chunks(stale)
    tasks = [(bench, guide, [(row.slug, row.text, row.han) for row, _ in piece]) for piece in pieces]
    made: dict[str, Row] = {}
    for piece, (shards, marked) in zip(pieces, run(mark_articles, tasks), strict=True):
        state.blocks[block] = shards
        for slot, ((row, mark_key), plain) in enumerate(zip(piece, marked, strict=True)):
            made[row.path] = _with_mark(row, mark_key, (block, slot), Marked(*plain))
        block += 1
    return made


def _with_mark(row: Row, mark_key: bytes, facts: tuple[int, int], one: Marked) -> Row:
    return row._replace(
        mark_key=mark_key,
        facts=facts,
        mark=one.mark,
        full=one.full,
        ref=one.ref,
        terms=one.terms,
        tags=one.tags,
        mined=one.mined,
        tagged=one.tagged,
        mark_issues=one.issues,
        anchors=one.anchors,
        page_key=b"",
    )
