"""What ingest hands on: records as received, and raw articles decoded from them."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of a record from beside it: provenance.json of its folder, a sidecar, a WARC header.

    `received_at` is an aware UTC instant; the rest is as given, None where nothing was. `field_map` holds
    (column of the file, our field) pairs for files with columns, from `--map` or `fields` in provenance.json.
    """

    received_at: datetime.datetime
    outlet: str | None = None
    rights_basis: str | None = None
    url: str | None = None
    published: str | None = None
    encoding: str | None = None
    field_map: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """The raw bytes of one article as received, not yet decoded; cheap to cut out of its file.

    `raw_path` is relative to the raw folder, with `#` and the record's position where a file holds many;
    `byte_offset` is where the record begins in its (decompressed) file, None where the form has no such place.
    """

    raw_path: str
    form: str
    payload: bytes
    provenance: Provenance
    byte_offset: int | None = None


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article, decoded; `text` is not yet normalized. Everything but the text may be None.

    `published` and `modified` are as given (ISO 8601, RFC 2822, a Unix time); `traces` are (column, value, as_given, rule)
    for what ingest itself decided (an encoding repaired, a page's date chosen): they become evidence.
    `unknown_fields` names given fields that nothing reads. `received_at` is set where the record itself says
    when it was received; then it goes before its provenance's.
    """

    text: str
    encoding: str
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    rights_basis: str | None = None
    forwarded_from: str | None = None
    traces: tuple[tuple[str, str | None, str | None, str], ...] = ()
    unknown_fields: tuple[str, ...] = ()
    received_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a record did not become an article: `reason` is a key of data/reference/reject_reasons.csv."""

    reason: str
    detail: str


Cut = Iterator[Record | tuple[Record, Rejected]]
"""The records that a file is cut into; a part known to be broken comes with the reason."""


@dataclass(frozen=True, slots=True)
class Form:
    """One input form: which files it is, how to cut a file into records, how to read a record.

    `records(path, raw_path, provenance)` streams; it may yield a (Record, Rejected) pair for a part that
    it can cut out but knows to be broken. `read(record)` is pure: same record, same answer.
    """

    name: str
    suffixes: tuple[str, ...]
    records: Callable[[Path, str, Provenance], Cut]
    read: Callable[[Record], "RawArticle | Rejected"]
