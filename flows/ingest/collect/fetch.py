"""One polite request: conditional, paced, retried, bounded in time, size and redirects."""

import datetime
import email.utils
import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx
import tenacity

from flows.ingest.collect.addresses import AddressRefusedError, GuardedBackend
from flows.ingest.collect.sources import Politeness

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AGAIN = frozenset((429, 500, 502, 503, 504))
KEPT_HEADERS = ("content-type", "etag", "last-modified", "date", "content-language", "link")


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `status` 200 with `body`, or 304 without. `url` is the address it came from, after redirects."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Why there is nothing: `reason` is one of address_refused, scheme_refused, robots, too_many_redirects, size_limit,
    time_limit, status, wait_too_long, connection; `status` is the HTTP status where there was one."""

    url: str
    reason: str
    detail: str
    status: int | None = None


@dataclass(slots=True)
class Pace:
    """When each host may be asked again. Shared by threads."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    next_at: dict[str, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, host: str, delay_s: float) -> None:
        """Return once `delay_s` have passed since the host was last asked."""
        with self.lock:
            now = self.clock()
            begin = max(now, self.next_at.get(host, now))
            self.next_at[host] = begin + delay_s
        if begin > now:
            self.sleep(begin - now)


class _AskAgain(Exception):
    def __init__(self, why: NotFetched, wait_s: float | None = None):
        super().__init__(why.detail)
        self.why, self.wait_s = why, wait_s


def host_of(url: str) -> str:
    """Host and port of an address, without user and password."""
    return urlsplit(url).netloc.rpartition("@")[2]


def open_client(politeness: Politeness, backend: GuardedBackend | None = None) -> httpx.Client:
    """A client that reaches public addresses only, follows no redirect by itself and takes no proxy from the
    environment."""
    # httpx tells each address at level INFO, with the password in it
    logging.getLogger("httpx").setLevel(logging.WARNING)
    transport = httpx.HTTPTransport(retries=0)
    # httpx has no setting for the network backend; the pool behind its transport has.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        max_connections=politeness.hosts_at_a_time * 2,
        network_backend=backend or GuardedBackend(politeness.allowed_private_hosts),
    )
    headers = {"User-Agent": politeness.user_agent, "Accept-Encoding": "gzip, deflate"}
    return httpx.Client(
        transport=transport, headers=headers, timeout=politeness.timeout_s, follow_redirects=False, trust_env=False
    )


def fetch(
    client: httpx.Client,
    url: str,
    politeness: Politeness,
    pace: Pace,
    conditions: Mapping[str, str] | None = None,
    why_closed: Callable[[str], str | None] = lambda url: None,
    delay_s: float | None = None,
) -> Fetched | NotFetched:
    """The answer at `url`. `conditions` are headers for a conditional request; `why_closed` is asked for every address,
    redirects included (robots.txt). Network errors and 429, 500, 502, 503, 504 are tried again with growing waits, or
    after what Retry-After says, up to `politeness.attempts`."""

    def attempt() -> Fetched | NotFetched:
        return _follow(client, url, politeness, pace, conditions or {}, why_closed, delay_s or politeness.delay_s)

    backoff = tenacity.wait_exponential_jitter(initial=1.0, max=politeness.longest_wait_s)

    def wait(state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception()
        return error.wait_s if error.wait_s is not None else backoff(state)

    retrying = tenacity.Retrying(
        retry=tenacity.retry_if_exception_type(_AskAgain),
        stop=tenacity.stop_after_attempt(politeness.attempts),
        wait=wait,
        sleep=pace.sleep,
        reraise=True,
    )
    try:
        return retrying(attempt)
    except _AskAgain as error:
        return error.why


def _follow(client, url, politeness, pace, conditions, why_closed, delay_s) -> Fetched | NotFetched:
    address = url
    for _ in range(politeness.max_redirects + 1):
        if urlsplit(address).scheme not in ("http", "https"):
            return NotFetched(url, "scheme_refused", f"{address[:200]} is no http or https address")
        if closed := why_closed(address):
            return NotFetched(url, "robots", closed if address == url else f"{closed} ({address[:200]})")
        pace.wait(host_of(address), delay_s)
        answer = _ask(client, address, politeness, conditions)
        if isinstance(answer, str):
            address = answer
            continue
        return answer
    return NotFetched(url, "too_many_redirects", f"over {politeness.max_redirects}")


def _ask(client: httpx.Client, url: str, politeness: Politeness, conditions: Mapping[str, str]) -> Fetched | NotFetched | str:
    """The answer of one address; the next address where it redirects."""
    until = time.monotonic() + politeness.total_s
    try:
        with client.stream("GET", url, headers=dict(conditions)) as response:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                return urljoin(url, response.headers["location"])
            if response.status_code in _AGAIN:
                return _later(url, response, politeness)
            if response.status_code == 304:
                return _answer(url, response, b"")
            if response.status_code != 200:
                return NotFetched(url, "status", f"HTTP status {response.status_code}", response.status_code)
            parts, size = [], 0
            for part in response.iter_bytes():
                size += len(part)
                if size > politeness.max_bytes:
                    return NotFetched(url, "size_limit", f"over {politeness.max_bytes} bytes")
                if time.monotonic() > until:
                    return NotFetched(url, "time_limit", f"not received within {politeness.total_s:g} s")
                parts.append(part)
            return _answer(url, response, b"".join(parts))
    except AddressRefusedError as error:
        return NotFetched(url, "address_refused", str(error))
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
        return NotFetched(url, "scheme_refused", str(error)[:200])
    except httpx.DecodingError as error:
        return NotFetched(url, "connection", f"the body cannot be decoded: {error}"[:200])
    except httpx.HTTPError as error:
        raise _AskAgain(NotFetched(url, "connection", f"{type(error).__name__}: {error}"[:200])) from None


def _answer(url: str, response: httpx.Response, body: bytes) -> Fetched:
    headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    return Fetched(url, response.status_code, headers, body, datetime.datetime.now(datetime.UTC))


def _later(url: str, response: httpx.Response, politeness: Politeness) -> NotFetched:
    """Raises for another attempt; NotFetched where the wait asked for is longer than we wait."""
    wait_s = retry_after_s(response.headers.get("retry-after"), datetime.datetime.now(datetime.UTC))
    if wait_s is not None and wait_s > politeness.longest_wait_s:
        return NotFetched(url, "wait_too_long", f"HTTP status {response.status_code}, asked to wait {wait_s:.0f} s", response.status_code)
    raise _AskAgain(NotFetched(url, "status", f"HTTP status {response.status_code}", response.status_code), wait_s)


def retry_after_s(given: str | None, now: datetime.datetime) -> float | None:
    """Seconds to wait, from a Retry-After header in seconds or as a date (RFC 9110, section 10.2.3)."""
    if not given:
        return None
    if given.strip().isdigit():
        return float(given.strip())
    try:
        stated = email.utils.parsedate_to_datetime(given)
    except (TypeError, ValueError):
        return None
    stated = stated if stated.tzinfo else stated.replace(tzinfo=datetime.UTC)
    return max(0.0, (stated - now).total_seconds())
