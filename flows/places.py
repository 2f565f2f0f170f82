"""Places that hold a dataset: folders of this machine, and folders on object storage."""

import contextlib
import hashlib
import os
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.locations import ROOT

SCHEMES = ("s3", "s3a", "gs", "az", "abfs", "abfss")


@dataclass(frozen=True, slots=True)
class ObjectFolder:
    """A folder on object storage; `url` is as given, such as s3://bucket/dataset."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def copy(self) -> Path:
        """Where its working copy is: under $DATELINE_CACHE, by default .cache/objects in the project."""
        cache = Path(os.environ.get("DATELINE_CACHE") or ROOT / ".cache" / "objects")
        return cache / hashlib.sha256(self.url.rstrip("/").encode()).hexdigest()[:16]


Place = Path | ObjectFolder


def place_of(given: str | Path) -> Place:
    """The place that a URL or a path names; a file:// URL is a path."""
    said = str(given)
    scheme = said.partition("://")[0] if "://" in said else ""
    if scheme == "file":
        return Path(urllib.parse.unquote(urllib.parse.urlsplit(said).path))
    return ObjectFolder(said) if scheme in SCHEMES else Path(given)


def _nothing(batch_id: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A folder of this machine that stands for a place; `put_batch` puts one committed batch there at once."""

    folder: Path
    put_batch: Callable[[str], None] = _nothing


@contextlib.contextmanager
def readable(place: Place) -> Iterator[Path]:
    """A folder to read from: the folder itself, or a copy of what lies on object storage, brought up to date.

    Raises ObjectStorageError, which is an OSError.
    """
    if isinstance(place, Path):
        yield place
        return
    from flows.object_storage import copy_to_read

    with copy_to_read(place) as folder:
        yield folder


@contextlib.contextmanager
def writable(place: Place, on_wait: Callable[[str], None] = _nothing, *, is_locked: bool = True) -> Iterator[WorkingCopy]:
    """A folder to write to; what differs on object storage in the end is put there, also after an error.

    Unless `is_locked` is false, nobody else writes there meanwhile; a folder of this machine has its own lock. Raises
    StoreLockedError and ObjectStorageError.
    """
    if isinstance(place, Path):
        yield WorkingCopy(place)
        return
    from flows.object_storage import copy_to_write

    with copy_to_write(place, on_wait, is_locked=is_locked) as copy:
        yield copy
