"""Form archive: .zip and .tar (also .tar.gz, .tar.zst, .tar.bz2, .tar.xz) of files of any other form."""

import contextlib
import io
import os
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import orjson

from flows.ingest.compressed import BrokenInputError, read_file_blocks
from flows.ingest.limits import (
    BLOCK_BYTES,
    EXPANSION_FREE_BYTES,
    MAX_ARCHIVE_BYTES,
    MAX_ARCHIVE_DEPTH,
    MAX_EXPANSION,
    MAX_MEMBERS,
)
from flows.ingest.provenance import FOLDER_FILE, MAX_FACTS_BYTES, SIDECAR_SUFFIXES, facts_of, parse_facts, with_facts
from flows.ingest.provenance_files import NO_PROVENANCE, problem_of
from flows.ingest.raw_article import Form, Provenance, Record, Rejected

SUFFIXES = (".zip", ".tar", ".tgz", ".tzst", ".tbz2", ".txz")
_MAX_FACTS = 200_000
_BROKEN = (
    OSError, EOFError, ValueError, KeyError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile,
    zipfile.LargeZipFile, tarfile.TarError, IndexError, OverflowError, AttributeError, BrokenInputError, MemoryError,
)  # fmt: skip
Cut = Iterator[Record | tuple[Record, Rejected]]


@dataclass(frozen=True, slots=True)
class _Member:
    """One file of an archive: its name as given, the size it claims, and a way to its bytes (None for a link)."""

    name: str
    size: int
    open: Callable[[], BinaryIO] | None


def cut_members(
    path: Path, raw_path: str, provenance: Provenance, form_of: Callable[[Path], Form | None], depth: int = 1
) -> Cut:
    """The records of every member, by the member's own form; `#` is followed by the member's name.

    A member's sidecar and the provenance.json of its folders in the archive count as they do outside. Names that lead
    out of the archive, links, members and archives over the limits come rejected; the others are read all the same.
    """
    if depth > MAX_ARCHIVE_DEPTH:
        yield _refused(raw_path, provenance, "archive_limit", f"archives within archives over {MAX_ARCHIVE_DEPTH} deep")
        return
    facts, problems, names = _facts(path)
    spent, allowed = 0, max(EXPANSION_FREE_BYTES, MAX_EXPANSION * os.path.getsize(path))
    try:
        for number, member in enumerate(_members(path), 1):
            if number > MAX_MEMBERS or spent > min(allowed, MAX_ARCHIVE_BYTES):
                yield _refused(raw_path, provenance, "archive_limit", f"{number} members, {spent} bytes: the rest is not read")
                return
            place = f"{raw_path}#{_plain(member.name)}"
            if _describes(member.name, names) and problems.get(member.name) is not NO_PROVENANCE:
                if problem := problems.get(member.name):
                    yield _refused(place, provenance, problem.reason, problem.detail)
                continue
            if not _is_safe(member):
                yield _refused(place, provenance, "unsafe_path", f"{member.name[:200]!r} is a link or leads out of the archive")
                continue
            given = _with_member_facts(provenance, member.name, facts)
            with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
                copied, size, rejected = _copy(member, Path(folder), min(allowed, MAX_ARCHIVE_BYTES) - spent)
                spent += size
                if rejected:
                    yield _refused(place, given, rejected.reason, rejected.detail)
                    continue
                form = form_of(copied)
                if form is None:
                    yield _refused(place, given, "unknown_form", f"{member.name[:200]}: no input form reads files of this kind")
                elif form.name == "archive":
                    yield from cut_members(copied, place, given, form_of, depth + 1)
                else:
                    yield from form.records(copied, place, given)
    except _BROKEN as error:
        yield _refused(raw_path, provenance, *_reason(error))


def _members(path: Path) -> Iterator[_Member]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    is_link = (info.external_attr >> 28) == 0xA
                    yield _Member(_zip_name(info), info.file_size, None if is_link else lambda info=info: archive.open(info))
        return
    _check_is_tar(path)
    with tarfile.open(fileobj=io.BufferedReader(_Blocks(read_file_blocks(path)), BLOCK_BYTES), mode="r|") as archive:
        for info in archive:
            if not info.isdir():
                yield _Member(info.name, info.size, (lambda info=info: archive.extractfile(info)) if info.isreg() else None)


