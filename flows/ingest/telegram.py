"""Form telegram: a channel exported by Telegram Desktop, as result.json or as messages*.html."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

import orjson
from lxml import etree
from lxml.html import HtmlElement, tostring

from flows.ingest.compressed import read_head
from flows.ingest.encoding import decode
from flows.ingest.json_file import cut_elements
from flows.ingest.json_object import object_of
from flows.ingest.limits import MAX_RECORD_BYTES
from flows.ingest.mojibake import repair_mojibake
from flows.ingest.page import parse_html
from flows.ingest.raw_article import Cut, Form, Provenance, RawArticle, Record, Rejected
from flows.ingest.whole_file import read_whole

_MESSAGES = re.compile(r'"messages"\s*:\s*\[\s*(?=[{\]])')
_NAME = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.){0,400}")')
_SHOWN_TIME = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:\d{2}))?")
_FORWARDED_TIME = re.compile(r"\s+\d{2}\.\d{2}\.\d{4}(?: \d{2}:\d{2}:\d{2})?\s*$")
_LINE_END = "\ue000"
_KNOWN = frozenset(
    (
        "id", "type", "date", "date_unixtime", "from", "from_id", "author", "text", "text_entities", "forwarded_from",
        "saved_from", "edited", "edited_unixtime", "reply_to_message_id", "photo", "width", "height", "file", "thumbnail",
        "media_type", "mime_type", "duration_seconds", "via_bot", "sticker_emoji", "file_name", "file_size", "reactions",
        "photo_file_size", "forwarded_from_id", "reply_to_peer_id", "inline_bot_buttons", "poll", "performer", "title",
        "thumbnail_file_size", "media_spoiler",
    )
)  # fmt: skip
_SIGNATURE = b'"messages"'
_PAGE_SIGNATURES = (b"<title>Exported Data</title>", b'class="page_wrap"')


def is_export(head: bytes) -> bool:
    """Whether a .json file begins as an export does: name, type and id of a chat, then its messages; or all chats."""
    return _SIGNATURE in head and (b'"type"' in head or b'"chats"' in head)


def is_exported_page(head: bytes) -> bool:
    """Whether an .html file is a page of an export."""
    return any(signature in head for signature in _PAGE_SIGNATURES)


def cut_telegram(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every message as a record; `#` is followed by its id. The channel's name is the outlet where none was given."""
    if read_head(path).lstrip()[:1] == b"<":
        yield from _cut_page(path, raw_path, provenance)
        return
    for number, element in enumerate(cut_elements(path, _MESSAGES), 1):
        names = _NAME.findall(element.header)
        given = replace(provenance, outlet=provenance.outlet or (_unquoted(names[-1]) if names else None))
        message_id = re.search(r'"id"\s*:\s*(\d+)', element.text[:200])
        place = f"{raw_path}#{message_id[1] if message_id and len(names) < 2 else number}"
        record = Record(place, "telegram", element.text.encode("utf-8", errors="replace"), given, element.byte_offset)
        yield (record, element.broken) if element.broken else record


def _unquoted(name: str) -> str | None:
    try:
        return orjson.loads(name) or None
    except orjson.JSONDecodeError:
        return None


def read_message(record: Record) -> RawArticle | Rejected:
    """The article of a message: its text with the addresses behind its links, when it was sent, whom it forwards."""
    if record.payload[:1] == b"<":
        return _read_shown(record)
    message = object_of(record, "a message")
    if isinstance(message, Rejected):
        return message
    if message.get("type", "message") != "message":
        return Rejected("no_article", f"a {str(message['type'])[:40]} message: {str(message.get('action'))[:40]}")
    text = _flat(message.get("text"))
    if text is None:
        return Rejected("invalid_field", "text: neither text nor a list of its parts")
    if not text.strip():
        return Rejected("empty", f"a message with {message.get('media_type') or ('a photo' if 'photo' in message else 'no text')}")
    text, repairs = repair_mojibake(text)
    provenance, forwarded = record.provenance, message.get("forwarded_from")
    return RawArticle(
        text=text,
        encoding="utf-8",
        url=provenance.url,
        published=_sent(message) or provenance.published,
        outlet=provenance.outlet,
        byline=message["author"] if isinstance(message.get("author"), str) else None,
        rights_basis=provenance.rights_basis,
        forwarded_from=forwarded if isinstance(forwarded, str) and forwarded else None,
        traces=repairs,
        unknown_fields=tuple(name for name in message if name not in _KNOWN),
    )


