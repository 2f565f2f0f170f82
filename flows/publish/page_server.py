"""A small web server for looking at a folder of releases: range requests, right content types, this machine only."""

import mimetypes
import socket
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


def listen(port: int) -> socket.socket:
    """A socket that listens on the port of this machine, any free one for 0; OSError where it is taken."""
    return socket.create_server(("127.0.0.1", port))


def serve_folder(folder: Path, listening: socket.socket) -> None:
    """Serve the folder on the socket until interrupted."""
    import uvicorn

    config = uvicorn.Config(page_app(folder), log_level="warning", lifespan="off", access_log=False)
    uvicorn.Server(config).run(sockets=[listening])
