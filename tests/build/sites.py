"""Small sites for tests, in words of our own."""

from __future__ import annotations

from pathlib import Path

from site_builder.build import Report, Request, build
from site_builder.model.site import Site

SONG = """---
title: A song about trust
slug: song
date: 2019-04-24
date_precision: day
authors: [Ann Writer]
publisher: The Reader
topics: [trust]
rights: {status: reserved, holder: The Reader}
status: published
---

The youth league (共青团) made a song about “trust” (诚信) and put it on Weibo.

## What they sang

“Trust Makes Us Great” (#诚信让我们伟大#) was seen by many, a singer named Liu Hong (刘红) said.
"""

BRIDGE = """---
title: A bridge in 重庆
slug: bridge
date: 2020
date_precision: year
authors: [Bo Editor]
publisher: The Reader
topics: [cities]
rights: {status: own}
status: published
---

The new bridge (大桥) in Chongqing (重庆) opened. Few trust (诚信) it.
"""

TOPIC = """---
title: Trust
---

What people say of trust.
"""


PLAIN = Site()


def site(root: Path, **files: str) -> Path:
    """Make a site; ``files`` are articles by slug, over the two that every site has."""
    for slug, text in {"song": SONG, "bridge": BRIDGE, **files}.items():
        write(root, f"content/articles/{slug}.md", text)
    write(root, "content/topics/trust.md", TOPIC)
    return root


def write(root: Path, path: str, text: str) -> None:
    """Write one file of a site."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def built(root: Path, settings: Site = PLAIN, *, strict: bool = False) -> Report:
    """Build the site at ``root`` into its ``output``."""
    return build(Request(root, root / "output", settings, strict=strict))


def pages(root: Path) -> dict[str, bytes]:
    """Return every file of the built site by its path."""
    output = root / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
