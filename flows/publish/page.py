"""The page: a static site over a release, written from the committed bundle and aggregates of the release's Parquet."""

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from flows.publish.page_aggregates import (
    article_index,
    dictionary,
    open_release,
    outlet_pages,
    outlets_listed,
    overview,
    partitions,
    table_files,
)
from schemas.table import Table

BUNDLE_DIR = Path(__file__).resolve().parents[2] / "page" / "bundle"
ENGINE_DIR = Path(__file__).resolve().parents[2] / "page" / "node_modules" / "@duckdb" / "duckdb-wasm" / "dist"
ENGINE_FOLDER = "engine"
PAGE_FOLDER = "page"
ARTICLES_PER_INDEX_SHARD = 2000
OUTLETS_PER_SHARD = 16


def write_page(
    release_dir: Path, *, release: str, schema_version: str, tables: Sequence[Table],
    bundle_dir: Path = BUNDLE_DIR, engine_dir: Path = ENGINE_DIR,
) -> bool:
    """Write `<release_dir>/page/` and an index.html that leads there; true if the SQL engine was at hand and is in it.

    Reads the release's Parquet files, which must be complete; manifest.json is read by the browser, so it may
    come later and list the page's own files. Same Parquet, same bytes. The engine (`page/engine/`, 18 MB, from
    the npm registry) is not part of what is promised to be reproducible: leave it out of the manifest, the page
    checks it against the hashes in `page/engine.json`.
    """
    page_dir = release_dir / PAGE_FOLDER
    shutil.rmtree(page_dir, ignore_errors=True)
    shutil.copytree(bundle_dir, page_dir)
    (release_dir / "index.html").write_bytes((page_dir / "to_page.html").read_bytes())
    (page_dir / "to_page.html").unlink()
    con = open_release(release_dir)
    try:
        for path, value in page_data(con, release_dir, release, schema_version, tables):
            write_json(page_dir / "data" / path, value)
    finally:
        con.close()
    return copy_engine(page_dir, engine_dir)


def page_data(
    con: duckdb.DuckDBPyConnection, release_dir: Path, release: str, schema_version: str, tables: Sequence[Table],
) -> Iterator[tuple[str, object]]:
    """The page's JSON files, each as (path below data/, value)."""
    months = partitions(con, release_dir)
    index_digits = shard_digits(sum(m["rows"] for m in months), ARTICLES_PER_INDEX_SHARD)
    outlets = outlets_listed(con)
    shards = max(1, -(-len(outlets) // OUTLETS_PER_SHARD))
    yield "release.json", {
        "release": release,
        "schema_version": schema_version,
        "partitions": months,
        "article_index_digits": index_digits,
        "tables": tables_there(release_dir, tables),
    }
    yield "overview.json", overview(con)
    yield "outlets.json", [{**o, "shard": i % shards} for i, o in enumerate(outlets)]
    pages = outlet_pages(con, [str(o["outlet_id"]) for o in outlets])
    for shard in range(shards):
        members = [o["outlet_id"] for i, o in enumerate(outlets) if i % shards == shard]
        yield f"outlets/{shard}.json", {m: pages[m] for m in members}
    for prefix, entries in article_index(con, index_digits):
        yield f"articles/{prefix or 'all'}.json", entries
    yield "dictionary.json", dictionary(con, tables)


def shard_digits(rows: int, per_shard: int) -> int:
    """How many leading hex digits of an id cut so many rows into shards of about that size, at most 4."""
    digits = 0
    while digits < 4 and rows > per_shard * 16**digits:
        digits += 1
    return digits


def tables_there(release_dir: Path, tables: Sequence[Table]) -> dict[str, object]:
    """The Parquet files of each table that has any, and the columns that hold instants (the engine lacks time zones)."""
    found = {t.name: table_files(release_dir, t.name) for t in tables}
    return {
        t.name: {"meaning": t.meaning, "files": found[t.name], "instants": [c.name for c in t.columns if c.type == "timestamp"]}
        for t in tables
        if found[t.name]
    }


def write_json(path: Path, value: object) -> None:
    """Write the value as JSON, compact and in a fixed order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def copy_engine(page_dir: Path, engine_dir: Path) -> bool:
    """Copy the SQL engine's files where they are at hand and have the pinned hashes; true if all are."""
    pinned = json.loads((page_dir / "engine.json").read_text(encoding="utf-8"))["files"]
    at_hand = [engine_dir / f["name"] for f in pinned]
    if not all(p.is_file() and hashlib.sha256(p.read_bytes()).hexdigest() == f["sha256"] for p, f in zip(at_hand, pinned, strict=True)):
        return False
    (page_dir / ENGINE_FOLDER).mkdir()
    for path in at_hand:
        shutil.copyfile(path, page_dir / ENGINE_FOLDER / path.name)
    return True
