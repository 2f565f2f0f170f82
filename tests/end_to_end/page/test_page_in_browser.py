"""The page in a real Chromium: it draws, asks nobody else, shows what the Parquet files hold, and treats data as data."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
from playwright.sync_api import Browser, expect

from tests.end_to_end.page.browser import (
    ENGINE_MISSING,
    ROOT,
    VIEWS,
    Served,
    Visit,
    answer,
    article_ids,
    served,
    sql_address,
    visit,
    with_chain,
)
from tests.publish.release_with_page import HOSTILE_OUTLET, HOSTILE_TITLE, RELEASE


def test_every_view_is_drawn_without_complaint(tab: Visit, release: Path):
    for view in (*VIEWS, "#/article/" + with_chain(release, "text IS NOT NULL")):
        tab.see(view)
        assert tab.page.locator("main .notice[role=alert]").count() == 0, view
    assert tab.complaints == []


def test_a_folder_of_the_release_leads_to_the_page(tab: Visit, site: Served):
    tab.page.goto(f"{site.address}/{RELEASE}/")
    tab.wait()
    assert tab.page.url == tab.home


def test_release_page_serves_the_latest_release(tab: Visit, release: Path):
    command = [sys.executable, "-m", "flows.cli", "release", "page", "--releases", str(release.parent), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        try:
            address = running.stdout.readline().strip()
            assert address.endswith(f"/{RELEASE}/page/")
            tab.page.goto(address)
            tab.wait()
            expect(tab.page.get_by_role("heading", level=1)).to_have_text("Overview")
        finally:
            running.terminate()


def test_titles_and_names_from_articles_are_text_never_markup(tab: Visit, release: Path):
    for article_id in article_ids(release, "outlet_id = 'hostile-example'")[:3]:
        tab.see(f"#/article/{article_id}")
        assert tab.page.locator("h1").inner_text() == HOSTILE_TITLE
        assert tab.page.locator("main img, main script").count() == 0
    tab.see("#/outlet/hostile-example")
    assert tab.page.locator("h1").inner_text() == HOSTILE_OUTLET
    for view in VIEWS:
        tab.see(view)
        assert tab.page.title() != "owned"
    assert tab.complaints == []


def test_marks_stand_on_the_words_that_offsets_name(tab: Visit, release: Path):
    """Before the first citation of the Ukrainian texts stands a character of two UTF-16 units."""
    article_id = with_chain(release, "text IS NOT NULL AND language = 'uk'")
    words = duckdb.sql(f"SELECT source_as_given FROM read_parquet('{release}/data/citations/*.parquet') WHERE article_id = '{article_id}' ORDER BY position").fetchall()
    tab.see(f"#/article/{article_id}")
    marks = tab.page.locator(".article-text .mark:is(.role-immediate, .role-upstream)")
    assert [m.evaluate("e => e.firstChild.data") for m in marks.all()] == [w[0] for w in words]
    whole = tab.page.locator(".article-text").evaluate("e => { const c = e.cloneNode(true); c.querySelectorAll('.visually-hidden').forEach(h => h.remove()); return c.textContent; }")
    assert whole == duckdb.sql(f"SELECT text FROM read_parquet('{release}/data/articles/*.parquet') WHERE article_id = '{article_id}'").fetchall()[0][0]
    marks.first.click()
    row = tab.page.locator("tr:focus")
    expect(row).to_contain_text("citations.immediate")
    expect(row).to_contain_text("повідомляє")


def test_withheld_texts_are_shown_as_places(tab: Visit, release: Path):
    article_id = with_chain(release, "text IS NULL")
    names = duckdb.sql(f"SELECT source_name FROM read_parquet('{release}/data/citations/*.parquet') WHERE article_id = '{article_id}'").fetchall()
    tab.see("#/article/" + article_id)
    assert tab.page.locator(".article-text").count() == 0
    for (name,) in names:
        expect(tab.page.get_by_role("region", name="The text, with what was read from it")).to_contain_text(name)


def test_the_chain_is_told_hop_by_hop(tab: Visit, release: Path):
    tab.see("#/article/" + with_chain(release, "language = 'ru'"))
    figure = tab.page.locator("figure", has_text="The citation chain")
    figure.get_by_text("The same as a table").click()
    assert [r.locator("td").all_inner_texts() for r in figure.locator("tbody tr").all()] == [
        ["1", "Khvylia Press", "immediate: what the article has this from", "this article"],
        ["2", "River Service", "upstream: what that source had it from", "Khvylia Press"],
    ]


def test_a_story_shows_who_else_carries_it_and_where_it_starts(tab: Visit, release: Path):
    cluster, count, summary = duckdb.sql(f"SELECT cluster_id, article_count, summary FROM '{release}/data/corroboration.parquet' ORDER BY article_count DESC, cluster_id").fetchall()[0]
    members = duckdb.sql(f"SELECT article_id FROM '{release}/data/cluster_members.parquet' WHERE cluster_id = '{cluster}'").fetchall()
    tab.see(f"#/article/{cluster}")
    story = tab.page.locator("section.story")
    expect(story).to_contain_text(summary)
    assert story.locator("tbody tr").count() == min(count, 15)
    links = {a.get_attribute("href").rsplit("/", 1)[1] for a in story.locator("td:first-child a").all()}
    assert links < {m for (m,) in members} and cluster not in links


def test_the_calendar_points_at_days_on_which_articles_are_missing(tab: Visit):
    tab.see("#/outlet/harbour-post")
    figure = tab.page.locator("figure", has_text="Days with articles")
    expect(figure.locator("svg .day-quiet")).to_have_count(2)
    expect(figure.locator(".legend")).to_contain_text("nothing, though articles were expected")


def test_articles_are_listed_from_parquet_by_ranges(tab: Visit, site: Served, release: Path):
    site.requests.clear()
    tab.see("#/articles?month=2025-11")
    shown = tab.page.locator("main tbody tr").count()
    assert shown == duckdb.sql(f"SELECT count(*) FROM '{release}/data/articles/2025-11.parquet'").fetchall()[0][0]
    parquet = [(path, ranged) for _, path, ranged in site.requests if path.endswith(".parquet")]
    assert {path.rsplit("/", 2)[1:][-1] for path, _ in parquet} == {"2025-11.parquet"}
    assert all(ranged.startswith("bytes=") for _, ranged in parquet)


def test_an_unknown_article_or_page_is_said_so(tab: Visit):
    tab.see("#/article/" + "0" * 32)
    expect(tab.page.locator(".notice")).to_contain_text("no article with this id")
    tab.see("#/nothing-here")
    expect(tab.page.locator("h1")).to_contain_text("no such page")


def test_downloads_show_size_and_hash_of_every_file(tab: Visit, release: Path):
    tab.see("#/downloads")
    listed = json.loads((release / "manifest.json").read_text())["files"]
    rows = [r.locator("td").all_text_contents() for r in tab.page.locator("tbody tr").all()]
    assert {(r[0], r[3]) for r in rows} == {(f["path"], f["sha256"]) for f in listed}
    articles = [f for f in listed if f["path"].startswith("data/articles/")]
    expect(tab.page.get_by_text(f"data/articles/ (files: {len(articles)}, rows: {sum(f['rows'] for f in articles)}")).to_be_visible()
    expect(tab.page.get_by_role("link", name=articles[0]["path"])).to_have_count(0)


def test_without_the_engine_the_page_says_how_to_get_it(browser: Browser, release: Path, tmp_path: Path):
    shutil.copytree(release, tmp_path / RELEASE, ignore=shutil.ignore_patterns("engine"))
    with served(tmp_path) as site, browser.new_context(locale="en-GB") as context:
        tab = visit(context, f"{site.address}/{RELEASE}/page/")
        for view in VIEWS:
            tab.see(view)
        tab.see(sql_address("SELECT 1 AS one"))
        expect(tab.page.locator("#answer")).to_contain_text("make page-assets", timeout=30_000)
        assert [c for c in tab.complaints if "404" not in c] == []


def test_a_host_without_range_requests_is_enough_for_all_but_large_files(browser: Browser, release: Path):
    with served(release.parent, with_ranges=False) as site, browser.new_context(locale="en-GB") as context:
        tab = visit(context, f"{site.address}/{RELEASE}/page/")
        tab.see("#/article/" + with_chain(release, "text IS NOT NULL"))
        expect(tab.page.locator(".article-text .mark")).not_to_have_count(0)
        tab.see("#/articles")
        assert tab.page.locator("main tbody tr").count() > 0
        if not ENGINE_MISSING:
            tab.see(sql_address("SELECT count(*) AS n FROM articles"))
            assert answer(tab) == [["120"]]
        assert [c for c in tab.complaints if "fall back to full HTTP read" not in c] == []
