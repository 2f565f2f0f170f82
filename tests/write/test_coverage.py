"""coverage: a silent gap is visible, an outlet gone quiet is said."""

import datetime
from pathlib import Path

import pyarrow as pa
import pytest

from flows.write.coverage import QuietOutlet, write_coverage
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
    for table in (articles.TABLE, raw_articles.TABLE):
        (processed / table.name).mkdir(parents=True)
        schema = pa.schema([f.with_nullable(True) for f in arrow_schema(table)])
        write_parquet(pa.Table.from_pylist(rows[table.name], schema=schema), processed / table.name / f"{'0' * 16}.parquet")
    return write_coverage(processed)


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
