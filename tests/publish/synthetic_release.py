"""A small release to build the page from: invented outlets and sources, texts written for it (CC0), ru, uk and en."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.derive.arrow import arrow_schema
from schemas.table import Table

RELEASE = "2025-12-01.1"
FIRST_DAY = dt.date(2025, 8, 4)
HOSTILE_TITLE = "<script>document.title='owned'</script>"
HOSTILE_OUTLET = '<img src=x onerror="document.title=\'owned\'">'

OUTLETS = (
    ("visnyk-stepu", "Visnyk Stepu", "uk", "UA"),
    ("polissia-novyny", "Polissia Novyny", "uk", "UA"),
    ("khvylia-press", "Khvylia Press", "uk", "UA"),
    ("beregovoy-kuryer", "Beregovoy Kuryer", "ru", "UA"),
    ("stepnaya-gazeta", "Stepnaya Gazeta", "ru", "KZ"),
    ("harbour-post", "Harbour Post", "en", "GB"),
    ("lakeside-herald", "Lakeside Herald", "en", "CA"),
    ("hostile.example", HOSTILE_OUTLET, "en", "GB"),
)
SOURCES = {
    "uk": (("khvylia-press", "Khvylia Press", "«Хвиля Прес»", "agency"), ("port-office", "Port Office", "управління порту", "official")),
    "ru": (("khvylia-press", "Khvylia Press", "агентство «Хвыля Пресс»", "agency"), ("river-service", "River Service", "речная служба", "official")),
    "en": (("harbour-post", "Harbour Post", "the Harbour Post", "outlet"), ("tide-institute", "Tide Institute", "the Tide Institute", "organisation")),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what it is: `kind` is a citation role, "date" or nothing."""

    text: str
    kind: str = ""
    source: tuple[str | None, str, str] = (None, "", "")
    cue: str | None = None


def pieces_of(language: str, number: int) -> list[Piece]:
    """The text of article `number` in that language, piece by piece; every third has a chain of two hops, every fifth no source."""
    (first_id, first_name, first_words, first_kind), (second_id, second_name, second_words, second_kind) = SOURCES[language]
    first, second = (first_id, first_name, first_kind), (second_id, second_name, second_kind)
    unnamed = (None, "an unnamed source", "unnamed")
    day = 1 + number % 27
    if language == "uk":
        lead = [Piece(f"Пором 🌊 номер {number} повернувся до причалу ще вранці"), Piece(". Про це повідомляє ")]
        chain = [Piece(" з посиланням на ")]
        date = [Piece(". Рейс відклали "), Piece(f"{day} листопада", "date"), Piece(", хвилі були нижчі за метр.")]
        hidden, cue, chain_cue = "джерело на причалі", "повідомляє", "з посиланням на"
    elif language == "ru":
        lead = [Piece(f"Паром номер {number} вернулся к причалу утром"), Piece(". Об этом сообщает ")]
        chain = [Piece(" со ссылкой на ")]
        date = [Piece(". Рейс перенесли на "), Piece("середину октября", "date"), Piece(", волна была ниже метра.")]
        hidden, cue, chain_cue = "источник на причале", "сообщает", "со ссылкой на"
    else:
        lead = [Piece(f"Ferry number {number} came back to its pier in the morning"), Piece(", says ")]
        chain = [Piece(", citing ")]
        date = [Piece(". The crossing moves to "), Piece(f"{day} November", "date"), Piece("; waves stayed below a metre.")]
        hidden, cue, chain_cue = "a person at the pier", "says", "citing"
    if number % 5 == 4:
        return [lead[0], *date]
    if number % 7 == 6:
        return [*lead, Piece(hidden, "immediate", unnamed, cue), *date]
    body = [*lead, Piece(first_words, "immediate", first, cue)]
    if number % 3 == 0:
        body += [*chain, Piece(second_words, "upstream", second, chain_cue)]
    return body + date


