"""Stores made by hand: articles as dictionaries, written as the build flow writes them."""

import datetime
import hashlib
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.publish.build_release import BuildOptions, build_release
from flows.publish.derived_tables import derive_tables
from flows.publish.store_view import open_work_database
from schemas import articles, citations, date_expressions, evidence, raw_articles, rejected_articles
from schemas.derive.arrow import arrow_schema

SYLLABLES = [a + b for a in "бвгдзклмнпрст" for b in "аеиоуя"]
VOCABULARY = [a + b for a in SYLLABLES for b in SYLLABLES]
RECEIVED = datetime.datetime(2025, 11, 20, 8, 0, tzinfo=datetime.UTC)
STORE_TABLES = (articles, citations, date_expressions, evidence, raw_articles, rejected_articles)


def hex_of(*parts: str, digits: int = 64) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:digits]


def article_rows(number: int, given: dict) -> dict[str, list[dict]]:
    """The rows of one article in all tables of the store."""
    text, url = given["text"], given.get("url")
    article_id, raw_path = hex_of(url or "", text, digits=32), given.get("raw_path", f"made/{number:05}.txt")
    raw_id = hex_of(raw_path, text)
    received_at = given.get("received_at", RECEIVED)
    day = given.get("day")
    day = datetime.date.fromisoformat(day) if day else None
    outlet_id = given.get("outlet")
    found: dict[str, list[dict]] = {t.TABLE.name: [] for t in STORE_TABLES}
    found["articles"].append(
        {
            "article_id": article_id, "raw_id": raw_id, "outlet_id": outlet_id, "outlet_as_given": outlet_id, "title": given.get("title"),
            "text": text, "language": given.get("language", "ru"), "url": url, "published_edtf": str(day) if day else None,
            "published_earliest": day, "published_latest": day, "published_precision": "day" if day else "none",
            "received_at": received_at, "text_sha256": hex_of(text), "rights_basis": given.get("rights_basis", "own"),
        }
    )
    for position, cited in enumerate(given.get("cites", ())):
        words = cited["words"]
        start = text.index(words)
        found["citations"].append(
            {
                "article_id": article_id, "position": position, "source_as_given": words, "char_start": start, "char_end": start + len(words),
                "source_id": cited.get("id"), "source_name": cited.get("name", words), "source_kind": cited.get("kind", "agency"),
                "role": cited.get("role", "immediate"), "hop": cited.get("hop", 0 if cited.get("role") == "self" else 1),
                "via_position": cited.get("via"), "cue": cited.get("cue"), "is_background": cited.get("background", False),
            }
        )
    found["evidence"].append(
        {"article_id": article_id, "position": 0, "column": "language", "value": "ru", "rule": "language.eld", "confidence": 1.0}
    )
    found["raw_articles"].append(
        {
            "raw_id": raw_id, "raw_path": raw_path, "form": "text", "byte_count": len(text.encode()), "encoding": "utf-8",
            "received_at": received_at, "outcome": "accepted", "article_id": article_id,
        }
    )
    return found


def write_store(folder: Path, batches: Sequence[Sequence[dict]]) -> Path:
    """A store with one batch per list of articles; duplicates are accepted once, by the batch that comes first."""
    seen: set[str] = set()
    number = 0
    for given in batches:
        tables: dict[str, list[dict]] = {t.TABLE.name: [] for t in STORE_TABLES}
        batch_id = hex_of(*(a["text"] for a in given), str(len(seen)), digits=16)
        for one in given:
            rows = article_rows(number, one)
            number += 1
            article_id = rows["articles"][0]["article_id"]
            if article_id in seen:
                rows = {**{name: [] for name in rows}, "raw_articles": [{**rows["raw_articles"][0], "outcome": "duplicate"}]}
            seen.add(article_id)
            rows["raw_articles"][0]["batch_id"] = batch_id
            for name, found in rows.items():
                tables[name].extend(found)
        for table in STORE_TABLES:
            path = folder / table.TABLE.name / f"{batch_id}.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            pq.write_table(pa.Table.from_pylist(tables[table.TABLE.name], schema=arrow_schema(table.TABLE)), path)
    return folder


@pytest.fixture
def make_store(tmp_path: Path) -> Callable[..., Path]:
    """make_store(articles, …) writes one batch per list and returns the processed folder."""

    def make(*batches: Sequence[dict], name: str = "processed") -> Path:
        return write_store(tmp_path / name, batches)

    return make


@pytest.fixture
def derived(tmp_path: Path) -> Iterator[Callable[..., duckdb.DuckDBPyConnection]]:
    """derived(processed) derives all tables of a release; what is kept from call to call is in the folder `kept`."""
    opened = []

    def derive(processed: Path, workers: int = 1, kept: str = "kept") -> duckdb.DuckDBPyConnection:
        work = tmp_path / f"work{len(opened)}"
        work.mkdir()
        opened.append(open_work_database(work, "1GB", workers))
        derive_tables(opened[-1], processed, work, tmp_path / kept, workers)
        return opened[-1]

    yield derive
    for con in opened:
        con.close()


def made_up(seed: int, count: int) -> str:
    """Words that mean nothing, in sentences: no two seeds share five in a row."""
    rng = random.Random(seed)
    made = rng.choices(VOCABULARY, k=count)
    return " ".join(w.capitalize() if i % 12 == 0 else w + "." * (i % 12 == 11) for i, w in enumerate(made))


def sample_articles() -> list[dict]:
    """41 articles of five outlets in three months and without a date, half of them not to be published; one reprinted."""
    articles = [
        {
            "text": f"{made_up(i, 60)} Так пишет Вестник.", "outlet": f"outlet-{i % 5}", "title": made_up(i, 16),
            "day": (None, "2025-09-14", "2025-10-03", "2025-11-07")[i % 4], "rights_basis": ("own", "unknown")[i // 4 % 2],
            "language": ("ru", "uk")[i % 2],
            "cites": [{"words": "Вестник", "id": "vestnik", "name": "Vestnik", "kind": "outlet", "cue": "пишет"}],
        }
        for i in range(40)
    ]  # fmt: skip
    return [*articles, {**articles[1], "text": articles[1]["text"] + " Дополнено.", "outlet": "outlet-4"}]


LIMITS = "measure,table,column,floor,ceiling,why\nrows,articles,,1,,an empty release is a mistake\n"


@pytest.fixture
def release_options(tmp_path: Path) -> Callable[..., BuildOptions]:
    """release_options(**changes) with limits that a small store passes."""
    limits = tmp_path / "limits.csv"
    limits.write_text(LIMITS)
    return lambda **changes: BuildOptions(**{"limits": limits, **changes})


@pytest.fixture(scope="session")
def release_of_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One release of `sample_articles`, built once; nobody may change it."""
    folder = tmp_path_factory.mktemp("sample")
    (folder / "limits.csv").write_text(LIMITS)
    store = write_store(folder / "processed", [sample_articles()])
    return build_release(store, folder / "releases", BuildOptions(folder / "limits.csv")).path


@pytest.fixture
def release(release_of_sample: Path, tmp_path: Path) -> Path:
    """The release of `sample_articles`, a copy to do with as one likes."""
    return shutil.copytree(release_of_sample, tmp_path / "copied" / release_of_sample.name)


@pytest.fixture
def sample() -> list[dict]:
    """`sample_articles`."""
    return sample_articles()
