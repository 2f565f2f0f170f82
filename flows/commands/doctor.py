"""`dateline doctor`: what could keep Dateline from working, and what to do about it."""

import datetime
import importlib.metadata
import json
import os
import shutil
import sys
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pyarrow.parquet as pq

from flows import locations
from flows.service.service_config import FLOW_NAMES, ConfigError, load_config
from flows.workers.embedded_server import answers, configured_server
from flows.write.store import committed_batches, staging_folder, table_files

PINNED = ("prefect", "fastapi", "pyarrow", "duckdb", "great-expectations")
FREE_BYTES = 2 * 1024**3
LATE_RUNS = 2
"""Runs that may wait: a moment passes between the time for which a run is due and its start."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it is, and what to do where it is not well."""

    name: str
    state: Literal["ok", "warn", "bad"]
    detail: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and the configuration that are looked at."""

    raw: Path
    processed: Path
    releases: Path
    config: Path


def examine(places: Places) -> list[Finding]:
    """Every finding, in the order in which a person would look."""
    looks: tuple[Callable[[Places], Finding], ...] = (
        _python, _versions, _raw, _writable, _disk, _store, _last_run, _last_release, _schedule, _receivers, _server, _scheduled_runs,
    )
    return [look(places) for look in looks]


def _python(places: Places) -> Finding:
    said = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] != (3, 11):
        return Finding("python", "bad", said, "Dateline needs Python 3.11: remove .venv and say make setup PYTHON=python3.11")
    return Finding("python", "ok", said)


def _versions(places: Places) -> Finding:
    locked = _locked_versions()
    off = [f"{n} {importlib.metadata.version(n)} (locked {locked[n]})" for n in PINNED if n in locked and importlib.metadata.version(n) != locked[n]]
    if off:
        return Finding("versions", "bad", ", ".join(off), ".venv/bin/pip install --require-hashes -r requirements.lock")
    return Finding("versions", "ok", ", ".join(f"{n} {importlib.metadata.version(n)}" for n in PINNED))


def _locked_versions() -> dict[str, str]:
    lock = locations.ROOT / "requirements.lock"
    lines = lock.read_text().splitlines() if lock.exists() else []
    return {line.split("==")[0]: line.split("==")[1].split()[0] for line in lines if "==" in line and not line.startswith((" ", "#"))}


def _raw(places: Places) -> Finding:
    if not places.raw.is_dir():
        return Finding("raw articles", "bad", f"{places.raw} does not exist", "put raw articles there, or name their folder with --raw")
    if not any(places.raw.iterdir()):
        return Finding("raw articles", "warn", f"{places.raw} is empty", "put raw articles there; docs/guides/inputs.md says in which forms")
    return Finding("raw articles", "ok", str(places.raw))


def _writable(places: Places) -> Finding:
    for folder in (places.processed, places.releases):
        existing = next(p for p in (folder, *folder.parents) if p.exists())
        if not os.access(existing, os.W_OK):
            return Finding("permissions", "bad", f"{existing} cannot be written to", f"chown or chmod {existing}, or name another folder")
    return Finding("permissions", "ok", "processed and releases can be written to")


def _disk(places: Places) -> Finding:
    existing = next(p for p in (places.processed, *places.processed.parents) if p.exists())
    free = shutil.disk_usage(existing).free
    detail = f"{free / 1024**3:.1f} GiB free"
    if free < FREE_BYTES:
        return Finding("disk", "warn", detail, "make room: old releases and Prefect's history (.prefect) can go")
    return Finding("disk", "ok", detail)


def _store(places: Places) -> Finding:
    batches = committed_batches(places.processed)
    if not batches:
        return Finding("store", "warn", f"{places.processed} holds no batch yet", "make run")
    held = f"{len(batches):,} {'batch' if len(batches) == 1 else 'batches'}"
    if staging_folder(places.processed).exists():
        return Finding("store", "warn", f"{held}, and staged files of a run that is going on or was stopped", "dateline run takes up where it stopped")
    return Finding("store", "ok", held)


def _last_run(places: Places) -> Finding:
    rows = [r for path in table_files(places.processed, "runs") for r in pq.read_table(path).to_pylist()]
    if not rows:
        return Finding("last run", "warn", "none recorded", "make run")
    last = max(rows, key=lambda r: r["started_at"])
    age = datetime.datetime.now(datetime.UTC) - last["started_at"]
    detail = f"{last['run_id']}, {_ago(age)} ago: {last['raw_count']} raw articles, {last['rejected_count']} rejected"
    if last["state"] != "completed":
        return Finding("last run", "bad", f"{detail}; expectations failed", f"look at {places.processed}/validation/{last['run_id']}.html")
    return Finding("last run", "ok", detail)


def _last_release(places: Places) -> Finding:
    found = sorted(p.name for p in places.releases.iterdir() if (p / "manifest.json").exists()) if places.releases.is_dir() else []
    if not found:
        return Finding("last release", "warn", "none yet", "dateline release build")
    return Finding("last release", "ok", found[-1])


def _schedule(places: Places) -> Finding:
    try:
        config = load_config(places.config)
    except ConfigError as error:
        return Finding("schedule", "bad", str(error), f"mend {places.config}")
    return Finding("schedule", "ok", ", ".join(f"{s.flow}: {s.cron or f'every {s.interval_s:g} s'}" for s in config.schedules) or "nothing is scheduled")


def _receivers(places: Places) -> Finding:
    try:
        count = len(load_config(places.config).receivers)
    except ConfigError:
        count = 0
    if not count:
        return Finding("receivers", "warn", "nobody is told when something goes wrong", "set the variable that [notify] urls_from of dateline.toml names, or name a block there")
    return Finding("receivers", "ok", f"{count} told when something goes wrong")


def _server(places: Places) -> Finding:
    named, url = configured_server(), _api_url(places)
    if answers(url):
        with urllib.request.urlopen(f"{url}/admin/version", timeout=2) as response:
            version = response.read().decode().strip('"')
        return Finding("server", "ok", f"Prefect {version} answers at {url}")
    if named:
        return Finding("server", "bad", f"no answer from {url}", "start that server, or unset PREFECT_API_URL: a run then starts one of its own")
    return Finding("server", "ok", "none is running; dateline run starts one for itself, dateline serve keeps one")


def _scheduled_runs(places: Places) -> Finding:
    """How the last run of each scheduled flow ended, and whether somebody takes up those that are due."""
    url = _api_url(places)
    if not answers(url):
        return Finding("scheduled", "ok", "nothing is served now; dateline serve does that")
    said, failed, late = [], [], 0
    for flow in FLOW_NAMES:
        last = _runs(url, flow, {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}, 1)
        said += [f"{flow} {run['state_name'].lower()} at {run['end_time'][:16]}" for run in last]
        failed += [flow for run in last if run["state_type"] != "COMPLETED"]
        late += len(_runs(url, flow, {"name": {"any_": ["Late"]}}, 10))
    detail = ", ".join(said) or "no run has ended yet"
    if late > LATE_RUNS:
        return Finding("scheduled", "bad", f"{late} or more runs are late: {detail}", "dateline serve (or a worker) is not running: start it")
    if failed:
        return Finding("scheduled", "bad", detail, f"look at the last run of {', '.join(failed)} in the UI, {url.removesuffix('/api')}")
    return Finding("scheduled", "ok", detail)


def _runs(url: str, flow: str, state: dict, limit: int) -> list[dict]:
    """The newest runs of a scheduled flow in such a state."""
    body = {"limit": limit, "sort": "END_TIME_DESC", "flows": {"name": {"any_": [f"dateline-{flow}"]}}, "flow_runs": {"state": state}}
    request = urllib.request.Request(f"{url}/flow_runs/filter", json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


def _api_url(places: Places) -> str:
    try:
        return configured_server() or load_config(places.config).api_url
    except ConfigError:
        return "http://127.0.0.1:4200/api"


def _ago(age: datetime.timedelta) -> str:
    hours = age.total_seconds() / 3600
    return f"{hours * 60:.0f} min" if hours < 2 else f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.0f} days"
