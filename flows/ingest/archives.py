"""Form archive: .zip and .tar (also .tar.gz, .tar.zst, .tar.bz2, .tar.xz) of files of any other form."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import orjson

from flows.ingest.archive_members import BROKEN, Member, content_of, copy_member, members_of, reason_of
from flows.ingest.cut_file import cut_file
from flows.ingest.limits import EXPANSION_FREE_BYTES, MAX_ARCHIVE_BYTES, MAX_ARCHIVE_DEPTH, MAX_EXPANSION, MAX_MEMBERS
from flows.ingest.provenance import (
    FOLDER_FILE,
    MAX_FACTS_BYTES,
    SIDECAR_SUFFIXES,
    facts_of,
    parse_facts,
    sidecar_of,
    with_facts,
)
from flows.ingest.provenance_files import NO_PROVENANCE, problem_of
from flows.ingest.raw_article import Cut, Form, Provenance, Record, Rejected

FormOf = Callable[[Path], Form | None]
SUFFIXES = (".zip", ".tar", ".tgz", ".tzst", ".tbz2", ".txz")
_MAX_FACTS = 200_000


def cut_members(path: Path, raw_path: str, provenance: Provenance, form_of: FormOf, depth: int = 1) -> Cut:
    """The records of every member, by the member's own form; `#` is followed by the member's name.

    A member's sidecar and the provenance.json of its folders in the archive count as they do outside. Names that lead
    out of the archive, links, members and archives over the limits come rejected; the others are read all the same.
    """
    if depth > MAX_ARCHIVE_DEPTH:
        yield _refused(raw_path, provenance, "archive_limit", f"archives within archives over {MAX_ARCHIVE_DEPTH} deep")
        return
    facts, problems, names = _facts(path)
    spent, allowed = 0, min(max(EXPANSION_FREE_BYTES, MAX_EXPANSION * os.path.getsize(path)), MAX_ARCHIVE_BYTES)
    try:
        for number, member in enumerate(members_of(path), 1):
            if number > MAX_MEMBERS or spent > allowed:
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
                copied, size, rejected = copy_member(member, Path(folder), allowed - spent)
                spent += size
                if rejected:
                    yield _refused(place, given, rejected.reason, rejected.detail)
                else:
                    yield from _cut_copied(copied, place, given, form_of, depth)
    except BROKEN as error:
        yield _refused(raw_path, provenance, *reason_of(error))


def _cut_copied(path: Path, place: str, provenance: Provenance, form_of: FormOf, depth: int) -> Cut:
    form = form_of(path)
    if form is not None and form.name == "archive" and path.stat().st_size:
        return cut_members(path, place, provenance, form_of, depth + 1)
    return cut_file(form, path, place, provenance)


def _facts(path: Path) -> tuple[dict[str, dict], dict[str, Rejected], frozenset[str]]:
    """What provenance.json files and sidecars inside the archive say, by their name; what of it cannot be taken as stated;
    and the names of all members. Of a broken archive what can be read."""
    facts: dict[str, dict] = {}
    problems: dict[str, Rejected] = {}
    names = set()
    with contextlib.suppress(*BROKEN):
        for number, member in enumerate(members_of(path)):
            if number > MAX_MEMBERS:
                break
            names.add(member.name)
            if member.name.endswith(".json") and member.open and member.size <= MAX_FACTS_BYTES and len(facts) < _MAX_FACTS:
                content = content_of(member, MAX_FACTS_BYTES + 1)
                if problem := problem_of(content, is_folder=os.path.basename(member.name) == FOLDER_FILE):
                    problems[member.name] = problem
                if stated := _facts_in(content):
                    facts[member.name] = stated
    return facts, problems, frozenset(names)


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
    stated |= facts.get(sidecar_of(name) or "", {})
    field_map = stated.pop("fields", None)
    if field_map:
        stated["field_map"] = provenance.field_map + field_map
    return with_facts(provenance, stated)


def _is_safe(member: Member) -> bool:
    name = member.name.replace("\\", "/")
    return member.open is not None and not name.startswith("/") and ".." not in name.split("/") and name[1:2] != ":"


def _plain(name: str) -> str:
    return "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else f"%{ord(c):02X}" for c in name[:1000])


def _refused(place: str, provenance: Provenance, reason: str, detail: str) -> tuple[Record, Rejected]:
    return Record(place, "archive", b"", provenance), Rejected(reason, detail)


def cannot_read(record: Record) -> Rejected:
    """An archive is not itself an article."""
    return Rejected("invalid_record", "an archive is read by its members")
