"""Values of the model as plain tuples, for the cache and for other processes.

Input: a type of ``model`` (frozen dataclasses, tuples, named ones too, literals, enumerations of numbers). Output: two
functions, from a value to nested tuples of strings and numbers, and back. Unlike ``pickle`` it can make nothing but
those values, and it is faster: each type gets two functions of one expression, written out as ``dataclasses`` writes
``__init__``, so that a nested value costs no call of its own.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from site_builder.model.making import maker

Convert = Callable[[Any], Any]


class Codec(NamedTuple):
    """``pack`` makes plain tuples of a value, ``unpack`` the value of them; None where they are the same."""

    pack: Convert | None
    unpack: Convert | None


class _Code(NamedTuple):
    """The expressions of a type, with ``{0}`` for the value; "" where packed and unpacked are the same."""

    pack: str
    unpack: str


_SAME = _Code("", "")


@lru_cache(None)
def codec(kind: Any) -> Codec:
    """Return the codec of ``kind``. Raises ``TypeError`` for what has none."""
    names: dict[str, Any] = {}
    code = _code(kind, names, 0)
    return Codec(_function(code.pack, names), _function(code.unpack, names))


def pack(kind: Any, value: object) -> Any:
    """Return ``value`` as nested tuples."""
    convert = codec(kind).pack
    return convert(value) if convert else value


def unpack(kind: Any, value: Any) -> Any:
    """Return the value that ``pack`` was given."""
    convert = codec(kind).unpack
    return convert(value) if convert else value


def _function(code: str, names: dict[str, Any]) -> Convert | None:
    if not code:
        return None
    function: Convert = eval(f"lambda v: {code.format('v')}", names)  # noqa: S307 - made of the names of fields alone
    return function


def _code(kind: Any, names: dict[str, Any], depth: int) -> _Code:
    """Return the expressions of ``kind``; the types that they make are added to ``names``."""
    origin = get_origin(kind)
    if origin is tuple:
        return _tuple(get_args(kind), names, depth)
    if origin in {Union, types.UnionType}:
        return _optional(get_args(kind), names, depth)
    if isinstance(kind, type):
        if is_dataclass(kind) or issubclass(kind, tuple):
            return _record(kind, names, depth) if is_dataclass(kind) else _row(kind, names, depth)
        if issubclass(kind, IntEnum):
            return _Code("int({0})", f"{_named({int(one): one for one in kind}, kind.__name__, names)}[{{0}}]")
        if kind in {str, int, float, bool, bytes, type(None)}:
            return _SAME
    elif str(origin) == "typing.Literal":
        return _SAME
    msg = f"no codec for {kind}"
    raise TypeError(msg)


def _named(thing: Any, name: str, names: dict[str, Any]) -> str:
    """Return the name under which the expressions know ``thing``; types of one name are told apart."""
    while names.setdefault(name, thing) != thing:
        name += "_"
    return name


def _tuple(kinds: tuple[Any, ...], names: dict[str, Any], depth: int) -> _Code:
    if len(kinds) == 2 and kinds[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        inner, each = _code(kinds[0], names, depth + 1), f"v{depth}"
        return _Code(_each(inner.pack, each), _each(inner.unpack, each))
    parts = [_code(kind, names, depth) for kind in kinds]
    places = [f"{{0}}[{number}]" for number in range(len(kinds))]
    return _Code(_fixed([part.pack for part in parts], places), _fixed([part.unpack for part in parts], places))


def _each(code: str, each: str) -> str:
    """Return the expression of a sequence; most sequences of a site are empty, and cost nothing then."""
    return f"(tuple([{code.format(each)} for {each} in {{0}}]) if {{0}} else ())" if code else ""


def _fixed(codes: list[str], places: list[str]) -> str:
    return f"({_joined(codes, places)})" if any(codes) else ""


def _joined(codes: list[str], places: list[str]) -> str:
    """Return the expressions of the parts that stand at ``places``, each with a comma."""
    return "".join(f"{code.format(place) if code else place}, " for code, place in zip(codes, places, strict=True))


def _optional(kinds: tuple[Any, ...], names: dict[str, Any], depth: int) -> _Code:
    inner = [kind for kind in kinds if kind is not type(None)]
    if len(inner) != 1:
        msg = f"no codec for a choice of {kinds}"
        raise TypeError(msg)
    return _Code(*(f"(None if {{0}} is None else {code})" if code else "" for code in _code(inner[0], names, depth)))


def _row(kind: type, names: dict[str, Any], depth: int) -> _Code:
    """Return the expressions of a named tuple."""
    hints = get_type_hints(kind)
    code = _tuple(tuple(hints.values()), names, depth)
    maker = _named(kind, kind.__name__, names)
    return _Code(code.pack or "(*{0},)", f"{maker}(*{code.unpack or '{0}'})")


def _record(kind: type, names: dict[str, Any], depth: int) -> _Code:
    hints = get_type_hints(kind)
    slots = [field.name for field in fields(kind)]
    parts = [_code(hints[slot], names, depth) for slot in slots]
    attributes = [f"{{0}}.{slot}" for slot in slots]
    places = [f"{{0}}[{number}]" for number in range(len(slots))]
    made = _joined([part.unpack for part in parts], places) if any(part.unpack for part in parts) else "*{0}"
    made_by = _named(maker(kind), kind.__name__, names)
    return _Code(f"({_joined([part.pack for part in parts], attributes)})", f"{made_by}({made})")
