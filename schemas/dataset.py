"""The dataset: every table there is, in the order in which people read about them."""

from schemas import (
    articles,
    citation_edges,
    citations,
    cited_source_aliases,
    cited_sources,
    cluster_members,
    corroboration,
    coverage,
    date_expressions,
    evidence,
    near_duplicates,
    outlet_aliases,
    outlet_month,
    outlets,
    raw_articles,
    raw_files,
    rejected_articles,
    runs,
    source_month,
    tombstones,
)
from schemas.table import Layer, Table

SCHEMA_VERSION = "1.1.0"

TABLES: tuple[Table, ...] = (
    articles.TABLE,
    citations.TABLE,
    date_expressions.TABLE,
    evidence.TABLE,
    outlets.TABLE,
    outlet_aliases.TABLE,
    cited_sources.TABLE,
    cited_source_aliases.TABLE,
    raw_articles.TABLE,
    rejected_articles.TABLE,
    raw_files.TABLE,
    runs.TABLE,
    coverage.TABLE,
    tombstones.TABLE,
    near_duplicates.TABLE,
    cluster_members.TABLE,
    corroboration.TABLE,
    citation_edges.TABLE,
    outlet_month.TABLE,
    source_month.TABLE,
)


def table_named(name: str) -> Table:
    """The table of that name; KeyError with the names there are where it is none of them."""
    for table in TABLES:
        if table.name == name:
            return table
    raise KeyError(f"no table {name}; there are {', '.join(t.name for t in TABLES)}")


def tables_of(layer: Layer) -> tuple[Table, ...]:
    """The tables that the layer writes, in declared order."""
    return tuple(t for t in TABLES if t.layer == layer)
