"""The declarations: complete, and everything derived from them says the same."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from schemas import articles
from schemas.dataset import TABLES, table_named
from schemas.derive.arrow import arrow_schema
from schemas.derive.checks import references, row_checks
from schemas.derive.data_dictionary import data_dictionary
from schemas.derive.duckdb_views import comments, empty_view, view_over_files
from schemas.derive.expectations import expectations

ROOT_DOCS = Path(__file__).resolve().parents[2] / "docs"
EVERY_TABLE = pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)


@EVERY_TABLE
def test_names_and_keys_are_sound(table):
    names = [c.name for c in table.columns]
    assert len(set(names)) == len(names)
    assert set(table.key) <= set(names)
    assert all(not table.column(k).nullable for k in table.key)
    if table.span:
        assert {table.span.as_given, table.span.start, table.span.end} <= set(names)


@EVERY_TABLE
def test_every_column_says_what_it_means_with_an_example_that_is_allowed(table):
    for column in table.columns:
        assert column.meaning
        assert column.example is not None, f"{table.name}.{column.name} has no example"
        if column.values:
            assert column.example in column.values


@EVERY_TABLE
def test_file_name_is_table_name(table):
    module = __import__(f"schemas.{table.name}", fromlist=["TABLE"])
    assert module.TABLE is table


@EVERY_TABLE
def test_references_lead_to_a_declared_column_of_the_same_type(table):
    for reference in references(table):
        target = table_named(reference.target_table).column(reference.target_column)
        assert target.type == table.column(reference.column).type


@EVERY_TABLE
def test_meanings_travel_into_parquet(table, tmp_path):
    import pyarrow.parquet as pq

    from flows.write.parquet import write_parquet

    write_parquet(arrow_schema(table).empty_table(), tmp_path / "t.parquet")
    schema = pq.read_schema(tmp_path / "t.parquet")
    for column in table.columns:
        assert schema.field(column.name).metadata[b"meaning"].decode() == column.meaning


@EVERY_TABLE
def test_the_view_has_the_declared_columns_and_comments(table):
    with duckdb.connect() as connection:
        connection.execute(empty_view(table))
        for statement in comments(table):
            connection.execute(statement)
        said = connection.execute(
            "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table.name]
        ).fetchall()
    assert [name for name, _ in said] == [c.name for c in table.columns]
    assert all(comment and comment.startswith(c.meaning) for (_, comment), c in zip(said, table.columns, strict=True))


@EVERY_TABLE
def test_checks_and_rules_are_valid_sql(table):
    with duckdb.connect() as connection:
        connection.register("t", arrow_schema(table).empty_table())
        for check in row_checks(table):
            connection.execute(f"SELECT * FROM t WHERE NOT {check.holds}")
    assert len({e.name for e in expectations(table)}) == len(expectations(table))


def test_the_committed_data_dictionary_is_what_the_code_would_write():
    assert (ROOT_DOCS / "data_dictionary.md").read_text(encoding="utf-8") == data_dictionary(), "run: make dictionary"


def test_an_arrow_schema_pins_types():
    schema = arrow_schema(table_named("articles"))
    assert schema.field("published_at").type == pa.timestamp("us", tz="UTC")
    assert not schema.field("article_id").nullable


def test_a_column_that_older_files_lack_is_null_in_the_view(tmp_path):
    schema = arrow_schema(articles.TABLE)
    row = dict.fromkeys(schema.names)
    for number, left_out in enumerate(["byline", None]):
        names = [n for n in schema.names if n != left_out]
        table = pa.Table.from_arrays([pa.nulls(1, schema.field(n).type) for n in names], names=names)
        pq.write_table(table, tmp_path / f"{number}.parquet")
    with duckdb.connect() as connection:
        connection.execute(view_over_files(articles.TABLE, [str(p) for p in sorted(tmp_path.iterdir())]))
        assert connection.sql("SELECT * FROM articles").to_arrow_table().to_pylist() == [row, row]
