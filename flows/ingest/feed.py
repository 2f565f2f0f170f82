"""Form feed: an RSS, Atom or JSON Feed file; each entry with its full or partial content is an article."""

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import orjson

from flows.ingest.given_date import read_given_date
from flows.ingest.limits import KEPT_OF_OVERSIZED_BYTES, MAX_RECORD_BYTES
from flows.ingest.markup import is_markup, text_of_markup
from flows.ingest.mojibake import repair_mojibake
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.traces import trace
from flows.ingest.whole_file import read_whole

_ROOT = re.compile(rb"<(?:[a-z0-9]+:)?(rss|feed|rdf)[\s>]", re.IGNORECASE)
_ENTRY = re.compile(rb"<(?:[a-z0-9]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ENTRY_END = re.compile(rb"</(?:[a-z0-9]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_MAX_FEED_BYTES = 4 * MAX_RECORD_BYTES
_MAX_DEPTH = 256


def is_feed(head: bytes) -> bool:
    """Whether an XML file's first bytes are those of RSS or Atom."""
    return bool(_ROOT.search(head))


def is_json_feed(head: bytes) -> bool:
    """Whether a JSON file says that it is a JSON Feed."""
    return b"jsonfeed.org/version" in head.replace(b"\\/", b"/")


def cut_feed(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every entry as a record; `#` is followed by its number. The payload is the entry's fields as JSON, so that an
    entry has the same id in every fetch of its feed."""
    payload = read_whole(path, _MAX_FEED_BYTES, "feed", raw_path, provenance)
    if isinstance(payload, tuple):
        yield payload
        return
    rest = b""
    if payload.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{":
        entries = _json_entries(payload)
    else:
        whole = _whole_entries(payload)
        entries, rest = _xml_entries(payload[:whole]), payload[whole:]
    if isinstance(entries, Rejected) or not entries:
        rejected = entries or Rejected("no_article", "a feed without entries")
        yield Record(raw_path, "feed", payload[:KEPT_OF_OVERSIZED_BYTES], provenance, 0), rejected
        return
    for number, entry in enumerate(entries, 1):
        cut = orjson.dumps(entry, option=orjson.OPT_SORT_KEYS)
        record = Record(f"{raw_path}#{number}", "feed", cut, provenance)
        yield record if isinstance(entry, dict) else (record, Rejected("invalid_record", f"a {type(entry).__name__} where an entry is expected"))
    if rest:
        offset = len(payload) - len(rest)
        record = Record(f"{raw_path}#{len(entries) + 1}", "feed", rest[:KEPT_OF_OVERSIZED_BYTES], provenance, offset)
        yield record, Rejected("truncated", f"the feed ends within an entry, after byte offset {offset}")


def _whole_entries(payload: bytes) -> int:
    """How many bytes of an XML feed hold whole entries; all of them, unless it ends within one."""
    starts, ends = [match.start() for match in _ENTRY.finditer(payload)], [match.end() for match in _ENTRY_END.finditer(payload)]
    last_end = ends[-1] if ends else 0
    return last_end if starts and last_end and starts[-1] >= last_end else len(payload)


def read_entry(record: Record) -> RawArticle | Rejected:
    """The article of an entry: its content, else its summary, as text. `missing_text` where it has only a title."""
    entry, provenance = orjson.loads(record.payload), record.provenance
    given = entry.get("content") or entry.get("summary") or ""
    text = text_of_markup(given) if is_markup(given) else given
    if not text.strip():
        return Rejected("missing_text", f"an entry with no more than a title: {entry.get('title') or ''}"[:200])
    text, repairs = repair_mojibake(text)
    title = entry.get("title")
    published, traces = _published(entry)
    if provenance.published:
        published, traces = provenance.published, ()
    return RawArticle(
        text=text,
        encoding="utf-8",
        url=entry.get("link") or provenance.url,
        published=published,
        modified=entry.get("updated"),
        outlet=provenance.outlet or entry.get("feed_title"),
        title=text_of_markup(title).replace("\n\n", " ") if title and is_markup(title) else title,
        byline=entry.get("author"),
        rights_basis=provenance.rights_basis,
        traces=(*traces, *repairs),
    )


def _published(entry: dict) -> tuple[str | None, tuple]:
    for name in ("published", "updated"):
        given = entry.get(name)
        date = read_given_date(given) if given else None
        if date:
            return date.iso, (trace("published_edtf", date.iso, given, "feed", name),)
    return None, ()


def _xml_entries(payload: bytes) -> list[dict] | Rejected:
    # Imported here: few inputs are feeds.
    import feedparser

    # Declared entities are never needed in a feed, and are how a small file grows without end.
    bare = _DOCTYPE.sub(b"", payload, count=1)
    if payload.count(b"<") > 0 and _depth_exceeds(bare, _MAX_DEPTH):
        return Rejected("invalid_record", f"elements nested over {_MAX_DEPTH} deep")
    try:
        parsed = feedparser.parse(bare, sanitize_html=False, resolve_relative_uris=True)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError, OverflowError) as error:
        return Rejected("invalid_record", f"the feed cannot be parsed: {error}"[:200])
    if not parsed.entries and parsed.bozo:
        return Rejected("invalid_record", f"the feed cannot be parsed: {parsed.get('bozo_exception')}"[:200])
    title, language = parsed.feed.get("title"), parsed.feed.get("language")
    return [_fields(entry, title, language, parsed.feed.get("link")) for entry in parsed.entries]


def _address(given: object, base: object) -> str | None:
    """An entry's address, made whole by its feed's; None where it stays without a host."""
    try:
        address = urljoin(base if isinstance(base, str) else "", given) if isinstance(given, str) and given else ""
        return address if urlsplit(address).netloc else None
    except ValueError:
        return None


def _fields(entry: dict, feed_title: object, language: object, feed_link: object) -> dict:
    contents = [part.get("value") for part in entry.get("content") or () if isinstance(part.get("value"), str)]
    source = entry.get("source") or {}
    fields = {
        "title": entry.get("title"),
        "link": _address(entry.get("link"), feed_link),
        "published": entry.get("published"),
        # Past the library's own look-up, which gives `published` where there is no `updated`.
        "updated": dict.get(entry, "updated"),
        "content": max(contents, key=len, default=None),
        "summary": entry.get("summary"),
        "author": ", ".join(name for author in entry.get("authors") or () if (name := author.get("name"))) or entry.get("author"),
        "feed_title": source.get("title") or feed_title,
        "language": entry.get("language") or language,
    }
    return {name: value for name, value in fields.items() if isinstance(value, str) and value}


def _depth_exceeds(payload: bytes, limit: int) -> bool:
    depth = 0
    for match in re.finditer(rb"<(/?)[A-Za-z][^<>]{0,2000}?(/?)>", payload):
        depth += -1 if match[1] else (0 if match[2] else 1)
        if depth > limit:
            return True
    return False


def _json_entries(payload: bytes) -> list | Rejected:
    """The fields of each entry; what is no entry, as it stands."""
    try:
        feed = orjson.loads(payload.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        return Rejected("invalid_json", f"byte offset {error.pos}: {error.msg}")
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return Rejected("invalid_record", "a JSON Feed without a list of items")
    return [_json_fields(item, feed) if isinstance(item, dict) else item for item in items]


def _json_fields(item: dict, feed: dict) -> dict:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    fields = {
        "title": item.get("title"),
        "link": _address(item.get("url") or item.get("external_url"), feed.get("home_page_url")),
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
        "content": item.get("content_html") or item.get("content_text"),
        "summary": item.get("summary"),
        "author": ", ".join(str(author["name"]) for author in authors if isinstance(author, dict) and author.get("name")),
        "feed_title": feed.get("title"),
        "language": item.get("language") or feed.get("language"),
    }
    return {name: value for name, value in fields.items() if isinstance(value, str) and value}


FEED = Form("feed", (".rss", ".atom"), cut_feed, read_entry)
