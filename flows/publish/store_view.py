"""The store as one dataset: DuckDB views in which every article stands once, whatever the batches were."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from flows.write.coverage import COVERAGE_SQL
from flows.write.store import batch_files, committed_batches
from schemas.dataset import table_named
from schemas.derive.checks import identifier, quoted
from schemas.derive.duckdb_views import SQL_TYPES, view_over_files

CHILDREN = ("citations", "date_expressions", "evidence")
READ_AGAIN = ("articles", *CHILDREN)
# Before every batch id: of two readings of one record the one read again is taken.
AGAIN = "0-again"

# Reads the records (raw_path, raw_id) again, in a work folder: the folder with a Parquet file for each table, or None.
ReadAgain = Callable[[Sequence[tuple[str, str]], Path], Path | None]

REFERENCE = ("outlets", "outlet_aliases", "cited_sources", "cited_source_aliases")


def open_work_database(work: Path, memory_limit: str, threads: int) -> duckdb.DuckDBPyConnection:
    """A DuckDB database of its own in the work folder, spilling there beyond the memory limit."""
    con = duckdb.connect(str(work / "release.duckdb"))
    con.execute(f"SET memory_limit = {quoted(memory_limit)}")
    con.execute(f"SET threads = {threads}")
    con.execute(f"SET temp_directory = {quoted(str(work / 'spill'))}")
    con.execute("SET GLOBAL TimeZone = 'UTC'")
    con.execute("SET preserve_insertion_order = false")
    return con


def load_store(con: duckdb.DuckDBPyConnection, processed: Path, work: Path, read_again: ReadAgain | None = None) -> None:
    """Views articles (without cluster_id), citations, date_expressions, evidence, raw_articles, rejected_articles, coverage and the reference tables.

    An article that was received more than once is the one received first, by (received_at, raw_path, raw_id), in
    whichever batch; its received_at and raw_id are those of that receipt, and raw_articles calls that one accepted
    and the others duplicates. Where the store has read a later receipt, `read_again` reads the first one, as far as it
    is still at hand; table `misread` has the articles for which it was not. So nothing depends on the order in which
    batches were read.
    """
    batch_ids = committed_batches(processed)  # once: a run may add batches meanwhile
    for table in ("articles", *CHILDREN, "raw_articles", "rejected_articles"):
        con.execute(_stored_view(con, table, batch_files(processed, table, batch_ids)))
    con.execute(
        """
        CREATE TABLE receipts AS
        SELECT *, row_number() OVER (PARTITION BY article_id ORDER BY received_at, raw_path, raw_id) AS receipt
        FROM (SELECT article_id, raw_id, raw_path, min(received_at) AS received_at
              FROM stored_raw_articles WHERE article_id IS NOT NULL GROUP BY article_id, raw_id, raw_path)
        """
    )
    _read_first_receipts(con, processed, batch_ids, work, read_again)
    con.execute(
        """
        CREATE TABLE kept AS
        SELECT a.article_id, arg_min(a.batch_id, (r.received_at, r.raw_path, r.raw_id, a.batch_id)) AS batch_id
        FROM stored_articles a LEFT JOIN receipts r ON r.article_id = a.article_id AND r.raw_id = a.raw_id
        GROUP BY a.article_id
        """
    )
    _articles_view(con)
    for table in CHILDREN:
        columns = ", ".join(f"t.{identifier(c.name)}" for c in table_named(table).columns)
        con.execute(f"CREATE VIEW {table} AS SELECT {columns} FROM stored_{table} t JOIN kept USING (article_id, batch_id)")
    _ledger_views(con)
    for table in REFERENCE:
        _reference_view(con, processed, table)
    # Not the store's own: that one was written from what was read first.
    con.execute(f"CREATE TABLE coverage AS {COVERAGE_SQL}")


def _read_first_receipts(
    con: duckdb.DuckDBPyConnection, processed: Path, batch_ids: Sequence[str], work: Path, read_again: ReadAgain | None
) -> None:
    con.execute(
        """
        CREATE TABLE misread AS
        SELECT r.article_id, r.raw_path, r.raw_id FROM receipts r
        WHERE receipt = 1 AND article_id IN (SELECT article_id FROM stored_articles)
          AND NOT EXISTS (FROM stored_raw_articles l WHERE l.article_id = r.article_id AND l.raw_path = r.raw_path
                          AND l.raw_id = r.raw_id AND l.outcome = 'accepted')
        """
    )
    keys = con.execute("SELECT raw_path, raw_id FROM misread ORDER BY ALL").fetchall()
    folder = read_again(keys, work) if keys and read_again else None
    if folder is None:
        return
    for table in READ_AGAIN:
        path = work / "again" / table / f"{AGAIN}.parquet"
        path.parent.mkdir(parents=True)
        os.replace(folder / f"{table}.parquet", path)
        con.execute(f"DROP VIEW stored_{table}")
        con.execute(_stored_view(con, table, [*batch_files(processed, table, batch_ids), path]))
    con.execute("DELETE FROM misread WHERE (article_id, raw_id) IN (SELECT (article_id, raw_id) FROM stored_articles WHERE batch_id = ?)", [AGAIN])


def _stored_view(con: duckdb.DuckDBPyConnection, table: str, files: Sequence[Path]) -> str:
    declared = table_named(table)
    if not files:
        return view_over_files(declared, []).replace(f"VIEW {identifier(table)}", f"VIEW stored_{table}")
    listed = ", ".join(quoted(str(f)) for f in files)
    there = {name for (name,) in con.execute(f"SELECT DISTINCT name FROM parquet_schema([{listed}])").fetchall()}
    # Batches written before a column was declared do not have it.
    columns = ", ".join(
        identifier(c.name) if c.name in there else f"CAST(NULL AS {SQL_TYPES[c.type]}) AS {identifier(c.name)}"
        for c in declared.columns if c.name != "batch_id"
    )
    return (
        f"CREATE VIEW stored_{table} AS SELECT {columns}, parse_filename(filename, true) AS batch_id "
        f"FROM read_parquet([{listed}], filename = true, union_by_name = true)"
    )


def _articles_view(con: duckdb.DuckDBPyConnection) -> None:
    replaced = {c: f"coalesce(r.{c}, t.{c})" for c in ("received_at", "raw_id")}
    columns = ", ".join(
        f"{replaced.get(c.name, 't.' + identifier(c.name))} AS {identifier(c.name)}" for c in table_named("articles").columns
        if c.name != "cluster_id"
    )
    con.execute(
        f"CREATE VIEW articles AS SELECT {columns} FROM stored_articles t JOIN kept USING (article_id, batch_id) "
        "LEFT JOIN receipts r ON r.article_id = t.article_id AND r.receipt = 1"
    )


def _ledger_views(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        """
        CREATE VIEW raw_articles AS
        SELECT l.* EXCLUDE (batch_id, outcome),
               CASE WHEN l.article_id IS NULL THEN 'rejected' WHEN r.receipt = 1 THEN 'accepted' ELSE 'duplicate' END AS outcome
        FROM (SELECT DISTINCT ON (raw_path, raw_id) * FROM stored_raw_articles ORDER BY raw_path, raw_id, received_at, outcome) l
        LEFT JOIN receipts r USING (article_id, raw_path, raw_id)
        """
    )
    con.execute(
        "CREATE VIEW rejected_articles AS SELECT DISTINCT ON (raw_path, raw_id) * EXCLUDE (batch_id) FROM stored_rejected_articles "
        "ORDER BY raw_path, raw_id, stage, reason, detail"
    )


def _reference_view(con: duckdb.DuckDBPyConnection, processed: Path, table: str) -> None:
    path = processed / table / "reference.parquet"
    if path.exists():
        con.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet({quoted(str(path))})")
