"""From our sample articles to a release that a stranger checks and asks, by the commands that a user types."""

import json
import shutil

import duckdb
import pytest

from tests.end_to_end.conftest import ROOT, dateline


@pytest.fixture(scope="module")
def released(sample, tmp_path_factory):
    """(releases folder, what `dateline release build --format json` said)."""
    processed, _ = sample
    releases = tmp_path_factory.mktemp("releases")
    done = dateline("release", "build", "--direct", "--processed", str(processed), "--releases", str(releases), "--format", "json")
    return releases, json.loads(done.stdout)


def test_the_release_has_all_that_a_stranger_needs(released):
    releases, said = released
    release = releases / said["release"]
    for name in (
        "manifest.json", "SHA256SUMS", "README.md", "LICENSE.md", "CITATION.cff", "CHANGELOG.md", "DATA_DICTIONARY.md", "datapackage.json",
        "croissant.json", "dateline.sql", "queries.sql", "checks.json", "validation.html", "index.html", "delta/summary.json",
    ):  # fmt: skip
        assert (release / name).is_file(), name
    assert "all hold" in (release / "validation.html").read_text()
    assert not any("rows" in f and f["rows"] is None for f in json.loads((release / "manifest.json").read_text())["files"])


def test_verify_latest_and_diff_agree(released, tmp_path):
    releases, said = released
    assert dateline("release", "latest", "--releases", str(releases)).stdout.strip().endswith(said["release"])
    assert said["merkle_root"] in dateline("release", "verify", "--releases", str(releases)).stdout.replace("\n", "")
    copy = shutil.copytree(releases / said["release"], tmp_path / said["release"])
    assert dateline("release", "diff", str(releases / said["release"]), str(copy)).stdout.strip() == "no difference"
    (copy / "LICENSE.md").write_text("all yours")
    failed = dateline("release", "verify", str(copy), check=False)
    assert failed.returncode == 1 and "LICENSE.md" in failed.stdout


def test_the_release_says_what_the_store_says(sample, released):
    processed, _ = sample
    releases, said = released
    release = releases / said["release"]
    sql = "SELECT outlet_id, count(*) AS n FROM articles GROUP BY ALL ORDER BY ALL"
    stored = json.loads(dateline("query", sql, "--processed", str(processed), "--format", "json").stdout)
    with duckdb.connect() as con:
        con.execute(f"SET VARIABLE dateline = '{release}'")
        con.execute((release / "dateline.sql").read_text())
        assert con.execute(sql).fetchall() == [(row["outlet_id"], row["n"]) for row in stored]


def test_a_cluster_is_explained(released):
    releases, said = released
    with duckdb.connect() as con:
        clusters = con.execute(f"SELECT cluster_id, summary FROM '{releases / said['release']}/data/corroboration.parquet' ORDER BY ALL").fetchall()
    assert clusters, "the sample has reprints"
    for cluster_id, summary in clusters:
        shown = dateline("explain", "--cluster", cluster_id, "--releases", str(releases)).stdout
        assert shown.splitlines()[0] == summary
        assert "representative" in shown
    assert dateline("explain", "--cluster", "0" * 32, "--releases", str(releases), check=False).returncode == 1


def test_texts_that_somebody_holds_are_attached(released, tmp_path):
    releases, said = released
    target = tmp_path / "joined.parquet"
    done = dateline("release", "attach", str(releases / said["release"]), "--raw", str(ROOT / "data" / "raw"), "--output", str(target))
    assert "articles have their text" in done.stdout and target.exists()


def test_without_a_dataset_there_is_nothing_to_release(tmp_path):
    done = dateline("release", "build", "--direct", "--processed", str(tmp_path), "--releases", str(tmp_path / "r"), check=False)
    assert done.returncode == 2 and "dateline run" in done.stderr
