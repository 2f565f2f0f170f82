"""What differs between two processed folders: values changed, added and gone, by column and rule."""

from pathlib import Path

import duckdb
import pyarrow as pa

from flows.write.store import table_files
from schemas import articles, citations, date_expressions
from schemas.dataset import tables_of
from schemas.derive.checks import identifier, quoted
from schemas.derive.duckdb_views import view_over_files
from schemas.table import Table

EVIDENCE_COLUMN = {
    "outlet_as_given": "outlet_id", "published_earliest": "published_edtf", "published_latest": "published_edtf",
    "published_at": "published_edtf", "published_precision": "published_edtf",
}
"""Columns whose evidence stands under another column's name."""

IDENTITY = ("article_id", "text", "text_sha256", "raw_id")
"""Columns of articles that are the same where the article is."""


def dataset_diff(a: Path, b: Path) -> pa.RecordBatchReader:
    """Rows (table, column, rule, change, count, example): `rule` is B's, or A's where the value is gone.

    `change` is added, gone or changed. Articles are matched by their id, citations and date expressions by the words
    and the place where they stand, within articles that both have.
    """
    connection = duckdb.connect()
    for schema, folder in (("a", a), ("b", b)):
        connection.execute(f"CREATE SCHEMA {schema}; USE {schema}")
        for table in tables_of("store"):
            connection.execute(view_over_files(table, [str(p.resolve()) for p in table_files(folder, table.name)]))
    parts = [_articles_added_and_gone(), *(_article_column(c.name) for c in articles.TABLE.columns if c.name not in IDENTITY)]
    for table in (citations.TABLE, date_expressions.TABLE):
        connection.execute(f"CREATE TEMP TABLE {table.name}_pairs AS {_pairs(table)}")
        parts.append(_rows_added_and_gone(table))
        span = (table.span.as_given, table.span.start, table.span.end)
        parts.extend(_child_column(table, c.name) for c in table.columns if c.name not in ("article_id", "position", *span))
    found = " UNION ALL ".join(parts)
    relation = connection.sql(
        f"SELECT * FROM ({found}) WHERE count > 0 ORDER BY list_position(['articles', 'citations', 'date_expressions'], \"table\"), count DESC, \"column\", rule, change"
    )
    return relation.to_arrow_reader()


def _articles_added_and_gone() -> str:
    return (
        "SELECT 'articles' AS \"table\", 'article_id' AS \"column\", NULL AS rule, change, count(*) AS count, min(article_id) AS example FROM ("
        "SELECT 'added' AS change, article_id FROM b.articles ANTI JOIN a.articles USING (article_id) UNION ALL "
        "SELECT 'gone', article_id FROM a.articles ANTI JOIN b.articles USING (article_id)) GROUP BY change"
    )


def _change(old: str, new: str) -> str:
    return f"CASE WHEN {old} IS NULL THEN 'added' WHEN {new} IS NULL THEN 'gone' ELSE 'changed' END"


def _example(key: str, old: str, new: str) -> str:
    return f"min({key} || ': ' || coalesce({old}::VARCHAR, '∅') || ' → ' || coalesce({new}::VARCHAR, '∅'))"


def _article_column(column: str) -> str:
    name, explained = identifier(column), quoted(EVIDENCE_COLUMN.get(column, column))
    rules = "(SELECT article_id, max_by(rule, position) AS rule FROM {side}.evidence WHERE \"column\" = {explained} GROUP BY 1)"
    return (
        f"SELECT 'articles', {quoted(column)}, coalesce(ry.rule, rx.rule), {_change(f'x.{name}', f'y.{name}')} AS change, count(*), "
        f"{_example('x.article_id', f'x.{name}', f'y.{name}')} "
        f"FROM a.articles x JOIN b.articles y USING (article_id) "
        f"LEFT JOIN {rules.format(side='b', explained=explained)} ry USING (article_id) "
        f"LEFT JOIN {rules.format(side='a', explained=explained)} rx USING (article_id) "
        f"WHERE x.{name} IS DISTINCT FROM y.{name} GROUP BY 3, 4"
    )


def _pairs(table: Table) -> str:
    span = ", ".join(identifier(n) for n in (table.span.as_given, table.span.start, table.span.end))

    of_row = ", ".join(f"r.{identifier(n)}" for n in (table.span.as_given, table.span.start, table.span.end))

    def side(schema: str, other: str) -> str:
        return (
            f"SELECT r, e.rule, r.article_id, {of_row}, row_number() OVER (PARTITION BY r.article_id, {of_row} ORDER BY r.position) AS n "
            f"FROM {schema}.{table.name} r SEMI JOIN {other}.articles o ON o.article_id = r.article_id "
            f"LEFT JOIN {schema}.evidence e ON e.article_id = r.article_id AND e.\"column\" = '{table.name}[' || r.position || ']'"
        )

    return (
        f"SELECT x.r AS x, y.r AS y, coalesce(y.rule, x.rule) AS rule FROM ({side('a', 'b')}) x "
        f"FULL JOIN ({side('b', 'a')}) y USING (article_id, {span}, n)"
    )


def _rows_added_and_gone(table: Table) -> str:
    given = table.span.as_given
    return (
        f"SELECT '{table.name}', '(row)', rule, CASE WHEN x IS NULL THEN 'added' ELSE 'gone' END AS change, count(*), "
        f"min(coalesce(y.article_id, x.article_id) || ': ' || coalesce(y.{given}, x.{given})) "
        f"FROM {table.name}_pairs WHERE x IS NULL OR y IS NULL GROUP BY 3, 4"
    )


def _child_column(table: Table, column: str) -> str:
    name = identifier(column)
    return (
        f"SELECT '{table.name}', {quoted(column)}, rule, {_change(f'x.{name}', f'y.{name}')} AS change, count(*), "
        f"{_example(f'x.article_id || chr(32) || x.{table.span.as_given}', f'x.{name}', f'y.{name}')} "
        f"FROM {table.name}_pairs WHERE x IS NOT NULL AND y IS NOT NULL AND x.{name} IS DISTINCT FROM y.{name} GROUP BY 3, 4"
    )
