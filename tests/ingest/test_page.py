"""A saved page gives its article, and says what it rests on."""

import gzip

import pytest

from flows.ingest.page import PAGE
from flows.ingest.raw_article import Provenance, RawArticle, Rejected
from tests.ingest.made_page import PARAGRAPHS, PROVENANCE, json_ld, page, read


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


def test_of_two_sites_that_a_page_states_it_is_of_the_one_it_links_to():
    links = "".join(f"<a href='/story/{n}'>Story number {n}</a> " for n in range(12))
    own = "<a href='https://abo.lark-herald.example/'>Subscribe</a><a href='https://abo.lark-herald.example/terms'>Terms</a>"
    ads = "".join(f"<a href='https://ads.example/{n}'>Advertise here {n}</a> " for n in range(5))
    head = (
        '<link rel="canonical" href="https://weir-post.example/politics/bridge">'
        '<meta property="og:url" content="https://www.lark-herald.example/politics/bridge">'
    )
    assert read(page(head, after=f"<div>{links}{own}{ads}</div>")).url == "https://www.lark-herald.example/politics/bridge"


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