def article_rows(number: int) -> dict[str, list[dict[str, object]]]:
    """The rows of one article in every table of the store that the page reads."""
    outlet_id, outlet_name, language, _ = OUTLETS[number % len(OUTLETS)]
    undated = number % 31 == 30
    day = FIRST_DAY + dt.timedelta(days=(number * 7) % 118)
    title = HOSTILE_TITLE if outlet_id == "hostile.example" else f"Ferry log {number}"
    text, citations, dates, evidence = title + "\n", [], [], []
    article_id = hashlib.sha256(f"article {number}".encode()).hexdigest()[:32]

    def explain(column: str, value: object, rule: str, span: tuple[str, int, int] | None = None) -> None:
        as_given, start, end = span or (None, None, None)
        evidence.append({"article_id": article_id, "position": len(evidence), "column": column, "value": None if value is None else str(value), "as_given": as_given, "char_start": start, "char_end": end, "rule": rule, "confidence": 0.9})

    explain("title", title, "title.first_line", (title, 0, len(title)))
    for piece in pieces_of(language, number):
        start = len(text)
        text += piece.text
        span = (piece.text, start, len(text))
        if piece.kind == "date":
            dates.append({"article_id": article_id, "position": len(dates), "as_given": piece.text, "char_start": start, "char_end": len(text), "timex_type": "DATE", "timex_value": "2025-11", "timex_mod": None, "edtf": "2025-11", "earliest": dt.date(2025, 11, 1), "latest": dt.date(2025, 11, 30), "precision": "month" if language == "ru" else "day", "is_background": False})
            explain(f"date_expressions[{len(dates) - 1}]", "2025-11", "dates.day_and_month", span)
        elif piece.kind:
            source_id, name, kind = piece.source
            citations.append({"article_id": article_id, "position": len(citations), "source_as_given": piece.text, "char_start": start, "char_end": len(text), "source_id": source_id, "source_name": name, "source_kind": kind, "role": piece.kind, "channel": None, "hop": 1 if piece.kind == "immediate" else 2, "via_position": None if piece.kind == "immediate" else 0, "cue": piece.cue, "is_background": False})
            explain(f"citations[{len(citations) - 1}]", name, f"citations.{piece.kind}", span)
    explain("outlet_id", outlet_id, "metadata.outlet")
    explain("published_edtf", None if undated else day.isoformat(), "none" if undated else "metadata.published")
    licensed = number % 4 != 3
    article = {
        "article_id": article_id, "raw_id": hashlib.sha256(f"raw {number}".encode()).hexdigest(), "outlet_id": outlet_id, "outlet_as_given": outlet_name,
        "title": title, "text": text if licensed else None, "language": language, "url": None, "byline": None, "dateline_place": None,
        "published_edtf": None if undated else day.isoformat(), "published_earliest": None if undated else day, "published_latest": None if undated else day, "published_at": None,
        "published_precision": "none" if undated else "day", "received_at": dt.datetime(2025, 12, 1, tzinfo=dt.UTC), "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "cluster_id": None, "rights_basis": "own" if licensed else "unknown",
    }
    return {"articles": [article], "citations": citations, "date_expressions": dates, "evidence": evidence}


def nullable_schema(table: Table, rows: list[dict[str, object]]) -> pa.Schema:
    """The table's Arrow schema with only the columns that the rows have, all nullable."""
    names = rows[0].keys() if rows else [c.name for c in table.columns]
    return pa.schema([arrow_schema(table).field(n).with_nullable(True) for n in names])


