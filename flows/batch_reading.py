"""A batch read: whole by one process, or in parts by several and put together again, with the same bytes."""

import os
import shutil
import socket
import time
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from flows.ingest.batches import Batch, staged_records
from flows.ingest.raw_article import Rejected
from flows.locations import REFERENCE
from flows.normalize.batch import BATCH_TABLES, RECORDS_AS_ROWS, normalize_batch
from flows.normalize.corrections import corrected, load_corrections
from flows.normalize.limits import CPU_SECONDS
from flows.normalize.load_registry import load_registry
from flows.normalize.record import ReadRecord, read_one
from flows.validate.rows import reject_articles, validate_batch
from flows.write.carried import accepted_ids, carried_rows, with_carried
from flows.write.commit import stage_batch
from flows.write.repeated import without_repeated
from flows.write.tombstones import load_tombstones

RECORDS_PER_PART = RECORDS_AS_ROWS
TAKEN_DOWN = Rejected("forgotten", "taken down")

Tables = dict[str, pa.Table]
At = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class StageSeconds:
    """Wall time of each stage, summed over batches and over the workers that share one."""

    ingest: float = 0.0
    normalize: float = 0.0
    validate: float = 0.0
    write: float = 0.0

    def __add__(self, other: "StageSeconds") -> "StageSeconds":
        return StageSeconds(
            self.ingest + other.ingest, self.normalize + other.normalize,
            self.validate + other.validate, self.write + other.write,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What a worker needs to know to read a batch."""

    processed: Path
    staging: Path
    corrections: Path = REFERENCE / "corrections.csv"
    seconds_per_article: float = CPU_SECONDS


@dataclass(frozen=True, slots=True)
class StagedBatch:
    """A batch that has been read, checked and written aside."""

    batch: Batch
    folder: Path
    seconds: StageSeconds


@dataclass(frozen=True, slots=True)
class PartRead:
    """The tables of a part of a batch, written aside as Arrow files, and how long that took."""

    folder: Path
    seconds: float


def read_batch(batch: Batch, reading: Reading, barred: Mapping[int, Rejected], at: At) -> StagedBatch:
    """One batch through the stages, in a worker: its records read, normalized, validated and written aside.

    `at` is told the number of the record that is being read; those in `barred` are rejected unread.
    """
    started = time.perf_counter()
    tables = _read_tables(batch, 0, batch.record_count, reading, barred, at)
    return _finished(batch, [tables], reading, time.perf_counter() - started)


def first_records(batch: Batch) -> range:
    """The number of the first record of each part of the batch."""
    return range(0, batch.record_count, RECORDS_PER_PART)


def read_part(batch: Batch, first: int, reading: Reading, barred: Mapping[int, Rejected], at: At) -> PartRead:
    """The records of a batch from the number `first` on, as many as are a part, read as in `read_batch`."""
    started = time.perf_counter()
    tables = _read_tables(batch, first, RECORDS_PER_PART, reading, barred, at)
    folder = _own_folder(reading, f"{batch.batch_id}-{first}")
    folder.mkdir(parents=True)
    for name, table in tables.items():
        with pa.OSFile(str(folder / f"{name}.arrow"), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
            writer.write_table(table)
    return PartRead(folder, time.perf_counter() - started)


def join_parts(batch: Batch, parts: Sequence[PartRead], reading: Reading, barred: Mapping[int, Rejected], at: At) -> StagedBatch:
    """The batch of which all parts have been read, as `read_batch` would have it."""
    tables = [{table.name: _mapped(part.folder / f"{table.name}.arrow") for table in BATCH_TABLES} for part in parts]
    staged = _finished(batch, tables, reading, sum(part.seconds for part in parts))
    for part in parts:
        shutil.rmtree(part.folder, ignore_errors=True)
    return staged


def _mapped(path: Path) -> pa.Table:
    with pa.memory_map(str(path)) as source:
        return pa.ipc.open_file(source).read_all()


def _read_tables(batch: Batch, first: int, count: int, reading: Reading, barred: Mapping[int, Rejected], at: At) -> Tables:
    """The rows of so many records; those of the batch's files stand beside the first record's."""
    taken_down = load_tombstones(reading.processed).raw_ids
    records = _read_records(batch, first, count, reading, barred, at, taken_down)
    tables = normalize_batch(batch.batch_id, () if first else batch.slices, records)
    at(-1)
    return tables


def _read_records(
    batch: Batch, first: int, count: int, reading: Reading, barred: Mapping[int, Rejected], at: At, taken_down: Container[str]
) -> Iterator[ReadRecord]:
    """The records of a batch one by one: a batch's readings together would be most of a worker's memory."""
    registry, corrections = load_registry(), load_corrections(reading.corrections)
    for index, (raw_id, byte_count, record, rejected) in enumerate(staged_records(batch.staged, first, count), first):
        at(index)
        rejected = TAKEN_DOWN if raw_id in taken_down else barred.get(index, rejected)
        one = read_one(raw_id, byte_count, record, rejected, registry, reading.seconds_per_article)
        if corrections and not isinstance(one.reading, Rejected):
            one = replace(one, reading=corrected(one.reading, corrections))
        yield one


def _finished(batch: Batch, parts: Sequence[Tables], reading: Reading, normalize_s: float) -> StagedBatch:
    """What was read of a batch put together, validated and written aside."""
    started = time.perf_counter()
    stones = load_tombstones(reading.processed)
    carried = carried_rows(reading.processed, batch)
    tables = with_carried(_joined(parts, accepted_ids(carried)), carried)
    if stones:
        tables = reject_articles(tables, dict.fromkeys(stones.forgotten(tables["articles"]), TAKEN_DOWN.detail), "write", TAKEN_DOWN.reason)
    joined = time.perf_counter()
    tables = validate_batch(tables)
    validated = time.perf_counter()
    folder = _own_folder(reading, batch.batch_id)
    stage_batch(tables, folder)
    seconds = StageSeconds(batch.ingest_s, normalize_s + joined - started, validated - joined, time.perf_counter() - validated)
    return StagedBatch(batch, folder, seconds)


def _joined(parts: Sequence[Tables], accepted_before: frozenset[str]) -> Tables:
    """The tables of the parts, in each of them without what one before it has accepted."""
    seen, kept = set(accepted_before), []
    for tables in parts:
        accepted = accepted_ids(tables)
        repeated = accepted & seen
        kept.append(without_repeated(tables, repeated) if repeated else tables)
        seen |= accepted
    return {name: pa.concat_tables([tables[name] for tables in kept]) for name in kept[0]}


def _own_folder(reading: Reading, name: str) -> Path:
    """A folder for one attempt: a worker that was given up may still be writing in its own."""
    return reading.staging / f"{name}-{socket.gethostname()}-{os.getpid()}-{time.time_ns():x}"
