"""A cluster of near-duplicates explained: who carries it, how close each is, where each chain starts."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.publish.diff import files_of, scan


class UnknownClusterError(LookupError):
    """No cluster of the release has that id or that article."""


@dataclass(frozen=True, slots=True)
class ClusterExplained:
    """A row of corroboration, and the members with what is known of each, the earliest first."""

    corroboration: dict[str, object]
    members: tuple[dict[str, object], ...]


def explain_cluster(release: Path, id_given: str) -> ClusterExplained:
    """The cluster with that id, or the one that the article with that id belongs to; unambiguous beginnings of ids do."""
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        for table in ("articles", "citations", "cluster_members", "corroboration", "near_duplicates"):
            con.execute(f"CREATE VIEW {table} AS FROM {scan(files_of(release, table))}")
        found = con.execute(
            "SELECT DISTINCT cluster_id FROM cluster_members WHERE starts_with(cluster_id, ?) OR starts_with(article_id, ?)", [id_given, id_given]
        ).fetchall()
        if len(found) != 1:
            what = "is in no cluster" if not found else f"begins the ids of {len(found)} clusters"
            raise UnknownClusterError(f"{id_given} {what} of release {release.name}")
        [(cluster_id,)] = found
        [cluster] = _rows(con, "SELECT * FROM corroboration WHERE cluster_id = ?", cluster_id)
        members = _rows(
            con,
            """
            SELECT m.article_id, m.link, m.similarity, m.origin_source_ids, a.outlet_id, a.title, a.published_edtf, a.url,
                   (SELECT string_agg(source_name, ' ← ' ORDER BY hop, position) FROM citations c
                    WHERE c.article_id = m.article_id AND NOT is_background) AS chain,
                   (SELECT count(*) FROM near_duplicates n WHERE n.first_article_id = m.article_id) AS first_of
            FROM cluster_members m JOIN articles a USING (article_id) WHERE m.cluster_id = ?
            ORDER BY a.published_earliest NULLS LAST, m.article_id
            """,
            cluster_id,
        )
    return ClusterExplained(cluster, tuple(members))


def _rows(con: duckdb.DuckDBPyConnection, sql: str, *values: object) -> list[dict[str, object]]:
    cursor = con.execute(sql, list(values))
    names = [d[0] for d in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
