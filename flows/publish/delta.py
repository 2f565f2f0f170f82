"""delta/ and CHANGELOG.md: what is new against the last release, and whether the world or our reading changed."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from flows.publish.diff import TableDiff, changes, diff_table
from flows.publish.manifest import canonical_json
from flows.publish.release_facts import ReleaseFacts, row_counts
from flows.publish.release_parquet import ROWS_AT_ONCE, write_batches
from schemas.derive.arrow import arrow_schema
from schemas.table import Table

DELTA = "delta"


def write_delta(con: duckdb.DuckDBPyConnection, release: Path, previous: Path | None, tables: Sequence[Table]) -> list[TableDiff]:
    """delta/summary.json, and per table that changed delta/<table>.parquet with key, change and changed_columns."""
    folder = release / DELTA
    folder.mkdir()
    found = []
    if previous is not None:
        for table in tables:
            counted = diff_table(con, table, previous, release)
            if counted.added or counted.changed or counted.gone:
                found.append(counted)
                reader = con.cursor().sql(changes(con, table, previous, release)).to_arrow_reader(ROWS_AT_ONCE)
                write_batches(folder / f"{table.name}.parquet", _schema(table), reader)
    (folder / "summary.json").write_text(
        canonical_json(
            {
                "previous": previous.name if previous else None,
                "tables": {
                    d.table: {"added": d.added, "changed": d.changed, "gone": d.gone, "changed_columns": dict(d.columns)} for d in found
                },
            }
        ),
        encoding="utf-8",
    )
    return found


def _schema(table: Table) -> pa.Schema:
    declared = arrow_schema(table)
    return pa.schema(
        [*(declared.field(k) for k in table.key), pa.field("change", pa.string()), pa.field("changed_columns", pa.list_(pa.string()))]
    )


def changelog(facts: ReleaseFacts, previous: dict | None, found: Sequence[TableDiff]) -> str:
    """CHANGELOG.md in two parts: what changed in the data, what changed in our processing.

    An article's id is made of its text and address alone: articles that came or went are the world's doing; another value
    for an article that both releases have is ours.
    """
    lines = [f"# Changes in release {facts.release}", ""]
    if previous is None:
        lines += ["The first release.", "", "## Data", "", *(f"- {name}: {rows:,} rows" for name, rows in row_counts(facts).items()), ""]
        lines += ["## Processing", "", f"- schema {facts.schema_version}", f"- code {facts.code_version}", ""]
        return "\n".join(lines)
    lines += [f"Against release {previous['release']}; row by row in `delta/`.", "", "## Data", ""]
    came = [f"- {d.table}: {d.added:,} added, {d.gone:,} gone" for d in found if d.added or d.gone]
    lines += came or ["- nothing came or went"]
    lines += ["", "## Processing", ""]
    lines += [
        f"- {what} {before} → {now}"
        for what, before, now in (
            ("schema", previous["schema_version"], facts.schema_version),
            ("code", previous["code_version"], facts.code_version),
        )
        if before != now
    ] or ["- same code and schema"]
    for d in found:
        if d.changed:
            lines.append(f"- {d.table}: {d.changed:,} rows with other values: " + ", ".join(f"`{c}` {n:,}" for c, n in d.columns))
    return "\n".join([*lines, ""])
