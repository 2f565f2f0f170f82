"""near_duplicates: every candidate pair measured on its texts; what holds is written, nothing is deleted."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from flows.publish.boilerplate import find_boilerplate
from flows.publish.how_far import At, untold
from flows.publish.measured_pairs import measure_candidates
from flows.publish.near_duplicate_candidates import find_candidates, load_sketches
from flows.publish.sketches import sketch_files

# Copies of one text: up to this many, all pairs are written; beyond, each with the first.
ALL_PAIRS_UP_TO = 256


def find_near_duplicates(
    con: duckdb.DuckDBPyConnection, articles: Sequence[Path], facts: str, work: Path, kept: Path, *, workers: int = 1,
    at: At = untold,
) -> None:
    """Compare all articles with each other: tables docs, doc_articles, measured (pairs of docs) and pairs (of articles).

    `articles` are the store's Parquet files; `facts` is SQL for article_id, outlet_id, language and day of the articles
    that count; `kept` holds sketches by content and what pairs measured, so that only new files are sketched and only
    pairs with a new text are measured; `work` is a folder for what is too big for memory. The result does not depend on
    the order of the files, on workers or on what is kept.
    """
    sketches = sketch_files(articles, kept, workers, at)
    load_sketches(con, sketches, facts)
    witnesses = find_boilerplate(con)
    find_candidates(con)
    measure_candidates(con, articles, work, kept, witnesses, workers, at)
    _write_pairs(con)


def _write_pairs(con: duckdb.DuckDBPyConnection) -> None:
    """Table pairs: the columns of near_duplicates but for direction, in pairs of articles instead of docs.

    Copies of a text are paired with each other and with those of its near-duplicates: all with all up to
    ALL_PAIRS_UP_TO pairs, beyond that each with the first article of the other text.
    """
    con.execute(
        f"""
        CREATE TABLE pairs AS
        SELECT least(x.article_id, y.article_id) AS article_id, greatest(x.article_id, y.article_id) AS other_article_id,
               m.kind, m.similarity, m.contained_share, m.text_similarity, m.shared_count,
               CASE m.contained WHEN m.a THEN x.article_id WHEN m.b THEN y.article_id END AS contained_article_id
        FROM measured m
        JOIN docs p ON p.d = m.a JOIN docs q ON q.d = m.b
        JOIN doc_articles x ON x.d = m.a JOIN doc_articles y ON y.d = m.b
        WHERE p.copies * q.copies <= {ALL_PAIRS_UP_TO} OR x.article_id = p.article_id OR y.article_id = q.article_id
        UNION ALL
        SELECT x.article_id, y.article_id, 'exact', 1.0, 1.0, 1.0, p.shingle_count, NULL
        FROM docs p JOIN doc_articles x ON x.d = p.d JOIN doc_articles y ON y.d = p.d AND x.article_id < y.article_id
        WHERE p.copies * p.copies <= {ALL_PAIRS_UP_TO} * 2 OR x.article_id = p.article_id
        """
    )
