"""The four stages of a run, without an orchestrator: ingest → normalize → validate → write."""

import hashlib
import os
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from flows.ingest.batches import Batch, cut_batches, staged_records
from flows.ingest.forms import read_record
from flows.ingest.raw_files import NewFile, RawFile, SeenStats, find_raw_files, known_files, new_files
from flows.normalize.batch import IngestedRecord, normalize_batch
from flows.normalize.registry import load_registry
from flows.validate.rows import validate_batch
from flows.write.reference_tables import reference_tables
from flows.write.store import (
    Outcomes,
    batch_files,
    commit_batch,
    known_article_ids,
    known_raw_ids,
    replace_table,
    stage_batch,
    staging_folder,
    unchecked_batches,
)

BATCHES_IN_FLIGHT_PER_WORKER = 2


@dataclass(frozen=True, slots=True)
class StageSeconds:
    """Wall time of each stage, summed over batches."""

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
class Plan:
    """What a run will read: all files there are, and those of which something is new."""

    raw: Path
    processed: Path
    files: tuple[RawFile, ...]
    new: tuple[NewFile, ...]

    @property
    def byte_count(self) -> int:
        """Bytes of the files to be read."""
        return sum(n.file.byte_count for n in self.new)


@dataclass(frozen=True, slots=True)
class StagedBatch:
    """A batch that has been read, checked and written aside."""

    batch: Batch
    folder: Path
    seconds: StageSeconds


@dataclass(frozen=True, slots=True)
class Written:
    """What a run wrote so far."""

    batch_ids: tuple[str, ...] = ()
    outcomes: Outcomes = field(default_factory=Outcomes)
    seconds: StageSeconds = field(default_factory=StageSeconds)


class ResultOf(Protocol):
    """What a runner hands back for a batch: something that has a result sooner or later."""

    def result(self) -> Any: ...


def plan_run(raw: Path, processed: Path) -> Plan:
    """What is new in the raw folder; FileNotFoundError where there is no such folder."""
    if not raw.is_dir():
        raise FileNotFoundError(f"{raw}: there is no such folder of raw articles")
    files = list(find_raw_files(raw))
    seen = SeenStats.load(_seen_path(raw, processed))
    if all(seen.has(f) for f in files):
        return Plan(raw, processed, tuple(files), ())
    known = known_files(iter(batch_files(processed, "raw_files")))
    return Plan(raw, processed, tuple(files), tuple(new_files(files, seen, known)))


def has_work(raw: Path, processed: Path) -> bool:
    """Whether a run would find anything to do, by what files look like; never says no where there is something."""
    if staging_folder(processed).exists() or unchecked_batches(processed):
        return True
    seen = SeenStats.load(_seen_path(raw, processed))
    return not all(seen.has(f) for f in find_raw_files(raw))


def ingest(plan: Plan) -> Iterator[Batch]:
    """The new records, cut into batches that are staged one by one as they are asked for."""
    return cut_batches(plan.raw, plan.new, staging_folder(plan.processed), lambda p: known_raw_ids(plan.processed, p))


def read_batch(batch: Batch, processed: Path) -> StagedBatch:
    """One batch through the stages, in a worker: its records read, normalized, validated and written aside."""
    started = time.perf_counter()
    ingested = [
        IngestedRecord(raw_id, size, record, rejected or read_record(record))
        for raw_id, size, record, rejected in staged_records(batch.staged)
    ]
    read = time.perf_counter()
    tables = normalize_batch(batch.batch_id, batch.slices, ingested, load_registry())
    normalized = time.perf_counter()
    tables = validate_batch(tables)
    validated = time.perf_counter()
    folder = staging_folder(processed) / batch.batch_id
    stage_batch(tables, folder)
    batch.staged.unlink()
    seconds = StageSeconds(read - started, normalized - read, validated - normalized, time.perf_counter() - validated)
    return StagedBatch(batch, folder, seconds)


def in_order(
    batches: Iterable[Batch], submit: Callable[[Batch], ResultOf], workers: int
) -> Iterator[StagedBatch]:
    """The batches read by the workers, handed on in the order in which they were cut, few at a time in flight."""
    waiting: deque[ResultOf] = deque()
    for batch in batches:
        waiting.append(submit(batch))
        if len(waiting) >= workers * BATCHES_IN_FLIGHT_PER_WORKER:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def write(plan: Plan, staged: Iterable[StagedBatch], on_batch: Callable[[Batch, Outcomes], None]) -> Written:
    """Move the batches into place one after another; raises AssertionError where the ledger does not balance."""
    written = Written()
    known: set[str] | None = None
    for one in staged:
        if known is None:
            known = known_article_ids(plan.processed)
        started = time.perf_counter()
        outcomes = commit_batch(plan.processed, one.batch.batch_id, one.folder, known)
        if not outcomes.balances():
            raise AssertionError(f"batch {one.batch.batch_id} lost raw articles: {outcomes}")
        took = one.seconds + StageSeconds(write=time.perf_counter() - started)
        written = Written((*written.batch_ids, one.batch.batch_id), written.outcomes + outcomes, written.seconds + took)
        on_batch(one.batch, outcomes)
    SeenStats.save(_seen_path(plan.raw, plan.processed), list(plan.files))
    shutil.rmtree(staging_folder(plan.processed), ignore_errors=True)
    return written


def write_reference_tables(processed: Path) -> None:
    """Write the tables that come from data/reference, where they have changed."""
    for name, table in reference_tables().items():
        replace_table(processed, name, table, "reference")


def submit_here(processed: Path) -> Callable[[Batch], ResultOf]:
    """A runner that reads each batch at once, in this process."""

    def submit(batch: Batch) -> ResultOf:
        future: Future[StagedBatch] = Future()
        future.set_result(read_batch(batch, processed))
        return future

    return submit


def usable_cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0))


def _seen_path(raw: Path, processed: Path) -> Path:
    name = hashlib.sha256(str(raw.resolve()).encode()).hexdigest()[:16]
    return processed / ".state" / f"seen-{name}.parquet"


