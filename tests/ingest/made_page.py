"""A saved page of ours, of the parts that a test gives it."""

import datetime
import json

from flows.ingest.page import PAGE
from flows.ingest.raw_article import Provenance, Record

PROVENANCE = Provenance(datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC))
PARAGRAPHS = (
    "The old bridge over the Lark reopened on Monday after eleven months of repairs, the town council said.",
    "Engineers replaced all of the timber deck and two of the five iron arches, which had begun to rust.",
    "“People have asked me about nothing else since spring,” said the mayor, who walked across first.",
    "Lorries above seven tonnes will still have to take the long way round by the mill until the new year.",
)


def page(head="", before="<h1>Bridge over the Lark reopens</h1>", paragraphs=PARAGRAPHS, after="", language="en"):
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    return (
        f"<!doctype html><html lang='{language}'><head><meta charset='utf-8'>{head}</head>"
        f"<body>{menu}<article>{before}{body}</article>{after}<footer>Contact us</footer></body></html>"
    )


def json_ld(**article):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **article})}</script>'


def read(html, provenance=PROVENANCE):
    payload = html if isinstance(html, bytes) else html.encode()
    return PAGE.read(Record("a.html", "page", payload, provenance, 0))
