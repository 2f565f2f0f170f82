"""raw_articles: the ledger, one row per raw article received."""

from schemas.table import Column, Table

FORMS = (
    "text", "jsonl", "json", "csv", "tsv", "parquet", "page", "warc", "feed", "telegram", "newsml", "ninjs", "iptc7901",
    "archive", "unknown",
)  # fmt: skip
OUTCOMES = ("accepted", "duplicate", "rejected")

TABLE = Table(
    name="raw_articles",
    meaning="The ledger: one row per raw article received, and what became of it.",
    layer="store",
    key=("raw_path", "raw_id"),
    may_be_empty=False,
    columns=(
        Column("raw_id", "string", "SHA-256 of the raw bytes of the record (the file, its line, its WARC record)", example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", pattern="[0-9a-f]{64}"),
        Column("raw_path", "string", "path relative to the raw folder; `#` and the record's position where a file holds many", example="sample/uk/01_borscht.txt"),
        Column("form", "string", "input form", example="text", values=FORMS),
        Column("byte_count", "int64", "size of the record", example=2310, unit="bytes", minimum=0),
        Column("encoding", "string", "encoding the record was decoded from; null where it could not be decoded", example="utf-8", nullable=True),
        Column("received_at", "timestamp", "when it reached us", example="2025-11-03T10:00:00Z", unit="UTC"),
        Column("batch_id", "string", "the batch that wrote the row", example="3f1c9a0b2d4e5f60", pattern="[0-9a-f]{16}"),
        Column("outcome", "string", "what became of it", example="accepted", values=OUTCOMES),
        Column("article_id", "string", "the article it became or repeats; null where it was rejected", example="0b9f3c5a7d1e2f40816253647586970a", nullable=True, references=("articles", "article_id")),
    ),
)
