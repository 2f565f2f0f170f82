"""`dateline serve` with all its folders on object storage: what a feed brings ends in a release that verifies, in the bucket."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operation.feed_server import FEEDS, feed_server
from tests.operation.loopback import free_port
from tests.operation.pool import ROOT, Pool, end_all
from tests.write.object_server import s3_server

CONFIG = """
[server]
port = {port}
[folders]
raw = "s3://news/raw"
processed = "s3://news/processed"
releases = "s3://news/releases"
[schedules]
collect = {{interval_seconds = 10}}
build = {{interval_seconds = 10}}
release = {{interval_seconds = 15}}
"""
COUNT = "SELECT count(*) AS articles FROM articles"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Pool]:
    """A service whose feed has three articles and whose folders are in a bucket."""
    port = free_port()
    with s3_server("news") as reached, feed_server() as feed:
        for number in range(3):
            feed.entries[number] = (f"Парк {number}", f"Парк № {number} відкрили в суботу, повідомили в міськраді.")
        (tmp_path / "dateline.toml").write_text(CONFIG.format(port=port))
        (tmp_path / "feeds.toml").write_text(FEEDS.format(url=feed.url))
        environment = {**os.environ, **reached, "PREFECT_HOME": str(tmp_path / "prefect"), "DATELINE_CACHE": str(tmp_path / "cache")}
        environment.pop("PREFECT_API_URL", None)
        yield Pool(tmp_path, port, environment)
        end_all(tmp_path)


def dateline(served: Pool, cache: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command on a machine whose cache is that one."""
    environment = {**served.environment, "DATELINE_CACHE": str(served.folder / cache)}
    return subprocess.run([sys.executable, "-m", "flows.cli", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)


def released(served: Pool) -> bool:
    """Whether a release run has made something."""
    runs = served.ask("flow_runs/filter", {"flows": {"name": {"any_": ["dateline-release"]}}})
    return any(r["state_type"] == "COMPLETED" for r in runs) and dateline(served, "other", "release", "verify", "--releases", "s3://news/releases").returncode == 0


def test_a_bucket_is_served(served: Pool):
    command = [sys.executable, "-m", "flows.cli", "serve", "--config", str(served.folder / "dateline.toml")]
    with (served.folder / "serve.log").open("ab") as log:
        service = subprocess.Popen(command, cwd=ROOT, env=served.environment, stdout=log, stderr=log, start_new_session=True)
    served.wait_for("the service", lambda: "Serving." in (served.folder / "serve.log").read_text())
    served.wait_for("a release in the bucket", lambda: released(served))
    asked = dateline(served, "third", "query", COUNT, "--processed", "s3://news/processed", "--format", "json")
    assert json.loads(asked.stdout) == [{"articles": 3}], asked.stderr
    failed = served.ask("flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": ["FAILED", "CRASHED"]}}}})
    assert failed == [], served.logs()
    service.send_signal(signal.SIGINT)
    assert service.wait() == 0
