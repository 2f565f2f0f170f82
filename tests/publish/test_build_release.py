"""A release is a pure function of the store, whole or not there at all."""

import datetime
import hashlib
import random
import shutil
from dataclasses import replace

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.publish.build_release import ReleaseExistsError, build_release
from flows.publish.gate import GateFailedError
from flows.publish.latest import latest_release, point_latest, release_names

EARLIER = datetime.datetime(2025, 11, 2, 6, 30, tzinfo=datetime.UTC)


def hashes(release) -> dict[str, str]:
    return {p.relative_to(release).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in release.rglob("*") if p.is_file()}


@pytest.fixture
def articles(request):
    sample = request.getfixturevalue("sample")
    repeated = [{**sample[3], "raw_path": "again/3.txt", "received_at": EARLIER}, {**sample[8], "raw_path": "again/8.txt"}]
    return [*({**a, "raw_path": f"made/{i}.txt"} for i, a in enumerate(sample)), *repeated]


def test_same_bytes_in_other_batches_folders_and_numbers_of_workers(make_store, release_options, articles, tmp_path):
    found = []
    rng = random.Random(3)
    for run, workers in enumerate((1, 2)):
        rng.shuffle(articles)
        cuts = sorted(rng.sample(range(1, len(articles)), 1 + run))
        batches = [articles[a:b] for a, b in zip([0, *cuts], [*cuts, len(articles)], strict=True)]
        store = make_store(*batches, name=f"store{run}")
        found.append(hashes(build_release(store, tmp_path / f"folder{run}" / "deep", release_options(workers=workers)).path))
    assert len(found[0]) > 20
    assert found[0] == found[1]


def test_an_article_received_twice_stands_once_with_its_first_receipt(make_store, release_options, articles, tmp_path):
    release = build_release(make_store(articles), tmp_path / "r", release_options()).path
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        con.execute(f"CREATE VIEW articles AS FROM '{release}/data/articles/*.parquet'")
        con.execute(f"CREATE VIEW raw_articles AS FROM '{release}/data/raw_articles.parquet'")
        assert con.execute("SELECT count(*), count(DISTINCT article_id) FROM articles").fetchall() == [(41, 41)]
        assert con.execute("SELECT outcome, count(*) FROM raw_articles GROUP BY ALL ORDER BY ALL").fetchall() == [("accepted", 41), ("duplicate", 2)]
        first = con.execute(
            "SELECT raw_path, r.received_at = a.received_at, r.raw_id = a.raw_id FROM raw_articles r JOIN articles a USING (article_id) "
            "WHERE outcome = 'accepted' AND r.received_at < TIMESTAMPTZ '2025-11-03 00:00:00+00'"
        ).fetchall()
        assert first == [("again/3.txt", True, True)]


def test_batches_from_before_a_column_was_declared_are_released_with_nulls(make_store, release_options, sample, tmp_path):
    store = make_store(sample[:20], sample[20:])
    old = sorted((store / "articles").iterdir())[0]
    pq.write_table(pq.read_table(old).drop_columns(["byline"]), old)
    release = build_release(store, tmp_path / "r", release_options()).path
    assert pq.read_table(release / "data" / "articles").column("byline").null_count == 41


def test_files_are_parted_by_month_sorted_and_cut_for_point_lookups(release):
    parts = sorted(p.name for p in (release / "data" / "articles").iterdir())
    assert parts == ["2025-09.parquet", "2025-10.parquet", "2025-11.parquet", "undated.parquet"]
    file = pq.ParquetFile(release / "data" / "articles" / "2025-10.parquet")
    column = file.metadata.row_group(0).column(file.schema_arrow.names.index("article_id"))
    assert column.compression == "ZSTD"
    assert file.schema_arrow.field("article_id").metadata[b"meaning"]
    with duckdb.connect() as con:
        bloom = con.execute(
            "SELECT min(bloom_filter_length) FROM parquet_metadata(?) WHERE path_in_schema = 'article_id'", [str(release / "data/articles/2025-10.parquet")]
        ).fetchall()
    assert bloom[0][0] > 0
    ids = file.read(["article_id"]).column(0).to_pylist()
    assert ids == sorted(ids)
    assert set(pq.read_table(release / "data/articles/undated.parquet").column("published_earliest").to_pylist()) == {None}


