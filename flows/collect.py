"""The step of the collect flow: what is new at the declared sources, fetched into the raw folder."""

from collections.abc import Sequence
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.ingest.collect.collect import Collected, collect
from flows.ingest.collect.sources import Politeness, Source

COLLECT_LIMIT_S = 3600


class NothingReachedError(RuntimeError):
    """Not one of the sources could be reached; the message says what they said."""


@task(name="fetch", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=COLLECT_LIMIT_S)
def fetch_task(sources: Sequence[Source], politeness: Politeness, raw: Path) -> list[Collected]:
    """Ask every source that is due. Requests that fail by the network's fault are repeated one by one, not the task."""
    return collect(sources, politeness, raw)
