"""Row checks: each counterexample is caught by the check that is named for its fault."""

import datetime

import pyarrow as pa
import pytest

from flows.normalize.batch import BATCH_TABLES
from flows.validate.columns import tables_with_faults
from flows.validate.rows import broken_rows, validate_batch
from schemas.dataset import table_named
from schemas.derive.arrow import arrow_schema

RECEIVED = datetime.datetime(2025, 11, 3, 10, tzinfo=datetime.UTC)
ARTICLE = {
    "article_id": "a" * 32, "raw_id": "b" * 64, "text": "Київ", "language": "uk", "published_precision": "none",
    "received_at": RECEIVED, "text_sha256": "c" * 64, "rights_basis": "own",
}
CITATION = {
    "article_id": "a" * 32, "position": 0, "source_as_given": "Київ", "char_start": 0, "char_end": 4,
    "source_name": "Kyiv", "source_kind": "official", "role": "immediate", "hop": 1, "is_background": False,
}
DATE = {
    "article_id": "a" * 32, "position": 0, "as_given": "Київ", "char_start": 0, "char_end": 4, "timex_type": "DATE",
    "precision": "day", "is_background": False,
}
LEDGER = {
    "raw_id": "b" * 64, "raw_path": "a.txt", "form": "text", "byte_count": 8, "encoding": "utf-8",
    "received_at": RECEIVED, "batch_id": "d" * 16, "outcome": "accepted", "article_id": "a" * 32,
}
DAY = datetime.date(2025, 11, 3)
COUNTEREXAMPLES = [
    ("articles", ARTICLE, {"language": None}, "language_not_null"),
    ("articles", ARTICLE, {"language": "Ukrainian language"}, "language_pattern"),
    ("articles", ARTICLE, {"rights_basis": "stolen"}, "rights_basis_in_list"),
    ("articles", ARTICLE, {"article_id": "short"}, "article_id_pattern"),
    ("articles", ARTICLE, {"published_earliest": DAY, "published_latest": datetime.date(2025, 11, 1)}, "published_interval_in_order"),
    ("articles", ARTICLE, {"published_precision": "instant"}, "instant_has_published_at"),
    ("articles", ARTICLE, {"published_precision": "day", "published_earliest": DAY, "published_latest": datetime.date(2025, 11, 4)}, "day_is_one_day"),
    ("articles", ARTICLE, {"outlet_id": "unn"}, "outlet_has_words"),
    ("citations", CITATION, {"role": "author"}, "role_in_list"),
    ("citations", CITATION, {"channel": "pigeon"}, "channel_in_list"),
    ("citations", CITATION, {"char_end": 0}, "char_end_minimum"),
    ("citations", CITATION, {"char_start": 4}, "span_in_order"),
    ("citations", CITATION, {"hop": 0}, "self_is_hop_zero"),
    ("citations", CITATION, {"via_position": 0}, "chain_is_not_a_loop"),
    ("date_expressions", DATE, {"timex_type": "WHEN"}, "timex_type_in_list"),
    ("date_expressions", DATE, {"earliest": DAY, "latest": datetime.date(2025, 11, 1)}, "interval_in_order"),
    ("date_expressions", DATE, {"edtf": "XXXX-09", "earliest": DAY, "latest": DAY}, "unknown_parts_make_no_day"),
]


def one(table: str, row: dict) -> pa.Table:
    return pa.Table.from_pylist([row], schema=arrow_schema(table_named(table)))


def batch(**rows: list[dict]) -> dict[str, pa.Table]:
    return {t.name: pa.Table.from_pylist(rows.get(t.name, []), schema=arrow_schema(t)) for t in BATCH_TABLES}


@pytest.mark.parametrize(("table", "row"), [("articles", ARTICLE), ("citations", CITATION), ("date_expressions", DATE), ("raw_articles", LEDGER)])
def test_a_good_row_breaks_nothing(table, row):
    assert broken_rows(table_named(table), one(table, row)) == []


@pytest.mark.parametrize(("table", "row", "fault", "check"), COUNTEREXAMPLES, ids=[f"{c[0]}-{c[3]}" for c in COUNTEREXAMPLES])
def test_a_counterexample_is_caught_by_the_check_named_for_it(table, row, fault, check):
    assert check in {b.check for b in broken_rows(table_named(table), one(table, {**row, **fault}))}


@pytest.mark.parametrize(("table", "row", "fault", "check"), COUNTEREXAMPLES, ids=lambda value: value if isinstance(value, str) else "")
def test_whole_columns_show_what_single_rows_show(table, row, fault, check):
    declared, good = table_named(table), one(table, row)
    assert tables_with_faults([declared], {table: good}) == []
    both = pa.concat_tables([good, one(table, {**row, **fault})])
    assert tables_with_faults([declared], {table: both}) == [declared]



def test_an_article_with_a_broken_child_row_is_rejected_whole_and_the_rest_goes_on():
    other = {**ARTICLE, "article_id": "e" * 32, "raw_id": "f" * 64}
    checked = validate_batch(
        batch(
            articles=[ARTICLE, other],
            citations=[{**CITATION, "role": "author"}, {**CITATION, "article_id": "e" * 32}],
            raw_articles=[LEDGER, {**LEDGER, "raw_id": "f" * 64, "raw_path": "b.txt", "article_id": "e" * 32}],
        )
    )
    assert checked["articles"]["article_id"].to_pylist() == ["e" * 32]
    assert checked["citations"]["article_id"].to_pylist() == ["e" * 32]
    (rejected,) = checked["rejected_articles"].to_pylist()
    assert (rejected["raw_path"], rejected["stage"], rejected["reason"]) == ("a.txt", "validate", "schema")
    assert "role_in_list" in rejected["detail"]
    assert [(r["raw_path"], r["outcome"], r["article_id"]) for r in checked["raw_articles"].to_pylist()] == [
        ("a.txt", "rejected", None),
        ("b.txt", "accepted", "e" * 32),
    ]


def test_a_broken_ledger_is_a_fault_of_ours_and_stops_the_batch():
    with pytest.raises(ValueError, match="outcome_in_list"):
        validate_batch(batch(raw_articles=[{**LEDGER, "outcome": "lost"}]))
