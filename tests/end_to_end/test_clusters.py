"""A run on a real cluster of two workers, one of which is killed: the bytes of a run on this machine.

`make clusters` installs the extras into an environment of its own and runs this.
"""

import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.workers.embedded_server import prefect_environment, start_server, stop_server, wait_until_ready
from tests.end_to_end import disturbed_runs as disturbed
from tests.end_to_end.clusters import dask_cluster, ray_cluster

CLUSTERS = [
    pytest.param(
        name, cluster, marks=pytest.mark.skipif(importlib.util.find_spec(f"prefect_{name}") is None, reason=f"the extra {name} is missing: make clusters")
    )
    for name, cluster in (("dask", dask_cluster), ("ray", ray_cluster))
]
ARGUMENTS = ("--batch-size", "20", "--check-later", "--format", "json")


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with a Prefect server that runs before the cluster does: all at once are too much for two cores."""
    server = start_server(tmp_path / "prefect")
    try:
        wait_until_ready(server, 600)
        yield {**os.environ, **prefect_environment(tmp_path / "prefect"), "PREFECT_API_URL": server.api_url, "RAY_USAGE_STATS_ENABLED": "0"}
    finally:
        stop_server(server)


@pytest.mark.parametrize(("runner", "cluster"), CLUSTERS)
def test_a_worker_killed_in_mid_run(runner, cluster, environment, tmp_path: Path):
    raw, processed, here = tmp_path / "raw", tmp_path / "processed", tmp_path / "here"
    disturbed.write_raw(raw)
    with cluster() as running:
        command = [sys.executable, "-m", "flows.cli", "run", "--runner", runner, "--address", running.address, *ARGUMENTS]
        run = subprocess.Popen(
            [*command, "--raw", str(raw), "--processed", str(processed)], cwd=disturbed.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, env=environment,
        )
        while run.poll() is None and len(list(processed.glob("raw_articles/*.parquet"))) < 3:
            time.sleep(0.05)
        running.kill_worker()
        said, errors = run.communicate()
    assert run.returncode == 0, errors
    assert json.loads(said)["outcomes"] == {"raw": 306, "accepted": 300, "duplicate": 4, "rejected": 2}
    assert disturbed.problems(processed) == []
    assert disturbed.run_warm(raw, here) == 0
    assert disturbed.table_bytes(processed) == disturbed.table_bytes(here)


def test_an_extra_that_is_missing_is_said(tmp_path: Path, monkeypatch):
    from flows.run_result import RunnerMissingError, RunRequest
    from flows.workers import task_runner

    monkeypatch.setattr(task_runner.importlib, "import_module", lambda name: (_ for _ in ()).throw(ModuleNotFoundError(name=name)))
    with pytest.raises(RunnerMissingError, match=r"pip install .*\.\[dask\]"):
        task_runner.task_runner(RunRequest(tmp_path, tmp_path, "dask", 2, "prefect"))
