"""The main job on our own sample articles, looked at as users do: commands, and DuckDB on the Parquet files."""

import hashlib
import json
from pathlib import Path

import duckdb
import pytest

from flows.normalize.batch import BATCH_TABLES
from schemas.dataset import TABLES
from tests.end_to_end.conftest import ROOT, dateline

SEEDS = ROOT.parent / "shared" / "seeds"


def rows(processed: Path, sql: str) -> list[tuple]:
    """The rows of plain DuckDB over the files, `{table}` standing for a table's files."""
    names = {t.name: f"read_parquet('{processed}/{t.name}/*.parquet')" for t in TABLES}
    with duckdb.connect() as connection:
        return connection.execute(sql.format(**names)).fetchall()


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*.*"))
        if p.is_file()
    }


def test_nothing_is_lost(sample):
    processed, said = sample
    counts = said["outcomes"]
    assert counts["raw"] == counts["accepted"] + counts["duplicate"] + counts["rejected"]
    assert counts == {"raw": 72, "accepted": 68, "duplicate": 1, "rejected": 3}
    ledger = dict(rows(processed, "SELECT outcome, count(*) FROM {raw_articles} GROUP BY 1"))
    assert ledger == {"accepted": 68, "duplicate": 1, "rejected": 3}
    assert rows(processed, "SELECT count(*) FROM {articles}") == [(68,)]


def test_what_must_be_rejected_is_rejected_with_its_reason(sample):
    processed, _ = sample
    assert rows(processed, "SELECT raw_path, reason FROM {rejected_articles} ORDER BY raw_path") == [
        ("sample/broken/empty.txt", "empty"),
        ("sample/broken/lines.jsonl#2", "invalid_json"),
        ("sample/broken/picture.txt", "binary"),
    ]


def test_encodings_are_told_apart_and_recorded(sample):
    processed, _ = sample
    found = dict(rows(processed, "SELECT raw_path, encoding FROM {raw_articles} WHERE raw_path LIKE 'sample/encodings/%'"))
    assert {Path(k).stem: v for k, v in found.items()} == {
        "koi8_r": "koi8-r", "koi8_u": "koi8-u", "mislabelled": "windows-1251", "utf_16": "utf-16",
        "utf_8_bom": "utf-8", "windows_1251": "windows-1251",
    }


def test_languages_of_the_samples(sample):
    processed, _ = sample
    found = rows(
        processed,
        "SELECT split_part(raw_path, '/', 2) AS folder, a.language FROM {raw_articles} r JOIN {articles} a USING (article_id) "
        "WHERE folder IN ('uk', 'ru', 'en', 'ja', 'de') AND r.outcome = 'accepted' GROUP BY ALL ORDER BY 1",
    )
    assert found == [("de", "de"), ("en", "en"), ("ja", "ja"), ("ru", "ru"), ("uk", "uk")]


@pytest.mark.parametrize("table", BATCH_TABLES, ids=lambda t: t.name)
def test_every_declared_column_has_a_producer(sample, table):
    processed, _ = sample
    produced = [r[0] for r in rows(processed, f"DESCRIBE SELECT * FROM {{{table.name}}}")]
    assert produced == [c.name for c in table.columns]
    filled = ", ".join(f'count("{c.name}")' for c in table.columns)
    (counts,) = rows(processed, f"SELECT {filled} FROM {{{table.name}}}")
    empty = {c.name for c, n in zip(table.columns, counts, strict=True) if n == 0}
    assert empty <= {"cluster_id"}, f"nothing writes {empty}"


@pytest.mark.parametrize("table", [t for t in BATCH_TABLES if t.span], ids=lambda t: t.name)
def test_every_span_is_the_words_as_given(sample, table):
    processed, _ = sample
    s = table.span
    checked, wrong = rows(
        processed,
        f"SELECT count(*), count(*) FILTER (WHERE substring(a.text, {s.start} + 1, {s.end} - {s.start}) <> {s.as_given}) "
        f"FROM {{{table.name}}} JOIN {{articles}} a USING (article_id) WHERE {s.start} IS NOT NULL",
    )[0]
    assert checked > 0
    assert wrong == 0


