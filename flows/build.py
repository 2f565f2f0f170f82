"""The build flow: raw articles in, queryable Parquet out, orchestrated by Prefect."""

import datetime
import time
from uuid import UUID

from prefect import Task, flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.settings import PREFECT_UI_URL

from flows.direct import LOCK_WAIT_S
from flows.ingest.batches import Batch
from flows.reprocessing import check_corrections, look_back
from flows.run_result import RunRequest, RunResult, nothing_new, record_run
from flows.screens.run_report import checks_report, markdown_report
from flows.service.listeners import Listeners
from flows.stages import (
    Reading,
    StagedBatch,
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
from flows.workers.runners import Read, batch_runner, read_now
from flows.workers.task_runner import task_runner
from flows.workers.worker_pool import WorkerLostError
from flows.write.journal import recover
from flows.write.lock import store_lock
from flows.write.store import unchecked_batches

BATCH_LIMIT_S = 3600.0
RETRY_AFTER_S = (10, 60)


def is_worth_retrying(task: Task, task_run: TaskRun, state: State) -> bool:
    """Whether the batch may go well if it is read again: its worker was lost or a connection broke; never for bad input."""
    return isinstance(state.data, WorkerLostError | ConnectionError)


@task(
    name="batch", task_run_name="batch {batch.batch_id}", cache_policy=NO_CACHE, persist_result=False,
    retries=len(RETRY_AFTER_S), retry_delay_seconds=list(RETRY_AFTER_S), retry_condition_fn=is_worth_retrying,
)
def batch_task(batch: Batch, read: Read) -> StagedBatch:
    """One batch through normalize and validate, written aside; BatchTimeError where it takes longer than BATCH_LIMIT_S."""
    staged = read_now(read, batch, BATCH_LIMIT_S)
    seconds = staged.seconds
    get_run_logger().info("batch_id=%s normalize_s=%.2f validate_s=%.2f", batch.batch_id, seconds.normalize, seconds.validate)
    return staged


def artifact_url(artifact_id: UUID) -> str | None:
    """Where a browser finds the artifact; None where no server keeps it."""
    ui = PREFECT_UI_URL.value()
    return f"{ui.rstrip('/')}/artifacts/artifact/{artifact_id}" if ui else None


@flow(name="build", validate_parameters=False, persist_result=False)
def build(request: RunRequest, listeners: Listeners) -> RunResult:
    """Read what is new in the raw folder into the store: ingest → normalize → validate → write."""
    started, started_at = time.perf_counter(), datetime.datetime.now(datetime.UTC)
    with store_lock(request.processed, LOCK_WAIT_S, listeners.on_wait):
        recovered = recover(request.processed)
        again = look_back(request)
        plan = plan_run(request.raw, request.processed, request.limits, again)
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
                staged = in_order(batches or (), lambda b: batch_task.submit(b, read), request.workers)
                written = write(plan, staged, listeners.on_batch)
                written = write_orphans(plan, written, lambda b: batch_task.submit(b, read), request.workers, listeners.on_batch)
            remember_seen(plan)
            to_check = tuple(dict.fromkeys((*unchecked, *written.batch_ids)))
            checks = check(request.processed, to_check)
            checks += [*check_for_errors_of_ours(request.processed, written.batch_ids), *check_corrections(request)]
        result = record_run(request, plan, written, to_check, checks, recovered, started_at, time.perf_counter() - started)
    checked = create_markdown_artifact(checks_report(result), key="validation-report", description=f"Run {result.run_id}")
    create_markdown_artifact(markdown_report(result, artifact_url(checked)), key="build-report", description=f"Run {result.run_id}")
    counts = written.outcomes
    get_run_logger().info(
        "run_id=%s batches=%d raw=%d accepted=%d duplicate=%d rejected=%d failed_checks=%d quiet_outlets=%d duration_s=%.2f",
        result.run_id, len(written.batch_ids), counts.raw, counts.accepted, counts.duplicate, counts.rejected,
        len(result.failed_checks), len(result.quiet), result.duration_s,
    )
    return result


def run_build(request: RunRequest, listeners: Listeners) -> RunResult:
    """The flow run once, with as many tasks at a time as there are workers; RunnerMissingError."""
    return build.with_options(task_runner=task_runner(request))(request, listeners)
