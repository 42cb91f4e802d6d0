"""Runs the preview until it is stopped.

Input: how to load the site, and the port. Output: none; it listens on 127.0.0.1 only.
"""

from __future__ import annotations

import asyncio
import socket
import webbrowser
from collections.abc import Callable

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from site_builder.model.issue import SiteError
from site_builder.server.desk import Desk
from site_builder.server.preview import Load, Preview, Tell
from site_builder.server.web import Session, application

ADDRESS = "127.0.0.1"

Ready = Callable[[str], None]
"""Is told the address once the preview answers."""


def serve(load: Load, tell: Tell, ready: Ready, *, port: int, edit: bool, show: bool) -> None:
    """Build, then serve and watch until the person stops it.

    ``port`` 0 takes a free one; ``edit`` lets pages write notes; ``ready`` is told the address; ``show`` opens it in
    a browser. Raises ``SiteError`` when the port is taken.
    """
    asyncio.run(_serve(load, tell, ready, port, edit=edit, show=show))


async def _serve(load: Load, tell: Tell, ready: Ready, port: int, *, edit: bool, show: bool) -> None:
    sockets = _listen(port)
    actual: int = sockets[0].getsockname()[1]
    preview = Preview(load, tell)
    preview.rebuild()
    session = Session(preview, actual, Desk(preview.request.root) if edit else None)
    HTTPServer(application(session)).add_sockets(sockets)
    address = f"http://{ADDRESS}:{actual}/"
    ready(address)
    if show:
        webbrowser.open(address)
    try:
        await session.rounds.follow()
    finally:
        preview.stop = True


def _listen(port: int) -> list[socket.socket]:
    try:
        return bind_sockets(port, ADDRESS)
    except OSError as problem:
        message = f"cannot listen on {ADDRESS}:{port}: {problem.strerror}; choose another port with --port"
        raise SiteError(message) from problem
