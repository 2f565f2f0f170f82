"""The page in a real Chromium: it draws, asks nobody else, answers SQL as DuckDB does, and treats data as data."""

import csv
import json
import re
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from flows.publish.page import BUNDLE_DIR
from flows.publish.page_engine import ENGINE_DIR
from tests.end_to_end.browser import ARGUMENTS, CHROMIUM, Served, Visit, served, visit
from tests.publish.release_with_page import HOSTILE_OUTLET, HOSTILE_TITLE, RELEASE, build_synthetic_release

QUESTIONS = json.loads((BUNDLE_DIR.parent / "src" / "saved_questions.json").read_text(encoding="utf-8"))
ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "page_screenshots"
VIEWS = ("#/", "#/outlets", "#/outlet/harbour-post", "#/articles", "#/downloads", "#/dictionary", "#/sql")
NAMED = re.compile(r".+\. .+")
ENGINE_MISSING = not (ENGINE_DIR / "duckdb-eh.wasm").is_file()

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: `make browser` installs it as root on Debian")
with_engine = pytest.mark.skipif(ENGINE_MISSING, reason="the SQL engine is missing: `make page-assets` fetches it, which needs npm")


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_synthetic_release(tmp_path_factory.mktemp("page"))[0]


@pytest.fixture(scope="module")
def site(release: Path) -> Iterator[Served]:
    with served(release.parent) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser, site: Served) -> Iterator[Visit]:
    with browser.new_context(viewport={"width": 1200, "height": 800}, locale="en-GB") as context:
        yield visit(context, f"{site.address}/{RELEASE}/page/")


def article_ids(release: Path, where: str) -> list[str]:
    sql = f"SELECT article_id FROM read_parquet('{release}/data/articles/*.parquet') WHERE {where} ORDER BY article_id"
    return [row[0] for row in duckdb.sql(sql).fetchall()]


def with_chain(release: Path, where: str) -> str:
    chained = f"article_id IN (SELECT article_id FROM read_parquet('{release}/data/citations/*.parquet') WHERE hop = 2)"
    return article_ids(release, f"{chained} AND {where}")[0]


def sql_address(sql: str, release: str = RELEASE) -> str:
    return "#/sql?" + urlencode({"release": release, "sql": sql})


@pytest.fixture(scope="module")
def asking(browser: Browser, site: Served) -> Iterator[Visit]:
    """A tab whose engine has been started, for questions one after the other."""
    with browser.new_context(viewport={"width": 1200, "height": 800}, locale="en-GB") as context:
        tab = visit(context, f"{site.address}/{RELEASE}/page/")
        tab.see("#/sql")
        yield tab


def ask(tab: Visit, sql: str) -> list[list[str]]:
    """What the page answers to the question typed in."""
    box = tab.page.get_by_label("SQL (DuckDB)")
    box.fill(sql)
    box.press("Control+Enter")
    return answer(tab)


def answer(tab: Visit) -> list[list[str]]:
    """The rows of the answer as the page shows them."""
    tab.page.locator("#answer:not([aria-busy]) table").wait_for(timeout=60_000)
    return [row.locator("td").all_inner_texts() for row in tab.page.locator("#answer tbody tr").all()]


def as_shown(value: object) -> str:
    if value is None:
        return "null"
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def in_duckdb(release: Path, sql: str) -> list[list[str]]:
    con = duckdb.connect()
    for table in json.loads((release / "page" / "data" / "release.json").read_text())["tables"].items():
        name, there = table
        con.sql(f"CREATE VIEW {name} AS FROM read_parquet({[str(release / f) for f in there['files']]})")
    return [[as_shown(v) for v in row] for row in con.sql(sql).fetchall()]


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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "flows.cli", "release", "page", "--releases", str(release.parent), "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        try:
            address = running.stdout.readline().strip()
            assert address == f"http://127.0.0.1:{port}/{RELEASE}/page/"
            wait_for_port(port)
            tab.page.goto(address)
            tab.wait()
            expect(tab.page.get_by_role("heading", level=1)).to_have_text("Overview")
        finally:
            running.terminate()


def wait_for_port(port: int) -> None:
    for _ in range(2000):
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)) == 0:
                return
            select.select([], [], [], 0.01)
    raise AssertionError(f"nobody listens on port {port}")


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
    tab.see("#/article/" + with_chain(release, "text IS NULL"))
    assert tab.page.locator(".article-text").count() == 0
    expect(tab.page.get_by_role("region", name="The text, with what was read from it")).to_contain_text("citations[0]")


def test_the_chain_is_told_hop_by_hop(tab: Visit, release: Path):
    tab.see("#/article/" + with_chain(release, "language = 'ru'"))
    figure = tab.page.locator("figure", has_text="The citation chain")
    figure.get_by_text("The same as a table").click()
    assert [r.locator("td").all_inner_texts() for r in figure.locator("tbody tr").all()] == [
        ["1", "Khvylia Press", "immediate: what the article has this from", "this article"],
        ["2", "River Service", "upstream: what that source had it from", "Khvylia Press"],
    ]


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


