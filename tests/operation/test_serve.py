"""`dateline serve` as a real process: it runs what is scheduled, ends cleanly, and starts again after a kill."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from flows.write.store import committed_batches

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 240


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Service:
    """A served project in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        (folder / "raw").mkdir()
        (folder / "raw" / "one.txt").write_text("Міст відкрили після ремонту. Про це повідомляє пресслужба міськради.\n", encoding="utf-8")
        (folder / "dateline.toml").write_text(
            f"[server]\nport = {self.port}\n[folders]\nraw = 'raw'\nprocessed = 'processed'\nreleases = 'releases'\n"
            "[schedules.build]\ninterval_seconds = 5\n"
        )

    def start(self) -> subprocess.Popen[str]:
        environment = {**os.environ, "PREFECT_HOME": str(self.folder / "prefect")}
        environment.pop("PREFECT_API_URL", None)
        log = (self.folder / "serve.log").open("a")
        return subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "serve", "--config", str(self.folder / "dateline.toml")],
            cwd=ROOT, env=environment, stdout=log, stderr=log, text=True, start_new_session=True,
        )

    def runs(self) -> list[dict]:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/flow_runs/filter", data=json.dumps({"sort": "EXPECTED_START_TIME_ASC"}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as response:
            return json.load(response)

    def states(self) -> list[str]:
        with contextlib.suppress(OSError):
            return [r["state_type"] for r in self.runs()]
        return []

    def log(self) -> str:
        return (self.folder / "serve.log").read_text() + (self.folder / "prefect" / "server.log").read_text()


def wait_for(what: str, service: Service, holds) -> None:
    """Poll until it holds; a failure shows what the service said."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if holds():
            return
        time.sleep(0.5)
    pytest.fail(f"{what} did not come within {PATIENCE_S} s:\n{service.log()[-4000:]}")


def family(process: subprocess.Popen[str]) -> list[psutil.Process]:
    parent = psutil.Process(process.pid)
    return [parent, *parent.children(recursive=True)]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    yield Service(tmp_path)
    for process in psutil.process_iter(["cmdline"]):
        if any(str(tmp_path) in part for part in process.info["cmdline"] or ()):
            process.kill()


def test_it_serves_is_killed_starts_again_and_stops_cleanly(service):
    first = service.start()
    wait_for("a finished run", service, lambda: "COMPLETED" in service.states())
    assert len(committed_batches(service.folder / "processed")) == 1
    busy = [s for s in service.states() if s in ("RUNNING", "PENDING")]
    assert len(busy) <= 1, "a run that is still going must not be started a second time"

    members = family(first)
    first.send_signal(signal.SIGKILL)
    first.wait()
    wait_for("the end of a killed service's server", service, lambda: not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in members if "server" in " ".join(_command(p))))

    (service.folder / "raw" / "two.txt").write_text("Парк відкрили в суботу, повідомили в міськраді.\n", encoding="utf-8")
    second = service.start()
    wait_for("the second article", service, lambda: len(committed_batches(service.folder / "processed")) == 2)
    members = family(second)
    second.send_signal(signal.SIGINT)
    assert second.wait(PATIENCE_S) == 0
    _, alive = psutil.wait_procs(members, timeout=30)
    assert alive == [], "a stopped service leaves no process behind"
    said = (service.folder / "serve.log").read_text()
    assert "UI: http://127.0.0.1" in said and said.rstrip().endswith("Stopped.")


def _command(process: psutil.Process) -> list[str]:
    with contextlib.suppress(psutil.Error):
        return process.cmdline()
    return []
