"""Sketches of articles: the few numbers by which near-duplicates find each other, computed once per batch file."""

import contextlib
import hashlib
import itertools
import os
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import rensa

from flows.publish.how_far import At, untold
from flows.publish.marks import marks
from flows.publish.shingles import shingle_sets_of, word_hashes

# A version is part of the name of a kept sketch: change it whenever the numbers change.
SKETCH_VERSION = "2"

# One shingle in eight is kept, chosen by its hash, so that two texts keep the same ones of what they share.
SAMPLE_ONE_IN = 8
SAMPLE_BELOW = 2**64 // SAMPLE_ONE_IN

# MinHash finds what sampling can miss: texts too short for enough samples. 42 bands of 3 rows find a pair
# that shares half of all shingles with probability 1 - (1 - 0.5**3)**42 = 0.996.
MINHASH_UP_TO = 160
MINHASH_BANDS = 42
MINHASH_ROWS = 3
MINHASH_SEED = 20251103

TEXTS_AT_ONCE = 1000

SKETCH_SCHEMA = pa.schema(
    [
        pa.field("article_id", pa.string()),
        pa.field("words_key", pa.binary(16)),
        pa.field("shingle_count", pa.int32()),
        pa.field("samples", pa.list_(pa.uint64())),
        pa.field("bands", pa.list_(pa.uint64())),
        pa.field("marks", pa.list_(pa.uint64())),
    ]
)


def sketch(article_ids: Sequence[str], texts: Sequence[str]) -> pa.Table:
    """One row per article: a key of its words in order, how many shingles, the sampled ones,
    MinHash bands where short, marks that survive translation.
    """
    flat, offsets = word_hashes(texts)
    sets = shingle_sets_of(flat, offsets)
    keys = [
        hashlib.blake2b(flat[start:end].tobytes(), digest_size=16).digest()
        for start, end in itertools.pairwise(offsets)
    ]
    return pa.table(
        [
            pa.array(article_ids, pa.string()),
            pa.array(keys, pa.binary(16)),
            pa.array([len(s) for s in sets], pa.int32()),
            _list_array([s[: np.searchsorted(s, np.uint64(SAMPLE_BELOW))] for s in sets]),
            _list_array(_bands(sets)),
            _list_array([np.array(sorted(marks(text)), dtype=np.uint64) for text in texts]),
        ],
        schema=SKETCH_SCHEMA,
    )


def _bands(sets: Sequence[np.ndarray]) -> list[np.ndarray]:
    short = [i for i, s in enumerate(sets) if 0 < len(s) <= MINHASH_UP_TO]
    found = [np.empty(0, dtype=np.uint64)] * len(sets)
    if not short:
        return found
    starts = np.zeros(len(short) + 1, dtype=np.int64)
    np.cumsum([len(sets[i]) for i in short], out=starts[1:])
    digests = rensa.RMinHash.digest_matrix_from_flat_token_hashes(
        np.concatenate([sets[i] for i in short]), starts.tolist(), MINHASH_BANDS * MINHASH_ROWS, MINHASH_SEED
    )
    rows = np.array(digests.to_rows(), dtype=np.uint64).reshape(len(short), MINHASH_BANDS, MINHASH_ROWS)
    bands = (rows[:, :, 0] << np.uint64(32)) ^ (rows[:, :, 1] << np.uint64(16)) ^ rows[:, :, 2]
    # The number of the band is part of its value: the same three minima in another band are a coincidence.
    bands = bands * np.uint64(0x9E3779B97F4A7C15) + np.arange(MINHASH_BANDS, dtype=np.uint64)
    for i, values in zip(short, bands, strict=True):
        found[i] = values
    return found


def _list_array(rows: Sequence[np.ndarray]) -> pa.ListArray:
    offsets = np.zeros(len(rows) + 1, dtype=np.int32)
    np.cumsum([len(r) for r in rows], out=offsets[1:])
    values = np.concatenate(rows) if rows else np.empty(0, dtype=np.uint64)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(values, pa.uint64()))


def sketch_file(articles: Path, kept: Path) -> Path:
    """The sketches of the articles in one Parquet file, from `kept` where the same bytes were sketched before."""
    target = kept / f"v{SKETCH_VERSION}-{_file_key(articles)}.parquet"
    if target.exists():
        return target
    kept.mkdir(parents=True, exist_ok=True)
    aside = kept / f".{target.name}.{uuid.uuid4().hex}"
    with pq.ParquetWriter(aside, SKETCH_SCHEMA, compression="lz4") as writer:
        for article_ids, texts in _texts(articles):
            writer.write_table(sketch(article_ids, texts))
    os.replace(aside, target)
    return target


def sketch_files(articles: Sequence[Path], kept: Path, workers: int = 1, at: At = untold) -> list[Path]:
    """`sketch_file` of each, in order, in as many processes as there are workers; sketches of other files are let go."""
    with contextlib.ExitStack() as held:
        here = workers <= 1 or len(articles) <= 1
        mapped = map if here else held.enter_context(ProcessPoolExecutor(workers, mp_context=get_context("spawn"))).map
        found = []
        for path in mapped(sketch_file, articles, [kept] * len(articles)):
            found.append(path)
            at("sketches of texts, by batch", len(found), len(articles))
    for path in set(kept.glob("*.parquet")) - set(found):
        path.unlink()
    return found


def _texts(articles: Path) -> Iterator[tuple[list[str], list[str]]]:
    with pq.ParquetFile(articles) as file:
        for batch in file.iter_batches(TEXTS_AT_ONCE, columns=["article_id", "text"]):
            yield batch.column("article_id").to_pylist(), batch.column("text").to_pylist()


def _file_key(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]
