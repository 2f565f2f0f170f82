"""Tombstones: what was taken down and must not come back."""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.write.store import LEDGER, batch_files, replace_table, table_files
from schemas import tombstones
from schemas.derive.arrow import arrow_schema


@dataclass(frozen=True, slots=True)
class Tombstones:
    """What is forgotten, by the ways in which it may come again."""

    article_ids: frozenset[str] = frozenset()
    raw_ids: frozenset[str] = frozenset()
    outlet_ids: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.article_ids or self.raw_ids or self.outlet_ids)

    def forgotten(self, articles: pa.Table) -> list[str]:
        """Ids of those of the articles that are forgotten."""
        is_one = pc.or_(
            pc.is_in(articles["article_id"], pa.array(sorted(self.article_ids), pa.string())),
            pc.is_in(articles["outlet_id"], pa.array(sorted(self.outlet_ids), pa.string())),
        )
        return articles.filter(is_one)["article_id"].to_pylist()


def load_tombstones(processed: Path) -> Tombstones:
    """All tombstones of the dataset."""
    files = table_files(processed, "tombstones")
    if not files:
        return Tombstones()
    table = pa.concat_tables([pq.read_table(f, columns=["article_id", "raw_id", "outlet_id"]) for f in files])
    return Tombstones(*(frozenset(v for v in table[name].to_pylist() if v) for name in ("article_id", "raw_id", "outlet_id")))


def write_tombstones(
    processed: Path, articles: Iterable[tuple[str, str]], outlet_id: str | None, why: str, note: str | None
) -> None:
    """Record that the (article_id, raw_id) and the outlet are forgotten, in a file of its own."""
    now = datetime.datetime.now(datetime.UTC)
    subjects = [(a, r, None) for a, r in sorted(set(articles))] + ([(None, None, outlet_id)] if outlet_id else [])
    rows = [
        {"tombstone_id": _id(subject), "article_id": subject[0], "raw_id": subject[1], "outlet_id": subject[2],
         "why": why, "note": note, "forgotten_at": now}
        for subject in subjects
    ]
    known = {i for f in table_files(processed, "tombstones") for i in pq.read_table(f, columns=["tombstone_id"])[0].to_pylist()}
    rows = [row for row in rows if row["tombstone_id"] not in known]
    if rows:
        table = pa.Table.from_pylist(rows, schema=arrow_schema(tombstones.TABLE))
        replace_table(processed, "tombstones", table, f"{now:%Y%m%dT%H%M%S}-{_id(tuple(r['tombstone_id'] for r in rows))[:8]}")


def records_of(processed: Path, article_ids: Iterable[str]) -> list[tuple[str, str, str, str]]:
    """(article_id, raw_id, raw_path, batch_id) of every raw article that became or repeats one of the articles."""
    asked = pa.array(sorted(set(article_ids)), pa.string())
    found: list[tuple[str, str, str, str]] = []
    for path in batch_files(processed, LEDGER):
        table = pq.read_table(path, columns=["article_id", "raw_id", "raw_path", "batch_id"])
        hits = table.filter(pc.is_in(table["article_id"], asked))
        found.extend(zip(*(hits[name].to_pylist() for name in hits.column_names), strict=True))
    return found


def _id(subject: tuple[str | None, ...]) -> str:
    return hashlib.sha256("\n".join(part or "" for part in subject).encode()).hexdigest()[:32]
