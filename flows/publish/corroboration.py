"""corroboration: twelve outlets, one origin; how many first sources stand behind a cluster of near-duplicates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import duckdb
import pyarrow as pa

from schemas import cluster_members, corroboration
from schemas.derive.arrow import arrow_schema

NAMES_IN_SUMMARY = 3

# A chain starts from the source that is reached through others and through which none is reached. Whose words they are
# (speaker) counts only where no one is named who had them from the speaker.
FIRST_SOURCES = """
    WITH named AS (
        SELECT article_id, position, via_position, hop, role, coalesce(source_id, source_name) AS source_key, source_name
        FROM citations WHERE source_kind <> 'unnamed' AND NOT is_background
    ),
    leaning AS (SELECT * FROM named WHERE role NOT IN ('self', 'speaker')),
    leaves AS (
        SELECT * FROM leaning l
        WHERE NOT EXISTS (FROM leaning u WHERE u.article_id = l.article_id AND u.via_position = l.position)
    ),
    speakers AS (SELECT * FROM named WHERE role = 'speaker' AND article_id NOT IN (SELECT article_id FROM leaning)),
    own AS (
        SELECT * FROM named WHERE role = 'self'
          AND article_id NOT IN (SELECT article_id FROM named WHERE role <> 'self')
    )
    SELECT article_id, source_key, min(source_name) AS source_name, max(hop) AS hop
    FROM (FROM leaves UNION ALL FROM speakers UNION ALL FROM own) GROUP BY article_id, source_key
"""


@dataclass(frozen=True, slots=True)
class Member:
    """One article of a cluster as far as its sources go; `origins` are the keys of its chains' first sources."""

    article_id: str
    outlet_id: str | None
    origins: frozenset[str]


def resolve_origins(members: Sequence[Member]) -> dict[str, frozenset[str]]:
    """Article → where its chains start once they are followed through the cluster.

    Where an article names an outlet that is in the cluster itself, and that outlet's article names its own source,
    the chain goes on there. In a circle without a way out the source named stays the origin.
    """
    by_outlet: dict[str, set[str]] = {}
    for member in members:
        if member.outlet_id is not None:
            by_outlet.setdefault(member.outlet_id, set()).update(member.origins - {member.outlet_id})

    def followed(source: str) -> frozenset[str]:
        reached, to_follow = {source}, [source]
        while to_follow:
            further = by_outlet.get(to_follow.pop(), set()) - reached
            reached |= further
            to_follow.extend(further)
        ends = frozenset(s for s in reached if not by_outlet.get(s))
        return ends or frozenset({source})

    return {m.article_id: frozenset().union(*(followed(s) for s in m.origins)) for m in members}


def summary(article_count: int, outlet_count: int, origins: Sequence[str]) -> str:
    """The finding in words: "12 outlets, 1 origin: Interfax-Ukraine"."""
    who = f"{outlet_count} outlet{'s' if outlet_count != 1 else ''}" if outlet_count else f"{article_count} articles"
    if not origins:
        return f"{who}, origin not named"
    listed = ", ".join(origins[:NAMES_IN_SUMMARY])
    more = f" and {len(origins) - NAMES_IN_SUMMARY} more" if len(origins) > NAMES_IN_SUMMARY else ""
    return f"{who}, {len(origins)} origin{'s' if len(origins) != 1 else ''}: {listed}{more}"


def write_corroboration(con: duckdb.DuckDBPyConnection) -> None:
    """Tables cluster_members and corroboration from `members`, the articles and their citations."""
    con.execute(f"CREATE TABLE first_sources AS {FIRST_SOURCES}")
    names = dict(
        con.execute("SELECT source_key, min(source_name) FROM first_sources GROUP BY source_key").fetchall()
    )
    rows = con.execute(
        """
        SELECT m.cluster_id, m.article_id, m.link, m.similarity, a.outlet_id, a.language, a.published_earliest, a.published_latest,
               (SELECT list(f.source_key) FROM first_sources f WHERE f.article_id = m.article_id) AS origins
        FROM members m JOIN articles a USING (article_id) ORDER BY m.cluster_id, m.article_id
        """
    ).fetchall()
    member_rows: list[dict] = []
    cluster_rows: list[dict] = []
    for cluster_id, cluster in _clusters(rows):
        resolved = resolve_origins([Member(r["article_id"], r["outlet_id"], frozenset(r["origins"] or ())) for r in cluster])
        member_rows.extend(
            {
                "cluster_id": cluster_id, "article_id": r["article_id"], "link": r["link"], "similarity": r["similarity"],
                "origin_source_ids": sorted(resolved[r["article_id"]]),
            }
            for r in cluster
        )
        cluster_rows.append(_cluster_row(cluster_id, cluster, resolved, names))
    for table, found in ((cluster_members.TABLE, member_rows), (corroboration.TABLE, cluster_rows)):
        con.register("found", pa.Table.from_pylist(found, schema=arrow_schema(table)))
        con.execute(f"CREATE TABLE {table.name} AS SELECT * FROM found")
        con.unregister("found")


def _clusters(rows: Iterable[tuple]) -> Iterator[tuple[str, list[dict]]]:
    columns = ("cluster_id", "article_id", "link", "similarity", "outlet_id", "language", "earliest", "latest", "origins")
    for cluster_id, members in groupby(rows, key=lambda row: row[0]):
        yield cluster_id, [dict(zip(columns, row, strict=True)) for row in members]


def _cluster_row(
    cluster_id: str, cluster: Sequence[dict], resolved: Mapping[str, frozenset[str]], names: Mapping[str, str]
) -> dict:
    used = Counter(source for origins in resolved.values() for source in origins)
    keys = sorted(used, key=lambda source: (-used[source], source))
    outlets = {r["outlet_id"] for r in cluster if r["outlet_id"] is not None}
    origins = [names.get(k, k) for k in keys]
    return {
        "cluster_id": cluster_id,
        "article_count": len(cluster),
        "outlet_count": len(outlets),
        "unknown_outlet_count": sum(r["outlet_id"] is None for r in cluster),
        "origin_count": len(keys),
        "origins": origins,
        "origin_source_ids": keys,
        "unsourced_count": sum(not resolved[r["article_id"]] for r in cluster),
        "lowest_similarity": min(r["similarity"] for r in cluster),
        "languages": sorted({r["language"] for r in cluster}),
        "first_published": min((r["earliest"] for r in cluster if r["earliest"]), default=None),
        "last_published": max((r["latest"] for r in cluster if r["latest"]), default=None),
        "summary": summary(len(cluster), len(outlets), origins),
    }
