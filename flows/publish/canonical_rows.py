"""The rows of each table of a release as SQL: what rights allow, in an order that nothing but the rows decides."""

import duckdb

from flows.publish.article_month import month_of
from flows.publish.rights import SPANS, cut, is_open
from schemas.derive.checks import identifier
from schemas.derive.released import PARTITIONED, cut_columns, released
from schemas.table import Table

MONTH = "month_of_article"


def tables_at_hand(con: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Names of the tables and views in the database."""
    rows = con.execute("SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    return frozenset(name for (name,) in rows)


def canonical_rows(table: Table) -> str:
    """SQL for the table's released rows, sorted; partitioned tables have the column `month_of_article` in front.

    `table` is the declared one; the columns are those of `released(table)`, after the month.
    """
    columns = ", ".join(f"{_value(table.name, c.name)} AS {identifier(c.name)}" for c in released(table).columns)
    keys = ", ".join(f"t.{identifier(k)}" for k in table.key)
    if table.name not in PARTITIONED:
        return f"SELECT {columns} FROM {identifier(table.name)} t ORDER BY {keys}"
    source = "JOIN facts a ON a.article_id = t.article_id "
    if table.name == "articles":
        source += "LEFT JOIN cluster_members m ON m.article_id = t.article_id"
        keys = f"t.published_earliest, {keys}"
    else:
        source += "LEFT JOIN quotable q ON q.article_id = t.article_id AND q.char_start = t.char_start AND q.char_end = t.char_end"
    month = month_of("a.published_earliest")
    return f"SELECT {month} AS {MONTH}, {columns} FROM {table.name} t {source} ORDER BY {MONTH}, {keys}"


def _value(table: str, column: str) -> str:
    value = f"t.{identifier(column)}"
    if (table, column) == ("articles", "text"):
        return f"CASE WHEN {is_open()} THEN {value} END"
    if (table, column) == ("articles", "char_count"):
        return "length(t.text)"
    if (table, column) == ("articles", "cluster_id"):
        return "m.cluster_id"
    if column in cut_columns(table):
        return f"CASE WHEN {is_open()} THEN {value} ELSE {cut(value)} END"
    if (table, column) in SPANS:
        return (
            f"CASE WHEN {is_open()} THEN {value} WHEN t.char_start IS NULL THEN {cut(value)} "
            f"WHEN q.article_id IS NOT NULL THEN {value} END"
        )
    return value
