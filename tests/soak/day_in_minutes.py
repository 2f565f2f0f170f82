"""A service on a schedule of seconds over a feed that adds, changes and breaks: a day's worth of runs in minutes."""

import argparse
import collections
import datetime
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from tests.operation.feed_server import FEEDS, Feed, feed_server
from tests.operation.loopback import free_port
from tests.operation.pool import ROOT, Pool, end_all, server_of
from tests.soak.service_checks import (
    SLACK,
    Sample,
    by_thirds,
    grown,
    last_release,
    outcomes,
    texts,
    wrong_release,
    wrong_runs,
    wrong_store,
)

CONFIG = """
[server]
port = {port}
[folders]
raw = "raw"
processed = "processed"
releases = "releases"
[schedules]
collect = {{interval_seconds = 5}}
build = {{interval_seconds = 5}}
release = {{interval_seconds = 30}}
[limits]
reject_rate = 1.0
"""
CATCH_UP_S = 900
BEGUN = ["PENDING", "RUNNING", "COMPLETED", "FAILED", "CANCELLED", "CRASHED", "PAUSED", "CANCELLING"]


def main() -> int:
    """0 where everything holds; prints figures and what does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has what it runs in the background ignore it, and so would the service
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, feed_server() as feed:
        figures, problems = soak(Path(name), feed, arguments.minutes * 60, random.Random(arguments.seed))
    print(json.dumps(figures, indent=1))
    for problem in problems:
        print(f"WRONG: {problem}")
    return 1 if problems else 0


def soak(folder: Path, feed: Feed, seconds: float, random_: random.Random) -> tuple[dict, list[str]]:
    """(figures, what does not hold) of a service that ran for so long and was then let catch up."""
    served = prepare(folder, feed)
    service, samples = start(served), []
    try:
        served.wait_for("the service", lambda: "Serving." in (folder / "serve.log").read_text())
        members, began = (psutil.Process(service.pid), server_of(service)), time.monotonic()
        while time.monotonic() - began < seconds:
            disturb(feed, folder / "raw", random_)
            samples.append(sample(members))
            time.sleep(1)
        minutes = (time.monotonic() - began) / 60
        feed.is_broken = False
        wanted = {text for _, text in feed.entries.values()}
        served.wait_for("every article of the feed in the dataset", lambda: wanted <= texts(folder / "processed"), CATCH_UP_S)
        waited = [time.monotonic() - began - minutes * 60]
        caught_up = datetime.datetime.now(datetime.UTC).isoformat()
        try:
            served.wait_for("a release run after it", lambda: any(ended_after(run, caught_up) for run in begun_runs(served)["release"]), CATCH_UP_S)
        except AssertionError as late:
            raise AssertionError("\n".join([*map(told, begun_runs(served)["release"]), str(late)])) from None
        waited.append(time.monotonic() - began - minutes * 60 - waited[0])
        runs = begun_runs(served)
        service.send_signal(signal.SIGINT)
        status = service.wait()
    finally:
        end_all(folder)
    problems = [*wrong_store(folder / "processed"), *wrong_runs([run for of_flow in runs.values() for run in of_flow]), *grown(samples), *wrong_release(last_release(folder / "releases"))]
    if status:
        problems.append(f"the service ended with status {status}:\n{served.logs()}")
    return figures_of(folder, feed, runs, samples, minutes, waited), problems


def begun_runs(served: Pool) -> dict[str, list[dict]]:
    """Every run of each flow but those that are still to come."""
    runs: dict[str, list[dict]] = {}
    for flow in ("collect", "build", "release"):
        body = {"limit": 200, "flows": {"name": {"any_": [f"dateline-{flow}"]}}, "flow_runs": {"state": {"type": {"any_": BEGUN}}}}
        runs[flow] = []
        while page := served.ask("flow_runs/filter", {**body, "offset": len(runs[flow])}):
            runs[flow] += page
    return runs


def told(run: dict) -> str:
    """A run's times and state, for a failure."""
    return " ".join(str(run[key]) for key in ("name", "state_name", "expected_start_time", "start_time", "end_time")) + f" {run['state'].get('message')}"


def ended_after(run: dict, began_after: str) -> bool:
    """Whether the run began after that moment and went well, be it that it made no release because nothing was new."""
    return run["state_type"] == "COMPLETED" and run["start_time"] is not None and run["start_time"][:19] > began_after[:19]


def prepare(folder: Path, feed: Feed) -> Pool:
    """The service's files, in a folder of its own."""
    port = free_port()
    (folder / "raw").mkdir()
    (folder / "dateline.toml").write_text(CONFIG.format(port=port))
    (folder / "feeds.toml").write_text(FEEDS.format(url=feed.url))
    environment = {**os.environ, "PREFECT_HOME": str(folder / "prefect")}
    environment.pop("PREFECT_API_URL", None)
    return Pool(folder, port, environment)


def start(served: Pool) -> subprocess.Popen[bytes]:
    """`dateline serve` as a process of its own."""
    command = [sys.executable, "-m", "flows.cli", "serve", "--config", str(served.folder / "dateline.toml")]
    with (served.folder / "serve.log").open("ab") as log:
        return subprocess.Popen(command, cwd=ROOT, env=served.environment, stdout=log, stderr=log, start_new_session=True)


def disturb(feed: Feed, raw: Path, random_: random.Random) -> None:
    """What a second brings: new articles, a changed one, a feed that breaks or mends, now and then a broken file."""
    for _ in range(random_.randrange(3)):
        number = len(feed.entries) + 1
        feed.entries[number] = (f"Новина {number}", f"Школу № {number} відкрили в суботу, повідомили в міській раді.")
    if feed.entries and random_.random() < 0.2:
        number = random_.choice(list(feed.entries))
        text = f"Школу № {number} відкриють пізніше, за {random_.randrange(10**6)} днів, повідомили в міській раді."
        feed.entries[number] = (f"Новина {number}, оновлено", text)
    if random_.random() < 0.1:
        feed.is_broken = not feed.is_broken
    if random_.random() < 0.05:
        (raw / f"broken-{random_.randrange(10**9)}.jsonl").write_bytes(random_.randbytes(40) + b"\n{\n")


def sample(members: Sequence[psutil.Process]) -> Sample:
    """Memory and open files of the service and its server; the processes of runs come and go and are not counted."""
    return Sample(sum(p.memory_info().rss for p in members) / 1e6, sum(p.num_fds() for p in members))


def figures_of(folder: Path, feed: Feed, runs: dict[str, list[dict]], samples: list[Sample], minutes: float, waited: Sequence[float]) -> dict:
    """What the time held."""
    return {
        "minutes": round(minutes, 1), "requests_for_the_feed": feed.asked, "entries_of_the_feed": len(feed.entries),
        "ledger": outcomes(folder / "processed"),
        "batches": len(list((folder / "processed" / "raw_articles").glob("*.parquet"))),
        "releases": len(list((folder / "releases").glob("*/manifest.json"))),
        "runs": {flow: dict(collections.Counter(r["state_name"] for r in of_flow)) for flow, of_flow in runs.items()},
        "seconds_until_all_was_in_and_a_release_run_had_followed": [round(s) for s in waited],
        "by_thirds": {name: [round(value) for value in by_thirds(samples, name)] for name in SLACK},
    }


if __name__ == "__main__":
    sys.exit(main())
