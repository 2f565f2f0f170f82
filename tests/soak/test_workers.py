"""Two process workers on a server whose database is PostgreSQL: one is lost in mid-run, the other takes the run up."""

import json
from pathlib import Path

import duckdb
import pytest

from tests.operation.pool import lose, pool, works
from tests.operation.postgres import postgres, postgres_programs

ARTICLES = 3000


@pytest.mark.skipif(postgres_programs() is None, reason="PostgreSQL is not installed and could not be (make database, as root)")
def test_a_lost_workers_run_is_taken_up_and_no_batch_is_doubled(tmp_path):
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    write_articles(raw / "many.jsonl", ARTICLES)
    with postgres() as url, pool(tmp_path, url) as made:
        workers = [made.worker("one"), made.worker("other")]
        made.prefect("deploy", "--name", "build-process", "--param", f"raw={raw}", "--param", f"processed={processed}", "--param", "workers=2")
        (deployment,) = made.ask("deployments/filter", {})
        made.ask(f"deployments/{deployment['id']}/create_flow_run", {"state": {"type": "SCHEDULED"}})
        made.wait_for("a run in the middle of its work", lambda: any((processed / ".staging").glob("*/*")))
        (busy,), (idle,) = [w for w in workers if works(w)], [w for w in workers if not works(w)]
        lose(busy)
        assert made.states() == ["RUNNING"], "the server cannot know yet"
        (run,) = made.runs()
        # what deploy/lost_worker.yaml does when heartbeats stay away; make soak waits for that
        made.ask(f"flow_runs/{run['id']}/set_state", {"state": {"type": "SCHEDULED", "name": "AwaitingRetry"}, "force": True})
        made.wait_for("the end of the run", lambda: made.states() == ["COMPLETED"])
        assert idle.poll() is None
    assert_whole(processed, ARTICLES)


def write_articles(path: Path, count: int) -> None:
    """Articles that differ, as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = f"У місті відкрили школу № {number}. Про це повідомляє пресслужба міської ради, передає кореспондент."
            lines.write(json.dumps({"text": text, "date": "2026-03-01"}, ensure_ascii=False) + "\n")


def assert_whole(processed: Path, count: int) -> None:
    """Every raw article is in the ledger once, every article once, and nothing lies about."""
    rows, ids = duckdb.execute("SELECT count(*), count(DISTINCT raw_id) FROM read_parquet(?)", [f"{processed}/raw_articles/*.parquet"]).fetchone()
    assert (rows, ids) == (count, count)
    rows, ids = duckdb.execute("SELECT count(*), count(DISTINCT article_id) FROM read_parquet(?)", [f"{processed}/articles/*.parquet"]).fetchone()
    assert rows == ids == count
    assert not (processed / ".staging").exists()
