"""The preview's web server: pages of the built site, the reload signal, the editor's requests.

Input: requests from a browser on this machine. Output: responses; everything that decides is in
``guard``, ``shelf``, ``panel`` and ``editor``.
"""

from __future__ import annotations

import json
import mimetypes
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web

from site_builder.server import guard, panel, shelf
from site_builder.server.desk import Desk
from site_builder.server.preview import Preview
from site_builder.server.rounds import Rounds

_LARGEST = 100_000  # bytes of a request


class Session:
    """What all handlers share: the site under preview, the port, the secret of this run's editor ("" = no editing).

    ``shown`` has what each page was when a browser last got it. To be made in the server's loop.
    """

    def __init__(self, preview: Preview, port: int, desk: Desk | None) -> None:
        self.preview, self.port, self.desk = preview, port, desk
        self.token = desk.token if desk else ""
        self.rounds = Rounds(preview, self.reload)
        self.shown: dict[str, bytes] = {}

    def page(self, path: str) -> shelf.Found:
        """Return what stands at the address ``path``, pages dressed for the preview."""
        found = shelf.at(self.preview.output, self.preview.early, path)
        if found.kind != "text/html":
            return found
        html = found.data.decode()
        return found.with_data(panel.dressed(html, self.port, self.preview.issues, self.token).encode())

    def stale(self, path: str) -> bool:
        """Tell whether a browser that loaded the page at ``path`` would get another one now."""
        return path in self.shown and self.shown[path] != self.page(path).data

    def reload(self, files: tuple[str, ...]) -> None:
        """Reload the open pages that are not what they were; all of them where ``files`` are not only content."""
        content = str(self.preview.request.root / "content")
        everywhere = any(not file.startswith(content) for file in files)
        for waiter in tuple(_Signal.waiters):
            if everywhere or self.stale(waiter.page):
                waiter.send_message({"command": "reload", "path": "*", "liveCSS": not everywhere})


def application(session: Session) -> web.Application:
    """Return the application; ``session.rounds`` makes it live."""
    shared = {"session": session}
    return web.Application(
        [
            (r"/livereload", _Signal, shared),
            (r"/livereload\.js", _SignalScript, shared),
            (r"/-/notes/(.*)", _Notes, shared),
            (r"/-/(editor\.(?:js|css))", _Tool, shared),
            (r"/(.*)", _Page, shared),
        ],
        log_function=lambda handler: None,
    )


class _Guarded:
    """The check that comes before every answer."""

    request: Any
    session: Session

    def refused(self) -> bool:
        headers = self.request.headers
        return not guard.trusted(headers.get("Host", ""), headers.get("Origin"), self.session.port)


class _Signal(_Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The web socket that tells pages to reload; ``page`` is the address of the one at its other end."""

    page = ""

    def initialize(self, session: Session) -> None:
        self.session = session

    def prepare(self) -> None:
        if self.refused():
            raise web.HTTPError(403)

    def on_message(self, message: str) -> None:
        """Shake hands; a page that is older than the last build, finished while it loaded, reloads at once."""
        super().on_message(message)
        told = _json(message.encode())
        if isinstance(told, dict) and "url" in told:
            self.page = unquote(urlsplit(str(told["url"])).path)
        if self.session.stale(self.page):
            self.send_message({"command": "reload", "path": "*", "liveCSS": True})

    def check_origin(self, origin: str) -> bool:
        return guard.trusted(self.request.headers.get("Host", ""), origin, self.session.port)


class _Handler(_Guarded, web.RequestHandler):
    """What all plain handlers do: refuse strangers, keep nothing in caches."""

    def initialize(self, session: Session) -> None:
        self.session = session

    def prepare(self) -> None:
        if self.refused():
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.clear_header("Server")


class _SignalScript(_Handler, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """Livereload's script."""


class _Page(_Handler):
    """A file of the built site; pages get the reload script and the problems of the last build."""

    async def get(self, path: str) -> None:
        await self.session.rounds.fresh()
        found = self.session.page(path)
        if found.moved:
            self.redirect(quote(found.moved))
            return
        if not found.there:
            self.set_status(404)
        self.set_header("Content-Type", found.header)
        if found.kind == "text/html":
            self.session.shown[f"/{path}"] = found.data
        self.write(found.data)


class _Tool(_Handler):
    """The editor's own script and style."""

    def get(self, name: str) -> None:
        if self.session.desk is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", mimetypes.guess_type(name)[0] or "text/plain")
        self.write(self.session.desk.tool(name))


class _Notes(_Handler):
    """The notes of an article: read them, or ask for a change."""

    def get(self, slug: str) -> None:
        if self.session.desk is None:
            raise web.HTTPError(404)
        self.write(self.session.desk.notes(slug))

    async def post(self, slug: str) -> None:
        desk, headers = self.session.desk, self.request.headers
        if desk is None:
            raise web.HTTPError(404)
        sent = headers.get("X-Edit-Token", "")
        if not guard.may_write(headers.get("Host", ""), headers.get("Origin"), self.session.port, sent, desk.token):
            raise web.HTTPError(403)
        status, answer = desk.edit(slug, _json(self.request.body))
        if status == 200:  # noqa: PLR2004 - HTTP
            await self.session.rounds.update()
        self.set_status(status)
        self.write(answer)


def _json(body: bytes) -> object:
    """Return the JSON value in ``body``, or None; the editor says what it wants instead."""
    if len(body) > _LARGEST:
        return None
    try:
        value: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value