@with_engine
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q["en"])
def test_saved_questions_give_the_same_numbers_as_duckdb(asking: Visit, release: Path, question: dict[str, str]):
    assert ask(asking, question["sql"]) == in_duckdb(release, question["sql"])
    assert asking.complaints == []


@with_engine
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*), count(text), min(published_earliest), max(published_earliest) FROM articles",
        "SELECT strftime(received_at, '%Y-%m-%d %H:%M') AS received, count(*) FROM articles GROUP BY 1",
        "SELECT article_id, title, substring(text, char_start + 1, char_end - char_start) = source_as_given AS same FROM articles JOIN citations USING (article_id) WHERE text IS NOT NULL AND position = 0 ORDER BY 1 LIMIT 9",
        "SELECT origins, summary FROM corroboration",
        "SELECT sum(char_end), avg(char_start), sum(CAST(char_end AS HUGEINT)) FROM date_expressions",
    ],
)
def test_values_of_every_type_are_those_of_duckdb(asking: Visit, release: Path, sql: str):
    shown = ask(asking, sql)
    expected = [[{"True": "true", "False": "false"}.get(v, v) for v in row] for row in in_duckdb(release, sql)]
    assert [[v.replace('"', "'").replace(",", ", ") if v.startswith("[") else v for v in row] for row in shown] == expected


@with_engine
def test_a_permalink_brings_question_and_answer_back(tab: Visit, browser: Browser):
    sql = "SELECT language, count(*) AS n FROM articles -- «коментар» & 100 %\nGROUP BY language ORDER BY language"
    tab.see("#/sql")
    tab.page.get_by_label("SQL (DuckDB)").fill(sql)
    tab.page.get_by_label("SQL (DuckDB)").press("Control+Enter")
    rows = answer(tab)
    tab.page.get_by_role("button", name="Copy permalink").click()
    link = tab.page.url
    with browser.new_context(locale="uk-UA") as other:
        again = visit(other, link)
        again.page.goto(link)
        assert answer(again) == rows
        assert again.page.locator("#sql").input_value() == sql
        assert again.complaints == []


def test_a_permalink_to_another_release_says_so_and_is_not_run(tab: Visit):
    tab.see(sql_address("SELECT 1 AS one", release="2024-01-01.1"))
    notice = tab.page.get_by_role("alert")
    expect(notice).to_contain_text("2024-01-01.1")
    assert "2024-01-01.1/page/#/sql" in notice.get_by_role("link").get_attribute("href")
    assert tab.page.locator("#answer").inner_text() == ""


@with_engine
def test_an_answer_is_saved_as_csv(asking: Visit, release: Path):
    sql = "SELECT title, outlet_as_given, published_edtf FROM articles ORDER BY article_id"
    ask(asking, sql)
    with asking.page.expect_download() as download:
        asking.page.get_by_role("button", name="Save as CSV").click()
    with Path(download.value.path()).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["title", "outlet_as_given", "published_edtf"]
    assert rows == [["" if v == "null" else v for v in row] for row in in_duckdb(release, sql)]


@with_engine
def test_sql_reads_ranges_of_the_tables_it_needs(tab: Visit, site: Served):
    site.requests.clear()
    tab.see(sql_address("SELECT count(*) AS n FROM outlet_month"))
    answer(tab)
    assert {path.rsplit("/", 1)[1] for _, path, _ in site.requests if path.endswith(".parquet")} == {"outlet_month.parquet"}


@with_engine
def test_sql_cannot_reach_another_host(tab: Visit, tmp_path: Path):
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    with served(tmp_path) as elsewhere:
        tab.see("#/sql")
        for sql in (f"SELECT * FROM read_csv_auto('{elsewhere.address}/secret.csv')", "LOAD httpfs"):
            tab.page.get_by_label("SQL (DuckDB)").fill(sql)
            tab.page.get_by_role("button", name="Run").click()
            expect(tab.page.locator("#answer:not([aria-busy]) .notice")).to_contain_text("The query failed", timeout=60_000)
        assert elsewhere.requests == []


@with_engine
def test_a_mistake_in_sql_is_told_and_the_next_question_is_answered(asking: Visit):
    asking.page.get_by_label("SQL (DuckDB)").fill("SELECT nothing FROM articles")
    asking.page.get_by_role("button", name="Run").click()
    expect(asking.page.locator("#answer .notice")).to_contain_text("nothing", timeout=60_000)
    assert ask(asking, "SELECT 1 + 1 AS two") == [["2"]]


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


