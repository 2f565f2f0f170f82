"""rejected_articles: what could not be accepted, and why."""

from schemas.table import Column, Table

STAGES = ("ingest", "normalize", "validate", "write")

TABLE = Table(
    name="rejected_articles",
    meaning="Raw articles that were not accepted: the reason, the detail and where the raw bytes are.",
    layer="store",
    key=("raw_path", "raw_id"),
    columns=(
        Column("raw_id", "string", "SHA-256 of the raw bytes of the record", example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", pattern="[0-9a-f]{64}", references=("raw_articles", "raw_id")),
        Column("raw_path", "string", "path of the record, as in raw_articles", example="sample/broken/lines.jsonl#3"),
        Column("stage", "string", "where it was rejected", example="ingest", values=STAGES),
        Column("reason", "string", "why: a key of data/reference/reject_reasons.csv", example="invalid_json", pattern="[a-z_]+"),
        Column("detail", "string", "what exactly was wrong, for a person", example="line 3: unexpected end of data at byte 118"),
    ),
)
