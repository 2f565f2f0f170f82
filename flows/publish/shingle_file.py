"""The shingle sets of chosen texts in one file, read back one set at a time through the page cache."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from flows.publish.shingles import shingle_sets

TEXTS_AT_ONCE = 1000


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


def write_shingle_file(path: Path, articles: Sequence[Path], wanted: Mapping[str, int], doc_count: int) -> ShingleFile:
    """Shingle the texts of the articles wanted (article_id → doc number), streaming the articles' Parquet files once."""
    starts = np.zeros(doc_count, dtype=np.int64)
    counts = np.zeros(doc_count, dtype=np.int32)
    written = 0
    with path.open("wb") as out:
        for docs, texts in _chosen(articles, wanted):
            for doc, shingles in zip(docs, shingle_sets(texts), strict=True):
                if counts[doc]:
                    continue
                starts[doc], counts[doc] = written, len(shingles)
                out.write(shingles.tobytes())
                written += len(shingles)
    values = np.asarray(np.memmap(path, dtype=np.uint64, mode="r")) if written else np.empty(0, dtype=np.uint64)
    return ShingleFile(values, starts, counts)


def _chosen(articles: Sequence[Path], wanted: Mapping[str, int]) -> Iterable[tuple[list[int], list[str]]]:
    for path in articles:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(TEXTS_AT_ONCE, columns=["article_id", "text"]):
                docs, texts = [], []
                for article_id, text in zip(batch.column("article_id").to_pylist(), batch.column("text"), strict=True):
                    doc = wanted.get(article_id)
                    if doc is not None:
                        docs.append(doc)
                        texts.append(text.as_py())
                if docs:
                    yield docs, texts
