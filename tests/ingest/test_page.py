"""A saved page gives its article, and says what it rests on."""

import datetime
import gzip
import json

import pytest

from flows.ingest.page import PAGE
from flows.ingest.raw_article import Provenance, RawArticle, Record, Rejected

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


def test_text_comes_in_paragraphs_without_headline_and_surroundings():
    after = "<div class='newsletter'><p>Sign up for our morning letter and never miss a story again.</p></div>"
    article = read(page(after=after))
    assert article.text.split("\n\n") == list(PARAGRAPHS)
    assert article.title == "Bridge over the Lark reopens"


def test_read_also_links_are_no_part_of_the_text():
    linked = "<p><a href='/mill'>Mill closes after two hundred years of work</a></p>"
    html = page().replace(f"<p>{PARAGRAPHS[2]}</p>", linked + f"<p>{PARAGRAPHS[2]}</p>")
    assert read(html).text.split("\n\n") == list(PARAGRAPHS)


def test_a_lead_that_the_page_shows_above_the_text_is_kept():
    lead = "Eleven months of repairs have ended, but heavy lorries must wait until the new year."
    head = f'<meta property="og:description" content="{lead}">'
    article = read(page(head, before=f"<h1>Bridge over the Lark reopens</h1><div class='teaser-line'><span>{lead}</span></div>"))
    assert article.text.split("\n\n")[0] == lead
    assert lead not in read(page(head)).text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<title>Bridge over the Lark reopens | Lark Herald</title><meta property="og:site_name" content="Lark Herald">',
         "Bridge over the Lark reopens"),
        ("<title>Lark Herald: Bridge over the Lark reopens</title>", "Bridge over the Lark reopens"),
        ('<meta property="og:title" content="Bridge over the Lark reopens - Herald"><link rel="canonical" '
         'href="https://herald.example/bridge">', "Bridge over the Lark reopens"),
        (json_ld(headline="Bridge &amp; mill: both reopen"), "Bridge & mill: both reopen"),
        ("<title>Bridge over the Lark reopens — all you need to know</title>", "Bridge over the Lark reopens"),
    ],
)  # fmt: skip
def test_headline_is_without_the_name_of_the_site(head, title):
    assert read(page(head)).title == title


def test_what_the_page_shows_and_shares_goes_before_what_it_tells_machines_alone():
    head = json_ld(headline="Lark bridge repair news and opening times") + '<meta property="og:title" content="Bridge over the Lark reopens">'
    assert read(page(head)).title == "Bridge over the Lark reopens"


@pytest.mark.parametrize(
    ("declared", "searched", "headline"),
    [
        ("Eleven months of waiting are over", "Bridge over the Lark reopens", "Eleven months of waiting are over"),
        # the search title stands in JSON-LD too
        ("Lark bridge: times and repairs", "Lark bridge: times and repairs", "Bridge over the Lark reopens"),
        # no other headline, but the same one cut
        ("Bridge over the Lark reop", "Bridge over the Lark reopens", "Bridge over the Lark reopens"),
    ],
)
def test_where_all_repeats_the_title_for_search_engines_the_declared_headline_is_the_editors(declared, searched, headline):
    shared = '<meta property="og:title" content="Bridge over the Lark reopens">'
    assert read(page(f"{json_ld(headline=declared)}<title>{searched} | Lark Herald</title>{shared}"
                     '<meta property="og:site_name" content="Lark Herald">')).title == headline  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "headline"),
    [("New bridges for every valley", "New bridges for every valley"), ("Lark council", "Bridges"), ("Bridges</h1><h1>New bridges for all", "Bridges")],
)
def test_a_topic_that_is_shared_gives_way_to_the_one_heading_that_has_its_words(heading, headline):
    head = '<title>Bridges - Lark council</title><meta property="og:title" content="Bridges"><meta property="og:site_name" content="Lark council">'
    assert read(page(head, before=f"<h1>{heading}</h1>")).title == headline


@pytest.mark.parametrize("home", ["/", "https://town.example/lark/", "/lark"])
def test_a_heading_that_leads_to_the_front_page_is_the_name_of_the_blog(home):
    head = (
        '<link rel="canonical" href="https://town.example/lark/2025/bridge">'
        '<meta property="og:title" content="Bridge over the Lark reopens - Notes from the banks of a small river">'
    )
    article = read(page(head, before=f"<h1><a href='{home}'>Notes from the banks of a small river</a></h1>"))
    assert article.title.startswith("Bridge over the Lark reopens")


def test_a_heading_that_leads_to_its_own_page_is_the_headline():
    head = '<link rel="canonical" href="https://town.example/lark/2025/bridge"><title>Town notes</title>'
    article = read(page(head, before="<h1><a href='/lark/2025/bridge'>Bridge over the Lark reopens</a></h1>"))
    assert article.title == "Bridge over the Lark reopens"


def test_a_headline_may_be_about_its_own_site():
    head = '<link rel="canonical" href="https://herald.example/ten"><meta property="og:site_name" content="Lark Herald">'
    article = read(page(head + '<meta property="og:title" content="Ten years of Lark Herald">', before=""))
    assert article.title == "Ten years of Lark Herald"
    assert read(page(head + '<meta property="og:title" content="Lark Herald">', before="")).title is None


