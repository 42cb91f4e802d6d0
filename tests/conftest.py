"""Values that many tests share, made once a run."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from site_builder.annotate.lexicon import Lexicon
from site_builder.knowledge import open_lexicon

# A busy machine is no fault of the code: no test fails for taking long, and every run tries the same examples.
settings.register_profile("site", deadline=None, derandomize=True)
settings.load_profile("site")

_CACHE = Path(__file__).parent.parent / ".cache"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the installed dictionaries; its index stays in the checkout's cache between runs."""
    return open_lexicon(_CACHE)


@pytest.fixture(scope="session")
def unaided() -> Lexicon:
    """The same without the polyphone model."""
    return open_lexicon(_CACHE, polyphones=False)


@pytest.fixture(scope="session")
def lexicon_cache(lexicon: Lexicon) -> Callable[[Path], None]:
    """A function that puts the compiled index into the cache of a site, which saves its first build seconds."""

    def fill(site: Path) -> None:
        (site / ".cache").mkdir(parents=True, exist_ok=True)
        for index in _CACHE.glob("lexicon-*.index"):
            shutil.copy(index, site / ".cache")

    return fill
