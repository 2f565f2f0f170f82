"""The gate: what must hold of the whole dataset before it is released. Floors fail the release, ceilings warn."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.publish.diff import scan
from flows.publish.release_facts import ReleaseFacts
from flows.publish.rights import is_open
from schemas.derive.checks import identifier, references, row_checks, span_holds
from schemas.table import Table

# Outlets with fewer articles swing by chance.
OUTLET_ARTICLES = 50
NULL_JUMP = "null_jump"


@dataclass(frozen=True, slots=True)
class Limit:
    """One row of data/reference/release_limits.csv: a measure, and what it may come to."""

    measure: str
    table: str
    column: str
    floor: float | None
    ceiling: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold: `is_failure` stops the release, else it is a warning."""

    is_failure: bool
    check: str
    message: str

    def line(self) -> str:
        """For people."""
        return f"{'FAILED' if self.is_failure else 'warning'}  {self.check}: {self.message}"


class GateFailedError(RuntimeError):
    """The dataset must not be released; `findings` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(f.line() for f in findings))
        self.findings = tuple(findings)


def read_limits(path: Path) -> list[Limit]:
    """The limits, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Limit(r["measure"], r["table"], r["column"], _number(r["floor"]), _number(r["ceiling"]), r["why"]) for r in csv.DictReader(file)
        ]


def _number(given: str) -> float | None:
    return float(given) if given else None


def check_rows(con: duckdb.DuckDBPyConnection, facts: ReleaseFacts, release: Path) -> list[Finding]:
    """What the tables themselves promise, on the files just written: keys, row checks, references, spans."""
    for table in facts.tables:
        con.execute(f"CREATE OR REPLACE VIEW released_{table.name} AS FROM {scan([release / p for p in facts.files_of(table.name)])}")
    found: list[Finding] = []
    for table in facts.tables:
        found.extend(_table_findings(con, facts, table))
    return found


def _table_findings(con: duckdb.DuckDBPyConnection, facts: ReleaseFacts, table: Table) -> Iterator[Finding]:
    view = f"released_{table.name}"
    rows = facts.rows_of(table.name)
    if not rows and not table.may_be_empty:
        yield Finding(True, f"{table.name}.not_empty", "the table has no rows")
    checks = row_checks(table)
    if checks and rows:
        counted = con.execute(f"SELECT {', '.join(f'count(*) FILTER (NOT {c.holds})' for c in checks)} FROM {view}").fetchone()
        for check, bad in zip(checks, counted, strict=True):
            if bad:
                yield Finding(True, f"{table.name}.{check.name}", f"{bad:,} rows break the rule that {check.meaning}")
    keys = ", ".join(identifier(k) for k in table.key)
    if repeated := con.execute(f"SELECT count(*) FROM (SELECT 1 FROM {view} GROUP BY {keys} HAVING count(*) > 1)").fetchone()[0]:
        yield Finding(True, f"{table.name}.key", f"{repeated:,} keys stand more than once")
    names = {t.name for t in facts.tables}
    for reference in references(table):
        if reference.target_table not in names:
            continue
        orphans = con.execute(
            f"SELECT count(*) FROM {view} r WHERE {identifier(reference.column)} IS NOT NULL AND {identifier(reference.column)} "
            f"NOT IN (SELECT {identifier(reference.target_column)} FROM released_{reference.target_table} WHERE {identifier(reference.target_column)} IS NOT NULL)"
        ).fetchone()[0]
        if orphans:
            yield Finding(True, f"{table.name}.{reference.name}", f"{orphans:,} rows refer to what is not in {reference.target_table}")
    if table.span:
        _start, end, given = (identifier(n) for n in (table.span.start, table.span.end, table.span.as_given))
        bad = con.execute(
            f"SELECT count(*) FROM {view} r JOIN released_articles a USING (article_id) WHERE r.{end} > a.char_count "
            f"OR ({is_open()} AND r.{given} IS NOT NULL AND NOT {span_holds(table)})"
        ).fetchone()[0]
        if bad:
            yield Finding(True, f"{table.name}.span", f"{bad:,} spans are not the words as given")


