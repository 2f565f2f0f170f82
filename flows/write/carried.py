"""Rows of a batch that stay as they are when it is read again, since their records are no longer in the raw folder."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.ingest.batches import Batch
from flows.write.repeated import CHILDREN


def carried_rows(processed: Path, batch: Batch) -> dict[str, pa.Table]:
    """The rows by table, empty where nothing is carried."""
    if not batch.carried:
        return {}
    keys = set(batch.carried)
    old = {name: pq.read_table(processed / name / f"{batch.batch_id}.parquet") for name in (*CHILDREN, "raw_articles", "rejected_articles")}
    kept = {name: _of_records(old[name], keys) for name in ("raw_articles", "rejected_articles")}
    accepted = accepted_ids(kept)
    for name in CHILDREN:
        kept[name] = old[name].filter(pc.is_in(old[name]["article_id"], pa.array(sorted(accepted), pa.string())))
    return kept


def accepted_ids(tables: Mapping[str, pa.Table]) -> frozenset[str]:
    """The articles that the ledger among the tables says were accepted."""
    if "raw_articles" not in tables:
        return frozenset()
    ledger = tables["raw_articles"]
    return frozenset(ledger.filter(pc.equal(ledger["outcome"], "accepted"))["article_id"].to_pylist())


def with_carried(tables: Mapping[str, pa.Table], carried: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables with the carried rows at their ends, in the tables' own schemas."""
    return {
        name: pa.concat_tables([table, _in_schema(carried[name], table.schema)]) if name in carried else table
        for name, table in tables.items()
    }


def _of_records(table: pa.Table, keys: set[tuple[str, str]]) -> pa.Table:
    is_kept = [k in keys for k in zip(table["raw_path"].to_pylist(), table["raw_id"].to_pylist(), strict=True)]
    return table.filter(pa.array(is_kept, pa.bool_()))


def _in_schema(table: pa.Table, schema: pa.Schema) -> pa.Table:
    columns = [
        table[field.name].cast(field.type) if field.name in table.column_names else pa.nulls(len(table), field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)
