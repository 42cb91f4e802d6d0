"""The preview's web server: pages of the built site, the reload signal, the editor's requests.

Input: requests from a browser on this machine. Output: responses; everything that decides is in
``guard``, ``panel`` and ``editor``.
"""

from __future__ import annotations

import json
import mimetypes
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import ioloop, web

from site_builder.server import guard, panel
from site_builder.server.desk import Desk
from site_builder.server.preview import Preview

_LOOK = 100  # milliseconds between two looks at the files
_LARGEST = 100_000  # bytes of a request


class Session:
    """What all handlers share: the site under preview, the port, the secret of this run's editor ("" = no editing)."""

    def __init__(self, preview: Preview, port: int, desk: Desk | None) -> None:
        self.preview, self.port, self.desk = preview, port, desk
        self.token = desk.token if desk else ""
        self.shown: dict[str, int] = {}  # address of a page to the number of the build that it showed


def application(session: Session) -> web.Application:
    """Return the application; ``start_watching`` makes it live."""
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


def start_watching(session: Session) -> None:
    """Look at the files from now on, and reload the open pages after each build."""
    watcher = _Signal.watcher = Watcher()  # livereload's own looks every 800 ms and drops what follows within 3 s

    def look() -> None:
        if files := session.preview.look():
            watcher.filepath = files[0]
            _Signal.reload_waiters()

    ioloop.PeriodicCallback(look, _LOOK).start()


class _Guarded:
    """The check that comes before every answer."""

    request: Any
    session: Session

    def refused(self) -> bool:
        headers = self.request.headers
        return not guard.trusted(headers.get("Host", ""), headers.get("Origin"), self.session.port)


class _Signal(_Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The web socket that tells pages to reload."""

    def initialize(self, session: Session) -> None:
        self.session = session

    def prepare(self) -> None:
        if self.refused():
            raise web.HTTPError(403)

    def on_message(self, message: str) -> None:
        """Shake hands; a page that is older than the last build, finished while it loaded, reloads at once."""
        super().on_message(message)
        told = _json(message.encode())
        path = urlsplit(str(told.get("url", ""))).path if isinstance(told, dict) else ""
        if self.session.shown.get(path, self.session.preview.builds) != self.session.preview.builds:
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

    def get(self, path: str) -> None:
        output = self.session.preview.output
        file = guard.file_at(output, path)
        if file is not None and file.name == "index.html" and path and not path.endswith(("/", "index.html")):
            self.redirect(f"/{path}/".replace("//", "/"))
            return
        if file is None:
            self.set_status(404)
            file = guard.file_at(output, "404.html")
        kind = mimetypes.guess_type(file.name)[0] if file else "text/html"
        self.set_header(
            "Content-Type", f"{kind}; charset=utf-8" if (kind or "").startswith("text/") else kind or _BYTES
        )
        if kind != "text/html":
            self.write(file.read_bytes() if file else b"")
            return
        page = file.read_text("utf-8") if file else panel.nothing_built()
        self.session.shown[self.request.path] = self.session.preview.builds
        self.write(panel.dressed(page, self.session.port, self.session.preview.issues, self.session.token))


_BYTES = "application/octet-stream"


class _Tool(_Handler):
    """The editor's own script and style."""

    def get(self, name: str) -> None:
        if self.session.desk is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", mimetypes.guess_type(name)[0] or _BYTES)
        self.write(self.session.desk.tool(name))


class _Notes(_Handler):
    """The notes of an article: read them, or ask for a change."""

    def get(self, slug: str) -> None:
        if self.session.desk is None:
            raise web.HTTPError(404)
        self.write(self.session.desk.notes(slug))

    def post(self, slug: str) -> None:
        desk, headers = self.session.desk, self.request.headers
        if desk is None:
            raise web.HTTPError(404)
        sent = headers.get("X-Edit-Token", "")
        if not guard.may_write(headers.get("Host", ""), headers.get("Origin"), self.session.port, sent, desk.token):
            raise web.HTTPError(403)
        status, answer = desk.edit(slug, _json(self.request.body))
        if status == 200 and self.session.preview.look():  # noqa: PLR2004 - HTTP
            _Signal.reload_waiters()
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
