"""Runners: where the batches of a run are read."""

import contextlib
import functools
import multiprocessing
import multiprocessing.forkserver
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flows.allocators import return_freed_memory
from flows.batch_reading import PartRead, Reading, StagedBatch, first_records, join_parts, read_batch, read_part
from flows.ingest.batches import Batch
from flows.reader_version import reader_version
from flows.stages import ResultOf, submit_here
from flows.workers.worker_pool import WorkerPool

CLUSTERS = ("dask", "ray")
PRELOAD = ("flows.workers.preloaded",)

Read = Callable[[Batch], ResultOf]


class BatchTimeError(RuntimeError):
    """A batch was not read within its time; the message names it."""


class OtherCodeError(RuntimeError):
    """A cluster's worker has other code or reference data than the run that asks it; the message has both versions."""


def prepare_workers(runner: str, workers: int) -> None:
    """Have the process that workers are forked from load what they need, while others prepare what they will read."""
    if runner in CLUSTERS or runner == "local" or workers == 1:
        return
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(PRELOAD))
    multiprocessing.forkserver.ensure_running()


@contextlib.contextmanager
def batch_runner(runner: str, workers: int, reading: Reading) -> Iterator[Read]:
    """A function that has a batch read: here, or in worker processes that are started when the first batch comes.

    `local` reads here where this is the main thread, the only one in which the time limit of an article holds. That of
    a cluster is to be called by the cluster's workers.
    """
    if runner in CLUSTERS:
        yield functools.partial(read_apart, reading, reader_version())
        return
    if (runner == "local" or workers == 1) and threading.current_thread() is threading.main_thread():
        yield submit_here(reading)
        return
    pool = WorkerPool(workers, PRELOAD)
    try:
        yield functools.partial(_read_together, pool, reading)
    finally:
        pool.close()


@dataclass(frozen=True, slots=True)
class _InParts:
    """A batch whose parts are being read: once all are, a worker puts them together."""

    batch: Batch
    parts: tuple[ResultOf, ...]
    join: Callable[[Batch, list[PartRead]], ResultOf]

    def result(self, timeout: float | None = None) -> StagedBatch:
        """The batch, waiting for it; TimeoutError."""
        until = None if timeout is None else time.monotonic() + timeout
        parts = [part.result(_left(until)) for part in self.parts]
        return self.join(self.batch, parts).result(_left(until))


def _left(until: float | None) -> float | None:
    return None if until is None else max(0.0, until - time.monotonic())


def _read_together(pool: WorkerPool, reading: Reading, batch: Batch) -> ResultOf:
    """The batch read by all workers of the pool, so that none is idle while a last or only batch is read."""
    firsts = first_records(batch)
    if len(firsts) < 2:
        return pool.submit(read_batch, batch, reading)
    parts = tuple(pool.submit(read_part, batch, first, reading) for first in firsts)
    return _InParts(batch, parts, lambda batch, read: pool.submit(join_parts, batch, read, reading, is_next=True))


def read_apart(reading: Reading, version: str, batch: Batch) -> ResultOf:
    """The batch read by a child of this process, which is a cluster's worker: limits hold there as they do on one machine.

    Raises OtherCodeError.
    """
    if reader_version() != version:
        raise OtherCodeError(f"the worker has {reader_version()}, the run has {version}: install the same on both")
    # Dask's workers are daemons, which may have no children; ours end when the pipe to their parent breaks
    multiprocessing.current_process().daemon = False
    return_freed_memory()
    pool = WorkerPool(1, PRELOAD)
    future = pool.submit(read_batch, batch, reading)
    pool.dismiss()
    return future


def read_now(read: Read, batch: Batch, limit_s: float) -> StagedBatch:
    """The batch read, waiting for it; BatchTimeError where that takes longer than the limit."""
    try:
        return read(batch).result(limit_s)
    except TimeoutError:
        raise BatchTimeError(f"batch {batch.batch_id} was not read within {limit_s:g} s") from None
