"""Near-duplicates keep their promise on the pairs made by hand: precision at least 0.98, recall at least 0.90."""

import runpy
from pathlib import Path

MEASURE = runpy.run_path(str(Path(__file__).with_name("near_duplicates.py")))


def test_pairs_made_by_hand_are_found_and_nothing_else():
    found = MEASURE["score"](MEASURE["read_corpus"](MEASURE["HAND_MADE"]))
    assert found.true_found >= 0.9 * found.true_pairs > 0
    assert found.confirmed >= 0.98 * found.found
    assert found.same_event == found.labelled == found.found
    assert {"exact", "near", "partial"} <= set(found.kinds)
