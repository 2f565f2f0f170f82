"""Local clusters of two workers, each a process of its own with a processor of its own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running cluster: where it answers, and how to have one of its workers vanish with all its children."""

    address: str
    kill_worker: Callable[[], None]


@contextlib.contextmanager
def dask_cluster() -> Iterator[Cluster]:
    """A Dask scheduler and two workers."""
    address = f"tcp://127.0.0.1:{_free_port()}"
    with contextlib.ExitStack() as running:
        running.enter_context(_started("dask", "scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2], "--no-dashboard"))
        workers = [running.enter_context(_started("dask", "worker", address, "--nthreads", "1", "--no-dashboard")) for _ in range(2)]
        yield Cluster(address, lambda: os.killpg(workers[0].pid, signal.SIGKILL))


@contextlib.contextmanager
def ray_cluster() -> Iterator[Cluster]:
    """A Ray head without processors and two nodes with one each."""
    with tempfile.TemporaryDirectory(prefix="ray") as folder, contextlib.ExitStack() as running:
        port = _free_port(below=10_000)
        common = ("--node-ip-address", "127.0.0.1", "--disable-usage-stats", "--block")
        head = ("--head", "--port", str(port), "--num-cpus", "0", "--include-dashboard=false", "--temp-dir", folder)
        running.enter_context(_started("ray", "start", *head, *common))
        _wait_for(port)
        nodes = [running.enter_context(_started("ray", "start", "--address", f"127.0.0.1:{port}", "--num-cpus", "1", *common)) for _ in range(2)]
        yield Cluster(f"127.0.0.1:{port}", lambda: os.killpg(nodes[0].pid, signal.SIGKILL))


@contextlib.contextmanager
def _started(program: str, *arguments: str) -> Iterator[subprocess.Popen]:
    environment = {**os.environ, "PYTHONPATH": "", "RAY_USAGE_STATS_ENABLED": "0"}
    process = subprocess.Popen(
        [str(BIN / program), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=environment
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_for(port: int) -> None:
    while True:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return


def _free_port(below: int = 65_536) -> int:
    for port in range(below - 1_000, below):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise RuntimeError(f"no port is free below {below}")
