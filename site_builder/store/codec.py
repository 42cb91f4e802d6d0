"""Values of the model as plain tuples, for the cache and for other processes.

Input: a type of ``model`` (frozen dataclasses, tuples, literals, enumerations of numbers). Output: two functions,
from a value to nested tuples of strings and numbers, and back. Unlike ``pickle`` it can make nothing but those
values, and it is faster.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import IntEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

Convert = Callable[[Any], Any]


class Codec(NamedTuple):
    """``pack`` makes plain tuples of a value, ``unpack`` the value of them; None where they are the same."""

    pack: Convert | None
    unpack: Convert | None


_SAME = Codec(None, None)


@lru_cache(None)
def codec(kind: Any) -> Codec:
    """Return the codec of ``kind``. Raises ``TypeError`` for what has none."""
    origin = get_origin(kind)
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin in {Union, types.UnionType}:
        return _optional(get_args(kind))
    if isinstance(kind, type):
        if is_dataclass(kind):
            return _record(kind)
        if issubclass(kind, IntEnum):
            return Codec(int, kind)
        if kind in {str, int, float, bool, bytes, type(None)}:
            return _SAME
    elif str(origin) == "typing.Literal":
        return _SAME
    msg = f"no codec for {kind}"
    raise TypeError(msg)


def pack(kind: Any, value: object) -> Any:
    """Return ``value`` as nested tuples."""
    convert = codec(kind).pack
    return convert(value) if convert else value


def unpack(kind: Any, value: Any) -> Any:
    """Return the value that ``pack`` was given."""
    convert = codec(kind).unpack
    return convert(value) if convert else value


def _tuple(kinds: tuple[Any, ...]) -> Codec:
    if len(kinds) == 2 and kinds[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        inner = codec(kinds[0])
        return Codec(_each(inner.pack), _each(inner.unpack))
    parts = [codec(kind) for kind in kinds]
    return Codec(_fixed([part.pack for part in parts]), _fixed([part.unpack for part in parts]))


def _each(convert: Convert | None) -> Convert | None:
    return None if convert is None else lambda values: tuple([convert(value) for value in values])


def _fixed(converts: list[Convert | None]) -> Convert | None:
    """Return a function that converts each place of a tuple by its own function."""
    places = [(place, convert) for place, convert in enumerate(converts) if convert]
    if not places:
        return None

    def convert_all(values: Any) -> tuple[Any, ...]:
        done = list(values)
        for place, convert in places:
            done[place] = convert(done[place])
        return tuple(done)

    return convert_all


def _optional(kinds: tuple[Any, ...]) -> Codec:
    inner = [kind for kind in kinds if kind is not type(None)]
    if len(inner) != 1:
        msg = f"no codec for a choice of {kinds}"
        raise TypeError(msg)
    return Codec(*(_unless_none(convert) for convert in codec(inner[0])))


def _unless_none(convert: Convert | None) -> Convert | None:
    return None if convert is None else lambda value: None if value is None else convert(value)


def _record(kind: type) -> Codec:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    get: Convert = attrgetter(*names)
    read: Convert = get if len(names) > 1 else lambda value: (get(value),)
    parts = [codec(hints[name]) for name in names]
    packed, unpacked = _fixed([part.pack for part in parts]), _fixed([part.unpack for part in parts])
    return Codec(
        read if packed is None else lambda value: packed(read(value)),
        (lambda values: kind(*values)) if unpacked is None else lambda values: kind(*unpacked(values)),
    )
