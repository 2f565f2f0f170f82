"""The publication date of a saved page, and when it was changed."""

import pytest

from tests.ingest.made_page import json_ld, page, read


@pytest.mark.parametrize(
    ("head", "before", "published", "rule"),
    [
        (json_ld(headline="Bridge", datePublished="2025-11-03T08:30:00+02:00", dateModified="2025-11-09T10:00:00Z"), "",
         "2025-11-03T08:30:00+02:00", "json_ld.datepublished"),
        ('<meta property="article:modified_time" content="2025-11-09T10:00:00Z">'
         '<meta property="article:published_time" content="2025-11-03T06:30:00Z">', "",
         "2025-11-03T06:30:00+00:00", "meta.article_published_time"),
        ('<meta name="pubdate" content="20251103">', "", "2025-11-03", "meta.pubdate"),
        ('<meta property="article:published_time" content="2025-11-03T00:00:00+00:00">', "", "2025-11-03",
         "meta.article_published_time"),
        ('<link rel="canonical" href="https://herald.example/2025/11/03/bridge">', "", "2025-11-03", "url"),
        ('<link rel="canonical" href="https://herald.example/2025/nov/03/bridge">', "", "2025-11-03", "url"),
        ("", '<abbr class="published" title="2025-11-03T09:00:00+01:00">9:00</abbr>', "2025-11-03T09:00:00+01:00", "abbr.published"),
        (json_ld(headline="Bridge", datePublished="2025-11-03T09:15:0Z"), "", "2025-11-03T09:15:00+00:00", "json_ld.datepublished"),
        ("", '<time datetime="2025-11-03T09:00" pubdate>today</time>', "2025-11-03T09:00:00", "time"),
        ("", '<div class="post-date">November 3, 2025, 9:30 am</div>', "2025-11-03", "beside_headline"),
        ('<meta name="date" content="2025-11-03">', "", "2025-11-03", "meta.date"),
        # The same instant in the outlet's own zone: its readers saw the third.
        ('<meta property="article:published_time" content="2025-11-02T23:30:00Z">'
         '<meta name="pubdate" content="2025-11-03T01:30:00+02:00">', "", "2025-11-03T01:30:00+02:00", "meta.pubdate"),
    ],
)  # fmt: skip
def test_publication_date_by_declared_trust(head, before, published, rule):
    before = f"<h1>Bridge over the Lark reopens</h1>{before}"
    article = read(page(head, before=before))
    assert article.published == published
    assert [trace[3] for trace in article.traces if trace[0] == "published_edtf"] == [f"page.{rule}"]


