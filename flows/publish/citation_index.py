"""The citation index: who cites whom, by month, in one query each."""

import duckdb

from flows.publish.article_month import month_of

_MONTH = month_of("a.published_earliest")
TOP = 5


def write_citation_index(con: duckdb.DuckDBPyConnection) -> None:
    """Tables citation_edges, outlet_month and source_month from articles, citations and near_duplicates."""
    con.execute(
        f"""
        CREATE TABLE cited AS
        SELECT c.article_id, a.outlet_id, {_MONTH} AS month, a.published_earliest,
               coalesce(c.source_id, c.source_name) AS source_key, c.source_id, c.source_name, c.source_kind, c.hop
        FROM citations c JOIN articles a USING (article_id)
        WHERE c.role <> 'self' AND NOT c.is_background
        """
    )
    con.execute(
        """
        CREATE TABLE source_facts AS
        SELECT DISTINCT ON (source_key) source_key, source_id, source_name, source_kind
        FROM (SELECT source_key, source_id, source_name, source_kind, count(*) AS mention_count
              FROM cited WHERE source_kind <> 'unnamed' GROUP BY source_key, source_id, source_name, source_kind)
        ORDER BY source_key, mention_count DESC, source_id NULLS LAST, source_name, source_kind
        """
    )
    con.execute(
        f"""
        CREATE TABLE article_sources AS
        SELECT a.article_id, a.outlet_id, {_MONTH} AS month,
               count(c.hop) FILTER (c.source_kind <> 'unnamed') > 0 AS is_named, count(c.hop) > 0 AS is_sourced, max(c.hop) AS hops
        FROM articles a LEFT JOIN cited c USING (article_id) GROUP BY a.article_id, a.outlet_id, a.published_earliest
        """
    )
    _write_citation_edges(con)
    _write_outlet_month(con)
    _write_source_month(con)


def _write_citation_edges(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        """
        CREATE TABLE citation_edges AS
        WITH totals AS (SELECT outlet_id, month, count(*) AS total FROM article_sources GROUP BY outlet_id, month)
        SELECT c.outlet_id, c.source_key, f.source_id, f.source_name, f.source_kind, c.month,
               count(DISTINCT c.article_id) AS article_count, count(*) AS mention_count,
               count(DISTINCT c.article_id) FILTER (c.hop = 1) AS direct_count,
               round(count(DISTINCT c.article_id) / any_value(t.total), 6) AS share,
               arg_min(c.article_id, (c.published_earliest, c.article_id)) AS first_article_id,
               arg_max(c.article_id, (c.published_earliest, c.article_id)) AS last_article_id
        FROM cited c JOIN source_facts f USING (source_key) JOIN totals t ON t.outlet_id = c.outlet_id AND t.month = c.month
        WHERE c.outlet_id IS NOT NULL AND c.source_kind <> 'unnamed'
        GROUP BY c.outlet_id, c.source_key, f.source_id, f.source_name, f.source_kind, c.month
        """
    )


def _write_outlet_month(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        f"""
        CREATE TABLE outlet_month AS
        WITH reprinted AS (
            SELECT DISTINCT m.article_id
            FROM members m JOIN articles a USING (article_id)
            JOIN (SELECT cluster_id, count(DISTINCT outlet_id) AS carriers
                  FROM members JOIN articles USING (article_id) GROUP BY cluster_id) c USING (cluster_id)
            WHERE c.carriers > 1
        ),
        own AS (SELECT DISTINCT article_id FROM citations WHERE role = 'self' AND NOT is_background),
        tops AS (
            SELECT outlet_id, month, list(source_name ORDER BY article_count DESC, source_key)[1:{TOP}] AS top_sources
            FROM citation_edges GROUP BY outlet_id, month
        ),
        counted AS (
            SELECT s.outlet_id, s.month, count(*) AS article_count, count(*) FILTER (is_named) AS named_count,
                   count(*) FILTER (is_sourced AND NOT is_named) AS unnamed_only_count,
                   count(*) FILTER (NOT is_sourced) AS unsourced_count,
                   count(own.article_id) AS self_count, CAST(median(hops) AS DOUBLE) AS median_hops,
                   count(r.article_id) AS reprint_count
            FROM article_sources s LEFT JOIN own USING (article_id) LEFT JOIN reprinted r USING (article_id)
            WHERE outlet_id IS NOT NULL GROUP BY s.outlet_id, s.month
        )
        SELECT c.outlet_id, c.month, article_count, named_count, unnamed_only_count, unsourced_count, self_count,
               round(named_count / article_count, 6) AS named_share,
               round(unnamed_only_count / article_count, 6) AS unnamed_only_share,
               round(unsourced_count / article_count, 6) AS unsourced_share,
               median_hops, coalesce(top_sources, []) AS top_sources, reprint_count,
               round(reprint_count / article_count, 6) AS reprint_share
        FROM counted c LEFT JOIN tops t ON t.outlet_id = c.outlet_id AND t.month = c.month
        """
    )


def _write_source_month(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        f"""
        CREATE TABLE source_month AS
        WITH by_article AS (
            SELECT source_key, month, article_id, any_value(outlet_id) AS outlet_id, min(hop) AS hop
            FROM cited WHERE source_kind <> 'unnamed' GROUP BY source_key, month, article_id
        ),
        by_outlet AS (
            SELECT source_key, month, outlet_id, count(*) AS article_count FROM by_article
            WHERE outlet_id IS NOT NULL GROUP BY source_key, month, outlet_id
        ),
        tops AS (
            SELECT source_key, month, list(outlet_id ORDER BY article_count DESC, outlet_id)[1:{TOP}] AS top_outlets
            FROM by_outlet GROUP BY source_key, month
        )
        SELECT b.source_key, f.source_id, f.source_name, f.source_kind, b.month, count(*) AS article_count,
               count(DISTINCT b.outlet_id) AS outlet_count, count(*) FILTER (b.hop = 1) AS direct_count,
               count(s.article_id) AS first_source_count, CAST(median(b.hop) AS DOUBLE) AS median_hop,
               coalesce(any_value(t.top_outlets), []) AS top_outlets
        FROM by_article b JOIN source_facts f USING (source_key)
        LEFT JOIN first_sources s ON s.article_id = b.article_id AND s.source_key = b.source_key
        LEFT JOIN tops t ON t.source_key = b.source_key AND t.month = b.month
        GROUP BY b.source_key, f.source_id, f.source_name, f.source_kind, b.month
        """
    )
