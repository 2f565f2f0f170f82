"""What the page draws, counted with DuckDB over a release's Parquet: small JSON values, every list in a fixed order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from pathlib import Path

import duckdb

from flows.publish.article_month import month_of
from schemas.dataset import table_named
from schemas.derive.checks import identifier, quoted
from schemas.derive.duckdb_views import empty_view
from schemas.index_columns import UNDATED

OVERVIEW_OUTLETS = 12
MATRIX_SIZE = 14
LISTED_PER_OUTLET = 50
LISTED_CLUSTERS = 12
CALENDAR_DAYS = 371  # 53 weeks
DRAWN_FROM = ("articles", "citations", "date_expressions", "citation_edges", "outlet_month", "corroboration", "outlets", "coverage")


def open_release(release_dir: Path, files: Mapping[str, Sequence[str]], spill: Path) -> duckdb.DuckDBPyConnection:
    """A connection with a view of each table that is drawn from; `files` holds each table's paths relative to the release.

    View `dated` has each article with its file, row and month; table `edges` has who cites whom over all months.

    One thread and a bounded memory: the page is small work beside the release itself.
    """
    con = duckdb.connect(config={"threads": 1, "memory_limit": "1GB", "temp_directory": str(spill)})
    con.execute("SET TimeZone = 'UTC'")
    con.execute("SET preserve_insertion_order = false")
    for table in DRAWN_FROM:
        if paths := files.get(table):
            listed = ", ".join(quoted(str(release_dir / path)) for path in paths)
            con.execute(f"CREATE VIEW {identifier(table)} AS FROM read_parquet([{listed}], filename = 'file', file_row_number = true)")
        else:
            con.execute(empty_view(table_named(table)))
    con.execute(
        "CREATE VIEW dated AS SELECT article_id, outlet_id, title, language, rights_basis, published_edtf, published_earliest, published_precision, "
        f"file, file_row_number, {month_of('published_earliest')} AS month FROM articles"
    )
    con.execute(
        "CREATE TABLE edges AS SELECT outlet_id, source_key, any_value(source_id) AS source_id, any_value(source_name) AS source_name, "
        "any_value(source_kind) AS source_kind, sum(article_count)::BIGINT AS articles FROM citation_edges "
        "WHERE source_kind <> 'unnamed' GROUP BY outlet_id, source_key"
    )
    return con


def records(con: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] = ()) -> list[dict[str, object]]:
    """The rows of a query as dictionaries."""
    cursor = con.execute(sql, list(parameters))
    names = [d[0] for d in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def partitions(con: duckdb.DuckDBPyConnection, release_dir: Path, files: Sequence[str]) -> list[dict[str, object]]:
    """The article files: key (the month, or undated), path, rows; newest first, undated last."""
    keyed = sorted(((Path(f).stem, f) for f in files), key=lambda k: (k[0] != UNDATED, k), reverse=True)
    con.execute("CREATE OR REPLACE TABLE article_files (file VARCHAR, number INTEGER)")
    con.executemany("INSERT INTO article_files VALUES (?, ?)", [[str(release_dir / f), n] for n, (_, f) in enumerate(keyed)])
    rows = dict(con.execute("SELECT file, count(*) FROM articles GROUP BY file").fetchall())
    return [{"key": key, "file": f, "rows": rows.get(str(release_dir / f), 0)} for key, f in keyed]


def overview(con: duckdb.DuckDBPyConnection) -> dict[str, object]:
    """The first screen: totals, articles by month, sources named, who cites whom, precision of dates, reprinted stories."""
    totals = records(
        con,
        f"SELECT count(*) AS articles, count(DISTINCT outlet_id) AS outlets, count(*) FILTER (month = '{UNDATED}') AS undated, "
        "min(published_earliest)::VARCHAR AS first_day, max(published_earliest)::VARCHAR AS last_day, (SELECT count(*) FROM citations) AS citations, "
        "(SELECT count(*) FROM date_expressions) AS date_expressions, (SELECT count(DISTINCT source_key) FROM edges) AS sources FROM dated",
    )[0]
    return {
        "totals": totals,
        "languages": records(con, "SELECT language, count(*) AS articles FROM dated GROUP BY language ORDER BY articles DESC, language"),
        "roles": records(con, "SELECT role, count(*) AS citations FROM citations GROUP BY role ORDER BY role"),
        "published_precision": records(con, "SELECT published_precision AS precision, count(*) AS count FROM dated GROUP BY ALL ORDER BY precision"),
        "expression_precision": records(con, "SELECT precision, count(*) AS count FROM date_expressions GROUP BY ALL ORDER BY precision"),
        "months": monthly_articles(con),
        "shares": records(
            con,
            "SELECT outlet_id, sum(article_count)::BIGINT AS articles, sum(named_count)::BIGINT AS named, sum(unnamed_only_count)::BIGINT AS unnamed_only, "
            f"sum(unsourced_count)::BIGINT AS unsourced FROM outlet_month GROUP BY outlet_id ORDER BY articles DESC, outlet_id LIMIT {OVERVIEW_OUTLETS}",
        ),
        "matrix": matrix(con),
        "stories": records(
            con,
            "SELECT cluster_id, title, article_count, outlet_count, origin_count, origins[1:3] AS origins FROM corroboration LEFT JOIN dated ON article_id = cluster_id "
            f"ORDER BY outlet_count DESC, article_count DESC, cluster_id LIMIT {LISTED_CLUSTERS}",
        ),
    }


def monthly_articles(con: duckdb.DuckDBPyConnection) -> dict[str, object]:
    """Articles by month, over the months shown, of the outlets with most of them in these months, and of all others together."""
    counted = records(con, f"SELECT outlet_id, month, count(*) AS articles FROM dated WHERE month <> '{UNDATED}' GROUP BY ALL")
    months = months_between([str(r["month"]) for r in counted])
    shown = dict.fromkeys(months, 0)
    by_outlet: dict[str | None, dict[str, int]] = {}
    for row in counted:
        if row["month"] in shown:
            by_outlet.setdefault(row["outlet_id"], dict(shown))[str(row["month"])] += row["articles"]
    known = sorted(o for o in by_outlet if o is not None)
    most = sorted(known, key=lambda o: -sum(by_outlet[o].values()))[:OVERVIEW_OUTLETS]
    series = [{"outlet_id": o, "articles": list(by_outlet[o].values())} for o in most]
    others = [by_month.values() for o, by_month in by_outlet.items() if o not in most]
    if others:
        series.append({"outlet_id": None, "articles": [sum(month) for month in zip(*others, strict=True)]})
    return {"months": months, "series": series}


def months_between(months: Sequence[str]) -> list[str]:
    """All months from the first to the last, as YYYY-MM, at most the last 36."""
    if not months:
        return []
    (first_year, first_month), (last_year, last_month) = ((int(p) for p in m.split("-")) for m in (min(months), max(months)))
    numbers = range(first_year * 12 + first_month - 1, last_year * 12 + last_month)
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in numbers][-36:]


def matrix(con: duckdb.DuckDBPyConnection) -> dict[str, object]:
    """Who cites whom, in articles: the sources that most outlets cite, by the outlets that cite these most."""
    sources = records(
        con,
        "SELECT source_key AS key, any_value(source_id) AS source_id, any_value(source_name) AS name, any_value(source_kind) AS kind FROM edges "
        f"GROUP BY source_key ORDER BY count(DISTINCT outlet_id) DESC, sum(articles) DESC, source_key LIMIT {MATRIX_SIZE}",
    )
    keys = [s["key"] for s in sources]
    most = f"SELECT outlet_id FROM edges WHERE list_contains(?, source_key) GROUP BY ALL ORDER BY sum(articles) DESC, outlet_id LIMIT {MATRIX_SIZE}"
    outlets = [r["outlet_id"] for r in records(con, most, [keys])]
    within = "SELECT outlet_id, source_key, articles FROM edges WHERE list_contains(?, outlet_id) AND list_contains(?, source_key)"
    counted = {(r["outlet_id"], r["source_key"]): r["articles"] for r in records(con, within, [outlets, keys])}
    return {"outlets": outlets, "sources": sources, "articles": [[counted.get((o, s["key"]), 0) for s in sources] for o in outlets]}


def outlets_listed(con: duckdb.DuckDBPyConnection) -> list[dict[str, object]]:
    """Every outlet with articles or cited as a source that the registry knows: id, name, country, kind, articles, cited by how many outlets."""
    return records(
        con,
        """
        WITH published AS (SELECT outlet_id, sum(article_count)::BIGINT AS articles FROM outlet_month GROUP BY outlet_id),
        cited AS (SELECT source_id AS outlet_id, count(DISTINCT outlet_id) AS cited_by FROM edges WHERE source_id IS NOT NULL GROUP BY source_id),
        names AS (SELECT source_id AS outlet_id, min(source_name) AS source_name, min(source_kind) AS source_kind FROM edges WHERE source_id IS NOT NULL GROUP BY source_id)
        SELECT outlet_id, coalesce(o.name, n.source_name, outlet_id) AS name, o.country, coalesce(o.kind, n.source_kind) AS kind,
            coalesce(p.articles, 0) AS articles, coalesce(c.cited_by, 0) AS cited_by
        FROM published p FULL JOIN cited c USING (outlet_id) LEFT JOIN outlets o USING (outlet_id) LEFT JOIN names n USING (outlet_id)
        ORDER BY articles DESC, cited_by DESC, outlet_id
        """,
    )


def outlet_pages(con: duckdb.DuckDBPyConnection, outlet_ids: Sequence[str]) -> dict[str, dict[str, object]]:
    """For each outlet: months, whom it cites, who cites it, hops to the first source, days, its latest articles."""
    pages: dict[str, dict[str, object]] = {
        o: {"months": [], "cites": [], "cites_count": 0, "cited_by": [], "cited_by_count": 0, "hops": [], "days": [], "latest": []} for o in outlet_ids
    }

    def gather(field: str, sql: str) -> None:
        for row in records(con, sql):
            page = pages.get(str(row.pop("of")))
            if page is not None:
                page[field].append(row)  # type: ignore[attr-defined]

    gather("months", "SELECT outlet_id AS of, month, article_count AS articles, named_count AS named, unnamed_only_count AS unnamed_only, "
           "unsourced_count AS unsourced, reprint_count AS reprints, median_hops FROM outlet_month ORDER BY of, month")
    gather("cites", "SELECT outlet_id AS of, source_key AS key, source_id, source_name AS name, source_kind AS kind, articles FROM edges "
           f"QUALIFY row_number() OVER (PARTITION BY outlet_id ORDER BY articles DESC, source_key) <= {LISTED_PER_OUTLET} ORDER BY of, articles DESC, key")
    gather("cited_by", "SELECT source_id AS of, outlet_id, articles FROM edges WHERE source_id IS NOT NULL "
           f"QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY articles DESC, outlet_id) <= {LISTED_PER_OUTLET} ORDER BY of, articles DESC, outlet_id")
    gather("hops", "WITH furthest AS (SELECT article_id, max(hop) AS hops FROM citations WHERE role <> 'self' AND NOT is_background GROUP BY article_id) "
           "SELECT outlet_id AS of, coalesce(hops, 0) AS hops, count(*) AS articles FROM dated LEFT JOIN furthest USING (article_id) "
           "WHERE outlet_id IS NOT NULL GROUP BY ALL ORDER BY of, hops")
    gather("days", f"""
        WITH days AS (
            SELECT outlet_id, day, article_count AS articles, round(expected_count, 1) AS expected, status FROM coverage
            UNION ALL
            SELECT outlet_id, published_earliest, count(*), NULL, NULL FROM dated
            WHERE published_precision IN ('day', 'instant') AND outlet_id NOT IN (SELECT outlet_id FROM coverage)
            GROUP BY outlet_id, published_earliest)
        SELECT outlet_id AS of, day::VARCHAR AS day, articles, expected, status FROM days
        QUALIFY days.day > max(days.day) OVER (PARTITION BY outlet_id) - {CALENDAR_DAYS} ORDER BY of, day""")
    gather("latest", "SELECT outlet_id AS of, article_id, title, published_edtf FROM dated WHERE outlet_id IS NOT NULL "
           f"QUALIFY row_number() OVER (PARTITION BY outlet_id ORDER BY published_earliest DESC NULLS LAST, article_id) <= {LISTED_PER_OUTLET} "
           "ORDER BY of, published_earliest DESC NULLS LAST, article_id")
    for count, of in (("cites_count", "outlet_id"), ("cited_by_count", "source_id")):
        for outlet_id, number in con.execute(f"SELECT {of}, count(*) FROM edges GROUP BY 1").fetchall():
            if outlet_id in pages:
                pages[outlet_id][count] = number
    return pages


def article_index(con: duckdb.DuckDBPyConnection, digits: int) -> Iterator[tuple[str, dict[str, list[int]]]]:
    """Where each article is: for each prefix of that many hex digits, article id → [number of its partition, row in it]."""
    cursor = con.execute(
        f"SELECT left(article_id, {digits}) AS prefix, article_id, number, file_row_number FROM dated JOIN article_files USING (file) ORDER BY prefix, article_id"
    )
    rows = chain.from_iterable(iter(lambda: cursor.fetchmany(10_000), []))
    for prefix, members in groupby(rows, key=lambda r: r[0]):
        yield prefix, {article_id: [number, row] for _, article_id, number, row in members}
