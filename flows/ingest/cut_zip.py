"""A zip file without the list of members at its end, as where a download broke off, read by what stands before each member."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from flows.ingest.limits import BLOCK_BYTES, EXPANSION_FREE_BYTES, MAX_EXPANSION
from flows.ingest.raw_article import Rejected

_MEMBER, _LIST = b"PK\x03\x04", b"PK\x01\x02"
_HEAD = struct.Struct("<4sHHHHHIIIHH")
_UTF_8, _ENCRYPTED, _SIZE_FOLLOWS = 0x800, 0x1, 0x8
_DESCRIPTOR_BYTES = (12, 16, 20, 24)
"""What may stand between a member and the next: checksum and two sizes of 4 or 8 bytes, with or without a signature."""


@dataclass(frozen=True, slots=True)
class FoundMember:
    """A member as its own head describes it; its bytes begin at `begin` of the file and are all there if `is_whole`."""

    info: zipfile.ZipInfo
    begin: int
    end: int
    is_whole: bool


def is_cut_zip(path: Path) -> bool:
    """Whether a file begins as a zip archive does and has no list of members."""
    try:
        with open(path, "rb") as file:
            return file.read(len(_MEMBER)) == _MEMBER and not zipfile.is_zipfile(path)
    except OSError:
        return False


def what_is_missing(path: Path) -> Rejected:
    """What to say of the archive as a whole: how far its members go, and what is lost."""
    whole, end, rest = 0, 0, "what followed is lost"
    for found in find_members(path):
        if found.is_whole:
            whole, end = whole + 1, found.end
        else:
            rest = f"{found.info.filename[:100]!r} is cut at byte offset {os.path.getsize(path)}"
    return Rejected(
        "truncated",
        f"a zip archive without the list of members at its end, as where a download broke off: "
        f"{whole} whole {'member' if whole == 1 else 'members'} read, up to byte offset {end}; {rest}",
    )


def find_members(path: Path) -> Iterator[FoundMember]:
    """The members one after another, the last of them perhaps not whole; none after one whose end cannot be told."""
    size = os.path.getsize(path)
    with open(path, "rb") as file:
        at = 0
        while (head := _read_head(file, at)) is not None:
            info, begin = head
            end = _end_of(file, info, begin)
            is_whole = end is not None and end <= size
            yield FoundMember(info, begin, min(end or size, size), is_whole)
            if not is_whole:
                return
            at = _next_head(file, info, end)


def open_member(path: Path, found: FoundMember) -> BinaryIO:
    """The member's bytes, as far as they are there; raises what the standard library does for those that it cannot read."""
    if found.info.flag_bits & _ENCRYPTED:
        raise RuntimeError("the member is encrypted")
    if found.info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(f"compression method {found.info.compress_type}")
    return io.BufferedReader(_MemberBytes(path, found), BLOCK_BYTES)


class _MemberBytes(io.RawIOBase):
    """The bytes of a member as a file that can be read once, forwards; BadZipFile where their checksum is another."""

    def __init__(self, path: Path, found: FoundMember):
        self.file, self.left, self.at, self.checksum = io.FileIO(path), found.end - found.begin, 0, 0
        self.file.seek(found.begin)
        self.inflate = zlib.decompressobj(-zlib.MAX_WBITS) if found.info.compress_type == zipfile.ZIP_DEFLATED else None
        self.stated = found.info.CRC if found.is_whole else 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def readinto(self, buffer) -> int:
        while True:
            waiting = self.inflate.unconsumed_tail if self.inflate else b""
            given = waiting or self.file.read(min(self.left, len(buffer)))
            self.left -= 0 if waiting else len(given)
            out = self.inflate.decompress(given, len(buffer)) if self.inflate else given
            self.at, self.checksum = self.at + len(out), zlib.crc32(out, self.checksum)
            if not given and self.stated and self.checksum != self.stated:
                raise zipfile.BadZipFile(f"checksum {self.checksum:08x} where {self.stated:08x} is stated")
            if out or not given:
                buffer[: len(out)] = out
                return len(out)

    def close(self) -> None:
        self.file.close()
        super().close()


def _read_head(file: BinaryIO, at: int) -> tuple[zipfile.ZipInfo, int] | None:
    """What stands before a member, and where its bytes begin; None where no whole head stands there."""
    file.seek(at)
    fixed = file.read(_HEAD.size)
    if len(fixed) < _HEAD.size or not fixed.startswith(_MEMBER):
        return None
    _, _, flags, method, _, _, checksum, packed, unpacked, name_size, extra_size = _HEAD.unpack(fixed)
    name, extra = file.read(name_size), file.read(extra_size)
    if len(name) < name_size or len(extra) < extra_size:
        return None
    info = zipfile.ZipInfo(name.decode("utf-8" if flags & _UTF_8 else "cp437", errors="replace"))
    info.flag_bits, info.compress_type, info.CRC = flags, method, checksum
    info.compress_size, info.file_size = _long_sizes(extra, packed, unpacked)
    return info, at + _HEAD.size + name_size + extra_size


def _long_sizes(extra: bytes, packed: int, unpacked: int) -> tuple[int, int]:
    """The sizes of a member, from its extra field where they need more than four bytes."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == 1 and size >= 16 and len(extra) >= 20 and packed == unpacked == 0xFFFFFFFF:
            unpacked, packed = struct.unpack_from("<QQ", extra, 4)
        extra = extra[4 + size :]
    return packed, unpacked


def _end_of(file: BinaryIO, info: zipfile.ZipInfo, begin: int) -> int | None:
    """Where the member's bytes end; None where neither its head nor its bytes tell."""
    if info.compress_size or not info.flag_bits & _SIZE_FOLLOWS:
        return begin + info.compress_size
    if info.compress_type != zipfile.ZIP_DEFLATED or info.flag_bits & _ENCRYPTED:
        return None
    inflate, end, inflated = zlib.decompressobj(-zlib.MAX_WBITS), begin, 0
    file.seek(begin)
    try:
        while not inflate.eof:
            given = inflate.unconsumed_tail or file.read(BLOCK_BYTES)
            if not given or inflated > max(EXPANSION_FREE_BYTES, MAX_EXPANSION * (end - begin)):
                return None
            end += 0 if inflate.unconsumed_tail else len(given)
            inflated += len(inflate.decompress(given, BLOCK_BYTES))
    except zlib.error:
        return None
    return end - len(inflate.unused_data)


def _next_head(file: BinaryIO, info: zipfile.ZipInfo, end: int) -> int:
    """Where the next member's head begins, after the checksum and sizes that follow some members."""
    if not info.flag_bits & _SIZE_FOLLOWS:
        return end
    file.seek(end)
    after = file.read(_DESCRIPTOR_BYTES[-1] + len(_MEMBER))
    return end + next((size for size in _DESCRIPTOR_BYTES if after.startswith((_MEMBER, _LIST), size)), len(after))
