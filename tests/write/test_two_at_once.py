"""Two writers, a writer that died, and readers while a run writes."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from flows.cli import main
from flows.selection import Selection
from flows.write.journal import reading
from flows.write.lock import StoreLockedError, replacing_lock, shared_lock, store_lock
from tests.end_to_end import disturbed_runs as disturbed
from tests.write.conftest import files_of, lines


def test_the_second_writer_is_told_who_has_the_store(processed: Path):
    waited: list[str] = []
    with (
        store_lock(processed, 0, waited.append),
        pytest.raises(StoreLockedError, match=r"process \d+ on .*, since"),
        store_lock(processed, 0, waited.append),
    ):
        pass
    assert waited and "process" in waited[0]


def test_the_lock_of_a_dead_process_is_free(processed: Path):
    hold = f"""
import os, signal
from pathlib import Path
from flows.write.lock import store_lock
with store_lock(Path({str(processed)!r}), 0, print):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", hold]).returncode == -9
    assert (processed / ".lock.owner").exists()
    with store_lock(processed, 0, lambda owner: pytest.fail(f"waits for {owner}")):
        pass


def test_two_runs_at_once_make_one_dataset(tmp_path: Path):
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    disturbed.write_raw(raw, articles=60)
    runs = [disturbed.start(raw, processed, "--runner", "local") for _ in range(2)]
    said = [json.loads(run.communicate()[0]) for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert sorted(s["outcomes"]["raw"] for s in said) == [0, 66]
    assert disturbed.problems(processed) == []


def test_readers_see_whole_batches_while_a_run_writes_and_rebuilds(raw, processed, build):
    (raw / "a.jsonl").write_text(lines([f"Новость {i}" for i in range(60)]))
    build()
    stop, seen, errors = threading.Event(), [], []

    def read() -> None:
        articles, ledger = (f"read_parquet('{processed}/{table}/*.parquet')" for table in ("articles", "raw_articles"))
        sql = (
            f"SELECT (SELECT count(*) FROM {ledger} l ANTI JOIN {articles} a ON a.article_id = l.article_id), "
            f"(SELECT count(*) FROM {articles}), (SELECT count(DISTINCT article_id) FROM {articles})"
        )
        try:
            with duckdb.connect() as connection:
                while not stop.is_set():
                    with reading(processed):
                        seen.append(connection.execute(sql).fetchone())
        except Exception as error:
            errors.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    build(Selection())
    stop.set()
    reader.join()
    assert errors == [] and seen
    assert set(seen) == {(0, 60, 60)}


def test_a_batch_is_not_replaced_under_a_reader(processed: Path):
    processed.mkdir()
    order: list[str] = []
    with replacing_lock(processed):
        pass

    def replace() -> None:
        with replacing_lock(processed):
            order.append("replaced")

    writer = threading.Thread(target=replace)
    with shared_lock(processed):
        writer.start()
        order.append("read")
    writer.join()
    assert order == ["read", "replaced"]


@pytest.mark.parametrize("command", ["query", "explain", "rejected", "release"])
def test_a_batch_left_in_the_journal_is_there_for_the_next_reader(command, raw, processed, build, ask, tmp_path):
    (raw / "a.jsonl").write_text(lines([f"Новость {i}" for i in range(12)]))
    build()
    whole = files_of(processed)
    ((article_id,),) = ask("SELECT min(article_id) FROM articles")
    batch_id = min(p.stem for p in (processed / "raw_articles").iterdir())
    journal = processed / ".journal" / batch_id
    journal.mkdir(parents=True)
    for table in ("evidence", "raw_articles"):
        (processed / table / f"{batch_id}.parquet").rename(journal / f"{table}.parquet")
    arguments = {
        "query": ["query", "SELECT 1"], "explain": ["explain", article_id], "rejected": ["rejected", "list"],
        "release": ["release", "build", "--direct", "--releases", str(tmp_path / "releases")],
    }[command]
    result = CliRunner().invoke(main, [*arguments, "--processed", str(processed)])
    assert result.exit_code == 0, result.output
    assert files_of(processed) == whole
    assert not any((processed / ".journal").iterdir())
