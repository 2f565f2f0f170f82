"""Raw files: what lies in the raw folder, and which of it no batch has read yet."""

import hashlib
import os
import re
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.ingest.forms import raw_path_of
from flows.ingest.provenance import state_of
from flows.ingest.provenance_files import is_provenance
from flows.value_ranges import files_with

DIGEST_BYTES = 16
SETTLED_NS = 100_000_000
_SHA256_OF_NOTHING = hashlib.sha256().hexdigest()
_ESCAPED = re.compile("[#%\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file under the raw folder; `raw_path` is relative to it, with forward slashes."""

    path: Path
    raw_path: str
    byte_count: int
    modified_ns: int

    def digest(self) -> bytes:
        """16 bytes that change when the file's path, size or modification time does."""
        stated = f"{self.raw_path}\0{self.byte_count}\0{self.modified_ns}"
        return hashlib.blake2b(stated.encode(), digest_size=DIGEST_BYTES).digest()


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file of which records are still to be read, from `first_record` on.

    `known_raw_ids` are the records that the ledger has from other versions of the file.
    """

    file: RawFile
    file_sha256: str
    first_record: int
    known_raw_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """What a walk over the raw folder found: how many files, which of them may hold something new.

    `candidates` are paths, `seen` the digests of the other files: a dataset of millions of files fits in memory.
    """

    file_count: int
    byte_count: int
    candidates: tuple[str, ...]
    seen: bytes


@dataclass(slots=True)
class KnownFiles:
    """What the store's raw_files tables say: versions of files read whole, records read of others, and their paths."""

    complete: set[bytes] = field(default_factory=set)
    records_read: dict[bytes, int] = field(default_factory=dict)
    versions: dict[bytes, int] = field(default_factory=dict)

    @staticmethod
    def load(raw_files_parquet: Iterable[Path], raw_paths: Collection[str] | None = None) -> "KnownFiles":
        """Read the tables, or what they say of those paths; a version read in several batches is one."""
        known = KnownFiles()
        asked = None if raw_paths is None else pa.array(raw_paths, pa.string())
        for path in raw_files_parquet if raw_paths is None else files_with(raw_files_parquet, "raw_path", raw_paths):
            table = pq.ParquetFile(path).read(["raw_path", "file_sha256", "record_count", "is_complete"], use_threads=False)
            table = table if asked is None else table.filter(pc.is_in(table["raw_path"], asked))
            for raw_path, sha256, count, is_complete in zip(*(c.to_pylist() for c in table.columns), strict=True):
                version = _version(raw_path, sha256)
                if version not in known.records_read and version not in known.complete:
                    place = _place(raw_path)
                    known.versions[place] = known.versions.get(place, 0) + 1
                known.records_read[version] = known.records_read.get(version, 0) + count
                if is_complete:
                    known.complete.add(version)
        for version in known.complete:
            known.records_read.pop(version, None)
        return known

    def has_other_version(self, raw_path: str, sha256: str) -> bool:
        """Whether records were read from the file when it held other bytes."""
        version = _version(raw_path, sha256)
        this = 1 if version in self.complete or version in self.records_read else 0
        return self.versions.get(_place(raw_path), 0) > this


def find_raw_files(root: Path) -> Iterator[RawFile]:
    """All files under the folder in the order of their relative paths, hidden ones and provenance left out; links are
    followed. A link that leads nowhere and a folder that cannot be opened are among them, to be rejected with their reason."""
    yield from _walk(root, root, ())


def look_for_new(root: Path, seen: frozenset[bytes]) -> FoundFiles:
    """Walk the raw folder; files that look as they did when they were last read whole are not candidates."""
    count, byte_count, candidates, kept = 0, 0, [], []
    for file in find_raw_files(root):
        count += 1
        digest = file.digest() if seen else b""
        if digest in seen:
            kept.append(digest)
        else:
            candidates.append(str(file.path))
            byte_count += file.byte_count
    return FoundFiles(count, byte_count, tuple(candidates), b"".join(kept))


def load_seen(path: Path) -> frozenset[bytes]:
    """Digests of files known to be read whole: a cache, so that they are not hashed again.

    Losing it costs time, never correctness. Empty where there is none.
    """
    try:
        stored = path.read_bytes()
    except OSError:
        return frozenset()
    return frozenset(stored[i : i + DIGEST_BYTES] for i in range(0, len(stored), DIGEST_BYTES))


def save_seen(path: Path, digests: bytes) -> None:
    """Write the cache in one move."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    aside.write_bytes(digests)
    aside.replace(path)


def new_files(
    root: Path, candidates: Iterable[str], known: KnownFiles, ledgers: Iterable[Path], digests: bytearray
) -> Iterator[NewFile]:
    """The files of which anything is still to be read, in the order given, each hashed when it is asked for.

    `ledgers` are the store's raw_articles files: they tell which records of a file that was changed in place are
    there already. `digests` gains those of the candidates, but for a file that changed a moment ago or cannot be read:
    it may change, or be opened to us, without its time telling.
    """
    raw_ids: Mapping[str, frozenset[str]] | None = None
    for candidate in candidates:
        try:
            file = raw_file(root, Path(candidate))
        except FileNotFoundError:
            continue
        sha256 = file_sha256(file.path)
        if time.time_ns() - file.modified_ns > SETTLED_NS and not (sha256 == _SHA256_OF_NOTHING and file.byte_count):
            digests += file.digest()
        version = _version(file.raw_path, sha256)
        if version in known.complete:
            continue
        is_changed = known.has_other_version(file.raw_path, sha256)
        if is_changed and raw_ids is None:
            changed = [p for p in (raw_file_path(root, Path(c)) for c in candidates) if _place(p) in known.versions]
            raw_ids = known_raw_ids(ledgers, changed)
        skip = raw_ids.get(file.raw_path, frozenset()) if is_changed and raw_ids else frozenset()
        yield NewFile(file, sha256, known.records_read.get(version, 0), skip)


def known_raw_ids(ledgers: Iterable[Path], raw_paths: Iterable[str]) -> dict[str, frozenset[str]]:
    """Raw ids in the ledger of the records that came from the files at those paths, in any version of them."""
    beginnings = frozenset(raw_paths)
    asked = pa.array(beginnings, pa.string())
    found: dict[str, set[str]] = {}
    for path in files_with(ledgers, "raw_path", beginnings):
        table = pq.read_table(path, columns=["raw_path", "raw_id"])
        files = pc.replace_substring_regex(table["raw_path"], "#.*", "")
        matches = pc.is_in(files, asked)
        for file, raw_id in zip(files.filter(matches).to_pylist(), table["raw_id"].filter(matches).to_pylist(), strict=True):
            found.setdefault(file, set()).add(raw_id)
    return {file: frozenset(ids) for file, ids in found.items()}


def raw_file(root: Path, path: Path) -> RawFile:
    """The file as it is now, or the link that leads nowhere; FileNotFoundError where it is gone."""
    stat = state_of(path)
    return RawFile(path, raw_file_path(root, path), stat.st_size, stat.st_mtime_ns)


def raw_file_path(root: Path, path: Path) -> str:
    """`raw_path_of`, faster where nothing is to be escaped."""
    prefix, whole = f"{root}/", str(path)
    if os.sep == "/" and whole.startswith(prefix) and not _ESCAPED.search(whole, len(prefix)):
        return whole[len(prefix) :]
    return raw_path_of(root, path)


def file_sha256(path: Path) -> str:
    """SHA-256 of the file's bytes, read in blocks; that of no bytes where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return _SHA256_OF_NOTHING


def _walk(root: Path, folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[RawFile]:
    """The files of a folder and of those in it; `above` are the folders that it stands in, so that no link leads round."""
    here = folder.stat()
    if (here.st_dev, here.st_ino) in above:
        return
    try:
        with os.scandir(folder) as entries:
            listed = sorted((e for e in entries if not e.name.startswith(".")), key=_sort_key)
    except PermissionError:
        if folder == root:
            raise
        yield raw_file(root, folder)
        return
    names = frozenset(e.name for e in listed)
    for entry in listed:
        path = Path(entry.path)
        if _is_folder(entry):
            yield from _walk(root, path, (*above, (here.st_dev, here.st_ino)))
        elif _is_file(entry):
            if not is_provenance(path, names):
                stat = entry.stat()
                yield RawFile(path, raw_file_path(root, path), stat.st_size, stat.st_mtime_ns)
        elif entry.is_symlink() and not os.path.exists(path):
            yield raw_file(root, path)


def _sort_key(entry: os.DirEntry[str]) -> str:
    return f"{entry.name}/" if _is_folder(entry) else entry.name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _version(raw_path: str, sha256: str) -> bytes:
    return hashlib.blake2b(f"{raw_path}\0{sha256}".encode(), digest_size=DIGEST_BYTES).digest()


def _place(raw_path: str) -> bytes:
    return hashlib.blake2b(raw_path.encode(), digest_size=8).digest()
