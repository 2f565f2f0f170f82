"""Tables as DuckDB views with comments, over the Parquet files of a store or release."""

from collections.abc import Iterable

from schemas.derive.checks import identifier, quoted
from schemas.table import Column, Table

SQL_TYPES: dict[str, str] = {
    "string": "VARCHAR",
    "int32": "INTEGER",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "bool": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP WITH TIME ZONE",
    "list<string>": "VARCHAR[]",
    "map<string,string>": "MAP(VARCHAR, VARCHAR)",
}


def comments(table: Table) -> list[str]:
    """SQL statements that put the meanings on the view and its columns."""
    statements = [f"COMMENT ON VIEW {identifier(table.name)} IS {quoted(table.meaning)}"]
    for column in table.columns:
        statements.append(f"COMMENT ON COLUMN {identifier(table.name)}.{identifier(column.name)} IS {quoted(_comment(column))}")
    return statements


def view_over_files(table: Table, files: Iterable[str]) -> str:
    """SQL that makes the view over the Parquet files (absolute paths or URLs); an empty view where there are none.

    A column that files written before its declaration do not have is null there.
    """
    listed = [quoted(f) for f in files]
    if not listed:
        return empty_view(table)
    columns = ", ".join(identifier(c.name) for c in table.columns)
    return (
        f"CREATE OR REPLACE VIEW {identifier(table.name)} AS SELECT {columns} FROM (SELECT {_typed_nulls(table)} WHERE false "
        f"UNION ALL BY NAME SELECT * FROM read_parquet([{', '.join(listed)}], union_by_name = true))"
    )


def empty_view(table: Table) -> str:
    """SQL that makes a view without rows but with the declared columns."""
    return f"CREATE OR REPLACE VIEW {identifier(table.name)} AS SELECT {_typed_nulls(table)} WHERE false"


def _typed_nulls(table: Table) -> str:
    return ", ".join(f"CAST(NULL AS {SQL_TYPES[c.type]}) AS {identifier(c.name)}" for c in table.columns)


def _comment(column: Column) -> str:
    return column.meaning if column.unit is None else f"{column.meaning} [{column.unit}]"
