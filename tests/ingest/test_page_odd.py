"""Pages as they come: several articles on one, broken JSON-LD, encodings that are not what they say, no page at all."""

import json

import pytest

from flows.ingest.raw_article import Rejected
from tests.ingest.made_page import PARAGRAPHS, json_ld, page, read

RUSSIAN = (
    "Старый мост через реку открыли в понедельник после одиннадцати месяцев ремонта, сообщила городская администрация.",
    "Инженеры заменили весь деревянный настил и две из пяти железных арок, которые начали ржаветь.",
    "С весны меня больше ни о чём не спрашивали, - сказал мэр, который прошёл по мосту первым.",
)


def script(text):
    return f'<script type="application/ld+json">{text if isinstance(text, str) else json.dumps(text)}</script>'


def test_a_page_without_title_and_headline_has_text_alone():
    article = read("<html><body>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</body></html>")
    assert (article.text.split("\n\n"), article.title, article.published, article.outlet) == (list(PARAGRAPHS), None, None, None)


def test_a_page_of_several_articles_has_the_day_of_none():
    articles = "".join(
        f"<article><h2><a href='/{day}'>Story of the day {day}</a></h2><time datetime='2025-11-0{day}'>{day} November 2025</time>"
        f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article>"
        for day in (1, 2, 3)
    )
    answer = read(f"<html><head><title>Lark Herald</title><meta property='og:site_name' content='Lark Herald'></head><body>{articles}</body></html>")
    assert isinstance(answer, Rejected) or (answer.published, answer.title) == (None, None)


@pytest.mark.parametrize(
    "own",
    [
        {"headline": "Bridge over the Lark reopens"},
        {"headline": "After eleven months", "url": "https://herald.example/bridge"},
    ],
)
def test_of_several_described_articles_the_pages_own_counts(own):
    other = {"@type": "NewsArticle", "headline": "Mill closes after two centuries", "datePublished": "2025-10-01", "url": "https://herald.example/mill"}
    head = '<link rel="canonical" href="https://herald.example/bridge">' + script([other, {"@type": "NewsArticle", "datePublished": "2025-11-03", **own}])
    article = read(page(head))
    assert (article.published, article.url) == ("2025-11-03", "https://herald.example/bridge")
    assert article.title in (own["headline"], "Bridge over the Lark reopens")


def test_authors_and_publisher_that_a_graph_only_refers_to_have_their_names():
    graph = [
        {"@type": "NewsArticle", "headline": "Bridge", "datePublished": "2025-11-03", "author": [{"@id": "#ann"}, {"@id": "#gone"}], "publisher": {"@id": "#us"}},
        {"@type": "Person", "@id": "#ann", "name": "Ann Ferry"},
        {"@type": "Organization", "@id": "#us", "name": "Lark Herald"},
    ]
    article = read(page(script({"@graph": graph})))
    assert (article.byline, article.outlet, article.published) == ("Ann Ferry", "Lark Herald", "2025-11-03")


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type":"NewsArticle","headline":"Bridge "over the Lark" reopens","datePublished":"2025-11-03T09:00:00Z"}',
        '{"@type":"WebSite","name":"Lark Herald"}{"@type":"NewsArticle","datePublished":"2025-11-03T09:00:00Z"}',
        '{"@type":"NewsArticle",\n//"views": "",\n"datePublished":"2025-11-03T09:00:00Z"}',
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2025-11-03T09:00:00Z&quot;}",
    ],
)
def test_of_json_ld_that_stays_broken_the_plain_pairs_count(broken):
    article = read(page(script(broken)))
    assert (article.published, article.title) == ("2025-11-03T09:00:00+00:00", "Bridge over the Lark reopens")


def test_a_broken_list_of_articles_says_nothing_of_this_one():
    broken = '[{"@type":"NewsArticle","datePublished":"2025-11-01"},{"@type":"NewsArticle","datePublished":"2025-11-02",,}]'
    assert read(page(script(broken))).published is None


def test_a_live_blog_has_its_own_headline_and_day():
    updates = [{"@type": "BlogPosting", "headline": f"Update {n}", "datePublished": f"2025-11-0{n}T10:00:00Z"} for n in (4, 5)]
    live = script({"@type": "LiveBlogPosting", "headline": "Bridge LIVE: crowds cross the Lark", "datePublished": "2025-11-03T09:00:00Z", "liveBlogUpdate": updates})
    article = read(page(live, before="<h1>Bridge LIVE: crowds cross the Lark</h1>"))
    assert (article.title, article.published) == ("Bridge LIVE: crowds cross the Lark", "2025-11-03T09:00:00+00:00")


@pytest.mark.parametrize(("declared", "real"), [("utf-8", "windows-1251"), ("windows-1251", "utf-8"), (None, "windows-1251"), (None, "koi8-r")])
def test_what_a_page_says_of_its_encoding_may_be_wrong_or_missing(declared, real):
    html = page(before="<h1>Мост через реку открыт</h1><p class='date'>3 ноября 2025</p>", paragraphs=RUSSIAN, language="ru")
    article = read(html.replace("<meta charset='utf-8'>", f"<meta charset='{declared}'>" if declared else "").encode(real))
    assert (article.title, article.published, article.encoding) == ("Мост через реку открыт", "2025-11-03", real)
    assert article.text.endswith("\n\n".join(RUSSIAN))


@pytest.mark.parametrize("title", ["403 Forbidden", "Access denied | Lark Herald", "Just a moment...", "Before you continue", "Ошибка 404. Страница не найдена"])
def test_what_a_server_sends_in_place_of_a_page_is_no_article(title):
    words = ["You do not have permission to see this page. Please write to the owner of the site if you believe that this is a mistake."] * 4
    answer = read(page(f"<title>{title}</title>", before=f"<h1>{title}</h1>", paragraphs=words))
    assert isinstance(answer, Rejected)
    assert answer.reason == "no_article"


@pytest.mark.parametrize(
    ("head", "title"),
    [("", "Access denied: how the mill lost its road"), ("", "Before you continue on foot, read this"), (json_ld(headline="Not found"), "Not found")],
)
def test_an_article_may_be_about_what_is_denied(head, title):
    assert read(page(f"{head}<title>{title}</title>", before=f"<h1>{title}</h1>")).title == title


@pytest.mark.parametrize("names", ["entry-content no-share", "post-content has-tags", "article-body share-ready"])
def test_a_block_named_for_the_articles_text_is_kept_whatever_else_it_is_named_for(names):
    html = page().replace("<article>", f"<article><div class='{names}'>").replace("</article>", "</div></article>")
    assert read(html).text.split("\n\n") == list(PARAGRAPHS)


def test_readings_of_japanese_characters_are_not_read_twice():
    title = "<h1><ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>が<ruby>開通<rt>かいつう</rt></ruby>した</h1>"
    text = ["<ruby>橋<rt>はし</rt></ruby>は十一か月の工事の後、月曜日に開通したと町議会が発表した。" * 12]
    article = read(page(before=title, paragraphs=text, language="ja"))
    assert article.title == "橋が開通した"
    assert "はし" not in article.text
