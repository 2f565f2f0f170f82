"""Raw files: what lies in the raw folder, and which of it no batch has read yet."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.ingest.forms import raw_path_of
from flows.ingest.provenance import is_provenance


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file under the raw folder; `raw_path` is relative to it, with forward slashes."""

    path: Path
    raw_path: str
    byte_count: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file of which records are still to be read, from `first_record` on."""

    file: RawFile
    file_sha256: str
    first_record: int
    is_changed: bool


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the store has of one version of a file: how many records, and whether that is all of them."""

    record_count: int
    is_complete: bool


def find_raw_files(root: Path) -> Iterator[RawFile]:
    """All files under the folder in the order of their relative paths, hidden ones and provenance left out; links are followed."""
    yield from _walk(root, root)


def _walk(root: Path, folder: Path) -> Iterator[RawFile]:
    with os.scandir(folder) as entries:
        listed = sorted((e for e in entries if not e.name.startswith(".")), key=_sort_key)
    for entry in listed:
        path = Path(entry.path)
        if entry.is_dir():
            yield from _walk(root, path)
        elif entry.is_file() and not is_provenance(path):
            stat = entry.stat()
            yield RawFile(path, raw_path_of(root, path), stat.st_size, stat.st_mtime_ns)


def _sort_key(entry: os.DirEntry[str]) -> str:
    return f"{entry.name}/" if entry.is_dir() else entry.name


def file_sha256(path: Path) -> str:
    """SHA-256 of the file's bytes, read in blocks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def known_files(raw_files_parquet: Iterator[Path]) -> dict[tuple[str, str], KnownFile]:
    """What the store's raw_files tables say, by (raw_path, file_sha256)."""
    known: dict[tuple[str, str], KnownFile] = {}
    for path in raw_files_parquet:
        table = pq.read_table(path, columns=["raw_path", "file_sha256", "record_count", "is_complete"])
        rows = zip(*(table.column(i).to_pylist() for i in range(4)), strict=True)
        for raw_path, sha256, count, is_complete in rows:
            before = known.get((raw_path, sha256), KnownFile(0, False))
            known[raw_path, sha256] = KnownFile(before.record_count + count, before.is_complete or is_complete)
    return known


@dataclass(frozen=True, slots=True)
class SeenStats:
    """Size and modification time of files known to be read whole: a cache, so that they are not hashed again.

    Losing it costs time, never correctness.
    """

    stats: Mapping[str, tuple[int, int]]

    @staticmethod
    def load(path: Path) -> "SeenStats":
        """The cache at that path; empty where there is none or it cannot be read."""
        if not path.exists():
            return SeenStats({})
        try:
            table = pq.read_table(path)
        except (OSError, pa.ArrowInvalid):
            return SeenStats({})
        rows = zip(*(table.column(c).to_pylist() for c in ("raw_path", "byte_count", "modified_ns")), strict=True)
        return SeenStats({raw_path: (size, modified) for raw_path, size, modified in rows})

    @staticmethod
    def save(path: Path, files: list[RawFile]) -> None:
        """Write the cache for these files, in one move."""
        path.parent.mkdir(parents=True, exist_ok=True)
        table = pa.table(
            {
                "raw_path": [f.raw_path for f in files],
                "byte_count": pa.array([f.byte_count for f in files], pa.int64()),
                "modified_ns": pa.array([f.modified_ns for f in files], pa.int64()),
            }
        )
        aside = path.with_suffix(".new")
        pq.write_table(table, aside)
        aside.replace(path)

    def has(self, file: RawFile) -> bool:
        """Whether the file looks as it did when it was last read whole."""
        return self.stats.get(file.raw_path) == (file.byte_count, file.modified_ns)


def new_files(
    files: list[RawFile], seen: SeenStats, known: Mapping[tuple[str, str], KnownFile]
) -> Iterator[NewFile]:
    """The files of which anything is still to be read, in the order given."""
    known_paths = {raw_path for raw_path, _ in known}
    for file in files:
        if seen.has(file):
            continue
        sha256 = file_sha256(file.path)
        before = known.get((file.raw_path, sha256))
        if before is None:
            yield NewFile(file, sha256, 0, is_changed=file.raw_path in known_paths)
        elif not before.is_complete:
            yield NewFile(file, sha256, before.record_count, is_changed=False)
