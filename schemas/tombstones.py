"""tombstones: what was taken down, and why; it stays down whatever is ingested again."""

from schemas.table import Column, Rule, Table

REASONS = ("legal", "privacy", "rights_holder", "mistake", "other")

TABLE = Table(
    name="tombstones",
    meaning="One row per article or outlet that was taken down with `dateline forget`; nothing of its text is kept.",
    layer="operation",
    key=("tombstone_id",),
    columns=(
        Column("tombstone_id", "string", "32 hex digits of SHA-256 over what is forgotten", example="5e884898da28047151d0e56f8dc62927", pattern="[0-9a-f]{32}"),
        Column("article_id", "string", "the article; null where an outlet is forgotten", example="0b9f3c5a7d1e2f40816253647586970a", nullable=True, pattern="[0-9a-f]{32}"),
        Column("raw_id", "string", "SHA-256 of the raw bytes that it was read from; one row for each copy", example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", nullable=True, pattern="[0-9a-f]{64}"),
        Column("outlet_id", "string", "the outlet all of whose articles are forgotten, those to come too; null where it is one article", example="unn", nullable=True),
        Column("why", "string", "class of reason", example="legal", values=REASONS),
        Column("note", "string", "what a person added, without personal data", example="court order of 2026-03-01", nullable=True),
        Column("forgotten_at", "timestamp", "when it was taken down", example="2026-03-02T09:00:00Z", unit="UTC"),
    ),
    rules=(
        Rule("one_subject", "an article or an outlet", "(article_id IS NULL) <> (outlet_id IS NULL)"),
    ),
)
