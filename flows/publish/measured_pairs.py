"""Candidate pairs measured on their texts, what was measured for an earlier release taken from what it kept."""

import hashlib
import os
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from flows.publish.boilerplate import boilerplate_passages
from flows.publish.how_far import At, untold
from flows.publish.pair_measure import PairMeasure, measure
from flows.publish.shingle_file import ShingleFile, write_shingle_file
from flows.publish.sketches import SKETCH_VERSION
from schemas.derive.checks import quoted

# With the version of sketches in the name of what is kept: change it whenever the counts change.
MEASURE_VERSION = "1"

PAIRS_AT_ONCE = 50_000

COUNTS = ("shared", "one", "other", "all_shared", "all_one", "all_other")
MEASURED_SCHEMA = pa.schema(
    [("a", pa.int32()), ("b", pa.int32()), ("kind", pa.string()), ("similarity", pa.float64()),
     ("contained_share", pa.float64()), ("text_similarity", pa.float64()), ("shared_count", pa.int64()),
     ("contained", pa.int32())]
)  # fmt: skip
# A pair is known by the words of its two texts and by the boilerplate left out: nothing else has a part in its counts.
PAIR_KEY = ("one_key", "other_key", "left_out")
KEPT_SCHEMA = pa.schema([*((name, pa.binary(16)) for name in PAIR_KEY), *((name, pa.int32()) for name in COUNTS)])
NOTHING = bytes(16)


def measure_candidates(
    con: duckdb.DuckDBPyConnection, articles: Sequence[Path], work: Path, kept: Path, witnesses: Sequence[tuple[int, ...]], workers: int,
    at: At = untold,
) -> None:
    """Table measured from `candidates`: the pairs that are near or partial; only pairs with a new text are measured."""
    [(doc_count,)] = con.execute("SELECT count(*) FROM docs").fetchall()
    passages = _passages(con, articles, work, witnesses, doc_count)
    before = kept / f"measures-v{SKETCH_VERSION}.{MEASURE_VERSION}"
    _known_pairs(con, before, hashlib.blake2b(passages.tobytes(), digest_size=16).digest() if len(passages) else NOTHING)
    con.execute("CREATE TABLE wanted AS SELECT DISTINCT unnest([a, b]) AS d FROM candidate_counts WHERE shared IS NULL")
    shingles = write_shingle_file(work / "shingles.bin", articles, _wanted(con, work, "wanted"), doc_count, workers, at)
    [(pair_count,)] = con.execute("SELECT count(*) FROM candidate_counts").fetchall()
    measured, aside = work / "measured.parquet", kept / f".{before.name}.{uuid.uuid4().hex}"
    with pq.ParquetWriter(measured, MEASURED_SCHEMA, compression="lz4") as found, pq.ParquetWriter(aside, KEPT_SCHEMA, compression="zstd") as keeping:
        for done, pairs in enumerate(_pairs(con)):
            at("pairs of texts", done * PAIRS_AT_ONCE, pair_count)
            rows = [(row, _counted(row, shingles, passages)) for row in pairs]
            found.write_table(_table([_verdict(row, m) for row, m in rows if m.kind], MEASURED_SCHEMA))
            keeping.write_table(_table([(*row[2:5], *astuple(m)) for row, m in rows], KEPT_SCHEMA))
    os.replace(aside, before)
    for other in set(kept.glob("*measures-v*")) - {before}:
        other.unlink()
    con.execute(f"CREATE TABLE measured AS SELECT * FROM read_parquet({quoted(str(measured))})")
    measured.unlink()


def _passages(
    con: duckdb.DuckDBPyConnection, articles: Sequence[Path], work: Path, witnesses: Sequence[tuple[int, ...]], doc_count: int
) -> np.ndarray:
    """The shingles of all boilerplate, sorted."""
    docs = sorted({doc for group in witnesses for doc in group})
    con.register("witness_docs", pa.table({"d": pa.array(docs, pa.int32())}))
    wanted = _wanted(con, work, "witness_docs")
    con.unregister("witness_docs")
    path = work / "witnesses.bin"
    found = boilerplate_passages(witnesses, write_shingle_file(path, articles, wanted, doc_count))
    path.unlink()
    return found


def _wanted(con: duckdb.DuckDBPyConnection, work: Path, docs: str) -> Path:
    path = work / f"{docs}.parquet"
    con.execute(f"COPY (SELECT article_id, d FROM docs JOIN {docs} USING (d) ORDER BY d) TO {quoted(str(path))} (FORMAT parquet)")
    return path


def _known_pairs(con: duckdb.DuckDBPyConnection, before: Path, left_out: bytes) -> None:
    """Table candidate_counts: the candidates with their keys and, where they were measured before, the counts.

    The text whose words have the smaller key is `one`; a comes before b in the order of article ids, which may be another.
    """
    source = f"read_parquet({quoted(str(before))})"
    if not _is_whole(before):
        con.register("nothing_kept", KEPT_SCHEMA.empty_table())
        source = "nothing_kept"
    con.execute(
        f"""
        CREATE TABLE candidate_counts AS
        WITH keyed AS (
            SELECT c.a, c.b, least(p.words_key, q.words_key) AS one_key, greatest(p.words_key, q.words_key) AS other_key,
                   p.words_key < q.words_key AS is_in_order,
                   CASE WHEN c.a IN (FROM with_boilerplate) AND c.b IN (FROM with_boilerplate) THEN ?::BLOB ELSE ?::BLOB END AS left_out
            FROM candidates c JOIN docs p ON p.d = c.a JOIN docs q ON q.d = c.b
        )
        SELECT k.*, {", ".join(f"n.{name}" for name in COUNTS)} FROM keyed k LEFT JOIN {source} n USING ({", ".join(PAIR_KEY)})
        """,
        [left_out, NOTHING],
    )


def _is_whole(before: Path) -> bool:
    try:
        return pq.read_schema(before).equals(KEPT_SCHEMA)
    except (OSError, pa.ArrowInvalid):
        return False


def _pairs(con: duckdb.DuckDBPyConnection) -> Iterator[list[tuple]]:
    """Rows of a, b, the key of the pair, is_in_order, counts or None; in the order of the first doc, whose shingles stay in the cache."""
    cursor = con.cursor().execute(
        f"SELECT a, b, {', '.join(PAIR_KEY)}, is_in_order, {', '.join(COUNTS)} FROM candidate_counts ORDER BY a, b"
    )
    while rows := cursor.fetchmany(PAIRS_AT_ONCE):
        yield rows


def _counted(row: tuple, shingles: ShingleFile, passages: np.ndarray) -> PairMeasure:
    if row[6] is not None:
        return PairMeasure(*row[6:])
    one, other = (row[0], row[1]) if row[5] else (row[1], row[0])
    return measure(shingles.of(one), shingles.of(other), passages if row[4] != NOTHING else passages[:0])


def _verdict(row: tuple, found: PairMeasure) -> tuple:
    a, b, is_in_order = row[0], row[1], row[5]
    shorter = found.all_one - found.all_other if is_in_order else found.all_other - found.all_one
    contained = None if found.kind == "near" else a if shorter <= 0 else b
    return (a, b, found.kind, found.similarity, found.contained_share, found.text_similarity, found.shared, contained)


def _table(rows: Sequence[tuple], schema: pa.Schema) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
