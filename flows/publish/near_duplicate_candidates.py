"""Which texts may be near-duplicates: joins of sketches in DuckDB, out of core; nothing is decided here."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from flows.publish.sketches import SAMPLE_BELOW
from schemas.derive.checks import quoted

# In groups beyond this size each text is compared with the group's first ones only.
GROUP_LIMIT = 64
ANCHORS = 16

# Enough of the sampled shingles in common to be worth measuring: half of a text, sampled, hardly ever falls below.
LEAST_SHARED_SAMPLES = 0.15

SLICES = 16


def load_sketches(con: duckdb.DuckDBPyConnection, sketches: Sequence[Path], facts: str) -> None:
    """Tables doc_articles (d, article_id), docs (d, article_id, copies), samples, bands (h, d), marks (m, d), repeated.

    A doc is a distinct sequence of words, numbered in the order of its first article_id, which stands for it.
    `facts` is SQL that returns article_id, outlet_id, language and day of the articles that count.
    """
    files = f"read_parquet([{', '.join(quoted(str(p)) for p in sketches)}])"
    con.execute(
        f"""
        CREATE TABLE sketched AS
        SELECT DISTINCT ON (s.article_id) s.article_id, s.words_key, s.shingle_count, f.outlet_id, f.language, f.day
        FROM {files} s JOIN ({facts}) f ON f.article_id = s.article_id
        WHERE s.shingle_count > 0
        """
    )
    con.execute(
        """
        CREATE TABLE docs AS
        SELECT CAST(row_number() OVER (ORDER BY article_id) - 1 AS INTEGER) AS d, *
        FROM (SELECT words_key, min(article_id) AS article_id, any_value(shingle_count) AS shingle_count, count(*) AS copies
              FROM sketched GROUP BY words_key)
        """
    )
    con.execute(
        """
        CREATE TABLE doc_articles AS
        SELECT docs.d, sketched.article_id, sketched.outlet_id, sketched.language, sketched.day FROM sketched JOIN docs USING (words_key)
        """
    )
    con.execute("DROP TABLE sketched")
    for table, column in (("samples", "h"), ("bands", "h"), ("marks", "m")):
        con.execute(
            f"""
            CREATE TABLE {table} AS
            SELECT unnest(s.{table}) AS {column}, docs.d
            FROM (SELECT DISTINCT ON (article_id) article_id, {table} FROM {files}) s
            JOIN docs ON docs.article_id = s.article_id
            """
        )
    con.execute("CREATE TABLE repeated (h UBIGINT, shared_by BIGINT)")
    for low, high in _slices():
        con.execute(
            "INSERT INTO repeated SELECT h, count(*) FROM samples WHERE h BETWEEN ? AND ? GROUP BY h HAVING count(*) > 1",
            [low, high],
        )


def _slices() -> list[tuple[int, int]]:
    """The range of sampled hashes cut into parts, so that one group-by at a time is held in memory."""
    step = SAMPLE_BELOW // SLICES + 1
    return [(i * step, (i + 1) * step - 1) for i in range(SLICES)]


def find_candidates(con: duckdb.DuckDBPyConnection) -> int:
    """Table candidates (a, b), a < b: docs that share enough sampled shingles, boilerplate apart, or a MinHash band."""
    con.execute(
        """
        CREATE TABLE telling AS
        SELECT s.h, s.d, row_number() OVER (PARTITION BY s.h ORDER BY s.d) AS place, r.shared_by
        FROM samples s JOIN repeated r USING (h) ANTI JOIN boilerplate b USING (h)
        """
    )
    con.execute(
        """
        CREATE TABLE own_samples AS
        SELECT s.d, count(*) AS sample_count FROM samples s ANTI JOIN boilerplate b USING (h) GROUP BY s.d
        """
    )
    con.execute(
        f"""
        CREATE TABLE candidates AS
        WITH shared AS (
            SELECT x.d AS a, y.d AS b, count(*) AS shared_samples
            FROM telling x JOIN telling y ON x.h = y.h AND x.d < y.d AND (x.shared_by <= {GROUP_LIMIT} OR x.place <= {ANCHORS})
            GROUP BY x.d, y.d
        )
        SELECT a, b FROM shared JOIN own_samples p ON p.d = a JOIN own_samples q ON q.d = b
        WHERE shared_samples >= {LEAST_SHARED_SAMPLES} * least(p.sample_count, q.sample_count)
        """
    )
    con.execute(
        """
        CREATE TABLE banded AS
        SELECT b.h, b.d, row_number() OVER (PARTITION BY b.h ORDER BY b.d) AS place, r.shared_by
        FROM bands b JOIN (SELECT h, count(*) AS shared_by FROM bands GROUP BY h HAVING count(*) > 1) r USING (h)
        """
    )
    # Where both hold boilerplate the bands meet in it; what else they share is left to the samples.
    con.execute("CREATE TABLE with_boilerplate AS SELECT DISTINCT d FROM samples JOIN boilerplate USING (h)")
    con.execute(
        f"""
        INSERT INTO candidates
        SELECT DISTINCT x.d, y.d
        FROM banded x JOIN banded y ON x.h = y.h AND x.d < y.d AND (x.shared_by <= {GROUP_LIMIT} OR x.place <= {ANCHORS})
        ANTI JOIN candidates c ON c.a = x.d AND c.b = y.d
        WHERE NOT (x.d IN (FROM with_boilerplate) AND y.d IN (FROM with_boilerplate))
        """
    )
    return con.execute("SELECT count(*) FROM candidates").fetchone()[0]