def write_parquet(path: Path, rows: list[dict[str, object]], schema: pa.Schema, row_group_size: int) -> None:
    """Write the rows as the releases do: zstd, small row groups, no Arrow schema inside."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path, compression="zstd", row_group_size=row_group_size, store_schema=False, write_page_index=True)


def partitions(articles: list[dict[str, object]]) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """The articles by month of publication, undated ones last."""
    by_month: dict[str, list[dict[str, object]]] = {}
    for article in articles:
        day = article["published_earliest"]
        key = "undated" if day is None else f"{day:%Y-%m}"
        by_month.setdefault(key, []).append(article)
    yield from sorted(by_month.items())


def write_synthetic_release(release_dir: Path, count: int = 120, row_group_size: int = 20) -> Path:
    """Write a release of `count` articles below `release_dir`; returns the folder."""
    from schemas.dataset import table_named

    rows: dict[str, list[dict[str, object]]] = {n: [] for n in ("articles", "citations", "date_expressions", "evidence")}
    for number in range(count):
        for name, more in article_rows(number).items():
            rows[name] += more
    month_of = {r["article_id"]: month for month, part in partitions(rows["articles"]) for r in part}
    for name, members in rows.items():
        schema = nullable_schema(table_named(name), members)
        for month in sorted(set(month_of.values())):
            part = sorted((r for r in members if month_of[r["article_id"]] == month), key=lambda r: (r["article_id"], r.get("position", 0)))
            write_parquet(release_dir / "data" / name / f"{month}.parquet", part, schema, row_group_size)
    outlets = [{"outlet_id": i, "name": n, "country": c, "kind": "agency" if i == "khvylia-press" else "outlet", "languages": [lang]} for i, n, lang, c in sorted(OUTLETS)]
    pq.write_table(pa.Table.from_pylist(outlets), release_dir / "data" / "outlets.parquet", compression="zstd", store_schema=False)
    write_derived_tables(release_dir)
    write_manifest(release_dir)
    return release_dir


def write_derived_tables(release_dir: Path) -> None:
    """Write citation_edges, outlet_month and corroboration as the release does, counted with DuckDB."""
    con = duckdb.connect(config={"threads": 1})
    con.sql(f"CREATE VIEW articles AS SELECT *, coalesce(strftime(published_earliest, '%Y-%m'), 'undated') AS month FROM read_parquet('{release_dir}/data/articles/*.parquet')")
    con.sql(f"CREATE VIEW citations AS FROM '{release_dir}/data/citations/*.parquet'")
    con.sql("CREATE VIEW a AS SELECT *, count(*) OVER (PARTITION BY outlet_id, month) AS month_articles FROM articles")
    con.sql(f"""COPY (
        SELECT outlet_id, coalesce(source_id, source_name) AS source_key, any_value(source_id) AS source_id, any_value(source_name) AS source_name,
            any_value(source_kind) AS source_kind, month, count(DISTINCT article_id) AS article_count, count(*) AS mention_count,
            count(DISTINCT article_id) FILTER (hop = 1) AS direct_count, count(DISTINCT article_id) / any_value(month_articles) AS share,
            min(article_id) AS first_article_id, max(article_id) AS last_article_id
        FROM citations JOIN a USING (article_id) WHERE outlet_id IS NOT NULL AND role <> 'self'
        GROUP BY outlet_id, source_key, month ORDER BY ALL) TO '{release_dir}/data/citation_edges.parquet' (COMPRESSION zstd)""")
    con.sql(f"""COPY (
        WITH per_article AS (
            SELECT outlet_id, month, article_id, coalesce(bool_or(source_kind <> 'unnamed'), false) AS named, count(source_name) AS sources, max(hop) AS hops
            FROM articles LEFT JOIN citations USING (article_id) GROUP BY ALL)
        SELECT outlet_id, month, count(*) AS article_count, count(*) FILTER (named) AS named_count,
            count(*) FILTER (NOT named AND sources > 0) AS unnamed_only_count, count(*) FILTER (sources = 0) AS unsourced_count, 0::BIGINT AS self_count,
            median(hops)::DOUBLE AS median_hops, 0::BIGINT AS reprint_count
        FROM per_article GROUP BY ALL ORDER BY ALL) TO '{release_dir}/data/outlet_month.parquet' (COMPRESSION zstd)""")
    con.sql(f"""COPY (
        SELECT min(article_id) AS cluster_id, 3::BIGINT AS article_count, 3::BIGINT AS outlet_count, 1::BIGINT AS origin_count,
            ['Khvylia Press'] AS origins, 'three outlets, one origin: Khvylia Press' AS summary
        FROM articles) TO '{release_dir}/data/corroboration.parquet' (COMPRESSION zstd)""")


def write_manifest(release_dir: Path) -> None:
    """Write manifest.json over the files that are there."""
    files = [
        {"path": p.relative_to(release_dir).as_posix(), "bytes": p.stat().st_size, "sha256": hashlib.sha256(p.read_bytes()).hexdigest(), "rows": pq.read_metadata(p).num_rows}
        for p in sorted(release_dir.rglob("*.parquet"))
    ]
    (release_dir / "manifest.json").write_text(json.dumps({"release": RELEASE, "schema_version": "1.0.0", "files": files}, indent=1) + "\n", encoding="utf-8")
