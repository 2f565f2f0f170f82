"""The one list of input forms, and which of them a file is."""

import os
from pathlib import Path

from flows.ingest import archives, feed, telegram
from flows.ingest.compressed import SUFFIXES, read_head
from flows.ingest.feed import FEED
from flows.ingest.json_file import JSON, is_spread_over_lines
from flows.ingest.lines import JSONL, is_lines
from flows.ingest.newsml import NEWSML, is_newsml
from flows.ingest.ninjs import NINJS, is_ninjs
from flows.ingest.page import PAGE
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.tables import CSV, PARQUET, TSV
from flows.ingest.telegram import TELEGRAM
from flows.ingest.text import TEXT
from flows.ingest.web_archive import WARC
from flows.ingest.wire import WIRE


def cut_archive(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """The records of an archive's members, each by the form of its member."""
    return archives.cut_members(path, raw_path, provenance, form_of)


ARCHIVE = Form("archive", archives.SUFFIXES, cut_archive, archives.cannot_read)
FORMS = (TEXT, JSONL, JSON, CSV, TSV, PARQUET, PAGE, WARC, FEED, TELEGRAM, NEWSML, NINJS, WIRE, ARCHIVE)

_BY_NAME = {form.name: form for form in FORMS}
_BY_SUFFIX = {suffix: form for form in FORMS for suffix in form.suffixes}
_HEAD_BYTES = 8192
_FIRST_LINES_BYTES = 1024 * 1024


def form_of(path: Path) -> Form | None:
    """The form of a raw file, by its suffix (the one before a compression's); for .json, .jsonl, .xml and .html also by
    its first bytes, as several forms share those suffixes or are taken for one another.

    None: no form reads it (`unknown_form`).
    """
    name = os.path.basename(path).lower()
    stem, suffix = os.path.splitext(name)
    if suffix in SUFFIXES:
        suffix = os.path.splitext(stem)[1]
    form = _BY_SUFFIX.get(suffix)
    if form is JSONL:
        return JSON if is_spread_over_lines(read_head(path, _HEAD_BYTES)) else JSONL
    if form is JSON:
        return _json_by_content(read_head(path, _FIRST_LINES_BYTES))
    if form is PAGE or suffix == ".xml":
        return _by_content(form, read_head(path, _HEAD_BYTES))
    return form


def _json_by_content(first_lines: bytes) -> Form:
    if is_lines(first_lines):
        return JSONL
    head = first_lines[:_HEAD_BYTES]
    if feed.is_json_feed(head):
        return FEED
    if telegram.is_export(head):
        return TELEGRAM
    return NINJS if is_ninjs(head) and head.lstrip()[:1] == b"{" else JSON


def _by_content(form: Form | None, head: bytes) -> Form | None:
    if form is PAGE:
        return TELEGRAM if telegram.is_exported_page(head) else PAGE
    if is_newsml(head):
        return NEWSML
    if feed.is_feed(head):
        return FEED
    return PAGE if b"<html" in head.lower() else None


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
