"""`dateline serve`: a Prefect server and the deployments on their schedules, until it is stopped."""

import contextlib
import ctypes
import datetime
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import filelock

from flows.service.notify import tell
from flows.service.retention import turn_log
from flows.service.service_config import ServiceConfig
from flows.workers.embedded_server import (
    EmbeddedServer,
    answers,
    configured_server,
    prefect_environment,
    stop_server,
    wait_until_ready,
)

PR_SET_PDEATHSIG = 1


class AlreadyServedError(RuntimeError):
    """Another `dateline serve` of this project is running."""


def serve_service(config: ServiceConfig, home: Path, say: Callable[[str], None]) -> None:
    """Serve until interrupted. Runs missed meanwhile are made up for by one each; runs that a killed service left
    unfinished are marked as crashed, so that they neither look alive nor block the next.

    Raises AlreadyServedError, ServerStartError.
    """
    home.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(home / "serve.lock")
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise AlreadyServedError(f"another dateline serve of this project is running ({home / 'serve.lock'})") from None
    began = datetime.datetime.now(datetime.UTC)
    with lock, _interrupt_on_terminate(), service_server(config, home, say) as api_url:
        os.environ["PREFECT_API_URL"] = api_url
        from prefect import serve

        from flows.deploy import deployments

        served = deployments(config)
        for one in served:
            one.apply()
        crashed, skipped = settle_history([d.name for d in served], began)
        if crashed:
            said = f"{crashed} run{'s' if crashed > 1 else ''} that a stopped service left unfinished marked as crashed"
            say(said)
            tell("run_failed", said, config.receivers)
        if skipped:
            say(f"{skipped} missed slot{'s' if skipped > 1 else ''} left out: what was missed runs once")
        for schedule in config.schedules:
            say(f"{schedule.flow}: {schedule.cron or f'every {schedule.interval_s:g} s'} ({schedule.timezone})")
        say(f"Serving. UI: {api_url.removesuffix('/api')}   Stop with Ctrl-C")
        # Prefect's own serve ends by KeyboardInterrupt, which is the ordinary end here
        with contextlib.suppress(KeyboardInterrupt):
            serve(*served, pause_on_shutdown=False, print_starting_message=False)
    say("Stopped.")


@contextlib.contextmanager
def service_server(config: ServiceConfig, home: Path, say: Callable[[str], None]) -> Iterator[str]:
    """API URL of the configured server, of one that answers at the configured address, or of one that we start."""
    # a service's runs are looked at later: what they say goes to the server, not only what went wrong
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")
    os.environ.update(prefect_environment(home))
    named = configured_server()
    if named or answers(config.api_url):
        yield named or config.api_url
        return
    say(f"Starting a Prefect server on {config.ui_url} (about 10 s); its log: {home / 'server.log'}")
    server = _start_server(config, home)
    try:
        wait_until_ready(server)
        yield server.api_url
    finally:
        stop_server(server)


def _start_server(config: ServiceConfig, home: Path) -> EmbeddedServer:
    environment = {
        **os.environ,
        "PREFECT_API_URL": config.api_url,
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(config.run_days * 24 * 3600),
    }
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", config.host, "--port", str(config.port)]
    log = home / "server.log"
    turn_log(log)
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, env=environment, preexec_fn=_die_with_parent,
            start_new_session=True,
        )
    return EmbeddedServer(process, config.port, log)


def _die_with_parent() -> None:
    # a killed service must not leave its server behind; Linux only, elsewhere the next serve finds and uses it
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@contextlib.contextmanager
def _interrupt_on_terminate() -> Iterator[None]:
    def interrupt(signum: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


def settle_history(deployment_names: list[str], began: datetime.datetime) -> tuple[int, int]:
    """(runs marked as crashed, missed slots left out) for the deployments of those names; `began` is when serving began.

    Nobody else serves them (the caller holds the lock), so a run in progress is one that was killed; of the slots missed
    while nobody served one of each deployment is made up for: the latest that waits, or else a new run where the server
    has cancelled those that waited, as it does while it takes the killed run to be going on.
    """
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.objects import StateType
    from prefect.states import Crashed

    crashed = skipped = 0
    now = datetime.datetime.now(datetime.UTC)
    with get_client(sync_client=True) as client:
        for name in deployment_names:
            for run in _runs_of(client, name, [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]):
                client.set_flow_run_state(run.id, Crashed(message="the service was stopped while this ran"), force=True)
                crashed += 1
            missed = [r for r in _runs_of(client, name, [StateType.SCHEDULED]) if r.auto_scheduled and r.expected_start_time <= now]
            for run in missed[1:]:
                client.delete_flow_run(run.id)
            cancelled = [r for r in _runs_of(client, name, [StateType.CANCELLED]) if r.auto_scheduled and r.state.timestamp >= began]
            if cancelled and not missed:
                client.create_flow_run_from_deployment(cancelled[0].deployment_id)
            skipped += max(0, len(missed) + len(cancelled) - 1)
    return crashed, skipped


def _runs_of(client: Any, deployment_name: str, states: list[Any]) -> list[Any]:
    """Up to 200 runs of the deployment in one of those states, the latest due first."""
    from prefect.client.schemas.filters import (
        DeploymentFilter,
        DeploymentFilterName,
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateType,
    )
    from prefect.client.schemas.sorting import FlowRunSort

    return client.read_flow_runs(
        flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=states))),
        deployment_filter=DeploymentFilter(name=DeploymentFilterName(any_=[deployment_name])),
        sort=FlowRunSort.EXPECTED_START_TIME_DESC,
    )
