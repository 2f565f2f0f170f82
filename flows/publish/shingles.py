"""Texts as sets of 5-word shingles, hashed: what similarity between articles is measured on."""

import functools
import itertools
import re
from collections.abc import Sequence

import numpy as np
import rensa

SHINGLE_WORDS = 5

_WORD = re.compile(r"\w+")
# Scripts without spaces between words: each character is taken as a word.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_WORD_OR_CHARACTER = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+")


def words(text: str) -> list[str]:
    """The words of the text in order, lower case, ё as е, without stress marks, parted by any apostrophe."""
    folded = text.lower().replace("ё", "е").replace("ʼ", "'").replace("\u0301", "")
    return (_WORD_OR_CHARACTER if _HAS_UNSPACED.search(folded) else _WORD).findall(folded)


def word_hashes(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """64-bit hashes of all words of all texts in a row, and where each text starts (one longer than texts)."""
    rows = [words(t) for t in texts]
    vocabulary = list(set().union(*rows))
    hash_of = dict(zip(vocabulary, rensa.RMinHash.hash_token_sets([vocabulary])[0], strict=True))
    offsets = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=offsets[1:])
    flat = np.fromiter(map(hash_of.__getitem__, itertools.chain.from_iterable(rows)), dtype=np.uint64, count=int(offsets[-1]))
    return flat, offsets


def shingle_sets(texts: Sequence[str]) -> list[np.ndarray]:
    """For each text the sorted, distinct 64-bit hashes of its 5-word shingles; a shorter text is one shingle, no word none."""
    flat, offsets = word_hashes(texts)
    return shingle_sets_of(flat, offsets)


def shingle_sets_of(flat: np.ndarray, offsets: np.ndarray) -> list[np.ndarray]:
    """As `shingle_sets`, from what `word_hashes` returned."""
    factors = _factors()
    if len(flat) >= SHINGLE_WORDS:
        rolled = np.zeros(len(flat) - SHINGLE_WORDS + 1, dtype=np.uint64)
        for i in range(SHINGLE_WORDS):
            rolled += flat[i : i + len(rolled)] * factors[i]
        rolled = _mixed(rolled)
    else:
        rolled = np.empty(0, dtype=np.uint64)
    found = []
    for start, end in itertools.pairwise(offsets):
        count = end - start
        if count >= SHINGLE_WORDS:
            found.append(distinct(rolled[start : end - SHINGLE_WORDS + 1]))
        elif count:
            found.append(_mixed(np.sum(flat[start:end] * factors[:count], dtype=np.uint64, keepdims=True)))
        else:
            found.append(np.empty(0, dtype=np.uint64))
    return found


def distinct(values: np.ndarray) -> np.ndarray:
    """The values sorted, each once."""
    values = np.sort(values)
    return values[np.concatenate(([True], values[1:] != values[:-1]))] if len(values) else values


def shared_count(one: np.ndarray, other: np.ndarray) -> int:
    """How many values two sorted arrays of distinct values have in common."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return 0
    at = other.searchsorted(one)
    at[at == len(other)] = 0
    return int(np.count_nonzero(other[at] == one))


@functools.cache
def _factors() -> np.ndarray:
    """One odd factor per place in the shingle: the same words in another order are another shingle."""
    return np.array(
        [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5],
        dtype=np.uint64,
    )


def _mixed(values: np.ndarray) -> np.ndarray:
    """The finalizer of SplitMix64: every bit of the result depends on every bit of the value."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
