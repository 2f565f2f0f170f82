"""The bare floor: read the raw files, hash each record, write the very Parquet of a run, and nothing else."""

import sys
import time
from pathlib import Path

import pyarrow.parquet as pq

from flows.ingest.batches import record_rows
from flows.ingest.raw_files import NewFile, file_sha256, find_raw_files
from flows.write.parquet import write_parquet


def main(raw: Path, processed: Path, out: Path) -> None:
    """Prints the processor seconds of reading, hashing and writing; reading the tables back is not counted."""
    started, records = time.process_time(), 0
    for file in find_raw_files(raw):
        new = NewFile(file, file_sha256(file.path), 0)
        records += sum(1 for _ in record_rows(raw, new))
    cpu_s = time.process_time() - started
    out.mkdir(parents=True)
    for path in sorted(processed.glob("*/*.parquet")):
        table = pq.read_table(path)
        started = time.process_time()
        write_parquet(table, out / "table.parquet")
        cpu_s += time.process_time() - started
    print(cpu_s)


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:4]))
