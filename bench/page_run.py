"""A whole run over many saved pages: whether all cores are used, and whether memory stays flat.

    python -m bench.page_run CORPORA [--pages 20000]

The pages are written as `dateline collect` writes them, each in a folder with its provenance.json, over and over under
other addresses; `dateline run --direct` reads a quarter of them and then all, each into a store of its own.
"""

import argparse
import json
import os
import sys
import tempfile
from itertools import count, islice
from pathlib import Path

from bench.measure import Cost, cost_of
from tests.accuracy.pages import saved_pages

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Prints a line for each size, and how much more memory four times the pages took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--pages", type=int, default=20_000)
    given = parser.parse_args()
    print(f"{len(os.sched_getaffinity(0))} cores; load before: {os.getloadavg()[0]:.1f}", flush=True)
    peaks = []
    for pages in (given.pages // 4, given.pages):
        with tempfile.TemporaryDirectory() as folder:
            write_pages(Path(folder) / "raw", given.corpora, pages)
            cost = read_all(Path(folder))
        peaks.append(cost.peak_mib)
        outcome = next(line for line in cost.output.splitlines() if "raw articles in" in line)
        print(f"{outcome}: {pages / cost.cpu_s:.0f} pages per CPU second, {cost.cpu_s / cost.wall_s:.2f} cores used, {cost.peak_mib:,.0f} MiB", flush=True)
    print(f"memory of {given.pages:,} pages against {given.pages // 4:,}: {peaks[1] / peaks[0]:.2f} times")


def write_pages(folder: Path, corpora: Path, total: int) -> None:
    """So many pages, none under the address of another."""
    packed = [page for _, _, page in saved_pages(corpora)]
    endless = ((round_, index, page) for round_ in count() for index, page in enumerate(packed))
    for round_, index, page in islice(endless, total):
        place = folder / f"{round_:03}" / f"{index:05}"
        place.mkdir(parents=True)
        (place / "page.html.gz").write_bytes(page)
        stated = {"received_at": "2026-01-05T10:00:00Z", "url": f"https://example.org/{round_}/{index}"}
        (place / "provenance.json").write_text(json.dumps(stated))


def read_all(folder: Path) -> Cost:
    """What the run over the pages costs, its checks left for later."""
    where = ("--raw", str(folder / "raw"), "--processed", str(folder / "processed"))
    return cost_of([sys.executable, "-m", "flows.cli", "run", "--direct", "--check-later", *where], cwd=ROOT)


if __name__ == "__main__":
    main()
