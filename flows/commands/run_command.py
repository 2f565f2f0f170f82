"""What `dateline run` does: choose the runner, run with or without Prefect, show the result, give the exit status."""

import errno
import json
import logging
import sys
from collections.abc import Callable
from dataclasses import asdict

import click
from rich.console import Console

from flows import locations
from flows.commands.forget import has_tombstones_to_apply
from flows.direct import build_direct
from flows.ingest.batches import BatchLimits
from flows.ingest.field_map import FieldMap, keep_field_map
from flows.normalize.corrections import CorrectionError
from flows.publish.query import QueryError
from flows.reprocessing import corrections_changed
from flows.run_result import RunnerMissingError, RunRequest, RunResult
from flows.screens.run_screen import progress_bar, show_result
from flows.selection import Selection, selected_batches
from flows.service.listeners import Listeners, putting
from flows.stages import has_work, usable_cores
from flows.storage.opened_places import writable
from flows.storage.places import Place
from flows.validate.store_check import CheckerError
from flows.workers.embedded_server import ServerStartError, configured_server, prefect_api, wait_until_ready
from flows.workers.runners import OtherCodeError, prepare_workers
from flows.workers.worker_pool import WorkerLostError
from flows.write.lock import StoreLockedError


def run_command(
    raw: Place, processed: Place, runner: str, workers: int | None, direct: bool, reject_limit: float, form: str,
    limits: BatchLimits, checks_now: bool, rebuild: Selection | None, address: str | None = None, field_map: FieldMap = (),
) -> int:
    """0 done; 1 done but an expectation failed or too much was rejected, or the run could not be done; 2 usage."""
    count = workers or usable_cores()
    chosen = ("processes" if count > 1 else "local") if runner == "auto" else runner
    screen = Console(stderr=True, highlight=False)
    try:
        with (
            progress_bar(screen) as (say, on_plan, on_batch),
            writable(raw, is_locked=False) as from_,
            writable(processed, lambda owner: say(f"waiting for {owner}")) as to,
        ):
            if not from_.folder.is_dir():
                raise click.UsageError(f"{raw}: there is no such folder; --raw names the folder of raw articles")
            if field_map:
                keep_field_map(to.folder, field_map)
            request = RunRequest(
                from_.folder, to.folder, chosen, count, "direct" if direct else "prefect", limits, checks_now, rebuild, address=address
            )
            result = _run(request, direct, say, Listeners(on_plan, putting(to, on_batch), lambda owner: say(f"waiting for {owner}")))
    except (StoreLockedError, CheckerError, WorkerLostError, RunnerMissingError, OtherCodeError, ServerStartError, QueryError, CorrectionError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{_plainly(error)}\nWhat was written until then stays; run again to go on from there.") from None
    if form == "json":
        click.echo(json.dumps(_as_json(result), indent=1))
    else:
        show_result(result, Console(highlight=False, width=None if sys.stdout.isatty() else 140))
    return _status(result, reject_limit)


def _run(request: RunRequest, direct: bool, say: Callable[[str], None], listeners: Listeners) -> RunResult:
    if direct or _is_idle(request):
        return build_direct(request, listeners)
    return _with_prefect(request, say, listeners)


def _is_idle(request: RunRequest) -> bool:
    # a server takes 10 s to start; nobody should wait for it to hear that there is nothing to do
    return (
        configured_server() is None
        and (request.rebuild is None or not selected_batches(request.processed, request.rebuild))
        and not has_tombstones_to_apply(request.processed)
        and not corrections_changed(request.processed, request.corrections)
        and not has_work(request.raw, request.processed)
    )


def _with_prefect(request: RunRequest, say: Callable[[str], None], listeners: Listeners) -> RunResult:
    if configured_server() is None:
        prepare_workers(request.runner, request.workers)  # they load while the server starts
    with prefect_api(locations.PREFECT_HOME) as server:
        say("starting Prefect (about 10 s; a running server is used when PREFECT_API_URL names one)")
        logging.getLogger("prefect").setLevel(logging.WARNING)
        from flows.build import run_build

        if server is not None:
            wait_until_ready(server)
        return run_build(request, listeners)


def _plainly(error: OSError) -> str:
    where = f": {error.filename}" if error.filename else ""
    said = {
        errno.ENOSPC: "no room left on the disk", errno.EDQUOT: "the disk quota is used up",
        errno.EFBIG: "a file may not grow any further", errno.EROFS: "the folder is on a read-only file system",
        errno.EACCES: "no right to read or write", errno.EPERM: "no right to read or write",
    }
    return f"{said.get(error.errno, error.strerror or str(error))}{where}"


def _status(result: RunResult, reject_limit: float) -> int:
    counts = result.written.outcomes
    too_many = counts.raw > 0 and counts.rejected / counts.raw > reject_limit
    if too_many:
        click.echo(f"Exit status 1, as {counts.rejected / counts.raw:.0%} were rejected: more than --reject-limit {reject_limit:g}.", err=True)
    return 1 if result.failed_checks or too_many else 0


def _as_json(result: RunResult) -> dict:
    return {
        "run_id": result.run_id,
        "files": result.file_count,
        "outcomes": asdict(result.written.outcomes),
        "batches": list(result.written.batch_ids),
        "failed_checks": [asdict(c) for c in result.failed_checks],
        "quiet_outlets": [asdict(q) for q in result.quiet],
        "report": str(result.report) if result.report else None,
        "duration_s": round(result.duration_s, 3),
    }