def _check_is_tar(path: Path) -> None:
    head = next(read_file_blocks(path), b"")[: tarfile.BLOCKSIZE]
    if head.startswith(b"PK"):
        raise BrokenInputError(Rejected("truncated", "a zip archive without the list of members at its end, as where a download broke off"))
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


def _copy(member: _Member, folder: Path, allowed: int) -> tuple[Path, int, Rejected | None]:
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
    except _BROKEN as error:
        reason, detail = _reason(error)
        return path, size, Rejected(reason, f"after {size} bytes of the member: {detail}")
    return path, size, None


def _facts(path: Path) -> tuple[dict[str, dict], dict[str, Rejected], frozenset[str]]:
    """What provenance.json files and sidecars inside the archive say, by their name; what of it cannot be taken as stated;
    and the names of all members. Of a broken archive what can be read."""
    facts: dict[str, dict] = {}
    problems: dict[str, Rejected] = {}
    names = set()
    with contextlib.suppress(*_BROKEN):
        for number, member in enumerate(_members(path)):
            if number > MAX_MEMBERS:
                break
            names.add(member.name)
            if member.name.endswith(".json") and member.open and member.size <= MAX_FACTS_BYTES and len(facts) < _MAX_FACTS:
                content = _content(member)
                if problem := problem_of(content, is_folder=os.path.basename(member.name) == FOLDER_FILE):
                    problems[member.name] = problem
                if stated := _facts_in(content):
                    facts[member.name] = stated
    return facts, problems, frozenset(names)


def _content(member: _Member) -> bytes:
    try:
        with member.open() as source:
            return source.read(MAX_FACTS_BYTES + 1)
    except _BROKEN:
        return b""


def _facts_in(content: bytes) -> dict:
    try:
        return facts_of(parse_facts(content))
    except orjson.JSONDecodeError:
        return {}


def _describes(name: str, names: frozenset[str]) -> bool:
    stem, suffix = os.path.splitext(name)
    if suffix != ".json":
        return os.path.basename(name) in (".DS_Store", "Thumbs.db") or name.startswith("__MACOSX/")
    return os.path.basename(name) == FOLDER_FILE or any(stem + other in names for other in SIDECAR_SUFFIXES)


def _with_member_facts(provenance: Provenance, name: str, facts: dict[str, dict]) -> Provenance:
    stated: dict = {}
    parts = PurePosixPath(name).parts
    for depth in range(len(parts)):
        stated |= facts.get("/".join((*parts[:depth], FOLDER_FILE)), {})
    stem, suffix = os.path.splitext(name)
    if suffix.lower() in SIDECAR_SUFFIXES:
        stated |= facts.get(stem + ".json", {})
    field_map = stated.pop("fields", None)
    if field_map:
        stated["field_map"] = provenance.field_map + field_map
    return with_facts(provenance, stated)


def _is_safe(member: _Member) -> bool:
    name = member.name.replace("\\", "/")
    return member.open is not None and not name.startswith("/") and ".." not in name.split("/") and name[1:2] != ":"


def _plain(name: str) -> str:
    return "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else f"%{ord(c):02X}" for c in name[:1000])


def _refused(place: str, provenance: Provenance, reason: str, detail: str) -> tuple[Record, Rejected]:
    return Record(place, "archive", b"", provenance), Rejected(reason, detail)


def _reason(error: BaseException) -> tuple[str, str]:
    if isinstance(error, BrokenInputError):
        return error.rejected.reason, error.rejected.detail
    said = f"{type(error).__name__}: {' '.join(str(error).split())}"[:200]
    if isinstance(error, EOFError | tarfile.ReadError) or "truncated" in said or "unexpected end" in said:
        return "truncated", said
    if "password" in said or "encrypted" in said:
        return "unreadable", said
    return "invalid_record", said


def cannot_read(record: Record) -> Rejected:
    """An archive is not itself an article."""
    return Rejected("invalid_record", "an archive is read by its members")
