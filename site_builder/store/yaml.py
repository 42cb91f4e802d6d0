"""YAML that people write, read strictly: a closed set of keys, plain values, every problem with its place.

Input: text. Output: a ``Form`` that hands out values by key and gathers what is wrong with them.
Tags, anchors and aliases are refused, so nothing can run, loop or grow; scalars stay text
(``no``, ``1e3`` and ``2019`` mean what they look like).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

import yaml

from site_builder.model.issue import Issue, Severity, Where
from site_builder.model.wording import did_you_mean, shorten

T = TypeVar("T", bound=str)
N = TypeVar("N", bound=yaml.Node)

_DEEPEST = 20  # levels of nesting; libyaml's composer is recursive and would overflow the C stack on 100,000
_ANCHOR = "anchors and aliases (&, *) are not allowed here; quote the value to mean the sign"
_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_PLAIN_TAGS = frozenset(_TAGS.values())
_NONE = frozenset({"", "~", "null", "Null", "NULL"})
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_UNSAFE = re.compile(f"{_BIDI.pattern}|{_CONTROL.pattern}|[\ud800-\udfff]")


class _Loader(yaml.CBaseLoader):
    """libyaml's parser, for nodes only: scalars are text, so there is nothing to resolve."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Need no path to a node."""

    def ascend_resolver(self) -> None:
        """Need no path to a node."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return the tag of a node that was written without one."""
        return _TAGS[kind]


