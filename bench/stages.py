"""Each stage alone, one core, in this process: processor time per article."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.arrow_imports import import_arrow_without
from flows.ingest.batches import staged_records
from flows.ingest.forms import read_record
from flows.normalize.batch import normalize_batch
from flows.normalize.load_registry import load_registry
from flows.normalize.record import read_one
from flows.stages import ingest, plan_run
from flows.validate.rows import validate_batch
from flows.write.article_ids import ArticleIds
from flows.write.commit import commit_batch, stage_batch


@dataclass(slots=True)
class Clock:
    """Processor seconds by the name of what they were spent on."""

    seconds: dict[str, float]
    last: float

    def lap(self, name: str) -> None:
        """Put what passed since the last call to the name's account."""
        now = time.process_time()
        self.seconds[name] = self.seconds.get(name, 0.0) + now - self.last
        self.last = now


def stage_costs(raw: Path, processed: Path) -> Iterator[tuple[str, float, float]]:
    """(stage, articles per second, MB per second) of the whole raw folder, built into an empty folder."""
    import_arrow_without("pandas")
    registry, known = load_registry(), ArticleIds()
    processed.mkdir(parents=True)
    plan = plan_run(raw, processed)
    clock, count, size = Clock({}, time.process_time()), 0, 0
    for batch in ingest(plan):
        clock.lap("ingest: cut, hash, stage")
        staged = list(staged_records(batch.staged))
        clock.lap("ingest: hand over")
        for _, _, record, rejected in staged:
            if rejected is None:
                read_record(record)
        clock.lap("ingest: read forms")
        records = [read_one(*one, registry) for one in staged]
        clock.lap("normalize: read articles")
        tables = normalize_batch(batch.batch_id, batch.slices, records)
        clock.lap("normalize: rows to Arrow")
        tables = validate_batch(tables)
        clock.lap("validate: row checks")
        stage_batch(tables, plan.staging / batch.batch_id)
        commit_batch(processed, batch.batch_id, plan.staging / batch.batch_id, known)
        clock.lap("write: Parquet, journal")
        count += batch.record_count
        size += batch.byte_count
    total = sum(clock.seconds.values()) - clock.seconds["ingest: read forms"]
    for name, seconds in (*clock.seconds.items(), ("all stages", total)):
        yield name, count / seconds, size / seconds / 1e6


if __name__ == "__main__":
    for name, per_s, mb in stage_costs(Path(sys.argv[1]), Path(sys.argv[2])):
        print(f"{name}\t{per_s:.0f}\t{mb:.1f}")