def test_name_is_the_day_of_the_newest_article_and_nothing_new_makes_no_release(make_store, release_options, sample, tmp_path):
    store, releases = make_store(sample), tmp_path / "r"
    assert build_release(store, releases, release_options()).path.name == "2025-11-20.1"
    again = build_release(store, releases, release_options())
    assert (again.path.name, again.is_new) == ("2025-11-20.1", False)
    more = make_store(sample, [{"text": "Ещё одна заметка о погоде в Белополье.", "outlet": "outlet-1"}])
    assert build_release(more, releases, release_options()).path.name == "2025-11-20.2"
    assert release_names(releases) == ["2025-11-20.1", "2025-11-20.2"]
    assert latest_release(releases).name == "2025-11-20.2"
    point_latest(releases, "2025-11-20.1")
    assert latest_release(releases).name == "2025-11-20.1"


def test_a_release_does_not_change(make_store, release_options, sample, tmp_path):
    options = release_options(name="2025-11-20.7")
    release = build_release(make_store(sample), tmp_path / "r", options).path
    before = hashes(release)
    with pytest.raises(ReleaseExistsError):
        build_release(make_store(sample[:5]), tmp_path / "r", options)
    assert hashes(release) == before


def test_a_failed_gate_leaves_the_last_release_as_it_was(make_store, release_options, sample, tmp_path):
    releases = tmp_path / "r"
    release = build_release(make_store(sample), releases, release_options()).path
    before = hashes(releases / release.name)
    strict = tmp_path / "strict.csv"
    strict.write_text("measure,table,column,floor,ceiling,why\nrows_against_last,articles,,0.9,,articles do not vanish\n")
    shutil.rmtree(tmp_path / "processed")
    with pytest.raises(GateFailedError, match="articles do not vanish"):
        build_release(make_store(sample[:20]), releases, replace(release_options(), limits=strict))
    assert release_names(releases) == [release.name] and latest_release(releases) == release
    assert hashes(release) == before
    assert not list(releases.glob(".building-*"))


def test_a_ceiling_warns_and_releases(make_store, release_options, sample, tmp_path):
    limits = tmp_path / "ceiling.csv"
    limits.write_text("measure,table,column,floor,ceiling,why\nfill,articles,outlet_id,,0.5,too good to be true\n")
    built = build_release(make_store(sample), tmp_path / "r", replace(release_options(), limits=limits))
    assert [w.check for w in built.warnings] == ["fill of articles.outlet_id"]
    assert "too good to be true" in (built.path / "checks.json").read_text()


def test_an_interrupted_build_is_never_visible(make_store, release_options, sample, tmp_path):
    releases, store = tmp_path / "r", make_store(sample)

    def power_cut(aside, facts):
        assert not release_names(releases)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_release(store, releases, release_options(additions=(power_cut,)))
    assert release_names(releases) == [] and latest_release(releases) is None
    (releases / ".building-killed" / "release").mkdir(parents=True)
    build_release(store, releases, release_options())
    assert not list(releases.glob(".building-*"))


def test_a_broken_span_does_not_pass_the_gate(make_store, release_options, sample, tmp_path):
    store = make_store(sample)
    [path] = (store / "citations").iterdir()
    table = pq.read_table(path)
    moved = pa.Table.from_pylist([{**row, "char_start": row["char_start"] - 1} for row in table.to_pylist()], schema=table.schema)
    pq.write_table(moved, path)
    with pytest.raises(GateFailedError, match=r"citations\.span"):
        build_release(store, tmp_path / "r", release_options())