def check_limits(
    con: duckdb.DuckDBPyConnection, facts: ReleaseFacts, limits: Sequence[Limit], previous: Mapping | None
) -> list[Finding]:
    """Each measure against its floor and ceiling; measures against the last release are left out where there is none."""
    found = []
    for limit in limits:
        if limit.measure == NULL_JUMP:
            continue
        value = _measured(con, facts, limit, previous)
        if value is None:
            continue
        name = f"{limit.measure} of {limit.table}" + (f".{limit.column}" if limit.column else "")
        if limit.floor is not None and value < limit.floor:
            found.append(Finding(True, name, f"{value:.4g} is below the floor of {limit.floor:g} ({limit.why})"))
        elif limit.ceiling is not None and value > limit.ceiling:
            found.append(Finding(False, name, f"{value:.4g} is above the ceiling of {limit.ceiling:g} ({limit.why})"))
    return found


def _measured(con: duckdb.DuckDBPyConnection, facts: ReleaseFacts, limit: Limit, previous: Mapping | None) -> float | None:
    rows = facts.rows_of(limit.table)
    if limit.measure == "rows":
        return rows
    if limit.measure == "rows_against_last":
        before = (previous or {}).get("tables", {}).get(limit.table, {}).get("rows")
        return rows / before if before else None
    if limit.measure == "fill":
        return facts.fill.get((limit.table, limit.column))
    if limit.measure == "fill_against_last":
        before = (previous or {}).get("tables", {}).get(limit.table, {}).get("fill", {}).get(limit.column)
        now = facts.fill.get((limit.table, limit.column))
        return now / before if before and now is not None else None
    if limit.measure == "largest_group_share":
        largest = con.execute(
            f"SELECT max(n) FROM (SELECT count(*) AS n FROM released_{limit.table} GROUP BY {identifier(limit.column)})"
        ).fetchone()[0]
        articles = facts.rows_of("articles")
        return largest / articles if largest and articles >= OUTLET_ARTICLES else None
    raise ValueError(f"release_limits.csv: no measure {limit.measure}")


def check_first_receipts(con: duckdb.DuckDBPyConnection) -> list[Finding]:
    """A warning where articles were read from a later receipt and the first is not in the raw folder any more."""
    [(count,)] = con.execute("SELECT count(*) FROM misread").fetchall()
    said = f"{count:,} articles were read from a later receipt than their first, which is not at hand: what was read first is released"
    return [Finding(False, "first receipts", said)] if count else []


def check_outlets(
    con: duckdb.DuckDBPyConnection, facts: ReleaseFacts, previous_articles: Sequence[Path], limits: Sequence[Limit]
) -> list[Finding]:
    """Warnings for outlets whose share of nulls in a column of articles jumped since the last release."""
    ceiling = next((limit.ceiling for limit in limits if limit.measure == NULL_JUMP), None)
    if not previous_articles or ceiling is None:
        return []
    columns = [c.name for c in next(t for t in facts.tables if t.name == "articles").columns if c.nullable and c.name not in ("text", "cluster_id", "outlet_id")]
    shares = ", ".join(f"1 - count({identifier(c)}) / count(*) AS {identifier(c)}" for c in columns)
    grouped = f"SELECT outlet_id, {shares} FROM {{}} WHERE outlet_id IS NOT NULL GROUP BY outlet_id HAVING count(*) >= {OUTLET_ARTICLES}"
    found = []
    for column in columns:
        name = identifier(column)
        jumped = con.execute(
            f"SELECT outlet_id, o.{name}, n.{name} FROM ({grouped.format(scan(previous_articles))}) o "
            f"JOIN ({grouped.format('released_articles')}) n USING (outlet_id) WHERE n.{name} - o.{name} > {ceiling} ORDER BY outlet_id"
        ).fetchall()
        found.extend(Finding(False, f"nulls of articles.{column} in {outlet}", f"{before:.0%} → {now:.0%}") for outlet, before, now in jumped)
    return found
