"""The pages behind a source's entries: which are wanted, fetched once, and asked for again where that may help."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import orjson

from flows.ingest.collect.asking import Asking
from flows.ingest.collect.fetch import NotFetched
from flows.ingest.collect.received import keep
from flows.ingest.collect.sources import Source
from flows.ingest.feed import FEED
from flows.ingest.raw_article import Provenance

_FULL_TEXT_CHARACTERS = 1200
_SEEN_KEPT = 20_000
_WAITING_KEPT = 2_000
_TRIES = 5
_PASSING = ("connection", "wait_too_long", "time_limit", "robots")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to fetch, what its feed or sitemap already says of it, and how often it was asked for in vain."""

    url: str
    published: str | None = None
    outlet: str | None = None
    tries: int = 0


def pages_behind_entries(source: Source, path: Path) -> list[Wanted]:
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
            wanted.append(Wanted(entry["link"], entry.get("published")))
    return wanted


def fetch_pages(
    source: Source, wanted: Sequence[Wanted], asking: Asking, folder: Path, state: dict
) -> tuple[int, tuple[NotFetched, ...]]:
    """How many pages were written, and what could not be; addresses got once are not asked again.

    A page that failed for a passing reason, or for which there was no room in `max_pages`, is noted in `state` and asked
    for at the next collect, whether the feed has changed or not; after five tries it is given up.
    """
    seen: list[str] = state.setdefault("seen", [])
    known, written, failures, waiting = set(seen), 0, [], []
    noted = {page.url: page for page in _noted(state)}
    for page in (noted | {page.url: page for page in wanted if page.url not in noted}).values():
        if page.url in known:
            continue
        if written + len(failures) >= source.max_pages:
            waiting.append(page)
            continue
        known.add(page.url)
        answer = asking.get(page.url)
        if isinstance(answer, NotFetched):
            failures.append(answer)
            if _may_pass(answer) and page.tries + 1 < _TRIES:
                waiting.append(replace(page, tries=page.tries + 1))
                continue
        else:
            keep(folder, source, answer, "page.html", {"url": answer.url, "published": page.published, "outlet": page.outlet})
            written += 1
        seen.append(page.url)
    del seen[:-_SEEN_KEPT]
    state["waiting"] = [asdict(page) for page in waiting[:_WAITING_KEPT]]
    return written, tuple(failures)


def _noted(state: dict) -> list[Wanted]:
    """The pages that earlier runs noted as waiting."""
    names = {one.name for one in fields(Wanted)}
    return [Wanted(**noted) for noted in state.get("waiting", ()) if isinstance(noted, dict) and noted.keys() == names]


def _may_pass(answer: NotFetched) -> bool:
    """Whether another day may bring the page: the network, the server's own fault, or a robots.txt that was not to be had."""
    return answer.reason in _PASSING or answer.status in (408, 429) or (answer.status or 0) >= 500
