"""Form ninjs: a news item as JSON, of version 1 or 2 of IPTC ninjs."""

from pathlib import Path

from flows.ingest.given_date import read_given_date
from flows.ingest.json_object import object_of
from flows.ingest.limits import MAX_RECORD_BYTES
from flows.ingest.markup import is_markup, text_of_markup
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.traces import trace
from flows.ingest.whole_file import read_whole

_MAX_FILE_BYTES = 4 * MAX_RECORD_BYTES


def is_ninjs(head: bytes) -> bool:
    """Whether a JSON file looks like ninjs: a `uri` with fields that only ninjs has."""
    return b'"uri"' in head and any(
        sign in head for sign in (b'"versioncreated"', b'"body_xhtml"', b'"body_text"', b'"bodies"', b'"pubstatus"', b"ninjs")
    )


def cut_ninjs(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """The whole file as one record, an item in each where it is a list."""
    payload = read_whole(path, _MAX_FILE_BYTES, "ninjs", raw_path, provenance)
    if isinstance(payload, tuple):
        yield payload
        return
    yield Record(raw_path, "ninjs", payload, provenance, 0)


def read_ninjs(record: Record) -> RawArticle | Rejected:
    """The article of a ninjs item, of version 1 (body_text, body_xhtml) or 2 (bodies, headlines)."""
    item = object_of(record, "an item")
    if isinstance(item, Rejected):
        return item
    given = item.get("body_text") or item.get("body_xhtml") or _value(item.get("bodies")) or ""
    text = text_of_markup(given) if isinstance(given, str) and is_markup(given) else given
    if not isinstance(text, str) or not text.strip():
        return Rejected("no_article", "an item without a body")
    provenance, published, traces = record.provenance, record.provenance.published, ()
    for name in ("firstcreated", "contentcreated", "versioncreated"):
        date = read_given_date(item[name]) if isinstance(item.get(name), str) else None
        if date and not published:
            published, traces = date.iso, (trace("published_edtf", date.iso, item[name], "ninjs", name),)
    uri = item.get("uri")
    return RawArticle(
        text=text,
        encoding="utf-8",
        url=provenance.url or (uri if isinstance(uri, str) and uri.startswith("http") else None),
        published=published,
        outlet=provenance.outlet or _value(item.get("source") or item.get("infosources") or item.get("copyrightholder")),
        title=_value(item.get("headline") or item.get("headlines")),
        byline=_value(item.get("byline") or item.get("by")),
        language=_value(item.get("language")),
        rights_basis=provenance.rights_basis,
        traces=traces,
    )


def _value(given: object) -> str | None:
    """A text, or the value or name of the first object of a list that has one."""
    if isinstance(given, str):
        return given.strip() or None
    if isinstance(given, list):
        return next((found for part in given[:20] if isinstance(part, dict | str) and (found := _value(part))), None)
    if isinstance(given, dict):
        return _value(given.get("value") or given.get("name") or given.get("literal")) if given else None
    return None


NINJS = Form("ninjs", (".ninjs",), cut_ninjs, read_ninjs)
