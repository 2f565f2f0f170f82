"""Row checks: each row of a batch against its declared table, before anything is written."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from flows.normalize.batch import BATCH_TABLES
from flows.validate.columns import tables_with_faults
from schemas.derive.arrow import arrow_schema
from schemas.derive.checks import row_checks
from schemas.table import Table


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that breaks a check: its number in the table, and the check's name and meaning."""

    table: str
    row: int
    check: str
    meaning: str


def broken_rows(table: Table, rows: pa.Table) -> list[BrokenRow]:
    """Every (row, check) that does not hold, in row order."""
    checks = row_checks(table)
    if not checks or rows.num_rows == 0:
        return []
    verdicts = ", ".join(f"CASE WHEN {c.holds} THEN 0 ELSE 1 END AS c{i}" for i, c in enumerate(checks))
    numbered = rows.append_column("row_number_", pa.array(range(rows.num_rows), pa.int64()))
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.register("numbered", numbered)
        broken = " + ".join(f"c{i}" for i in range(len(checks)))
        found = connection.execute(
            f"SELECT * FROM (SELECT row_number_, {verdicts} FROM numbered) WHERE {broken} > 0 ORDER BY row_number_"
        ).fetchall()
    return [
        BrokenRow(table.name, row, check.name, check.meaning)
        for row, *failed in found
        for check, is_broken in zip(checks, failed, strict=True)
        if is_broken
    ]


def validate_batch(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The batch with every article that has a broken row, here or in a child table, moved to rejected_articles.

    Raises ValueError where a row of the ledger itself breaks its schema: that is a fault of ours.
    """
    reasons: dict[str, list[str]] = defaultdict(list)
    for table in tables_with_faults(BATCH_TABLES, tables):
        rows = tables[table.name]
        for broken in broken_rows(table, rows):
            if "article_id" not in rows.column_names or table.name == "raw_articles":
                raise ValueError(f"{table.name} row {broken.row}: {broken.check} ({broken.meaning})")
            article_id = rows.column("article_id")[broken.row].as_py()
            reasons[article_id].append(f"{table.name} row {broken.row}: {broken.check} ({broken.meaning})")
    details = {article_id: "; ".join(broken[:5]) for article_id, broken in reasons.items()}
    return reject_articles(tables, details, "validate", "schema")


def reject_articles(tables: Mapping[str, pa.Table], reasons: Mapping[str, str], stage: str, reason: str) -> dict[str, pa.Table]:
    """The batch with the articles, given with the detail for each, moved to rejected_articles."""
    if not reasons:
        return dict(tables)
    rejected_ids = pa.array(list(reasons), pa.string())
    kept = dict(tables)
    for name in ("articles", "citations", "date_expressions", "evidence"):
        kept[name] = tables[name].filter(pc.invert(pc.is_in(tables[name]["article_id"], rejected_ids)))
    ledger = tables["raw_articles"].to_pylist()
    rejected = tables["rejected_articles"].to_pylist()
    for row in ledger:
        detail = reasons.get(row["article_id"])
        if detail:
            rejected.append(
                {"raw_id": row["raw_id"], "raw_path": row["raw_path"], "stage": stage, "reason": reason, "detail": detail}
            )
            row.update(outcome="rejected", article_id=None)
    schemas = {t.name: arrow_schema(t) for t in BATCH_TABLES}
    kept["raw_articles"] = pa.Table.from_pylist(ledger, schema=schemas["raw_articles"])
    kept["rejected_articles"] = pa.Table.from_pylist(rejected, schema=schemas["rejected_articles"])
    return kept
