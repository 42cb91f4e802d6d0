"""The live preview at work: what is saved is served at once, and in the end all is as a build would have it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPClientError
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.websocket import WebSocketClientConnection, websocket_connect

from site_builder.build import Request, build
from site_builder.model.site import Site
from site_builder.server.desk import Desk
from site_builder.server.preview import Preview
from site_builder.server.web import Session, application
from tests.build.sites import BRIDGE, pages, site, write

MORE = BRIDGE + "\nA ferry (渡船) still crosses.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


def preview_of(root: Path) -> Preview:
    made = Preview(lambda: Request(root, root / "output", Site()), lambda files, issues: None)
    made.rebuild()
    return made


def as_built(root: Path, fresh: Path) -> dict[str, bytes]:
    """Return what a build into another folder gives of the same content."""
    (fresh / "content").parent.mkdir(parents=True)
    (fresh / "content").symlink_to(root / "content")
    build(Request(fresh, fresh / "output", Site()))
    return pages(fresh)


def test_an_article_is_shown_before_it_is_published(root: Path) -> None:
    preview = preview_of(root)
    seen: list[tuple[bool, bool]] = []

    def settled() -> None:
        published = (root / "output/articles/bridge/index.html").read_text("utf-8")
        seen.append(("渡船" in preview.early["articles/bridge/index.html"].decode(), "渡船" in published))

    preview.settled = settled
    write(root, "content/articles/bridge.md", MORE)
    assert preview.look()
    preview.rebuild()
    assert seen == [(True, False)]
    assert preview.early == {}
    assert preview.look() == ()


def test_a_file_that_an_editor_has_emptied_is_half_saved(root: Path) -> None:
    preview = preview_of(root)
    write(root, "content/articles/bridge.md", "")
    preview.look()
    assert preview.half_saved()
    write(root, "content/articles/bridge.md", MORE)
    preview.look()
    assert not preview.half_saved()
    (root / "content/articles/bridge.md").unlink()
    preview.look()
    assert not preview.half_saved()


def test_in_the_end_all_is_as_a_build_has_it(root: Path, tmp_path: Path) -> None:
    preview = preview_of(root)
    preview.finish()
    index = {path: data for path, data in pages(root).items() if path.startswith("pagefind/")}
    assert index
    write(root, "content/articles/bridge.md", MORE)
    preview.look()
    preview.rebuild()
    assert {path: data for path, data in pages(root).items() if path.startswith("pagefind/")} == index
    preview.finish()
    assert preview.complete
    assert pages(root) == as_built(root, tmp_path / "fresh")


def test_a_save_stops_the_index_and_loses_nothing(root: Path, tmp_path: Path) -> None:
    preview = preview_of(root)
    before = pages(root)
    preview.stop = True
    preview.finish()
    assert not preview.complete
    assert pages(root) == before
    preview.stop = False
    preview.finish()
    assert pages(root) == as_built(root, tmp_path / "fresh")


def test_what_is_broken_leaves_the_last_good_page(root: Path) -> None:
    preview = preview_of(root)
    before = pages(root)
    write(root, "content/articles/bridge.md", MORE + "\n[there](/articles/nowhere/)\n")
    preview.look()
    preview.rebuild()
    assert [issue.code for issue in preview.issues if issue.severity == "error"] == ["E071"]
    assert preview.early == {}
    assert pages(root) == before


Talk = Callable[[Session, str], Awaitable[None]]


def served(root: Path, talk: Talk, *, edit: bool = False) -> None:
    """Serve the site at ``root`` while ``talk`` goes on; it is given the address."""

    async def serve() -> None:
        preview = Preview(lambda: Request(root, root / "output", Site()), lambda files, issues: None)
        preview.rebuild()
        (socket,) = bind_sockets(0, "127.0.0.1")
        port = socket.getsockname()[1]
        session = Session(preview, port, Desk(root) if edit else None)
        server = HTTPServer(application(session))
        server.add_sockets([socket])
        follow = asyncio.create_task(session.rounds.follow())
        try:
            await asyncio.wait_for(talk(session, f"http://127.0.0.1:{port}/"), 60)
        finally:
            preview.stop = True
            follow.cancel()
            server.stop()
            await asyncio.gather(follow, return_exceptions=True)

    with ThreadPoolExecutor(1) as pool:  # a browser's loop may run in this thread
        pool.submit(asyncio.run, serve()).result()


async def text(address: str) -> str:
    return (await AsyncHTTPClient().fetch(address)).body.decode()


async def until(wanted: Callable[[], Awaitable[bool]]) -> None:
    while not await wanted():
        await asyncio.sleep(0.02)


def test_what_is_saved_is_served(root: Path) -> None:
    async def talk(_session: Session, address: str) -> None:
        assert "渡船" not in await text(address + "articles/bridge/")
        write(root, "content/articles/bridge.md", MORE)
        await until(lambda: has(address + "articles/bridge/", "渡船"))
        await until(lambda: has(address + "glossary/", "渡船"))

    served(root, talk)


async def has(address: str, wanted: str) -> bool:
    return wanted in await text(address)


def test_an_open_page_reloads_when_it_is_another_one(root: Path) -> None:
    async def talk(_session: Session, address: str) -> None:
        bridge, other = [await opened(address, page) for page in ("articles/bridge/", "my-words/")]
        write(root, "content/articles/bridge.md", MORE)
        assert json.loads(str(await asyncio.wait_for(bridge.read_message(), 20)))["command"] == "reload"
        await until(lambda: has(address + "glossary/", "渡船"))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(other.read_message(), 0.2)

    served(root, talk)


def test_all_open_pages_reload_with_a_template(root: Path) -> None:
    async def talk(_session: Session, address: str) -> None:
        other = await opened(address, "my-words/")
        write(root, "templates/static/more.css", "p { color: red }")
        assert json.loads(str(await asyncio.wait_for(other.read_message(), 20)))["command"] == "reload"

    served(root, talk)


async def opened(address: str, page: str) -> WebSocketClientConnection:
    """Load a page as a browser does, and open its line for the signal to reload."""
    await text(address + page)
    socket = await websocket_connect(address.replace("http", "ws") + "livereload")
    await socket.write_message(json.dumps({"command": "info", "url": address + page}))
    return socket


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}])
def test_strangers_are_refused_by_every_address(root: Path, headers: dict[str, str]) -> None:
    async def talk(session: Session, address: str) -> None:
        token = session.token
        for path in ("", "articles/bridge/", "livereload.js", "-/notes/bridge", "-/editor.js"):
            with pytest.raises(HTTPClientError, match="403"):
                await AsyncHTTPClient().fetch(address + path, headers=headers)
        for sent in ({**headers, "X-Edit-Token": token}, {"Origin": address.rstrip("/")}):
            with pytest.raises(HTTPClientError, match="403"):
                await AsyncHTTPClient().fetch(address + "-/notes/bridge", method="POST", body="{}", headers=sent)

    served(root, talk, edit=True)


def test_a_note_written_in_the_browser_is_on_the_page(root: Path) -> None:
    async def talk(session: Session, address: str) -> None:
        told = json.loads(await text(address + "-/notes/bridge"))
        note = {"quote": "Few trust", "note": "Nobody asked them.", "kind": "note", "by": "Ann"}
        edit = {"article": "bridge", "base": told["base"], "action": "save", "note": note}
        headers = {"Origin": address.rstrip("/"), "X-Edit-Token": session.token}
        sent = json.dumps(edit)
        await AsyncHTTPClient().fetch(address + "-/notes/bridge", method="POST", body=sent, headers=headers)
        assert "Nobody asked them." in await text(address + "articles/bridge/")

    served(root, talk, edit=True)
