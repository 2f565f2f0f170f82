"""Anyone reads a release with what they have: DuckDB with dateline.sql, pandas, Polars, pyarrow."""

import duckdb
import pytest

from flows.publish.release_sql import QUERIES


@pytest.fixture
def views(release):
    with duckdb.connect() as con:
        con.execute(f"SET VARIABLE dateline = '{release}'")
        con.execute((release / "dateline.sql").read_text())
        yield con


@pytest.mark.parametrize("question", [q for q, _ in QUERIES])
def test_every_question_has_an_answer(views, release, question):
    assert f"-- {question}\n" in (release / "queries.sql").read_text()
    assert views.execute(dict(QUERIES)[question]).description


def test_all_questions_run_as_one_script(views, release):
    views.execute((release / "queries.sql").read_text())


def test_views_have_comments(views):
    said = dict(views.execute("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'citations'").fetchall())
    assert said["hop"].startswith("0 for self")


def test_pandas_polars_and_pyarrow_count_the_same(release):
    import pandas
    import polars
    import pyarrow.dataset

    folder = release / "data" / "articles"
    counts = {
        len(pandas.read_parquet(folder)),
        polars.read_parquet(folder / "*.parquet").height,
        pyarrow.dataset.dataset(folder).count_rows(),
    }
    assert counts == {41}
