"""The journal: batches that belong to the store but whose files are not all in place yet.

The files of a batch are renamed into place in the order of COMMIT_ORDER, the ledger last; what a killed run left in the journal
is moved by whoever comes next. A replaced batch goes the same way: each file is renamed over the one it replaces, so
that a reader of any table sees one generation of it.
"""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from flows.write.lock import StoreLockedError, replacing_lock, shared_lock, store_lock
from flows.write.store import COMMIT_ORDER, LEDGER, journal_folder, staging_folder


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
        settle_batch(processed, folder.name)
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


def settle_batch(processed: Path, batch_id: str) -> None:
    """Move the files of a batch in the journal into place: what explains articles, then these, the ledger last."""
    folder = journal_folder(processed) / batch_id
    with contextlib.ExitStack() as held:
        if (processed / LEDGER / f"{batch_id}.parquet").exists():
            held.enter_context(replacing_lock(processed))
        for name in COMMIT_ORDER:
            source = folder / f"{name}.parquet"
            if source.exists():
                (processed / name).mkdir(exist_ok=True)
                source.replace(processed / name / f"{batch_id}.parquet")
    shutil.rmtree(folder)
