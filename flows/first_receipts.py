"""Articles that the store read from a later receipt than their first, read once more from the first.

The same text with the same URL may come again with other metadata beside it. The store keeps what it read first; a
release must not depend on what that was, so it takes the reading of the receipt that came first.
"""

from collections.abc import Sequence
from pathlib import Path

from flows.batch_reading import Reading, read_batch
from flows.ingest.again import stage_records
from flows.ingest.field_map import load_field_map
from flows.publish.store_view import ReadAgain


def read_first_receipts(raw: Path, processed: Path) -> ReadAgain:
    """How a release reads records again: as a run reads them, from the raw folder; None where none of them is there."""

    def read(keys: Sequence[tuple[str, str]], work: Path) -> Path | None:
        batch = stage_records(raw, keys, work / "staging", load_field_map(processed)) if raw.is_dir() else None
        return read_batch(batch, Reading(processed, work / "read"), {}, lambda index: None).folder if batch else None

    return read
