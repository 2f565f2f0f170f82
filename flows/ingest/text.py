"""Form text: one article per file (.txt, .md)."""

import re
from pathlib import Path

import orjson

from flows.ingest.encoding import decode
from flows.ingest.fields import facts_in
from flows.ingest.front_matter import split_front_matter
from flows.ingest.json_file import cut_json
from flows.ingest.limits import MAX_RECORD_BYTES
from flows.ingest.lines import cut_lines, is_lines
from flows.ingest.other_formats import what_it_is
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.whole_file import read_whole
from flows.ingest.wire import is_wire, wire_records

_JSON_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
_RTF = b"{\\rtf"
_FIRST_LINES_BYTES = 1024 * 1024
_PAGE_BEGINS = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


def cut_text(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """The whole file as one record; of form page, iptc7901 or json where it is a saved page, wire messages or JSON."""
    payload = read_whole(path, MAX_RECORD_BYTES, "text", raw_path, provenance)
    if isinstance(payload, tuple):
        yield payload
        return
    if payload[:64].lstrip()[:1] == b"<" and _PAGE_BEGINS.match(payload[:1024]):
        yield Record(raw_path, "page", payload, provenance, 0)
    elif is_wire(payload):
        yield from wire_records(payload, raw_path, provenance)
    elif _is_json(payload):
        yield from (cut_lines if is_lines(payload[:_FIRST_LINES_BYTES]) else cut_json)(path, raw_path, provenance)
    else:
        yield Record(raw_path, "text", payload, provenance, 0)


def _is_json(payload: bytes) -> bool:
    """Whether a text is none that people wrote, but an object of named fields, a list of them, or an object per line."""
    if not (_JSON_BEGINS.match(payload[:64]) and payload.rstrip()[-1:] in (b"}", b"]")):
        return False
    if is_lines(payload[:_FIRST_LINES_BYTES]):
        return True
    try:
        orjson.loads(payload.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        return False
    return True


def read_text(record: Record) -> RawArticle | Rejected:
    """The article of a text file: its text as it stands, all else from its provenance and the front matter above it."""
    provenance = record.provenance
    if record.payload.startswith(_RTF):
        return Rejected("binary", what_it_is(record.payload[:64]) or "")
    decoded = decode(record.payload, provenance.encoding)
    if isinstance(decoded, Rejected):
        return decoded
    if not decoded.text or decoded.text.isspace():
        return Rejected("empty", f"{len(record.payload)} bytes without a word")
    text, facts, traces = _without_front_matter(decoded.text, provenance)
    if text.isspace() or not text:
        return Rejected("empty", "no text below the front matter")
    beside = {field: getattr(provenance, field) for field in ("url", "published", "outlet", "rights_basis")}
    stated = facts | {field: value for field, value in beside.items() if value}
    return RawArticle(text=text, encoding=decoded.encoding, traces=decoded.traces + traces, **stated)


def _without_front_matter(text: str, provenance: Provenance) -> tuple[str, dict, tuple]:
    """(text, fields, traces); the text as it is where nothing above it is a field of ours."""
    if not text.startswith("---"):
        return text, {}, ()
    fields, below = split_front_matter(text)
    facts, traces = facts_in(fields, provenance.field_map) if fields else ({}, ())
    return (below, facts, traces) if facts else (text, {}, ())


TEXT = Form("text", (".txt", ".md", ".text"), cut_text, read_text)
