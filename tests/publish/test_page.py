"""The page of a release: the same bytes each time, figures that are in the Parquet, no text that may not be shown."""

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from flows.publish import page
from flows.publish.page import write_page
from flows.publish.page_aggregates import matrix, monthly_articles, months_between
from flows.publish.page_engine import add_engine
from flows.publish.release_facts import ReleaseFacts
from flows.publish.verify import verify_release
from tests.publish.release_with_page import HOSTILE_TITLE, RELEASE, build_synthetic_release

SOURCES = page.BUNDLE_DIR.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ReleaseFacts]:
    return build_synthetic_release(tmp_path_factory.mktemp("page"))


@pytest.fixture
def release(built: tuple[Path, ReleaseFacts], tmp_path: Path) -> Path:
    """A copy of the release, without the engine, to be changed at will."""
    return shutil.copytree(built[0], tmp_path / RELEASE, ignore=shutil.ignore_patterns("engine"))


@pytest.fixture
def facts(built: tuple[Path, ReleaseFacts]) -> ReleaseFacts:
    return built[1]


def read(release: Path, name: str) -> object:
    return json.loads((release / "page" / "data" / name).read_text(encoding="utf-8"))


def hashes(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_writing_again_elsewhere_gives_the_same_bytes(release: Path, facts: ReleaseFacts):
    before = hashes(release)
    (release / "page" / "left-over.json").write_text("{}")
    write_page(release, facts)
    assert hashes(release) == before


def test_totals_are_those_of_the_parquet_files(release: Path):
    totals = read(release, "overview.json")["totals"]
    rows = {name: sum(pq.read_metadata(p).num_rows for p in (release / "data" / name).iterdir()) for name in ("articles", "citations", "date_expressions")}
    assert {name: totals[name] for name in rows} == rows
    assert totals["outlets"] == 8
    assert totals["undated"] == pq.read_metadata(release / "data" / "articles" / "undated.parquet").num_rows


def test_every_article_is_found_through_the_index(release: Path):
    partitions = read(release, "release.json")["partitions"]
    index = read(release, "articles/all.json")
    for partition_number, partition in enumerate(partitions):
        ids = pq.read_table(release / partition["file"], columns=["article_id"]).column("article_id").to_pylist()
        assert [index.pop(article_id) for article_id in ids] == [[partition_number, row] for row in range(len(ids))]
    assert index == {}


def test_large_releases_are_cut_into_many_small_indexes(release: Path, facts: ReleaseFacts, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(page, "ARTICLES_PER_INDEX_SHARD", 2)
    monkeypatch.setattr(page, "OUTLETS_PER_SHARD", 3)
    write_page(release, facts)
    digits = read(release, "release.json")["article_index_digits"]
    shards = {p.stem: json.loads(p.read_text()) for p in (release / "page" / "data" / "articles").iterdir()}
    assert digits == 2
    assert all(article_id.startswith(prefix) for prefix, entries in shards.items() for article_id in entries)
    assert sum(len(s) for s in shards.values()) == 120
    assert {o["outlet_id"]: o["shard"] for o in read(release, "outlets.json")} == {
        outlet_id: int(p.stem) for p in (release / "page" / "data" / "outlets").iterdir() for outlet_id in json.loads(p.read_text())
    }


def test_months_are_whole_and_add_up(release: Path):
    months = read(release, "overview.json")["months"]
    assert (months["months"][0], months["months"][-1], len(months["months"])) == ("2023-04", "2025-11", 32)
    counted = duckdb.sql(f"SELECT count(*) FROM read_parquet('{release}/data/articles/*.parquet') WHERE published_earliest IS NOT NULL").fetchall()[0][0]
    assert sum(sum(s["articles"]) for s in months["series"]) == counted


def test_months_without_articles_are_not_left_out():
    assert months_between(["2024-11", "2025-02"]) == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert len(months_between(["1999-01", "2025-02"])) == 36


def test_who_cites_whom_is_the_same_from_both_sides(release: Path):
    pages = {o: p for shard in (release / "page" / "data" / "outlets").iterdir() for o, p in json.loads(shard.read_text()).items()}
    cites = {(o, c["source_id"], c["articles"]) for o, p in pages.items() for c in p["cites"] if c["source_id"] in pages}
    cited = {(c["outlet_id"], o, c["articles"]) for o, p in pages.items() for c in p["cited_by"]}
    assert cites == cited
    assert cites


def test_the_calendar_has_what_was_expected_where_that_is_known(release: Path):
    pages = read(release, "outlets/0.json")
    days = {d["day"]: d for d in pages["harbour-post"]["days"]}
    assert len(days) == 40
    assert days["2025-11-19"] == {"day": "2025-11-19", "articles": 0, "expected": 1.0, "status": "quiet"}
    assert {(d["expected"], d["status"]) for d in pages["visnyk-stepu"]["days"]} == {(None, None)}


def test_withheld_texts_are_nowhere_in_the_page(release: Path):
    withheld = duckdb.sql(f"SELECT article_id FROM read_parquet('{release}/data/articles/*.parquet') WHERE text IS NULL").fetchall()
    written = "".join(p.read_text(encoding="utf-8") for p in (release / "page" / "data").rglob("*.json"))
    assert withheld
    assert "crossing moves" not in written
    assert "відклали" not in written


def test_hostile_titles_stay_inside_json_strings(release: Path):
    latest = [a for p in read(release, "outlets/0.json").values() for a in p["latest"]]
    assert HOSTILE_TITLE in {a["title"] for a in latest}


def test_tables_that_a_release_lacks_leave_their_figures_empty(release: Path, facts: ReleaseFacts):
    write_page(release, replace(facts, files=tuple(f for f in facts.files if f.table == "articles")))
    overview = read(release, "overview.json")
    assert overview["totals"]["articles"] == 120
    assert overview["shares"] == overview["stories"] == []


def test_the_dictionary_has_every_table_with_rows_and_fill_rates(release: Path, facts: ReleaseFacts):
    described = {d["name"]: d for d in read(release, "dictionary.json")}
    assert set(described) == {t.name for t in facts.tables}
    assert described["articles"]["rows"] == 120
    filled = {c["name"]: c["filled"] for c in described["articles"]["columns"]}
    assert filled["article_id"] == 1
    assert 0 < filled["text"] < 1


def fake_engine(folder: Path, release: Path) -> dict[str, str]:
    """Files for an engine, and the page pinned to them; returns their text by name."""
    files = {"engine.wasm": "bytes of an engine", "engine.js": "its worker"}
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    pins = [{"name": n, "bytes": len(t), "sha256": hashlib.sha256(t.encode()).hexdigest()} for n, t in files.items()]
    (release / "page" / "engine.json").write_text(json.dumps({"files": pins}))
    return files


def test_the_engine_is_taken_only_with_the_pinned_bytes(release: Path, tmp_path: Path):
    files = fake_engine(tmp_path / "engine", release)
    assert add_engine(release, tmp_path / "engine")
    assert {p.name: p.read_text() for p in (release / "page" / "engine").iterdir()} == files
    assert add_engine(release, tmp_path / "nowhere"), "what is in the page already is enough"
    (tmp_path / "engine" / "engine.js").write_text("its worker, changed")
    shutil.rmtree(release / "page" / "engine")
    assert not add_engine(release, tmp_path / "engine")
    assert not (release / "page" / "engine").exists()


def test_the_engine_is_not_in_the_manifest_and_yet_verified(release: Path, built: tuple[Path, ReleaseFacts]):
    listed = {f["path"] for f in json.loads((release / "manifest.json").read_text())["files"]}
    assert "page/index.html" in listed
    assert not any(path.startswith("page/engine/") for path in listed)
    assert verify_release(str(release)).problems == ()
    (release / "page" / "engine").mkdir()
    (release / "page" / "engine" / "duckdb-eh.wasm").write_text("something else")
    assert verify_release(str(release)).problems == ("page/engine/duckdb-eh.wasm: not the file that page/engine.json pins",)
    assert verify_release(str(built[0])).problems == ()


def test_saved_questions_run_on_the_files(release: Path):
    questions = json.loads((SOURCES / "src" / "saved_questions.json").read_text(encoding="utf-8"))
    con = duckdb.connect()
    for table, there in read(release, "release.json")["tables"].items():
        con.sql(f"CREATE VIEW {table} AS FROM read_parquet({[str(release / f) for f in there['files']]})")
    for question in questions:
        assert question["en"] and question["uk"]
        assert con.sql(question["sql"]).fetchall(), question["en"]


def test_the_committed_bundle_is_what_the_sources_give(tmp_path: Path):
    if not (SOURCES / "node_modules" / "esbuild").is_dir() or shutil.which("node") is None:
        pytest.skip("rebuilding the page's bundle needs Node and `make page-assets`")
    subprocess.run(["node", "build.mjs", str(tmp_path / "bundle")], cwd=SOURCES, check=True)
    assert hashes(tmp_path / "bundle") == hashes(page.BUNDLE_DIR)


def test_outlets_of_the_past_are_not_drawn_without_an_article(tmp_path: Path):
    rows = [("old-herald", "2019-05-01")] * 40 + [(f"outlet-{i:02}", "2025-11-01") for i in range(20)] + [(None, "2025-10-01")]
    with duckdb.connect() as con:
        con.execute("CREATE TABLE dated AS SELECT NULL::VARCHAR AS outlet_id, NULL::VARCHAR AS month LIMIT 0")
        con.executemany("INSERT INTO dated VALUES (?, ?)", [(outlet, day[:7]) for outlet, day in rows])
        shown = monthly_articles(con)
    assert shown["months"][-1] == "2025-11" and len(shown["months"]) == 36
    assert all(sum(s["articles"]) for s in shown["series"])
    assert "old-herald" not in [s["outlet_id"] for s in shown["series"]]
    assert sum(sum(s["articles"]) for s in shown["series"]) == 21


def test_no_row_and_no_column_of_who_cites_whom_is_empty():
    # one outlet cites forty sources that nobody else does; three share a source each
    edges = [("loner", f"person-{i:02}", 5) for i in range(40)] + [(o, s, 1) for o in ("a", "b", "c") for s in ("agency", "ministry")]
    with duckdb.connect() as con:
        con.execute("CREATE TABLE edges (outlet_id VARCHAR, source_key VARCHAR, source_id VARCHAR, source_name VARCHAR, source_kind VARCHAR, articles BIGINT)")
        con.executemany("INSERT INTO edges VALUES (?, ?, ?, ?, 'agency', ?)", [(o, s, s, s, n) for o, s, n in edges])
        shown = matrix(con)
    assert [s["key"] for s in shown["sources"]][:2] == ["agency", "ministry"]
    assert set(shown["outlets"]) == {"a", "b", "c", "loner"}
    assert all(map(sum, shown["articles"])) and all(map(sum, zip(*shown["articles"], strict=True)))
