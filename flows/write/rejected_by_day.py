"""How many raw articles of each outlet were rejected on each day: a rejected one counts for the outlet of its folder.

A folder is an outlet's where all articles that came from it are of that one. To know this, no more files are opened
than may hold something of a folder with a rejected raw article, and few for a folder in which two outlets are met.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa

from flows.value_ranges import files_with
from flows.write.store import LEDGER, batch_files
from schemas import articles, raw_articles
from schemas.derive.duckdb_views import view_over_files
from schemas.table import Table

BATCHES_FIRST = 8
"""So many are looked at for folders with two outlets, before all that may hold something of the others."""

FOLDER = "regexp_replace(raw_path, '([^/]*)(#.*)?$', '')"
REJECTED_SQL = f"""
WITH files AS (
  SELECT {FOLDER} AS folder, min(a.outlet_id) AS outlet_id FROM raw_articles JOIN articles a USING (article_id) GROUP BY 1
  HAVING count(DISTINCT a.outlet_id) = 1 AND count(*) = count(a.outlet_id)
)
SELECT f.outlet_id, received_at::DATE AS day, count(*) AS n
FROM raw_articles JOIN files f ON f.folder = {FOLDER} WHERE outcome = 'rejected' GROUP BY 1, 2
"""
"""What `rejected_by_day` finds, asked of views of all rows."""

BY_FOLDER_SQL = f"""
SELECT {FOLDER} AS folder, received_at::DATE AS day, count(*) AS n FROM raw_articles WHERE outcome = 'rejected' GROUP BY 1, 2
"""
OUTLETS_SQL = f"""
WITH received AS (SELECT {FOLDER} AS folder, article_id FROM raw_articles WHERE article_id IS NOT NULL)
SELECT r.folder, min(a.outlet_id) AS outlet_id,
  coalesce(min(a.outlet_id) <> max(a.outlet_id), false) OR count(a.outlet_id) < count(a.article_id) AS is_mixed,
  -- repeats of articles that stand in other files
  count(*) > count(a.article_id) AS has_others
FROM received r SEMI JOIN asked USING (folder) LEFT JOIN articles a USING (article_id) GROUP BY 1
"""
BY_OUTLET_SQL = "SELECT outlet_id, day, sum(n)::BIGINT AS n FROM by_folder JOIN outlet_of USING (folder) GROUP BY 1, 2"


def rejected_by_day(connection: duckdb.DuckDBPyConnection, processed: Path) -> pa.Table:
    """outlet_id, day and n, over all batches; makes views in the connection, whose time zone must be UTC."""
    near = [path.stem for path in files_with(batch_files(processed, LEDGER), "outcome", ("rejected",))]
    _view(connection, processed, raw_articles.TABLE, near)
    by_folder = connection.sql(BY_FOLDER_SQL).to_arrow_table()
    outlet_of = _outlets_of(connection, processed, near, frozenset(by_folder["folder"].to_pylist()))
    connection.register("by_folder", by_folder)
    connection.register("outlet_of", _texts(folder=outlet_of, outlet_id=outlet_of.values()))
    return connection.sql(BY_OUTLET_SQL).to_arrow_table()


def _outlets_of(connection: duckdb.DuckDBPyConnection, processed: Path, near: list[str], folders: frozenset[str]) -> dict[str, str]:
    """The outlet of each of the folders that has one; `near` are batches with something of each."""
    few = near[:BATCHES_FIRST]
    _, mixed, _ = _ask(connection, processed, folders, few, few)
    left = folders - mixed
    kept = [path.stem for path in files_with(batch_files(processed, LEDGER), "raw_path", left)]
    found, mixed, open_ = _ask(connection, processed, left, kept, kept)
    more, mixed_too, _ = _ask(connection, processed, open_, kept, None)
    found |= more
    return {folder: outlet for folder, outlet in found.items() if outlet and folder not in mixed | mixed_too}


def _ask(
    connection: duckdb.DuckDBPyConnection, processed: Path, folders: frozenset[str], ledgers: list[str], batch_ids: list[str] | None
) -> tuple[dict[str, str | None], frozenset[str], frozenset[str]]:
    """The least outlet of each folder by those ledgers and the articles of those batches (None: all); which folders have two,
    or one and none; and which of the others repeat articles of other batches."""
    if not folders:
        return {}, frozenset(), frozenset()
    _view(connection, processed, raw_articles.TABLE, ledgers)
    _view(connection, processed, articles.TABLE, batch_ids)
    connection.register("asked", _texts(folder=folders))
    rows = connection.sql(OUTLETS_SQL).fetchall()
    mixed = frozenset(folder for folder, _, is_mixed, _ in rows if is_mixed)
    return {row[0]: row[1] for row in rows}, mixed, frozenset(folder for folder, _, _, has_others in rows if has_others) - mixed


def _view(connection: duckdb.DuckDBPyConnection, processed: Path, table: Table, batch_ids: Iterable[str] | None) -> None:
    connection.execute(view_over_files(table, [str(path.resolve()) for path in batch_files(processed, table.name, batch_ids)]))


def _texts(**columns: Iterable[str]) -> pa.Table:
    return pa.table({name: pa.array(list(values), pa.string()) for name, values in columns.items()})
