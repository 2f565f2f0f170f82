"""Parquet files with the same bytes for the same rows."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_PER_GROUP = 5_000


def write_parquet(table: pa.Table, path: Path, *, compression_level: int = 3) -> None:
    """Write the table, already in its declared schema and order; every setting that shapes the bytes is pinned."""
    pq.write_table(
        table.combine_chunks(),
        path,
        row_group_size=ROWS_PER_GROUP,
        compression="zstd",
        compression_level=compression_level,
        use_dictionary=True,
        write_statistics=True,
        data_page_version="1.0",
        version="2.6",
        store_schema=True,
    )