@pytest.mark.parametrize(
    ("language", "shown", "day"),
    [
        ("uk", "3 листопада 2025, 09:30", "2025-11-03"), ("ru", "3 ноября 2025 в 9:30", "2025-11-03"),
        ("de", "03.11.2025", "2025-11-03"), ("de", "3. November 2025", "2025-11-03"), ("ja", "2025年11月3日 9時", "2025-11-03"),
        ("fr", "Publié le 3 novembre 2025", "2025-11-03"), ("es", "3 de noviembre de 2025", "2025-11-03"),
        ("pl", "3 listopada 2025", "2025-11-03"), ("hr", "3. listopada 2025.", "2025-10-03"), ("en-US", "11/03/2025", "2025-11-03"),
        ("en-GB", "03/11/2025", "2025-11-03"), ("en", "03/11/2025", None), ("fr", "03/11/2025", "2025-11-03"),
        ("ar", "3 نوفمبر 2025", "2025-11-03"),
    ],
)  # fmt: skip
def test_a_date_shown_beside_the_headline_is_read_in_its_language(language, shown, day):
    article = read(page(before=f"<h1>Bridge over the Lark reopens</h1><p class='date'>{shown}</p>", language=language))
    assert article.published == day


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("<p class='date-edition'>Wed. 5 November 2025</p><h1>Bridge over the Lark reopens after eleven months of repairs</h1><ul><li>3 November 2025</li></ul>",
         "2025-11-03"),  # the day of the front page above, the article's own below
        ("<h1>Bridge over the Lark reopens</h1><div class='date'><span>Nov</span> <span>03</span><span>2025</span></div>", "2025-11-03"),
        ("<div class='post-date'><span>03</span> <span>Nov</span><span>2025</span></div><h1>Bridge over the Lark reopens</h1>", "2025-11-03"),
        ("<h1>Bridge over the Lark reopens</h1><p class='stamp'>Posted: 3 November 2025 | Last updated: 9 November 2025</p>", "2025-11-03"),
        ("<h1>Bridge over the Lark reopens</h1><p class='stamp'>Updated 9 November 2025, published 3 November 2025</p>", "2025-11-03"),
        ("<h1>Bridge over the Lark reopens</h1><p class='stamp'>Updated 9 November 2025</p>", None),
        ("<h1>Bridge over the Lark reopens</h1><div>Everyone in the town is invited to cross on 3 November 2025</div>", None),
        ("<h1>Bridge over the Lark reopens</h1><div>From our man in Weir, 3 November 2025</div>", "2025-11-03"),
        ("<h1>Bridge over the Lark reopens</h1><div>By Ann Ferry and Tom Weir for the Lark Herald, 3 November 2025</div>", "2025-11-03"),
        ("<h1>Bridge over the Lark reopens</h1><div>By Ann Ferry and Tom Weir for the Herald published 3 November 2025</div>", "2025-11-03"),
    ],
)  # fmt: skip
def test_which_of_the_shown_days_is_the_articles(before, day):
    assert read(page(before=before, language="en-GB")).published == day


def test_a_lower_heading_that_says_the_headline_has_its_day_beside_it():
    head = "<title>Lark notes: Bridge over the Lark reopens</title><meta property='og:title' content='Bridge over the Lark reopens'>"
    before = "<h2>Monday, 3 November 2025</h2><h3>Bridge over the Lark reopens</h3>"
    assert read(page(head, before=before)).published == "2025-11-03"


@pytest.mark.parametrize(
    "html",
    [
        page('<meta name="datecreated" content="01/01/2004">'),
        page(after="<ol class='commentlist'><li><time datetime='2025-11-08'>8 Nov</time> I crossed it and liked it very much.</li></ol>"),
        page('<meta property="article:modified_time" content="2025-11-09T10:00:00Z">'),
        page('<meta property="article:published_time" content="2031-01-05T10:00:00Z">'),
        page('<meta property="article:published_time" content="0000-00-00">'),
        page(after="<aside class='related'><a href='/x'>Mill closes</a> <time datetime='2024-05-05'>5 May 2024</time></aside>"),
        page(before="<h1>Bridge over the Lark reopens</h1><p class='updated date'>Updated: 9 November 2025</p>"),
    ],
)
def test_no_date_rather_than_a_wrong_one(html):
    assert read(html).published is None


@pytest.mark.parametrize(
    ("head", "modified", "rule"),
    [
        (json_ld(dateModified="2025-11-09T10:00:00Z"), "2025-11-09T10:00:00+00:00", "page.json_ld.datemodified"),
        ('<meta property="article:modified_time" content="2025-11-09T12:00:00+02:00">', "2025-11-09T12:00:00+02:00", "page.meta.article_modified_time"),
        (json_ld(dateModified="2025-11-09T10:00:00"), None, None),  # no zone
        (json_ld(dateModified="2025-11-09"), None, None),
        (json_ld(dateModified="2031-11-09T10:00:00Z"), None, None),  # after it was received
        (json_ld(datePublished="2025-11-09T10:00:00Z"), None, None),
    ],
)
def test_modification_time_only_as_an_instant(head, modified, rule):
    article = read(page(head))
    assert article.modified == modified
    assert next((trace[3] for trace in article.traces if trace[0] == "modified_at"), None) == rule
