"""Killed, starved, robbed of a worker: run it again and the dataset is what an undisturbed run makes of it."""

import random
import time
from pathlib import Path

import pytest

from tests.end_to_end import disturbed_runs as disturbed

KILLS = 6


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disturbed") / "raw"
    disturbed.write_raw(folder)
    return folder


@pytest.fixture(scope="module")
def undisturbed(raw: Path) -> dict[str, str]:
    processed = raw.parent / "undisturbed"
    said = disturbed.run(raw, processed)
    assert said["outcomes"] == {"raw": 306, "accepted": 300, "duplicate": 4, "rejected": 2}
    assert disturbed.problems(processed) == []
    return disturbed.table_bytes(processed)


def test_killed_again_and_again(raw: Path, undisturbed: dict[str, str], tmp_path: Path):
    random_, processed = random.Random(20261122), tmp_path / "processed"
    begun = time.monotonic()
    assert disturbed.run_warm(raw, tmp_path / "whole") == 0
    whole_s = time.monotonic() - begun
    for _ in range(KILLS):
        disturbed.run_warm(raw, processed, random_.uniform(0.05, whole_s / 2))
        assert disturbed.problems(processed) == []
    assert disturbed.run_warm(raw, processed) == 0
    assert disturbed.problems(processed) == []
    assert disturbed.table_bytes(processed) == undisturbed


def test_killed_with_its_workers(raw: Path, undisturbed: dict[str, str], tmp_path: Path):
    processed = tmp_path / "processed"
    disturbed.run_and_kill(raw, processed, 5, "--runner", "processes", "--workers", "2")
    assert disturbed.problems(processed) == []
    assert disturbed.run_warm(raw, processed) == 0
    assert disturbed.table_bytes(processed) == undisturbed


def test_vanished_worker(raw: Path, undisturbed: dict[str, str], tmp_path: Path):
    assert disturbed.run_and_kill_worker(raw, tmp_path / "processed", random.Random(1)) == 1
    assert disturbed.table_bytes(tmp_path / "processed") == undisturbed


def test_full_disk_is_said_and_the_next_run_goes_on(raw: Path, undisturbed: dict[str, str], tmp_path: Path):
    processed = tmp_path / "processed"
    status, said = disturbed.run_with_little_room(raw, processed, 12_000)
    assert status == 1
    assert "Traceback" not in said
    assert "may not grow" in said and "run again" in said
    assert disturbed.problems(processed) == []
    assert disturbed.run_warm(raw, processed) == 0
    assert disturbed.table_bytes(processed) == undisturbed


@pytest.fixture
def mounts() -> None:
    if not disturbed.can_mount():
        pytest.skip("no right to mount file systems here")


def test_a_disk_that_is_full(raw: Path, undisturbed: dict[str, str], tmp_path: Path, mounts: None):
    processed = tmp_path / "processed"
    status, said = disturbed.run_on_full_disk(raw, processed, 700)
    assert status == 1
    assert "Traceback" not in said
    assert "no room left on the disk" in said and "run again" in said
    assert disturbed.problems(processed) == []
    assert disturbed.run_warm(raw, processed) == 0
    assert disturbed.table_bytes(processed) == undisturbed


def test_a_read_only_file_system(raw: Path, undisturbed: dict[str, str], tmp_path: Path, mounts: None):
    processed = tmp_path / "processed"
    status, said = disturbed.run_read_only(raw, processed)
    assert status == 1
    assert "Traceback" not in said and "read-only" in said
    assert disturbed.run_warm(raw, processed) == 0
    assert disturbed.table_bytes(processed) == undisturbed


def test_killed_under_prefect_between_two_batches(raw: Path, undisturbed: dict[str, str], tmp_path: Path):
    processed = tmp_path / "processed"
    disturbed.kill_once_reading(raw, processed, 2)
    assert disturbed.problems(processed) == []
    assert disturbed.run_warm(raw, processed) == 0
    assert disturbed.table_bytes(processed) == undisturbed


def test_a_folder_that_cannot_be_written(raw: Path, undisturbed: dict[str, str], tmp_path: Path):
    processed = tmp_path / "processed"
    processed.mkdir()
    (processed / "evidence").write_text("in the way")
    process = disturbed.start(raw, processed)
    _, said = process.communicate()
    assert process.returncode == 1
    assert "Traceback" not in said and str(processed / "evidence") in said
    (processed / "evidence").unlink()
    assert disturbed.run_warm(raw, processed) == 0
    assert disturbed.table_bytes(processed) == undisturbed


def test_a_ledger_that_is_away_for_a_while_costs_nothing(raw: Path, undisturbed: dict[str, str], tmp_path: Path):
    processed = tmp_path / "processed"
    assert disturbed.run_warm(raw, processed) == 0
    (processed / "raw_articles").rename(tmp_path / "aside")
    (processed / "raw_articles").write_text("in the way")
    for path in (processed / ".state").glob("seen-*"):
        path.unlink()
    assert disturbed.run_warm(raw, processed) == 1
    (processed / "raw_articles").unlink()
    (tmp_path / "aside").rename(processed / "raw_articles")
    assert disturbed.run_warm(raw, processed) == 0
    assert disturbed.table_bytes(processed) == undisturbed
