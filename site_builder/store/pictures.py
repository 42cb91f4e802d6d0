"""Keeps the pictures that an article shows: fetched, made anew, and stored in the article's own folder.

Input: an article's Markdown and a way to fetch. Output: the Markdown with the site's own addresses, the old ones as
titles; an issue for each picture that could not be had, whose reference stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.model.issue import Issue, Where
from site_builder.model.scrape import Scrape
from site_builder.store.content import ARTICLES, PICTURE
from site_builder.store.files import write_atomic

if TYPE_CHECKING:
    from PIL.Image import Image

Fetch = Callable[[str, str], Scrape | Issue]
"""Gets (address, file that names it); returns what is there, or why it was not fetched."""

_ALT = r"!\[(?:[^\]\\\n]|\\.)*\]"
_FOREIGN = re.compile(rf"({_ALT})\((https?://[^\s()<>\"\\]+)\)")
_LOCAL = re.compile(rf"{_ALT}\((/articles/[\w-]+/\d{{1,4}}\.\w+) \"(https?://[^\s()<>\"]+)\"\)")
_MOST_BYTES = 20_000_000
_MOST_PIXELS = 40_000_000  # some 160 MB in memory
_MOST = 100  # pictures of one article
_SUFFIX = {"PNG": "png", "GIF": "png", "JPEG": "jpg", "WEBP": "webp"}
_PLAIN = {"PNG": {"L", "LA", "RGB", "RGBA"}, "JPEG": {"L", "RGB"}, "WEBP": {"RGB", "RGBA"}}


class PictureError(ValueError):
    """These bytes are no picture that is kept; the message says why, for a person."""


def relink(body: str, old: str) -> str:
    """Return ``body`` with the pictures that ``old``, an earlier text of the article, has in its folder."""
    known = {address: file for file, address in _LOCAL.findall(old)}
    if not known:
        return body
    return _FOREIGN.sub(lambda one: _link(one, known[one[2]]) if one[2] in known else one[0], body)


def keep(root: Path, slug: str, body: str, fetch: Fetch) -> tuple[str, tuple[Issue, ...]]:
    """Fetch and store the pictures of ``body`` that are elsewhere; return it with their new addresses."""
    path, issues, kept = f"{ARTICLES}/{slug}.md", [], {}
    folder = root / ARTICLES / slug
    number = max((int(one.stem) for one in folder.glob("*.*") if PICTURE.fullmatch(f"{slug}/{one.name}")), default=0)
    for address in list(dict.fromkeys(url for _, url in _FOREIGN.findall(body)))[:_MOST]:
        got = fetch(address, path)
        try:
            if isinstance(got, Issue):
                issues.append(got)
                continue
            suffix, data = made_anew(got.data)
            write_atomic(folder / f"{number + 1}.{suffix}", data)
        except (PictureError, OSError) as problem:
            issues.append(Issue(Where(path), "E004", f"the picture {address} was not kept: {problem}"))
            continue
        number += 1
        kept[address] = f"/articles/{slug}/{number}.{suffix}"
    body = _FOREIGN.sub(lambda one: _link(one, kept[one[2]]) if one[2] in kept else one[0], body)
    return body, tuple(issues)


def _link(found: re.Match[str], file: str) -> str:
    return f'{found[1]}({file} "{found[2]}")'


def made_anew(data: bytes) -> tuple[str, bytes]:
    """Return (ending of the name, bytes) of a picture: its first frame, without all that is no pixel.

    Raises ``PictureError`` for what is too large, damaged, or none of PNG, JPEG, WebP and GIF.
    """
    import warnings  # noqa: PLC0415 - only needed with --images

    from PIL import Image  # noqa: PLC0415 - as above

    if len(data) > _MOST_BYTES:
        message = f"it is larger than {_MOST_BYTES:,} bytes"
        raise PictureError(message)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=tuple(_SUFFIX)) as opened:
                return _encoded(opened, opened.format or "PNG")
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        message = "it has too many pixels"
        raise PictureError(message) from problem
    except Exception as problem:  # damaged files raise whatever a decoder stumbled on
        message = "it is no PNG, JPEG, WebP or GIF that can be read"
        raise PictureError(message) from problem


def _encoded(opened: Image, kind: str) -> tuple[str, bytes]:
    from PIL import ImageOps  # noqa: PLC0415 - as above

    if opened.width * opened.height > _MOST_PIXELS:
        message = f"it has more than {_MOST_PIXELS:,} pixels"
        raise PictureError(message)
    kind = "PNG" if kind == "GIF" else kind
    image = ImageOps.exif_transpose(opened)
    if image.mode not in _PLAIN[kind]:
        clear = kind != "JPEG" and (image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info)
        image = image.convert("RGBA" if clear else "RGB")
    image.info = {}
    written = BytesIO()
    image.save(written, kind, **({"quality": 85} if kind != "PNG" else {"optimize": True}))
    return _SUFFIX[kind], written.getvalue()
