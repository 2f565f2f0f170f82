"""Corrections: values that a person has set right in data/reference/corrections.csv, applied after all else is read."""

import csv
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from flows.normalize.article import ArticleReading
from flows.normalize.dates import edtf
from flows.normalize.evidence import Evidence

RULE = "correction"
ARTICLE_COLUMNS = ("outlet_id", "title", "language", "byline", "dateline_place", "rights_basis", "published_edtf")
CITATION_COLUMNS = ("source_id", "source_name", "source_kind", "role", "channel")
_CITATION = re.compile(r"citations\[(\d+)\]\.(\w+)")


class CorrectionError(ValueError):
    """A row of corrections.csv that says nothing that could be done; the message names the row."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One value set right: `wrong` is what our rules read, `right` what is so (None: nothing is known), `why` says how we know."""

    article_id: str
    column: str
    wrong: str | None
    right: str | None
    why: str


def load_corrections(path: Path) -> Mapping[str, tuple[Correction, ...]]:
    """The corrections by article; none where there is no such file. Raises CorrectionError."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return {}
    return _load(path, stat.st_mtime_ns, stat.st_size)


@functools.lru_cache(maxsize=4)
def _load(path: Path, modified_ns: int, size: int) -> Mapping[str, tuple[Correction, ...]]:
    found: dict[str, list[Correction]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            found.setdefault(row["article_id"], []).append(_correction(row, f"{path.name}, line {number}"))
    return {article_id: tuple(rows) for article_id, rows in found.items()}


def _correction(row: Mapping[str, str], place: str) -> Correction:
    if not re.fullmatch("[0-9a-f]{32}", row["article_id"] or ""):
        raise CorrectionError(f"{place}: article_id {row['article_id']!r} is not 32 hex digits")
    match = _CITATION.fullmatch(row["column"])
    if not (row["column"] in ARTICLE_COLUMNS or (match and match[2] in CITATION_COLUMNS)):
        allowed = ", ".join((*ARTICLE_COLUMNS, *(f"citations[N].{c}" for c in CITATION_COLUMNS)))
        raise CorrectionError(f"{place}: column {row['column']!r} cannot be corrected; these can: {allowed}")
    if not (row["why"] or "").strip():
        raise CorrectionError(f"{place}: a correction says why")
    if row["wrong"] == row["right"]:
        raise CorrectionError(f"{place}: wrong and right are the same")
    return Correction(row["article_id"], row["column"], row["wrong"] or None, row["right"] or None, row["why"].strip())


def corrected(reading: ArticleReading, corrections: Mapping[str, tuple[Correction, ...]]) -> ArticleReading:
    """The reading with its corrections applied, each recorded in its evidence; one whose `wrong` is not there is passed over."""
    for correction in corrections.get(reading.article_id, ()):
        match = _CITATION.fullmatch(correction.column)
        reading = _citation(reading, correction, int(match[1]), match[2]) if match else _article(reading, correction)
    return reading


def _article(reading: ArticleReading, c: Correction) -> ArticleReading:
    current = reading.published.edtf if c.column == "published_edtf" else getattr(reading, c.column)
    if current != c.wrong:
        return reading
    kept = tuple(e for e in reading.evidence if e.column != c.column)
    evidence = (*kept, Evidence(c.column, c.right, c.why, None, None, RULE, 1.0))
    if c.column == "published_edtf":
        earliest, latest = edtf.bounds(c.right)
        published = replace(
            reading.published, edtf=c.right, earliest=earliest, latest=latest, at=None,
            precision=edtf.precision(c.right) if c.right else "none",
        )
        return replace(reading, published=published, evidence=evidence)
    if c.column == "outlet_id":
        given = reading.outlet_as_given or (c.why if c.right else None)
        return replace(reading, outlet_id=c.right, outlet_as_given=given, evidence=evidence)
    return replace(reading, **{c.column: c.right}, evidence=evidence)


def _citation(reading: ArticleReading, c: Correction, position: int, column: str) -> ArticleReading:
    if position >= len(reading.citations) or getattr(reading.citations[position], column) != c.wrong:
        return reading
    citation = reading.citations[position]._replace(**{column: c.right})
    citations = (*reading.citations[:position], citation, *reading.citations[position + 1 :])
    evidence = (*reading.evidence, Evidence(c.column, c.right, c.why, None, None, RULE, 1.0))
    return replace(reading, citations=citations, evidence=evidence)
