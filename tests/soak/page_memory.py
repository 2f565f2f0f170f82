"""Memory while 20,000 saved pages are read one after another in one process.

    python -m tests.soak.page_memory CORPORA [--pages N]

CORPORA is as in tests/accuracy/pages.py; its pages are read again and again, each time with other words in it.
"""

import argparse
import gzip
import statistics
import sys
from pathlib import Path

import psutil

from flows.ingest.page import read_page
from flows.ingest.raw_article import Provenance, RawArticle, Record
from tests.accuracy.pages import RECEIVED_AT, saved_pages

GROWTH = 1.05
SLACK_MB = 20.0


def main() -> int:
    """0 where the last third of the samples lies no higher than the middle one; prints the medians in MB."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--pages", type=int, default=20_000)
    given = parser.parse_args()
    files = [(article["raw_html_path"], packed) for _, article, packed in saved_pages(given.corpora)]
    if not files:
        print(f"no saved pages in {given.corpora}: not run")
        return 1
    samples, articles, process, every = [], 0, psutil.Process(), max(1, given.pages // 60)
    for number in range(given.pages):
        path, packed = files[number % len(files)]
        payload = gzip.decompress(packed).replace(b"</p>", f" {number}</p>".encode(), 3)
        articles += isinstance(read_page(Record(path, "page", payload, Provenance(RECEIVED_AT))), RawArticle)
        if number % every == 0:
            samples.append(process.memory_info().rss / 1e6)
    third = max(1, len(samples) // 3)
    medians = [statistics.median(part) for part in (samples[:third], samples[third : 2 * third], samples[2 * third :])]
    print(f"{given.pages} pages, {articles} articles; memory by thirds {', '.join(f'{m:.0f}' for m in medians)} MB, peak of samples {max(samples):.0f} MB")
    return 0 if medians[2] <= medians[1] * GROWTH + SLACK_MB else 1


if __name__ == "__main__":
    sys.exit(main())
