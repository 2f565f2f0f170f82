"""Who may write to the store, and how readers keep a replaced batch from changing under them."""

import contextlib
import fcntl
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

LOCK_WAIT_S = 600.0
"""How long a command waits for another that writes to the store."""


class StoreLockedError(RuntimeError):
    """Another run is writing to the store; the message says which."""


@contextlib.contextmanager
def store_lock(processed: Path, wait_s: float, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the store for writing; the operating system frees it when the process dies.

    Waits up to `wait_s` seconds, telling `on_wait` once who has it; StoreLockedError after that.
    """
    import filelock

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
        return f"another run (process {said['pid']} on {said['host']}, since {said['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another run"


@contextlib.contextmanager
def shared_lock(processed: Path) -> Iterator[None]:
    """Hold off the replacing of batches while a reader reads; a store that was never written to needs no lock."""
    with _flocked(processed / ".readers", fcntl.LOCK_SH, create=False):
        yield


@contextlib.contextmanager
def replacing_lock(processed: Path) -> Iterator[None]:
    """Wait until no reader reads and let none begin, for the milliseconds in which a batch is replaced."""
    with _flocked(processed / ".readers", fcntl.LOCK_EX, create=True):
        yield


@contextlib.contextmanager
def _flocked(path: Path, how: int, *, create: bool) -> Iterator[None]:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | (os.O_CREAT if create else 0), 0o666)
    except (FileNotFoundError, PermissionError, NotADirectoryError):
        if create:
            raise
        yield
        return
    try:
        fcntl.flock(descriptor, how)
        yield
    finally:
        os.close(descriptor)
