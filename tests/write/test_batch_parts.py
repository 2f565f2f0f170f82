"""A batch that several workers read in parts is the batch that one reads whole, byte for byte."""

import pytest

from flows import batch_reading
from flows.batch_reading import Reading, first_records, join_parts, read_batch, read_part
from flows.ingest.batches import BatchLimits
from flows.stages import ingest, plan_run
from flows.write.tombstones import load_tombstones
from tests.write.conftest import lines


@pytest.fixture
def batch(raw, processed):
    (raw / "a.jsonl").write_text(lines([f"Новость {i}" for i in range(8)]) + "{broken\n" + lines(["Новость 1", "Новость 9", "Новость 9"], first=100))
    (raw / "b.txt").write_text("Новость 1")
    (raw / "c.txt").write_text("Новость 1")
    processed.mkdir(exist_ok=True)
    (batch,) = ingest(plan_run(raw, processed, BatchLimits()))
    return batch


def _bytes(staged):
    return {path.name: path.read_bytes() for path in staged.folder.iterdir()}


@pytest.mark.parametrize("size", [1, 3, 5, 100])
def test_parts_put_together_are_the_whole(batch, processed, monkeypatch, size):
    reading = Reading(processed, batch.staged.parent)
    assert not load_tombstones(processed)
    whole = _bytes(read_batch(batch, reading, {}, lambda index: None))
    monkeypatch.setattr(batch_reading, "RECORDS_PER_PART", size)
    seen = []
    parts = [read_part(batch, first, reading, {}, seen.append) for first in first_records(batch)]
    assert [index for index in seen if index >= 0] == list(range(batch.record_count))
    assert _bytes(join_parts(batch, parts, reading, {}, lambda index: None)) == whole
    assert not any(part.folder.exists() for part in parts)
