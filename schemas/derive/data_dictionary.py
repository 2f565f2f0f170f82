"""The data dictionary: every table and column, for people; docs/data_dictionary.md is what this writes."""

from collections.abc import Sequence

from schemas.dataset import SCHEMA_VERSION, TABLES
from schemas.table import Column, Table

LAYERS = {
    "store": "written by `dateline run`, one file per batch",
    "reference": "maintained by hand in `data/reference`, written whole",
    "operation": "written by runs",
    "release": "written when a release is built",
}


def data_dictionary(tables: Sequence[Table] = TABLES) -> str:
    """The data dictionary as Markdown, ending in a line end."""
    parts = [
        "# Data dictionary",
        "",
        f"Schema version {SCHEMA_VERSION}. Generated from `schemas/` by `dateline dictionary`; do not edit.",
        "",
        "Spans are Unicode code point offsets into `articles.text`, end exclusive: in DuckDB "
        "`substring(text, char_start + 1, char_end - char_start)`.",
        "",
        *(f"- [{t.name}](#{t.name}): {t.meaning}" for t in tables),
        "",
    ]
    for table in tables:
        parts.extend(_table(table))
    return "\n".join(parts).rstrip("\n") + "\n"


def _table(table: Table) -> list[str]:
    lines = [
        f"## {table.name}",
        "",
        table.meaning,
        "",
        f"Key: {', '.join(f'`{k}`' for k in table.key)}. {LAYERS[table.layer].capitalize()}.",
        "",
        "| column | type | null | meaning | example |",
        "|---|---|---|---|---|",
        *(_column(c) for c in table.columns),
        "",
    ]
    if table.rules:
        lines += ["Every row holds: " + "; ".join(f"{r.meaning} (`{r.name}`)" for r in table.rules) + ".", ""]
    return lines


def _column(column: Column) -> str:
    meaning = column.meaning
    if column.unit:
        meaning += f" [{column.unit}]"
    if column.values:
        meaning += ". One of: " + ", ".join(f"`{v}`" for v in column.values)
    if column.references:
        meaning += f". → `{column.references[0]}.{column.references[1]}`"
    example = "" if column.example is None else f"`{column.example}`"
    cells = (f"`{column.name}`", column.type, "yes" if column.nullable else "", meaning, example)
    return "| " + " | ".join(c.replace("|", "\\|").replace("\n", "⏎") for c in cells) + " |"
