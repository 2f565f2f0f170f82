"""One record, from its bytes to all that is read from it, or why not."""

import datetime
import traceback
from dataclasses import dataclass
from pathlib import Path

from flows.ingest.forms import read_record
from flows.ingest.raw_article import RawArticle, Record, Rejected
from flows.normalize.article import ArticleReading, read_article
from flows.normalize.limits import CPU_SECONDS, TimeLimitReached, cpu_limit, oversized
from flows.normalize.registry import Registry


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record and what became of it; `stage` is where it was rejected, if it was."""

    raw_id: str
    byte_count: int
    record: Record
    encoding: str | None
    received_at: datetime.datetime
    stage: str
    reading: ArticleReading | Rejected


def read_one(
    raw_id: str, byte_count: int, record: Record, rejected: Rejected | None, registry: Registry, seconds: float = CPU_SECONDS
) -> ReadRecord:
    """Read the record within the limits for one article.

    An error that nobody expected rejects this article with `internal_error` and leaves the rest alone; what is wrong
    with the machine (OSError, MemoryError) is raised, since it says nothing about the article.
    """
    stage, given, reading = "ingest", None, rejected
    try:
        with cpu_limit(seconds):
            if reading is None:
                read = read_record(record)
                given = read if isinstance(read, RawArticle) else None
                reading = oversized(read.text) if given else read
            if reading is None:
                stage = "normalize"
                reading = read_article(given, record.provenance, registry)
    except TimeLimitReached:
        reading = Rejected("time_limit", f"not read within {seconds:g} s of processor time")
    except (OSError, MemoryError):
        raise
    except Exception as error:
        reading = unexpected(error)
    received_at = (given.received_at if given else None) or record.provenance.received_at
    return ReadRecord(raw_id, byte_count, record, given.encoding if given else None, received_at, stage, reading)


def unexpected(error: Exception) -> Rejected:
    """The rejection for an error of ours: its type, its message and the line that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return Rejected("internal_error", f"{type(error).__name__}: {' '.join(str(error).split())[:300]}{where}")
