"""The build run without an orchestrator: the same stages, for a quick look or a notebook."""

import datetime
import time
from collections.abc import Callable

from flows.ingest.batches import Batch
from flows.run_result import RunRequest, RunResult, nothing_new, record_run
from flows.runners import batch_runner
from flows.stages import in_order, ingest, plan_run, write, write_reference_tables
from flows.validate.store_check import check_batches, start_checker, stop_checker
from flows.write.store import Outcomes, recover, store_lock, unchecked_batches

LOCK_WAIT_S = 600.0


def build_direct(
    request: RunRequest, on_plan: Callable[[int], None], on_batch: Callable[[Batch, Outcomes], None], on_wait: Callable[[str], None]
) -> RunResult:
    """Read what is new in the raw folder into the store.

    `on_plan` is told the bytes to be read, `on_batch` each batch as it becomes visible, `on_wait` who holds the
    store. Raises StoreLockedError, FileNotFoundError (no raw folder) and CheckerError.
    """
    started, started_at = time.perf_counter(), datetime.datetime.now(datetime.UTC)
    with store_lock(request.processed, LOCK_WAIT_S, on_wait):
        recovered = recover(request.processed)
        plan = plan_run(request.raw, request.processed)
        unchecked = unchecked_batches(request.processed)
        if not plan.new and not unchecked:
            return nothing_new(request, plan, recovered, time.perf_counter() - started)
        on_plan(plan.byte_count)
        checker = start_checker()
        try:
            write_reference_tables(request.processed)
            with batch_runner(request.runner, request.workers, request.processed) as read:
                batches = ingest(plan)
                staged = in_order(batches, read, request.workers)  # each batch: normalize → validate
                written = write(plan, staged, on_batch)
            to_check = (*unchecked, *written.batch_ids)
            checks = check_batches(checker, request.processed, to_check)
        finally:
            stop_checker(checker)
        return record_run(request, plan, written, to_check, checks, recovered, started_at, time.perf_counter() - started)
