"""The store: batches that become visible at once or not at all."""

import contextlib
import json
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import filelock
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.write.parquet import write_parquet
from schemas.dataset import tables_of

LEDGER = "raw_articles"


class StoreLockedError(RuntimeError):
    """Another run is writing to the store; the message says which."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of the raw articles of a batch or a run."""

    raw: int = 0
    accepted: int = 0
    duplicate: int = 0
    rejected: int = 0

    def __add__(self, other: "Outcomes") -> "Outcomes":
        return Outcomes(
            self.raw + other.raw, self.accepted + other.accepted,
            self.duplicate + other.duplicate, self.rejected + other.rejected,
        )

    def balances(self) -> bool:
        """Whether nothing was lost: raw = accepted + duplicate + rejected."""
        return self.raw == self.accepted + self.duplicate + self.rejected


def staging_folder(processed: Path) -> Path:
    """Where batches are written aside before they are moved into place."""
    return processed / ".staging"


def committed_batches(processed: Path) -> list[str]:
    """Ids of the batches that exist: those whose ledger file does."""
    folder = processed / LEDGER
    return sorted(p.stem for p in folder.glob("*.parquet")) if folder.exists() else []


def batch_files(processed: Path, table: str, batch_ids: Iterable[str] | None = None) -> list[Path]:
    """The table's files of the batches that exist (or of those named), in order of their ids."""
    ids = committed_batches(processed) if batch_ids is None else sorted(batch_ids)
    return [processed / table / f"{b}.parquet" for b in ids]


def table_files(processed: Path, table: str) -> list[Path]:
    """All files of the table that readers may see."""
    if table in {t.name for t in tables_of("store")}:
        return batch_files(processed, table)
    folder = processed / table
    return sorted(folder.glob("*.parquet")) if folder.exists() else []


@contextlib.contextmanager
def store_lock(processed: Path, wait_s: float, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the store for writing; the operating system frees it when the process dies.

    Waits up to `wait_s` seconds, telling `on_wait` once who has it; StoreLockedError after that.
    """
    processed.mkdir(parents=True, exist_ok=True)
    lock, owner = filelock.FileLock(processed / ".lock"), processed / ".lock.owner"
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        on_wait(_owner(owner))
        try:
            lock.acquire(timeout=wait_s, poll_interval=0.2)
        except filelock.Timeout:
            raise StoreLockedError(f"{processed} is being written by {_owner(owner)}; try again when it has ended") from None
    try:
        owner.write_text(json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": time.strftime("%H:%M:%S")}))
        yield
    finally:
        owner.unlink(missing_ok=True)
        lock.release()


def _owner(path: Path) -> str:
    try:
        said = json.loads(path.read_text())
    except (OSError, ValueError):
        return "another run"
    return f"another run (process {said['pid']} on {said['host']}, since {said['since']})"


def recover(processed: Path) -> list[str]:
    """Take away what a killed run left: staged files, and files of batches whose ledger never came; says which."""
    left = []
    staging = staging_folder(processed)
    if staging.exists():
        left.extend(str(p.relative_to(processed)) for p in sorted(staging.iterdir()))
        shutil.rmtree(staging)
    exist = set(committed_batches(processed))
    for table in tables_of("store"):
        folder = processed / table.name
        for path in sorted(folder.glob("*.parquet")) if folder.exists() else []:
            if path.stem not in exist:
                left.append(str(path.relative_to(processed)))
                path.unlink()
    return left


def unchecked_batches(processed: Path) -> tuple[str, ...]:
    """Batches that no run has checked: the run that wrote them was stopped before its check ended."""
    checked: set[str] = set()
    for path in table_files(processed, "runs"):
        for ids in pq.read_table(path, columns=["batch_ids"]).column(0).to_pylist():
            checked.update(ids)
    return tuple(b for b in committed_batches(processed) if b not in checked)


def stage_batch(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Write the batch's tables aside, one file per table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        write_parquet(table, folder / f"{name}.parquet")


def commit_batch(processed: Path, batch_id: str, staged: Path, known_article_ids: set[str]) -> Outcomes:
    """Move a staged batch into place, its articles that the store already has turned into duplicates.

    Children go first and the ledger last, so the batch exists exactly when its ledger file does.
    `known_article_ids` gains the batch's articles.
    """
    ids = pq.read_table(staged / "articles.parquet", columns=["article_id"]).column(0).to_pylist()
    repeated = [i for i in ids if i in known_article_ids]
    if repeated:
        _drop_repeated(staged, repeated)
    outcomes = _count(pq.read_table(staged / f"{LEDGER}.parquet", columns=["outcome"]).column(0))
    names = [t.name for t in tables_of("store") if t.name != LEDGER]
    for name in [*names, LEDGER]:
        folder = processed / name
        folder.mkdir(exist_ok=True)
        _move_durably(staged / f"{name}.parquet", folder / f"{batch_id}.parquet")
    shutil.rmtree(staged)
    known_article_ids.update(ids)
    return outcomes


def _drop_repeated(staged: Path, article_ids: list[str]) -> None:
    repeated = pa.array(article_ids, pa.string())
    for name in ("articles", "citations", "date_expressions", "evidence"):
        table = pq.read_table(staged / f"{name}.parquet")
        write_parquet(table.filter(pc.invert(pc.is_in(table["article_id"], repeated))), staged / f"{name}.parquet")
    ledger = pq.read_table(staged / f"{LEDGER}.parquet")
    is_repeat = pc.and_(pc.equal(ledger["outcome"], "accepted"), pc.is_in(ledger["article_id"], repeated))
    outcome = pc.if_else(is_repeat, "duplicate", ledger["outcome"])
    position = ledger.schema.get_field_index("outcome")
    ledger = ledger.set_column(position, ledger.schema.field(position), outcome.cast(pa.string()))
    write_parquet(ledger, staged / f"{LEDGER}.parquet")


def _count(outcomes: pa.ChunkedArray) -> Outcomes:
    counts = {row["values"]: row["counts"] for row in pc.value_counts(outcomes).to_pylist()}
    return Outcomes(len(outcomes), counts.get("accepted", 0), counts.get("duplicate", 0), counts.get("rejected", 0))


def _move_durably(source: Path, target: Path) -> None:
    descriptor = os.open(source, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    source.replace(target)


def known_article_ids(processed: Path) -> set[str]:
    """Ids of all articles in the store."""
    ids: set[str] = set()
    for path in batch_files(processed, "articles"):
        ids.update(pq.read_table(path, columns=["article_id"]).column(0).to_pylist())
    return ids


def known_raw_ids(processed: Path, raw_path: str) -> frozenset[str]:
    """Raw ids in the ledger of the records that came from the file at that path, in any version of it."""
    found: set[str] = set()
    for path in batch_files(processed, LEDGER):
        table = pq.read_table(path, columns=["raw_id", "raw_path"])
        same = pc.or_(pc.equal(table["raw_path"], raw_path), pc.starts_with(table["raw_path"], raw_path + "#"))
        found.update(table.filter(same)["raw_id"].to_pylist())
    return frozenset(found)


def replace_table(processed: Path, name: str, table: pa.Table, file_name: str) -> None:
    """Write a table that is one file, in one move; nothing is touched where the bytes are the same."""
    folder = processed / name
    folder.mkdir(parents=True, exist_ok=True)
    target, aside = folder / f"{file_name}.parquet", folder / f".{file_name}.new"
    write_parquet(table, aside)
    if target.exists() and target.read_bytes() == aside.read_bytes():
        aside.unlink()
    else:
        aside.replace(target)


