"""Fetching keeps to robots.txt, to its pace and limits, and out of private networks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx
import pytest

from site_builder.model.issue import Issue
from site_builder.model.scrape import Scrape
from site_builder.store import fetch
from site_builder.store.fetch import Fetcher, RefusedError, addresses, fetch_one, is_public

PAGES = {
    "/robots.txt": (200, "User-agent: *\nDisallow: /private/", ""),
    "/kites": (200, "<p>Kites</p>", ""),
    "/moved": (301, "", "/kites"),
    "/around": (302, "", "/around"),
    "/inside": (302, "", "http://10.0.0.1/"),
    "/elsewhere": (302, "", "file:///etc/hostname"),
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, body, target = PAGES.get(self.path, (404, "", ""))
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def get(url: str, allowed: set[str]) -> tuple[str, bytes]:
    with httpx.Client(trust_env=False) as client:
        return fetch.fetch(Fetcher(client, lambda one: one in allowed, apart=0.0), url)


def test_a_page_and_one_that_moved(site: str) -> None:
    assert get(f"{site}/kites", {"127.0.0.1"}) == (f"{site}/kites", b"<p>Kites</p>")
    assert get(f"{site}/moved", {"127.0.0.1"}) == (f"{site}/kites", b"<p>Kites</p>")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/private/x", "robots.txt"),
        ("/none", "answers 404"),
        ("/around", "redirects"),
        ("/inside", "private network"),
        ("/elsewhere", "http and https"),
    ],
)
def test_what_is_refused(site: str, path: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        get(site + path, {"127.0.0.1"})


def test_rules_that_have_moved_are_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAGES, "/robots.txt", (301, "", "/rules"))
    monkeypatch.setitem(PAGES, "/rules", (200, "User-agent: *\nDisallow: /kites", ""))
    with pytest.raises(RefusedError, match=r"robots\.txt"):
        get(f"{site}/kites", {"127.0.0.1"})


def test_requests_are_apart(site: str) -> None:
    with httpx.Client(trust_env=False) as client:
        fetcher = Fetcher(client, lambda one: one == "127.0.0.1", apart=0.2)
        start = time.monotonic()
        for name in ("kites", "moved"):  # rules, a page, one that leads to the page
            fetch_one(fetcher, f"{site}/{name}", "list.url")
        assert time.monotonic() - start >= 3 * 0.2


def test_a_page_that_is_too_large(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_LARGEST", 40)
    monkeypatch.setitem(PAGES, "/large", (200, "x" * 41, ""))
    with pytest.raises(RefusedError, match="larger"):
        get(f"{site}/large", {"127.0.0.1"})


def test_a_machine_of_ones_own_is_not_asked(site: str) -> None:
    with httpx.Client(trust_env=False) as client:
        fetcher = Fetcher(client, apart=0.0)
        found = [fetch_one(fetcher, f"{site}/{name}", "list.url") for name in ("kites", "moved")]
    assert all(isinstance(one, Issue) and "private network" in one.message for one in found)


def test_a_fetched_page_is_a_scrape(site: str) -> None:
    with httpx.Client(trust_env=False) as client:
        found = fetch_one(Fetcher(client, lambda one: one == "127.0.0.1", apart=0.0), f"{site}/kites", "list.url")
    assert found == Scrape(f"{site}/kites", b"<p>Kites</p>", f"{site}/kites")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "::ffff:127.0.0.1",
        "fc00::1",
        "0.0.0.1",
        "224.0.0.1",
        "100.64.0.1",
        "nonsense",
    ],
)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


def test_public_addresses() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")


def test_addresses_of_a_shortcut_and_of_a_list() -> None:
    assert addresses("[InternetShortcut]\r\nURL=https://a.example.org/x\r\n") == ["https://a.example.org/x"]
    assert addresses("https://a.example.org/\nftp://b.example.org/\nhttp://c.example.org/\n") == [
        "https://a.example.org/",
        "http://c.example.org/",
    ]