def test_a_headline_in_the_place_of_the_sites_name_is_no_outlet():
    line = "Bridge over the Lark reopens after eleven months of repairs"
    article = read(page(f'<title>{line}</title><meta property="og:site_name" content="{line}">', before=""))
    assert (article.title, article.outlet) == (line, None)


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
    "html",
    [
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


def test_address_site_and_authors():
    head = (
        '<link rel="canonical" href="/news/bridge"><meta property="og:url" content="https://herald.example/news/bridge">'
        '<meta property="og:site_name" content="Lark Herald">'
        + json_ld(headline="Bridge", author=[{"name": "Ann Ferry"}, {"name": "Tom Weir"}])
    )
    article = read(page(head))
    assert article.url == "https://herald.example/news/bridge"
    assert article.outlet == "Lark Herald"
    assert article.byline == "Ann Ferry, Tom Weir"


def test_what_came_with_the_page_goes_before_what_it_says():
    given = Provenance(PROVENANCE.received_at, outlet="Lark Herald", rights_basis="own", url="https://herald.example/b", published="2025-11-04")
    head = '<meta property="og:site_name" content="Other"><meta name="pubdate" content="2025-11-03">'
    article = read(page(head), given)
    assert (article.outlet, article.rights_basis, article.url) == ("Lark Herald", "own", "https://herald.example/b")
    assert article.published == "2025-11-04"


def test_a_syndicated_page_keeps_its_own_site():
    links = "".join(f"<a href='https://www.lark-herald.example/{n}'>Story number {n}</a> " for n in range(12))
    head = '<link rel="canonical" href="https://big-agency.example/story/1"><meta property="og:site_name" content="Lark Herald">'
    article = read(page(head, after=f"<div>{links}</div>"))
    assert "big-agency" not in (article.url or "")
    assert article.outlet == "lark-herald.example"


def test_a_site_that_a_page_only_writes_about_is_not_its_outlet():
    own = "".join(f"<a href='/story/{n}'>Story number {n}</a> " for n in range(12))
    cited = "".join(f"<a href='https://river-atlas.example/map/{n}'>Map {n}</a> " for n in range(5))
    assert read(page(after=f"<div>{own}{cited}</div>")).outlet is None
    feed = '<link rel="alternate" type="application/rss+xml" href="https://river-atlas.example/feed">'
    assert read(page(feed, after=f"<div>{own}{cited}</div>")).outlet == "river-atlas.example"
    assert read(page(after=f"<div>{cited}</div>")).outlet == "river-atlas.example"


def test_broken_json_ld_is_read_as_crawlers_read_it():
    script = '<script type="application/ld+json">\n//<![CDATA[\n{"@type":"NewsArticle","headline":"Bridge\n reopens","datePublished":"2025-11-03",}\n//]]></script>'
    assert read(page(script)).published == "2025-11-03"


@pytest.mark.parametrize("codec", ["windows-1251", "koi8-u", "utf-8", "utf-16"])
def test_encoding_is_the_pages_own(codec):
    text = "Старий міст через річку відкрили в понеділок після одинадцяти місяців ремонту, повідомила міська рада. " * 3
    html = page(before="<h1>Міст відкрили</h1>", paragraphs=[text]).replace("charset='utf-8'", f"charset='{codec}'")
    article = read(html.encode(codec))
    assert article.text == text.strip()
    assert article.title == "Міст відкрили"


def test_mhtml_and_compressed_pages(tmp_path):
    mime = (
        "From: <Saved>\r\nSnapshot-Content-Location: https://herald.example/bridge\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n--xx\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: https://herald.example/bridge\r\n\r\n{page()}\r\n--xx--\r\n"
    )
    (tmp_path / "a.mhtml").write_bytes(mime.encode())
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(page().encode()))
    answers = {}
    for path in sorted(tmp_path.iterdir()):
        (record,) = PAGE.records(path, path.name, PROVENANCE)
        answers[path.name] = PAGE.read(record)
    assert answers["a.mhtml"].text == answers["b.html.gz"].text == "\n\n".join(PARAGRAPHS)
    assert answers["a.mhtml"].url == "https://herald.example/bridge"


@pytest.mark.parametrize(
    "html",
    [
        "", "<html></html>", "no markup at all", "<!doctype html><title>404</title><p>Not found</p>",
        "<html><head><title>Herald</title><link rel='canonical' href='https://herald.example'></head><body>"
        + "".join(f"<div><a href='/{n}'>Story number {n} about something that happened</a></div>" for n in range(60))
        + "</body></html>",
    ],
)  # fmt: skip
def test_a_page_without_an_article_is_rejected(html):
    answer = read(html)
    assert isinstance(answer, Rejected)
    assert answer.reason == "no_article"


def test_bytes_that_are_no_page_are_rejected():
    assert read(b"%PDF-1.4\x00\x01\x02\x03" + bytes(range(32)) * 40).reason == "binary"


def test_deep_and_entity_ridden_pages_end_in_an_answer():
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(12)
    )
    for html in ("<div>" * 50_000 + "x", f"{bomb}]><html><body><p>&a11;</p></body></html>", "<p " * 20_000, "<" * 100_000):
        assert isinstance(read(html), RawArticle | Rejected)
