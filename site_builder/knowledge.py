"""Opens the lexicon: what ``annotate`` compiles is kept by ``store``, and this ties the two.

Input: the user's dictionary, a folder for caches. Output: a ``Lexicon``, once a worker.
"""

from __future__ import annotations

from pathlib import Path

from site_builder.annotate import lexicon
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
