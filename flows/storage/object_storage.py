"""Folders on object storage: a working copy on this machine, and what is put back when and in which order.

What lies on object storage is the truth; the copy is a cache and may be deleted. Batches are put back as they are
committed here: aside into a journal, then in the order of COMMIT_ORDER, the ledger last.
"""

import contextlib
import datetime
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import filelock
import obstore
from obstore.exceptions import BaseError
from obstore.store import from_url

from flows.storage.object_lock import Lease, object_lock
from flows.storage.places import ObjectFolder, WorkingCopy
from flows.write.lock import LOCK_WAIT_S, replacing_lock
from flows.write.store import COMMIT_ORDER, LEDGER

JOURNAL, READY = ".journal", "ready"
SYNCED = ".synced.json"
PULL_ATTEMPTS = 20
RETRIES = {"max_retries": 8, "retry_timeout": datetime.timedelta(minutes=2)}
LAST = ("manifest.json", "SHA256SUMS", "latest.json")
"""Files that make others visible: put in this order, after all others."""


class ObjectStorageError(OSError):
    """The object storage did not do as asked; the message has the URL and what it said."""


class ChangedMeanwhileError(RuntimeError):
    """What is being copied kept changing."""


@contextlib.contextmanager
def copy_to_read(place: ObjectFolder) -> Iterator[Path]:
    """The working copy, brought up to date unless a run on this machine writes to it. Raises ObjectStorageError."""
    with _said_plainly(place), _own(place.copy, wait=not (place.copy / SYNCED).exists()) as is_ours:
        if is_ours:
            _pull(_store(place), place.copy)
    yield place.copy


@contextlib.contextmanager
def copy_to_write(place: ObjectFolder, on_wait: Callable[[str], None], *, is_locked: bool) -> Iterator[WorkingCopy]:
    """The working copy, with the lock of the place held; what differs in the end is put there, also after an error.

    Raises StoreLockedError and ObjectStorageError.
    """
    folder = place.copy
    with contextlib.ExitStack() as held:
        held.enter_context(_said_plainly(place))
        store = _store(place)
        held.enter_context(_own(folder, wait=True))
        lease = held.enter_context(object_lock(store, LOCK_WAIT_S, on_wait)) if is_locked else None
        if is_locked:
            _finish_journal(store)
        _pull(store, folder)
        try:
            yield WorkingCopy(folder, lambda batch_id: _put_batches(store, folder, [batch_id], lease))
        finally:
            _push(store, folder, lease)


def _store(place: ObjectFolder) -> Any:
    return from_url(place.url, retry_config=RETRIES)


