"""A small web server for looking at a folder of releases: range requests, right content types, this machine only."""

import mimetypes
import re
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

RELEASE_NAME = re.compile(r"\d{4}-\d{2}-\d{2}\.\d+")
FOREIGN_TYPES = {".parquet": "application/vnd.apache.parquet", ".wasm": "application/wasm", ".md": "text/markdown; charset=utf-8"}


def page_app(folder: Path) -> Starlette:
    """An application that hands out the files below the folder; a folder's index.html where it is asked for the folder."""
    for ending, content_type in FOREIGN_TYPES.items():
        mimetypes.add_type(content_type, ending)
    return Starlette(routes=[Mount("/", StaticFiles(directory=folder, html=True))])


def serve_folder(folder: Path, port: int, host: str = "127.0.0.1") -> None:
    """Serve the folder until interrupted; SystemExit with a message where the port is taken."""
    import uvicorn

    uvicorn.run(page_app(folder), host=host, port=port, log_level="warning", lifespan="off", access_log=False)


def latest_release(releases: Path) -> str | None:
    """The newest release with a page, by date and number; None where there is none."""
    names = [p.parents[1].name for p in releases.glob("*/page/index.html") if RELEASE_NAME.fullmatch(p.parents[1].name)]
    return max(names, key=lambda name: (name[:10], int(name[11:])), default=None)


def page_address(releases: Path, port: int) -> str | None:
    """Where the newest release's page is once `serve_folder(releases, port)` runs; None where no release has a page."""
    latest = latest_release(releases)
    return None if latest is None else f"http://127.0.0.1:{port}/{latest}/page/"
