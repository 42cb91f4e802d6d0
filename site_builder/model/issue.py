"""Problems, as values.

What is wrong in content is an ``Issue``: gathered over all files, sorted, printed by the command
line as ``path:line:column: CODE message`` with a hint. What is wrong with the machine (a missing
program, a full disk) raises ``SiteError``, which only the command line catches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file a person can open: path relative to the site, 1-based line and column, 0 = unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column or 1}"


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One problem: where it is, what is wrong, how to mend it.

    An error that does not stop (``stops`` is False) is one of the run, yet the site can be published without harm:
    an orphaned note. With ``--strict`` everything stops. ``quote`` are words of the file that the issue is about:
    where no line is known, the command line looks for them.
    """

    where: Where
    code: str
    message: str
    severity: Severity = "error"
    hint: str = ""
    stops: bool = True
    quote: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.message}"


class SiteError(Exception):
    """The environment, not the content, stops the run. The message is for a person."""
