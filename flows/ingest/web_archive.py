"""Form warc: web archives (.warc, .warc.gz, .wacz); each HTML response is an article."""

import contextlib
import io
import logging
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from flows.ingest.content_encoding import DECODED_HERE, decoded
from flows.ingest.cut_zip import find_members, is_cut_zip, open_member, what_is_missing
from flows.ingest.limits import KEPT_OF_OVERSIZED_BYTES, MAX_RECORD_BYTES
from flows.ingest.page import read_page
from flows.ingest.provenance import instant_of, with_facts
from flows.ingest.raw_article import Cut, Form, Provenance, Record, Rejected

_CONTENT_TYPES = frozenset(("response", "resource", "conversion", "revisit"))
_PAGES = ("text/html", "application/xhtml+xml")
_BROKEN = (
    OSError, EOFError, ValueError, KeyError, AttributeError, TypeError, IndexError, RuntimeError, NotImplementedError, zlib.error,
    zipfile.BadZipFile,
)  # fmt: skip

_BLANK_BYTES = len(b"\r\n\r\n")  # after a record


def cut_web_archive(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every HTML response (and every text of a WET file) as a record: `#` is followed by its WARC-Record-ID, its time of
    capture is `received_at`, its address `url`. Other content comes rejected with its type, so that it is counted."""
    try:
        if zipfile.is_zipfile(path):
            yield from _cut_wacz(path, raw_path, provenance)
        elif is_cut_zip(path):
            yield from _cut_broken_wacz(path, raw_path, provenance)
        else:
            with open(path, "rb") as source:
                yield from _cut_stream(source, path.stat().st_size, raw_path, provenance)
    except OSError as error:
        yield Record(raw_path, "warc", b"", provenance, 0), Rejected("unreadable", str(error.strerror or error))
    except _BROKEN as error:
        yield Record(raw_path, "warc", b"", provenance, 0), Rejected("invalid_record", _line(error))


def _cut_wacz(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if _holds_captures(name):
                with archive.open(name) as source:
                    yield from _cut_stream(source, archive.getinfo(name).file_size, f"{raw_path}#{name}", provenance)


def _cut_broken_wacz(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """The records that are there of a .wacz without its list of members, the last one cut where the file ends."""
    for found in find_members(path):
        if _holds_captures(found.info.filename):
            with open_member(path, found) as source:
                size = found.info.file_size if found.is_whole else 0
                yield from _cut_stream(source, size, f"{raw_path}#{found.info.filename}", provenance)
    yield Record(raw_path, "warc", b"", provenance, 0), what_is_missing(path)


def _holds_captures(member: str) -> bool:
    return member.startswith("archive/") and member.endswith((".warc", ".warc.gz"))


def _cut_stream(source: BinaryIO, size: int, raw_path: str, provenance: Provenance) -> Cut:
    # Imported here: few inputs are web archives.
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    # The library reports broken records on the screen, with their bytes; we report them in the ledger.
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    records = ArchiveIterator(source, check_digests=False, arc2warc=True)
    number, offset, end, cut = 0, 0, 0, None
    while True:
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                record = next(records, None)
                if record is None:
                    break
                has_length = record.rec_headers.get_header("Content-Length") is not None
                if is_shown := record.rec_type in _CONTENT_TYPES or not has_length:
                    number += 1
                    cut = _record_of(record, raw_path, number, provenance) if has_length else _headless(record, raw_path, number, provenance)
                # Asking for the place reads to the record's end, so it comes after the content.
                offset = records.get_record_offset()
                end = offset + records.get_record_length()
            if is_shown:
                yield _placed(cut, offset, getattr(record.raw_stream, "limit", 0))
        except (*_BROKEN, ArchiveLoadFailed) as error:
            broken = Record(f"{raw_path}#{number + 1}", "warc", b"", provenance, offset)
            yield broken, Rejected("invalid_record", f"after byte offset {offset}: {_line(error)}")
            return
    if end + _BLANK_BYTES < size:
        rest = Rejected("truncated", f"the file ends in the head of a record, {size - end} bytes after byte offset {end}")
        yield Record(f"{raw_path}#{number + 1}", "warc", b"", provenance, end), rest
    elif not number:
        yield Record(raw_path, "warc", b"", provenance, 0), Rejected("no_article", "a web archive without responses")


def _placed(cut: Record | tuple[Record, Rejected], offset: int, missing: int) -> Record | tuple[Record, Rejected]:
    """The record with its place; rejected where the file ends so many bytes before the record does."""
    record, rejected = cut if isinstance(cut, tuple) else (cut, None)
    if missing > 0:
        rejected = Rejected("truncated", f"the file ends {missing} bytes before the record does, which begins at byte offset {offset}")
    record = replace(record, byte_offset=offset)
    return (record, rejected) if rejected else record


def _headless(record, raw_path: str, number: int, provenance: Provenance) -> tuple[Record, Rejected]:
    about = Record(f"{raw_path}#{number}", "warc", record.rec_headers.to_bytes(), provenance)
    return about, Rejected("truncated", "the head of the record breaks off before its Content-Length")


def _record_of(record, raw_path: str, number: int, provenance: Provenance) -> Record | tuple[Record, Rejected]:
    headers = record.rec_headers
    place = f"{raw_path}#{headers.get_header('WARC-Record-ID') or number}".replace("<", "").replace(">", "")
    captured = instant_of(headers.get_header("WARC-Date"))
    http = record.http_headers
    content_type = (http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or ""
    media, _, parameters = content_type.partition(";")
    media = media.strip().lower()
    facts = {
        "url": headers.get_header("WARC-Target-URI"),
        "received_at": captured,
        "encoding": parameters.partition("charset=")[2].strip(" \"';") or None,
    }
    given = with_facts(provenance, facts)
    about = headers.to_bytes()
    status = http.get_statuscode() if http else "200"
    if record.rec_type == "revisit":
        return Record(place, "warc", about, given), Rejected("no_article", "a revisit: the content is another record's")
    if media not in _PAGES and not (media == "text/plain" and record.rec_type == "conversion"):
        return Record(place, "warc", about, given), Rejected("unknown_form", f"content of type {media[:80] or 'unknown'}")
    if status and not status.startswith("2"):
        return Record(place, "warc", about, given), Rejected("no_article", f"HTTP status {status[:10]}")
    encoding = (http.get_header("Content-Encoding") or "").strip().lower() if http else ""
    if encoding in DECODED_HERE:
        http.remove_header("Content-Encoding")
    content = record.content_stream().read(MAX_RECORD_BYTES + 1)
    if encoding in DECODED_HERE:
        content = decoded(content, encoding, MAX_RECORD_BYTES)
    if len(content) > MAX_RECORD_BYTES:
        kept = Record(place, "warc", content[:KEPT_OF_OVERSIZED_BYTES], given)
        return kept, Rejected("size_limit", f"over {MAX_RECORD_BYTES} bytes")
    return Record(place, "warc" if media in _PAGES else "text", content, given)


def _line(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:200]


WARC = Form("warc", (".warc", ".wacz", ".wet", ".arc"), cut_web_archive, read_page)
