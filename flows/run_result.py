"""What a run did, as data: for the screen, the runs table, the Prefect artifact and programs."""

import datetime
import importlib.metadata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from flows.ingest.batches import BatchLimits
from flows.locations import REFERENCE
from flows.selection import Selection
from flows.stages import Plan, Written
from flows.validate.report import write_report
from flows.validate.store_check import CheckResult
from flows.write.coverage import QuietOutlet, write_coverage
from flows.write.store import mark_checked, replace_table
from schemas import runs
from schemas.derive.arrow import arrow_schema

VERSIONED = ("dateline", "pyarrow", "duckdb", "prefect", "great-expectations")


class RunnerMissingError(RuntimeError):
    """The runner's package is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What was asked for: folders, runner and workers; `workers` is at least 1.

    Without `checks_now` the expectations are left to the next run that has them checked. `rebuild` names batches to be read
    again. `address` is that of a running Dask or Ray cluster.
    """

    raw: Path
    processed: Path
    runner: str
    workers: int
    orchestrator: str
    limits: BatchLimits = field(default_factory=BatchLimits)
    checks_now: bool = True
    rebuild: Selection | None = None
    corrections: Path = REFERENCE / "corrections.csv"
    address: str | None = None


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of it. A run with nothing new has no run_id and wrote nothing."""

    request: RunRequest
    run_id: str | None
    file_count: int
    written: Written
    checks: tuple[CheckResult, ...]
    recovered: tuple[str, ...]
    report: Path | None
    duration_s: float
    quiet: tuple[QuietOutlet, ...] = ()

    @property
    def failed_checks(self) -> tuple[CheckResult, ...]:
        """The expectations that do not hold."""
        return tuple(c for c in self.checks if not c.success)


def nothing_new(
    request: RunRequest, plan: Plan, checks: Sequence[CheckResult], recovered: Sequence[str], duration_s: float
) -> RunResult:
    """The result of a run that found nothing to do."""
    return RunResult(request, None, plan.found.file_count, Written(), tuple(checks), tuple(recovered), None, duration_s)


def record_run(
    request: RunRequest,
    plan: Plan,
    written: Written,
    checked: Sequence[str],
    checks: Sequence[CheckResult],
    recovered: Sequence[str],
    started_at: datetime.datetime,
    duration_s: float,
) -> RunResult:
    """Write the validation report and the row of the table runs, with the batches that were checked; the run's result."""
    last = checked[-1] if checked else "0" * 16
    run_id = f"{started_at:%Y%m%dT%H%M%S}-{last[:8]}"
    report = request.processed / "validation" / f"{run_id}.html"
    write_report(checks, run_id, report)
    quiet = write_coverage(request.processed)
    failed = any(not c.success for c in checks)
    counts, seconds = written.outcomes, written.seconds
    row = {
        "run_id": run_id,
        "started_at": started_at,
        "duration_s": duration_s,
        "orchestrator": request.orchestrator,
        "runner": request.runner,
        "state": "check_failed" if failed else "completed",
        "batch_ids": list(checked),
        "raw_count": counts.raw,
        "accepted_count": counts.accepted,
        "duplicate_count": counts.duplicate,
        "rejected_count": counts.rejected,
        "ingest_s": seconds.ingest,
        "normalize_s": seconds.normalize,
        "validate_s": seconds.validate,
        "write_s": seconds.write,
        "versions": [(name, importlib.metadata.version(name)) for name in VERSIONED],
    }
    replace_table(request.processed, "runs", pa.Table.from_pylist([row], schema=arrow_schema(runs.TABLE)), run_id)
    if request.checks_now:
        mark_checked(request.processed, checked)
    return RunResult(request, run_id, plan.found.file_count, written, tuple(checks), tuple(recovered), report, duration_s, quiet)
