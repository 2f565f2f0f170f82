"""Places opened to be read or written as folders of this machine."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from flows.storage.places import Place, WorkingCopy, nothing


@contextlib.contextmanager
def readable(place: Place) -> Iterator[Path]:
    """A folder to read from: the folder itself, or a copy of what lies on object storage, brought up to date.

    Raises ObjectStorageError, which is an OSError.
    """
    if isinstance(place, Path):
        yield place
        return
    from flows.storage.object_storage import copy_to_read

    with copy_to_read(place) as folder:
        yield folder


@contextlib.contextmanager
def writable(place: Place, on_wait: Callable[[str], None] = nothing, *, is_locked: bool = True) -> Iterator[WorkingCopy]:
    """A folder to write to; what differs on object storage in the end is put there, also after an error.

    Unless `is_locked` is false, nobody else writes there meanwhile; a folder of this machine has its own lock. Raises
    StoreLockedError and ObjectStorageError.
    """
    if isinstance(place, Path):
        yield WorkingCopy(place)
        return
    from flows.storage.object_storage import copy_to_write

    with copy_to_write(place, on_wait, is_locked=is_locked) as copy:
        yield copy
