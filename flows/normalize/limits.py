"""Limits on what reading one article may cost; what goes beyond is rejected with a reason, never cut."""

import contextlib
import re
import signal
import threading
from collections.abc import Iterator

from flows.ingest.raw_article import Rejected

MAX_CHARACTERS = 1_000_000
"""Characters of one text; beyond: `size_limit`. A novel has about as many, no article does."""

MAX_TOKENS_PER_LINE = 100_000
"""Words between two line ends; beyond: `size_limit`."""

CPU_SECONDS = 10.0
"""Processor time for one article, a thousand times what an article takes; beyond: `time_limit`."""

LAST_CPU_SECONDS = 15.0
"""Processor time for one article after which a worker is ended: it is inside a library, where no signal of ours arrives."""

STUCK_SECONDS = 120.0
"""Wall time after which a worker that does not move on is ended: it waits for what does not come."""

_TOKEN = re.compile(r"\S+")


class TimeLimitReached(BaseException):
    """The article took longer than it may; no reader's `except Exception` may swallow it."""


def oversized(text: str) -> Rejected | None:
    """Why the text is too large to be read, None where it is not."""
    if len(text) > MAX_CHARACTERS:
        return Rejected("size_limit", f"{len(text)} characters; the limit is {MAX_CHARACTERS}")
    if len(text) < 2 * MAX_TOKENS_PER_LINE:
        return None
    longest = max(sum(1 for _ in _TOKEN.finditer(line)) for line in text.split("\n"))
    if longest > MAX_TOKENS_PER_LINE:
        return Rejected("size_limit", f"{longest} words in one line; the limit is {MAX_TOKENS_PER_LINE}")
    return None


@contextlib.contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitReached inside once this process has used so much processor time.

    Processor time, not wall time, so that a busy machine rejects nothing. Only in a main thread: elsewhere there is
    no limit, which is why runs under an orchestrator read in worker processes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    inside = [True]

    def reached(number: int, frame: object) -> None:
        if inside:
            raise TimeLimitReached

    before = signal.signal(signal.SIGPROF, reached)
    # again each second: an exception raised inside a destructor is lost
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        inside.clear()
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
