"""A batch that is in place only in part, as a killed run leaves it, never shows an article without what belongs to it."""

import json
import shutil
from pathlib import Path

import pytest

from flows.write.store import COMMIT_ORDER
from schemas.dataset import tables_of
from tests.end_to_end.disturbed_runs import problems
from tests.write.conftest import Build


def test_every_table_of_a_batch_has_its_place_in_the_order():
    assert sorted(COMMIT_ORDER) == sorted(t.name for t in tables_of("store"))


@pytest.mark.parametrize("in_place", range(len(COMMIT_ORDER) + 1))
def test_readers_of_a_batch_half_in_place_see_whole_articles(raw: Path, processed: Path, build: Build, in_place: int):
    lines = (json.dumps({"text": f"Ferry {n} was late on Friday, the harbour office of Lark said.", "url": f"https://lark.example/{n}"}) for n in range(20))
    (raw / "a.jsonl").write_text("\n".join(lines))
    build()
    second = max(p.name for p in (processed / "raw_articles").glob("*.parquet"))
    for table in COMMIT_ORDER[in_place:]:
        (processed / table / second).unlink()
    assert problems(processed) == []
    shutil.rmtree(processed)
