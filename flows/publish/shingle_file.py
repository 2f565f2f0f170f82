"""The shingle sets of chosen texts in one file, read back one set at a time through the page cache."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.publish.how_far import At, untold
from flows.publish.shingles import shingle_sets

TEXTS_AT_ONCE = 1000
# Fewer texts are shingled here: a process takes longer to start.
TEXTS_FOR_WORKERS = 50_000


@dataclass(frozen=True, slots=True)
class ShingleFile:
    """Shingle sets by doc number; `starts` and `counts` are positions in `values`, in 64-bit numbers."""

    values: np.ndarray
    starts: np.ndarray
    counts: np.ndarray

    def of(self, doc: int) -> np.ndarray:
        """The sorted, distinct shingles of the doc; empty where it was not chosen."""
        start = self.starts[doc]
        return self.values[start : start + self.counts[doc]]


def write_shingle_file(path: Path, articles: Sequence[Path], wanted: Path, doc_count: int, workers: int = 1, at: At = untold) -> ShingleFile:
    """Shingle the texts of the articles wanted, streaming the articles' Parquet files once.

    `wanted` is a Parquet file of article_id and d, the number of the doc that the article stands for.
    """
    starts = np.zeros(doc_count, dtype=np.int64)
    counts = np.zeros(doc_count, dtype=np.int32)
    written = 0
    asked = pq.read_metadata(wanted).num_rows
    with path.open("wb") as out, _mapped(workers if asked > TEXTS_FOR_WORKERS else 1) as mapped:
        for number, part in enumerate(mapped(partial(shingles_of_file, wanted), articles if asked else ()), start=1):
            at("texts to compare, by batch", number, len(articles))
            for doc, shingles in part:
                if not counts[doc]:
                    starts[doc], counts[doc] = written, len(shingles)
                    out.write(shingles.tobytes())
                    written += len(shingles)
    values = np.asarray(np.memmap(path, dtype=np.uint64, mode="r")) if written else np.empty(0, dtype=np.uint64)
    return ShingleFile(values, starts, counts)


def shingles_of_file(wanted: Path, articles: Path) -> list[tuple[int, np.ndarray]]:
    """(doc, shingles) of the articles wanted that are in the file."""
    asked = pq.read_table(wanted)
    found: list[tuple[int, np.ndarray]] = []
    with pq.ParquetFile(articles) as file:
        ids = file.read(columns=["article_id"])["article_id"].combine_chunks()
        at = pc.index_in(ids, value_set=asked["article_id"].combine_chunks())
        docs = asked["d"].to_numpy()[pc.fill_null(at, 0).to_numpy()]
        is_wanted, start = pc.is_valid(at), 0
        for batch in file.iter_batches(TEXTS_AT_ONCE, columns=["text"]):
            chosen = is_wanted.slice(start, batch.num_rows)
            texts = batch.column("text").filter(chosen).to_pylist()
            numbers = docs[start : start + batch.num_rows][chosen.to_numpy(zero_copy_only=False)]
            found.extend(zip(numbers.tolist(), shingle_sets(texts), strict=True))
            start += batch.num_rows
    return found


@contextmanager
def _mapped(workers: int) -> Iterator:
    """`map`, in order, in this process or in as many as there are workers."""
    if workers <= 1:
        yield map
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:

        def in_turn(work: partial, items: Sequence[Path]) -> Iterable[list[tuple[int, np.ndarray]]]:
            # a few at a time: what is done waits in memory until it is its turn
            for start in range(0, len(items), 2 * workers):
                yield from pool.map(work, items[start : start + 2 * workers])

        yield in_turn
