"""The ids of all articles in the store, in 16 bytes each."""

import binascii
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

MERGE_BELOW = 8


@dataclass(slots=True)
class ArticleIds:
    """A growing set of article ids (32 hex digits): runs of 128-bit numbers sorted by their high halves, merged as they become many."""

    runs: list[np.ndarray] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)

    @staticmethod
    def load(files: Iterable[Path]) -> "ArticleIds":
        """The ids in the Parquet files' column article_id."""
        # not read_table and not in threads: for a column of so few rows these take as long as the reading
        columns = (pq.ParquetFile(path).read(["article_id"], use_threads=False).column(0) for path in files)
        parts = [_numbers(column.combine_chunks()) for column in columns]
        return ArticleIds([_sorted(np.concatenate(parts))] if parts else [])

    def add(self, ids: pa.Array) -> None:
        """Add the ids."""
        if len(ids):
            self.removed.difference_update(ids.to_pylist() if self.removed else ())
            self.runs.append(_sorted(_numbers(ids)))
            if len(self.runs) > MERGE_BELOW:
                self.runs = [self.runs[0], _sorted(np.concatenate(self.runs[1:]))]
            if len(self.runs) > 1 and 4 * len(self.runs[1]) > len(self.runs[0]):
                self.runs = [_sorted(np.concatenate(self.runs))]

    def remove(self, ids: pa.Array) -> None:
        """Take the ids away."""
        self.removed.update(ids.to_pylist())

    def among(self, ids: pa.Array) -> list[str]:
        """Those of the ids that are in the set, in the order given."""
        if not len(ids) or not self.runs:
            return []
        asked = _numbers(ids)
        found = np.zeros(len(asked), dtype=bool)
        for run in self.runs:
            found |= _contains(run, asked)
        return [i for i in ids.filter(pa.array(found)).to_pylist() if i not in self.removed]


def _numbers(ids: pa.Array) -> np.ndarray:
    if not len(ids):
        return np.empty((0, 2), np.uint64)
    _, offsets, letters = ids.buffers()
    ends = np.frombuffer(offsets, np.int32)[ids.offset : ids.offset + len(ids) + 1]
    digits = memoryview(letters)[ends[0] : ends[-1]]
    return np.frombuffer(binascii.unhexlify(digits), dtype=">u8").astype(np.uint64).reshape(-1, 2)


def _sorted(numbers: np.ndarray) -> np.ndarray:
    return numbers[np.argsort(numbers[:, 0])]


def _contains(run: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Whether each asked number is in the sorted run; equal high halves are walked one by one."""
    high = run[:, 0]
    at = np.searchsorted(high, asked[:, 0])
    found = np.zeros(len(asked), dtype=bool)
    open_ = np.arange(len(asked))
    while len(open_):
        inside = at[open_] < len(run)
        open_ = open_[inside]
        rows = run[at[open_]]
        same_high = rows[:, 0] == asked[open_, 0]
        open_, rows = open_[same_high], rows[same_high]
        hit = rows[:, 1] == asked[open_, 1]
        found[open_[hit]] = True
        open_ = open_[~hit]
        at[open_] += 1
    return found
