"""What must hold after a service has run for long."""

import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.operation.pool import ROOT

GROWTH = 1.15
"""The last third of the samples may lie so much above the middle third."""

SLACK = {"memory_mb": 30.0, "open_files": 8.0}
STUCK_S = 300


@dataclass(frozen=True, slots=True)
class Sample:
    """What the service and its server use together."""

    memory_mb: float
    open_files: float


def texts(processed: Path) -> set[str]:
    """The lines of the dataset's texts."""
    if not any((processed / "articles").glob("*.parquet")):
        return set()
    rows = duckdb.execute("SELECT text FROM read_parquet(?)", [f"{processed}/articles/*.parquet"]).fetchall()
    return {line for (text,) in rows for line in text.splitlines()}


def outcomes(processed: Path) -> dict[str, int]:
    """How many raw articles had which outcome."""
    return dict(duckdb.execute("SELECT outcome, count(*) FROM read_parquet(?) GROUP BY 1", [f"{processed}/raw_articles/*.parquet"]).fetchall())


def wrong_store(processed: Path) -> list[str]:
    """Where the ledger does not balance: every raw article once, with one outcome, and found where that says."""
    keys = {"raw_articles": "(raw_path, raw_id)", "articles": "article_id", "rejected_articles": "(raw_path, raw_id)"}
    count = {
        name: duckdb.execute(f"SELECT count(*), count(DISTINCT {key}) FROM read_parquet(?)", [f"{processed}/{name}/*.parquet"]).fetchone()
        for name, key in keys.items()
    }
    said = outcomes(processed)
    wrong = [f"{name}: {rows} rows, {distinct} keys" for name, (rows, distinct) in count.items() if rows != distinct]
    if said.get("accepted", 0) != count["articles"][0] or said.get("rejected", 0) != count["rejected_articles"][0]:
        wrong.append(f"the ledger says {said}, the tables have {count}")
    return wrong


def wrong_runs(runs: list[dict]) -> list[str]:
    """Runs that failed, and runs that stand still."""
    wrong = [f"{r['name']} {r['state_name']}: {r['state'].get('message')}" for r in runs if r["state_type"] in ("FAILED", "CRASHED", "CANCELLING")]
    return [*wrong, *(f"{r['name']} is stuck" for r in runs if r["state_type"] in ("RUNNING", "PENDING") and r["estimated_run_time"] > STUCK_S)]


def by_thirds(samples: Sequence[Sample], name: str) -> list[float]:
    """Medians of the first, second and last third of the time."""
    third = max(1, len(samples) // 3)
    return [statistics.median(getattr(s, name) for s in part) for part in (samples[:third], samples[third : 2 * third], samples[2 * third :])]


def grown(samples: Sequence[Sample]) -> list[str]:
    """Which of memory and open files grew from the middle third of the time to the last."""
    found = []
    for name, slack in SLACK.items():
        _, middle, last = by_thirds(samples, name)
        if last > middle * GROWTH + slack:
            found.append(f"{name} grew from {middle:.0f} to {last:.0f}")
    return found


def last_release(releases: Path) -> Path | None:
    """The newest release folder."""
    found = max(releases.glob("*/manifest.json"), key=lambda p: p.stat().st_mtime, default=None)
    return found.parent if found else None


def wrong_release(release: Path | None) -> list[str]:
    """What `dateline release verify` has against it."""
    if release is None:
        return ["there is no release"]
    done = subprocess.run([sys.executable, "-m", "flows.cli", "release", "verify", str(release)], cwd=ROOT, capture_output=True, text=True)
    return [] if done.returncode == 0 else [f"{release.name} does not verify:\n{done.stdout}{done.stderr}"]
