"""The deployments: collect, build and release as flows with plain parameters, run on a schedule or by a work pool."""

import datetime
import os
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.client.schemas.schedules import CronSchedule, IntervalSchedule
from prefect.deployments.runner import EntrypointType, RunnerDeployment

from flows import locations
from flows.build import build
from flows.collect import COLLECT_LIMIT_S, NothingReachedError, fetch_task
from flows.collect_sources import declared_sources
from flows.commands.release_command import release_options
from flows.publish.gate import GateFailedError
from flows.publish.latest import latest_release
from flows.release import release
from flows.run_result import RunRequest
from flows.screens.collect_report import collect_report, unreachable
from flows.service.listeners import Listeners, putting
from flows.service.notify import tell
from flows.service.quiet_notice import tell_quiet
from flows.service.retention import prune_begun, prune_reports
from flows.service.service_config import FlowSchedule, ServiceConfig, load_config
from flows.stages import usable_cores
from flows.storage.opened_places import readable, writable
from flows.storage.places import place_of
from flows.write.store import holds_articles

CONFIG = "DATELINE_CONFIG"
RUN_LIMIT_S = 4 * 3600


class RunFailedError(RuntimeError):
    """A scheduled run did what it could and something is wrong with what came of it; the message says what."""


def configuration() -> ServiceConfig:
    """dateline.toml, at the root of the project or where DATELINE_CONFIG says."""
    return load_config(Path(os.environ.get(CONFIG, locations.ROOT / "dateline.toml")))


def _say_waiting(owner: str) -> None:
    get_run_logger().info("waiting for %s", owner)


def _tell_failure(flow: Any, flow_run: Any, state: Any) -> None:
    events = {GateFailedError: "gate_failed", RunFailedError: "check_failed"}
    said = state.message or ""
    event = next((event for kind, event in events.items() if isinstance(state.data, kind) or kind.__name__ in said), "run_failed")
    tell(event, f"{flow.name} run {flow_run.name}: {state.message}", configuration().receivers)


@flow(name="dateline-collect", timeout_seconds=COLLECT_LIMIT_S + 60, on_failure=[_tell_failure], on_crashed=[_tell_failure], persist_result=False)
def scheduled_collect(raw: str = str(locations.RAW), feeds: str = str(locations.ROOT / "feeds.toml")) -> dict[str, Any]:
    """Fetch what is new at the sources of feeds.toml into the raw folder.

    Args:
        raw: folder of raw articles, or its URL
        feeds: the file that declares the sources
    """
    logger = get_run_logger()
    politeness, sources = declared_sources(Path(feeds))
    if politeness is None:
        logger.info("%s declares no source", feeds)
        return {"sources": 0, "files": 0, "failures": 0}
    with writable(place_of(raw), is_locked=False) as to:
        prune_begun(to.folder, datetime.datetime.now(datetime.UTC))
        done = fetch_task(sources, politeness, to.folder)
    for one in done:
        logger.info("source=%s outcome=%s files=%d pages=%d failures=%d", one.source, one.outcome, one.files, one.pages, len(one.failures))
    create_markdown_artifact(collect_report(done), key="collect-report")
    if unreachable(done):
        raise NothingReachedError("; ".join(f"{one.source}: {one.failures[0].detail}" for one in done if one.failures))
    return {"sources": len(done), "files": sum(o.files for o in done), "failures": sum(len(o.failures) for o in done)}


