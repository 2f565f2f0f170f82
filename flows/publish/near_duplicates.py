"""near_duplicates: every candidate pair measured on its texts; what holds is written, nothing is deleted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from flows.publish.boilerplate import boilerplate_passages, find_boilerplate
from flows.publish.near_duplicate_candidates import find_candidates, load_sketches
from flows.publish.shingle_file import ShingleFile, write_shingle_file
from flows.publish.shingles import shared_count
from flows.publish.sketches import sketch_files

NEAR_SIMILARITY = 0.5
PARTIAL_SHARE = 0.5
# Fewer words in common are a phrase that two texts happen to share.
NEAR_LEAST_SHARED = 5
PARTIAL_LEAST_SHARED = 20

# Copies of one text: up to this many, all pairs are written; beyond, each with the first.
ALL_PAIRS_UP_TO = 256

# A text that is nearly all boilerplate has nothing else to be compared by, and is compared whole.
LEAST_OWN_SHARE = 0.2

PAIRS_AT_ONCE = 50_000

MEASURED_SCHEMA = pa.schema(
    [("a", pa.int32()), ("b", pa.int32()), ("kind", pa.string()), ("similarity", pa.float64()),
     ("contained_share", pa.float64()), ("text_similarity", pa.float64()), ("shared_count", pa.int64()),
     ("contained", pa.int32())]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PairMeasure:
    """What two texts have in common: shingles with boilerplate left out, and all of them."""

    shared: int
    one: int
    other: int
    all_shared: int
    all_one: int
    all_other: int

    @property
    def similarity(self) -> float:
        """Jaccard similarity, boilerplate left out."""
        return _jaccard(self.shared, self.one, self.other)

    @property
    def contained_share(self) -> float:
        """Share of the shorter text that stands in the longer, boilerplate left out."""
        return round(self.shared / min(self.one, self.other), 6) if min(self.one, self.other) else 0.0

    @property
    def text_similarity(self) -> float:
        """Jaccard similarity of the whole texts."""
        return _jaccard(self.all_shared, self.all_one, self.all_other)

    @property
    def kind(self) -> str | None:
        """near, partial, or None where the two have too little in common."""
        if self.similarity >= NEAR_SIMILARITY and self.shared >= NEAR_LEAST_SHARED:
            return "near"
        if self.contained_share >= PARTIAL_SHARE and self.shared >= PARTIAL_LEAST_SHARED:
            return "partial"
        return None


def _jaccard(shared: int, one: int, other: int) -> float:
    union = one + other - shared
    return round(shared / union, 6) if union else 0.0


def measure(one: np.ndarray, other: np.ndarray, boilerplate: np.ndarray) -> PairMeasure:
    """Compare two shingle sets; `boilerplate` is sorted too and may be empty."""
    shared = shared_count(one, other)
    if not len(boilerplate):
        return PairMeasure(shared, len(one), len(other), shared, len(one), len(other))
    own_one, own_other = _without(one, boilerplate), _without(other, boilerplate)
    if len(own_one) < LEAST_OWN_SHARE * len(one) or len(own_other) < LEAST_OWN_SHARE * len(other):
        own_one, own_other = one, other
    return PairMeasure(
        shared_count(own_one, own_other), len(own_one), len(own_other), shared, len(one), len(other)
    )


def _without(values: np.ndarray, taken: np.ndarray) -> np.ndarray:
    at = taken.searchsorted(values)
    at[at == len(taken)] = 0
    return values[taken[at] != values]


def find_near_duplicates(
    con: duckdb.DuckDBPyConnection, articles: Sequence[Path], facts: str, work: Path, kept: Path, *, workers: int = 1
) -> None:
    """Compare all articles with each other: tables docs, doc_articles, measured (pairs of docs) and pairs (of articles).

    `articles` are the store's Parquet files; `facts` is SQL for article_id, outlet_id, language and day of the articles
    that count; sketches are kept in `kept` by content, so that only new files are sketched; `work` is a folder for what
    is too big for memory. The result does not depend on the order of the files or on workers.
    """
    sketches = sketch_files(articles, kept, workers)
    load_sketches(con, sketches, facts)
    witnesses = find_boilerplate(con)
    find_candidates(con)
    _measure_candidates(con, articles, work, witnesses)
    _write_pairs(con)


def _measure_candidates(
    con: duckdb.DuckDBPyConnection, articles: Sequence[Path], work: Path, witnesses: Sequence[tuple[int, ...]]
) -> None:
    con.execute("CREATE TABLE wanted (d INTEGER)")
    con.execute("INSERT INTO wanted SELECT a FROM candidates UNION SELECT b FROM candidates")
    if witnesses:
        docs = sorted({doc for group in witnesses for doc in group})
        con.register("witness_docs", pa.table({"d": pa.array(docs, pa.int32())}))
        con.execute("INSERT INTO wanted SELECT d FROM witness_docs EXCEPT SELECT d FROM wanted")
        con.unregister("witness_docs")
    wanted = dict(con.execute("SELECT docs.article_id, docs.d FROM docs JOIN wanted USING (d)").fetchall())
    doc_count = con.execute("SELECT count(*) FROM docs").fetchone()[0]
    shingles = write_shingle_file(work / "shingles.bin", articles, wanted, doc_count)
    del wanted
    passages = boilerplate_passages(witnesses, shingles)
    with_boilerplate = {d for (d,) in con.execute("FROM with_boilerplate").fetchall()}
    measured = work / "measured.parquet"
    with pq.ParquetWriter(measured, MEASURED_SCHEMA, compression="lz4") as writer:
        for pairs in _pairs(con):
            writer.write_table(_measured(pairs, shingles, passages, with_boilerplate))
    con.execute(f"CREATE TABLE measured AS SELECT * FROM read_parquet('{measured}')")
    measured.unlink()


def _pairs(con: duckdb.DuckDBPyConnection) -> Iterator[pa.RecordBatch]:
    # In the order of the first doc: its shingles stay in the cache while it is compared.
    yield from con.cursor().sql("SELECT a, b FROM candidates ORDER BY a, b").to_arrow_reader(PAIRS_AT_ONCE)


def _measured(
    pairs: pa.RecordBatch, shingles: ShingleFile, passages: np.ndarray, with_boilerplate: set[int]
) -> pa.Table:
    none = np.empty(0, dtype=np.uint64)
    rows = []
    for a, b in zip(pairs.column("a").to_pylist(), pairs.column("b").to_pylist(), strict=True):
        left_out = passages if a in with_boilerplate and b in with_boilerplate else none
        found = measure(shingles.of(a), shingles.of(b), left_out)
        kind = found.kind
        if kind is None:
            continue
        contained = None if kind == "near" else a if found.all_one <= found.all_other else b
        rows.append(
            (a, b, kind, found.similarity, found.contained_share, found.text_similarity, found.shared, contained)
        )
    columns = zip(*rows, strict=True) if rows else ([] for _ in MEASURED_SCHEMA)
    return pa.table(
        [pa.array(c, f.type) for c, f in zip(columns, MEASURED_SCHEMA, strict=True)], schema=MEASURED_SCHEMA
    )


def _write_pairs(con: duckdb.DuckDBPyConnection) -> None:
    """Table pairs: the columns of near_duplicates but for direction, in pairs of articles instead of docs.

    Copies of a text are paired with each other and with those of its near-duplicates: all with all up to
    ALL_PAIRS_UP_TO pairs, beyond that each with the first article of the other text.
    """
    con.execute(
        f"""
        CREATE TABLE pairs AS
        SELECT least(x.article_id, y.article_id) AS article_id, greatest(x.article_id, y.article_id) AS other_article_id,
               m.kind, m.similarity, m.contained_share, m.text_similarity, m.shared_count,
               CASE m.contained WHEN m.a THEN x.article_id WHEN m.b THEN y.article_id END AS contained_article_id
        FROM measured m
        JOIN docs p ON p.d = m.a JOIN docs q ON q.d = m.b
        JOIN doc_articles x ON x.d = m.a JOIN doc_articles y ON y.d = m.b
        WHERE p.copies * q.copies <= {ALL_PAIRS_UP_TO} OR x.article_id = p.article_id OR y.article_id = q.article_id
        UNION ALL
        SELECT x.article_id, y.article_id, 'exact', 1.0, 1.0, 1.0, p.shingle_count, NULL
        FROM docs p JOIN doc_articles x ON x.d = p.d JOIN doc_articles y ON y.d = p.d AND x.article_id < y.article_id
        WHERE p.copies * p.copies <= {ALL_PAIRS_UP_TO} * 2 OR x.article_id = p.article_id
        """
    )
