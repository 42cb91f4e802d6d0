"""Opens the lexicon: what ``annotate`` compiles is kept by ``store``, and this ties the two.

Input: the user's dictionary, a folder for caches. Output: a ``Lexicon``, once a worker, and what names files by it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from site_builder.annotate import lexicon
from site_builder.model.han import has_hanzi
from site_builder.store import lexicon as stored


def open_lexicon(cache: Path, dictionary: Path | None = None, *, polyphones: bool = True) -> lexicon.Lexicon:
    """Return the lexicon, its index compiled into ``cache`` when none is there for these sources.

    ``dictionary`` is a CC-CEDICT file newer than the one that comes with the program. Raises ``SiteError``
    where it cannot be read or has a line of another form.
    """
    made = stored.index(cache, lambda: _compiled_aside(cache, dictionary), lexicon.VERSION, dictionary)
    try:
        return lexicon.load(made, polyphones=polyphones)
    except ValueError:  # damaged on disk: do without it
        return lexicon.load(_compiled(dictionary), polyphones=polyphones)


def _compiled_aside(cache: Path, dictionary: Path | None) -> stored.Index:
    """Compile in a process of its own, once a machine: what that takes is given back, and this one stays small."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    try:
        with ProcessPoolExecutor(1, get_context("spawn")) as aside:
            aside.submit(_keep, cache, dictionary).result()
    except (OSError, RuntimeError):  # no process to be had, or it was ended
        return _compiled(dictionary)
    return stored.index(cache, lambda: _compiled(dictionary), lexicon.VERSION, dictionary)


def _keep(cache: Path, dictionary: Path | None) -> None:
    stored.index(cache, lambda: _compiled(dictionary), lexicon.VERSION, dictionary)


def _compiled(dictionary: Path | None) -> bytes:
    from site_builder.annotate.compile import Material, compile_index  # noqa: PLC0415

    return compile_index(Material(*stored.texts(dictionary)))


def romaniser(cache: Path) -> Callable[[str], str]:
    """Return what writes the Chinese words of a text as pinyin without tones, for names in addresses (``ü`` is ``v``).

    The lexicon is opened at the first text that has Chinese, from the user's cache or from ``cache``.
    """

    @functools.cache
    def opened() -> lexicon.Lexicon:
        return open_lexicon(stored.machine_cache(cache))

    def romanise(text: str) -> str:
        if not has_hanzi(text):
            return text
        from site_builder.annotate.answer import Request, answer  # noqa: PLC0415 - most titles have no Chinese

        (said,) = answer([Request("", text)], opened())
        return "".join(
            f" {''.join(syllable.rstrip('12345') for syllable in piece.syllables)} "
            if piece.syllables
            else piece.token.text
            for piece in said.pieces
        )

    return romanise
