"""Batches that become visible at once or not at all, new ones and replaced ones alike.

A worker writes a batch aside (`.staging/`). One rename moves its folder into the journal (`.journal/<batch_id>/`):
from then on the batch will be in the store, whatever happens. Its files are then renamed into place, children first
and the ledger last; what a killed run left in the journal is moved by whoever comes next. A replaced batch goes the
same way: each file is renamed over the one it replaces, so that a reader of any table sees one generation of it.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.write.article_ids import ArticleIds
from flows.write.lock import StoreLockedError, replacing_lock, shared_lock, store_lock
from flows.write.parquet import write_parquet
from flows.write.store import LEDGER, journal_folder, mark_unchecked, staging_folder
from schemas.dataset import tables_of

CHILDREN = ("articles", "citations", "date_expressions", "evidence")


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


def stage_batch(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Write the batch's tables aside, one file per table, and have the disk keep them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        _write_durably(table, folder / f"{name}.parquet")


def commit_batch(processed: Path, batch_id: str, staged: Path, known: ArticleIds, *, replaces: bool = False) -> Outcomes:
    """Move a staged batch into the store, its articles that another batch already has turned into duplicates.

    `known` gains the batch's articles, and loses those that the batch had before and has no longer.
    Raises AssertionError where the ledger does not balance; the store is untouched then.
    """
    before = _article_ids(processed / "articles" / f"{batch_id}.parquet") if replaces else pa.array([], pa.string())
    known.remove(before)
    ids = _article_ids(staged / "articles.parquet")
    repeated = known.among(ids)
    if repeated:
        _drop_repeated(staged, repeated)
    outcomes = _count(pq.read_table(staged / f"{LEDGER}.parquet", columns=["outcome"]).column(0))
    if not outcomes.balances():
        raise AssertionError(f"batch {batch_id} lost raw articles: {outcomes}")
    mark_unchecked(processed, batch_id)
    journal = journal_folder(processed)
    journal.mkdir(exist_ok=True)
    staged.rename(journal / batch_id)
    _sync_folder(journal)
    _apply(processed, batch_id)
    known.add(ids)
    return outcomes


def recover(processed: Path) -> list[str]:
    """Finish or take away what a killed run left; says which files.

    Batches in the journal are moved into place; what was only staged goes away and is read again from raw. Nothing
    else is ever taken away: a table's folder that is missing for a while must not cost the others theirs. Call it with
    the store locked.
    """
    left = []
    journal = journal_folder(processed)
    for folder in sorted(journal.iterdir()) if journal.exists() else []:
        left.append(str(folder.relative_to(processed)))
        _apply(processed, folder.name)
    staging = staging_folder(processed)
    if staging.exists():
        left.extend(str(p.relative_to(processed)) for p in sorted(staging.glob("*/*")))
        shutil.rmtree(staging)
    return left


@contextlib.contextmanager
def reading(processed: Path) -> Iterator[None]:
    """For readers: no batch is replaced while they read.

    What a killed run left in the journal is moved into place first, unless a living run has the store or the reader
    may not write.
    """
    if any(journal_folder(processed).glob("*")):
        with contextlib.suppress(StoreLockedError, OSError), store_lock(processed, 0, lambda _: None):
            recover(processed)
    with shared_lock(processed):
        yield


def _apply(processed: Path, batch_id: str) -> None:
    folder = journal_folder(processed) / batch_id
    names = [t.name for t in tables_of("store") if t.name != LEDGER]
    with contextlib.ExitStack() as held:
        if (processed / LEDGER / f"{batch_id}.parquet").exists():
            held.enter_context(replacing_lock(processed))
        for name in [*names, LEDGER]:
            source = folder / f"{name}.parquet"
            if source.exists():
                (processed / name).mkdir(exist_ok=True)
                source.replace(processed / name / f"{batch_id}.parquet")
    shutil.rmtree(folder)


def _article_ids(path: Path) -> pa.Array:
    return pq.read_table(path, columns=["article_id"]).column(0).combine_chunks() if path.exists() else pa.array([], pa.string())


def _drop_repeated(staged: Path, article_ids: list[str]) -> None:
    repeated = pa.array(article_ids, pa.string())
    for name in CHILDREN:
        table = pq.read_table(staged / f"{name}.parquet")
        _write_durably(table.filter(pc.invert(pc.is_in(table["article_id"], repeated))), staged / f"{name}.parquet")
    ledger = pq.read_table(staged / f"{LEDGER}.parquet")
    is_repeat = pc.and_(pc.equal(ledger["outcome"], "accepted"), pc.is_in(ledger["article_id"], repeated))
    outcome = pc.if_else(is_repeat, "duplicate", ledger["outcome"])
    position = ledger.schema.get_field_index("outcome")
    ledger = ledger.set_column(position, ledger.schema.field(position), outcome.cast(pa.string()))
    _write_durably(ledger, staged / f"{LEDGER}.parquet")


def _count(outcomes: pa.ChunkedArray) -> Outcomes:
    counts = {row["values"]: row["counts"] for row in pc.value_counts(outcomes).to_pylist()}
    return Outcomes(len(outcomes), counts.get("accepted", 0), counts.get("duplicate", 0), counts.get("rejected", 0))


def _write_durably(table: pa.Table, path: Path) -> None:
    write_parquet(table, path)
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
