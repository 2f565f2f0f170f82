"""The page of a release: the same bytes each time, figures that are in the Parquet, no text that may not be shown."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from flows.publish import page
from flows.publish.page import write_page
from flows.publish.page_aggregates import months_between
from flows.publish.page_server import latest_release, page_address
from schemas.dataset import TABLES
from tests.publish.synthetic_release import HOSTILE_TITLE, RELEASE, write_synthetic_release

SOURCES = page.BUNDLE_DIR.parent


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_synthetic_release(tmp_path_factory.mktemp("releases") / RELEASE)
    write(folder)
    return folder


def write(folder: Path, engine_dir: Path = Path("nowhere")) -> bool:
    return write_page(folder, release=RELEASE, schema_version="1.0.0", tables=TABLES, engine_dir=engine_dir)


def read(release: Path, name: str) -> object:
    return json.loads((release / "page" / "data" / name).read_text(encoding="utf-8"))


def hashes(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_same_release_elsewhere_has_the_same_bytes(release: Path, tmp_path: Path):
    other = shutil.copytree(release, tmp_path / "elsewhere" / RELEASE, ignore=shutil.ignore_patterns("page", "index.html"))
    write(other)
    assert hashes(other) == hashes(release)


def test_writing_again_leaves_nothing_of_the_former_page(release: Path):
    before = hashes(release)
    (release / "page" / "left-over.json").write_text("{}")
    write(release)
    assert hashes(release) == before


def test_totals_are_those_of_the_parquet_files(release: Path):
    totals = read(release, "overview.json")["totals"]
    rows = {name: sum(pq.read_metadata(p).num_rows for p in (release / "data" / name).glob("*.parquet")) for name in ("articles", "citations", "date_expressions")}
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


def test_large_releases_are_cut_into_many_small_indexes(release: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(page, "ARTICLES_PER_INDEX_SHARD", 2)
    monkeypatch.setattr(page, "OUTLETS_PER_SHARD", 3)
    other = shutil.copytree(release, tmp_path / RELEASE)
    write(other)
    digits = read(other, "release.json")["article_index_digits"]
    shards = {p.stem: json.loads(p.read_text()) for p in (other / "page" / "data" / "articles").iterdir()}
    assert digits == 2
    assert all(article_id.startswith(prefix) for prefix, entries in shards.items() for article_id in entries)
    assert sum(len(s) for s in shards.values()) == 120
    assert {o["outlet_id"]: o["shard"] for o in read(other, "outlets.json")} == {
        outlet_id: int(p.stem) for p in (other / "page" / "data" / "outlets").iterdir() for outlet_id in json.loads(p.read_text())
    }


def test_months_are_whole_and_add_up(release: Path):
    months = read(release, "overview.json")["months"]
    assert months["months"] == ["2025-08", "2025-09", "2025-10", "2025-11"]
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


def test_withheld_texts_are_nowhere_in_the_page(release: Path):
    withheld = duckdb.sql(f"SELECT article_id FROM read_parquet('{release}/data/articles/*.parquet') WHERE text IS NULL").fetchall()
    written = "".join(p.read_text(encoding="utf-8") for p in (release / "page" / "data").rglob("*.json"))
    assert withheld
    assert "crossing moves" not in written
    assert "відклали" not in written


def test_hostile_titles_stay_inside_json_strings(release: Path):
    latest = [a for p in read(release, "outlets/0.json").values() for a in p["latest"]]
    assert HOSTILE_TITLE in {a["title"] for a in latest}


def test_a_release_without_derived_tables_still_has_a_page(release: Path, tmp_path: Path):
    shutil.copytree(release / "data" / "articles", tmp_path / "data" / "articles")
    write(tmp_path)
    overview = read(tmp_path, "overview.json")
    assert overview["totals"]["articles"] == 120
    assert overview["shares"] == overview["stories"] == []


def test_a_release_without_articles_still_has_a_page(release: Path, tmp_path: Path):
    (tmp_path / "data" / "articles").mkdir(parents=True)
    pq.write_table(pq.read_table(release / "data" / "articles" / "undated.parquet").slice(0, 0), tmp_path / "data" / "articles" / "undated.parquet")
    write(tmp_path)
    assert read(tmp_path, "overview.json")["totals"]["articles"] == 0
    assert [p["rows"] for p in read(tmp_path, "release.json")["partitions"]] == [0]


def test_an_engine_with_other_bytes_is_not_taken(release: Path, tmp_path: Path):
    for name in ("duckdb-eh.wasm", "duckdb-browser-eh.worker.js"):
        (tmp_path / name).write_text("something else")
    assert not write(release, engine_dir=tmp_path)
    assert not (release / "page" / "engine").exists()


def test_every_table_of_the_dictionary_has_its_columns_and_fill_rates(release: Path):
    described = {d["name"]: {c["name"]: c for c in d["columns"]} for d in read(release, "dictionary.json")}
    assert set(described) == {t.name for t in TABLES}
    assert described["articles"]["article_id"]["filled"] == 1
    assert 0 < described["articles"]["text"]["filled"] < 1


def test_saved_questions_run_on_the_files(release: Path):
    questions = json.loads((SOURCES / "src" / "saved_questions.json").read_text(encoding="utf-8"))
    con = duckdb.connect()
    for table in read(release, "release.json")["tables"]:
        path = release / "data" / f"{table}.parquet"
        con.sql(f"CREATE VIEW {table} AS FROM read_parquet('{path if path.exists() else release / 'data' / table / '*.parquet'}')")
    for question in questions:
        assert question["en"] and question["uk"]
        assert con.sql(question["sql"]).fetchall(), question["en"]


def test_the_newest_release_with_a_page_is_shown(release: Path):
    (release.parent / "2025-12-01.10").mkdir(exist_ok=True)
    assert latest_release(release.parent) == RELEASE
    assert page_address(release.parent, 8123) == f"http://127.0.0.1:8123/{RELEASE}/page/"
    assert page_address(release, 8123) is None


def test_the_committed_bundle_is_what_the_sources_give(tmp_path: Path):
    if not (SOURCES / "node_modules" / "esbuild").is_dir() or shutil.which("node") is None:
        pytest.skip("rebuilding the page's bundle needs Node and `make page-assets`")
    subprocess.run(["node", "build.mjs", str(tmp_path / "bundle")], cwd=SOURCES, check=True)
    assert hashes(tmp_path / "bundle") == hashes(page.BUNDLE_DIR)
