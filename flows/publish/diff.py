"""What two releases differ in: rows added, changed and gone, by table, key and column."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.publish.manifest import read_manifest
from schemas.derive.checks import identifier, quoted
from schemas.derive.released import released_tables
from schemas.table import Table

CHANGES = ("added", "changed", "gone")


@dataclass(frozen=True, slots=True)
class TableDiff:
    """Counts of rows; `columns` counts changed rows by column, most first."""

    table: str
    added: int
    changed: int
    gone: int
    columns: tuple[tuple[str, int], ...]


def files_of(release: Path, table: str) -> list[Path]:
    """The table's Parquet files in a release folder, sorted."""
    single = release / "data" / f"{table}.parquet"
    return [single] if single.exists() else sorted((release / "data" / table).glob("*.parquet"))


def scan(files: Sequence[Path]) -> str:
    """SQL that reads the files as one table."""
    return f"read_parquet([{', '.join(quoted(str(f)) for f in files)}], union_by_name = true)"


def changes(con: duckdb.DuckDBPyConnection, table: Table, before: Path, after: Path) -> str:
    """SQL for the rows that differ: the key, `change` and `changed_columns`, sorted by key.

    Columns that only one of the releases has are left out of the comparison. Where the releases do not share the key,
    the table is a new one: all rows are added.
    """
    old, new = files_of(before, table.name), files_of(after, table.name)
    keys = [identifier(k) for k in table.key]
    if old and new and not set(table.key) <= set(_columns(con, old)):
        old = []
    if not old or not new:
        files, change = (new, "added") if new else (old, "gone")
        return f"SELECT {', '.join(keys)}, '{change}' AS change, CAST([] AS VARCHAR[]) AS changed_columns FROM {scan(files)} ORDER BY {', '.join(keys)}"
    both = [c for c in _columns(con, new) if c in _columns(con, old) and c not in table.key]
    listed = ", ".join(f"CASE WHEN o.{identifier(c)} IS DISTINCT FROM n.{identifier(c)} THEN {quoted(c)} END" for c in both)
    differs = f"list_filter(CAST([{listed}] AS VARCHAR[]), lambda c: c IS NOT NULL)" if both else "CAST([] AS VARCHAR[])"
    joined = " AND ".join(f"o.{k} = n.{k}" for k in keys)
    first = keys[0]
    return (
        f"SELECT * FROM (SELECT {', '.join(f'coalesce(n.{k}, o.{k}) AS {k}' for k in keys)}, "
        f"CASE WHEN o.{first} IS NULL THEN 'added' WHEN n.{first} IS NULL THEN 'gone' ELSE 'changed' END AS change, "
        f"CASE WHEN o.{first} IS NULL OR n.{first} IS NULL THEN CAST([] AS VARCHAR[]) ELSE {differs} END AS changed_columns "
        f"FROM {scan(old)} o FULL OUTER JOIN {scan(new)} n ON {joined}) "
        f"WHERE change <> 'changed' OR len(changed_columns) > 0 ORDER BY {', '.join(keys)}"
    )


def _columns(con: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> list[str]:
    return [name for name, *_ in con.execute(f"DESCRIBE SELECT * FROM {scan(files)}").fetchall()]


def diff_table(con: duckdb.DuckDBPyConnection, table: Table, before: Path, after: Path) -> TableDiff:
    """Count what differs in one table."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE differing AS {changes(con, table, before, after)}")
    counted = dict(con.execute("SELECT change, count(*) FROM differing GROUP BY change").fetchall())
    columns = con.execute(
        "SELECT c, count(*) FROM (SELECT unnest(changed_columns) AS c FROM differing) GROUP BY c ORDER BY count(*) DESC, c"
    ).fetchall()
    return TableDiff(table.name, *(counted.get(change, 0) for change in CHANGES), tuple(columns))


def diff_releases(before: Path, after: Path) -> list[TableDiff]:
    """Every table of either release that differs, counted; OSError where one of the folders is no release."""
    read_manifest(before), read_manifest(after)
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        found = [
            diff_table(con, table, before, after)
            for table in released_tables()
            if files_of(before, table.name) or files_of(after, table.name)
        ]
    return [d for d in found if d.added or d.changed or d.gone]