class Form:
    """One YAML mapping under reading. ``found`` is shared by a form and its sub-forms; it fills as values are asked."""

    __slots__ = ("_nodes", "_pairs", "first_line", "found", "path", "where")

    def __init__(self, node: yaml.MappingNode, path: str, first_line: int, found: list[Issue]) -> None:
        self.path, self.first_line, self.found = path, first_line, found
        self.where = self.place(node)
        self._pairs = node.value
        self._nodes: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if type(key) is yaml.ScalarNode and key.value not in self._nodes and value.tag in _PLAIN_TAGS:
                self._nodes[key.value] = value
            else:
                self._add(key, value)

    def _add(self, key: yaml.Node, value: yaml.Node) -> None:
        if not isinstance(key, yaml.ScalarNode):
            self.problem(key, "E014", "a key must be plain text")
        elif key.value in self._nodes:
            self.problem(key, "W106", f'key "{key.value}" stands twice; the first one counts', severity="warning")
        else:
            self._nodes[key.value] = value
            if value.tag not in _PLAIN_TAGS:
                self.problem(value, "E015", f"the tag {value.tag} is not allowed here", "write the plain value")

    def place(self, node: yaml.Node) -> Where:
        """Return where ``node`` stands in its file."""
        return Where(self.path, node.start_mark.line + self.first_line, node.start_mark.column + 1)

    def at(self, key: str) -> Where:
        """Return where the value of ``key`` stands, or the form itself."""
        node = self._nodes.get(key)
        return self.where if node is None else self.place(node)

    def problem(
        self, at: yaml.Node | str, code: str, message: str, hint: str = "", severity: Severity = "error"
    ) -> None:
        """Note one problem, at a node or at the value of a key."""
        where = self.at(at) if isinstance(at, str) else self.place(at)
        self.found.append(Issue(where, code, message, severity, hint))

    def only(self, keys: Collection[str]) -> None:
        """Report every key that is not one of ``keys``, with the nearest one that is."""
        if self._nodes.keys() <= set(keys):
            return
        for key, _ in self._pairs:
            if isinstance(key, yaml.ScalarNode) and key.value not in keys:
                message = f'unknown key "{shorten(key.value)}"{did_you_mean(key.value, keys)}'
                self.problem(key, "E012", message, f"known keys: {', '.join(keys)}")

    def has(self, key: str) -> bool:
        """Tell whether ``key`` has a value that is not null."""
        node = self._nodes.get(key)
        return node is not None and not (isinstance(node, yaml.ScalarNode) and _is_null(node))

    def text(self, key: str, *, required: bool = False, lines: bool = False) -> str:
        """Return the text of ``key``, stripped, or ``""``. Only with ``lines`` may it run over several."""
        node = self._nodes.get(key)
        if type(node) is yaml.ScalarNode and node.value.isprintable() and node.value not in _NONE:
            value: str = node.value  # the usual case
            return value.strip()
        if node is None or (isinstance(node, yaml.ScalarNode) and _is_null(node)):
            if required:
                self.problem(key, "E016", f'"{key}" is missing or empty', f"add: {key}: …")
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self.problem(node, "E014", f'"{key}" must be text, not a {_kind(node)}')
            return ""
        return self._clean(node, key, lines=lines)

    def verbatim(self, key: str) -> str:
        """Return the text of ``key`` with its spaces and line ends, or ``""``: for words that must match others."""
        node = self._nodes.get(key)
        if isinstance(node, yaml.ScalarNode):
            self._clean(node, key, lines=True)
            return "" if _is_null(node) else str(node.value)
        return self.text(key)

    def _clean(self, node: yaml.ScalarNode, key: str, *, lines: bool = False) -> str:
        value: str = node.value.strip()
        if value.isprintable():
            return value
        if "\n" in value and not lines:
            self.problem(node, "E014", f'"{key}" must stand on one line')
        if _UNSAFE.search(value):
            self._unsafe(node, key, value)
        return value

    def _unsafe(self, node: yaml.Node, key: str, value: str) -> None:
        if _BIDI.search(value):
            self.problem(node, "W102", f'"{key}" has invisible direction marks', "delete them", "warning")
        if _CONTROL.search(value):
            self.problem(node, "W103", f'"{key}" has control characters', "delete them", "warning")
        if re.search("[\ud800-\udfff]", value):
            self.problem(node, "E014", f'"{key}" has half a character (a lone surrogate)', "write the character itself")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts of ``key``; a missing or null one is empty."""
        return tuple(self._clean(node, key) for node in self._items(key, yaml.ScalarNode, "a text") if node.value)

    def choice(self, key: str, choices: tuple[T, ...], default: T) -> T:
        """Return the value of ``key`` where it is one of ``choices``, else ``default``."""
        value = self.text(key)
        for choice in choices:
            if choice == value:
                return choice
        if value:
            message = f'"{key}" cannot be "{shorten(value)}"{did_you_mean(value, choices)}'
            self.problem(key, "E017", message, f"one of: {', '.join(choices)}")
        return default

    def number(self, key: str, low: int, high: int) -> int | None:
        """Return the whole number of ``key``, or None where there is none between ``low`` and ``high``."""
        value = self.text(key)
        if not value:
            return None
        if value.isascii() and value.isdigit() and len(value) <= len(str(high)) and low <= int(value) <= high:
            return int(value)
        self.problem(key, "E017", f'"{key}" must be a whole number from {low} to {high}, not "{shorten(value)}"')
        return None

    def form(self, key: str) -> Form | None:
        """Return the mapping under ``key`` as a form, or None."""
        if not self.has(key):
            return None
        node = self._nodes[key]
        if isinstance(node, yaml.MappingNode):
            return Form(node, self.path, self.first_line, self.found)
        self.problem(node, "E014", f'"{key}" must be a mapping, not a {_kind(node)}')
        return None

    def forms(self, key: str) -> Iterator[Form]:
        """Return the mappings in the list under ``key``."""
        for node in self._items(key, yaml.MappingNode, "a mapping"):
            yield Form(node, self.path, self.first_line, self.found)

    def _items(self, key: str, kind: type[N], name: str) -> Iterator[N]:
        if not self.has(key):
            return
        node = self._nodes[key]
        if not isinstance(node, yaml.SequenceNode):
            hint = f"write: {key}: [{shorten(node.value)}]" if isinstance(node, yaml.ScalarNode) else ""
            self.problem(node, "E014", f'"{key}" must be a list, not a {_kind(node)}', hint)
            return
        for item in node.value:
            if isinstance(item, kind) and item.tag in _PLAIN_TAGS:
                yield item
            else:
                self.problem(item, "E014", f'each item of "{key}" must be {name}, not a {_kind(item)}')


def _is_null(node: yaml.ScalarNode) -> bool:
    return not node.value.strip() or (not node.style and node.value in _NONE)


def _kind(node: yaml.Node) -> str:
    if node.tag not in _PLAIN_TAGS:
        return f"value tagged {node.tag}"
    if isinstance(node, yaml.ScalarNode):
        return "text"
    return "list" if isinstance(node, yaml.SequenceNode) else "mapping"


def read_form(text: str, path: str, first_line: int, found: list[Issue]) -> Form | None:
    """Return the mapping that ``text`` holds, or None with the reason added to ``found``.

    ``first_line`` is the line of ``path`` on which ``text`` begins.
    """
    node = read_node(text, path, first_line, found)
    if node is None:
        return None
    if isinstance(node, yaml.MappingNode) and node.tag in _PLAIN_TAGS:
        return Form(node, path, first_line, found)
    where = Where(path, node.start_mark.line + first_line, node.start_mark.column + 1)
    found.append(Issue(where, "E014", f"must be a list of keys with values, not a {_kind(node)}", hint="title: …"))
    return None


def read_list(text: str, path: str, name: str, found: list[Issue]) -> Iterator[Form]:
    """Return the mappings of a file that is a list, or a list under the one key ``name``."""
    node = read_node(text, path, 1, found)
    if node is None:
        return iter(())
    if isinstance(node, yaml.MappingNode):
        form = Form(node, path, 1, found)
        form.only((name,))
        return form.forms(name)
    mark = node.start_mark
    key = yaml.ScalarNode("tag:yaml.org,2002:str", name, mark, mark)
    return Form(yaml.MappingNode("tag:yaml.org,2002:map", [(key, node)], mark, mark), path, 1, found).forms(name)


def read_node(text: str, path: str, first_line: int, found: list[Issue]) -> yaml.Node | None:
    """Return the one document of ``text`` as nodes, or None; what is wrong is added to ``found``."""
    try:
        problem = _forbidden(text)
        node = None if problem else yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark if _unclosed(error) else error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        message, hint = _say(error, text)
        found.append(Issue(Where(path, line, column), "E011", message, hint=hint))
        return None
    except yaml.YAMLError as error:  # a character that YAML does not allow: no mark
        found.append(Issue(Where(path, first_line, 1), "E011", f"not YAML: {str(error).splitlines()[0]}"))
        return None
    if problem:
        line, column, message = problem
        found.append(Issue(Where(path, line + first_line, column + 1), "E015", message))
    return node


def _forbidden(text: str) -> tuple[int, int, str] | None:
    """Return line and column, from 0, of the first anchor, alias or too deep nesting, and what is wrong with it."""
    openings = text.count("[") + text.count("{") + text.count("- ") + text.count("? ")
    if openings <= _DEEPEST and "&" not in text and "*" not in text:
        return None
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        mark = event.start_mark
        if mark is not None and getattr(event, "anchor", None):
            return (
                mark.line,
                mark.column,
                _ANCHOR,
            )
        if mark is not None and depth > _DEEPEST:
            return mark.line, mark.column, "nested too deeply"
    return None


def _unclosed(error: yaml.MarkedYAMLError) -> bool:
    """Tell whether a quote is open at the end of the file: the place to mend is where it opens."""
    return "unexpected end of stream" in str(error.problem) and "quoted scalar" in str(error.context)


def _say(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """Return what is wrong and how to mend it, for the errors that people make."""
    problem = str(error.problem or error.context or "not YAML")
    rules: tuple[tuple[Callable[[], bool], str, str], ...] = (
        (lambda: "mapping values are not allowed" in problem, 'a value with ": " in it', 'put it in quotes: "…"'),
        (lambda: "cannot start any token" in problem and "\t" in text, "a tab as indent", "use spaces"),
        (lambda: _unclosed(error), "a quote that is opened and not closed", "close it on its line"),
        (lambda: "undefined alias" in problem, "a value that begins with *", 'put it in quotes: "…"'),
    )
    for holds, message, hint in rules:
        if holds():
            return f"not YAML: {message} ({problem})", hint
    return f"not YAML: {problem}", ""