def _flat(text: object) -> str | None:
    """The text of a message: a string, or a list of strings and of entities with `text` and perhaps `href`."""
    if isinstance(text, str):
        return text
    if text is None:
        return ""
    if not isinstance(text, list):
        return None
    parts = []
    for part in text:
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(part, dict) and isinstance(part.get("text"), str):
            parts.append(_with_address(part["text"], part.get("href")))
    return "".join(parts)


def _with_address(words: str, address: object) -> str:
    """The words of a link, followed by its address in brackets unless they are the address."""
    if not isinstance(address, str) or not address or address.split("://")[-1].rstrip("/") in words:
        return words
    kept = words.rstrip()
    return f"{kept} ({address}){words[len(kept) :]}"


def _sent(message: dict) -> str | None:
    unix = message.get("date_unixtime")
    if isinstance(unix, str | int) and str(unix).isdigit() and len(str(unix)) < 12:
        return datetime.datetime.fromtimestamp(int(unix), datetime.UTC).isoformat()
    date = message.get("date")
    return date if isinstance(date, str) else None


def _cut_page(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    payload = read_whole(path, MAX_RECORD_BYTES, "telegram", raw_path, provenance)
    if isinstance(payload, tuple):
        yield payload
        return
    decoded = decode(payload, "utf-8")
    tree = None if isinstance(decoded, Rejected) else parse_html(decoded.text)
    messages = [] if tree is None else tree.xpath("//div[contains(concat(' ', @class, ' '), ' message ')]")
    if not messages:
        yield Record(raw_path, "telegram", payload, provenance, 0), Rejected("no_article", "an export without messages")
        return
    header = tree.xpath("//div[contains(@class, 'page_header')]//div[contains(@class, 'text')]")
    channel = " ".join("".join(header[0].itertext()).split()) if header else None
    given = replace(provenance, outlet=provenance.outlet or channel or None)
    for number, message in enumerate(messages, 1):
        shown = tostring(message, encoding="utf-8", with_tail=False)
        yield Record(f"{raw_path}#{(message.get('id') or str(number)).removeprefix('message')}", "telegram", shown, given)


def _read_shown(record: Record) -> RawArticle | Rejected:
    tree = parse_html(record.payload.decode("utf-8", errors="replace"))
    if tree is None:
        return Rejected("invalid_record", "no HTML in the message")
    if "service" in (next(iter(tree.iter("div"))).get("class") or "").split():
        return Rejected("no_article", "a service message")
    texts = _having(tree, "text")
    text = "\n\n".join(_shown_text(element) for element in texts).strip()
    if not text:
        return Rejected("empty", "a message without text")
    provenance = record.provenance
    forwarded = [element for body in _having(tree, "forwarded") for element in _having(body, "from_name")]
    dates = [element.get("title") for element in _having(tree, "date") if element.get("title")]
    signed = _having(tree, "signature")
    return RawArticle(
        text=text,
        encoding="utf-8",
        url=provenance.url,
        published=_shown_time(dates[0]) if dates else provenance.published,
        outlet=provenance.outlet,
        byline=" ".join("".join(signed[0].itertext()).split()) if signed else None,
        rights_basis=provenance.rights_basis,
        forwarded_from=_FORWARDED_TIME.sub("", " ".join("".join(forwarded[0].itertext()).split())) if forwarded else None,
    )


def _having(tree: etree._Element, name: str) -> list[HtmlElement]:
    return tree.xpath(".//div[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} ")


def _shown_text(element: HtmlElement) -> str:
    for link in list(element.iter("a")):
        words, address = "".join(link.itertext()), link.get("href")
        for child in list(link):
            link.remove(child)
        link.text = _with_address(words, address)
    for end in list(element.iter("br")):
        end.tail = _LINE_END + (end.tail or "")
    lines = " ".join("".join(element.itertext()).split()).split(_LINE_END)
    return "\n".join(line.strip() for line in lines)


def _shown_time(title: str) -> str | None:
    match = _SHOWN_TIME.match(title)
    return f"{match[3]}-{match[2]}-{match[1]}T{match[4]}{match[5] or ''}" if match else None


TELEGRAM = Form("telegram", (), cut_telegram, read_message)
