"""The one list of input forms, and which of them a file is."""

import os
from pathlib import Path

from flows.ingest.compressed import SUFFIXES
from flows.ingest.lines import JSONL
from flows.ingest.page import PAGE
from flows.ingest.raw_article import Form, RawArticle, Record, Rejected
from flows.ingest.text import TEXT

FORMS = (TEXT, JSONL, PAGE)

_BY_NAME = {form.name: form for form in FORMS}
_BY_SUFFIX = {suffix: form for form in FORMS for suffix in form.suffixes}


def form_of(path: Path) -> Form | None:
    """The form of a raw file, by its suffix (the one before a compression's).

    None: no form reads it (`unknown_form`).
    """
    name = os.path.basename(path).lower()
    stem, suffix = os.path.splitext(name)
    if suffix in SUFFIXES:
        suffix = os.path.splitext(stem)[1]
    return _BY_SUFFIX.get(suffix)


def form_named(name: str) -> Form:
    """The form with that name; a record of an archive carries the form of its member."""
    return _BY_NAME[name]


def read_record(record: Record) -> RawArticle | Rejected:
    """The article of a record, read by the form that the record names."""
    return _BY_NAME[record.form].read(record)


def raw_path_of(raw_root: Path, path: Path) -> str:
    """The path relative to the raw folder, `/` between its parts; `#`, `%`, control characters and bytes that are no
    text are written %XX, so that a path names one file and `#` only ever begins a position."""
    parts = os.fsencode(os.path.relpath(path, raw_root)).replace(os.sep.encode(), b"/")
    text = parts.decode("utf-8", errors="surrogateescape")
    return "".join(_escape(character) if _needs_escape(character) else character for character in text)


def _needs_escape(character: str) -> bool:
    return character in "#%\x7f" or character < " " or "\x80" <= character < "\xa0" or "\ud800" <= character <= "\udfff"


def _escape(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", errors="surrogateescape"))
