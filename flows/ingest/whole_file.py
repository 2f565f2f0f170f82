"""A file that is read as a whole, or the record to reject in its place."""

from pathlib import Path

from flows.ingest.compressed import BrokenInputError, read_all
from flows.ingest.raw_article import Provenance, Record, Rejected


def read_whole(path: Path, limit: int, form: str, raw_path: str, provenance: Provenance) -> bytes | tuple[Record, Rejected]:
    """The bytes of a file, decompressed; where it cannot be read to its end, what was read of it with the reason."""
    try:
        return read_all(path, limit)
    except BrokenInputError as broken:
        return Record(raw_path, form, broken.read, provenance, 0), broken.rejected
