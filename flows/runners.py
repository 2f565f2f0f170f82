"""Runners: where the batches of a run are read."""

import contextlib
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from flows.ingest.batches import Batch
from flows.stages import ResultOf, StagedBatch, read_batch, submit_here

Read = Callable[[Batch], ResultOf]


@contextlib.contextmanager
def batch_runner(runner: str, workers: int, processed: Path) -> Iterator[Read]:
    """A function that has a batch read: here, or in worker processes that are started when the first batch comes."""
    if runner == "local" or workers == 1:
        yield submit_here(processed)
        return
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield lambda batch: pool.submit(read_batch, batch, processed)


def read_now(read: Read, batch: Batch) -> StagedBatch:
    """The batch read, waiting for it."""
    return read(batch).result()
