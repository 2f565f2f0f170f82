"""Column and Table: the only place where a fact about the dataset's shape can be declared."""

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal[
    "string", "int32", "int64", "float64", "bool", "date", "timestamp", "list<string>", "map<string,string>"
]
Layer = Literal["store", "reference", "operation", "release"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, what it holds and what it may hold.

    `values` closes the list of strings allowed; `pattern` is an RE2 expression that the whole
    value matches; `minimum` and `maximum` bound numbers, ends included; `references` names the
    (table, column) that holds every value; `example` is shown in the data dictionary.
    """

    name: str
    type: ColumnType
    meaning: str
    example: object = None
    nullable: bool = False
    unit: str | None = None
    values: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    references: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A promise that `text[start:end] == as_given` in the article that the row belongs to.

    The three fields name columns of the table; offsets are Unicode code points, end exclusive.
    """

    as_given: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A statement over one row: `holds` is a DuckDB expression that is true for every good row."""

    name: str
    meaning: str
    holds: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name is its file, its folder in the store, its DuckDB view and its heading.

    `layer` says who writes it: `store` per batch, `reference` from data/reference, `operation` by
    runs, `release` when a release is built. `may_be_empty` is false where an empty table means
    that something went wrong.
    """

    name: str
    meaning: str
    layer: Layer
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    span: Span | None = None
    rules: tuple[Rule, ...] = ()
    may_be_empty: bool = True

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name}")
