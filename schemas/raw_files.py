"""raw_files: which files the batches were cut from, so that a file is never read twice."""

from schemas.table import Column, Table

TABLE = Table(
    name="raw_files",
    meaning="One row per file, or part of a file, that a batch was cut from.",
    layer="store",
    key=("raw_path", "file_sha256", "first_record"),
    may_be_empty=False,
    columns=(
        Column("raw_path", "string", "path relative to the raw folder", example="sample/uk/01_borscht.txt"),
        Column("file_sha256", "string", "SHA-256 of the file's bytes", example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", pattern="[0-9a-f]{64}"),
        Column("byte_count", "int64", "size of the file", example=2310, unit="bytes", minimum=0),
        Column("first_record", "int64", "first record of the file in this batch", example=0, minimum=0),
        Column("record_count", "int64", "records of the file in this batch", example=1, minimum=0),
        Column("is_complete", "bool", "whether the file ends in this batch", example=True),
        Column("batch_id", "string", "the batch", example="3f1c9a0b2d4e5f60", pattern="[0-9a-f]{16}"),
    ),
)