def test_every_normalized_value_has_evidence(sample):
    processed, _ = sample
    for column in ("outlet_id", "title", "language", "url", "byline", "dateline_place", "rights_basis"):
        without = rows(
            processed,
            f"SELECT a.article_id FROM {{articles}} a ANTI JOIN {{evidence}} e ON e.article_id = a.article_id "
            f"AND e.\"column\" = '{column}' WHERE a.{column} IS NOT NULL",
        )
        assert without == [], column
    for table in ("citations", "date_expressions"):
        without = rows(
            processed,
            f"SELECT t.article_id FROM {{{table}}} t ANTI JOIN {{evidence}} e ON e.article_id = t.article_id "
            f"AND e.\"column\" = '{table}[' || t.position || ']'",
        )
        assert without == [], table


def test_undated_articles_get_no_day(sample):
    processed, _ = sample
    found = rows(
        processed,
        "SELECT a.published_precision, a.published_earliest = a.published_latest, a.published_at FROM {articles} a "
        "JOIN {raw_articles} r USING (article_id) WHERE r.raw_path = 'sample/ru/04_no_title.txt'",
    )
    assert found == [("interval", None, None)] or found == [("none", None, None)]


def test_a_second_run_finds_nothing_new_and_changes_no_byte(sample):
    processed, _ = sample
    before = bytes_of(processed)
    done = dateline("run", "--direct", "--raw", str(ROOT / "data" / "raw"), "--processed", str(processed))
    assert "Nothing new" in done.stdout
    assert bytes_of(processed) == before


def test_the_same_raw_input_gives_the_same_bytes(sample, tmp_path):
    processed, said = sample
    dateline("run", "--direct", "--workers", "1", "--raw", str(ROOT / "data" / "raw"), "--processed", str(tmp_path / "again"))
    for table in BATCH_TABLES:
        names = [p.name for p in sorted((processed / table.name).glob("*.parquet"))]
        assert names == [f"{b}.parquet" for b in sorted(said["batches"])]
        for name in names:
            assert (processed / table.name / name).read_bytes() == (tmp_path / "again" / table.name / name).read_bytes(), table.name


def test_the_report_needs_nothing_from_elsewhere(sample):
    _, said = sample
    page = Path(said["report"]).read_text(encoding="utf-8")
    assert "all hold" in page
    assert "://" not in page and "src=" not in page


def test_query_prints_what_programs_can_read(sample):
    processed, _ = sample
    sql = "SELECT count(*) AS articles FROM articles"
    assert json.loads(dateline("query", "--processed", str(processed), "--format", "json", sql).stdout) == [{"articles": 68}]
    assert dateline("query", "--processed", str(processed), "--format", "csv", sql).stdout.split() == ['"articles"', "68"]
    assert "68" in dateline("query", "--processed", str(processed), sql).stdout


def test_a_wrong_query_says_what_there_is(sample):
    processed, _ = sample
    done = dateline("query", "--processed", str(processed), "SELECT outlet FROM articles", check=False)
    assert done.returncode == 1
    assert "LINE 1" in done.stderr and "outlet_id" in done.stderr


def test_explain_shows_each_value_with_its_words_in_context(sample):
    processed, _ = sample
    ((article_id,),) = rows(processed, "SELECT article_id FROM {raw_articles} WHERE raw_path = 'sample/uk/01_borscht.txt'")
    said = dateline("explain", article_id[:12], "--processed", str(processed)).stdout
    assert "outlet_id = sample-vyhadana-pravda" in said
    assert "⟦" in said and "Вигадана Правда" in said
    only = dateline("explain", article_id, "language", "--processed", str(processed), "--format", "json").stdout
    assert {e["column"] for e in json.loads(only)["evidence"]} == {"language"}


def test_an_unknown_article_is_said_to_be_unknown(sample):
    processed, _ = sample
    done = dateline("explain", "feedfeed", "--processed", str(processed), check=False)
    assert done.returncode == 1
    assert "no article has the id feedfeed" in done.stderr and "SELECT article_id" in done.stderr


def test_rejected_lists_reasons(sample):
    processed, _ = sample
    said = dateline("rejected", "list", "--processed", str(processed), "--format", "json").stdout
    assert {r["reason"] for r in json.loads(said)} == {"empty", "invalid_json", "binary"}


