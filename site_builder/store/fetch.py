"""Fetches for ``ingest --fetch`` and ``--images``: politely, within limits, and never from a private network.

Input: addresses. Output: scrapes, or an issue for each that was refused or failed. robots.txt is kept, requests are a
second apart, redirects are followed one by one and each of their hosts is checked: its name by all its addresses
before the request, its connection by the address it really has, before anything is read.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from site_builder.model.issue import Issue, Where
from site_builder.model.scrape import Scrape

if TYPE_CHECKING:
    import httpx

AGENT = "site-builder"
_LARGEST = 20_000_000  # bytes of one page
_SECONDS = 30.0  # for one page, from the request to its last byte
_APART = 1.0  # seconds between requests
_NOTHING = "User-agent: *\nDisallow: /"
_HOPS = 5  # redirects
_ADDRESS = re.compile(r"^(?:URL=)?(https?://\S+)\s*$", re.MULTILINE | re.IGNORECASE)


class RefusedError(Exception):
    """The page is not fetched; the message says why, for a person."""


def is_public(address: str) -> bool:
    """Tell whether an IP address lies in the open internet (not private, local, reserved or multicast)."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (mapped is None or mapped.is_global)


@dataclass(slots=True)
class Fetcher:
    """One run of fetching: its pace, the robots.txt files it has read, and why it could not read the others."""

    client: httpx.Client
    allowed: Callable[[str], bool] = is_public
    apart: float = _APART
    last: float = -_APART
    robots: dict[str, RobotFileParser] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)


def addresses(text: str) -> list[str]:
    """Return the web addresses in a ``.url`` file: an Internet shortcut, or one address a line."""
    return _ADDRESS.findall(text)


@contextmanager
def opened(allowed: Callable[[str], bool] = is_public) -> Iterator[Fetcher]:
    """Give a ``Fetcher`` for one run: all that it fetches keeps one pace."""
    import httpx  # noqa: PLC0415 - only needed with --fetch or --images

    with httpx.Client(follow_redirects=False, timeout=10.0, trust_env=False, headers={"User-Agent": AGENT}) as client:
        yield Fetcher(client, allowed)


def fetch_one(fetcher: Fetcher, url: str, where: str) -> Scrape | Issue:
    """Return what stands at ``url``, or why it was not fetched; ``where`` names the file that has the address."""
    import httpx  # noqa: PLC0415 - as above

    try:
        final, data = fetch(fetcher, url)
    except (RefusedError, httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as problem:
        return Issue(Where(where), "E003", f"{url} was not fetched: {problem or type(problem).__name__}")
    return Scrape(url, data, final)


def fetch(fetcher: Fetcher, url: str) -> tuple[str, bytes]:
    """Return the final address and the bytes of a page; raise ``RefusedError`` where it must not be had."""
    for _ in range(_HOPS + 1):
        if not _robots(fetcher, url).can_fetch(AGENT, url):
            message = "robots.txt of the site does not allow it"
            raise RefusedError(message)
        status, target, data = _get(fetcher, url)
        if target:
            url = urljoin(url, target)
        elif status == 200:  # noqa: PLR2004 - OK
            return url, data
        else:
            message = f"the site answers {status}"
            raise RefusedError(message)
    message = f"more than {_HOPS} redirects"
    raise RefusedError(message)


def _robots(fetcher: Fetcher, url: str) -> RobotFileParser:
    import httpx  # noqa: PLC0415 - as above

    parts = urlsplit(url)
    site = f"{parts.scheme}://{parts.netloc}"
    if site in fetcher.closed:
        raise RefusedError(fetcher.closed[site])
    if site not in fetcher.robots:
        try:
            text = _rules(fetcher, f"{site}/robots.txt")
        except (RefusedError, httpx.HTTPError, OSError) as problem:
            fetcher.closed[site] = str(problem) or type(problem).__name__
            raise
        rules = fetcher.robots[site] = RobotFileParser()
        rules.parse(text.splitlines())
    return fetcher.robots[site]


def _rules(fetcher: Fetcher, url: str) -> str:
    """Return the text of a robots.txt; RFC 9309, 2.3.1 says what stands for one that a site does not give."""
    for _ in range(_HOPS + 1):
        status, target, data = _get(fetcher, url)
        if not target:
            return data.decode("utf-8", "replace") if status < 400 else _NOTHING if status >= 500 else ""  # noqa: PLR2004
        url = urljoin(url, target)
    return ""


def _get(fetcher: Fetcher, url: str) -> tuple[int, str, bytes]:
    """Return (status, where it redirects to or "", bytes) of one request."""
    _check_host(fetcher, url)
    time.sleep(max(0.0, fetcher.last + fetcher.apart - time.monotonic()))
    start = fetcher.last = time.monotonic()
    with fetcher.client.stream("GET", url) as response:
        _check_peer(fetcher, response)
        data = bytearray()
        for piece in response.iter_bytes(65536):
            data += piece
            if len(data) > _LARGEST or time.monotonic() - start > _SECONDS:
                message = f"it is larger than {_LARGEST:,} bytes or takes longer than {_SECONDS:.0f} seconds"
                raise RefusedError(message)
    target = response.headers.get("location", "") if response.is_redirect else ""
    return response.status_code, target, bytes(data)


def _check_host(fetcher: Fetcher, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.password:
        message = "only plain http and https addresses are fetched"
        raise RefusedError(message)
    found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    if not all(fetcher.allowed(str(one[4][0])) for one in found):
        message = f"{parts.hostname} is an address of a private network"
        raise RefusedError(message)


def _check_peer(fetcher: Fetcher, response: httpx.Response) -> None:
    """Refuse an answer from an address that the name did not have when it was checked."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream else None
    if not peer or not fetcher.allowed(str(peer[0])):
        message = "the connection led into a private network"
        raise RefusedError(message)
