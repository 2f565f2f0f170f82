"""Chromium for the tests of the page, and folders served to it: with range requests, or without as on a bare file host."""

import contextlib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import pytest
import uvicorn
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from flows.publish.page_engine import ENGINE_DIR
from flows.publish.page_server import listen, page_app
from tests.publish.release_with_page import RELEASE

ROOT = Path(__file__).resolve().parents[3]
VIEWS = ("#/", "#/outlets", "#/outlet/harbour-post", "#/articles", "#/downloads", "#/dictionary", "#/sql")
ENGINE_MISSING = not (ENGINE_DIR / "duckdb-eh.wasm").is_file()
with_engine = pytest.mark.skipif(ENGINE_MISSING, reason="the SQL engine is missing: `make page-assets` fetches it, which needs npm")
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

    async def overheard(scope, receive, send):
        if scope["type"] == "http":
            headers = dict(scope["headers"])
            requests.append((scope["method"], scope["path"], headers.get(b"range", b"").decode()))
            if not with_ranges:
                scope = {**scope, "headers": [(n, v) for n, v in scope["headers"] if n != b"range"]}
        await files(scope, receive, send)

    server = uvicorn.Server(uvicorn.Config(overheard, log_level="error", lifespan="off"))
    listening = listen(0)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", requests)
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


def article_ids(release: Path, where: str) -> list[str]:
    """Ids of the articles that the SQL condition holds for, sorted."""
    sql = f"SELECT article_id FROM read_parquet('{release}/data/articles/*.parquet') WHERE {where} ORDER BY article_id"
    return [row[0] for row in duckdb.sql(sql).fetchall()]


def with_chain(release: Path, where: str) -> str:
    """The first article that the SQL condition holds for among those with a chain of two hops."""
    chained = f"article_id IN (SELECT article_id FROM read_parquet('{release}/data/citations/*.parquet') WHERE hop = 2)"
    return article_ids(release, f"{chained} AND {where}")[0]


def sql_address(sql: str, release: str = RELEASE) -> str:
    """Where the page asks that question of that release."""
    return "#/sql?" + urlencode({"release": release, "sql": sql})


def ask(tab: Visit, sql: str) -> list[list[str]]:
    """What the page answers to the question typed in."""
    box = tab.page.get_by_label("SQL (DuckDB)")
    box.fill(sql)
    box.press("Control+Enter")
    return answer(tab)


def answer(tab: Visit) -> list[list[str]]:
    """The rows of the answer as the page shows them."""
    tab.page.locator("#answer:not([aria-busy]) table").wait_for(timeout=60_000)
    return [row.locator("td").all_inner_texts() for row in tab.page.locator("#answer tbody tr").all()]
