"""Join the texts that a user holds to a release that may not carry them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from flows.publish.diff import files_of, scan
from flows.publish.release_parquet import ROWS_AT_ONCE, write_batches
from schemas import articles
from schemas.derive.arrow import arrow_schema
from schemas.derive.released import released

TEXTS_AT_ONCE = 1000
TEXTS = pa.schema([("text_sha256", pa.string()), ("text", pa.string())])


@dataclass(frozen=True, slots=True)
class Attached:
    """How many articles of the release have their text now, and how many of them got it from the user."""

    articles: int
    with_text: int
    attached: int
    path: Path


def attach_texts(release: Path, texts: Iterable[str], target: Path) -> Attached:
    """Write the release's articles with every text whose SHA-256 is that of an article; offsets then hold in it.

    `texts` are normalized as `articles.text` is; texts that the release does not know are passed over.
    """
    columns = [c.name for c in released(articles.TABLE).columns]
    with duckdb.connect() as con:
        con.execute(f"CREATE VIEW published AS FROM {scan(files_of(release, 'articles'))}")
        known = {sha for (sha,) in con.execute("SELECT text_sha256 FROM published WHERE text IS NULL").fetchall()}
        con.execute("CREATE TABLE held (text_sha256 VARCHAR, text VARCHAR)")
        for part in _known(texts, known):
            con.register("part", part)
            con.execute("INSERT INTO held SELECT * FROM part")
            con.unregister("part")
        listed = ", ".join("coalesce(p.text, h.text) AS text" if c == "text" else f'p."{c}"' for c in columns)
        reader = con.cursor().sql(
            f"SELECT {listed} FROM published p LEFT JOIN (SELECT DISTINCT * FROM held) h USING (text_sha256) ORDER BY p.article_id"
        ).to_arrow_reader(ROWS_AT_ONCE)
        count = write_batches(target, arrow_schema(released(articles.TABLE)), reader)
        attached = con.execute("SELECT count(*) FROM published WHERE text IS NULL AND text_sha256 IN (SELECT text_sha256 FROM held)").fetchone()[0]
        open_texts = con.execute("SELECT count(text) FROM published").fetchone()[0]
    return Attached(count, open_texts + attached, attached, target)


def _known(texts: Iterable[str], known: set[str]) -> Iterable[pa.Table]:
    waiting: list[dict] = []
    for text in texts:
        sha = hashlib.sha256(text.encode()).hexdigest()
        if sha in known:
            known.discard(sha)
            waiting.append({"text_sha256": sha, "text": text})
            if len(waiting) == TEXTS_AT_ONCE:
                yield pa.Table.from_pylist(waiting, schema=TEXTS)
                waiting = []
    if waiting:
        yield pa.Table.from_pylist(waiting, schema=TEXTS)
