"""What work costs: the processor's time of this process, by its own count.

Input: a function. Output: its result and the seconds that it took, of user and system.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import Any


def cpu() -> float:
    """Return the seconds that this process has worked so far."""
    return process_time()


def timed(function: Callable[..., Any], *arguments: Any) -> tuple[float, Any]:
    """Call ``function``; return the seconds it took and its result. Any process can do this."""
    start = process_time()
    result = function(*arguments)
    return process_time() - start, result