@contextlib.contextmanager
def _own(folder: Path, *, wait: bool) -> Iterator[bool]:
    """Hold the working copy against other processes of this machine; false where another has it and we do not wait."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(folder.with_name(f"{folder.name}.lock"))
    try:
        lock.acquire(timeout=-1 if wait else 0)
    except filelock.Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


@contextlib.contextmanager
def _said_plainly(place: ObjectFolder) -> Iterator[None]:
    try:
        yield
    except BaseError as error:
        raise ObjectStorageError(f"{place.url}: {str(error).splitlines()[0][:300]}") from error


def _pull(store: Any, folder: Path) -> None:
    """Make the working copy what the place holds, whole batches only."""
    for _ in range(PULL_ATTEMPTS):
        try:
            _pull_once(store, folder)
            return
        except (ChangedMeanwhileError, FileNotFoundError):
            continue
    raise ChangedMeanwhileError("the dataset changes faster than it can be copied; try again")


def _pull_once(store: Any, folder: Path) -> None:
    synced, listed = _synced(folder), _listing(store)
    incoming = folder / ".incoming"
    fetched: list[tuple[Path, Path]] = []
    for name, (key, e_tag, modified_ns) in listed.items():
        target = folder / name
        if synced.get(name, ("",))[0] == e_tag and _looks(target) == tuple(synced[name][1:]):
            continue
        aside = incoming / name
        _fetch(store, key, e_tag, aside)
        os.utime(aside, ns=(modified_ns, modified_ns))
        fetched.append((aside, target))
    gone = [name for name in _files(folder) if name not in listed]
    if fetched or gone:
        with replacing_lock(folder):
            for aside, target in fetched:
                target.parent.mkdir(parents=True, exist_ok=True)
                aside.replace(target)
            for name in gone:
                (folder / name).unlink()
    if any(name.startswith(f"{LEDGER}/") for name in gone):
        for path in (folder / ".state").glob("seen-*"):
            path.unlink()  # they say of files that they were read whose batches are not there
    _remember(folder, {name: (entry[1], *_looks(folder / name)) for name, entry in listed.items()})


def _listing(store: Any) -> dict[str, tuple[str, str, int]]:
    """What the place holds: name → (key to fetch it by, e_tag, time of change in ns).

    The ledger is listed first: what it names was put before it. Of a batch in the journal that is all there, the journal
    has the truth.
    """
    ledger = _list(store, LEDGER)
    everything = _list(store, None)
    names = {n: m for n, m in everything.items() if _is_synced(n) and not n.startswith(f"{LEDGER}/")} | ledger
    found = {name: (name, m["e_tag"], _ns(m)) for name, m in names.items()}
    for ready in (n for n in everything if n.startswith(f"{JOURNAL}/") and n.endswith(f"/{READY}")):
        batch = ready.removesuffix(READY)
        for name, m in everything.items():
            if name.startswith(batch) and name != ready:
                found[f"{Path(name).stem}/{Path(batch).name}.parquet"] = (name, m["e_tag"], _ns(m))
    return found


def _list(store: Any, prefix: str | None) -> dict[str, Mapping[str, Any]]:
    return {meta["path"]: meta for chunk in obstore.list(store, prefix=prefix) for meta in chunk}


def _ns(meta: Mapping[str, Any]) -> int:
    return int(meta["last_modified"].timestamp()) * 1_000_000_000


def _fetch(store: Any, key: str, e_tag: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    answer = obstore.get(store, key)
    if answer.meta["e_tag"] != e_tag:
        raise ChangedMeanwhileError(key)
    with target.open("wb") as file:
        for block in answer.stream():
            file.write(block)


def _push(store: Any, folder: Path, lease: Lease | None) -> None:
    """Put what differs: tombstones first, then batches, then the rest, then what makes it visible; at last what is gone goes."""
    synced, now = _synced(folder), _files(folder)
    changed = [name for name in now if tuple(synced.get(name, ("",))[1:]) != _looks(folder / name)]
    batches = {Path(name).stem for name in changed if name.partition("/")[0] in COMMIT_ORDER}
    others = [name for name in changed if name.partition("/")[0] not in COMMIT_ORDER]
    _put(store, folder, [n for n in others if n.startswith("tombstones/")], lease)
    _put_batches(store, folder, sorted(batches), lease)
    rest = [n for n in others if not n.startswith("tombstones/")]
    _put(store, folder, sorted(rest, key=lambda n: (LAST.index(Path(n).name) + 1 if Path(n).name in LAST else 0, n)), lease)
    synced = _synced(folder)
    gone = sorted(synced.keys() - now.keys())
    if gone:
        if lease:
            lease.check()
        obstore.delete(store, gone)
        _remember(folder, {name: entry for name, entry in synced.items() if name not in gone})


def _put(store: Any, folder: Path, names: list[str], lease: Lease | None) -> None:
    if not names:
        return
    if lease:
        lease.check()
    synced = _synced(folder)
    for name in names:
        looks = _looks(folder / name)
        synced[name] = (obstore.put(store, name, folder / name)["e_tag"], *looks)
    _remember(folder, synced)


def _put_batches(store: Any, folder: Path, batch_ids: list[str], lease: Lease | None) -> None:
    for batch_id in batch_ids:
        if lease:
            lease.check()
        mark = f".state/unchecked/{batch_id}"
        if (folder / mark).exists():
            _put(store, folder, [mark], None)
        tables = [t for t in COMMIT_ORDER if (folder / t / f"{batch_id}.parquet").exists()]
        looks = {t: _looks(folder / t / f"{batch_id}.parquet") for t in tables}
        for table in tables:
            obstore.put(store, f"{JOURNAL}/{batch_id}/{table}.parquet", folder / table / f"{batch_id}.parquet")
        obstore.put(store, f"{JOURNAL}/{batch_id}/{READY}", json.dumps(tables).encode())
        _apply(store, batch_id, tables)
        e_tags = {t: obstore.head(store, f"{t}/{batch_id}.parquet")["e_tag"] for t in tables}
        _remember(folder, {**_synced(folder), **{f"{t}/{batch_id}.parquet": (e_tags[t], *looks[t]) for t in tables}})


def _apply(store: Any, batch_id: str, tables: list[str]) -> None:
    for table in sorted(tables, key=COMMIT_ORDER.index):
        obstore.copy(store, f"{JOURNAL}/{batch_id}/{table}.parquet", f"{table}/{batch_id}.parquet")
    obstore.delete(store, f"{JOURNAL}/{batch_id}/{READY}")
    obstore.delete(store, [f"{JOURNAL}/{batch_id}/{table}.parquet" for table in tables])


def _finish_journal(store: Any) -> None:
    """Finish what a killed run left in the journal: whole batches are put in place, others taken away and read again."""
    left = list(_list(store, JOURNAL))
    for name in left:
        if name.endswith(f"/{READY}"):
            batch_id = name.split("/")[1]
            _apply(store, batch_id, json.loads(bytes(obstore.get(store, name).bytes())))
    if rest := list(_list(store, JOURNAL)):
        obstore.delete(store, rest)


def _files(folder: Path) -> dict[str, None]:
    """Names of the files of the working copy that the place holds too."""
    names = (os.path.relpath(os.path.join(root, file), folder) for root, _, files in os.walk(folder) for file in files)
    return dict.fromkeys(sorted(n for n in names if _is_synced(n)))


def _is_synced(name: str) -> bool:
    if name.startswith(".state/"):
        return not name.startswith(".state/seen-")
    return not any(part.startswith(".") for part in name.split("/"))


def _looks(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return (-1, -1)
    return (stat.st_size, stat.st_mtime_ns)


def _synced(folder: Path) -> dict[str, tuple[str, int, int]]:
    """What both sides are known to hold: name → (e_tag there, size and time of change here)."""
    try:
        return {name: tuple(entry) for name, entry in json.loads((folder / SYNCED).read_text()).items()}
    except (FileNotFoundError, ValueError):
        return {}


def _remember(folder: Path, synced: Mapping[str, tuple]) -> None:
    aside = folder / f"{SYNCED}.new"
    aside.write_text(json.dumps(synced))
    aside.replace(folder / SYNCED)
