"""The four stages of a run, without an orchestrator: ingest → normalize → validate → write."""

import hashlib
import os
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from flows.batch_reading import Reading, StagedBatch, StageSeconds, read_batch
from flows.ingest.again import batches_again
from flows.ingest.batches import Batch, BatchLimits, cut_batches
from flows.ingest.field_map import load_field_map
from flows.ingest.raw_files import FoundFiles, KnownFiles, load_seen, look_for_new, new_files, raw_file_path, save_seen
from flows.write.article_ids import ArticleIds
from flows.write.commit import Outcomes, commit_batch
from flows.write.orphans import batches_with_orphans
from flows.write.reference_tables import reference_tables
from flows.write.store import LEDGER, batch_files, journal_folder, replace_table, staging_folder, unchecked_batches

BATCHES_IN_FLIGHT_PER_WORKER = 2
FILES_ASKED_FOR = 50_000
"""Of more files than these, the names would take more memory than all that the store knows of files, which is loaded instead."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will read: the files there are, those that may hold something new, and where batches are written aside.

    `again` are batches of the store that are read once more and replaced.
    """

    raw: Path
    processed: Path
    found: FoundFiles
    staging: Path
    limits: BatchLimits
    seen: bytearray
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What a run wrote so far."""

    batch_ids: tuple[str, ...] = ()
    outcomes: Outcomes = field(default_factory=Outcomes)
    seconds: StageSeconds = field(default_factory=StageSeconds)


class ResultOf(Protocol):
    """What a runner hands back for a batch: something that has a result sooner or later."""

    def result(self, timeout: float | None = None) -> Any: ...


def plan_run(raw: Path, processed: Path, limits: BatchLimits | None = None, again: tuple[str, ...] = ()) -> Plan:
    """What may be new in the raw folder; FileNotFoundError where there is no such folder."""
    if not raw.is_dir():
        raise FileNotFoundError(f"{raw}: there is no such folder of raw articles")
    found = look_for_new(raw, load_seen(_seen_path(raw, processed)))
    # each run writes aside in a folder of its own: a worker that outlives a killed run must not touch the next one's
    staging = staging_folder(processed.resolve()) / f"{os.getpid()}-{time.time_ns():x}"
    return Plan(raw, processed, found, staging, limits or BatchLimits(), bytearray(found.seen), again)


def has_work(raw: Path, processed: Path) -> bool:
    """Whether a run would find anything to do, by what files look like; never says no where there is something."""
    left = (staging_folder(processed), journal_folder(processed))
    if any(any(folder.iterdir()) for folder in left if folder.exists()) or unchecked_batches(processed):
        return True
    return bool(look_for_new(raw, load_seen(_seen_path(raw, processed))).candidates)


def ingest(plan: Plan) -> Iterator[Batch]:
    """The batches to be read again and the new records cut into batches, staged one by one as they are asked for."""
    if plan.again:
        yield from timed(batches_again(plan.raw, plan.processed, plan.again, plan.staging, load_field_map(plan.processed)))
    if not plan.found.candidates:
        return
    candidates = plan.found.candidates
    paths = [raw_file_path(plan.raw, Path(c)) for c in candidates] if len(candidates) <= FILES_ASKED_FOR else None
    known = KnownFiles.load(batch_files(plan.processed, "raw_files"), paths)
    new = new_files(plan.raw, candidates, known, batch_files(plan.processed, LEDGER), plan.seen)
    yield from timed(cut_batches(plan.raw, new, plan.staging, plan.limits, load_field_map(plan.processed)))


def timed(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The batches, each with the seconds that it took to cut it."""
    while True:
        started = time.perf_counter()
        batch = next(batches, None)
        if batch is None:
            return
        yield replace(batch, ingest_s=time.perf_counter() - started)


def any_of(batches: Iterator[Batch]) -> Iterator[Batch] | None:
    """The batches, None where there are none."""
    first = next(batches, None)
    return None if first is None else chain((first,), batches)


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
    """Move the batches into place one after another."""
    written = Written()
    known = ArticleIds.load(batch_files(plan.processed, "articles"))
    for one in staged:
        started = time.perf_counter()
        outcomes = commit_batch(plan.processed, one.batch.batch_id, one.folder, known, replaces=one.batch.replaces)
        # not by who read it: a worker that vanishes after its last word must find it when it starts anew
        one.batch.staged.unlink(missing_ok=True)
        took = one.seconds + StageSeconds(write=time.perf_counter() - started)
        written = Written((*written.batch_ids, one.batch.batch_id), written.outcomes + outcomes, written.seconds + took)
        on_batch(one.batch, outcomes)
    shutil.rmtree(staging_folder(plan.processed), ignore_errors=True)
    return written


def write_orphans(
    plan: Plan, written: Written, submit: Callable[[Batch], ResultOf], workers: int, on_batch: Callable[[Batch, Outcomes], None]
) -> Written:
    """Read again the batches whose duplicates lost, by the rebuild, the article that they repeat, until there are none."""
    before: list[str] = []
    while plan.again and (orphaned := batches_with_orphans(plan.processed)) and orphaned != before:
        batches = batches_again(plan.raw, plan.processed, orphaned, plan.staging, load_field_map(plan.processed))
        more = write(plan, in_order(batches, submit, workers), on_batch)
        ids = dict.fromkeys((*written.batch_ids, *more.batch_ids))
        written, before = replace(written, batch_ids=tuple(ids), seconds=written.seconds + more.seconds), orphaned
    return written


def remember_seen(plan: Plan) -> None:
    """Note which files were read whole, so that the next run need not hash them."""
    save_seen(_seen_path(plan.raw, plan.processed), bytes(plan.seen))


def write_reference_tables(processed: Path) -> None:
    """Write the tables that come from data/reference, where they have changed."""
    for name, table in reference_tables().items():
        replace_table(processed, name, table, "reference")


def submit_here(reading: Reading) -> Callable[[Batch], ResultOf]:
    """A runner that reads each batch at once, in this process."""

    def submit(batch: Batch) -> ResultOf:
        future: Future[StagedBatch] = Future()
        future.set_result(read_batch(batch, reading, {}, lambda index: None))
        return future

    return submit


def usable_cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0))


def _seen_path(raw: Path, processed: Path) -> Path:
    name = hashlib.sha256(str(raw.resolve()).encode()).hexdigest()[:16]
    return processed / ".state" / f"seen-{name}"
