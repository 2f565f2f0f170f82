"""A small release with its page: invented outlets and sources, texts written for it (CC0), ru, uk and en."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pyarrow as pa
import pyarrow.parquet as pq

from flows.locations import REFERENCE
from flows.publish.build_release import BuildOptions, build_release
from flows.publish.release_facts import ReleaseFacts
from flows.release_additions import page
from schemas.dataset import table_named
from schemas.derive.arrow import arrow_schema

RELEASE = "2025-12-01.1"
LIMITS = REFERENCE / "release_limits.csv"
BATCH = "00000000000000aa"
RECEIVED = dt.datetime(2025, 12, 1, tzinfo=dt.UTC)
EARLY_DAY = dt.date(2023, 4, 20)
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
    ("hostile-example", HOSTILE_OUTLET, "en", "GB"),
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
    day = EARLY_DAY if number == 1 else FIRST_DAY + dt.timedelta(days=(number * 7) % 118)
    title = HOSTILE_TITLE if outlet_id == "hostile-example" else f"Ferry log {number}"
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
    raw_id = hashlib.sha256(f"raw {number}".encode()).hexdigest()
    article = {
        "article_id": article_id, "raw_id": raw_id, "outlet_id": outlet_id, "outlet_as_given": outlet_name,
        "title": title, "text": text, "language": language, "published_edtf": None if undated else day.isoformat(),
        "published_earliest": None if undated else day, "published_latest": None if undated else day,
        "published_precision": "none" if undated else "day", "received_at": RECEIVED, "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "rights_basis": "unknown" if number % 4 == 3 else "own",
    }
    receipt = {
        "raw_id": raw_id, "raw_path": f"made/{number:06}.txt", "form": "text", "byte_count": len(text.encode()), "encoding": "utf-8",
        "received_at": RECEIVED, "batch_id": BATCH, "outcome": "accepted", "article_id": article_id,
    }
    return {"articles": [article], "citations": citations, "date_expressions": dates, "evidence": evidence, "raw_articles": [receipt], "rejected_articles": []}


def write_synthetic_store(processed: Path, count: int) -> None:
    """A store of `count` articles in one batch, and the outlets that they name."""
    tables: dict[str, list[dict[str, object]]] = {}
    for number in range(count):
        for name, more in article_rows(number).items():
            tables.setdefault(name, []).extend(more)
    outlets = [
        {"outlet_id": i, "name": n, "country": c, "kind": "agency" if i == "khvylia-press" else "newspaper", "languages": [lang], "domains": [f"{i}.example"], "is_sample": True, "names": [], "domain_years": []}
        for i, n, lang, c in sorted(OUTLETS)
    ]
    sources = {source[0]: {"source_id": source[0], "name": source[1], "kind": source[3], "names": [], "offices": []} for given in SOURCES.values() for source in given}
    files = {**{name: (BATCH, rows) for name, rows in tables.items()}, "outlets": ("reference", outlets), "cited_sources": ("reference", [sources[k] for k in sorted(sources)])}
    for name, (file_name, rows) in files.items():
        path = processed / name / f"{file_name}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows, schema=arrow_schema(table_named(name))), path)


def coverage_sql(folder: Path) -> str:
    """Instead of what the articles would give: forty days of one outlet: one article a day expected, two days on which nothing came and one on which little did."""
    rows = [
        {"outlet_id": "harbour-post", "day": dt.date(2025, 10, 20) + dt.timedelta(days=n), "article_count": 0 if n in (30, 31) else 1, "rejected_count": 0,
         "expected_count": None if n < 7 else 9.0 if n == 35 else 1.0, "status": "no_history" if n < 7 else "quiet" if n in (30, 31) else "low" if n == 35 else "expected"}
        for n in range(40)
    ]  # fmt: skip
    path = folder / "coverage.parquet"
    pq.write_table(pa.Table.from_pylist(rows, schema=arrow_schema(table_named("coverage"))), path)
    return f"SELECT * FROM read_parquet('{path}')"


def build_synthetic_release(folder: Path, count: int = 120) -> tuple[Path, ReleaseFacts]:
    """A release of `count` articles below `folder`/releases, built as `dateline release build` does; also what its page was written from."""
    write_synthetic_store(folder / "processed", count)
    seen: list[ReleaseFacts] = []
    options = BuildOptions(LIMITS, RELEASE, additions=(page, lambda _, facts: seen.append(facts)))
    with patch("flows.publish.store_view.COVERAGE_SQL", coverage_sql(folder)):
        return build_release(folder / "processed", folder / "releases", options).path, seen[0]