def test_a_missing_raw_folder_is_a_usage_error(tmp_path):
    done = dateline("run", "--direct", "--raw", str(tmp_path / "none"), "--processed", str(tmp_path / "p"), check=False)
    assert done.returncode == 2
    assert "no such folder" in done.stderr


@pytest.fixture(scope="module")
def seeds(tmp_path_factory) -> dict[str, dict]:
    if not SEEDS.is_dir():
        pytest.skip("the seed articles are not part of the project and are not beside it here; our samples have the same shapes")
    processed = tmp_path_factory.mktemp("seeds") / "processed"
    dateline("run", "--direct", "--raw", str(SEEDS), "--processed", str(processed))
    found = {}
    for path, article_id in rows(processed, "SELECT raw_path, article_id FROM {raw_articles}"):
        (article,) = rows(
            processed,
            "SELECT outlet_id, outlet_as_given, title, language, dateline_place, published_edtf, published_earliest, "
            f"published_latest, published_precision, published_at FROM {{articles}} WHERE article_id = '{article_id}'",
        )
        citations = rows(
            processed,
            "SELECT source_as_given, source_name, role, channel, hop, via_position, is_background, position FROM {citations} "
            f"WHERE article_id = '{article_id}' ORDER BY position",
        )
        dates = rows(
            processed,
            "SELECT as_given, edtf, timex_mod, precision, earliest, latest FROM {date_expressions} "
            f"WHERE article_id = '{article_id}' AND timex_type = 'DATE' ORDER BY position",
        )
        found[path[:3]] = {"article": article, "citations": citations, "dates": dates}
    return found


def test_seed_unn(seeds):
    outlet_id, _, title, language, place, _, earliest, latest, precision, at = seeds["000"]["article"]
    assert (outlet_id, language, place) == ("unn", "ru", "Киев")
    assert title == "Украина готова сотрудничать с Японией в производстве баллистических ракет - Зеленский"
    assert earliest is None and latest is not None and at is None and precision in ("interval", "none")
    assert seeds["000"]["dates"] == []
    by_role = {}
    for c in seeds["000"]["citations"]:
        by_role.setdefault((c[2], c[1], c[3]), c)
    speaker = by_role["speaker", "Volodymyr Zelenskyy", "interview"]
    venue = by_role["venue", "Kyodo News", "interview"]
    own = by_role["self", "Ukrainian National News", None]
    immediate = by_role["immediate", "Volodymyr Zelenskyy", "telegram"]
    assert speaker[0] == "Президент Украины Владимир Зеленский"
    assert immediate[0] == "главы государства"
    assert (own[4], immediate[4]) == (0, 1)
    assert venue[4] > immediate[4]
    by_position = {c[7]: c for c in seeds["000"]["citations"]}
    chain, at_hop = [venue], venue
    while at_hop[5] is not None:
        at_hop = by_position[at_hop[5]]
        chain.append(at_hop)
    assert chain[-1][2] == "self" and immediate in chain


def test_seed_oboz(seeds):
    outlet_id, given, title, language, place, _, earliest, latest, precision, at = seeds["004"]["article"]
    assert (language, title, place) == ("ru", None, None)
    assert given == "OBOZ.UA" and outlet_id.startswith("oboz")
    assert earliest is None and latest is not None and at is None and precision in ("interval", "none")
    citations = seeds["004"]["citations"]
    assert ("immediate", "Volodymyr Zelenskyy", "telegram") in {(c[2], c[1], c[3]) for c in citations}
    assert [c[6] for c in citations if c[2] == "self"] == [True]
    assert {c[0]: c[1] for c in citations if c[2] == "self"} == {"OBOZ.UA": "OBOZ.UA"}
    dates = {d[0]: d for d in seeds["004"]["dates"]}
    assert len(dates) == 2
    (season,) = (d for given, d in dates.items() if "зимой" in given)
    (month,) = (d for given, d in dates.items() if "сентября" in given)
    assert season[1] == "XXXX-24" and season[4:] == (None, None)
    assert month[1] == "XXXX-09-11~/XXXX-09-20~" and month[2] == "MID" and month[4:] == (None, None)
