"""Columns that the tables of the citation index have alike."""

from schemas.table import Column

UNDATED = "undated"  # the month of articles whose date is not known
MONTH = Column(
    "month", "string", f"month of published_earliest; {UNDATED} where the date is not known", example="2025-11", pattern=f"{UNDATED}|[0-9]{{4}}-[0-9]{{2}}"
)
SOURCE = (
    Column("source_id", "string", "key of cited_sources; null where the source is not in the registry", example="kyodo-news", nullable=True),
    Column("source_name", "string", "name of the source", example="Kyodo News"),
    Column("source_kind", "string", "what sort of source it is; `official` is a part of a state or who speaks in office, `organisation` any other body", example="agency"),
)
