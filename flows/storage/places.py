"""Places that hold a dataset: folders of this machine, and folders on object storage."""

import hashlib
import os
import urllib.parse
from collections.abc import Callable
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


def nothing(said: str) -> None:
    """Do nothing with what is said."""


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A folder of this machine that stands for a place; `put_batch` puts one committed batch there at once."""

    folder: Path
    put_batch: Callable[[str], None] = nothing
