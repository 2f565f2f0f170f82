"""How much two texts have in common: Jaccard and share of the shorter, on their shingles, boilerplate left out."""

from dataclasses import dataclass

import numpy as np

from flows.publish.shingles import shared_count

NEAR_SIMILARITY = 0.5
PARTIAL_SHARE = 0.5
# Fewer words in common are a phrase that two texts happen to share.
NEAR_LEAST_SHARED = 5
PARTIAL_LEAST_SHARED = 20

# A text that is nearly all boilerplate has nothing else to be compared by, and is compared whole.
LEAST_OWN_SHARE = 0.2


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
    own_one, own_other = without(one, boilerplate), without(other, boilerplate)
    if len(own_one) < LEAST_OWN_SHARE * len(one) or len(own_other) < LEAST_OWN_SHARE * len(other):
        own_one, own_other = one, other
    return PairMeasure(
        shared_count(own_one, own_other), len(own_one), len(own_other), shared, len(one), len(other)
    )


def without(values: np.ndarray, taken: np.ndarray) -> np.ndarray:
    at = taken.searchsorted(values)
    at[at == len(taken)] = 0
    return values[taken[at] != values]
