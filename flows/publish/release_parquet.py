"""Parquet files of a release: the same rows give the same bytes, whatever chunks they come in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from flows.publish.canonical_rows import MONTH, canonical_rows
from schemas.derive.arrow import arrow_schema
from schemas.derive.released import PARTITIONED, released
from schemas.index_columns import UNDATED
from schemas.table import Table

ROWS_PER_GROUP = 5_000
COMPRESSION_LEVEL = 9
ROWS_AT_ONCE = 5_000
DATA = "data"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One Parquet file of a release; the path is relative to the release."""

    table: str
    path: str
    rows: int


def open_writer(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """A writer in which every setting that shapes the bytes is pinned; a bloom filter on article_id where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    bloom = {"article_id": {"ndv": ROWS_PER_GROUP, "fpp": 0.01}} if "article_id" in schema.names else None
    return pq.ParquetWriter(
        path, schema, version="2.6", compression="zstd", compression_level=COMPRESSION_LEVEL, use_dictionary=True,
        write_statistics=True, data_page_version="1.0", store_schema=True, write_page_index=True, bloom_filter_options=bloom,
    )  # fmt: skip


def write_table(con: duckdb.DuckDBPyConnection, table: Table, release: Path) -> list[WrittenFile]:
    """Write the table's released rows: one file, or one per month of the articles where the table is partitioned."""
    schema = arrow_schema(released(table))
    reader = con.cursor().sql(canonical_rows(table)).to_arrow_reader(ROWS_AT_ONCE)
    if table.name not in PARTITIONED:
        path = f"{DATA}/{table.name}.parquet"
        return [WrittenFile(table.name, path, write_batches(release / path, schema, reader))]
    written = []
    for month, batches in _by_month(reader):
        path = f"{DATA}/{table.name}/{month}.parquet"
        written.append(WrittenFile(table.name, path, write_batches(release / path, schema, batches)))
    if not written:
        path = f"{DATA}/{table.name}/{UNDATED}.parquet"
        written.append(WrittenFile(table.name, path, write_batches(release / path, schema, iter(()))))
    return written


def write_batches(path: Path, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> int:
    """Write the file in row groups of ROWS_PER_GROUP, each in one chunk and in the types of the schema; returns the rows."""
    rows, waiting, waiting_rows = 0, [], 0
    with open_writer(path, schema) as writer:
        for batch in batches:
            waiting.append(batch)
            waiting_rows += batch.num_rows
            if waiting_rows >= ROWS_PER_GROUP:
                table = pa.Table.from_batches(waiting)
                whole = waiting_rows - waiting_rows % ROWS_PER_GROUP
                for start in range(0, whole, ROWS_PER_GROUP):
                    writer.write_table(_in_schema(table.slice(start, ROWS_PER_GROUP), schema), ROWS_PER_GROUP)
                rows += whole
                waiting, waiting_rows = table.slice(whole).to_batches(), waiting_rows - whole
        if waiting_rows:
            writer.write_table(_in_schema(pa.Table.from_batches(waiting), schema), ROWS_PER_GROUP)
            rows += waiting_rows
    return rows


def _in_schema(table: pa.Table, schema: pa.Schema) -> pa.Table:
    return table.cast(schema).combine_chunks()


def _by_month(reader: pa.RecordBatchReader) -> Iterator[tuple[str, Iterator[pa.RecordBatch]]]:
    """The rows, sorted by month, as one stream of batches per month, without the month."""
    parts = _parts(reader)
    current = next(parts, None)

    def of_month(month: str) -> Iterator[pa.RecordBatch]:
        nonlocal current
        while current is not None and current[0] == month:
            yield current[1]
            current = next(parts, None)

    while current is not None:
        yield current[0], of_month(current[0])


def _parts(reader: pa.RecordBatchReader) -> Iterator[tuple[str, pa.RecordBatch]]:
    for batch in reader:
        months = batch.column(MONTH).to_pylist()
        rest = batch.drop_columns([MONTH])
        start = 0
        for end in range(1, len(months) + 1):
            if end == len(months) or months[end] != months[start]:
                yield months[start], rest.slice(start, end - start)
                start = end
