"""Runs that are killed, starved and robbed of their workers, and what must be true of the dataset afterwards."""

import gzip
import hashlib
import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import psutil

from schemas.dataset import tables_of
from tests.end_to_end.conftest import ROOT

STORE_TABLES = tuple(t.name for t in tables_of("store"))
REFERENCE_TABLES = tuple(t.name for t in tables_of("reference"))
RUN = ("run", "--direct", "--check-later", "--batch-size", "20", "--format", "json")
WITH_PREFECT = ("run", "--batch-size", "20", "--format", "json")
"""The whole run: Prefect with a server of its own, and Great Expectations."""


def write_raw(folder: Path, articles: int = 300) -> None:
    """Articles of our own making in several forms, some of them twice, some of them broken; received at a stated time."""
    folder.mkdir(parents=True)
    (folder / "provenance.json").write_text('{"received_at": "2026-01-05T10:00:00Z", "rights_basis": "own"}')
    records = [_article(i) for i in range(articles)]
    third = articles // 3
    lines = [json.dumps(r, ensure_ascii=False) for r in records]
    (folder / "a.jsonl").write_text("\n".join([*lines[:third], "{broken", lines[0], ""]), encoding="utf-8")
    with gzip.open(folder / "b.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join([*lines[third : 2 * third], lines[1], lines[third]]))
    (folder / "texts").mkdir()
    for i in range(2 * third, articles):
        (folder / "texts" / f"{i:04}.txt").write_text(records[i]["text"], encoding="utf-8")
    (folder / "texts" / "empty.txt").write_text("")
    (folder / "texts" / "again.txt").write_text(records[2 * third]["text"], encoding="utf-8")


def _article(i: int) -> dict[str, str]:
    day, words = i % 28 + 1, random.Random(i).choices(("рада", "міст", "школа", "дорога", "вода", "зима"), k=60)
    text = f"Новина номер {i}\nКиїв, {day} листопада. За даними Укрінформу, {' '.join(words)}. Про це стало відомо {i}."
    return {"text": text, "url": f"https://example.org/news/{i}"}


def start(
    raw: Path, processed: Path, *more: str, before: Callable[[], None] | None = None, how: Sequence[str] = RUN, within: Sequence[str] = ()
) -> subprocess.Popen[str]:
    """A run in a process of its own; `within` is a command that is given the run's as its last arguments."""
    command = [*within, sys.executable, "-m", "flows.cli", *how, "--raw", str(raw), "--processed", str(processed), *more]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=before,
    )


def run(raw: Path, processed: Path, *more: str) -> dict:
    """A run that nobody disturbs: what it said."""
    process = start(raw, processed, *more)
    said, errors = process.communicate()
    assert process.returncode == 0, f"ended with {process.returncode}\n{said}\n{errors}"
    return json.loads(said)


def run_and_kill(raw: Path, processed: Path, delay_s: float, *more: str, how: Sequence[str] = RUN) -> bool:
    """Kill a run, with all its processes, after the delay; false where it had ended already."""
    return _kill_after(start(raw, processed, *more, how=how), delay_s)


def kill_once_reading(raw: Path, processed: Path, delay_s: float, how: Sequence[str] = WITH_PREFECT) -> bool:
    """Kill a run, with all its processes, so long after it has staged its first batch; false where it had ended already."""
    process = start(raw, processed, how=how)
    before = set(processed.glob(".staging/*"))
    while process.poll() is None and not set(processed.glob(".staging/*")) - before:
        time.sleep(0.01)
    return _kill_after(process, delay_s)


def _kill_after(process: subprocess.Popen, delay_s: float) -> bool:
    try:
        process.communicate(timeout=delay_s)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    return process.returncode == -signal.SIGKILL


