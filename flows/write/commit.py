"""Batches that become visible at once or not at all, new ones and replaced ones alike.

A worker writes a batch aside (`.staging/`). One rename moves its folder into the journal (`.journal/<batch_id>/`):
from then on the batch will be in the store, whatever happens (flows/write/journal.py).
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.write.article_ids import ArticleIds
from flows.write.journal import settle_batch
from flows.write.parquet import write_parquet
from flows.write.repeated import CHILDREN, without_repeated
from flows.write.store import LEDGER, journal_folder, mark_unchecked


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
    settle_batch(processed, batch_id)
    known.add(ids)
    return outcomes


def _article_ids(path: Path) -> pa.Array:
    return pq.read_table(path, columns=["article_id"]).column(0).combine_chunks() if path.exists() else pa.array([], pa.string())


def _drop_repeated(staged: Path, article_ids: list[str]) -> None:
    tables = {name: pq.read_table(staged / f"{name}.parquet") for name in (*CHILDREN, LEDGER)}
    for name, table in without_repeated(tables, article_ids).items():
        _write_durably(table, staged / f"{name}.parquet")


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
