"""Files that only say something about others (provenance.json, sidecars), and what in them cannot be taken as stated."""

import os
from collections.abc import Container
from pathlib import Path

import orjson

from flows.ingest.fields import FIELDS, kind_of
from flows.ingest.provenance import FACTS, FOLDER_FILE, MAX_FACTS_BYTES, SIDECAR_SUFFIXES, instant_of, parse_facts
from flows.ingest.raw_article import Rejected

_INSTANTS = ("received_at", "fetched_at")
_FACTS_OF_ALL = (*FACTS, *_INSTANTS, "fields")
NO_PROVENANCE = Rejected("invalid_record", "no object: a raw file of its own")


def is_provenance(path: Path, beside: Container[str]) -> bool:
    """True for files that say something about others and say it well; `beside` are the names in its folder.

    Another is left to be read as a raw file, and so ends among the rejected with its reason; what can be taken of it
    is taken all the same.
    """
    return describes_others(path, beside) and _problem_in(path) is None


def rejected_provenance(path: Path) -> Rejected | None:
    """Why a file beside raw files cannot be taken as stated; None for any other, a list of articles among them."""
    problem = _problem_in(path) if describes_others(path) else None
    return None if problem is NO_PROVENANCE else problem


def describes_others(path: Path, beside: Container[str] | None = None) -> bool:
    """Whether a file is a provenance.json or stands beside a text or page of its name; faster where `beside` is known."""
    folder, name = os.path.split(path)
    stem, suffix = os.path.splitext(name)
    if suffix.lower() != ".json":
        return False
    named = (stem + other for other in SIDECAR_SUFFIXES)
    return name == FOLDER_FILE or any((beside is None or text in beside) and os.path.isfile(os.path.join(folder, text)) for text in named)


def problem_of(content: bytes, *, is_folder: bool) -> Rejected | None:
    """What of the content of such a file cannot be taken as stated, all of it in one detail."""
    what = f"{FOLDER_FILE} of a folder" if is_folder else "the sidecar of a text or page"
    try:
        given = parse_facts(content)
    except orjson.JSONDecodeError as error:
        return Rejected("invalid_json", f"{what}, character {error.pos}: {error.msg}"[:300])
    if not isinstance(given, dict):
        return Rejected("invalid_record", f"{what} is {kind_of(given)} where an object is expected") if is_folder else NO_PROVENANCE
    wrong = [problem for name in _FACTS_OF_ALL if given.get(name) is not None and (problem := _problem(name, given[name]))]
    if not is_folder and given and not any(name in given for name in _FACTS_OF_ALL):
        names = ", ".join(list(given)[:10])[:80]
        wrong.append(f"none of {', '.join((*FACTS, 'received_at'))} among: {names}")
    return Rejected("invalid_field", f"{what}: {'; '.join(wrong)}"[:300]) if wrong else None


def _problem(name: str, value: object) -> str | None:
    if name in _INSTANTS:
        return None if instant_of(value) else f"{name}: {str(value)[:40]!r} is no time such as 2025-11-03T10:00:00Z"
    if name == "fields":
        if not isinstance(value, dict):
            return f"fields: {kind_of(value)} where an object is expected"
        unknown = [str(field)[:40] for field in value.values() if field not in FIELDS]
        return f"fields: {unknown[0]!r} is no field; fields are {', '.join(FIELDS)}" if unknown else None
    if isinstance(value, str) or (name == "published" and isinstance(value, int | float) and not isinstance(value, bool)):
        return None
    return f"{name}: {kind_of(value)} where a text is expected"


def _problem_in(path: Path) -> Rejected | None:
    try:
        if os.stat(path).st_size > MAX_FACTS_BYTES:
            return Rejected("size_limit", f"{path.name}: over {MAX_FACTS_BYTES} bytes")
        return problem_of(path.read_bytes(), is_folder=path.name == FOLDER_FILE)
    except OSError as error:
        return Rejected("unreadable", " ".join(str(error.strerror or error).split())[:200])
