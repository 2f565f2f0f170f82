"""Runners: where the batches of a run are read."""

import contextlib
import threading
from collections.abc import Callable, Iterator

from flows.ingest.batches import Batch
from flows.stages import Reading, ResultOf, StagedBatch, read_batch, submit_here
from flows.worker_pool import WorkerPool

Read = Callable[[Batch], ResultOf]


@contextlib.contextmanager
def batch_runner(runner: str, workers: int, reading: Reading) -> Iterator[Read]:
    """A function that has a batch read: here, or in worker processes that are started when the first batch comes.

    `local` reads here where this is the main thread, the only one in which the time limit of an article holds.
    """
    if (runner == "local" or workers == 1) and threading.current_thread() is threading.main_thread():
        yield submit_here(reading)
        return
    pool = WorkerPool(workers, preload=("flows.preloaded",))
    try:
        yield lambda batch: pool.submit(read_batch, batch, reading)
    finally:
        pool.close()


class BatchTimeError(RuntimeError):
    """A batch was not read within its time; the message names it."""


def read_now(read: Read, batch: Batch, limit_s: float) -> StagedBatch:
    """The batch read, waiting for it; BatchTimeError where that takes longer than the limit."""
    try:
        return read(batch).result(limit_s)
    except TimeoutError:
        raise BatchTimeError(f"batch {batch.batch_id} was not read within {limit_s:g} s") from None
