"""Collecting what is new: each source's feed or sitemap, and the pages behind its entries, into the raw folder."""

import datetime
import functools
import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import orjson

from flows.ingest.collect.asking import Asking
from flows.ingest.collect.fetch import Fetched, NotFetched, Pace, fetch, host_of, open_client
from flows.ingest.collect.pages import Wanted, fetch_pages, pages_behind_entries
from flows.ingest.collect.received import keep
from flows.ingest.collect.robots import Robots
from flows.ingest.collect.sitemap import read_sitemap
from flows.ingest.collect.sources import Politeness, Source
from flows.ingest.raw_article import Rejected

STATE_FILE = ".collected.json"
_SITEMAPS_PER_INDEX = 3


@dataclass(frozen=True, slots=True)
class Collected:
    """What one source gave: files written, pages among them, and what could not be fetched; where it is not due, in how
    many minutes it will be."""

    source: str
    outcome: str
    files: int = 0
    pages: int = 0
    failures: tuple[NotFetched, ...] = ()
    due_in_minutes: int | None = None


def collect(
    sources: Iterable[Source], politeness: Politeness, raw: Path, pace: Pace | None = None, now: datetime.datetime | None = None
) -> list[Collected]:
    """Fetch what is new at every source that is due; hosts side by side, each host by one thread.

    A fetch appears in the raw folder whole or not at all. The order of the answer is that of the sources.
    """
    now = now or datetime.datetime.now(datetime.UTC)
    pace = pace or Pace()
    sources = list(sources)
    with open_client(politeness) as client:
        get_bare = functools.partial(fetch, client, politeness=politeness, pace=pace)
        asking = Asking(client, politeness, pace, Robots(politeness.user_agent, get_bare), tuple(secret for source in sources for secret in source.secrets))
        by_host: dict[str, list[Source]] = {}
        for source in sources:
            by_host.setdefault(host_of(source.url), []).append(source)

        def of_host(own: list[Source]) -> list[Collected]:
            return [collect_source(source, asking, raw, now) for source in own]

        with ThreadPoolExecutor(politeness.hosts_at_a_time) as threads:
            done = {one.source: one for batch in threads.map(of_host, by_host.values()) for one in batch}
    return [done[source.name] for source in sources]


def collect_source(source: Source, asking: Asking, raw: Path, now: datetime.datetime) -> Collected:
    """Fetch one source if it is due and has changed; `outcome` is not_due, unchanged, failed, or collected."""
    folder = raw / source.name
    state = _state(folder)
    if (due_in := _due_in(source, state, now)) > datetime.timedelta():
        return Collected(source.name, "not_due", due_in_minutes=-(-due_in // datetime.timedelta(minutes=1)))
    conditions = {name: state[key] for name, key in (("If-None-Match", "etag"), ("If-Modified-Since", "last_modified")) if state.get(key)}
    answer = asking.get(source.url, conditions)
    if isinstance(answer, NotFetched):
        return Collected(source.name, "failed", failures=(answer,))
    body_sha256 = hashlib.sha256(answer.body).hexdigest()
    if answer.status == 304 or body_sha256 == state.get("body_sha256"):
        pages, failures = fetch_pages(source, [], asking, folder, state)
        _save(folder, state | {"asked_at": now.isoformat()})
        return Collected(source.name, "collected" if pages else "unchanged", pages, pages, failures)
    wanted, files, failures = _read_source(source, answer, asking, folder)
    pages, more = fetch_pages(source, wanted, asking, folder, state)
    _save(
        folder,
        state
        | {
            "asked_at": now.isoformat(),
            "etag": answer.headers.get("etag"),
            "last_modified": answer.headers.get("last-modified"),
            "body_sha256": body_sha256,
        },
    )
    return Collected(source.name, "collected", files + pages, pages, (*failures, *more))


def _read_source(
    source: Source, answer: Fetched, asking: Asking, folder: Path
) -> tuple[list[Wanted], int, tuple[NotFetched, ...]]:
    """(pages wanted, files written, failures) of a fetched feed or sitemap."""
    if source.kind == "feed":
        path = keep(folder, source, answer, "feed.json" if answer.body.lstrip()[:1] == b"{" else "feed.xml", {})
        return pages_behind_entries(source, path), 1, ()
    sitemap = read_sitemap(answer.body)
    if isinstance(sitemap, Rejected):
        return [], 0, (NotFetched(source.url, "status", sitemap.detail),)
    entries, failures = list(sitemap.entries), []
    for address in sitemap.sitemaps[:_SITEMAPS_PER_INDEX]:
        child = asking.get(address)
        inner = read_sitemap(child.body) if isinstance(child, Fetched) else None
        if isinstance(child, NotFetched):
            failures.append(child)
        elif not isinstance(inner, Rejected):
            entries += inner.entries
    return [Wanted(entry.url, entry.published, entry.outlet) for entry in entries], 0, tuple(failures)


def _due_in(source: Source, state: dict, now: datetime.datetime) -> datetime.timedelta:
    try:
        asked_at = datetime.datetime.fromisoformat(state["asked_at"])
    except (KeyError, ValueError, TypeError):
        return datetime.timedelta()
    return asked_at + datetime.timedelta(minutes=source.interval_minutes) - now


def _state(folder: Path) -> dict:
    """What earlier runs noted about a source; empty where nothing can be read."""
    try:
        noted = orjson.loads((folder / STATE_FILE).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return noted if isinstance(noted, dict) else {}


def _save(folder: Path, state: dict) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f"{STATE_FILE}.new"
    aside.write_bytes(orjson.dumps(state))
    aside.replace(folder / STATE_FILE)
