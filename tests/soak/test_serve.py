"""`dateline serve` as a real process: it collects and builds on schedule, is killed, starts again, ends cleanly and keeps secrets."""

import datetime
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from flows.write.store import committed_batches
from tests.operation.feed_server import FEEDS, Feed, feed_server
from tests.operation.loopback import free_port
from tests.operation.pool import ROOT, Pool, end_all, server_of
from tests.operation.receivers import Received, webhook

SECRET = "hunter2"
NOT_REACHED = "receiver 2 of 2 was not reached for reject_rate"
SLOT_S = 5
MISSED_SLOTS = 4
CONFIG = """
[server]
port = {port}
[folders]
raw = "raw"
processed = "processed"
releases = "releases"
[schedules.collect]
interval_seconds = {slot_s}
[schedules.build]
interval_seconds = {slot_s}
[limits]
reject_rate = 0.0
[notify]
urls_from = ["DATELINE_NOTIFY_URL", "DATELINE_DEAD_URL"]
"""


@pytest.fixture
def feed() -> Iterator[Feed]:
    with feed_server() as served:
        yield served


@pytest.fixture
def desk() -> Iterator[Received]:
    """Who is told."""
    with webhook() as received:
        yield received


@pytest.fixture
def served(tmp_path: Path, feed: Feed, desk: Received) -> Iterator[Pool]:
    """A project with a feed, one article and one broken file; of its two receivers of messages one cannot be reached."""
    port = free_port()
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "one.txt").write_text("Міст відкрили після ремонту. Про це повідомляє пресслужба міськради.\n", encoding="utf-8")
    (tmp_path / "raw" / "broken.jsonl").write_text('{"text": \n', encoding="utf-8")
    (tmp_path / "dateline.toml").write_text(CONFIG.format(port=port, slot_s=SLOT_S))
    (tmp_path / "feeds.toml").write_text(FEEDS.format(url=feed.url))
    environment = {
        **os.environ, "PREFECT_HOME": str(tmp_path / "prefect"),
        "DATELINE_NOTIFY_URL": f"json://desk:{SECRET}@127.0.0.1:{desk.port}/hook",
        "DATELINE_DEAD_URL": f"json://desk:{SECRET}@127.0.0.1:9/hook",
    }
    environment.pop("PREFECT_API_URL", None)
    yield Pool(tmp_path, port, environment)
    end_all(tmp_path)


def start(served: Pool) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "flows.cli", "serve", "--config", str(served.folder / "dateline.toml")]
    with (served.folder / "serve.log").open("ab") as log:
        return subprocess.Popen(command, cwd=ROOT, env=served.environment, stdout=log, stderr=log, start_new_session=True)


def family(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    return [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]


def batches(served: Pool) -> int:
    return len(committed_batches(served.folder / "processed"))


def test_it_serves_is_killed_starts_again_and_stops_cleanly(served, feed, desk):
    first = start(served)
    served.wait_for("the first batch", lambda: batches(served) >= 1 and "RUNNING" in served.states())
    assert served.states().count("RUNNING") == 1, "a run that is still going must not be started a second time"
    under_way = {r["id"] for r in served.runs() if r["state_type"] in ("RUNNING", "PENDING")}
    server = server_of(first)
    first.send_signal(signal.SIGKILL)
    first.wait()
    psutil.wait_procs([server])
    killed_at = datetime.datetime.now(datetime.UTC)
    slots = datetime.timedelta(seconds=SLOT_S * MISSED_SLOTS)
    served.wait_for("slots that nobody serves", lambda: datetime.datetime.now(datetime.UTC) > killed_at + slots)

    (served.folder / "raw" / "broken_too.jsonl").write_text('{"date": \n', encoding="utf-8")
    feed.entries[1] = ("Парк", "Парк відкрили в суботу, повідомили в міськраді.")
    started_at = datetime.datetime.now(datetime.UTC)
    second = start(served)
    served.wait_for("the article that came while nobody served", lambda: batches(served) >= 2)
    served.wait_for("a finished run", lambda: "COMPLETED" in served.states())
    # its process may have lived on and come to its end, else it is marked as crashed
    ended = ("COMPLETED", "CRASHED", "FAILED", "CANCELLED")
    served.wait_for("the end of what was under way", lambda: all(r["state_type"] in ended for r in served.runs() if r["id"] in under_way))
    served.wait_for("the word that too much was rejected", lambda: NOT_REACHED in (served.folder / "serve.log").read_text())
    assert_it_tells(served)
    for name in ("dateline-collect", "dateline-build"):
        assert len(runs_due_between(served, name, killed_at, started_at)) <= 1, f"{name}: what was missed runs once"
    assert "missed slot" in (served.folder / "serve.log").read_text()
    told = [json.loads(message)["title"] for message in desk.messages]
    assert "Dateline: More raw articles were rejected than the limit allows" in told and "Dateline: A run failed" in told

    members = family(second)
    second.send_signal(signal.SIGINT)
    assert second.wait() == 0
    _, alive = psutil.wait_procs(members, timeout=60)
    assert alive == [], "a stopped service leaves no process behind"
    said = (served.folder / "serve.log").read_text()
    assert "UI: http://127.0.0.1" in said and said.rstrip().endswith("Stopped.")
    for log in served.folder.rglob("*.log"):
        assert SECRET not in log.read_text(errors="replace"), log


def runs_due_between(served: Pool, flow: str, begin: datetime.datetime, end: datetime.datetime) -> list[dict]:
    """The runs of a flow that the schedule had for that time, but for those that were cancelled."""
    body = {"flows": {"name": {"any_": [flow]}}, "flow_runs": {"expected_start_time": {"after_": begin.isoformat(), "before_": end.isoformat()}}}
    return [run for run in served.ask("flow_runs/filter", body) if run["state_type"] != "CANCELLED"]


def _logged(served: Pool, mark: str) -> bool:
    return any(mark in line["message"] for line in served.ask("logs/filter", {"limit": 200}))


def assert_it_tells(served: Pool) -> None:
    """Reports and logs say what happened, and hold no secret."""
    reports = "\n".join(a["data"] for a in served.ask("artifacts/filter", {}) if isinstance(a["data"], str))
    # a run's process sends what it logs every few seconds, its last lines when it ends
    served.wait_for("the lines of a run and of its batches", lambda: _logged(served, "run_id=") and _logged(served, "batch_id="))
    logs = served.ask("logs/filter", {"limit": 200})
    assert "| local | collected | 1 |" in reports
    link = re.search(r"\[Validation report\]\(http://127\.0\.0\.1:\d+/artifacts/artifact/([0-9a-f-]+)\)", reports)
    validation = served.ask("artifacts/filter", {"artifacts": {"id": {"any_": [link[1]]}}})
    assert "| holds |" in validation[0]["data"]
    assert "| ingest | invalid_json | 1 |" in reports
    assert SECRET not in json.dumps([reports, logs, served.ask("flow_runs/filter", {}), served.ask("events/filter", {})])
