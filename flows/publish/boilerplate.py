"""Boilerplate: footers, disclaimers and templates that articles share though they tell different things."""

from collections import Counter
from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa

from flows.publish.shingle_file import ShingleFile

# A shingle is suspected where many articles share it though much of each is its own: (articles with it, least median
# share of own words). A wire text that 300 outlets print is nearly all shared.
SUSPECTED = ((20, 0.5), (500, 0.2))
# The same outlet repeating itself is the surer sign.
SUSPECTED_IN_OUTLET = (4, 0.3)
# A shingle in fewer articles counts as the article's own.
OWN_BELOW = 4

# A suspected shingle is boilerplate where articles with it, of some looked at, have next to nothing else in common.
LOOKED_AT = 32
WITNESSES = 8
LEAST_WITNESSES = 4
STRANGERS_SHARE = 0.1
# A shingle belongs to the passage where most witnesses have it.
WITNESSES_AGREE = 0.6


def find_boilerplate(con: duckdb.DuckDBPyConnection) -> list[tuple[int, ...]]:
    """Table boilerplate (h) of sampled shingles; returns the groups of docs that bear witness to it, each group once."""
    _suspect(con)
    groups = con.execute(
        f"""
        SELECT docs, list(h) FROM (
            SELECT f.h, list(f.d ORDER BY hash(f.d), f.d)[1:{LOOKED_AT}] AS docs
            FROM samples f JOIN suspected USING (h) GROUP BY f.h)
        GROUP BY docs ORDER BY docs
        """
    ).fetchall()
    own = _own_samples(con, sorted({d for docs, _ in groups for d in docs}))
    witnesses: set[tuple[int, ...]] = set()
    shingles: list[int] = []
    for docs, shared in groups:
        strangers = _strangers(docs, own)
        if len(strangers) >= LEAST_WITNESSES:
            witnesses.add(strangers)
            shingles.extend(shared)
    con.register("found", pa.table({"h": pa.array(sorted(shingles), pa.uint64())}))
    con.execute("CREATE TABLE boilerplate AS SELECT h FROM found")
    con.unregister("found")
    return sorted(witnesses)


def _suspect(con: duckdb.DuckDBPyConnection) -> None:
    least_in_outlet, share_in_outlet = SUSPECTED_IN_OUTLET
    rules = " OR ".join(f"(shared_by >= {count} AND own_share >= {share})" for count, share in SUSPECTED)
    con.execute(
        f"""
        CREATE TABLE suspected AS
        WITH frequent AS (
            SELECT s.h, s.d FROM samples s JOIN repeated r USING (h) WHERE r.shared_by >= {OWN_BELOW}
        ),
        counted AS (SELECT d, count(*) AS sample_count FROM samples GROUP BY d),
        own AS (
            SELECT f.d, 1 - count(*) / any_value(c.sample_count) AS own_share
            FROM frequent f JOIN counted c USING (d) GROUP BY f.d
        ),
        shares AS (
            SELECT f.h, median(own.own_share) AS own_share, count(*) AS shared_by
            FROM frequent f JOIN own USING (d) GROUP BY f.h
        ),
        in_outlet AS (
            SELECT h, max(article_count) AS most_in_outlet
            FROM (SELECT f.h, a.outlet_id, count(DISTINCT f.d) AS article_count
                  FROM frequent f JOIN doc_articles a USING (d)
                  WHERE a.outlet_id IS NOT NULL GROUP BY f.h, a.outlet_id)
            GROUP BY h
        )
        SELECT h FROM shares LEFT JOIN in_outlet USING (h)
        WHERE {rules} OR (coalesce(most_in_outlet, 0) >= {least_in_outlet} AND own_share >= {share_in_outlet})
        """
    )


def _own_samples(con: duckdb.DuckDBPyConnection, docs: Sequence[int]) -> dict[int, frozenset[int]]:
    con.register("looked_at", pa.table({"d": pa.array(docs, pa.int32())}))
    rows = con.execute(
        "SELECT s.d, list(s.h) FROM samples s JOIN looked_at USING (d) ANTI JOIN suspected USING (h) GROUP BY s.d"
    ).fetchall()
    con.unregister("looked_at")
    return {d: frozenset(shingles) for d, shingles in rows}


def _strangers(docs: Sequence[int], own: dict[int, frozenset[int]]) -> tuple[int, ...]:
    """Up to WITNESSES of the docs, each of which has next to nothing in common with the others but what is suspected."""
    chosen: list[int] = []
    for doc in docs:
        mine = own.get(doc, frozenset())
        if mine and all(len(mine & own[other]) <= STRANGERS_SHARE * min(len(mine), len(own[other])) for other in chosen):
            chosen.append(doc)
            if len(chosen) == WITNESSES:
                break
    return tuple(chosen)


def boilerplate_passages(witnesses: Sequence[tuple[int, ...]], shingles: ShingleFile) -> np.ndarray:
    """All shingles of the boilerplate passages, sorted: what most of a group of witnesses have in common."""
    found: set[int] = set()
    for docs in witnesses:
        counted = Counter(value for doc in docs for value in shingles.of(doc).tolist())
        enough = max(LEAST_WITNESSES, int(np.ceil(WITNESSES_AGREE * len(docs))))
        found.update(value for value, count in counted.items() if count >= enough)
    return np.array(sorted(found), dtype=np.uint64)
