"""New, changed and deleted raw files: what is read again, what stays."""

import pytest

from flows.write.commit import Outcomes
from tests.write.conftest import files_of, lines


def test_nothing_to_do_reads_nothing_and_changes_nothing(raw, processed, build):
    (raw / "a.jsonl").write_text(lines([f"Новость {i}" for i in range(25)]))
    assert build().written.outcomes == Outcomes(25, 25, 0, 0)
    before = files_of(processed)
    again = build()
    assert again.run_id is None and again.file_count == 1
    assert files_of(processed) == before


def test_losing_the_cache_of_seen_files_costs_only_time(raw, processed, build):
    (raw / "a.jsonl").write_text(lines(["Новость"]))
    build()
    for path in (processed / ".state").glob("seen-*"):
        path.unlink()
    assert build().run_id is None


def test_new_files_add_batches_and_touch_no_other(raw, processed, build):
    (raw / "b.jsonl").write_text(lines([f"Новость {i}" for i in range(12)]))
    build()
    before = files_of(processed)
    (raw / "a.txt").write_text("Ещё одна новость")
    assert build().written.outcomes == Outcomes(1, 1, 0, 0)
    after = files_of(processed)
    assert {name: after[name] for name in before} == before


def test_a_file_changed_in_place_is_a_new_raw_article_and_the_old_row_stays(raw, build, ask):
    (raw / "a.txt").write_text("Первая редакция")
    build()
    (raw / "a.txt").write_text("Вторая редакция, длиннее")
    assert build().written.outcomes == Outcomes(1, 1, 0, 0)
    assert ask("SELECT raw_path, count(DISTINCT raw_id) FROM raw_articles GROUP BY 1") == [("a.txt", 2)]
    assert ask("SELECT text FROM articles ORDER BY text") == [("Вторая редакция, длиннее",), ("Первая редакция",)]
    (raw / "a.txt").write_text("Первая редакция")
    assert build().run_id is None


def test_lines_added_to_a_file_are_all_that_is_read(raw, build, ask):
    old, new = [f"Новость {i}" for i in range(15)], [f"Свежая {i}" for i in range(12)]
    (raw / "a.jsonl").write_text(lines(old))
    build()
    (raw / "a.jsonl").write_text(lines(new, first=100) + lines(old))
    assert build().written.outcomes == Outcomes(12, 12, 0, 0)
    assert ask("SELECT count(*), count(DISTINCT (raw_path, raw_id)) FROM raw_articles") == [(27, 27)]
    assert build().run_id is None


def test_a_deleted_file_changes_nothing(raw, processed, build):
    (raw / "a.txt").write_text("Новость")
    (raw / "b.txt").write_text("Другая новость")
    build()
    before = files_of(processed)
    (raw / "a.txt").unlink()
    assert build().run_id is None
    assert files_of(processed) == before


def test_an_article_that_another_batch_has_is_a_duplicate(raw, build, ask):
    (raw / "a.jsonl").write_text(lines([f"Новость {i}" for i in range(12)]))
    build()
    (raw / "b.jsonl").write_text(lines([f"Новость {i}" for i in range(12)]) + lines(["Свежая"], first=50))
    assert build().written.outcomes == Outcomes(13, 1, 12, 0)
    assert ask("SELECT count(*) FROM articles") == [(13,)]
    assert ask("SELECT count(*) FROM evidence ANTI JOIN articles USING (article_id)") == [(0,)]


def test_a_run_stopped_within_a_changed_file_reads_no_record_twice(raw, processed, build, ask, monkeypatch):
    old = [f"Новость {i}" for i in range(5)]
    (raw / "a.jsonl").write_text(lines(old))
    build()
    (raw / "a.jsonl").write_text(lines([f"Свежая {i}" for i in range(15)], first=100) + lines(old))
    from flows import stages

    committed, real = [], stages.commit_batch

    def stop_after_one(*arguments, **more):
        if committed:
            raise KeyboardInterrupt
        committed.append(real(*arguments, **more))
        return committed[0]

    monkeypatch.setattr(stages, "commit_batch", stop_after_one)
    with pytest.raises(KeyboardInterrupt):
        build()
    monkeypatch.undo()
    build()
    assert ask("SELECT count(*), count(DISTINCT raw_id) FROM raw_articles") == [(20, 20)]
