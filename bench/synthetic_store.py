"""A store of made-up articles in any number: reprints, exact copies, wire texts inside longer ones, footers, citations, evidence."""

import argparse
import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.dataset import table_named
from schemas.derive.arrow import arrow_schema

ARTICLES_PER_BATCH = 5_000
OUTLETS = 400
DAYS = 365
FIRST_DAY = dt.date(2025, 1, 1)
RECEIVED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
# Share of articles that take over one of the recent texts: near, exact, inside a longer one.
REPRINTS, COPIES, WIRES = 0.25, 0.03, 0.05
RECENT = 3_000
STORE_TABLES = ("articles", "citations", "date_expressions", "evidence", "rejected_articles", "raw_files", "raw_articles")
LANGUAGES = ("ru", "uk", "en")


def vocabulary(rng: np.random.Generator) -> np.ndarray:
    """40,000 words that mean nothing; the first are the most frequent."""
    syllables = np.array([a + b for a in "бвгдзклмнпрст" for b in "аеиоуя"])
    lengths = rng.integers(1, 5, 60_000)
    return np.array(sorted({"".join(rng.choice(syllables, n)) for n in lengths}, key=lambda w: (len(w), w))[:40_000], dtype=object)


class Writer:
    """Makes texts: words by rank with a long tail, names and numbers in between, in sentences."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.words = vocabulary(np.random.default_rng(1))
        self.footers = [self.text(40) for _ in range(OUTLETS)]

    def text(self, count: int) -> str:
        """So many words."""
        rng = self.rng
        made = self.words[(len(self.words) * rng.random(count) ** 3).astype(np.int64)].tolist()
        for at in range(0, count, 14):
            made[at] = made[at].capitalize()
            if at:
                made[at - 1] += "."
        for at in rng.integers(0, count, count // 20).tolist():
            made[at] = str(at * 37 % 9_000 + 10) if at % 3 == 0 else made[at].capitalize()
        return " ".join(made)

    def bodies(self, total: int) -> Iterator[str]:
        """Texts of 40 to some 600 words; some take over one of the recent ones."""
        rng, recent = self.rng, []
        for number in range(total):
            taken, count = rng.random(), int(40 + rng.gamma(2.0, 80))
            earlier = recent[int(rng.integers(len(recent)))] if recent and taken < REPRINTS + COPIES + WIRES else None
            if earlier is None:
                body = self.text(count)
                if len(recent) < RECENT:
                    recent.append(body)
                else:
                    recent[number % RECENT] = body
            elif taken < REPRINTS:
                keep = 0.6 + 0.4 * rng.random()
                body = f"{earlier[: int(keep * len(earlier))]} {self.text(12)}"
            elif taken < REPRINTS + COPIES:
                body = earlier
            else:
                body = f"{self.text(count)} {earlier} {self.text(count)}"
            yield body


def rows_of(number: int, body: str, footer: str) -> dict[str, list[dict]]:
    """The rows of one article: three citations in a chain, ten rows of evidence."""
    outlet = f"outlet-{number * 7919 % OUTLETS}"
    day = None if number % 33 == 0 else FIRST_DAY + dt.timedelta(days=number // 3 % DAYS)
    title, lead = f"{body[:60].rpartition(' ')[0]}", "Об этом сообщает "
    text = f"{title}\n{lead}"
    citations = []
    for position, (joint, kind) in enumerate((("", "agency"), (" со ссылкой на ", "official"), (", передаёт ", "outlet"))):
        name = f"Источник {number * (31 + position) % 900}"
        text += joint
        citations.append(
            {"position": position, "source_as_given": name, "char_start": len(text), "char_end": len(text) + len(name), "source_id": None,
             "source_name": name, "source_kind": kind, "role": "immediate" if position == 0 else "upstream", "hop": position + 1,
             "via_position": position - 1 if position else None, "cue": "сообщает", "is_background": False}
        )  # fmt: skip
        text += name
    text += f". {body}\n{footer}" if number % 2 else f". {body}"
    article_id = hashlib.sha256(f"{number}\n{text}".encode()).hexdigest()[:32]
    raw_id = hashlib.sha256(f"raw {number}".encode()).hexdigest()
    evidence = [{"position": p, "column": f"citations[{p}]", "value": c["source_name"], "as_given": c["source_as_given"], "char_start": c["char_start"],
                 "char_end": c["char_end"], "rule": "citations.cue", "confidence": 0.9} for p, c in enumerate(citations)]  # fmt: skip
    for p, column in enumerate(("outlet_id", "language", "title", "published_edtf", "text", "byline", "dateline_place"), start=3):
        evidence.append({"position": p, "column": column, "value": "value", "rule": "metadata.given", "confidence": 1.0})
    article = {
        "raw_id": raw_id, "outlet_id": outlet, "outlet_as_given": outlet, "title": title, "text": text, "language": LANGUAGES[number % 7 % 3],
        "url": f"https://example.org/{number}", "published_edtf": str(day) if day else None, "published_earliest": day, "published_latest": day,
        "published_precision": "day" if day else "none", "received_at": RECEIVED, "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "rights_basis": "unknown" if number % 4 else "own",
    }  # fmt: skip
    dates = {"position": 0, "as_given": text[:5], "char_start": 0, "char_end": 5, "timex_type": "DATE", "edtf": "2025-11", "precision": "month",
             "is_background": False}  # fmt: skip
    receipt = {"raw_id": raw_id, "raw_path": f"made/{number:08}.txt", "form": "text", "byte_count": len(text.encode()), "encoding": "utf-8",
               "received_at": RECEIVED, "outcome": "accepted"}  # fmt: skip
    rows = {"articles": [article], "citations": citations, "date_expressions": [dates], "evidence": evidence, "raw_articles": [receipt], "rejected_articles": []}
    return {name: [{"article_id": article_id, **row} for row in given] for name, given in rows.items()}


def write_synthetic_store(folder: Path, total: int, seed: int = 7, first: int = 0) -> None:
    """Write a store of so many articles in batches of ARTICLES_PER_BATCH; the first N of a larger store are the same.

    With `first`, a multiple of ARTICLES_PER_BATCH, the articles are others, numbered from there, to be added to a store.
    """
    writer = Writer(seed + first)
    tables: dict[str, list[dict]] = {name: [] for name in STORE_TABLES}
    for number, body in enumerate(writer.bodies(total), first):
        for name, rows in rows_of(number, body, writer.footers[number * 7919 % OUTLETS]).items():
            tables[name].extend(rows)
        if (number + 1) % ARTICLES_PER_BATCH == 0 or number + 1 == first + total:
            _write_batch(folder, hashlib.sha256(str(number // ARTICLES_PER_BATCH).encode()).hexdigest()[:16], tables)
            tables = {name: [] for name in STORE_TABLES}


def _write_batch(folder: Path, batch_id: str, tables: dict[str, list[dict]]) -> None:
    for receipt in tables["raw_articles"]:
        receipt["batch_id"] = batch_id
    tables["raw_files"].append(
        {"raw_path": f"made/{batch_id}.jsonl", "file_sha256": batch_id * 4, "byte_count": sum(r["byte_count"] for r in tables["raw_articles"]),
         "first_record": 0, "record_count": len(tables["raw_articles"]), "is_complete": True, "batch_id": batch_id}
    )  # fmt: skip
    for name, rows in tables.items():
        path = folder / name / f"{batch_id}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows, schema=arrow_schema(table_named(name))), path, compression="zstd")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=int)
    parser.add_argument("--first", type=int, default=0, help="number of the first article: that many are in the store already")
    given = parser.parse_args()
    write_synthetic_store(given.folder, given.articles, first=given.first)
