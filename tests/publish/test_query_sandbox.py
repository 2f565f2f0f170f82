"""The sandbox: it answers questions about the tables and can do nothing else."""

import hashlib
from pathlib import Path

import pyarrow as pa
import pytest

from flows.publish.query import QueryError, dataset_files, run_query, sandbox, tables_needed
from flows.write.parquet import write_parquet
from schemas.dataset import table_named
from schemas.derive.arrow import arrow_schema

HOSTILE = [
    "COPY articles TO '{folder}/out.csv'",
    "COPY (SELECT 1) TO '{folder}/out.parquet' (FORMAT parquet)",
    "WITH a AS (COPY (SELECT 1 AS x) TO '{folder}/out.csv') FROM a",
    "EXPORT DATABASE '{folder}/out'",
    "ATTACH '{folder}/out.duckdb' AS other",
    "CREATE TABLE x AS SELECT * FROM read_csv('{secret}')",
    "SELECT * FROM read_csv('{secret}')",
    "SELECT * FROM read_text('{secret}')",
    "SELECT * FROM read_blob('{secret}')",
    "SELECT * FROM read_parquet('{folder}/*.parquet')",
    "SELECT * FROM '{secret}'",
    "SELECT * FROM glob('{folder}/*')",
    "SELECT * FROM read_json('{secret}')",
    "COPY articles FROM '{secret}'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "LOAD '{folder}/evil.duckdb_extension'",
    "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET allowed_directories = ['/']",
    "SET temp_directory = '{folder}'",
    "SET memory_limit = '100GB'",
    "SET max_execution_time = 0",
    "RESET enable_external_access",
    "PRAGMA enable_external_access",
    "SELECT * FROM files",
    "CREATE SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')",
    "SELECT getenv('HOME')",
    "CHECKPOINT",
    "USE other",
]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    processed = tmp_path / "processed"
    ledger = {
        "raw_id": "b" * 64, "raw_path": "a.txt", "form": "text", "byte_count": 1, "encoding": None,
        "received_at": 0, "batch_id": "d" * 16, "outcome": "rejected", "article_id": None,
    }
    rejected = {"raw_id": "b" * 64, "raw_path": "a.txt", "stage": "ingest", "reason": "empty", "detail": "nothing"}
    for name, row in (("raw_articles", ledger), ("rejected_articles", rejected)):
        (processed / name).mkdir(parents=True)
        write_parquet(pa.Table.from_pylist([row], schema=arrow_schema(table_named(name))), processed / name / f"{'d' * 16}.parquet")
    for table in ("articles", "citations", "date_expressions", "evidence", "raw_files"):
        (processed / table).mkdir()
        write_parquet(arrow_schema(table_named(table)).empty_table(), processed / table / f"{'d' * 16}.parquet")
    return processed


def snapshot(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_hostile_statement_fails_and_touches_nothing(dataset, tmp_path, statement):
    secret = tmp_path / "secret.csv"
    secret.write_text("password\nhunter2\n")
    before = snapshot(tmp_path)
    with sandbox(dataset_files(dataset)) as connection:
        try:
            rows = run_query(connection, statement.format(folder=tmp_path, secret=secret)).read_all().to_pylist()
        except QueryError:
            rows = []
        settings = dict(connection.execute("SELECT name, value FROM duckdb_settings()").fetchall())
    assert "hunter2" not in str(rows) and str(tmp_path) not in str(rows)
    assert settings["enable_external_access"] == "false"
    assert settings["lock_configuration"] == "true"
    assert snapshot(tmp_path) == before


def test_every_table_can_be_asked_even_where_it_has_no_file_yet(dataset):
    with sandbox(dataset_files(dataset)) as connection:
        assert run_query(connection, "SELECT count(*) AS n FROM rejected_articles").read_all().to_pylist() == [{"n": 1}]
        assert run_query(connection, "SELECT count(*) AS n FROM runs").read_all().to_pylist() == [{"n": 0}]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT count(*) FROM Rejected_Articles r JOIN runs USING (run_id)",
        "FROM query_table('rejected_articles')",
        "SELECT * FROM query('SELECT 1 FROM rejected' || '_articles')",
        "SELECT table_name FROM information_schema.tables",
        "DESCRIBE rejected_articles",
        "SELECT * FROM rejected_article",
    ],
)
def test_no_statement_lacks_a_table_that_it_can_reach(statement):
    needed = {t.name for t in tables_needed(statement)}
    assert "rejected_articles" in needed
    assert "FROM Rejected_Articles" not in statement or needed == {"rejected_articles", "runs"}


def test_an_unfinished_batch_is_not_seen(dataset):
    (dataset / "raw_articles" / f"{'d' * 16}.parquet").unlink()
    with sandbox(dataset_files(dataset)) as connection:
        assert run_query(connection, "SELECT count(*) AS n FROM rejected_articles").read_all().to_pylist() == [{"n": 0}]


def test_an_error_says_where_and_what_there_is(dataset):
    with sandbox(dataset_files(dataset)) as connection:
        with pytest.raises(QueryError, match=r"LINE 1(?s:.*)\^(?s:.*)rejected_articles: raw_id, raw_path, stage, reason, detail"):
            run_query(connection, "SELECT resaon FROM rejected_articles")
        with pytest.raises(QueryError, match=r"(?s)artikles.*articles: article_id"):
            run_query(connection, "SELECT * FROM artikles")


def test_column_comments_say_what_columns_mean(dataset):
    with sandbox(dataset_files(dataset)) as connection:
        (comment,) = connection.execute(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'rejected_articles' AND column_name = 'detail'"
        ).fetchone()
    assert comment == table_named("rejected_articles").column("detail").meaning
