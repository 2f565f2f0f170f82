"""A second run that brings duplicates of what the dataset has: every expectation still holds."""

import json
from pathlib import Path

from tests.end_to_end.conftest import dateline


def test_expectations_hold_across_batches_and_rebuilds(tmp_path: Path):
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    raw.mkdir()
    (raw / "a.txt").write_text("Одна и та же новость")
    where = ("--direct", "--raw", str(raw), "--processed", str(processed), "--format", "json")
    dateline("run", *where, "--check-later")
    (raw / "b.txt").write_text("Одна и та же новость")
    said = json.loads(dateline("run", *where).stdout)
    assert said["outcomes"]["duplicate"] == 1
    assert said["failed_checks"] == []
