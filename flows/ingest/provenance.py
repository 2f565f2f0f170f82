"""What is known of a raw file from beside it: provenance.json of its folders, and its sidecar."""

import datetime
import functools
import os
from dataclasses import replace
from pathlib import Path

import orjson

from flows.ingest import compressed
from flows.ingest.encoding import text_of_head
from flows.ingest.raw_article import Provenance

FOLDER_FILE = "provenance.json"
_WITH_SIDECAR = (".txt", ".md", ".text", ".html", ".htm", ".xhtml", ".mhtml", ".mht")
SIDECAR_SUFFIXES = tuple(suffix + end for suffix in _WITH_SIDECAR for end in ("", *compressed.SUFFIXES))
"""What a text or page is called that may have a sidecar beside it, compressed or not."""
FACTS = ("url", "published", "outlet", "rights_basis", "encoding")
"""What is stated of files as text; when they were received and what their columns mean comes beside it."""
MAX_FACTS_BYTES = 1024 * 1024


def provenance_of(raw_root: Path, path: Path, field_map: tuple[tuple[str, str], ...] = ()) -> Provenance:
    """What is known of `path`: its sidecar before its folder's provenance.json before those of the folders above.

    `received_at` is the first stated on that way, else the file's own modification time. `field_map` (from
    `--map`) goes before what a folder states. A provenance file that cannot be read counts as absent.
    """
    folder = os.path.dirname(path)
    given = _folder_facts(str(raw_root), folder)
    sidecar = sidecar_of(str(path))
    if sidecar and (stated := _facts(sidecar)):
        given = given | stated
    received_at = given.get("received_at")
    if received_at is None:
        received_at = datetime.datetime.fromtimestamp(state_of(path).st_mtime, datetime.UTC)
    return Provenance(
        received_at,
        given.get("outlet"),
        given.get("rights_basis"),
        given.get("url"),
        given.get("published"),
        given.get("encoding"),
        field_map + given.get("fields", ()),
    )


def state_of(path: Path) -> os.stat_result:
    """`os.stat`; of the link itself where it leads nowhere."""
    try:
        return os.stat(path)
    except OSError:
        return os.lstat(path)


def sidecar_of(name: str) -> str | None:
    """NAME.json for NAME.txt, NAME.html.gz and the like; None for files that have none."""
    stem, suffix = os.path.splitext(name)
    if suffix.lower() in compressed.SUFFIXES:
        stem, suffix = os.path.splitext(stem)
    return stem + ".json" if suffix.lower() in _WITH_SIDECAR else None


def with_facts(provenance: Provenance, facts: dict[str, str | None]) -> Provenance:
    """The provenance with the facts that a file's own records state (a WARC header, a member's sidecar)."""
    return replace(provenance, **{name: value for name, value in facts.items() if value is not None})


def _folder_facts(raw_root: str, folder: str) -> dict:
    facts: dict = {}
    inside = folder == raw_root or folder.startswith(raw_root.rstrip(os.sep) + os.sep)
    if not inside:
        return _facts(os.path.join(folder, FOLDER_FILE))
    steps = [folder]
    while len(steps[-1]) > len(raw_root):
        steps.append(os.path.dirname(steps[-1]))
    for step in reversed(steps):
        own = _facts(os.path.join(step, FOLDER_FILE))
        facts = facts | own if own else facts
    return facts


def _facts(file: str) -> dict:
    try:
        state = os.stat(file)
    except (OSError, ValueError):
        return {}
    return _read_facts(file, state.st_mtime_ns, state.st_size)


@functools.lru_cache(maxsize=4096)
def _read_facts(file: str, mtime_ns: int, size: int) -> dict:
    """The facts in a provenance file; `mtime_ns` and `size` make a changed file a new question."""
    return facts_of(_loaded(file)) if size <= MAX_FACTS_BYTES else {}


def _loaded(file: str) -> dict | None:
    """The object in a file of JSON; None where there is none that can be read."""
    try:
        given = parse_facts(Path(file).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return None
    return given if isinstance(given, dict) else None


def parse_facts(content: bytes) -> object:
    """The JSON value of a provenance file; raises JSONDecodeError. Editors and shells write UTF-16 and byte order marks."""
    return orjson.loads(text_of_head(content))


def facts_of(given: object) -> dict:
    """The facts in a provenance object: fields we know, as texts, `received_at` as an aware UTC instant.

    A value of another kind counts as absent; `provenance_files` says so to people.
    """
    if not isinstance(given, dict):
        return {}
    facts: dict = {name: given[name].strip() for name in FACTS if isinstance(given.get(name), str)}
    if isinstance(given.get("published"), int | float) and not isinstance(given["published"], bool):
        facts["published"] = str(given["published"])
    received_at = instant_of(given.get("received_at") or given.get("fetched_at"))
    if received_at is not None:
        facts["received_at"] = received_at
    fields = given.get("fields")
    if isinstance(fields, dict):
        facts["fields"] = tuple((str(column), str(field)) for column, field in fields.items())
    return facts


def instant_of(given: object) -> datetime.datetime | None:
    """The instant that an ISO 8601 text states, in UTC (also where it states no zone); None where it states none."""
    if not isinstance(given, str):
        return None
    try:
        stated = datetime.datetime.fromisoformat(given.strip())
    except ValueError:
        return None
    if stated.tzinfo is None:
        stated = stated.replace(tzinfo=datetime.UTC)
    try:
        return stated.astimezone(datetime.UTC)
    except OverflowError:
        return None
