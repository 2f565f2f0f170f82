"""One small input of every form, written by us: the same article in each, so that what a form loses shows."""

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from io import BytesIO

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
from backports import zstd
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "Old mill wheel turns again"
PARAGRAPHS = (
    "The wheel of the mill at Weir Lane turned on Sunday for the first time since the flood of 1968, volunteers said.",
    "“We had to carve forty new paddles by hand,” said Ann Ferry, who leads the group, according to the Lark Herald.",
    "The council paid for the oak and the rest came from the sale of flour, its spokesman told reporters on Monday.",
)
TEXT = "\n\n".join(PARAGRAPHS)
URL = "https://herald.example/2025/11/03/mill"
OUTLET = "Lark Herald"
PUBLISHED = "2025-11-03T09:30:00+02:00"
FIELDS = {"title": TITLE, "text": TEXT, "url": URL, "outlet": OUTLET, "published": PUBLISHED, "language": "en"}

PAGE = (
    "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Old mill wheel turns again | Lark Herald</title>"
    f"<link rel='canonical' href='{URL}'><meta property='og:site_name' content='{OUTLET}'>"
    f"<meta property='article:published_time' content='{PUBLISHED}'></head>"
    f"<body><article><h1>{TITLE}</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article></body></html>"
)
MHTML = (
    f"Snapshot-Content-Location: {URL}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
    f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {URL}\r\n\r\n{PAGE}\r\n--b--\r\n"
)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title>
<link>https://herald.example/</link><language>en</language>
<item><title>{TITLE}</title><link>{URL}</link><pubDate>Mon, 03 Nov 2025 09:30:00 +0200</pubDate>
<description>{PARAGRAPHS[0]}</description>
<content:encoded><![CDATA[{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}]]></content:encoded></item>
<item><title>Only a title</title><link>https://herald.example/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>{OUTLET}</title><id>urn:x</id>
<entry><title>{TITLE}</title><link href="{URL}"/><id>urn:x:1</id><published>{PUBLISHED}</published><updated>2025-11-05T00:00:00Z</updated>
<content type="html">{"".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)}</content></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1", "title": OUTLET, "language": "en",
    "items": [{"id": "1", "url": URL, "title": TITLE, "content_html": "".join(f"<p>{p}</p>" for p in PARAGRAPHS), "date_published": PUBLISHED}],
}  # fmt: skip
TELEGRAM = {
    "name": OUTLET, "type": "public_channel", "id": 1234567890,
    "messages": [
        {"id": 1, "type": "service", "date": "2025-11-01T10:00:00", "date_unixtime": "1761984000", "action": "create_channel"},
        {"id": 2, "type": "message", "date": "2025-11-03T09:30:00", "date_unixtime": "1762155000", "from": OUTLET,
         "forwarded_from": "Weir Lane Volunteers",
         "text": [PARAGRAPHS[0], "\n\n", {"type": "text_link", "text": PARAGRAPHS[1], "href": URL}, "\n\n" + PARAGRAPHS[2]]},
        {"id": 3, "type": "message", "date": "2025-11-03T10:00:00", "date_unixtime": "1762156800", "photo": "x.jpg", "text": ""},
    ],
}  # fmt: skip
TELEGRAM_PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">
{OUTLET}
</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">3 November 2025</div></div>
<div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="03.11.2025 09:30:00 UTC+02:00">
09:30</div><div class="from_name">{OUTLET}</div>
<div class="forwarded body"><div class="from_name">Weir Lane Volunteers<span class="date details" title="02.11.2025 12:00:00 UTC+02:00"> 02.11.2025 12:00:00</span></div>
<div class="text">{PARAGRAPHS[0]}<br><br><a href="{URL}">{PARAGRAPHS[1]}</a><br><br>{PARAGRAPHS[2]}</div></div></div></div>
</div></div></div></body></html>"""
NEWSML = f"""<?xml version="1.0" encoding="utf-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:herald.example:1" version="2" xml:lang="en">
<itemMeta><provider literal="LH"><name>{OUTLET}</name></provider><versionCreated>2025-11-05T10:00:00Z</versionCreated>
<firstCreated>{PUBLISHED}</firstCreated></itemMeta><contentMeta><language tag="en"/><by>Tom Weir</by><headline>{TITLE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body>{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</body></html></inlineXML></contentSet></newsItem>"""
NITF = f"""<nitf><head><docdata><date.issue norm="20251103T093000+0200"/><doc.copyright holder="{OUTLET}"/></docdata></head><body>
<body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>Tom Weir</byline></body.head>
<body.content>{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</body.content></body></nitf>"""
NINJS = {"uri": URL, "type": "text", "versioncreated": "2025-11-05T10:00:00Z", "firstcreated": PUBLISHED, "headline": TITLE,
         "language": "en", "source": OUTLET, "body_xhtml": "".join(f"<p>{p}</p>" for p in PARAGRAPHS)}  # fmt: skip
WIRE = (
    "\x16\x16\x01LHD0123 4 n 120 LHD 0456\r\nmill\r\n\x02" + TEXT.replace("“", '"').replace("”", '"').replace("\n\n", "\r\n\r\n")
    + "\r\n\x03\r\n030730 NOV 25\r\n\x04"
)


def table_file(delimiter: str) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(FIELDS), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(FIELDS)
    return text.getvalue().encode()


def parquet_file() -> bytes:
    sink = BytesIO()
    pq.write_table(pa.Table.from_pylist([FIELDS]), sink)
    return sink.getvalue()


def warc_file(compress: bool = True) -> bytes:
    sink = BytesIO()
    writer = WARCWriter(sink, gzip=compress)
    answers = (("text/html; charset=utf-8", "200 OK", PAGE.encode()), ("image/png", "200 OK", b"\x89PNG"), ("text/html", "404 Not Found", b"<p>no</p>"))
    for number, (media, status, body) in enumerate(answers):
        writer.write_record(
            writer.create_warc_record(
                URL if not number else f"https://herald.example/{number}",
                "response",
                payload=BytesIO(body),
                http_headers=StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": "2025-11-04T12:00:00Z", "WARC-Record-ID": f"<urn:uuid:0000000{number}>"},
            )
        )
    return sink.getvalue()


def zip_file(members: dict[str, bytes]) -> bytes:
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return sink.getvalue()


def tar_file(members: dict[str, bytes], mode: str = "w") -> bytes:
    sink = BytesIO()
    with tarfile.open(fileobj=sink, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, BytesIO(data))
    return sink.getvalue()


LINE = orjson.dumps(FIELDS)
SIDECAR = json.dumps({"url": URL, "outlet": OUTLET, "published": PUBLISHED}).encode()
MEMBERS = {"a/mill.txt": TEXT.encode(), "a/mill.json": SIDECAR, "b/lines.jsonl.gz": gzip.compress(LINE + b"\n")}

# form -> (file name, content, how many of its records are articles, how many are rejected)
SAMPLES: dict[str, list[tuple[str, bytes, int, int]]] = {
    "text": [("mill.txt", TEXT.encode(), 1, 0), ("mill.md", TEXT.encode(), 1, 0), ("mill.txt.gz", gzip.compress(TEXT.encode()), 1, 0)],
    "jsonl": [
        ("mill.jsonl", LINE + b"\n{broken\n", 1, 1), ("mill.ndjson.zst", zstd.compress(LINE), 1, 0),
        ("mill.jsonl.bz2", bz2.compress(LINE), 1, 0), ("mill.jsonl.xz", lzma.compress(LINE), 1, 0),
    ],
    "json": [
        ("one.json", LINE, 1, 0), ("list.json", orjson.dumps([FIELDS, FIELDS | {"text": ""}]), 1, 1),
        ("wrapped.json", orjson.dumps({"status": "ok", "totalResults": 2, "articles": [FIELDS, FIELDS]}), 2, 0),
    ],
    "csv": [("mill.csv", table_file(","), 1, 0), ("semicolons.csv.gz", gzip.compress(table_file(";")), 1, 0)],
    "tsv": [("mill.tsv", table_file("\t"), 1, 0)],
    "parquet": [("mill.parquet", parquet_file(), 1, 0)],
    "page": [
        ("mill.html", PAGE.encode(), 1, 0), ("mill.html.gz", gzip.compress(PAGE.encode()), 1, 0),
        ("mill.mhtml", MHTML.encode(), 1, 0), ("404.htm", b"<html><title>404</title><p>Not found</p></html>", 0, 1),
    ],
    "warc": [
        ("mill.warc", warc_file(False), 1, 2), ("mill.warc.gz", warc_file(), 1, 2),
        ("mill.wacz", zip_file({"archive/data.warc.gz": warc_file(), "datapackage.json": b"{}", "pages/pages.jsonl": b""}), 1, 2),
    ],
    "feed": [
        ("mill.rss", RSS.encode(), 1, 1), ("feed.xml", RSS.encode(), 1, 1), ("mill.atom", ATOM.encode(), 1, 0),
        ("feed.json", json.dumps(JSON_FEED).encode(), 1, 0),
    ],
    "telegram": [("result.json", json.dumps(TELEGRAM, indent=1).encode(), 1, 2), ("messages.html", TELEGRAM_PAGE.encode(), 1, 1)],
    "newsml": [("item.xml", NEWSML.encode(), 1, 0), ("item.nitf", NITF.encode(), 1, 0)],
    "ninjs": [("item.json", json.dumps(NINJS).encode(), 1, 0)],
    "iptc7901": [("wire.iptc", WIRE.encode("latin-1"), 1, 0), ("two.7901", (WIRE * 2).encode("latin-1"), 2, 0)],
    "archive": [
        ("all.zip", zip_file(MEMBERS), 2, 0), ("all.tar", tar_file(MEMBERS), 2, 0), ("all.tar.gz", tar_file(MEMBERS, "w:gz"), 2, 0),
        ("all.tar.zst", zstd.compress(tar_file(MEMBERS)), 2, 0), ("nested.zip", zip_file({"x.zip": zip_file(MEMBERS)}), 2, 0),
    ],
}  # fmt: skip
