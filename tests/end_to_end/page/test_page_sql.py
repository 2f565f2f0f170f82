"""The page's SQL box: the numbers of DuckDB on the files, permalinks, CSV, and no way out to another host."""

import csv
import json
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, expect

from flows.publish.page import BUNDLE_DIR
from tests.end_to_end.page.browser import Served, Visit, answer, ask, served, sql_address, visit, with_engine
from tests.publish.release_with_page import RELEASE

QUESTIONS = json.loads((BUNDLE_DIR.parent / "src" / "saved_questions.json").read_text(encoding="utf-8"))


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
def test_a_saved_question_is_asked_by_one_click(tab: Visit, release: Path):
    tab.see("#/sql")
    tab.page.get_by_role("button", name=QUESTIONS[0]["en"]).click()
    assert answer(tab) == in_duckdb(release, QUESTIONS[0]["sql"])
    assert "sql=" in tab.page.url and RELEASE in tab.page.url


@with_engine
def test_an_answer_in_time_is_drawn_with_a_row_for_each_name(asking: Visit):
    ask(asking, "SELECT * FROM (VALUES ('2025-01', 'a', 1), ('2025-03', 'a', 3), ('2025-03', 'b', 2)) t(month, outlet, n)")
    drawn = asking.page.locator("#answer .drawing svg")
    assert drawn.locator(".label").count() == 2
    assert drawn.get_attribute("aria-label") == "Chart: a: 2025-01 1, 2025-02 0, 2025-03 3; b: 2025-01 0, 2025-02 0, 2025-03 2"


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
