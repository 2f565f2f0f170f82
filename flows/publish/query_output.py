"""Query results as people and programs want them: a table, CSV, JSON or Parquet."""

import json
import sys
from typing import BinaryIO, TextIO

import pyarrow as pa

ROWS_SHOWN = 200


def write_table(reader: pa.RecordBatchReader, out: TextIO) -> None:
    """A table for people, at most 200 rows of it; the last line says how many there are."""
    from rich.console import Console
    from rich.table import Table

    console = Console(file=out, width=None if out.isatty() else 200)
    table, count = Table(header_style="bold", show_lines=False), 0
    for name in reader.schema.names:
        table.add_column(name, overflow="fold")
    for block in reader:
        for row in block.to_pylist() if count < ROWS_SHOWN else ():
            if table.row_count < ROWS_SHOWN:
                table.add_row(*("" if v is None else str(v) for v in row.values()))
        count += block.num_rows
    console.print(table, markup=False)
    shown = f", the first {ROWS_SHOWN} shown; --format csv gives all" if count > ROWS_SHOWN else ""
    console.print(f"{count:,} row{'' if count == 1 else 's'}{shown}", style="dim", highlight=False)


def write_csv(reader: pa.RecordBatchReader, out: BinaryIO) -> None:
    """CSV with a header, UTF-8; nested values as JSON."""
    import pyarrow.csv

    blocks = [_flat(b) for b in reader]
    table = pa.Table.from_batches(blocks) if blocks else _flat_schema(reader.schema).empty_table()
    pyarrow.csv.write_csv(table, out)


def write_json(reader: pa.RecordBatchReader, out: TextIO) -> None:
    """A JSON array of objects, one per row; dates and times in ISO 8601."""
    rows = [row for block in reader for row in block.to_pylist()]
    json.dump(rows, out, ensure_ascii=False, indent=1, default=_plain)
    out.write("\n")


def write_parquet_stream(reader: pa.RecordBatchReader, out: BinaryIO) -> None:
    """A Parquet file, zstd."""
    import pyarrow.parquet as pq

    with pq.ParquetWriter(out, reader.schema, compression="zstd") as writer:
        for block in reader:
            writer.write_batch(block)


def write_result(reader: pa.RecordBatchReader, form: str) -> None:
    """The rows on standard output in the form asked for: table, csv, json or parquet."""
    if form == "table":
        write_table(reader, sys.stdout)
    elif form == "json":
        write_json(reader, sys.stdout)
    elif form == "csv":
        write_csv(reader, sys.stdout.buffer)
    else:
        write_parquet_stream(reader, sys.stdout.buffer)


def _plain(value: object) -> object:
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if isoformat else str(value)


def _flat_schema(schema: pa.Schema) -> pa.Schema:
    return pa.schema([pa.field(f.name, pa.string() if pa.types.is_nested(f.type) else f.type) for f in schema])


def _flat(block: pa.RecordBatch) -> pa.RecordBatch:
    columns = [
        pa.array([None if v is None else json.dumps(v, ensure_ascii=False, default=_plain) for v in c.to_pylist()], pa.string())
        if pa.types.is_nested(c.type)
        else c
        for c in block.columns
    ]
    return pa.RecordBatch.from_arrays(columns, schema=_flat_schema(block.schema))
