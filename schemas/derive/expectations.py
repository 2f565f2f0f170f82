"""A Table as Great Expectations expectations, declared as plain data so that nothing heavy is imported."""

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.derive.checks import identifier, references, row_checks, span_holds
from schemas.table import Table

WHOLE_ARTICLES = "whole_articles"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation: its Great Expectations type and arguments, and what it means for people.

    `broken_rows` is SQL that selects the keys of the rows that break it, `{table}` standing for the table; None where
    the expectation is not about single rows.
    """

    name: str
    type: str
    arguments: Mapping[str, object]
    meaning: str
    broken_rows: str | None


def expectations(table: Table, row_count: int | None = None) -> tuple[Expectation, ...]:
    """The suite of the table; with `row_count` the table must have exactly so many rows.

    Queries name tables as views of the rows that are checked; `whole_articles` is the view of all articles there are.
    """
    found = [_row_count(table, row_count), _columns(table), _unique_key(table)]
    found.extend(_closed_list(table))
    # of a broken row the key is told and no more: whole rows would have every text read for each expectation
    key = ", ".join(identifier(k) for k in table.key)
    for check in row_checks(table):
        if not check.name.endswith("_in_list"):
            found.append(_rows(check.name, check.meaning, f"SELECT {key} FROM {{table}} WHERE NOT {check.holds}"))
    for r in references(table):
        column, target = identifier(r.column), identifier(r.target_column)
        # a duplicate repeats an article of any batch; all other rows are written with what they refer to
        view = WHOLE_ARTICLES if table.name == "raw_articles" else r.target_table
        found.append(
            _rows(
                r.name,
                f"every {r.column} stands in {r.target_table}.{r.target_column}",
                f"SELECT {key} FROM {{table}} WHERE {column} IS NOT NULL AND {column} NOT IN "
                f"(SELECT {target} FROM {identifier(view)} WHERE {target} IS NOT NULL)",
            )
        )
    if table.span:
        found.append(
            _rows(
                "span_is_the_words_as_given",
                f"text[{table.span.start}:{table.span.end}] is {table.span.as_given}",
                f"SELECT {', '.join(f'r.{identifier(k)}' for k in table.key)} FROM {{table}} r LEFT JOIN articles a ON a.article_id = r.article_id WHERE NOT {span_holds(table)}",
            )
        )
    return tuple(found)


def _row_count(table: Table, row_count: int | None) -> Expectation:
    if row_count is not None:
        arguments: dict[str, object] = {"min_value": row_count, "max_value": row_count}
        meaning = f"the table has the {row_count:,} rows that were counted when it was written"
    else:
        arguments = {"min_value": 0 if table.may_be_empty else 1}
        meaning = "the table can be read" if table.may_be_empty else "the table is not empty"
    return Expectation("row_count", "expect_table_row_count_to_be_between", arguments, meaning, None)


def _columns(table: Table) -> Expectation:
    names = [c.name for c in table.columns]
    return Expectation(
        "columns", "expect_table_columns_to_match_ordered_list", {"column_list": names},
        "the columns are the declared ones in their order", None,
    )


def _unique_key(table: Table) -> Expectation:
    key = ", ".join(identifier(k) for k in table.key)
    query = f"SELECT {key}, count(*) AS times FROM {{table}} GROUP BY {key} HAVING count(*) > 1"
    if len(table.key) == 1:
        return Expectation("key_is_unique", "expect_column_values_to_be_unique", {"column": table.key[0]}, f"{table.key[0]} is unique", query)
    # the library's own check of several columns joins the groups to all rows again: at 13 million rows it failed though every key was unique
    return _rows("key_is_unique", f"({', '.join(table.key)}) is unique", query)


def _closed_list(table: Table) -> list[Expectation]:
    return [
        Expectation(
            f"{c.name}_in_list", "expect_column_values_to_be_in_set", {"column": c.name, "value_set": list(c.values)},
            f"{c.name} is one of {', '.join(c.values)}",
            f"SELECT {', '.join(map(identifier, table.key))} FROM {{table}} WHERE {identifier(c.name)} NOT IN ({', '.join(repr(v) for v in c.values)})",
        )
        for c in table.columns
        if c.values
    ]


def _rows(name: str, meaning: str, query: str) -> Expectation:
    return Expectation(name, "unexpected_rows_expectation", {"unexpected_rows_query": query}, meaning, query)
