"""What a run costs before it reads anything: Prefect's own trivial flow beside runs with nothing to do."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Cost, cost_of
from flows.workers.embedded_server import prefect_environment, start_server, stop_server, wait_until_ready

TRIVIAL = "from prefect import flow\n@flow\ndef nothing() -> int:\n    return 1\nnothing()\n"


def fixed_costs(dateline: tuple[str, ...], where: tuple[str, ...], root: Path) -> Iterator[tuple[str, Cost]]:
    """(what, its cost) of runs over a folder that has been read whole; the trivial flow twice, as its first start makes a database."""
    with tempfile.TemporaryDirectory() as home:
        plain = {**os.environ, **prefect_environment(Path(home))}
        subprocess.run([sys.executable, "-c", TRIVIAL], env=plain, capture_output=True, check=True)
        yield "Prefect's trivial flow, embedded", cost_of([sys.executable, "-c", TRIVIAL], env=plain)
        yield "run with nothing to do", cost_of([*dateline, "run", *where], cwd=root)
        yield "run with nothing to do, --direct", cost_of([*dateline, "run", "--direct", *where], cwd=root)
        server = start_server(Path(home))
        try:
            wait_until_ready(server)
            with_server = {**plain, "PREFECT_API_URL": server.api_url}
            yield "trivial flow, running server", cost_of([sys.executable, "-c", TRIVIAL], env=with_server)
            yield "nothing to do, running server", cost_of([*dateline, "run", *where], cwd=root, env=with_server)
        finally:
            stop_server(server)
