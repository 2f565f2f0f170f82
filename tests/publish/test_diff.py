"""What changed between releases: the world, or our reading of it."""

import json
import shutil

import pyarrow.parquet as pq

from flows.publish.build_release import build_release
from flows.publish.diff import diff_releases


def test_diff_delta_and_changelog_tell_data_from_processing(make_store, release_options, sample, tmp_path):
    releases = tmp_path / "r"
    sample = [{**a, "raw_path": f"made/{i}.txt"} for i, a in enumerate(sample)]
    before = build_release(make_store(sample), releases, release_options()).path
    shutil.rmtree(tmp_path / "processed")
    now = [dict(a) for a in sample[1:]]
    now[4]["outlet"] = "outlet-3"
    now.append({"text": "Новая заметка о погоде.", "outlet": "outlet-1", "day": "2025-11-09"})
    after = build_release(make_store(now), releases, release_options()).path

    found = {d.table: d for d in diff_releases(before, after)}
    articles = found["articles"]
    assert (articles.added, articles.gone, articles.changed) == (1, 1, 1)
    assert ("outlet_id", 1) in articles.columns
    assert diff_releases(before, before) == []

    delta = pq.read_table(after / "delta" / "articles.parquet").to_pylist()
    assert sorted(row["change"] for row in delta) == ["added", "changed", "gone"]
    assert next(row for row in delta if row["change"] == "changed")["changed_columns"] == ["outlet_id", "outlet_as_given"]
    assert json.loads((after / "delta" / "summary.json").read_text())["previous"] == before.name

    data, processing = (after / "CHANGELOG.md").read_text().split("## Processing")
    assert "- articles: 1 added, 1 gone" in data
    assert "- articles: 1 rows with other values: `outlet_as_given` 1, `outlet_id` 1" in processing
    assert "The first release." in (before / "CHANGELOG.md").read_text()
