"""Front matter above a text: its fields are read, the text stands without it."""

import datetime

import pytest

from flows.ingest.raw_article import Provenance, Record, Rejected
from flows.ingest.text import TEXT

PROVENANCE = Provenance(datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC))
TEXT_BELOW = "The old bridge over the Lark reopened on Monday, the council said.\n\n---\n\nLorries must wait."


def read(text, provenance=PROVENANCE):
    return TEXT.read(Record("a.md", "text", text.encode(), provenance, 0))


def test_fields_above_a_text_are_the_articles():
    article = read(
        '---\ntitle: "Bridge: it reopens"\ndate: 3 November 2025\nurl: https://herald.example/bridge\nauthors:\n  - Ann Ferry\n  - Tom Weir\n'
        f"tags: [bridges, mills]\n# a comment\nlang: en\nparams:\n  deep: 1\n---\n\n{TEXT_BELOW}"
    )
    assert (article.title, article.published, article.url) == ("Bridge: it reopens", "2025-11-03", "https://herald.example/bridge")
    assert (article.byline, article.language, article.text) == ("Ann Ferry, Tom Weir", "en", TEXT_BELOW)


def test_what_stands_beside_the_file_goes_before():
    beside = Provenance(PROVENANCE.received_at, published="2025-11-04", outlet="Lark Herald")
    article = read(f"---\ndate: 2025-11-03\nsource: Weir Post\ntitle: Bridge\n---\n{TEXT_BELOW}", beside)
    assert (article.published, article.outlet, article.title) == ("2025-11-04", "Lark Herald", "Bridge")


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe bridge reopened, the council said.\n---\nLorries must wait.",
        "---\nMayor: we are glad that it is over\n---\nLorries must wait.",  # a conversation, no field of ours
        "---\ntitle: Bridge\nThe fence is never closed.",
        "The bridge reopened.\n---\ntitle: Bridge\n---\n",
        "--- title: Bridge ---",
    ],
)
def test_a_text_that_only_looks_alike_stays_as_it_is(text):
    article = read(text)
    assert (article.text, article.title) == (text, None)


def test_front_matter_alone_is_empty_and_rtf_is_no_text():
    assert read("---\ntitle: Bridge\n---\n").reason == "empty"
    answer = read("{\\rtf1\\ansi The bridge reopened, the council said.}")
    assert isinstance(answer, Rejected)
    assert (answer.reason, "word processor" in answer.detail) == ("binary", True)
