"""Forms csv, tsv and parquet: one article per row, columns named as fields are."""

import csv
import datetime
import decimal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import orjson

from flows.ingest.compressed import BrokenInputError, compression_of, read_all, read_file_blocks
from flows.ingest.encoding import decode
from flows.ingest.limits import BLOCK_BYTES, KEPT_OF_OVERSIZED_BYTES, MAX_RECORD_BYTES
from flows.ingest.line_stream import split_lines
from flows.ingest.lines import read_line
from flows.ingest.raw_article import Cut, Form, Provenance, Record, Rejected

_DELIMITERS = ",;\t|"
_ROWS_AT_A_TIME = 64
_MAX_COMPRESSED_PARQUET_BYTES = 512 * 1024 * 1024
_SAMPLE_BYTES = 256 * 1024


def cut_csv(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every row under the header as a record, its payload the row as a JSON object; `#` is followed by the row's number.

    The delimiter is the one of , ; tab | that the header has most of. A row with more values than the header has names
    and a row that cannot be parsed come rejected.
    """
    return _cut_rows(path, raw_path, provenance, "csv", None)


def cut_tsv(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """`cut_csv` of a file with tabs between values, where quotation marks quote only if the first lines use them so."""
    return _cut_rows(path, raw_path, provenance, "tsv", "\t")


def _cut_rows(
    path: Path, raw_path: str, provenance: Provenance, form: str, delimiter: str | None
) -> Cut:
    try:
        head = next(iter(read_file_blocks(path)), b"")[:_SAMPLE_BYTES]
    except BrokenInputError as broken:
        yield Record(raw_path, form, broken.read, provenance, 0), broken.rejected
        return
    sample = decode(head[: head.rfind(b"\n") + 1] or head, provenance.encoding)
    if isinstance(sample, Rejected):
        yield Record(raw_path, form, head[:KEPT_OF_OVERSIZED_BYTES], provenance, 0), sample
        return
    wide = sample.encoding.startswith(("utf-16", "utf-32"))
    provenance = replace(provenance, encoding=sample.encoding)
    first = sample.text.partition("\n")[0]
    delimiter = delimiter or max(_DELIMITERS, key=first.count)
    quoted = form == "csv" or '\t"' in sample.text[:10_000] or sample.text.startswith('"')
    place = _Place()
    # The limit on one value is a setting of the csv module, 128 kB at first; the same number is set each time.
    csv.field_size_limit(MAX_RECORD_BYTES)
    rows = csv.reader(
        place.lines(path, "utf-8" if wide else sample.encoding),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    yield from _records(rows, place, raw_path, form, provenance, delimiter)


@dataclass(slots=True)
class _Place:
    """How far into the file the csv reader has pulled its lines, and whether a line since was cut as too long."""

    offset: int = 0
    has_cut: bool = False

    def lines(self, path: Path, encoding: str) -> Iterator[str]:
        """The lines of the file, decoded one by one."""
        for _, offset, size, line in split_lines(read_file_blocks(path)):
            self.offset = offset + size + 1
            self.has_cut |= size > MAX_RECORD_BYTES
            yield line.decode(encoding, errors="replace").replace("\x00", "") + "\n"


def _records(
    rows: Iterator[list[str]], place: _Place, raw_path: str, form: str, provenance: Provenance, delimiter: str
) -> Cut:
    names: list[str] | None = None
    number, begin = 0, 0
    while True:
        begin, place.has_cut = place.offset, False
        try:
            row = next(rows, None)
        except csv.Error as error:
            number += 1
            record = Record(f"{raw_path}#{number}", form, b"", provenance, begin)
            yield record, Rejected("invalid_record", f"row {number}, byte offset {begin}: {error}")
            continue
        except BrokenInputError as broken:
            yield Record(f"{raw_path}#{number + 1}", form, b"", provenance, place.offset), broken.rejected
            return
        if row is None:
            return
        if not any(row):
            continue
        if names is None and place.has_cut:
            record = Record(raw_path, form, "".join(row)[:KEPT_OF_OVERSIZED_BYTES].encode("utf-8", errors="replace"), provenance, begin)
            yield record, Rejected("size_limit", f"a line of names of over {MAX_RECORD_BYTES} bytes")
            return
        if names is None:
            names = [name.strip().strip("\ufeff") or f"column {index}" for index, name in enumerate(row, 1)]
            continue
        number += 1
        payload = orjson.dumps(dict(zip(names, row, strict=False)))
        record = Record(f"{raw_path}#{number}", form, payload, provenance, begin)
        if len(row) > len(names):
            detail = f"row {number}, byte offset {begin}: {len(row)} values under {len(names)} names; {_how_to_quote(delimiter)}"
            yield record, Rejected("invalid_record", detail)
        elif place.has_cut or len(payload) > MAX_RECORD_BYTES:
            record = replace(record, payload=payload[:KEPT_OF_OVERSIZED_BYTES])
            yield record, Rejected("size_limit", f"row {number}, byte offset {begin}: over {MAX_RECORD_BYTES} bytes")
        else:
            yield record


def _how_to_quote(delimiter: str) -> str:
    shown = "a tab" if delimiter == "\t" else f"“{delimiter}”"
    return f'a value that holds {shown} stands in quotation marks, and a quotation mark within it is doubled ("")'


def cut_parquet(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every row as a record, its payload the row as a JSON object; `#` is followed by the row's number."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with open(path, "rb") as file:
            compressed = compression_of(file.read(8)) is not None
        source = pa.BufferReader(read_all(path, _MAX_COMPRESSED_PARQUET_BYTES)) if compressed else str(path)
        with pq.ParquetFile(source, memory_map=not compressed, buffer_size=BLOCK_BYTES) as table:
            for batch in table.iter_batches(batch_size=_ROWS_AT_A_TIME):
                for row in batch.to_pylist():
                    number += 1
                    yield _row_record(row, f"{raw_path}#{number}", provenance)
    except BrokenInputError as broken:
        yield Record(f"{raw_path}#{number + 1}", "parquet", broken.read, provenance), broken.rejected
    except (OSError, ValueError, KeyError, NotImplementedError, OverflowError, UnicodeError, MemoryError) as error:
        rejected = Rejected("invalid_record", f"after row {number}: {' '.join(str(error).split())}"[:300])
        yield Record(f"{raw_path}#{number + 1}", "parquet", b"", provenance), rejected


def _row_record(row: dict, raw_path: str, provenance: Provenance) -> Record | tuple[Record, Rejected]:
    payload = orjson.dumps(row, default=_plain, option=orjson.OPT_NON_STR_KEYS)
    if len(payload) > MAX_RECORD_BYTES:
        record = Record(raw_path, "parquet", payload[:KEPT_OF_OVERSIZED_BYTES], provenance)
        return record, Rejected("size_limit", f"{len(payload)} bytes")
    return Record(raw_path, "parquet", payload, provenance)


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, decimal.Decimal | datetime.timedelta):
        return str(value)
    return repr(value)


CSV = Form("csv", (".csv",), cut_csv, read_line)
TSV = Form("tsv", (".tsv", ".tab"), cut_tsv, read_line)
PARQUET = Form("parquet", (".parquet", ".pq"), cut_parquet, read_line)
