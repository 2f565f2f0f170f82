"""The records of a file of any form, or of none."""

import os
from pathlib import Path

from flows.ingest.compressed import BrokenInputError, read_file_blocks, read_head
from flows.ingest.limits import KEPT_OF_OVERSIZED_BYTES
from flows.ingest.other_formats import why_no_form
from flows.ingest.raw_article import Cut, Form, Provenance, Record, Rejected

_HEAD_BYTES = 4096
_INSTEAD = {
    "csv": "a line of names without rows", "tsv": "a line of names without rows", "parquet": "columns without rows",
    "archive": "an archive without files", "warc": "an archive without captured pages",
}  # fmt: skip


def cut_file(form: Form | None, path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """The records that the form cuts a file into; a file that holds none, and one that no form reads, comes as one
    rejected record."""
    name = form.name if form else "unknown"
    if _is_empty(path):
        yield Record(raw_path, name, b"", provenance, 0), Rejected("empty", "a file of 0 bytes")
        return
    if form is None:
        yield Record(raw_path, name, b"", provenance), _why_unread(path)
        return
    is_any = False
    for cut in form.records(path, raw_path, provenance):
        is_any = True
        yield cut
    if not is_any:
        head = read_head(path, KEPT_OF_OVERSIZED_BYTES)
        yield Record(raw_path, name, head, provenance, 0), Rejected("empty", f"{_found(name, head)}, in {os.path.getsize(path)} bytes")


def _is_empty(path: Path) -> bool:
    try:
        return os.lstat(path).st_size == 0
    except OSError:  # it is gone, and said to be so where it is opened
        return False


def _found(form: str, head: bytes) -> str:
    if not head:
        return "nothing, once decompressed"
    return _INSTEAD.get(form, "a list without articles") if head.strip(b"\xef\xbb\xbf \r\n\t") else "not a word"


def _why_unread(path: Path) -> Rejected:
    try:
        head = next(iter(read_file_blocks(path)), b"")[:_HEAD_BYTES]
    except BrokenInputError as broken:
        if broken.rejected.reason == "unreadable":
            return broken.rejected
        head = b""
    return Rejected("unknown_form", why_no_form(path.name, head))
