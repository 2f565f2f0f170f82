"""A Prefect server and process workers for tests: real processes, in a folder of their own."""

import contextlib
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from tests.operation.loopback import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 900
LOOK_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class Pool:
    """A server with a process work pool named dateline-process; `folder` holds its logs."""

    folder: Path
    port: int
    environment: Mapping[str, str]

    def prefect(self, *arguments: str) -> str:
        """Output of the command prefect; fails with what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "prefect", "--no-prompt", *arguments], cwd=ROOT, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        assert done.returncode == 0, f"prefect {' '.join(arguments)}:\n{done.stdout}"
        return done.stdout

    def worker(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        """A worker of the pool, in a session of its own."""
        command = [sys.executable, "-m", "prefect", "worker", "start", "--pool", "dateline-process", "--name", name, *arguments]
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True)

    def ask(self, path: str, body: object) -> Any:
        """The server's answer to a POST."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/{path}", data=json.dumps(body).encode(), headers={"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)

    def runs(self) -> list[dict[str, Any]]:
        """Runs of the flow dateline-build, in the order in which they were to start."""
        body = {"sort": "EXPECTED_START_TIME_ASC", "flows": {"name": {"any_": ["dateline-build"]}}}
        return self.ask("flow_runs/filter", body)

    def states(self) -> list[str]:
        """Their states."""
        return [r["state_type"] for r in self.runs()]

    def logs(self) -> str:
        """The last lines of every log, for a failure."""
        return "\n".join(f"== {p.name}\n{p.read_text(errors='replace')[-8000:]}" for p in sorted(self.folder.glob("*.log")))

    def wait_for(self, what: str, holds: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
        """Poll until it holds; a failure shows what everybody said."""
        deadline = time.monotonic() + patience_s
        while not holds():
            assert time.monotonic() < deadline, f"{what} did not come within {patience_s} s:\n{self.logs()}"
            time.sleep(LOOK_EVERY_S)


@contextlib.contextmanager
def pool(folder: Path, database_url: str | None, **settings: str) -> Iterator[Pool]:
    """A started pool; every process that it brought about is killed at the end."""
    port = free_port()
    environment = {
        **os.environ, "PREFECT_HOME": str(folder / "prefect"), "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1", "PREFECT_WORKER_QUERY_SECONDS": "1", **settings,
    }
    if database_url:
        environment["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = database_url
    made = Pool(folder, port, environment)
    command = [sys.executable, "-m", "prefect", "server", "start", "--no-ui", "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "server.log").open("ab") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        made.wait_for("the server", lambda: server.poll() is None and _answers(port))
        made.prefect("work-pool", "create", "dateline-process", "--type", "process")
        yield made
    finally:
        end_all(folder)
        server.wait()


def lose(worker: subprocess.Popen[bytes]) -> None:
    """What a machine that goes down does to a worker: it and all its processes end at once."""
    members = [psutil.Process(worker.pid), *psutil.Process(worker.pid).children(recursive=True)]
    for member in members:
        with contextlib.suppress(psutil.Error):
            member.kill()
    worker.wait()


def server_of(service: subprocess.Popen[bytes]) -> psutil.Process:
    """The Prefect server that a service has started."""
    for child in psutil.Process(service.pid).children():
        with contextlib.suppress(psutil.Error):
            if "server" in child.cmdline():
                return child
    raise AssertionError("the service has no server")


def works(worker: subprocess.Popen[bytes]) -> bool:
    """Whether the worker has a run's process."""
    return worker.poll() is None and bool(psutil.Process(worker.pid).children())


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=5) as response:
        return response.status == 200
    return False


def end_all(folder: Path) -> None:
    """Kill every process whose Prefect home is that folder's."""
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid != os.getpid() and process.environ().get("PREFECT_HOME") == str(folder / "prefect"):
                process.kill()
