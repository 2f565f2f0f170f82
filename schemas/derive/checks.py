"""A Table as checks in SQL: what is true of every good row, and between tables."""

from dataclasses import dataclass

from schemas.table import Column, Table


@dataclass(frozen=True, slots=True)
class Check:
    """One statement about rows: `holds` is a DuckDB expression over the row, true (never null) when it is good."""

    name: str
    meaning: str
    holds: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Every non-null value of `column` stands in `target_table.target_column`."""

    name: str
    column: str
    target_table: str
    target_column: str


def quoted(text: str) -> str:
    """The text as an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """The name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def row_checks(table: Table) -> tuple[Check, ...]:
    """All checks that need no more than the row itself, in declared order."""
    found: list[Check] = []
    for column in table.columns:
        found.extend(_column_checks(column))
    for rule in table.rules:
        found.append(Check(rule.name, rule.meaning, f"coalesce({rule.holds}, false)"))
    return tuple(found)


def _column_checks(column: Column) -> list[Check]:
    name, found = identifier(column.name), []
    if not column.nullable:
        found.append(Check(f"{column.name}_not_null", f"{column.name} is given", f"{name} IS NOT NULL"))
    if column.values:
        listed = ", ".join(quoted(v) for v in column.values)
        found.append(
            Check(f"{column.name}_in_list", f"{column.name} is one of {', '.join(column.values)}", f"({name} IS NULL OR {name} IN ({listed}))")
        )
    if column.pattern:
        found.append(
            Check(
                f"{column.name}_pattern", f"{column.name} matches {column.pattern}",
                f"({name} IS NULL OR regexp_full_match({name}, {quoted(column.pattern)}))",
            )
        )
    if column.type == "float64":
        found.append(Check(f"{column.name}_is_a_number", f"{column.name} is not NaN", f"({name} IS NULL OR NOT isnan({name}))"))
    if column.minimum is not None:
        found.append(Check(f"{column.name}_minimum", f"{column.name} is at least {column.minimum}", f"({name} IS NULL OR {name} >= {column.minimum})"))
    if column.maximum is not None:
        found.append(Check(f"{column.name}_maximum", f"{column.name} is at most {column.maximum}", f"({name} IS NULL OR {name} <= {column.maximum})"))
    return found


def references(table: Table) -> tuple[Reference, ...]:
    """The references to other tables that the columns declare."""
    return tuple(
        Reference(f"{c.name}_in_{c.references[0]}", c.name, c.references[0], c.references[1])
        for c in table.columns
        if c.references
    )


def span_holds(table: Table, row: str = "r", article: str = "a") -> str:
    """SQL that is true where the row's span of the article's text is the words as given (or the row has no span)."""
    if table.span is None:
        raise ValueError(f"table {table.name} declares no span")
    start, end, given = (f"{row}.{identifier(n)}" for n in (table.span.start, table.span.end, table.span.as_given))
    return f"({start} IS NULL OR coalesce(substring({article}.text, {start} + 1, {end} - {start}) = {given}, false))"
