"""Reading a file in blocks, decompressed by what its first bytes say, within limits."""

import bz2
import gzip
import lzma
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from backports import zstd

from flows.ingest.limits import BLOCK_BYTES, EXPANSION_FREE_BYTES, KEPT_OF_OVERSIZED_BYTES, MAX_EXPANSION
from flows.ingest.raw_article import Rejected

SUFFIXES = (".gz", ".zst", ".bz2", ".xz")
_MAGIC = ((b"\x1f\x8b", "gz"), (b"\x28\xb5\x2f\xfd", "zst"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "xz"))
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError, ValueError)
_MAX_WINDOW = {zstd.DecompressionParameter.window_log_max: 27}  # 128 MB


class BrokenInputError(Exception):
    """A file that cannot be read on; carries the Rejected to report and the first of the bytes read so far."""

    def __init__(self, rejected: Rejected, read: bytes = b""):
        super().__init__(rejected.detail)
        self.rejected = rejected
        self.read = read


def compression_of(head: bytes) -> str | None:
    """gz, zst, bz2 or xz by the first bytes of a file; None where it is not compressed."""
    return next((name for magic, name in _MAGIC if head.startswith(magic)), None)


def read_blocks(source: BinaryIO) -> Iterator[bytes]:
    """The bytes of an open binary file, decompressed, in blocks of about a megabyte; memory does not grow.

    Raises BrokenInputError (truncated, invalid_record, archive_limit) after all that could be read was given.
    """
    begin = source.tell()
    kind = compression_of(source.read(8))
    source.seek(begin)
    if kind is None:
        while block := source.read(BLOCK_BYTES):
            yield block
        return
    given = 0
    try:
        stream = _decompressing(source, kind)
        while block := stream.read1(BLOCK_BYTES) if hasattr(stream, "read1") else stream.read(BLOCK_BYTES):
            given += len(block)
            taken = max(source.tell() - begin, 1)
            if given > EXPANSION_FREE_BYTES and given > MAX_EXPANSION * taken:
                raise BrokenInputError(Rejected("archive_limit", f"{given} bytes out of {taken} compressed ones"))
            yield block
    except EOFError:
        raise BrokenInputError(Rejected("truncated", f"{kind} stream ends early, after byte offset {given}")) from None
    except _BROKEN as error:
        reason = "truncated" if "ncomplete" in str(error) else "invalid_record"
        detail = f"{kind} stream is broken after byte offset {given}: {_line(error)}"
        raise BrokenInputError(Rejected(reason, detail)) from None


def read_file_blocks(path: Path) -> Iterator[bytes]:
    """`read_blocks` of the file at `path`; BrokenInputError with `unreadable` where it cannot be opened or read."""
    try:
        with open(path, "rb", buffering=0) as source:
            yield from read_blocks(source)
    except OSError as error:
        raise BrokenInputError(why_unreadable(path, error)) from None


def why_unreadable(path: Path, error: OSError) -> Rejected:
    """What to say of a file that cannot be opened or read."""
    if os.path.islink(path) and not os.path.exists(path):
        return Rejected("unreadable", f"a link that leads to no file: {os.readlink(path)[:200]!r}")
    if isinstance(error, PermissionError):
        what = "the folder" if os.path.isdir(path) else "the file"
        return Rejected("unreadable", f"{_line(error.strerror)}: the account that runs dateline may not open {what}")
    return Rejected("unreadable", _line(error.strerror or error))


def read_all(path: Path, limit: int) -> bytes:
    """All bytes of a file, decompressed; BrokenInputError with `size_limit` beyond `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    try:
        for block in read_file_blocks(path):
            size += len(block)
            if size > limit:
                raise BrokenInputError(Rejected("size_limit", f"over {limit} bytes"))
            parts.append(block)
    except BrokenInputError as broken:
        broken.read = b"".join(parts)[:KEPT_OF_OVERSIZED_BYTES]
        raise
    return parts[0] if len(parts) == 1 else b"".join(parts)


def read_head(path: Path, size: int = 4096) -> bytes:
    """The first bytes of a file, decompressed; nothing where it cannot be read."""
    try:
        return next(iter(read_file_blocks(path)), b"")[:size]
    except BrokenInputError:
        return b""


def _decompressing(source: BinaryIO, kind: str) -> BinaryIO:
    if kind == "gz":
        return gzip.GzipFile(fileobj=source)
    if kind == "bz2":
        return bz2.BZ2File(source)
    if kind == "xz":
        return lzma.LZMAFile(source)
    return zstd.ZstdFile(source, options=_MAX_WINDOW)


def _line(error: object) -> str:
    return " ".join(str(error).split())[:200]
