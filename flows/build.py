"""The build flow: raw articles in, queryable Parquet out, orchestrated by Prefect."""

from uuid import UUID

from prefect import Task, flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.settings import PREFECT_UI_URL

from flows.batch_reading import StagedBatch
from flows.direct import build_direct
from flows.ingest.batches import Batch
from flows.run_result import RunRequest, RunResult
from flows.screens.run_report import checks_report, markdown_report
from flows.service.listeners import Listeners
from flows.workers.runners import Read, read_now
from flows.workers.task_runner import task_runner
from flows.workers.worker_pool import WorkerLostError

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
    result = build_direct(request, listeners, lambda read: lambda batch: batch_task.submit(batch, read))
    if result.run_id is None:
        return result
    checked = create_markdown_artifact(checks_report(result), key="validation-report", description=f"Run {result.run_id}")
    create_markdown_artifact(markdown_report(result, artifact_url(checked)), key="build-report", description=f"Run {result.run_id}")
    counts = result.written.outcomes
    get_run_logger().info(
        "run_id=%s batches=%d raw=%d accepted=%d duplicate=%d rejected=%d failed_checks=%d quiet_outlets=%d duration_s=%.2f",
        result.run_id, len(result.written.batch_ids), counts.raw, counts.accepted, counts.duplicate, counts.rejected,
        len(result.failed_checks), len(result.quiet), result.duration_s,
    )
    return result


def run_build(request: RunRequest, listeners: Listeners) -> RunResult:
    """The flow run once, with as many tasks at a time as there are workers; RunnerMissingError."""
    return build.with_options(task_runner=task_runner(request))(request, listeners)
