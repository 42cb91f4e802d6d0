"""Keeps the packs small: what no later build will ask for goes, once it is more than what one will.

Input: the state that is about to be saved, the folder of packs. Output: the state with its refs as they are then.
The packs of the last state are removed only after the new one is on disk, so that a kill costs space, not values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from site_builder.build.shelf import Part
from site_builder.build.state import Plain, State
from site_builder.store import packs
from site_builder.store.packs import Ref

SPARE = 16_000_000
"""Bytes of dead values that are always left alone: to copy what lives costs more than they do."""

Move = Callable[[Plain], Plain]


def packed(state: State, folder: Path) -> tuple[State, frozenset[str]]:
    """Return ``state`` with its values copied into a new pack, where more than half of the packs is dead.

    Returns the names of the packs to which it leads, too. A value that cannot be read leaves everything as it is:
    the next build that needs it will say so.
    """
    refs = [ref for ref in _refs(state) if ref]
    names = frozenset([state.pack, *(ref[0] for ref in refs)])
    size = packs.size(folder)
    if size <= SPARE or size <= SPARE + 2 * sum(ref[2] for ref in refs):
        return state, names
    name = f"main-{state.number}"
    writer = packs.Writer(folder, name)

    def move(ref: Plain) -> Plain:
        return tuple(writer.copy(folder, Ref(*ref))) if ref else ref

    try:
        return replace(_moved(state, move), pack=name), frozenset({name})
    except OSError:
        return state, names | {name}


def lost(state: State, folder: Path) -> frozenset[Plain]:
    """Return the refs of the state that lead to no value any more."""
    return frozenset(ref for ref in _refs(state) if ref and not packs.whole(str(folder), Ref(*ref)))


def _refs(state: State) -> Iterator[Plain]:
    for row in state.rows.values():
        yield from (row.text, row.said, row.mark, row.worked, row.leaf, row.uses)
    for refs in state.blocks.values():
        yield from refs
    yield from state.lines.values()
    yield from chain.from_iterable(state.merged.values())
    yield from (part[0] for shelf in (state.terms, state.tags) for part in shelf.values())
    yield from (noted[1] for noted in (state.guide, state.topics, state.related) if noted)


def _moved(state: State, move: Move) -> State:
    """Return the state with every ref in it passed through ``move``."""
    return replace(
        state,
        rows={
            path: row._replace(
                text=move(row.text),
                said=move(row.said),
                mark=move(row.mark),
                worked=move(row.worked),
                leaf=move(row.leaf),
                uses=move(row.uses),
            )
            for path, row in state.rows.items()
        },
        blocks={number: tuple(move(ref) for ref in refs) for number, refs in state.blocks.items()},
        lines={shard: move(ref) for shard, ref in state.lines.items()},
        merged={shard: tuple(move(ref) for ref in refs) for shard, refs in state.merged.items()},
        terms={number: tuple(Part(*part)._replace(ref=move(part[0]))) for number, part in state.terms.items()},
        tags={number: tuple(Part(*part)._replace(ref=move(part[0]))) for number, part in state.tags.items()},
        guide=_second(state.guide, move),
        topics=_second(state.topics, move),
        related=_second(state.related, move),
    )


def _second(noted: Plain, move: Move) -> Plain:
    """Return (key, ref, …) with its ref moved."""
    return (noted[0], move(noted[1]), *noted[2:]) if noted else noted
