"""Who may write to a dataset on object storage: a lock made by a conditional put, kept alive, and free again when its holder is dead."""

import contextlib
import json
import os
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, PreconditionError

from flows.write.lock import StoreLockedError

LOCK = ".lock"
LEASE_S = 60.0
BEATS_PER_LEASE = 4
POLL_S = 1.0


@dataclass(slots=True)
class Lease:
    """A lock that this process holds; `e_tag` is that of the lock as we wrote it last, None once we have lost it."""

    store: Any
    owner: dict[str, Any]
    e_tag: str | None
    stop: threading.Event = field(default_factory=threading.Event)

    def beat(self) -> None:
        """Write the lock anew, if it is still ours."""
        try:
            self.e_tag = _put(self.store, self.owner, {"e_tag": self.e_tag})
        except (PreconditionError, FileNotFoundError):
            self.e_tag = None

    def check(self) -> None:
        """StoreLockedError where another process has taken the lock, since we did not move for longer than the lease."""
        self.beat()
        if self.e_tag is None:
            raise StoreLockedError("another run has taken the dataset over, since this one stood still for too long; run again")


@contextlib.contextmanager
def object_lock(store: Any, wait_s: float, on_wait: Callable[[str], None], lease_s: float = LEASE_S) -> Iterator[Lease]:
    """Hold the dataset for writing; whoever finds a lock that has not changed for `lease_s` seconds takes it over.

    Both the making and the taking over are conditional, so that of two only one succeeds. Waits up to `wait_s` seconds,
    telling `on_wait` once who has it; StoreLockedError after that.
    """
    lease = Lease(store, _owner(), None)
    lease.e_tag = _acquire(store, lease.owner, wait_s, on_wait, lease_s)
    beats = threading.Thread(target=_keep, args=(lease, lease_s / BEATS_PER_LEASE), daemon=True)
    beats.start()
    try:
        yield lease
    finally:
        lease.stop.set()
        beats.join()
        if lease.e_tag is not None:
            with contextlib.suppress(BaseError, FileNotFoundError):
                obstore.delete(store, LOCK)


def _acquire(store: Any, owner: dict[str, Any], wait_s: float, on_wait: Callable[[str], None], lease_s: float) -> str:
    deadline, seen, since, has_told = time.monotonic() + wait_s, None, time.monotonic(), False
    while True:
        try:
            return _put(store, owner, "create")
        except AlreadyExistsError:
            pass
        try:
            held = obstore.get(store, LOCK)
            e_tag, holder = held.meta["e_tag"], json.loads(bytes(held.bytes()))
        except FileNotFoundError:
            continue
        if e_tag != seen:
            seen, since = e_tag, time.monotonic()
        if _is_dead(holder) or time.monotonic() - since > lease_s:
            with contextlib.suppress(PreconditionError, FileNotFoundError):
                return _put(store, owner, {"e_tag": e_tag})
            continue
        said = f"another run (process {holder['pid']} on {holder['host']}, since {holder['since']})"
        if not has_told:
            on_wait(said)
            has_told = True
        if time.monotonic() > deadline:
            raise StoreLockedError(f"the dataset is being written by {said}; try again when it has ended")
        time.sleep(POLL_S)


def _keep(lease: Lease, every_s: float) -> None:
    while not lease.stop.wait(every_s) and lease.e_tag is not None:
        with contextlib.suppress(BaseError):  # not reachable for a moment: the next beat may be in time
            lease.beat()


def _put(store: Any, owner: dict[str, Any], mode: Any) -> str:
    return obstore.put(store, LOCK, json.dumps({**owner, "beat": uuid.uuid4().hex}).encode(), mode=mode, use_multipart=False)["e_tag"]


def _owner() -> dict[str, Any]:
    return {"pid": os.getpid(), "host": socket.gethostname(), "boot": _boot_id(), "since": time.strftime("%H:%M:%S")}


def _is_dead(holder: dict[str, Any]) -> bool:
    """Whether the holder was a process of this very machine that has ended."""
    if (holder.get("host"), holder.get("boot")) != (socket.gethostname(), _boot_id()) or not _boot_id():
        return False
    try:
        os.kill(holder["pid"], 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _boot_id() -> str:
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else ""
