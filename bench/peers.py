"""Other tools on the same articles, one core each, each doing one of the jobs that a run does."""

import importlib.util
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import orjson

from bench.corpus import articles

SAMPLE = 300


def _dateparser(texts: Sequence[str]) -> None:
    from dateparser.search import search_dates

    for text in texts:
        search_dates(text, languages=["ru", "uk", "en"])


def _natasha(texts: Sequence[str]) -> None:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    for text in texts:
        document = Doc(text)
        document.segment(segmenter)
        document.tag_ner(tagger)


def _datasketch(texts: Sequence[str]) -> None:
    from datasketch import MinHash

    for text in texts:
        words = text.split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[i : i + 5]).encode() for i in range(max(len(words) - 4, 1))])


def _datatrove(texts: Sequence[str]) -> None:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.filters import LambdaFilter
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "given"
        given.mkdir()
        (given / "a.jsonl").write_bytes(b"\n".join(orjson.dumps({"text": text, "id": str(i)}) for i, text in enumerate(texts)))
        LocalPipelineExecutor(
            pipeline=[JsonlReader(str(given)), LambdaFilter(lambda d: len(d.text) > 100), JsonlWriter(f"{folder}/out")],
            logging_dir=f"{folder}/logs",
        ).run()


PEERS: dict[str, tuple[str, Callable[[Sequence[str]], None]]] = {
    "dateparser text search": ("dateparser", _dateparser),
    "natasha entities": ("natasha", _natasha),
    "datasketch MinHash": ("datasketch", _datasketch),
    "datatrove read-filter-write": ("datatrove", _datatrove),
}


def peer_speed(name: str, source: Path) -> float | None:
    """Articles per processor second, loading not counted; None where the peer is not installed."""
    package, run = PEERS[name]
    if importlib.util.find_spec(package) is None:
        return None
    texts = [a["text"] for a in islice(articles(source), SAMPLE)]
    run(texts[:3])
    started = time.process_time()
    run(texts)
    return len(texts) / (time.process_time() - started)


if __name__ == "__main__":
    speed = peer_speed(sys.argv[1], Path(sys.argv[2]))
    print("" if speed is None else speed)
