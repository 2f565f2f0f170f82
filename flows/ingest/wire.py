"""Form iptc7901: messages of a news wire as text between control characters (IPTC 7901, fifth revision)."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from flows.ingest.encoding import decode
from flows.ingest.limits import MAX_RECORD_BYTES
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.traces import Trace, trace
from flows.ingest.whole_file import read_whole

_WIRE = re.compile(rb"^[\x16\x00\s]*\x01([^\x02]{0,2000})\x02([^\x03]*)\x03?([^\x04\x03]{0,200})", re.DOTALL)
_WIRE_SOURCE = re.compile(r"^\s*([A-Za-z]{2,4})\s?(\d{1,4})?")
_WIRE_TIME = re.compile(
    r"\b(\d{2})(\d{2})(\d{2})\s*(?:Z|GMT|UTC)?\s+(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\s+(\d{4}|\d{2})\b", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def is_wire(payload: bytes) -> bool:
    """Whether bytes are an IPTC 7901 message: a header after SOH, then STX."""
    return b"\x01" in payload[:40] and bool(_WIRE.match(payload[:4096]))


def cut_wire(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every message between SOH and EOT as a record; `#` is followed by its number where there are several."""
    payload = read_whole(path, MAX_RECORD_BYTES, "iptc7901", raw_path, provenance)
    if isinstance(payload, tuple):
        yield payload
        return
    yield from wire_records(payload, raw_path, provenance)


def wire_records(payload: bytes, raw_path: str, provenance: Provenance) -> Iterator[Record]:
    """The records of a file of wire messages."""
    begins = [match.start() for match in re.finditer(rb"\x01[^\x01\x02]{1,2000}\x02", payload)] or [0]
    ends = [*begins[1:], len(payload)]
    for number, (begin, end) in enumerate(zip(begins, ends, strict=True), 1):
        place = f"{raw_path}#{number}" if len(begins) > 1 else raw_path
        yield Record(place, "iptc7901", payload[begin:end], provenance, begin)


def read_wire(record: Record) -> RawArticle | Rejected:
    """The article of an IPTC 7901 message: the text between STX and ETX, its agency from the header, its time from
    the group after ETX (day, hour, minute in UTC, month, year)."""
    match = _WIRE.match(record.payload)
    if match is None:
        return Rejected("invalid_record", "no header and text between SOH, STX and ETX")
    body = decode(match[2].translate(None, b"\x00\x7f"), record.provenance.encoding)
    if isinstance(body, Rejected):
        return body
    if not body.text.strip():
        return Rejected("empty", "a message without text")
    header, trailer = match[1].decode("latin-1"), match[3].decode("latin-1")
    source, stated = _WIRE_SOURCE.match(header), _WIRE_TIME.search(trailer)
    published = _wire_time(stated) if stated else None
    provenance = record.provenance
    if b"\x03" not in record.payload:
        return Rejected("truncated", "the message ends before ETX")
    return RawArticle(
        text=body.text.strip("\r\n \t"),
        encoding=body.encoding,
        url=provenance.url,
        published=provenance.published or published,
        outlet=provenance.outlet or (source[1] if source else None),
        rights_basis=provenance.rights_basis,
        traces=(*body.traces, *_timed(published, stated)),
    )


def _timed(published: str | None, stated: re.Match[str] | None) -> tuple[Trace, ...]:
    return (trace("published_edtf", published, stated[0], "iptc7901", "date_time_group"),) if stated and published else ()


def _wire_time(stated: re.Match[str]) -> str | None:
    day, hour, minute, month, year = stated.groups()
    number = _MONTHS.index(month.lower()) + 1
    try:
        instant = datetime.datetime(int(year) + (2000 if len(year) == 2 else 0), number, int(day), int(hour), int(minute), tzinfo=datetime.UTC)
    except ValueError:
        return None
    return instant.isoformat()


WIRE = Form("iptc7901", (".7901", ".iptc"), cut_wire, read_wire)
