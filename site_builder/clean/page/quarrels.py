"""Where two sources of one page say different things of its article: told, never hidden.

Input: what the sources say of a field, the believed one first. Output: a sentence for people, or none; of many
differences the first is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from site_builder.model.article import PartialDate

_DAY = 10  # characters of a whole day
_ALIKE = 0.5  # of two titles: one may be cut, or carry a label
_LONGEST = 300  # characters of a title that are compared
_MIRROR = re.compile(r"^(?:www|m|mobile|amp|wap)\.")


def quarrel(field: str, said: Iterable[tuple[str, str]], alike: Callable[[str, str], bool]) -> Iterator[str]:
    """Yield the first difference between what is believed of ``field`` and what another source says."""
    found = [(value, source) for value, source in said if value]
    for value, source in found[1:]:
        if not alike(found[0][0], value):
            yield f"{field}: {found[0][0]} ({found[0][1]}), but {value} ({source})"
            return


def dates(found: Sequence[tuple[PartialDate, str]]) -> Iterator[str]:
    """Yield where two days differ; what is known to the month only differs from none."""
    days = [(date.text, source) for date, source in found if len(date.text) >= _DAY]
    whole = bool(found) and len(found[0][0].text) >= _DAY
    yield from quarrel("date", days if whole else (), lambda one, other: one[:_DAY] == other[:_DAY])


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles are one, cut or labelled."""
    a, b = _letters(one), _letters(other)
    return a in b or b in a or SequenceMatcher(None, a[:_LONGEST], b[:_LONGEST], autojunk=False).ratio() >= _ALIKE


def same_people(one: str, other: str) -> bool:
    """Tell whether two lists of names (``Ann Lee; Bo Chen``) share a person; family names are compared."""
    a, b = ([_letters(name.split()[-1]) for name in names.split(";") if name.strip()] for names in (one, other))
    return any(name in longer or longer in name for name in a for longer in b)


def same_name(one: str, other: str) -> bool:
    """Tell whether two names of a publisher are one, the longer with an addition."""
    a, b = _letters(one), _letters(other)
    return a in b or b in a


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses lead to one page: the scheme, a mirror for phones and a final slash aside."""
    try:
        a, b = (urlsplit(url) for url in (one, other))
        hosts = [_MIRROR.sub("", part.hostname or "") for part in (a, b)]
    except ValueError:
        return False
    return hosts[0] == hosts[1] and a.path.rstrip("/") == b.path.rstrip("/")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
