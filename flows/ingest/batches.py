"""Batches: new raw files cut into runs of records, staged as Arrow files that workers read."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from flows.ingest.compressed import read_head
from flows.ingest.cut_file import cut_file
from flows.ingest.field_map import FieldMap
from flows.ingest.forms import form_of
from flows.ingest.provenance import MAX_FACTS_BYTES, provenance_of
from flows.ingest.provenance_files import rejected_provenance
from flows.ingest.raw_article import Provenance, Record, Rejected
from flows.ingest.raw_files import NewFile

RECORDS_PER_BATCH = 5_000
BYTES_PER_BATCH = 32 * 1024 * 1024

STAGED_SCHEMA = pa.schema(
    [
        ("raw_id", pa.string()),
        ("raw_path", pa.string()),
        ("form", pa.string()),
        ("byte_count", pa.int64()),
        ("payload", pa.large_binary()),
        ("received_at", pa.timestamp("us", tz="UTC")),
        ("outlet", pa.string()),
        ("rights_basis", pa.string()),
        ("url", pa.string()),
        ("published", pa.string()),
        ("encoding", pa.string()),
        ("field_map", pa.string()),
        ("byte_offset", pa.int64()),
        ("reason", pa.string()),
        ("detail", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class FileSlice:
    """The records of one file that a batch holds; a row of the table raw_files."""

    raw_path: str
    file_sha256: str
    byte_count: int
    first_record: int
    record_count: int
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """A staged batch: its id depends on the records' paths and bytes alone.

    `replaces` says that the store has the batch and this is a new reading of it; `carried` are then the
    (raw_path, raw_id) of records that are no longer in the raw folder, whose rows stay as they are.
    """

    batch_id: str
    staged: Path
    record_count: int
    byte_count: int
    slices: tuple[FileSlice, ...]
    replaces: bool = False
    carried: tuple[tuple[str, str], ...] = ()
    ingest_s: float = 0.0


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """How much a batch may hold; a record that goes beyond begins the next."""

    records: int = RECORDS_PER_BATCH
    byte_count: int = BYTES_PER_BATCH


@dataclass(slots=True)
class Cutting:
    """The rows of a batch while it is cut."""

    rows: list[dict] = field(default_factory=list)
    slices: list[FileSlice] = field(default_factory=list)
    byte_count: int = 0

    def add(self, row: dict) -> None:
        """Append a record's row."""
        self.rows.append(row)
        self.byte_count += len(row["payload"])

    def is_full(self, limits: BatchLimits) -> bool:
        """Whether the next record begins another batch."""
        return len(self.rows) >= limits.records or self.byte_count >= limits.byte_count


def cut_batches(
    raw_root: Path, files: Iterable[NewFile], staging: Path, limits: BatchLimits | None = None, field_map: FieldMap = ()
) -> Iterator[Batch]:
    """Batches of the files' records in order, each staged before it is yielded; memory holds one batch.

    Cutting is greedy and starts anew after each batch, so what is left after a killed run is cut as it
    would have been. Records that the ledger has from another version of their file are not received again.
    """
    bounds = limits or BatchLimits()
    cutting = Cutting()
    for new in files:
        first, count = new.first_record, 0
        for index, row in enumerate(record_rows(raw_root, new, field_map)):
            if index < new.first_record:
                continue
            if cutting.is_full(bounds):
                if count:
                    cutting.slices.append(_slice(new, first, count, is_complete=False))
                    first, count = first + count, 0
                yield stage(cutting, batch_id_of(cutting), staging)
                cutting = Cutting()
            count += 1
            if row["raw_id"] not in new.known_raw_ids:
                cutting.add(row)
        cutting.slices.append(_slice(new, first, count, is_complete=True))
    if cutting.slices:
        yield stage(cutting, batch_id_of(cutting), staging)


def _slice(new: NewFile, first: int, count: int, *, is_complete: bool) -> FileSlice:
    return FileSlice(new.file.raw_path, new.file_sha256, new.file.byte_count, first, count, is_complete)