def test_the_keyboard_reaches_everything(tab: Visit):
    tab.see("#/")
    tab.page.keyboard.press("Tab")
    expect(tab.page.get_by_role("link", name="Skip to content")).to_be_focused()
    tab.page.keyboard.press("Enter")
    expect(tab.page.get_by_role("main")).to_be_focused()
    tab.page.get_by_role("link", name="Outlets", exact=True).focus()
    outline = tab.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    tab.page.keyboard.press("Enter")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Outlets")
    expect(tab.page.get_by_role("main")).to_be_focused()
    tab.page.keyboard.press("Tab")
    expect(tab.page.get_by_label("Find an outlet by name")).to_be_focused()
    tab.page.keyboard.type("harbour")
    expect(tab.page.locator("tbody tr")).to_have_count(1)
    assert outline == "solid"


def test_what_is_drawn_has_a_name_and_a_table(tab: Visit):
    for view in ("#/", "#/outlet/harbour-post"):
        tab.see(view)
        for figure in tab.page.locator("figure").all():
            expect(figure.locator("svg").first).to_have_attribute("aria-label", NAMED)
            assert figure.locator("details table").count() == 1
    unnamed = "[...document.querySelectorAll('input, select, textarea, button')].filter(e => !e.labels?.length && !e.textContent.trim() && !e.ariaLabel).length"
    for view in VIEWS:
        tab.see(view)
        assert tab.page.evaluate(unnamed) == 0
        assert tab.page.locator("header, nav, main, footer").count() == 4


def test_language_and_theme_are_chosen_and_kept(tab: Visit):
    tab.see("#/")
    tab.page.locator("#language").select_option("uk")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Огляд")
    expect(tab.page.locator("html")).to_have_attribute("lang", "uk")
    light = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.page.locator("#theme").select_option("dark")
    dark = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.page.reload()
    tab.wait()
    assert tab.page.evaluate("getComputedStyle(document.body).backgroundColor") == dark != light
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Огляд")


OVERLAPPING_LABELS = """() => [...document.querySelectorAll('main svg')].flatMap(svg => {
  const boxes = [...svg.querySelectorAll('text:not([transform])')].map(t => [t.textContent, t.getBoundingClientRect()]);
  const edge = svg.getBoundingClientRect();
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const pairs = boxes.flatMap(([n, a], i) => boxes.slice(i + 1).filter(([, b]) => over(a, b)).map(([m]) => `${n} on ${m}`));
  return [...pairs, ...boxes.filter(([, a]) => a.right > edge.right + 1 || a.left < edge.left - 1).map(([n]) => `${n} is cut`)];
})"""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
FAINT_TEXT = """() => {
  const pen = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = colour => { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = c => rgb(c).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => { for (let n = e; n; n = n.parentElement) { const c = getComputedStyle(n).backgroundColor; if (!/, 0\\)$|transparent/.test(c)) return c; } return 'white'; };
  const behind = e => {
    if (!(e instanceof SVGElement)) return ground(e);
    const at = e.getBoundingClientRect(), x = at.left + at.width / 2, y = at.top + at.height / 2;
    const rects = [...e.ownerSVGElement.querySelectorAll('rect')].filter(r => { const b = r.getBoundingClientRect(); return b.left <= x && x <= b.right && b.top <= y && y <= b.bottom; });
    return rects.length && !e.hasAttribute('transform') ? getComputedStyle(rects.at(-1)).fill : ground(e.ownerSVGElement.parentElement);
  };
  return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getBoundingClientRect().width > 1 && !(e instanceof SVGTitleElement) && !e.disabled).flatMap(e => {
    const style = getComputedStyle(e), ink = light(e instanceof SVGElement ? style.fill : style.color), paper = light(behind(e));
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    return ratio < 4.5 ? [`${e.textContent.slice(0, 30)}: ${ratio.toFixed(2)}`] : [];
  });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1200])
def test_nothing_overlaps_and_everything_is_readable(browser: Browser, site: Served, release: Path, theme: str, width: int):
    PICTURES.mkdir(parents=True, exist_ok=True)
    views = {"overview": "#/", "outlet": "#/outlet/harbour-post", "article": "#/article/" + with_chain(release, "text IS NOT NULL"), "outlets": "#/outlets", "downloads": "#/downloads"}
    locale = "uk-UA" if theme == "dark" else "en-GB"
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, locale=locale) as context:
        tab = visit(context, f"{site.address}/{RELEASE}/page/")
        for name, view in views.items():
            tab.see(view)
            for drawing in tab.page.locator("figure .drawing").all():
                drawing.locator("svg").wait_for()
            assert tab.page.evaluate(TOO_WIDE) <= 0, name
            assert tab.page.evaluate(OVERLAPPING_LABELS) == [], name
            assert tab.page.evaluate(FAINT_TEXT) == [], name
            tab.page.screenshot(path=PICTURES / f"{name}_{theme}_{width}.png", full_page=True)
        assert tab.complaints == []
