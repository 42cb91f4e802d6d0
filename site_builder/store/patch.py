"""Changes in YAML lists of entries that leave every other character of the file as a person wrote it.

Input: the text of a file that is a list of mappings, bare or under one key. Output: the text with one
entry added, changed or taken out; comments, order and style of the rest stay. ``Unpatchable`` says
that the file has a form that only a person can change.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml


class Unpatchable(Exception):  # noqa: N818 - says what the text is
    """The text is not a list of entries that can be changed in place."""


class _Dumper(yaml.CSafeDumper):
    """The safe dumper, with text of several lines as a block."""


def _block(dumper: yaml.CSafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Dumper.add_representer(str, _block)


def append(text: str, entry: Mapping[str, object]) -> str:
    """Return ``text`` with ``entry`` after the last one; an empty text becomes a list of one."""
    items = _items(text)
    if items is None:
        return _lines_end(text) + _dump(entry, 0)
    if items.flow_style:
        return _append_flow(text, items, entry)
    end = _end(text, items.value[-1])
    column = _dash(text, items.value[-1])
    return f"{_lines_end(text[:end])}{_dump(entry, column)}{text[end:]}"


def replace(text: str, index: int, entry: Mapping[str, object]) -> str:
    """Return ``text`` with the entry at ``index`` made equal to ``entry``; values that stay keep their text."""
    items = _items(text)
    item = _item(items, index)
    if item.flow_style:
        return text[: item.start_mark.index] + _flow(entry) + text[item.end_mark.index :]
    pairs = [(key.value, value) for key, value in item.value]
    ends = [*(key.start_mark.index for key, _ in item.value[1:]), _end(text, item)]
    column = item.start_mark.column
    out, at = text[: item.start_mark.index], item.start_mark.index
    for (key, node), end in zip(pairs, ends, strict=True):
        same = isinstance(node, yaml.ScalarNode) and key in entry and node.value == str(entry[key])
        if same or key not in entry:
            out += text[at:end] if same else ""
        else:
            out += _indented({key: entry[key]}, column) + " " * column
        at = end
    out = out.rstrip(" ") if out.endswith("\n" + " " * column) else out
    added = {key: value for key, value in entry.items() if key not in dict(pairs)}
    more = " " * column + _indented(added, column) if added else ""
    return f"{_lines_end(out)}{more}{text[at:]}"


def remove(text: str, index: int) -> str:
    """Return ``text`` without the entry at ``index``."""
    items = _items(text)
    item = _item(items, index)
    if items is None or items.flow_style:
        raise Unpatchable
    start = text.rfind("\n", 0, item.start_mark.index) + 1
    if text[start : item.start_mark.index].strip(" -") or len(items.value) == 1:
        raise Unpatchable
    return text[:start] + text[_end(text, item) :]


def _items(text: str) -> yaml.SequenceNode | None:
    """Return the list in ``text``; None where there is nothing but comments, or one key without a value."""
    node = yaml.compose(text, yaml.CBaseLoader)
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        node = node.value[0][1]
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value and not node.style):
        return None
    if not isinstance(node, yaml.SequenceNode):
        raise Unpatchable
    return node


def _item(items: yaml.SequenceNode | None, index: int) -> yaml.MappingNode:
    if items is None or index >= len(items.value) or not isinstance(items.value[index], yaml.MappingNode):
        raise Unpatchable
    node: yaml.MappingNode = items.value[index]
    return node


def _end(text: str, node: yaml.Node) -> int:
    """Return where the lines of a block node end: what follows it, blank lines and comments, is not its own."""
    start, column = node.start_mark.index, node.start_mark.column
    end = text.find("\n", max(start, node.end_mark.index - 1)) + 1 or len(text)
    while (line := text.rfind("\n", start, end - 1) + 1) > start and _foreign(text[line:end], column):
        end = line
    return end


def _foreign(line: str, column: int) -> bool:
    bare = line.strip()
    return not bare or len(line) - len(line.lstrip()) < column


def _dash(text: str, node: yaml.Node) -> int:
    """Return the column of the dash before an entry."""
    start = text.rfind("\n", 0, node.start_mark.index) + 1
    dash = text.find("-", start, node.start_mark.index)
    if dash < 0:
        raise Unpatchable
    return dash - start


def _lines_end(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _dump(entry: Mapping[str, object], column: int) -> str:
    """Return a block entry whose dash stands at ``column``."""
    return f"{' ' * column}- {_indented(entry, column + 2)}"


def _indented(entry: Mapping[str, object], column: int) -> str:
    """Return the keys of an entry as lines at ``column``, but for the indent of the first."""
    text = yaml.dump(dict(entry), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9)
    return "".join(" " * column + line if line.strip() else line for line in text.splitlines(keepends=True)).lstrip(" ")


def _flow(entry: Mapping[str, object]) -> str:
    text: str = yaml.dump(
        dict(entry), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=True
    )
    return text.rstrip("\n")


def _append_flow(text: str, items: yaml.SequenceNode, entry: Mapping[str, object]) -> str:
    end = items.end_mark.index - 1
    comma = ", " if items.value else ""
    return f"{text[:end].rstrip()}{comma}{_flow(entry)}{text[end:]}"
