"""Scores of near-duplicates against brute force: every pair of texts that shares over half of its 5-word shingles.

    python tests/accuracy/near_duplicates.py [CORPUS.jsonl[.gz] … | CORPORA]

CORPORA is a folder with articles/; measured there are the pairs made by hand, which are measured without arguments too,
and the corpora with near-copies. Each line of a corpus is {text, outlet_domain?, lang?, published?, event_cluster?}.
Prints, for each corpus, recall against brute force over all pairs (boilerplate counted), the share of found pairs that
brute force confirms, and, where events are labelled, how many found pairs tell of one event.
"""

import datetime
import gzip
import hashlib
import itertools
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.publish.near_duplicates import find_near_duplicates
from flows.publish.shingles import words
from flows.publish.store_view import open_work_database
from flows.publish.translations import find_translations

HAND_MADE = Path(__file__).with_name("near_duplicate_pairs.jsonl")
WITH_NEAR_COPIES = ("media_analysis_ru", "tg_contest")
ROWS_PER_FILE = 2000
SHINGLE = 5
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of pairs; recall and precision follow from them."""

    articles: int
    true_pairs: int
    true_found: int
    found: int
    confirmed: int
    labelled: int
    same_event: int
    kinds: dict[str, int]

    def lines(self) -> list[str]:
        """The figures for people."""
        return [
            f"articles {self.articles}, found " + ", ".join(f"{k} {n}" for k, n in sorted(self.kinds.items())),
            f"recall    {_share(self.true_found, self.true_pairs)} of the pairs with more than half of all shingles in common",
            f"precision {_share(self.confirmed, self.found)} of the exact, near and partial pairs found share at least half of the shorter text",
            *([f"events    {_share(self.same_event, self.labelled)} of them tell of one event"] if self.labelled else []),
        ]


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "none"


def read_corpus(path: Path) -> list[dict]:
    """The corpus, each text once per outlet."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines()]


def article_id_of(row: dict, number: int) -> str:
    """An id by place: the corpora have texts that occur twice."""
    return hashlib.sha256(f"{number}\n{row['text']}".encode()).hexdigest()[:32]


def found_pairs(rows: Sequence[dict], work: Path) -> dict[tuple[int, int], str]:
    """(place, place) → kind, as a release finds them."""
    files = []
    ids = [article_id_of(row, number) for number, row in enumerate(rows)]
    days = [datetime.date.fromisoformat((row.get("published") or "2000-01-01")[:10]) for row in rows]
    for start in range(0, len(rows), ROWS_PER_FILE):
        part = slice(start, start + ROWS_PER_FILE)
        files.append(work / f"{start:08}.parquet")
        pq.write_table(
            pa.table(
                {
                    "article_id": ids[part],
                    "text": [row["text"] for row in rows[part]],
                    "outlet_id": pa.array([row.get("outlet_domain") for row in rows[part]], pa.string()),
                    "language": [row.get("lang") or "und" for row in rows[part]],
                    "day": days[part],
                }
            ),
            files[-1],
        )
    con = open_work_database(work, "1500MB", 2)
    find_near_duplicates(con, files, f"FROM read_parquet('{work}/*.parquet')", work, work / "kept")
    find_translations(con)
    place = {article_id: number for number, article_id in enumerate(ids)}
    rows_found = con.execute("SELECT article_id, other_article_id, kind FROM pairs").fetchall()
    con.close()
    return {(min(place[x], place[y]), max(place[x], place[y])): kind for x, y, kind in rows_found}


def brute_force(rows: Sequence[dict]) -> dict[tuple[int, int], tuple[float, float]]:
    """(place, place) → (Jaccard, share of the shorter) of all pairs that share a shingle, counted one by one."""
    sets = []
    for row in rows:
        of_text = words(row["text"])
        sets.append({tuple(of_text[i : i + SHINGLE]) for i in range(max(1, len(of_text) - SHINGLE + 1))} if of_text else set())
    holders = defaultdict(list)
    for number, shingles in enumerate(sets):
        for shingle in shingles:
            holders[shingle].append(number)
    shared: Counter = Counter()
    for numbers in holders.values():
        shared.update(itertools.combinations(numbers, 2))
    return {
        (a, b): (n / (len(sets[a]) + len(sets[b]) - n), n / min(len(sets[a]), len(sets[b]))) for (a, b), n in shared.items()
    }


def score(rows: Sequence[dict]) -> Score:
    """What was found, against brute force and against labelled events."""
    with tempfile.TemporaryDirectory() as folder:
        found = found_pairs(rows, Path(folder))
    truth = brute_force(rows)
    alike = {pair for pair, (jaccard, _) in truth.items() if jaccard > HALF}
    same_words = {pair for pair, kind in found.items() if kind != "translation"}
    labelled = {(a, b) for a, b in same_words if rows[a].get("event_cluster") is not None}
    return Score(
        articles=len(rows),
        true_pairs=len(alike),
        true_found=len(alike & same_words),
        found=len(same_words),
        confirmed=sum(truth.get(pair, (0, 0))[1] >= HALF for pair in same_words),
        labelled=len(labelled),
        same_event=sum(rows[a]["event_cluster"] == rows[b]["event_cluster"] for a, b in labelled),
        kinds=dict(Counter(found.values())),
    )


def corpora(arguments: Sequence[str]) -> list[Path]:
    """The files to measure on, from the command line."""
    found = []
    for given in map(Path, arguments):
        found += [HAND_MADE, *(given / "articles" / f"{name}.jsonl.gz" for name in WITH_NEAR_COPIES)] if given.is_dir() else [given]
    return found or [HAND_MADE]


if __name__ == "__main__":
    for corpus in corpora(sys.argv[1:]):
        print(corpus.name)
        print("\n".join("  " + line for line in score(read_corpus(corpus)).lines()))
