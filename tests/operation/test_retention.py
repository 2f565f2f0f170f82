"""What is removed after its time, and what stays."""

import datetime
import os

from flows.service.retention import LOG_BYTES, prune_begun, prune_reports, turn_log

NOW = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)


def aged(path, days):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    then = NOW.timestamp() - days * 86400
    os.utime(path, (then, then))
    return path


def test_reports_go_after_their_days_and_runs_stay(tmp_path):
    old, new, run = aged(tmp_path / "validation/old.html", 91), aged(tmp_path / "validation/new.html", 89), aged(tmp_path / "runs/old.parquet", 500)
    assert prune_reports(tmp_path, 90, NOW) == 1
    assert not old.exists() and new.exists() and run.exists()


def test_what_a_killed_collect_had_begun_goes_and_what_one_is_writing_stays(tmp_path):
    kept = [aged(tmp_path / "herald/2026-11-20/101500-abc/feed.xml", 2)]
    for name, days in (("old", 2), ("fresh", 0)):
        folder = tmp_path / "herald" / "2026-11-20" / f".new-{name}"
        aged(folder / "feed.xml", days)
        os.utime(folder, (NOW.timestamp() - days * 86400,) * 2)
        kept += [folder / "feed.xml"] if name == "fresh" else []
    assert prune_begun(tmp_path, NOW) == 1
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == sorted(kept)


def test_a_long_log_is_put_aside_and_a_short_one_goes_on(tmp_path):
    log = tmp_path / "server.log"
    turn_log(log)
    log.write_bytes(b"x")
    turn_log(log)
    assert log.exists()
    log.write_bytes(b"x" * (LOG_BYTES + 1))
    turn_log(log)
    assert not log.exists() and (tmp_path / "server.log.1").exists()


def test_folders_that_are_not_there_are_no_fault(tmp_path):
    assert prune_reports(tmp_path / "none", 1, NOW) == prune_begun(tmp_path / "none", NOW) == 0
