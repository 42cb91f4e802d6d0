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

    def make() -> bytes:
        from site_builder.annotate.compile import Material, compile_index  # noqa: PLC0415 - once a machine

        return compile_index(Material(*stored.texts(dictionary)))

    made = stored.index(cache, make, lexicon.VERSION, dictionary)
    try:
        return lexicon.load(made, polyphones=polyphones)
    except ValueError:  # damaged on disk: do without it
        return lexicon.load(make(), polyphones=polyphones)


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
