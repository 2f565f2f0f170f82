"""A small web server for looking at a folder of releases: range requests, right content types, this machine only."""

import mimetypes
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

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
