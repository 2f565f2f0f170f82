"""The page: a static site over a release, written from the committed bundle and aggregates of the release's Parquet."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from flows.locations import PAGE
from flows.publish.page_aggregates import (
    article_index,
    open_release,
    outlet_pages,
    outlets_listed,
    overview,
    partitions,
)
from flows.publish.page_engine import PAGE_FOLDER
from flows.publish.release_facts import ReleaseFacts
from schemas.table import Column, Table

BUNDLE_DIR = PAGE / "bundle"
ARTICLES_PER_INDEX_SHARD = 2000
OUTLETS_PER_SHARD = 16


def write_page(release_dir: Path, facts: ReleaseFacts) -> None:
    """Write `<release_dir>/page/` and an index.html that leads there, without the SQL engine (`page_engine.add_engine`).

    Reads the Parquet files that `facts` names; the browser reads manifest.json, so that may come later and list the
    page's own files. The same release gives the same bytes.
    """
    page_dir = release_dir / PAGE_FOLDER
    shutil.rmtree(page_dir, ignore_errors=True)
    shutil.copytree(BUNDLE_DIR, page_dir)
    (page_dir / "to_page.html").rename(release_dir / "index.html")
    files = {t.name: facts.files_of(t.name) for t in facts.tables}
    with tempfile.TemporaryDirectory() as spill, open_release(release_dir, files, Path(spill)) as con:
        for path, value in page_data(con, release_dir, facts):
            write_json(page_dir / "data" / path, value)


def page_data(con: duckdb.DuckDBPyConnection, release_dir: Path, facts: ReleaseFacts) -> Iterator[tuple[str, object]]:
    """The page's JSON files, each as (path below data/, value)."""
    months = partitions(con, release_dir, facts.files_of("articles"))
    index_digits = shard_digits(facts.rows_of("articles"), ARTICLES_PER_INDEX_SHARD)
    outlets = outlets_listed(con)
    shards = max(1, -(-len(outlets) // OUTLETS_PER_SHARD))
    yield "release.json", {
        "release": facts.release,
        "schema_version": facts.schema_version,
        "partitions": months,
        "article_index_digits": index_digits,
        "tables": {t.name: table_files(t, facts) for t in facts.tables if facts.files_of(t.name)},
    }
    yield "overview.json", overview(con)
    yield "dictionary.json", [described(t, facts) for t in facts.tables]
    yield "outlets.json", [{**o, "shard": i % shards} for i, o in enumerate(outlets)]
    pages = outlet_pages(con, [str(o["outlet_id"]) for o in outlets])
    for shard in range(shards):
        members = [str(o["outlet_id"]) for o in outlets[shard::shards]]
        yield f"outlets/{shard}.json", {m: pages[m] for m in members}
    for prefix, entries in article_index(con, index_digits):
        yield f"articles/{prefix or 'all'}.json", entries


def shard_digits(rows: int, per_shard: int) -> int:
    """How many leading hex digits of an id cut so many rows into shards of about that size, at most 4."""
    digits = 0
    while digits < 4 and rows > per_shard * 16**digits:
        digits += 1
    return digits


def table_files(table: Table, facts: ReleaseFacts) -> dict[str, object]:
    """A table's Parquet files, and its columns of instants (the browser's DuckDB knows no time zones)."""
    return {"files": facts.files_of(table.name), "instants": [c.name for c in table.columns if c.type == "timestamp"]}


def described(table: Table, facts: ReleaseFacts) -> dict[str, object]:
    """A table's entry in the data dictionary, with its rows and how full each column is."""
    return {
        "name": table.name,
        "meaning": table.meaning,
        "key": list(table.key),
        "rows": facts.rows_of(table.name),
        "columns": [described_column(c, facts.fill.get((table.name, c.name))) for c in table.columns],
    }


def described_column(column: Column, filled: float | None) -> dict[str, object]:
    """A column's entry in the data dictionary."""
    return {
        "name": column.name,
        "type": column.type,
        "meaning": column.meaning,
        "nullable": column.nullable,
        "unit": column.unit,
        "values": list(column.values),
        "references": list(column.references or ()),
        "example": None if column.example is None else str(column.example),
        "filled": filled,
    }


def write_json(path: Path, value: object) -> None:
    """Write the value as JSON, compact and in a fixed order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
