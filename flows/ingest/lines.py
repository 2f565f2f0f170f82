"""Form jsonl: one JSON object per line (.jsonl, .ndjson, also compressed)."""

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from flows.ingest.compressed import BrokenInputError, read_file_blocks
from flows.ingest.encoding import bom_encoding, decode
from flows.ingest.fields import article_of
from flows.ingest.limits import KEPT_OF_OVERSIZED_BYTES, MAX_RECORD_BYTES
from flows.ingest.raw_article import Form, Provenance, RawArticle, Record, Rejected


def cut_lines(path: Path, raw_path: str, provenance: Provenance) -> Iterator[Record | tuple[Record, Rejected]]:
    """Every line that is not blank as a record; `#` is followed by its number, counted from 1.

    Memory stays at a few blocks whatever the length of the lines. What cannot be read on (a truncated stream, a
    line over the limit) comes as a rejected record with its byte offset.
    """
    return cut_line_blocks(read_file_blocks(path), raw_path, provenance, "jsonl")


def cut_line_blocks(
    blocks: Iterable[bytes], raw_path: str, provenance: Provenance, form: str
) -> Iterator[Record | tuple[Record, Rejected]]:
    """`cut_lines` of a stream of blocks."""
    number, offset, pending, size = 0, 0, [], 0
    try:
        for block in _as_utf8(blocks):
            lines = block.split(b"\n")
            if len(lines) == 1:
                size += len(block)
                # An endless line is measured to its end, not kept.
                if size <= MAX_RECORD_BYTES:
                    pending.append(block)
                continue
            rest = lines.pop()
            if pending:
                size += len(lines[0])
                lines[0] = b"".join([*pending, lines[0]])
            else:
                size = len(lines[0])
            for line in lines:
                number += 1
                length = size or len(line)
                size = 0
                if line and not line.isspace():
                    yield _record(line, length, f"{raw_path}#{number}", form, provenance, offset)
                offset += length + 1
            pending, size = [rest], len(rest)
    except BrokenInputError as broken:
        number += 1
        head = b"".join(pending)[:KEPT_OF_OVERSIZED_BYTES]
        yield Record(f"{raw_path}#{number}", form, head, provenance, offset), broken.rejected
        return
    line = b"".join(pending)
    if line and not line.isspace():
        yield _record(line, size, f"{raw_path}#{number + 1}", form, provenance, offset)


def read_line(record: Record) -> RawArticle | Rejected:
    """The article of a line; `invalid_json` names the line and the byte offset in the file where it breaks."""
    payload, encoding = record.payload, record.provenance.encoding or "utf-8"
    traces = ()
    try:
        given = orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        decoded = decode(payload, record.provenance.encoding)
        if isinstance(decoded, Rejected):
            return decoded
        try:
            given = orjson.loads(decoded.text)
        except orjson.JSONDecodeError:
            return Rejected("invalid_json", f"{_place(record, error.pos)}: {error.msg}"[:300])
        encoding, traces = decoded.encoding, decoded.traces
    return article_of(given, record.provenance, encoding, traces)


def _record(
    line: bytes, size: int, raw_path: str, form: str, provenance: Provenance, offset: int
) -> Record | tuple[Record, Rejected]:
    if size > MAX_RECORD_BYTES:
        record = Record(raw_path, form, line[:KEPT_OF_OVERSIZED_BYTES], provenance, offset)
        return record, Rejected("size_limit", f"{size} bytes at byte offset {offset}; the limit is {MAX_RECORD_BYTES}")
    return Record(raw_path, form, line, provenance, offset)


def _place(record: Record, position: int) -> str:
    number = record.raw_path.rpartition("#")[2]
    return f"line {number}, byte offset {(record.byte_offset or 0) + position}"


def _as_utf8(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The blocks without a byte order mark; UTF-16 and UTF-32 become UTF-8, as a line end there is no single byte."""
    decoder = None
    for index, block in enumerate(blocks):
        if index == 0 and (name := bom_encoding(block[:4])):
            if name == "utf-8-sig":
                yield block[len(codecs.BOM_UTF8) :]
                continue
            decoder = codecs.getincrementaldecoder(name)(errors="replace")
        yield decoder.decode(block).encode("utf-8", errors="replace") if decoder else block


JSONL = Form("jsonl", (".jsonl", ".ndjson", ".jsonlines"), cut_lines, read_line)
