"""The store: where its files are, and which of them readers may see."""

import os
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.write.parquet import write_parquet
from schemas.dataset import tables_of

LEDGER = "raw_articles"
COMMIT_ORDER = (*(t.name for t in tables_of("store") if t.name not in ("articles", LEDGER)), "articles", LEDGER)
"""The order in which the files of a batch appear: whoever sees an article sees its evidence, whoever sees its ledger row sees it."""


def staging_folder(processed: Path) -> Path:
    """Where batches are written aside before they are moved into place; each run has a folder of its own in it."""
    return processed / ".staging"


def journal_folder(processed: Path) -> Path:
    """Where batches are that belong to the store but are not all in place yet."""
    return processed / ".journal"


def committed_batches(processed: Path) -> list[str]:
    """Ids of the batches that exist: those whose ledger file does; OSError where the ledger's folder cannot be read."""
    folder = processed / LEDGER
    names = os.listdir(folder) if folder.exists() else []
    return sorted(name.removesuffix(".parquet") for name in names if name.endswith(".parquet") and not name.startswith("."))


def batch_files(processed: Path, table: str, batch_ids: Iterable[str] | None = None) -> list[Path]:
    """The table's files of the batches that exist (or of those named), in order of their ids."""
    ids = committed_batches(processed) if batch_ids is None else sorted(batch_ids)
    return [processed / table / f"{b}.parquet" for b in ids]


def table_files(processed: Path, table: str, batch_ids: Iterable[str] | None = None) -> list[Path]:
    """All files of the table that readers may see, of a table that is written in batches those of the batches (of all, where None)."""
    if table in {t.name for t in tables_of("store")}:
        return batch_files(processed, table, batch_ids)
    folder = processed / table
    return sorted(folder.glob("*.parquet")) if folder.exists() else []


def holds_articles(processed: Path) -> bool:
    """Whether any article has been accepted; of a store of rejected ones only, no release can be made."""
    return any(pq.read_metadata(path).num_rows for path in batch_files(processed, "articles"))


def mark_unchecked(processed: Path, batch_id: str) -> None:
    """Note, before a batch is written or replaced, that no run has checked it yet."""
    folder = _unchecked_folder(processed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / batch_id).touch()


def mark_checked(processed: Path, batch_ids: Iterable[str]) -> None:
    """Note that the batches were checked, and that the run which did it is on record."""
    for batch_id in batch_ids:
        (_unchecked_folder(processed) / batch_id).unlink(missing_ok=True)


def unchecked_batches(processed: Path) -> tuple[str, ...]:
    """Batches that no run has checked: the run that wrote them was stopped before its check ended."""
    folder = _unchecked_folder(processed)
    names = sorted(p.name for p in folder.iterdir()) if folder.exists() else []
    return tuple(b for b in names if (processed / LEDGER / f"{b}.parquet").exists())


def _unchecked_folder(processed: Path) -> Path:
    return processed / ".state" / "unchecked"


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
