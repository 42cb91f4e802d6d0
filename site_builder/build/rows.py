"""The first map, over articles: reads what changed, then annotates what depends on it.

Input: the last state, the files as they are. Output: rows as they should be now, and why each was redone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from site_builder.build import guides
from site_builder.build.bench import Bench, get, put
from site_builder.build.maps import Marked, Unmarked, mark_articles, read_articles
from site_builder.build.pool import Map
from site_builder.build.scan import Scan, key
from site_builder.build.state import Plain, Row, Said, State
from site_builder.catalog.evidence import settle
from site_builder.model.editorial import Editorial
from site_builder.store.codec import pack
from site_builder.store.pack import plain_bytes

CHUNK = 20
"""Articles in one task: enough to make its cost small, few enough that no worker waits long for another."""

FOLDER = "content/articles/"


def chunks(items: Sequence[Any], size: int = CHUNK) -> list[Sequence[Any]]:
    """Return ``items`` in pieces of at most ``size``."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def read_rows(state: State, seen: Scan, bench: Bench, run: Map) -> dict[str, Row]:
    """Return a row for each article file, by path; only those whose text changed are read."""
    # Such keys are digests side by side: to hash them again, for ten thousand articles, takes a tenth of an edit.
    program = seen.parts["program"]
    keys = {path: program + seen.files[path][2] for path in sorted(filter(_is_article, seen.files))}
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


def outside(old: Plain, shown: Iterable[Row], editorial: Editorial, bench: Bench) -> tuple[Plain, frozenset[str]]:
    """Return the key and ref of all that is known from outside, and the words of which more is known than before.

    ``old`` is what the last build returned. Claims are read only where one of them, or an editor's word, changed.
    """
    claiming = [row for row in shown if row.claims]
    mark = key(plain_bytes((pack(Editorial, editorial), [row.claims for row in claiming])))
    if old and old[0] == mark:
        return old, frozenset()
    known = guides.entries(editorial, settle(Said(*get(bench, row.said)).claims for row in claiming))
    before = get(bench, old[1])[0] if old else {}
    fresh = guides.changed(before, known)
    return (mark, put(bench, tuple(guides.sought(known))) if fresh or not old else old[1]), fresh


def mark_rows(
    rows: Mapping[str, Row], state: State, fresh: frozenset[str], seen: Scan, bench: Bench, run: Map
) -> tuple[dict[str, Row], dict[str, str]]:
    """Return ``rows`` annotated, and for each that was redone the reason; new blocks go into ``state``.

    ``fresh`` are the words of which more is known than before.
    """
    common = key(seen.parts["program"], seen.parts["dictionary"], repr(bench.site.public), bench.site.dictionary)
    stale: list[tuple[Row, bytes]] = []
    why: dict[str, str] = {}
    for path, row in rows.items():
        notes = f"content/annotations/{row.slug}.yaml"
        mark_key = common + row.text_key + seen.of(notes)
        reason = _reason(bench, row, state.rows.get(path), mark_key, fresh)
        if reason:
            stale.append((row, mark_key))
            why[path] = reason
    made = _marked(stale, state, common, bench, run)
    return {path: made.get(path, row) for path, row in rows.items()}, why


def _reason(bench: Bench, row: Row, old: Row | None, mark_key: bytes, fresh: frozenset[str]) -> str:
    """Return why an article must be annotated, or nothing."""
    if old is None:
        return "new"
    if old.mark_key != mark_key or not old.mark:
        return "its text changed" if old.text_key != row.text_key else "its notes, or the program, changed"
    here = guides.touched(Said(*get(bench, row.said)).han, fresh) if fresh else []
    return f"more is known of {'、'.join(here[:3])}" if here else ""


def _marked(stale: Sequence[tuple[Row, bytes]], state: State, ground: bytes, bench: Bench, run: Map) -> dict[str, Row]:
    block = max(state.blocks, default=-1) + 1
    pieces = chunks(stale)
    tasks = [(bench, state.guide[1], ground, [_unmarked(row, state) for row, _ in piece]) for piece in pieces]
    made: dict[str, Row] = {}
    for piece, (shards, marked) in zip(pieces, run(mark_articles, tasks), strict=True):
        state.blocks[block] = shards
        for slot, ((row, mark_key), plain) in enumerate(zip(piece, marked, strict=True)):
            made[row.path] = _with_mark(row, mark_key, (block, slot), Marked(*plain))
        block += 1
    return made


def _unmarked(row: Row, state: State) -> Plain:
    """Return what marking an article takes; ``state`` still has its last row."""
    old = state.rows.get(row.path)
    return tuple(Unmarked(row.slug, row.text, row.said, old.worked if old else ()))


def _with_mark(row: Row, mark_key: bytes, facts: tuple[int, int], one: Marked) -> Row:
    return row._replace(
        mark_key=mark_key,
        facts=facts,
        mark=one.mark,
        worked=one.worked,
        leaf=one.leaf,
        uses=one.uses,
        near=one.near,
        ref=one.ref,
        mark_issues=one.issues,
        page_key=b"",
    )
