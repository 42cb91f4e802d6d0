"""A whole site in invented words, built by the program itself: what the pages show of each other, and odd content."""

from __future__ import annotations

from pathlib import Path

from site_builder.model.site import Site
from tests.build.sites import built, write

SETTINGS = Site(base_url="https://lantern.example/reader/", title="The Lantern Reader")
FRONT = """---
title: {title}
slug: {slug}
dek: {dek}
date: {date}
date_precision: {precision}
authors: [Ann Writer]
publisher: The Lantern
category: Society
topics: [lanterns]
source: {{url: "https://lantern.example/{slug}/"}}
rights: {{status: own}}
status: published
---

"""
LAMPS = """The night market lit its lanterns (灯笼) again. A keeper named Lin Yu (林雨) spoke of good faith (诚信).

## What the city says

The River Lantern Office (河灯办公室) has [a page of its own](https://office.example/lanterns). “Lanterns Light
the River” (#灯笼照亮大河#) had 41 million views by July 2021.

### And what it does not

Nobody counts the lanterns (灯笼) that go out.[^1]

[^1]: Some are lit again.
"""
BOATS = """Boats (小船) carry lanterns (灯笼) now. Good faith (诚信) is the name of the first, and its keeper
is Lin Yu (林雨). “Lanterns Light the River” (#灯笼照亮大河#) had 3 million views by May 2020. Another tag, “Lanterns
Light the Harbour” (#灯笼照亮海港#), was seen less.
"""
LONG = (
    "On the "
    + "very long and winding road of lanterns, " * 6
    + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
)


def many_tags(number: int) -> str:
    """Return an article's body that is hashtags more than anything else."""
    signs = "春夏秋冬山水风云花鸟鱼虫金木火土"
    tags = [f"#{signs[n % 16]}{signs[n // 16]}灯会{signs[(n * 7) % 16]}#" for n in range(number)]
    return "They said " + ", ".join(tags) + ".\n"


def write_whole(root: Path, settings: Site = SETTINGS) -> Path:
    """Write and build the site under ``root``; return its output."""
    front = {"title": "Lanterns at night", "slug": "lamps", "date": "2021-07-14", "precision": "day"}
    write(root, "content/articles/lamps.md", FRONT.format(**front, dek="The market is lit again.") + LAMPS)
    front = {"title": "Boats with lamps", "slug": "boats", "date": "2020", "precision": "year"}
    write(root, "content/articles/boats.md", FRONT.format(**front, dek="They float.") + BOATS)
    front = {"title": LONG, "slug": "tags", "date": "2019-05", "precision": "month"}
    write(root, "content/articles/tags.md", FRONT.format(**front, dek=f"A dek. {LONG}") + many_tags(200))
    write(
        root,
        "content/topics/lanterns.md",
        "---\ntitle: Lanterns\n---\n\nOf lanterns, 灯笼, and those who light them.\n",
    )
    write(root, "content/topics/fog.md", "---\ntitle: Fog\n---\n\nNothing yet.\n")
    write(root, "content/pages/about.md", "---\ntitle: About\n---\n\nWho we are.\n")
    built(root, settings)
    return root / "output"
