"""coverage: a silent gap is visible, an outlet gone quiet is said."""

import datetime
from pathlib import Path

import pyarrow as pa
import pytest

from flows.write.coverage import COVERAGE_SQL, QuietOutlet, write_coverage
from flows.write.parquet import write_parquet
from schemas import articles, raw_articles
from schemas.derive.arrow import arrow_schema

START = datetime.date(2026, 1, 1)
RECEIVED = datetime.datetime(2026, 1, 5, 10, tzinfo=datetime.UTC)
OUTLETS = {
    "steady.example": [8] * 14,
    "quiet.example": [8] * 12 + [0, 0],
    "gap.example": [20] * 10 + [3, 0] + [20] * 2,
    "rare.example": [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0],
}


@pytest.fixture
def result(processed: Path) -> tuple[QuietOutlet, ...]:
    """A batch with the outlets' articles, each outlet in a folder of its own with one rejected record."""
    rows: dict[str, list[dict]] = {"articles": [], "raw_articles": []}
    for outlet, counts in OUTLETS.items():
        for day, count in enumerate(counts):
            for i in range(count):
                published = START + datetime.timedelta(day)
                rows["articles"].append({
                    "article_id": f"{outlet}{day}.{i}", "outlet_id": outlet, "published_precision": "day", "published_earliest": published,
                    "received_at": RECEIVED,
                })
                rows["raw_articles"].append({"article_id": f"{outlet}{day}.{i}", "raw_path": f"{outlet}/a.jsonl#{i}", "outcome": "accepted", "received_at": RECEIVED})
        rows["raw_articles"].append({"raw_path": f"{outlet}/a.jsonl#0", "outcome": "rejected", "received_at": RECEIVED})
    write_batch(processed, 0, rows)
    return write_coverage(processed)


def write_batch(processed: Path, number: int, rows: dict[str, list[dict]]) -> None:
    """The rows as a batch, other columns empty."""
    for table in (articles.TABLE, raw_articles.TABLE):
        (processed / table.name).mkdir(parents=True, exist_ok=True)
        schema = pa.schema([f.with_nullable(True) for f in arrow_schema(table)])
        write_parquet(pa.Table.from_pylist(rows[table.name], schema=schema), processed / table.name / f"{number:016}.parquet")


def test_gaps_are_visible_day_by_day(result, ask):
    status = {(outlet, (day - START).days): s for outlet, day, s in ask("SELECT outlet_id, day, status FROM coverage")}
    assert [status["steady.example", d] for d in (0, 6, 7, 13)] == ["no_history", "no_history", "expected", "expected"]
    assert [status["gap.example", d] for d in (9, 10, 11, 12)] == ["expected", "low", "quiet", "expected"]
    assert {status["rare.example", d] for d in range(7, 14)} == {"expected"}
    assert ask("SELECT count(*) FROM coverage") == [(4 * 14,)]


def test_expectations_come_from_the_outlets_own_history(result, ask):
    assert ask("SELECT article_count, expected_count FROM coverage WHERE outlet_id = 'quiet.example' AND day = DATE '2026-01-13'") == [(0, 8.0)]


def test_an_outlet_gone_quiet_is_said(result):
    assert [(q.outlet_id, q.last_day) for q in result] == [("quiet.example", "2026-01-12")]


def test_rejected_articles_count_for_the_outlet_of_their_folder(result, ask):
    assert ask("SELECT outlet_id, sum(rejected_count) FROM coverage WHERE day = DATE '2026-01-05' GROUP BY 1 ORDER BY 1") == [
        ("gap.example", 1), ("quiet.example", 1), ("rare.example", 1), ("steady.example", 1),
    ]


RECORDS = (
    # (batch, raw path, outcome, article, its outlet)
    (0, "alone/a.jsonl#0", "accepted", "a", "alone"), (0, "alone/a.jsonl#1", "rejected", None, None),
    (3, "alone/b.jsonl#0", "accepted", "b", "alone"), (3, "alone/b.jsonl#1", "rejected", None, None),
    # of two outlets, the second of which comes later or is not known
    (0, "both/a.jsonl#0", "accepted", "c", "alone"), (0, "both/a.jsonl#1", "rejected", None, None), (4, "both/z.txt", "accepted", "d", "other"),
    (1, "unsure/a.txt", "accepted", "e", "other"), (1, "unsure/b.txt", "rejected", None, None), (2, "unsure/c.txt", "accepted", "f", None),
    # what is in a folder within counts for that one
    (1, "other/a.txt", "accepted", "g", "other"), (1, "other/b.txt", "rejected", None, None), (2, "other/in/a.txt", "accepted", "h", "alone"),
    # a repeat tells of an outlet, though the article stands in another batch
    (0, "far/a.txt", "accepted", "i", "far"), (2, "repeats/a.zip#b/c.txt", "duplicate", "i", None), (2, "repeats/z.txt", "rejected", None, None),
    (2, "twice/a.txt", "accepted", "j", "far"), (2, "twice/b.txt", "duplicate", "d", None), (2, "twice/c.txt", "rejected", None, None),
    # at the top, and where nothing was accepted
    (4, "a.txt", "accepted", "k", "top"), (4, "b.txt", "rejected", None, None), (5, "none/a.txt", "rejected", None, None),
)


@pytest.mark.parametrize("looked_at_first", [0, 1, 8])
def test_rejected_ones_count_alike_whatever_files_are_opened(processed, ask, monkeypatch, looked_at_first):
    monkeypatch.setattr("flows.write.rejected_by_day.BATCHES_FIRST", looked_at_first)
    for number in range(6):
        mine = [record for record in RECORDS if record[0] == number]
        write_batch(processed, number, {
            "articles": [{"article_id": a, "outlet_id": o, "published_precision": "none", "received_at": RECEIVED} for _, _, what, a, o in mine if what == "accepted"],
            "raw_articles": [{"raw_path": path, "outcome": what, "article_id": a, "received_at": RECEIVED} for _, path, what, a, _ in mine],
        })
    write_coverage(processed)
    assert ask("SELECT outlet_id, rejected_count FROM coverage ORDER BY 1") == [("alone", 2), ("far", 1), ("other", 1), ("top", 1)]
    assert ask("FROM coverage") == ask(COVERAGE_SQL)
