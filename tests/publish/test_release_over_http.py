"""A release over HTTP: verified from its URL, and queried by ranges.

DuckDB's own httpfs is no package for the DuckDB that is pinned: an older one asks with it in an environment of its own, and the pinned
one reads through a file system of fsspec, by the same ranges.
"""

import datetime
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import duckdb
import httpx
import pyarrow.parquet as pq
import pytest
from fsspec.spec import AbstractBufferedFile, AbstractFileSystem

from flows.publish.verify import verify_release
from tests.operation.loopback import serving

ROOT = Path(__file__).resolve().parents[2]
HTTPFS = ROOT / ".cache" / "httpfs" / "bin" / "python"


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The folder's URL, and a list that grows by (path, bytes sent) with every request."""
    requests: list[tuple[str, int]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.answer(with_body=False)

        def do_GET(self) -> None:
            self.answer(with_body=True)

        def answer(self, *, with_body: bool) -> None:
            path = folder / self.path.lstrip("/")
            if not path.is_file():
                self.send_error(404)
                return
            content = path.read_bytes()
            asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
            part = content[int(asked[1]) : int(asked[2]) + 1 if asked[2] else None] if asked else content
            self.send_response(206 if asked else 200)
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Length", str(len(part)))
            if asked:
                self.send_header("Content-Range", f"bytes {asked[1]}-{int(asked[1]) + len(part) - 1}/{len(content)}")
            self.end_headers()
            if with_body:
                self.wfile.write(part)
                requests.append((self.path, len(part)))

        def log_message(self, *arguments: object) -> None:
            return

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"http://127.0.0.1:{port}", requests


class RangeFileSystem(AbstractFileSystem):
    """Files over HTTP by ranges, under a protocol of its own: dateline://host/path."""

    protocol = "dateline"
    cachable = False

    def _open(self, path: str, mode: str = "rb", block_size: int | None = None, **options: object) -> "RangeFile":
        size = int(httpx.head(self._url(path)).raise_for_status().headers["Content-Length"])
        return RangeFile(self, path, mode, block_size or 1 << 16, size=size)

    def info(self, path: str, **options: object) -> dict:
        response = httpx.head(self._url(path))
        if response.status_code == 404:
            raise FileNotFoundError(path)
        return {"name": path, "size": int(response.headers["Content-Length"]), "type": "file"}

    def glob(self, path: str, **options: object) -> list[str]:
        return [path]

    def modified(self, path: str) -> datetime.datetime:
        return datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)

    @staticmethod
    def _url(path: str) -> str:
        return "http://" + path.removeprefix("dateline://").lstrip("/")


class RangeFile(AbstractBufferedFile):
    """One file, a range at a time."""

    def _fetch_range(self, start: int, end: int) -> bytes:
        return httpx.get(self.fs._url(self.path), headers={"Range": f"bytes={start}-{end - 1}"}).raise_for_status().content


@pytest.fixture
def hosted(release):
    with served(release) as (url, requests):
        yield url, requests


def test_verify_reads_a_release_from_its_url(hosted):
    url, _ = hosted
    assert verify_release(url).problems == ()


def test_verify_says_what_a_host_lacks(release):
    (release / "data" / "near_duplicates.parquet").unlink()
    with served(release) as (url, _):
        assert verify_release(url).problems


def test_verify_says_that_nobody_answers():
    [problem] = verify_release("http://127.0.0.1:9/2025-11-20.1").problems
    assert "127.0.0.1:9" in problem


def test_plain_duckdb_answers_over_http_by_ranges(hosted):
    url, requests = hosted
    with duckdb.connect() as con:
        con.register_filesystem(RangeFileSystem())
        con.execute(f"SET VARIABLE dateline = '{url.replace('http://', 'dateline://')}'")
        con.execute(httpx.get(f"{url}/dateline.sql").text)
        requests.clear()
        assert con.execute("SELECT count(*), count(DISTINCT outlet_id) FROM articles").fetchall() == [(41, 5)]
        fetched = {path for path, _ in requests}
    assert fetched and all(path.startswith("/data/articles/") for path in fetched), "only the files of the table are read"


@pytest.mark.skipif(not HTTPFS.exists(), reason="`make test` makes the environment for DuckDB with httpfs")
def test_duckdb_alone_with_its_httpfs_gives_what_it_gives_from_the_folder(release):
    with served(release) as (url, requests):
        done = subprocess.run([HTTPFS, ROOT / "tests" / "publish" / "over_httpfs.py", release, url], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert any(size < (release / path.lstrip("/")).stat().st_size for path, size in requests), "parts of files are asked for"


def test_pyarrow_reads_a_table_over_http(hosted):
    url, _ = hosted
    with RangeFileSystem().open(f"dateline://{url.removeprefix('http://')}/data/corroboration.parquet") as file:
        assert pq.read_table(file).num_rows == 1
