"""A schedule, two process workers and PostgreSQL: a worker is lost in mid-run, heartbeats stay away, the other takes its run up."""

import sys
import tempfile
import time
from pathlib import Path

from flows.write.store import committed_batches
from tests.operation.pool import Pool, lose, pool, works
from tests.operation.postgres import postgres, postgres_programs
from tests.soak.test_workers import assert_whole, write_articles

ARTICLES = 7_000
BATCHES = 2
ENDED = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")
PATIENCE_S = 1200


def main() -> int:
    """0 where the run was taken up and no batch is doubled; 1 with what was wrong; says so where it cannot be run."""
    if postgres_programs() is None:
        print("PostgreSQL is not installed (make database, as root): not run")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder / "raw" / "many.jsonl", ARTICLES)
        with postgres() as url, pool(folder, url, PREFECT_FLOWS_HEARTBEAT_FREQUENCY="30") as made:
            took_s = lose_one(folder, made)
        assert_whole(folder / "processed", ARTICLES)
    print(f"taken up and ended {took_s:.0f} s after the worker was lost; {ARTICLES} articles, each once")
    return 0


def lose_one(folder: Path, made: Pool) -> float:
    """Lose the worker that has the run; the seconds until that run has ended and every article is there."""
    made.prefect("automation", "create", "--from-file", "deploy/lost_worker.yaml")
    parameters = [f"raw={folder / 'raw'}", f"processed={folder / 'processed'}", "workers=2"]
    made.prefect("deploy", "--name", "build-process", "--interval", "20", *(word for p in parameters for word in ("--param", p)))
    workers = [made.worker("one"), made.worker("other")]
    made.wait_for("a run in the middle of its work", lambda: any((folder / "processed" / ".staging").glob("*/*")), PATIENCE_S)
    heartbeats = {"filter": {"event": {"prefix": ["prefect.flow-run.heartbeat"]}}, "limit": 1}
    made.wait_for("the run's first heartbeat", lambda: made.ask("events/filter", heartbeats)["total"], PATIENCE_S)
    (busy,) = [worker for worker in workers if works(worker)]
    (run,) = [r for r in made.runs() if r["state_type"] == "RUNNING"]
    lose(busy)
    lost_at = time.monotonic()
    made.wait_for("the run's end", lambda: any(r["id"] == run["id"] and r["state_type"] in ENDED for r in made.runs()), PATIENCE_S)
    made.wait_for("every batch", lambda: len(committed_batches(folder / "processed")) == BATCHES and "COMPLETED" in made.states(), PATIENCE_S)
    took_s = time.monotonic() - lost_at
    made.wait_for("rest", lambda: not (folder / "processed" / ".staging").exists(), PATIENCE_S)
    return took_s


if __name__ == "__main__":
    sys.exit(main())
