"""Form newsml: NewsML-G2 and NITF, the XML of newsroom systems.

Read with the XML parser alone: no living library reads these. Specifications: IPTC NewsML-G2 2.x, NITF 3.6.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from flows.ingest.given_date import read_given_date
from flows.ingest.limits import KEPT_OF_OVERSIZED_BYTES, MAX_RECORD_BYTES
from flows.ingest.markup import is_markup, text_of_markup, text_of_tree
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.traces import trace
from flows.ingest.whole_file import read_whole

_NEWS_ROOT = re.compile(rb"<(?:[A-Za-z0-9]+:)?(newsItem|newsMessage|packageItem|NewsML|nitf)[\s>]")
_ITEMS = ("newsItem", "NewsItem", "nitf")
_MAX_FILE_BYTES = 4 * MAX_RECORD_BYTES


def is_newsml(head: bytes) -> bool:
    """Whether an XML file's first bytes are those of NewsML or NITF."""
    return bool(_NEWS_ROOT.search(head))


def cut_newsml(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every news item of the file as a record of its own XML; `#` is followed by its number where there are several."""
    payload = read_whole(path, _MAX_FILE_BYTES, "newsml", raw_path, provenance)
    if isinstance(payload, tuple):
        yield payload
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


NEWSML = Form("newsml", (".nitf", ".newsml"), cut_newsml, read_newsml)
