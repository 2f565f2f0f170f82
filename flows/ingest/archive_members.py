"""The members of an archive: .zip, also one cut short, and .tar, also compressed."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from flows.ingest.compressed import BrokenInputError, read_file_blocks
from flows.ingest.cut_zip import find_members, is_cut_zip, open_member, what_is_missing
from flows.ingest.limits import BLOCK_BYTES
from flows.ingest.raw_article import Rejected

BROKEN = (
    OSError, EOFError, ValueError, KeyError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile,
    zipfile.LargeZipFile, tarfile.TarError, IndexError, OverflowError, AttributeError, BrokenInputError, MemoryError,
)  # fmt: skip
"""What reading a broken archive raises."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its name as given, the size it claims, and a way to its bytes (None for a link)."""

    name: str
    size: int
    open: Callable[[], BinaryIO] | None


def members_of(path: Path) -> Iterator[Member]:
    """The members in the order of the archive; raises one of BROKEN after all that could be found was given."""
    if zipfile.is_zipfile(path):
        return _zip_members(path)
    return _cut_zip_members(path) if is_cut_zip(path) else _tar_members(path)


def _zip_members(path: Path) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                is_link = (info.external_attr >> 28) == 0xA
                yield Member(_zip_name(info), info.file_size, None if is_link else lambda info=info: archive.open(info))


def _cut_zip_members(path: Path) -> Iterator[Member]:
    for found in find_members(path):
        if found.is_whole and not found.info.is_dir():
            yield Member(_zip_name(found.info), found.info.file_size, lambda found=found: open_member(path, found))
    raise BrokenInputError(what_is_missing(path))


def _tar_members(path: Path) -> Iterator[Member]:
    _check_is_tar(path)
    with tarfile.open(fileobj=io.BufferedReader(_Blocks(read_file_blocks(path)), BLOCK_BYTES), mode="r|") as archive:
        for info in archive:
            if not info.isdir():
                yield Member(info.name, info.size, (lambda info=info: archive.extractfile(info)) if info.isreg() else None)


def _check_is_tar(path: Path) -> None:
    head = next(read_file_blocks(path), b"")[: tarfile.BLOCKSIZE]
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except tarfile.EOFHeaderError:
        return  # no members
    except tarfile.HeaderError:
        raise BrokenInputError(Rejected("invalid_record", "neither a zip nor a tar archive" if head else "an empty file")) from None


class _Blocks(io.RawIOBase):
    """A stream of blocks as a file that can be read once, forwards."""

    def __init__(self, blocks: Iterator[bytes]):
        self.blocks, self.rest = blocks, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        if not self.rest:
            self.rest = next(self.blocks, b"")
        taken, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name as its maker wrote it: old archives hold Cyrillic names in cp866, which zipfile takes for cp437."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp866")
    except UnicodeError:
        return info.filename


def copy_member(member: Member, folder: Path, allowed: int) -> tuple[Path, int, Rejected | None]:
    """The member's bytes in a file of a safe name with the member's suffixes; how many they are; why they are not all."""
    suffixes = "".join(part for part in PurePosixPath(member.name.lower()).suffixes[-2:] if part[1:].isalnum() and len(part) < 12)
    path, size = folder / f"member{suffixes}", 0
    try:
        with member.open() as source, open(path, "wb") as target:
            while block := source.read(BLOCK_BYTES):
                size += len(block)
                if size > allowed:
                    return path, size, Rejected("archive_limit", f"over {allowed} bytes out of the archive")
                target.write(block)
    except BROKEN as error:
        reason, detail = reason_of(error)
        return path, size, Rejected(reason, f"after {size} bytes of the member: {detail}")
    return path, size, None


def content_of(member: Member, limit: int) -> bytes:
    """The first bytes of a member; nothing where it cannot be read."""
    try:
        with member.open() as source:
            return source.read(limit)
    except BROKEN:
        return b""


def reason_of(error: BaseException) -> tuple[str, str]:
    """(reason, detail) for one of BROKEN."""
    if isinstance(error, BrokenInputError):
        return error.rejected.reason, error.rejected.detail
    said = f"{type(error).__name__}: {' '.join(str(error).split())}"[:200]
    if isinstance(error, EOFError | tarfile.ReadError) or "truncated" in said or "unexpected end" in said:
        return "truncated", said
    if "password" in said or "encrypted" in said:
        return "unreadable", said
    return "invalid_record", said
