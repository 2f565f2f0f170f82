"""The build run without an orchestrator: the same stages, for a quick look or a notebook."""

import datetime
import time
from collections.abc import Callable

from flows.batch_reading import Reading
from flows.ingest.batches import Batch
from flows.reprocessing import check_corrections, look_back
from flows.run_result import RunRequest, RunResult, nothing_new, record_run
from flows.service.listeners import Listeners
from flows.stages import (
    ResultOf,
    any_of,
    in_order,
    ingest,
    plan_run,
    remember_seen,
    write,
    write_orphans,
    write_reference_tables,
)
from flows.validate.store_check import check_for_errors_of_ours, checking
from flows.workers.runners import Read, batch_runner, prepare_workers
from flows.write.journal import recover
from flows.write.lock import LOCK_WAIT_S, store_lock
from flows.write.store import unchecked_batches


def build_direct(
    request: RunRequest, listeners: Listeners, submitter: Callable[[Read], Callable[[Batch], ResultOf]] = lambda read: read
) -> RunResult:
    """Read what is new in the raw folder into the store; `submitter` says how an orchestrator has a batch read.

    Raises StoreLockedError, FileNotFoundError (no raw folder), OSError (no room, no right to write) and CheckerError; what was written until then stays and the next run goes on from there.
    """
    started, started_at = time.perf_counter(), datetime.datetime.now(datetime.UTC)
    with store_lock(request.processed, LOCK_WAIT_S, listeners.on_wait):
        recovered = recover(request.processed)
        again = look_back(request)
        plan = plan_run(request.raw, request.processed, request.limits, again)
        if plan.found.candidates or again:
            prepare_workers(request.runner, request.workers)
        batches = any_of(ingest(plan))
        unchecked = unchecked_batches(request.processed) if request.checks_now else ()
        if batches is None and not unchecked:
            remember_seen(plan)
            return nothing_new(request, plan, check_corrections(request), recovered, time.perf_counter() - started)
        listeners.on_plan(plan.found.byte_count)
        with checking(request.checks_now, plan.found.byte_count) as check:
            write_reference_tables(request.processed)
            reading = Reading(request.processed.resolve(), plan.staging, request.corrections)
            with batch_runner(request.runner, request.workers, reading) as read:
                submit = submitter(read)
                staged = in_order(batches or (), submit, request.workers)  # each batch: normalize → validate
                written = write(plan, staged, listeners.on_batch)
                written = write_orphans(plan, written, submit, request.workers, listeners.on_batch)
            remember_seen(plan)
            to_check = tuple(dict.fromkeys((*unchecked, *written.batch_ids)))
            checks = check(request.processed, to_check)
            checks += [*check_for_errors_of_ours(request.processed, written.batch_ids), *check_corrections(request)]
        return record_run(request, plan, written, to_check, checks, recovered, started_at, time.perf_counter() - started)
