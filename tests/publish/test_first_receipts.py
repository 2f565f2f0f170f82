"""The same text and URL with other metadata beside them: whatever was read first, the first receipt is released."""

import hashlib
import json
from pathlib import Path

import duckdb
import pytest

from flows.direct import build_direct
from flows.first_receipts import read_first_receipts
from flows.publish.build_release import build_release
from flows.run_result import RunRequest
from flows.service.listeners import Listeners

TEXT = "У Вигаданську відкрили міст. Про це вчора повідомила міська рада. Рух мостом почнеться у понеділок."


@pytest.fixture
def arrivals() -> list[tuple[str, dict, str]]:
    """(path, record, received at): one article three times, and two that come once."""
    article = {"text": TEXT, "url": "https://example.org/mist"}
    return [
        ("evening.jsonl", {**article, "published": "2025-11-03", "title": "Міст відкрили"}, "2025-11-03T20:00:00Z"),
        ("morning.jsonl", {**article, "published": "2025-11-01", "title": "У місті новий міст"}, "2025-11-03T08:00:00Z"),
        ("noon.jsonl", {**article, "published": "2025-11-02"}, "2025-11-03T12:00:00Z"),
        ("other.jsonl", {"text": "Парк закрили на зиму, повідомила міська рада.", "url": "https://example.org/park"}, "2025-11-03T09:00:00Z"),
        ("third.jsonl", {"text": "Зоопарк отримав двох лелек, розповіли у дирекції."}, "2025-11-03T10:00:00Z"),
    ]


@pytest.fixture
def released(tmp_path: Path, release_options):
    """released(name, arrivals in their order) → hashes of every file of the release; one run for each arrival."""

    def build(name: str, ordered, keep_raw: bool = True) -> tuple[dict[str, str], tuple]:
        raw, processed = tmp_path / name / "raw", tmp_path / name / "processed"
        for path, record, received_at in ordered:
            folder = raw / path.partition(".")[0]
            folder.mkdir(parents=True)
            (folder / "provenance.json").write_text(json.dumps({"received_at": received_at}))
            (folder / path).write_text(json.dumps(record, ensure_ascii=False) + "\n")
            request = RunRequest(raw, processed, "local", 1, "direct", checks_now=False)
            build_direct(request, Listeners())
        again = read_first_receipts(raw if keep_raw else tmp_path / "gone", processed)
        built = build_release(processed, tmp_path / name / "releases", release_options(name="2025-11-03.1", read_again=again))
        files = (p for p in built.path.rglob("*") if p.is_file())
        return {p.relative_to(built.path).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}, built.warnings

    return build


def test_the_order_of_arrival_changes_no_byte(released, arrivals):
    found = [released(str(i), [arrivals[k] for k in order])[0] for i, order in enumerate(((0, 1, 2, 3, 4), (1, 0, 4, 3, 2), (4, 2, 3, 0, 1)))]
    assert len(found[0]) > 15
    assert found[0] == found[1] == found[2]


def test_the_reading_is_that_of_the_first_receipt(released, arrivals, tmp_path):
    released("late", arrivals)
    with duckdb.connect() as con:
        rows = con.execute(
            f"SELECT title, published_edtf, strftime(received_at AT TIME ZONE 'UTC', '%H') FROM '{tmp_path}/late/releases/*/data/articles/*.parquet' "
            "WHERE url = 'https://example.org/mist'"
        ).fetchall()
        monday = con.execute(
            f"SELECT edtf FROM '{tmp_path}/late/releases/*/data/date_expressions/*.parquet' WHERE as_given LIKE '%понеділок%'"
        ).fetchall()
    assert rows == [("У місті новий міст", "2025-11-01", "08")]
    assert monday == [("2025-11-03",)]


def test_a_first_receipt_that_is_gone_is_told(released, arrivals):
    hashes, warnings = released("gone", arrivals, keep_raw=False)
    assert hashes
    assert [w.check for w in warnings] == ["first receipts"]
