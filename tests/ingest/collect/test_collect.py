"""Collecting from a server that misbehaves in every way we know."""

import datetime
from dataclasses import replace

import pytest

from flows.ingest.collect.collect import collect
from flows.ingest.collect.sources import Source, SourcesError, read_sources
from flows.ingest.forms import form_of, read_record
from flows.ingest.provenance import provenance_of
from flows.ingest.raw_article import RawArticle
from flows.ingest.raw_files import find_raw_files
from tests.ingest.collect.odd_server import POLITE
from tests.ingest.sample_inputs import PAGE, PARAGRAPHS, TITLE

NOW = datetime.datetime(2025, 11, 3, 12, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=1)


def feed_of(server, count=1, content=""):
    items = "".join(
        f"<item><title>{TITLE}</title><link>{server.url(f'/page/{n}')}</link><pubDate>Mon, 03 Nov 2025 09:30:00 +0200</pubDate>"
        f"<description>{PARAGRAPHS[0]}{content}</description></item>"
        for n in range(count)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Lark Herald</title>{items}</channel></rss>'.encode()


def articles_in(raw):
    found = []
    for file in find_raw_files(raw):
        for cut in form_of(file.path).records(file.path, file.raw_path, provenance_of(raw, file.path)):
            answer = cut[1] if isinstance(cut, tuple) else read_record(cut)
            found.append((cut[0] if isinstance(cut, tuple) else cut, answer))
    return found


def test_a_feed_is_kept_as_received_and_asked_for_conditionally(server, pace, tmp_path):
    body = feed_of(server)
    server.answers["/feed"] = lambda handler, _: (
        (304, {}, b"") if handler.headers.get("If-None-Match") == '"v1"' else (200, {"ETag": '"v1"', "Last-Modified": "Mon, 03 Nov 2025 10:00:00 GMT"}, body)
    )
    source = Source("herald", server.url("/feed"), outlet="Lark Herald", rights_basis="permission")
    (first,) = collect([source], POLITE, tmp_path, pace, NOW)
    assert (first.outcome, first.files, first.failures) == ("collected", 1, ())
    ((record, article),) = articles_in(tmp_path)
    assert article.title == TITLE
    assert record.provenance.outlet == "Lark Herald"
    assert record.provenance.rights_basis == "permission"
    assert next(tmp_path.rglob("feed.xml")).read_bytes() == body
    assert [one.outcome for one in collect([source], POLITE, tmp_path, pace, NOW)] == ["not_due"]
    assert [one.outcome for one in collect([source], POLITE, tmp_path, pace, LATER)] == ["unchanged"]
    assert server.headers["/feed"]["If-Modified-Since"] == "Mon, 03 Nov 2025 10:00:00 GMT"
    assert "desk@herald.example" in server.headers["/feed"]["User-Agent"]
    assert len(articles_in(tmp_path)) == 1


def test_the_same_body_without_etag_is_not_kept_twice(server, pace, tmp_path):
    server.answers["/feed"] = (200, {}, feed_of(server))
    source = Source("herald", server.url("/feed"))
    outcomes = [collect([source], POLITE, tmp_path, pace, when)[0].outcome for when in (NOW, LATER)]
    assert outcomes == ["collected", "unchanged"]


def test_pages_behind_summaries_are_fetched_once(server, pace, tmp_path):
    server.answers["/feed"] = lambda handler, count: (200, {}, feed_of(server, count + 1))
    for number in range(3):
        server.answers[f"/page/{number}"] = (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode())
    source = Source("herald", server.url("/feed"), pages="summary", outlet="Lark Herald")
    assert [collect([source], POLITE, tmp_path, pace, when)[0].pages for when in (NOW, LATER)] == [2, 1]
    assert [server.asked[f"/page/{number}"] for number in range(3)] == [1, 1, 1]
    pages = [(record, answer) for record, answer in articles_in(tmp_path) if record.form == "page"]
    assert {record.provenance.url for record, _ in pages} == {server.url(f"/page/{number}") for number in range(3)}
    assert all(isinstance(answer, RawArticle) and answer.published.startswith("Mon, 03 Nov 2025") for _, answer in pages)


def test_pages_of_whole_entries_are_left_alone(server, pace, tmp_path):
    whole = f"<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>{'Words of it. ' * 200}</content:encoded>"
    server.answers["/feed"] = (200, {}, feed_of(server).replace(b"</item>", whole.encode() + b"</item>"))
    assert collect([Source("herald", server.url("/feed"), pages="summary")], POLITE, tmp_path, pace, NOW)[0].pages == 0


def test_news_sitemaps_give_pages_with_their_day(server, pace, tmp_path):
    entry = (
        f"<url><loc>{server.url('/page/1')}</loc><n:news><n:publication><n:name>Lark Herald</n:name></n:publication>"
        "<n:publication_date>2025-11-02</n:publication_date><n:title>Mill</n:title></n:news></url>"
    )
    names = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
    server.answers["/index.xml"] = (200, {}, f"<sitemapindex {names}><sitemap><loc>{server.url('/news.xml')}</loc></sitemap></sitemapindex>".encode())
    server.answers["/news.xml"] = (200, {}, f"<urlset {names}>{entry}</urlset>".encode())
    server.answers["/page/1"] = (200, {"Content-Type": "text/html"}, PAGE.encode())
    (done,) = collect([Source("map", server.url("/index.xml"), kind="sitemap", pages="always")], POLITE, tmp_path, pace, NOW)
    assert done.pages == 1
    ((_, article),) = articles_in(tmp_path)
    assert (article.published, article.outlet) == ("2025-11-02", "Lark Herald")


def test_robots_txt_is_obeyed(server, pace, slept, tmp_path):
    server.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /page/\nCrawl-delay: 9\n")
    server.answers["/feed"] = (200, {}, feed_of(server))
    server.answers["/page/0"] = (200, {}, PAGE.encode())
    (done,) = collect([Source("herald", server.url("/feed"), pages="always")], POLITE, tmp_path, pace, NOW)
    assert [failure.reason for failure in done.failures] == ["robots"]
    assert server.asked["/page/0"] == 0
    assert server.asked["/robots.txt"] == 1


def test_a_host_whose_robots_txt_fails_is_left_alone(server, pace, tmp_path):
    server.answers["/robots.txt"] = (500, {}, b"")
    server.answers["/feed"] = (200, {}, feed_of(server))
    (done,) = collect([Source("herald", server.url("/feed"))], POLITE, tmp_path, pace, NOW)
    assert (done.outcome, server.asked["/feed"]) == ("failed", 0)


def test_feeds_toml(tmp_path):
    path = tmp_path / "feeds.toml"
    path.write_text('[collect]\ncontact = "mailto:desk@herald.example"\n[[source]]\nname = "herald"\nurl = "https://herald.example/rss"\ninterval_minutes = 5\n')
    politeness, (source,) = read_sources(path)
    assert (politeness.contact, source.interval_minutes) == ("mailto:desk@herald.example", 5)
    for wrong in (
        "[collect]\n", '[collect]\ncontact = ""\n', '[collect]\ncontact = "x"\nspeed = 9\n',
        '[collect]\ncontact = "x"\n[[source]]\nname = "../up"\nurl = "https://herald.example"\n',
        '[collect]\ncontact = "x"\n[[source]]\nname = "a"\nurl = "file:///etc/passwd"\n',
        '[collect]\ncontact = "x"\n[[source]]\nname = "a"\n', "not toml [",
    ):  # fmt: skip
        path.write_text(wrong)
        with pytest.raises(SourcesError):
            read_sources(path)


def test_a_page_that_failed_is_asked_for_again_though_the_feed_is_unchanged(server, pace, tmp_path):
    server.answers["/feed"] = (200, {}, feed_of(server, 2))
    server.answers["/page/0"] = lambda handler, count: (503, {}, b"") if count <= POLITE.attempts else (200, {}, PAGE.encode())
    server.answers["/page/1"] = (404, {}, b"")
    source = Source("herald", server.url("/feed"), pages="always", interval_minutes=0)
    done = [collect([source], POLITE, tmp_path, pace, when)[0] for when in (NOW, LATER, LATER)]
    assert [(one.outcome, one.pages, len(one.failures)) for one in done] == [("collected", 0, 2), ("collected", 1, 0), ("unchanged", 0, 0)]
    assert (server.asked["/page/0"], server.asked["/page/1"]) == (POLITE.attempts + 1, 1)


def test_a_page_that_never_comes_is_given_up(server, pace, tmp_path):
    server.answers["/feed"] = (200, {}, feed_of(server))
    server.answers["/page/0"] = (500, {}, b"")
    source = Source("herald", server.url("/feed"), pages="always", interval_minutes=0)
    failures = [len(collect([source], replace(POLITE, attempts=1), tmp_path, pace, NOW)[0].failures) for _ in range(7)]
    assert failures == [1, 1, 1, 1, 1, 0, 0]


def test_pages_for_which_there_was_no_room_come_with_the_next_collect(server, pace, tmp_path):
    server.answers["/feed"] = (200, {}, feed_of(server, 5))
    for number in range(5):
        server.answers[f"/page/{number}"] = (200, {}, PAGE.encode())
    source = Source("herald", server.url("/feed"), pages="always", interval_minutes=0, max_pages=2)
    assert [collect([source], POLITE, tmp_path, pace, NOW)[0].pages for _ in range(4)] == [2, 2, 1, 0]


def test_secrets_in_an_address_are_used_and_kept_nowhere(server, pace, tmp_path, monkeypatch, caplog):
    monkeypatch.setenv("HERALD_PASSWORD", "hunter2")
    monkeypatch.setenv("HERALD_TOKEN", "s3cr3t")
    feeds = tmp_path / "feeds.toml"
    address = server.url("/feed?key=${HERALD_TOKEN}").replace("//", "//desk:${HERALD_PASSWORD}@")
    gone = server.url("/gone?key=${HERALD_TOKEN}").replace("//", "//desk:${HERALD_PASSWORD}@")
    feeds.write_text(
        '[collect]\ncontact = "mailto:desk@herald.example"\nallowed_private_hosts = ["127.0.0.1"]\n'
        f'[[source]]\nname = "herald"\nurl = "{address}"\n[[source]]\nname = "gone"\nurl = "{gone}"\n'
    )
    politeness, sources = read_sources(feeds)
    server.answers["/feed?key=s3cr3t"] = (200, {}, feed_of(server))
    server.answers["/gone?key=s3cr3t"] = (302, {"Location": "ftp://desk:hunter2@herald.example/s3cr3t"}, b"")
    with caplog.at_level("DEBUG", logger="httpx"):
        done = collect(sources, politeness, tmp_path / "raw", pace, NOW)
    assert [one.outcome for one in done] == ["collected", "failed"]
    assert server.headers["/feed?key=s3cr3t"]["Authorization"].startswith("Basic ")
    kept = b"".join(path.read_bytes() for path in (tmp_path / "raw").rglob("*") if path.is_file())
    for told in (kept.decode(), repr(done), repr(sources), caplog.text):
        assert "hunter2" not in told and "s3cr3t" not in told
    monkeypatch.delenv("HERALD_TOKEN")
    with pytest.raises(SourcesError, match="HERALD_TOKEN"):
        read_sources(feeds)
