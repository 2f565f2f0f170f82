"""robots.txt (RFC 9309): which addresses of a host are open to us, and how slowly it wants to be asked."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from flows.ingest.collect.fetch import Fetched, NotFetched, host_of

_MAX_CHARACTERS = 512 * 1024
_LONGEST_DELAY_S = 60.0


@dataclass(slots=True)
class Robots:
    """The rules of the hosts met in one run; `get` fetches an address without asking robots.txt. Shared by threads."""

    user_agent: str
    get: Callable[[str], Fetched | NotFetched]
    known: dict[str, Protego | NotFetched] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def why_closed(self, url: str) -> str | None:
        """Why the address is closed to us; None where it is open. Without a robots.txt (status 4xx) everything is; where
        it cannot be had for another reason nothing is."""
        rules = self._rules(url)
        if isinstance(rules, NotFetched):
            return f"the robots.txt of {host_of(url)} cannot be had, so its pages are not asked for: {rules.detail}"
        return None if rules.can_fetch(url, self.user_agent) else "closed to us by robots.txt"

    def delay_s(self, url: str) -> float | None:
        """The crawl delay that the host asks for, up to a minute; None where it asks for none."""
        rules = self._rules(url)
        delay = None if isinstance(rules, NotFetched) else rules.crawl_delay(self.user_agent)
        return min(float(delay), _LONGEST_DELAY_S) if delay else None

    def _rules(self, url: str) -> Protego | NotFetched:
        place = f"{urlsplit(url).scheme}://{host_of(url)}"
        with self.lock:
            if place not in self.known:
                self.known[place] = self._read(place)
            return self.known[place]

    def _read(self, place: str) -> Protego | NotFetched:
        answer = self.get(f"{place}/robots.txt")
        if isinstance(answer, NotFetched):
            has_none = answer.reason == "status" and 400 <= (answer.status or 0) < 500 and answer.status != 429
            return Protego.parse("") if has_none else answer
        return Protego.parse(answer.body.decode("utf-8", errors="replace")[:_MAX_CHARACTERS])
