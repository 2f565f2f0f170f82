"""Small datasets built in this process, without orchestrator and workers."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from flows.direct import build_direct
from flows.ingest.batches import BatchLimits
from flows.run_result import RunRequest, RunResult
from flows.selection import Selection
from flows.service.listeners import Listeners
from schemas.dataset import TABLES
from schemas.derive.duckdb_views import view_over_files

Build = Callable[..., RunResult]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A raw folder with a stated time of receipt."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "provenance.json").write_text('{"received_at": "2026-01-05T10:00:00Z"}')
    return folder


@pytest.fixture
def processed(tmp_path: Path) -> Path:
    return tmp_path / "processed"


@pytest.fixture
def build(raw: Path, processed: Path, tmp_path: Path) -> Build:
    """One run over the raw folder, batches of ten; corrections are read from `corrections.csv` beside it."""

    def run(rebuild: Selection | None = None) -> RunResult:
        request = RunRequest(
            raw, processed, "local", 1, "direct", BatchLimits(records=10), checks_now=False, rebuild=rebuild,
            corrections=tmp_path / "corrections.csv",
        )
        return build_direct(request, Listeners())

    return run


@pytest.fixture
def ask(processed: Path) -> Callable[[str], list[tuple]]:
    """Rows of SQL over the files as they lie there."""

    def rows(sql: str) -> list[tuple]:
        with duckdb.connect() as connection:
            for table in TABLES:
                files = sorted((processed / table.name).glob("*.parquet"))
                connection.execute(view_over_files(table, [str(f) for f in files]))
            return connection.execute(sql).fetchall()

    return rows


def lines(texts: list[str], first: int = 0) -> str:
    """JSON lines with a URL for each text."""
    return "".join(
        json.dumps({"text": text, "url": f"https://example.org/{first + i}"}, ensure_ascii=False) + "\n" for i, text in enumerate(texts)
    )


def files_of(processed: Path) -> dict[str, bytes]:
    """The bytes of the store's tables."""
    return {
        str(p.relative_to(processed)): p.read_bytes()
        for table in TABLES if table.layer == "store"
        for p in sorted((processed / table.name).glob("*.parquet"))
    }
