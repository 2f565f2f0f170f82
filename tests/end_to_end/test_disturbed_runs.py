"""Killed, starved, robbed of a worker: run it again and the dataset is what an undisturbed run makes of it."""

import random
from pathlib import Path

import pytest

from tests.end_to_end import disturbed_runs as disturbed

KILLS = 5


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
    for _ in range(KILLS):
        was_killed = disturbed.run_and_kill(raw, processed, random_.uniform(0.5, 6), with_workers=random_.random() < 0.5)
        assert disturbed.problems(processed) == []
        if not was_killed:
            break
    disturbed.run(raw, processed)
    assert disturbed.problems(processed) == []
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
    disturbed.run(raw, processed)
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
    disturbed.run(raw, processed)
    assert disturbed.table_bytes(processed) == undisturbed
