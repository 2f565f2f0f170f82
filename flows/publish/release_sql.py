"""dateline.sql and queries.sql: a release as views in plain DuckDB, from a folder or over HTTP, and questions to ask."""

from collections.abc import Mapping, Sequence

from schemas.derive.checks import identifier, quoted
from schemas.derive.duckdb_views import comments
from schemas.table import Table

HEAD = """\
-- Release {release} of Dateline as DuckDB views, columns with comments.
--
--   SET VARIABLE dateline = '/path/to/{release}';            -- or the URL of the release, without a slash at the end
--   .read /path/to/{release}/dateline.sql                    -- in Python: con.execute(open('dateline.sql').read())
--
-- The place is said once and is absolute: a relative path would be looked for in the caller's folder.
-- Over HTTP only the row groups that a query needs are fetched; DuckDB loads its httpfs extension for it, or give it a
-- file system of fsspec with con.register_filesystem().
"""


def views(release: str, tables: Sequence[Table], files: Mapping[str, Sequence[str]]) -> str:
    """dateline.sql: one view per table over its files below the place that the variable `dateline` names."""
    parts = [HEAD.format(release=release)]
    for table in tables:
        columns = ", ".join(identifier(c.name) for c in table.columns)
        listed = ",\n  ".join(f"getvariable('dateline') || {quoted('/' + path)}" for path in files[table.name])
        parts.append(f"CREATE OR REPLACE VIEW {identifier(table.name)} AS SELECT {columns} FROM read_parquet([\n  {listed}\n]);\n")
        parts.extend(statement + ";\n" for statement in comments(table))
        parts.append("\n")
    return "".join(parts)


QUERIES: tuple[tuple[str, str], ...] = (
    (
        "Share of an outlet's articles with no named source, by month",
        "SELECT outlet_id, month, article_count, round(1 - named_share, 3) AS without_named_source\n"
        "FROM outlet_month ORDER BY outlet_id, month",
    ),
    (
        "Whom does an outlet cite most?",
        "SELECT outlet_id, source_name, sum(article_count) AS articles FROM citation_edges\n"
        "GROUP BY ALL ORDER BY outlet_id, articles DESC, source_name",
    ),
    (
        "Many outlets, one origin: stories that look corroborated and are not",
        "SELECT summary, outlet_count, origins, first_published FROM corroboration\n"
        "WHERE outlet_count >= 2 AND origin_count = 1 ORDER BY outlet_count DESC, cluster_id LIMIT 50",
    ),
    (
        "Chains: article, hop by hop, to the first source",
        "SELECT article_id, string_agg(source_name, ' ← ' ORDER BY hop, position) AS chain FROM citations\n"
        "WHERE NOT is_background GROUP BY article_id HAVING max(hop) >= 2 ORDER BY article_id LIMIT 50",
    ),
    (
        "Who was first? Reprints with a direction",
        "SELECT f.outlet_id AS first, o.outlet_id AS later, count(*) AS pairs, min(first_because) AS because\n"
        "FROM near_duplicates n JOIN articles f ON f.article_id = n.first_article_id\n"
        "JOIN articles o ON o.article_id = CASE WHEN n.first_article_id = n.article_id THEN n.other_article_id ELSE n.article_id END\n"
        "WHERE f.outlet_id <> o.outlet_id GROUP BY ALL ORDER BY pairs DESC, first, later LIMIT 50",
    ),
    (
        "How exactly are publication dates known?",
        "SELECT published_precision, count(*) AS articles FROM articles GROUP BY ALL ORDER BY articles DESC, published_precision",
    ),
    (
        "Why does an article have the values it has?",
        "SELECT article_id, \"column\", value, as_given, rule, confidence FROM evidence ORDER BY article_id, position LIMIT 50",
    ),
    (
        "Candidates for translations",
        "SELECT x.language, y.language, similarity, x.title, y.title FROM near_duplicates n\n"
        "JOIN articles x ON x.article_id = n.article_id JOIN articles y ON y.article_id = n.other_article_id\n"
        "WHERE kind = 'translation' ORDER BY similarity DESC, n.article_id, n.other_article_id LIMIT 50",
    ),
)


def queries() -> str:
    """queries.sql: questions, each with the query that answers it."""
    return "-- Questions to a release, after dateline.sql.\n\n" + "".join(f"-- {question}\n{sql};\n\n" for question, sql in QUERIES)
