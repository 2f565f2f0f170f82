"""Form jsonl: one JSON object per line (.jsonl, .ndjson, also compressed)."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

import orjson

from flows.ingest.compressed import BrokenInputError, read_file_blocks
from flows.ingest.encoding import bom_encoding, decode, text_of_head
from flows.ingest.fields import article_of
from flows.ingest.limits import MAX_RECORD_BYTES
from flows.ingest.line_stream import split_lines
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected

_WIDE = ("utf-16", "utf-32")
_CUT_AS_TEXT = ("json", "csv", "tsv")


def cut_lines(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every line that is not blank as a record; `#` is followed by its number, counted from 1.

    Memory stays at a few blocks whatever the length of the lines. What cannot be read on (a truncated stream, a
    line over the limit) comes as a rejected record with its byte offset.
    """
    return cut_line_blocks(read_file_blocks(path), raw_path, provenance, "jsonl")


def cut_line_blocks(
    blocks: Iterable[bytes], raw_path: str, provenance: Provenance, form: str
) -> Cut:
    """`cut_lines` of a stream of blocks."""
    number = end = 0
    blocks = iter(blocks)
    try:
        first = next(blocks, b"")
        provenance = replace(provenance, encoding=_wide_encoding(first) or _not_wide(provenance.encoding))
        for number, offset, size, line in split_lines(chain((first,), blocks)):
            end = offset + size + 1
            if not line or line.isspace():
                continue
            record = Record(f"{raw_path}#{number}", form, line, provenance, offset)
            if size <= MAX_RECORD_BYTES:
                yield record
            else:
                detail = f"{size} bytes at byte offset {offset}; the limit is {MAX_RECORD_BYTES}"
                yield record, Rejected("size_limit", detail)
    except BrokenInputError as broken:
        yield Record(f"{raw_path}#{number + 1}", form, b"", provenance, end), broken.rejected


def read_line(record: Record) -> RawArticle | Rejected:
    """The article of a line; `invalid_json` names the line and the byte offset in the file where it breaks.

    A comma at its end, as between elements of a list, is no part of it.
    """
    payload, traces = record.payload, ()
    # Lines are decoded here, unless they had to be decoded to be cut.
    was_decoded = record.form in _CUT_AS_TEXT or (record.provenance.encoding or "").startswith(_WIDE)
    encoding = record.provenance.encoding or "utf-8" if was_decoded else "utf-8"
    try:
        given = orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        decoded = decode(payload, record.provenance.encoding)
        if isinstance(decoded, Rejected):
            return decoded
        try:
            given = orjson.loads(decoded.text.rstrip().removesuffix(","))
        except orjson.JSONDecodeError:
            return Rejected("invalid_json", f"{_place(record, error.pos)}: {error.msg}"[:300])
        encoding, traces = encoding if was_decoded else decoded.encoding, decoded.traces
    return article_of(given, record.provenance, encoding, traces)


def is_lines(head: bytes) -> bool:
    """Whether a file begins with an object on one line and another on the next."""
    first, _, rest = text_of_head(head).lstrip().partition("\n")
    if first[:1] != "{" or rest.lstrip()[:1] != "{":
        return False
    try:
        return isinstance(orjson.loads(first), dict)
    except orjson.JSONDecodeError:
        return False


def _wide_encoding(head: bytes) -> str | None:
    name = bom_encoding(head[:4])
    return name if name and name.startswith(_WIDE) else None


def _not_wide(declared: str | None) -> str | None:
    """What is declared, unless the bytes would show it."""
    return None if (declared or "").lower().startswith(_WIDE) else declared


def _place(record: Record, position: int) -> str:
    _, is_one_of_many, number = record.raw_path.rpartition("#")
    line = f"line {number}, " if is_one_of_many else ""
    return f"{line}byte offset {(record.byte_offset or 0) + position}"


JSONL = Form("jsonl", (".jsonl", ".ndjson", ".jsonlines"), cut_lines, read_line)
