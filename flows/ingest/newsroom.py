"""Forms of newsroom systems: NewsML-G2 and NITF (XML), ninjs (JSON), IPTC 7901 (wire text).

Read with the XML and JSON parsers alone: no living library reads these. Specifications: IPTC NewsML-G2 2.x, NITF 3.6,
ninjs 1.x and 2.x, IPTC 7901 (fifth revision).
"""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import orjson
from lxml import etree

from flows.ingest.compressed import BrokenInputError, read_all
from flows.ingest.encoding import decode
from flows.ingest.given_date import read_given_date
from flows.ingest.limits import KEPT_OF_OVERSIZED_BYTES, MAX_RECORD_BYTES
from flows.ingest.markup import is_markup, text_of_markup, text_of_tree
from flows.ingest.raw_article import Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.traces import Trace, trace

_NEWS_ROOT = re.compile(rb"<(?:[A-Za-z0-9]+:)?(newsItem|newsMessage|packageItem|NewsML|nitf)[\s>]")
_ITEMS = ("newsItem", "NewsItem", "nitf")
_MAX_FILE_BYTES = 4 * MAX_RECORD_BYTES
_WIRE = re.compile(rb"^[\x16\x00\s]*\x01([^\x02]{0,2000})\x02([^\x03]*)\x03?([^\x04\x03]{0,200})", re.DOTALL)
_WIRE_SOURCE = re.compile(r"^\s*([A-Za-z]{2,4})\s?(\d{1,4})?")
_WIRE_TIME = re.compile(
    r"\b(\d{2})(\d{2})(\d{2})\s*(?:Z|GMT|UTC)?\s+(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\s+(\d{4}|\d{2})\b", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def is_newsml(head: bytes) -> bool:
    """Whether an XML file's first bytes are those of NewsML or NITF."""
    return bool(_NEWS_ROOT.search(head))


def is_ninjs(head: bytes) -> bool:
    """Whether a JSON file looks like ninjs: a `uri` with fields that only ninjs has."""
    return b'"uri"' in head and any(
        sign in head for sign in (b'"versioncreated"', b'"body_xhtml"', b'"body_text"', b'"bodies"', b'"pubstatus"', b"ninjs")
    )


def is_wire(payload: bytes) -> bool:
    """Whether bytes are an IPTC 7901 message: a header after SOH, then STX."""
    return b"\x01" in payload[:40] and bool(_WIRE.match(payload[:4096]))


def cut_newsml(path: Path, raw_path: str, provenance: Provenance) -> Iterator[Record | tuple[Record, Rejected]]:
    """Every news item of the file as a record of its own XML; `#` is followed by its number where there are several."""
    try:
        payload = read_all(path, _MAX_FILE_BYTES)
    except BrokenInputError as broken:
        yield Record(raw_path, "newsml", broken.read, provenance, 0), broken.rejected
        return
    root = parse_xml(payload)
    if isinstance(root, Rejected):
        yield Record(raw_path, "newsml", payload[:KEPT_OF_OVERSIZED_BYTES], provenance, 0), root
        return
    items = [element for element in root.iter() if _name(element) in _ITEMS and not _is_inside_item(element)]
    if len(items) <= 1:
        yield Record(raw_path, "newsml", payload, provenance, 0)
        return
    for number, item in enumerate(items, 1):
        yield Record(f"{raw_path}#{number}", "newsml", etree.tostring(item, encoding="utf-8", with_tail=False), provenance)


def read_newsml(record: Record) -> RawArticle | Rejected:
    """The article of a news item: headline, body, byline, provider, first publication; `no_article` without a body."""
    root = parse_xml(record.payload)
    if isinstance(root, Rejected):
        return root
    text = _body(root)
    if not text:
        return Rejected("no_article", "a news item without text")
    provenance = record.provenance
    stated = _first_date(root)
    return RawArticle(
        text=text,
        encoding=(root.getroottree().docinfo.encoding or "utf-8").lower(),
        url=provenance.url or _address(root),
        published=provenance.published or (stated[0] if stated else None),
        outlet=provenance.outlet or _provider(root),
        title=_text_of(root, "headline", "HeadLine", "hl1"),
        byline=_text_of(root, "by", "ByLine", "byline"),
        language=_language(root),
        rights_basis=provenance.rights_basis,
        traces=(trace("published_edtf", stated[0], stated[1], "newsml", stated[2]),) if stated and not provenance.published else (),
    )


def parse_xml(payload: bytes) -> etree._Element | Rejected:
    """The root of an XML document; entities are not resolved, nothing is loaded, depth and size are the parser's limits."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(payload, parser=parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        return Rejected("invalid_record", f"XML cannot be parsed: {' '.join(str(error).split())}"[:200])
    if root is None:
        return Rejected("invalid_record", "XML cannot be parsed: no element")
    return root


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_inside_item(element: etree._Element) -> bool:
    return any(_name(parent) in _ITEMS for parent in element.iterancestors())


def _named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    for name in names:
        yield from (element for element in root.iter(f"{{*}}{name}") if isinstance(element.tag, str))


def _text_of(root: etree._Element, *names: str) -> str | None:
    texts = (" ".join("".join(element.itertext()).split()) for element in _named(root, *names))
    return next((text for text in texts if text), None)


def _body(root: etree._Element) -> str:
    for element in _named(root, "body.content", "DataContent", "body", "inlineXML"):
        text = text_of_tree(element)
        if text:
            return text
    for element in _named(root, "inlineData", "description", "abstract"):
        text = "".join(element.itertext()).strip()
        if text:
            return text_of_markup(text) if is_markup(text) else text
    return ""


def _first_date(root: etree._Element) -> tuple[str, str, str] | None:
    """(date, as given, rule): when the item was first published or created, before when this version was."""
    for name in ("firstCreated", "FirstCreated", "contentCreated", "date.release", "date.issue", "versionCreated", "ThisRevisionCreated"):
        for element in _named(root, name):
            given = element.get("norm") or "".join(element.itertext()).strip()
            date = read_given_date(given)
            if date:
                return date.iso, given, name
    return None


def _provider(root: etree._Element) -> str | None:
    for element in _named(root, "provider", "Provider", "creator", "infoSource", "copyrightHolder", "doc.copyright"):
        name = _text_of(element, "name") or element.get("literal") or element.get("holder") or element.get("FormalName")
        party = next(_named(element, "Party"), None)
        name = name or (party.get("FormalName") if party is not None else None)
        code = element.get("qcode") or ""
        if name or ":" in code:
            return name or code.partition(":")[2]
    return _text_of(root, "creditline", "CreditLine", "distributor")


def _language(root: etree._Element) -> str | None:
    for element in _named(root, "language", "Language"):
        if element.get("tag") or element.get("FormalName"):
            return element.get("tag") or element.get("FormalName")
    return root.get("{http://www.w3.org/XML/1998/namespace}lang")


def _address(root: etree._Element) -> str | None:
    for element in _named(root, "link", "remoteContent"):
        address = element.get("href") or ""
        if address.startswith("http") and "html" in (element.get("contenttype") or "html"):
            return address
    return None


def cut_ninjs(path: Path, raw_path: str, provenance: Provenance) -> Iterator[Record | tuple[Record, Rejected]]:
    """The whole file as one record, an item in each where it is a list."""
    try:
        payload = read_all(path, _MAX_FILE_BYTES)
    except BrokenInputError as broken:
        yield Record(raw_path, "ninjs", broken.read, provenance, 0), broken.rejected
        return
    yield Record(raw_path, "ninjs", payload, provenance, 0)


def read_ninjs(record: Record) -> RawArticle | Rejected:
    """The article of a ninjs item, of version 1 (body_text, body_xhtml) or 2 (bodies, headlines)."""
    try:
        item = orjson.loads(record.payload)
    except orjson.JSONDecodeError as error:
        return Rejected("invalid_json", f"byte offset {error.pos}: {error.msg}")
    if not isinstance(item, dict):
        return Rejected("invalid_record", f"a {type(item).__name__} where an item is expected")
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


def cut_wire(path: Path, raw_path: str, provenance: Provenance) -> Iterator[Record | tuple[Record, Rejected]]:
    """Every message between SOH and EOT as a record; `#` is followed by its number where there are several."""
    try:
        payload = read_all(path, MAX_RECORD_BYTES)
    except BrokenInputError as broken:
        yield Record(raw_path, "iptc7901", broken.read, provenance, 0), broken.rejected
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


NEWSML = Form("newsml", (".nitf", ".newsml"), cut_newsml, read_newsml)
NINJS = Form("ninjs", (".ninjs",), cut_ninjs, read_ninjs)
WIRE = Form("iptc7901", (".7901", ".iptc"), cut_wire, read_wire)