def record_rows(raw_root: Path, new: NewFile, field_map: FieldMap = ()) -> Iterator[dict]:
    """The file's records as rows of the staged schema, those that cannot be read with the reason."""
    file = new.file
    provenance = provenance_of(raw_root, file.path, field_map)
    if rejected := rejected_provenance(file.path):
        yield _row(Record(file.raw_path, "json", read_head(file.path, MAX_FACTS_BYTES), provenance, 0), rejected)
        return
    form = form_of(file.path)
    of_whole_file = {"raw_id": new.file_sha256, "byte_count": file.byte_count} if form is None else {}
    for cut in cut_file(form, file.path, file.raw_path, provenance):
        record, rejected = cut if isinstance(cut, tuple) else (cut, None)
        yield _row(record, rejected) | of_whole_file


def _row(record: Record, rejected: Rejected | None) -> dict:
    p: Provenance = record.provenance
    return {
        "raw_id": hashlib.sha256(record.payload).hexdigest(),
        "raw_path": record.raw_path,
        "form": record.form,
        "byte_count": len(record.payload),
        "payload": record.payload,
        "received_at": p.received_at,
        "outlet": p.outlet,
        "rights_basis": p.rights_basis,
        "url": p.url,
        "published": p.published,
        "encoding": p.encoding,
        "field_map": json.dumps(p.field_map) if p.field_map else None,
        "byte_offset": record.byte_offset,
        "reason": rejected.reason if rejected else None,
        "detail": rejected.detail if rejected else None,
    }


def batch_id_of(cutting: Cutting) -> str:
    """16 hex digits of SHA-256 over the paths and bytes of the batch's records and the parts of files they are from."""
    digest = hashlib.sha256()
    for row in cutting.rows:
        digest.update(f"{row['raw_path']}\0{row['raw_id']}\n".encode())
    for s in cutting.slices:
        digest.update(f"{s.raw_path}\0{s.file_sha256}\0{s.first_record}\0{s.record_count}\n".encode())
    return digest.hexdigest()[:16]


def stage(cutting: Cutting, batch_id: str, staging: Path, *, replaces: bool = False, carried: tuple[tuple[str, str], ...] = ()) -> Batch:
    """Write the batch's records aside as an Arrow file that a worker can map."""
    staging.mkdir(parents=True, exist_ok=True)
    path = staging / f"{batch_id}.arrow"
    table = pa.table({name: [row[name] for row in cutting.rows] for name in STAGED_SCHEMA.names}, schema=STAGED_SCHEMA)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, STAGED_SCHEMA) as writer:
        writer.write_table(table)
    return Batch(batch_id, path, len(table), cutting.byte_count, tuple(cutting.slices), replaces, carried)


def staged_records(path: Path, first: int = 0, count: int | None = None) -> Iterator[tuple[str, int, Record, Rejected | None]]:
    """(raw_id, byte_count, record, rejected) for each record of a staged batch, in order; from the number `first` on, so many."""
    with pa.memory_map(str(path)) as source:
        table = pa.ipc.open_file(source).read_all().slice(first, count)
        for block in table.to_batches(max_chunksize=256):
            columns = {name: _values(block.column(name)) for name in STAGED_SCHEMA.names}
            for i in range(block.num_rows):
                provenance = Provenance(
                    columns["received_at"][i], columns["outlet"][i], columns["rights_basis"][i],
                    columns["url"][i], columns["published"][i], columns["encoding"][i], _field_map(columns["field_map"][i]),
                )
                record = Record(
                    columns["raw_path"][i], columns["form"][i], columns["payload"][i], provenance, columns["byte_offset"][i]
                )
                reason = columns["reason"][i]
                rejected = Rejected(reason, columns["detail"][i]) if reason else None
                yield columns["raw_id"][i], columns["byte_count"][i], record, rejected


def _values(column: pa.Array) -> list:
    """The column as Python objects; what is null throughout, or one instant throughout, is made once."""
    if column.null_count == len(column):
        return [None] * len(column)
    if pa.types.is_timestamp(column.type):
        instants = dict.fromkeys(column.cast(pa.int64()).to_pylist())
        if len(instants) == 1:
            return [column[0].as_py()] * len(column)
    return column.to_pylist()


def _field_map(stored: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((column, name) for column, name in json.loads(stored)) if stored else ()
