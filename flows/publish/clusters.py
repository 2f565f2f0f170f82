"""Clusters of near-duplicates without chaining: every member is measured against the representative itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from flows.publish.pair_measure import NEAR_SIMILARITY

# An article with more around a wire text belongs to the wire text's cluster where it holds this share of it.
CONTAINS_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Link:
    """How close a doc is to a representative: near (Jaccard) or contains (share of the representative's shingles)."""

    kind: str
    similarity: float


def cluster_docs(links: Mapping[int, Mapping[int, Link]], copies: Mapping[int, int]) -> dict[int, tuple[int, Link | None]]:
    """Doc → (representative, link to it), None for the representative itself; docs without a near-duplicate are left out.

    `links[r][m]` says how close m is to r as representative; `copies` counts the articles of a doc. Star clustering
    (Aslam, Pelekhov, Rus 2004): the doc with most articles close to it becomes a representative, all of them that are
    free join, and so on; then each member goes to the representative that it is closest to. Ties go to the lower number.
    """
    reach = {r: copies[r] + sum(copies[m] for m in members) for r, members in links.items()}
    representative: dict[int, int] = {}
    for r in sorted(reach, key=lambda doc: (-reach[doc], doc)):
        if r in representative:
            continue
        representative[r] = r
        for m in links[r]:
            representative.setdefault(m, r)
    chosen = {r for m, r in representative.items() if m == r}
    found: dict[int, tuple[int, Link | None]] = {r: (r, None) for r in chosen}
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for r in chosen:
        for m, link in links[r].items():
            if m not in chosen:
                near[m].append((-link.similarity, r))
    for m, candidates in near.items():
        _, r = min(candidates)
        found[m] = (r, links[r][m])
    return _without_loners(found, copies)


def _without_loners(found: dict[int, tuple[int, Link | None]], copies: Mapping[int, int]) -> dict[int, tuple[int, Link | None]]:
    """Without representatives that all members left for a closer one, unless they have exact copies."""
    followed = {r for m, (r, _) in found.items() if m != r}
    return {m: (r, link) for m, (r, link) in found.items() if m != r or m in followed or copies[m] > 1}


def links_of(pairs: Iterable[tuple[int, int, str, float, float, int | None]]) -> dict[int, dict[int, Link]]:
    """Who is close enough to whom as representative, from rows of `measured`: a, b, kind, similarity, share, contained."""
    links: dict[int, dict[int, Link]] = defaultdict(dict)
    for a, b, kind, similarity, contained_share, contained in pairs:
        if kind == "near" and similarity >= NEAR_SIMILARITY:
            links[a][b] = links[b][a] = Link("near", similarity)
        elif kind == "partial" and contained_share >= CONTAINS_SHARE:
            inner, outer = (a, b) if contained == a else (b, a)
            links[inner][outer] = Link("contains", contained_share)
    return dict(links)


def find_clusters(con: duckdb.DuckDBPyConnection) -> None:
    """Table members (cluster_id, article_id, link, similarity) from `measured`, `docs` and `doc_articles`."""
    pairs = con.execute("SELECT a, b, kind, similarity, contained_share, contained FROM measured ORDER BY a, b").fetchall()
    links = links_of(pairs)
    in_play = sorted(set(links) | {m for members in links.values() for m in members})
    con.register("in_play", pa.table({"d": pa.array(in_play, pa.int32())}))
    copies = dict(con.execute("SELECT docs.d, docs.copies FROM docs WHERE copies > 1 OR d IN (SELECT d FROM in_play)").fetchall())
    con.unregister("in_play")
    for doc in copies:
        links.setdefault(doc, {})
    placed = sorted(cluster_docs(links, copies).items())
    con.register(
        "placed",
        pa.table(
            {
                "d": pa.array([m for m, _ in placed], pa.int32()),
                "r": pa.array([r for _, (r, _) in placed], pa.int32()),
                "link": pa.array([link.kind if link else "exact" for _, (_, link) in placed], pa.string()),
                "similarity": pa.array([link.similarity if link else 1.0 for _, (_, link) in placed], pa.float64()),
            }
        ),
    )
    con.execute(
        """
        CREATE TABLE members AS
        SELECT docs.article_id AS cluster_id, x.article_id,
               CASE WHEN x.article_id = docs.article_id THEN 'representative' ELSE p.link END AS link, p.similarity
        FROM placed p JOIN docs ON docs.d = p.r JOIN doc_articles x ON x.d = p.d
        """
    )
    con.unregister("placed")