@flow(name="dateline-build", timeout_seconds=RUN_LIMIT_S, on_failure=[_tell_failure], on_crashed=[_tell_failure], persist_result=False)
def scheduled_build(raw: str = str(locations.RAW), processed: str = str(locations.PROCESSED), workers: int = 0) -> dict[str, Any]:
    """Read what is new in the raw folder into the store, and tell people what they should know.

    Args:
        raw: folder of raw articles, or its URL
        processed: folder of the dataset's tables, or its URL
        workers: worker processes, 0 for as many as there are cores
    """
    config, count = configuration(), workers or usable_cores()
    with writable(place_of(raw), is_locked=False) as from_, writable(place_of(processed), _say_waiting) as to:
        request = RunRequest(from_.folder, to.folder, "processes" if count > 1 else "local", count, "prefect")
        result = build.fn(request, Listeners(on_batch=putting(to), on_wait=_say_waiting))
        prune_reports(to.folder, config.run_days, datetime.datetime.now(datetime.UTC))
        counts = result.written.outcomes
        if counts.raw and counts.rejected / counts.raw > config.reject_rate:
            tell("reject_rate", f"{counts.rejected} of {counts.raw} raw articles were rejected; dateline rejected list", config.receivers)
        if result.run_id:
            tell_quiet(to.folder, result.quiet, config.receivers)
    if result.failed_checks:
        names = ", ".join(f"{c.table}.{c.name}" for c in result.failed_checks)
        raise RunFailedError(f"{len(result.failed_checks)} expectations do not hold: {names}; report: {result.report}")
    return {"run_id": result.run_id, "raw": counts.raw, "accepted": counts.accepted, "duplicate": counts.duplicate, "rejected": counts.rejected}


@flow(name="dateline-release", timeout_seconds=RUN_LIMIT_S, on_failure=[_tell_failure], on_crashed=[_tell_failure], persist_result=False)
def scheduled_release(
    processed: str = str(locations.PROCESSED), releases: str = str(locations.RELEASES), workers: int = 0, memory_limit: str = "2GB",
    raw: str = str(locations.RAW),
) -> dict[str, Any]:
    """Build a release where the store has something new for one; a gate that refuses fails the run and people are told.

    Args:
        processed: folder of the dataset's tables, or its URL
        releases: folder of the releases, or its URL
        workers: processes for near-duplicates, 0 for as many as there are cores
        memory_limit: memory that DuckDB may use, such as 2GB
        raw: folder of raw articles or its URL, for first receipts that were read late
    """
    with readable(place_of(raw)) as from_, readable(place_of(processed)) as store, writable(place_of(releases), _say_waiting) as to:
        # a store of rejected articles only is no fault before the first release; after it, the gate has to be asked
        if not holds_articles(store) and latest_release(to.folder) is None:
            return {"release": None, "is_new": False}
        options = release_options(from_, store, None, workers or usable_cores(), memory_limit)
        built = release.fn(store, to.folder, options)
    return {"release": built.path.name, "is_new": built.is_new}


SCHEDULED = {"collect": scheduled_collect, "build": scheduled_build, "release": scheduled_release}


def folder_parameters(flow_name: str, config: ServiceConfig) -> dict[str, str]:
    """The folders of the configuration as the parameters that the flow takes."""
    folders = {"raw": str(config.raw), "processed": str(config.processed), "releases": str(config.releases), "feeds": str(config.feeds)}
    taken = SCHEDULED[flow_name].parameters.properties
    return {name: folder for name, folder in folders.items() if name in taken}


def deployment(schedule: FlowSchedule, config: ServiceConfig) -> RunnerDeployment:
    """The deployment of a scheduled flow; a run that is still going is not started a second time."""
    when = (
        CronSchedule(cron=schedule.cron, timezone=schedule.timezone)
        if schedule.cron
        else IntervalSchedule(
            interval=datetime.timedelta(seconds=schedule.interval_s or 0),
            anchor_date=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
            timezone=schedule.timezone,
        )
    )
    return SCHEDULED[schedule.flow].to_deployment(
        name=schedule.flow,
        schedules=[when],
        parameters=folder_parameters(schedule.flow, config),
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        entrypoint_type=EntrypointType.MODULE_PATH,
        description=f"Dateline: {schedule.flow}",
    )


def deployments(config: ServiceConfig) -> list[RunnerDeployment]:
    """The deployments of all schedules in the configuration."""
    return [deployment(s, config) for s in config.schedules if s.flow in SCHEDULED]
