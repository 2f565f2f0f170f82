"""Saved pages per second and core: ours beside the extraction library's own, page by page in turn, in processor time.

    python -m bench.pages CORPORA [--pages N]

Ours gives text, headline, authors, address, outlet and day; the library is asked for text and metadata, and for text alone.
"""

import argparse
import contextlib
import gzip
import logging
import random
import time
from collections.abc import Callable
from pathlib import Path

from flows.ingest.date_words import month_named
from flows.ingest.page import read_page
from flows.ingest.raw_article import Provenance, Record
from tests.accuracy.pages import RECEIVED_AT, saved_pages


def main() -> None:
    """Prints pages per second of each and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--pages", type=int, default=500)
    given = parser.parse_args()
    from trafilatura import bare_extraction, extract

    logging.disable(logging.CRITICAL)
    pages = [(article["raw_html_path"], gzip.decompress(packed)) for _, article, packed in saved_pages(given.corpora)]
    random.Random(3).shuffle(pages)
    pages = pages[: given.pages]
    # What a process loads once is no cost of a page: the languages' month names here, the library's own data there.
    month_named("may", "en")
    month_named("bridge", "en")
    bare_extraction(pages[0][1], with_metadata=True)
    ours = library = text_alone = 0.0
    for path, body in pages:
        ours += seconds(lambda path=path, body=body: read_page(Record(path, "page", body, Provenance(RECEIVED_AT))))
        library += seconds(lambda body=body: bare_extraction(body, with_metadata=True))
        text_alone += seconds(lambda body=body: extract(body))
    print(f"{len(pages)} pages; per second and core: ours {len(pages) / ours:.0f}")
    print(f"library with metadata {len(pages) / library:.0f}, ours is {library / ours:.2f} times as fast")
    print(f"library, text alone {len(pages) / text_alone:.0f}, ours is {text_alone / ours:.2f} times as fast")


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that the work takes; what the library stumbles over counts up to there."""
    started = time.process_time()
    with contextlib.suppress(ValueError, TypeError, AttributeError):
        work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