def run_warm(raw: Path, processed: Path, kill_after_s: float | None = None, runner: str = "local") -> int:
    """The same run forked from a process that has imported everything, so that the moments of its work are hit, not those
    of its imports; its exit status. Its worker processes, if it has any, are left behind when it is killed."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.end_to_end.warm"])
    arguments = [*RUN, "--runner", runner, "--workers", "2", "--raw", str(raw), "--processed", str(processed)]
    process = context.Process(target=warm_target, args=(arguments,))
    process.start()
    process.join(kill_after_s)
    if process.exitcode is None:
        process.kill()
        process.join()
    return process.exitcode


def warm_target(arguments: list[str]) -> None:
    """What a forked process runs."""
    from tests.end_to_end import warm

    warm.run(arguments)


def run_and_kill_worker(raw: Path, processed: Path, random_: random.Random) -> int:
    """Kill one worker process of a run once there are some, and let the run end; how many were killed."""
    process = start(raw, processed, "--runner", "processes", "--workers", "2")
    main, killed = psutil.Process(process.pid), 0
    while process.poll() is None and not killed:
        workers = [p for child in _children(main) for p in _children(child)]
        if workers and any(processed.glob(".staging/*/*.arrow")):
            time.sleep(random_.uniform(0, 0.5))
            try:
                random_.choice(workers).kill()
                killed += 1
            except psutil.NoSuchProcess:
                continue
        time.sleep(0.01)
    said, errors = process.communicate()
    assert process.returncode == 0, f"ended with {process.returncode}\n{said}\n{errors}"
    return killed


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children()
    except psutil.NoSuchProcess:
        return []


def run_with_little_room(raw: Path, processed: Path, byte_count: int) -> tuple[int, str]:
    """(exit status, what it said on stderr) of a run whose files may not grow beyond so many bytes."""
    process = start(raw, processed, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, byte_count)))
    _, errors = process.communicate()
    return process.returncode, errors


def can_mount() -> bool:
    """Whether this process may mount file systems that only it sees."""
    return shutil.which("unshare") is not None and subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True).returncode == 0


def run_on_full_disk(raw: Path, processed: Path, kib: int) -> tuple[int, str]:
    """(exit status, what it said on stderr) of a run whose dataset lies on a disk with so many KiB free; what is on it in the end stays."""
    processed.mkdir(exist_ok=True)
    taken = sum(4 + p.lstat().st_size // 1024 // 4 * 4 for p in processed.rglob("*"))  # whole pages of 4 KiB
    script = (
        'small=$(mktemp -d) && mount -t tmpfs -o size="$1"k tmpfs "$small" && cp -a "$0/." "$small" || exit 99; kept="$0"; shift; '
        'mount --bind "$small" "$kept"; "$@"; status=$?; umount "$kept"; find "$kept" -mindepth 1 -delete; cp -a "$small/." "$kept"; '
        'umount "$small"; rmdir "$small"; exit $status'
    )
    process = start(raw, processed, within=("unshare", "--mount", "sh", "-c", script, str(processed), str(taken + kib)))
    _, errors = process.communicate()
    assert process.returncode != 99, f"the dataset could not be copied to the small disk: {errors}"
    return process.returncode, errors


def run_read_only(raw: Path, processed: Path) -> tuple[int, str]:
    """(exit status, what it said on stderr) of a run on a file system that cannot be written."""
    processed.mkdir(exist_ok=True)
    script = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    process = start(raw, processed, within=("unshare", "--mount", "sh", "-c", script, str(processed)))
    _, errors = process.communicate()
    return process.returncode, errors


def problems(processed: Path) -> list[str]:
    """What is wrong with the dataset as a plain DuckDB reader sees it; nothing at any moment, finished or not."""
    found = []
    batches = {p.stem for p in (processed / "raw_articles").glob("*.parquet")}
    with duckdb.connect() as connection:
        for table in (*STORE_TABLES, *REFERENCE_TABLES):
            files = sorted((processed / table).glob("*.parquet"))
            if files:
                connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{processed}/{table}/*.parquet')")
                connection.execute(f"SELECT count(*) FROM (SELECT * FROM {table})").fetchall()
            if table in STORE_TABLES and (missing := batches - {p.stem for p in files}):
                found.append(f"{table} lacks batches {sorted(missing)}")
        if batches:
            for meaning, sql in BROKEN.items():
                rows = connection.execute(sql).fetchall()
                if rows:
                    found.append(f"{meaning}: {rows[:3]}")
    return found


BROKEN = {
    "article twice": "SELECT article_id, count(*) FROM articles GROUP BY 1 HAVING count(*) > 1",
    "record twice": "SELECT raw_path, raw_id, count(*) FROM raw_articles GROUP BY 1, 2 HAVING count(*) > 1",
    "accepted without its article": "SELECT l.* FROM raw_articles l ANTI JOIN articles a ON a.article_id = l.article_id WHERE outcome <> 'rejected'",
    "rejected without its reason": "SELECT l.* FROM raw_articles l ANTI JOIN rejected_articles r ON r.raw_path = l.raw_path AND r.raw_id = l.raw_id WHERE outcome = 'rejected'",
    "article without its language's evidence": "SELECT article_id FROM articles ANTI JOIN (SELECT article_id FROM evidence WHERE \"column\" = 'language') USING (article_id)",
}


def table_bytes(processed: Path) -> dict[str, str]:
    """SHA-256 of every file of the tables that the byte promise covers: all but what says when and how long a run took."""
    return {
        f"{table}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for table in (*STORE_TABLES, *REFERENCE_TABLES)
        for path in sorted((processed / table).iterdir() if (processed / table).exists() else ())
    }
