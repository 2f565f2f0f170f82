"""The same new articles read into stores of different sizes: what of the cost grows with the store."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import corpus
from bench.measure import Cost, cost_of

NEW = 5_000


def grown_stores(dateline: tuple[str, ...], source: Path, folder: Path, sizes: list[int], root: Path) -> Iterator[tuple[int, Cost, Cost, Cost]]:
    """(articles in the store, cost of reading NEW more, of a second run with nothing new, of a count) for each size."""
    raw = folder / "raw"
    corpus.write_jsonl(raw, source, NEW)
    for size in sizes:
        store = folder / f"store-{size}"
        subprocess.run([sys.executable, "-m", "bench.synthetic_store", str(store), str(size)], cwd=root, check=True, capture_output=True)
        where = ("--raw", str(raw), "--processed", str(store))
        read = cost_of([*dateline, "run", "--direct", "--check-later", "--runner", "processes", *where], cwd=root)
        again = cost_of([*dateline, "run", "--direct", "--check-later", *where], cwd=root)
        count = cost_of([*dateline, "query", "SELECT count(*) FROM articles", "--processed", str(store)], cwd=root)
        shutil.rmtree(store)
        yield size, read, again, count
