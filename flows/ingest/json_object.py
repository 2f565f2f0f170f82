"""A record that holds one JSON object."""

import orjson

from flows.ingest.raw_article import Record, Rejected


def object_of(record: Record, what: str) -> dict | Rejected:
    """The object that the record holds; Rejected with the place in the file, or with what stands where `what` is expected."""
    try:
        given = orjson.loads(record.payload)
    except orjson.JSONDecodeError as error:
        return Rejected("invalid_json", f"byte offset {(record.byte_offset or 0) + error.pos}: {error.msg}")
    return given if isinstance(given, dict) else Rejected("invalid_record", f"a {type(given).__name__} where {what} is expected")
