"""Taking the bytes of a raw article out of the raw folder."""

import bz2
import gzip
import hashlib
import lzma
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

from backports import zstd

from flows.ingest.again import path_of
from flows.ingest.compressed import BrokenInputError, compression_of, read_file_blocks
from flows.ingest.forms import form_of
from flows.ingest.provenance import sidecar_of
from flows.ingest.remove_warc import remove_warc_records

_COMPRESS = {
    "gz": lambda data: gzip.compress(data, mtime=0), "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd.compress,
}


def remove_raw(raw_root: Path, records: Iterable[tuple[str, str]]) -> list[str]:
    """Take the records (raw_path, raw_id) out of the raw folder; the raw paths whose bytes had to stay.

    A file of one article is deleted with its sidecar; a line among others becomes an empty line, so that the lines
    after it keep their numbers; a record of a web archive is cut out, the others are known by their ids. Bytes that are
    gone or were changed already are left alone. In other containers (a table, an archive of files) nothing is touched:
    those raw paths are returned.
    """
    lines: dict[str, set[str]] = {}
    captures: dict[str, set[tuple[str, str]]] = {}
    left: list[str] = []
    for raw_path, raw_id in records:
        name, mark, _ = raw_path.partition("#")
        path = path_of(raw_root, name)
        if not path.is_file():
            continue
        if not mark:
            _remove_file(path, raw_id)
        elif (form := form_of(path)) is not None and form.name == "jsonl":
            lines.setdefault(name, set()).add(raw_id)
        elif form is not None and form.name == "warc" and not zipfile.is_zipfile(path):
            captures.setdefault(name, set()).add((raw_path.partition("#")[2], raw_id))
        else:
            left.append(raw_path)
    for name, raw_ids in lines.items():
        if not _blank_lines(path_of(raw_root, name), raw_ids):
            left.append(name)
    for name, wanted in captures.items():
        if not remove_warc_records(path_of(raw_root, name), wanted):
            left.extend(f"{name}#{place}" for place, _ in wanted)
    return sorted(left)


def _remove_file(path: Path, raw_id: str) -> None:
    digest = hashlib.sha256()
    try:
        for block in read_file_blocks(path):
            digest.update(block)
    except BrokenInputError:
        return
    if digest.hexdigest() == raw_id:
        path.unlink()
        if sidecar := sidecar_of(str(path)):
            Path(sidecar).unlink(missing_ok=True)


def _blank_lines(path: Path, raw_ids: set[str]) -> bool:
    """Whether the lines are gone; the file is replaced in one move, its modification time kept."""
    head = path.open("rb").read(8)
    kind, stat = compression_of(head), path.stat()
    try:
        lines = b"".join(read_file_blocks(path)).split(b"\n")
    except BrokenInputError:
        return False
    kept = [b"" if hashlib.sha256(line).hexdigest() in raw_ids else line for line in lines]
    if kept == lines:
        return True
    data = b"\n".join(kept)
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(_COMPRESS[kind](data) if kind else data)
    os.utime(aside, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    aside.replace(path)
    return True
