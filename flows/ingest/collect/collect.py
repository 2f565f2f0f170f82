"""Collecting what is new: each source's feed or sitemap, and the pages behind its entries, into the raw folder."""

import datetime
import functools
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import orjson

from flows.ingest.collect.fetch import Fetched, NotFetched, Pace, fetch, open_client
from flows.ingest.collect.robots import Robots
from flows.ingest.collect.sitemap import read_sitemap
from flows.ingest.collect.sources import Politeness, Source
from flows.ingest.feed import FEED
from flows.ingest.raw_article import Provenance, Rejected

STATE_FILE = ".collected.json"
_FULL_TEXT_CHARACTERS = 1200
_SEEN_KEPT = 20_000
_SITEMAPS_PER_INDEX = 3


@dataclass(frozen=True, slots=True)
class Collected:
    """What one source gave: files written, pages among them, pages already had, and what could not be fetched."""

    source: str
    outcome: str
    files: int = 0
    pages: int = 0
    failures: tuple[NotFetched, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page to fetch and what its feed or sitemap already says of it."""

    url: str
    published: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class _Asking:
    """How this run asks: the client, the settings, the pace and the rules of hosts."""

    client: httpx.Client
    politeness: Politeness
    pace: Pace
    robots: Robots

    def get(self, url: str, conditions: dict[str, str] | None = None) -> Fetched | NotFetched:
        return fetch(
            self.client, url, self.politeness, self.pace, conditions, self.robots.allows,
            max(self.politeness.delay_s, self.robots.delay_s(url) or 0.0),
        )  # fmt: skip


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
        asking = _Asking(client, politeness, pace, Robots(politeness.user_agent, get_bare))
        by_host: dict[str, list[Source]] = {}
        for source in sources:
            by_host.setdefault(urlsplit(source.url).netloc, []).append(source)

        def of_host(own: list[Source]) -> list[Collected]:
            return [collect_source(source, asking, raw, now) for source in own]

        with ThreadPoolExecutor(politeness.hosts_at_a_time) as threads:
            done = {one.source: one for batch in threads.map(of_host, by_host.values()) for one in batch}
    return [done[source.name] for source in sources]


def collect_source(source: Source, asking: _Asking, raw: Path, now: datetime.datetime) -> Collected:
    """Fetch one source if it is due and has changed; `outcome` is not_due, unchanged, failed, or collected."""
    folder = raw / source.name
    state = _state(folder)
    if not _is_due(source, state, now):
        return Collected(source.name, "not_due")
    conditions = {name: state[key] for name, key in (("If-None-Match", "etag"), ("If-Modified-Since", "last_modified")) if state.get(key)}
    answer = asking.get(source.url, conditions)
    if isinstance(answer, NotFetched):
        return Collected(source.name, "failed", failures=(answer,))
    body_sha256 = hashlib.sha256(answer.body).hexdigest()
    if answer.status == 304 or body_sha256 == state.get("body_sha256"):
        _save(folder, state | {"asked_at": now.isoformat()})
        return Collected(source.name, "unchanged")
    wanted, files, failures = _read_source(source, answer, asking, folder)
    pages, more = _fetch_pages(source, wanted, asking, folder, state)
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
    source: Source, answer: Fetched, asking: _Asking, folder: Path
) -> tuple[list[_Wanted], int, tuple[NotFetched, ...]]:
    """(pages wanted, files written, failures) of a fetched feed or sitemap."""
    if source.kind == "feed":
        path = _write(folder, source, answer, "feed.json" if answer.body.lstrip()[:1] == b"{" else "feed.xml", {})
        return _behind_entries(source, path), 1, ()
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
    return [_Wanted(entry.url, entry.published, entry.outlet) for entry in entries], 0, tuple(failures)


def _behind_entries(source: Source, path: Path) -> list[_Wanted]:
    """The pages of a feed's entries that are to be fetched: all, or those of which the feed has only a summary."""
    if source.pages == "never":
        return []
    wanted = []
    for cut in FEED.records(path, path.name, Provenance(datetime.datetime.now(datetime.UTC))):
        if isinstance(cut, tuple):
            continue
        entry = orjson.loads(cut.payload)
        is_whole = len(entry.get("content") or "") >= _FULL_TEXT_CHARACTERS
        if entry.get("link") and not (source.pages == "summary" and is_whole):
            wanted.append(_Wanted(entry["link"], entry.get("published"), None))
    return wanted


def _fetch_pages(
    source: Source, wanted: list[_Wanted], asking: _Asking, folder: Path, state: dict
) -> tuple[int, tuple[NotFetched, ...]]:
    """How many pages were written, and what could not be; addresses got once are not asked again."""
    seen: list[str] = state.setdefault("seen", [])
    known, written, failures = set(seen), 0, []
    for page in wanted:
        if written + len(failures) >= source.max_pages:
            break
        if page.url in known:
            continue
        known.add(page.url)
        answer = asking.get(page.url)
        if isinstance(answer, NotFetched):
            failures.append(answer)
            if answer.reason in ("connection", "wait_too_long", "time_limit"):
                continue
        else:
            _write(folder, source, answer, "page.html", {"url": answer.url, "published": page.published, "outlet": page.outlet})
            written += 1
        seen.append(page.url)
    del seen[:-_SEEN_KEPT]
    return written, tuple(failures)


def _write(folder: Path, source: Source, answer: Fetched, name: str, facts: dict[str, str | None]) -> Path:
    """Put an answer as received, with its provenance.json, below the day it was fetched; whole or not at all."""
    at = answer.fetched_at
    day = folder / at.date().isoformat()
    mark = hashlib.sha256(answer.url.encode() + b"\n" + answer.body).hexdigest()[:12]
    place = day / f"{at:%H%M%S}-{mark}"
    day.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=day))
    charset = answer.headers.get("content-type", "").lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    provenance = {
        "received_at": at.isoformat(),
        "fetched_from": answer.url,
        "status": answer.status,
        "headers": dict(answer.headers),
        "outlet": source.outlet,
        "rights_basis": source.rights_basis,
        "encoding": charset if name == "page.html" else None,
    }
    provenance |= {key: value for key, value in facts.items() if value}
    provenance["outlet"] = source.outlet or facts.get("outlet")
    (aside / name).write_bytes(answer.body)
    kept = {key: value for key, value in provenance.items() if value}
    (aside / "provenance.json").write_bytes(orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))
    if place.exists():
        shutil.rmtree(aside)
    else:
        os.chmod(aside, 0o755)
        aside.rename(place)
    return place / name


def _is_due(source: Source, state: dict, now: datetime.datetime) -> bool:
    try:
        asked_at = datetime.datetime.fromisoformat(state["asked_at"])
    except (KeyError, ValueError, TypeError):
        return True
    return now - asked_at >= datetime.timedelta(minutes=source.interval_minutes)


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
