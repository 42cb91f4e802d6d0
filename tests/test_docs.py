"""The documents say what is true: every verb and flag, every dependency, every file they lead to."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.cli import parser

ROOT = Path(__file__).parents[1]
DOCS = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "CHANGELOG.md"])
COMMANDS = (ROOT / "docs/commands.md").read_text("utf-8")


def verbs() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


VERBS = list(verbs())


def flags(one: argparse.ArgumentParser) -> set[str]:
    return {flag for action in one._actions for flag in action.option_strings}


def section(title: str) -> str:
    """Return what commands.md says under a heading."""
    return re.split(r"^## ", COMMANDS, flags=re.MULTILINE)[1:][headings().index(title)]


def headings() -> list[str]:
    return re.findall(r"^## (.+)$", COMMANDS, re.MULTILINE)


def written(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text))


def test_every_verb_has_its_section() -> None:
    assert sorted(headings()) == sorted(["Common flags", *(name for name, _ in VERBS)])


@pytest.mark.parametrize(("name", "one"), VERBS, ids=[name for name, _ in VERBS])
def test_every_flag_is_explained(name: str, one: argparse.ArgumentParser) -> None:
    common = flags(parser())
    said = written(section("Common flags"))
    assert common <= said
    assert flags(one) - common <= written(section(name))


def test_every_dependency_is_listed_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(name for names in project["project"]["optional-dependencies"].values() for name in names),
        *project["dependency-groups"]["dev"],
    ]
    names = {re.split(r"[\[<>=~!; ]", name)[0] for name in wanted}
    rows = re.findall(
        r"^\| ([\w.-]+) \| ([^|]+) \| [^|]+ \|$", (ROOT / "docs/dependencies.md").read_text("utf-8"), re.MULTILINE
    )
    table = dict(rows)
    table.pop("package", None)
    assert table.keys() - {"---"} == names
    assert not [name for name, licence in table.items() if "GPL" in licence]


@pytest.mark.parametrize("path", DOCS, ids=[path.relative_to(ROOT).as_posix() for path in DOCS])
def test_every_link_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda path: path.name)
def test_workflows_trust_no_name_that_can_move(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"uses: \S+@(?![0-9a-f]{40} # v)\S*", text) == []
    assert "permissions:\n  contents: read\n" in text
    assert re.findall(r"run:[^\n]*\$\{\{", text) == []


def test_the_public_site_is_built_strictly() -> None:
    workflow = (ROOT / ".github/workflows/publish.yml").read_text("utf-8")
    assert "site-builder build --public --strict --base-url" in workflow
