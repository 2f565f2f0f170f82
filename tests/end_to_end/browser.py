"""Chromium for the tests of the page, and folders served to it: with range requests, or without as on a bare file host."""

import contextlib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from flows.publish.page_server import page_app

CHROMIUM = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Served:
    """A folder being served: where, and the requests that came (method, path, Range header or empty)."""

    address: str
    requests: list[tuple[str, str, str]]


@contextlib.contextmanager
def served(folder: Path, with_ranges: bool = True) -> Iterator[Served]:
    """The folder over HTTP on a free port of this machine; without ranges the Range header is overheard."""
    files = page_app(folder)
    requests: list[tuple[str, str, str]] = []

    async def listening(scope, receive, send):
        if scope["type"] == "http":
            headers = dict(scope["headers"])
            requests.append((scope["method"], scope["path"], headers.get(b"range", b"").decode()))
            if not with_ranges:
                scope = {**scope, "headers": [(n, v) for n, v in scope["headers"] if n != b"range"]}
        await files(scope, receive, send)

    server = uvicorn.Server(uvicorn.Config(listening, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield Served(f"http://127.0.0.1:{port}", requests)
    finally:
        server.should_exit = True
        thread.join()


@dataclass(slots=True)
class Visit:
    """A page being looked at, with what it said on the console and asked of other hosts."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def see(self, address: str) -> None:
        """Go to the address below the page's home and wait until it is drawn."""
        self.page.goto(self.home + address)
        self.wait()

    def wait(self) -> None:
        """Wait until the view is drawn."""
        self.page.locator("main:not([aria-busy]) h1").wait_for()


def visit(context: BrowserContext, home: str) -> Visit:
    """A new tab that writes down console warnings and errors, and requests that go anywhere but to the page's own host."""
    host = home.split("/page/")[0].rsplit("/", 1)[0]
    tab = Visit(context.new_page(), home)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            tab.complaints.append(f"console {message.type}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((host, f"blob:{host}")):
            tab.complaints.append(f"asked another host: {request.url}")

    tab.page.on("console", on_console)
    tab.page.on("request", on_request)
    tab.page.on("pageerror", lambda error: tab.complaints.append(f"error: {error}"))
    return tab
