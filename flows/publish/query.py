"""The query sandbox: SQL over the dataset's tables that can read them and do nothing else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds

from flows.write.store import committed_batches, table_files
from schemas.dataset import TABLES
from schemas.derive.arrow import arrow_schema
from schemas.derive.checks import identifier
from schemas.derive.duckdb_views import comments, empty_view
from schemas.table import Table

TIME_LIMIT_S = 60
MEMORY_LIMIT = "2GB"


class QueryError(ValueError):
    """The SQL cannot be run; the message says where and which tables and columns exist."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query."""

    seconds: int = TIME_LIMIT_S
    memory: str = MEMORY_LIMIT


def dataset_files(processed: Path) -> dict[str, list[Path]]:
    """The Parquet files of every declared table that readers may see; the same batches of every table."""
    batch_ids = committed_batches(processed)
    return {t.name: table_files(processed, t.name, batch_ids) for t in TABLES}


def sandbox(
    files: Mapping[str, Sequence[Path]], limits: Limits | None = None, with_comments: bool = True, tables: Sequence[Table] = TABLES
) -> duckdb.DuckDBPyConnection:
    """A connection whose views are the tables, with their meanings as comments, and which can touch nothing outside them.

    The tables are Arrow datasets handed over before the door is shut: no file, network, extension or setting can
    be reached from SQL afterwards, so writing is impossible whatever the statement looks like.
    """
    bounds = limits or Limits()
    connection = duckdb.connect(config={"python_enable_replacements": "false", "memory_limit": bounds.memory, "temp_directory": ""})
    for table in tables:
        paths = [str(p) for p in files.get(table.name, ())]
        if paths:
            source = f"{table.name}_files_"
            connection.register(source, ds.dataset(paths, schema=_cheapest_first(table), format="parquet"))
            columns = ", ".join(identifier(c.name) for c in table.columns)
            connection.execute(f"CREATE VIEW {identifier(table.name)} AS SELECT {columns} FROM {source}")
        else:
            connection.execute(empty_view(table))
        if with_comments:
            connection.execute(";".join(comments(table)))
    connection.execute(f"SET max_execution_time = {bounds.seconds * 1000}")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _cheapest_first(table: Table) -> pa.Schema:
    """The table's schema, a column of few values first: it is the first that a count of rows reads."""
    schema = arrow_schema(table)
    first = next((c.name for c in table.columns if c.values or c.type == "bool"), schema.names[0])
    return pa.schema([schema.field(first), *(column for column in schema if column.name != first)])


def asks_the_catalogue(sql: str) -> bool:
    """Whether the statement could ask which tables there are and what their columns mean, or name tables in a roundabout way."""
    return re.search(r"comment|duckdb_|pg_|information_schema|sqlite_|execute|query|show|describe|pragma|\\", sql, re.IGNORECASE) is not None


def tables_needed(sql: str) -> tuple[Table, ...]:
    """The tables that the statement names, each of which takes milliseconds to set up.

    All of them where it asks the catalogue, and where it names none, so that an error can say which was meant.
    """
    named = tuple(t for t in TABLES if re.search(rf"\b{t.name}\b", sql, re.IGNORECASE))
    return TABLES if asks_the_catalogue(sql) or not named else named


def run_query(connection: duckdb.DuckDBPyConnection, sql: str) -> pa.RecordBatchReader:
    """The rows of one statement; QueryError where it fails or gives no rows."""
    try:
        relation = connection.sql(sql)
        if relation is None:
            raise QueryError("the statement gives no rows: this command only reads")
        return relation.to_arrow_reader()
    except duckdb.Error as error:
        raise QueryError(_explained(_with_place(connection, sql, str(error)), sql)) from error


def _with_place(connection: duckdb.DuckDBPyConnection, sql: str, message: str) -> str:
    if "LINE " in message:
        return message
    try:
        connection.execute(sql)  # the other call of DuckDB says where in the statement the fault is
    except duckdb.Error as error:
        return str(error)
    return message


def _explained(message: str, sql: str) -> str:
    lines = [message.strip()]
    if re.search(r"does not exist|not found in|Referenced (column|table)", message):
        mentioned = [t for t in TABLES if re.search(rf"\b{t.name}\b", sql)]
        lines.append("")
        for table in mentioned or TABLES:
            lines.append(f"{table.name}: {', '.join(c.name for c in table.columns)}")
    return "\n".join(lines)


def rows_of(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] = ()) -> list[dict]:
    """The rows of a query of ours, each a dictionary."""
    return connection.sql(sql, params=list(parameters)).to_arrow_table().to_pylist()
