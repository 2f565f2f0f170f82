"""Take-down: `dateline forget` removes what was asked for and leaves a tombstone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from flows.ingest.remove_raw import remove_raw
from flows.normalize.batch import BATCH_TABLES
from flows.normalize.url import canonical_url
from flows.publish.query import dataset_files, sandbox
from flows.validate.rows import reject_articles
from flows.write.article_ids import ArticleIds
from flows.write.commit import commit_batch, stage_batch
from flows.write.journal import recover
from flows.write.lock import LOCK_WAIT_S, store_lock
from flows.write.store import LEDGER, batch_files, staging_folder
from flows.write.tombstones import load_tombstones, records_of, write_tombstones

APPLIED = "tombstones-applied"


class NothingToForgetError(ValueError):
    """No article answers to what was named."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a take-down did: articles taken down, and raw paths whose bytes are to be removed by hand."""

    article_ids: tuple[str, ...]
    left_in_raw: tuple[str, ...]


def forget(
    raw: Path, processed: Path, article: str | None, url: str | None, outlet: str | None, why: str, note: str | None,
    on_wait: Callable[[str], None],
) -> Forgotten:
    """Take down an article (its id or the beginning of it), those of a URL, or an outlet's, with those to come.

    The tombstones are written first: a take-down that is killed is finished by the next run. Raises
    NothingToForgetError and StoreLockedError.
    """
    with store_lock(processed, LOCK_WAIT_S, on_wait):
        recover(processed)
        ids = _named(processed, article, url, outlet)
        if not ids and not outlet:
            raise NothingToForgetError(f"no article answers to {article or url}")
        records = records_of(processed, ids)
        write_tombstones(processed, [(r[0], r[1]) for r in records], outlet, why, note)
        return Forgotten(tuple(ids), apply_tombstones(raw, processed))


def has_tombstones_to_apply(processed: Path) -> bool:
    """Whether a take-down was begun and not finished."""
    state = _state(processed)
    applied = state.read_text() if state.exists() else ""
    return applied != _names(processed)


def apply_tombstones(raw: Path, processed: Path) -> tuple[str, ...]:
    """Take everything that has a tombstone out of the store and the raw folder; raw paths whose bytes had to stay.

    Call it with the store locked. Doing it again changes nothing.
    """
    stones = load_tombstones(processed)
    known = ArticleIds.load(batch_files(processed, "articles"))
    ids = {i for path in batch_files(processed, "articles") for i in stones.forgotten(pq.read_table(path, columns=["article_id", "outlet_id"]))}
    ids |= stones.article_ids
    for batch_id in dict.fromkeys(r[3] for r in records_of(processed, ids)):
        _rewrite(processed, batch_id, sorted(ids), known)
    left = remove_raw(raw, _forgotten_records(processed, stones.raw_ids))
    state = _state(processed)
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text(_names(processed))
    return tuple(left)


def _rewrite(processed: Path, batch_id: str, article_ids: list[str], known: ArticleIds) -> None:
    tables = {t.name: pq.read_table(processed / t.name / f"{batch_id}.parquet") for t in BATCH_TABLES}
    tables = reject_articles(tables, dict.fromkeys(article_ids, "taken down"), "write", "forgotten")
    folder = staging_folder(processed) / "forget" / batch_id
    stage_batch(tables, folder)
    commit_batch(processed, batch_id, folder, known, replaces=True)


def _forgotten_records(processed: Path, raw_ids: frozenset[str]) -> list[tuple[str, str]]:
    found = []
    for path in batch_files(processed, LEDGER):
        table = pq.read_table(path, columns=["raw_path", "raw_id"])
        rows = zip(table["raw_path"].to_pylist(), table["raw_id"].to_pylist(), strict=True)
        found.extend(row for row in rows if row[1] in raw_ids)
    return found


def _named(processed: Path, article: str | None, url: str | None, outlet: str | None) -> list[str]:
    with sandbox(dataset_files(processed)) as connection:
        if outlet:
            rows = connection.execute("SELECT article_id FROM articles WHERE outlet_id = ?", [outlet])
        elif url:
            rows = connection.execute("SELECT article_id FROM articles WHERE url IN (?, ?)", [url, canonical_url(url)])
        else:
            if not re.fullmatch("[0-9a-f]{8,32}", article or ""):
                raise NothingToForgetError(f"{article!r} is no article id: at least its first 8 hex digits are needed")
            rows = connection.execute("SELECT article_id FROM articles WHERE starts_with(article_id, ?)", [article])
        ids = sorted(row[0] for row in rows.fetchall())
    if article and len(ids) > 1:
        raise NothingToForgetError(f"{article} begins {len(ids)} article ids: {', '.join(ids[:3])} …")
    return ids


def _state(processed: Path) -> Path:
    return processed / ".state" / APPLIED


def _names(processed: Path) -> str:
    return "\n".join(p.name for p in sorted((processed / "tombstones").glob("*.parquet")))
