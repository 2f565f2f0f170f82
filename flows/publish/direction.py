"""Which of two near-duplicates was there first, where evidence says so."""

import duckdb


def write_near_duplicates(con: duckdb.DuckDBPyConnection) -> None:
    """Table near_duplicates: `pairs` with a direction.

    An article that names the other's outlet as its source came after it; so did one that was published later, where the
    intervals of publication do not meet. Naming counts before dates; where each names the other, neither is first.
    """
    con.execute(
        """
        CREATE TABLE named_outlets AS
        SELECT DISTINCT article_id, source_id FROM citations
        WHERE source_id IS NOT NULL AND role <> 'self' AND NOT is_background
          AND article_id IN (SELECT article_id FROM pairs UNION SELECT other_article_id FROM pairs)
        """
    )
    con.execute(
        """
        CREATE TABLE near_duplicates AS
        WITH seen AS (
            SELECT p.*, n.source_id IS NOT NULL AS names_other, m.source_id IS NOT NULL AS named_by_other,
                   coalesce(x.published_at < y.published_at, x.published_latest < y.published_earliest) AS is_before,
                   coalesce(x.published_at > y.published_at, x.published_earliest > y.published_latest) AS is_after
            FROM pairs p
            JOIN articles x ON x.article_id = p.article_id
            JOIN articles y ON y.article_id = p.other_article_id
            LEFT JOIN named_outlets n ON n.article_id = x.article_id AND n.source_id = y.outlet_id AND x.outlet_id IS DISTINCT FROM y.outlet_id
            LEFT JOIN named_outlets m ON m.article_id = y.article_id AND m.source_id = x.outlet_id AND x.outlet_id IS DISTINCT FROM y.outlet_id
        ),
        judged AS (
            SELECT *, CASE
                WHEN names_other AND named_by_other THEN NULL
                WHEN names_other OR named_by_other THEN 'cited'
                WHEN is_before OR is_after THEN 'published' END AS first_because
            FROM seen
        )
        SELECT article_id, other_article_id, kind, similarity, contained_share, text_similarity, shared_count, contained_article_id,
               CASE first_because
                   WHEN 'cited' THEN CASE WHEN names_other THEN other_article_id ELSE article_id END
                   WHEN 'published' THEN CASE WHEN is_before THEN article_id ELSE other_article_id END END AS first_article_id,
               first_because
        FROM judged
        """
    )
