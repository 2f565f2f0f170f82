"""One release built aside, checked and moved into place; until then nobody sees it."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import filelock

from flows.publish.canonical_rows import tables_at_hand
from flows.publish.code_version import code_version, library_versions
from flows.publish.croissant import croissant
from flows.publish.datapackage import datapackage
from flows.publish.delta import changelog, write_delta
from flows.publish.derived_tables import derive_tables
from flows.publish.diff import files_of
from flows.publish.gate import (
    Finding,
    GateFailedError,
    check_first_receipts,
    check_limits,
    check_outlets,
    check_rows,
    read_limits,
)
from flows.publish.how_far import At, untold
from flows.publish.latest import NAME, latest_release, next_name, point_latest
from flows.publish.manifest import canonical_json, file_hash, read_manifest, write_manifest
from flows.publish.release_documents import citation_file, dataset_card, licences, released_dictionary
from flows.publish.release_facts import ReleaseFacts
from flows.publish.release_parquet import write_table
from flows.publish.release_sql import queries, views
from flows.publish.rights import find_quotable
from flows.publish.store_view import ReadAgain, open_work_database
from flows.write.journal import reading
from schemas.dataset import SCHEMA_VERSION, TABLES
from schemas.derive.checks import identifier
from schemas.derive.released import NOT_RELEASED, OPEN_BASES, released

SKETCHES = ".sketches"
BUILDING = ".building-"
CHECKS = "checks.json"

# Writes further files (the page, the validation report) into the folder of the release before it is sealed; may raise
# GateFailedError.
Addition = Callable[[Path, ReleaseFacts], None]

# Runs one step, a function and its arguments, under a name: an orchestrator's task, or just the call.
Step = Callable[..., Any]


def plain_step(name: str, work: Callable[..., Any], *arguments: Any) -> Any:
    """The step run here and now."""
    return work(*arguments)


class ReleaseExistsError(RuntimeError):
    """A release of that name is there already, and releases do not change."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: `name` fixes the release's name, otherwise the day of the newest article received and the next number.

    `read_again` reads the first receipts of articles that the store has read from later ones; `at` is told how far it is.
    """

    limits: Path
    name: str | None = None
    workers: int = 1
    memory_limit: str = "1500MB"
    additions: tuple[Addition, ...] = ()
    point_latest: bool = True
    read_again: ReadAgain | None = None
    at: At = untold


@dataclass(frozen=True, slots=True)
class BuiltRelease:
    """The release in its place; `is_new` is false where the last release already holds the same."""

    path: Path
    manifest: Mapping
    warnings: tuple[Finding, ...]
    is_new: bool


def build_release(processed: Path, releases: Path, options: BuildOptions, step: Step = plain_step) -> BuiltRelease:
    """Build a release from the store: a pure function of the store, the code, the name and the release before it.

    Raises GateFailedError where the dataset must not be released, ReleaseExistsError where the name is taken. Whatever
    happens, the releases that exist and the pointer to the latest stay as they were until the new one is whole.
    """
    releases.mkdir(parents=True, exist_ok=True)
    with reading(processed), filelock.FileLock(releases / ".lock"):
        _clear_interrupted(releases)
        previous = latest_release(releases)
        before = read_manifest(previous) if previous else None
        if options.name and (releases / options.name).exists():
            raise ReleaseExistsError(f"release {options.name} exists already; releases do not change")
        with _folders(releases) as (aside, work), _database(work, options) as con:
            step("near-duplicates and citation index", derive_tables, con, processed, work, releases / SKETCHES, options.workers, options.read_again, options.at)
            facts = step("tables in canonical order", _write_data, con, aside, releases, options)
            if options.name is None and before and _same_data(facts, aside, before):
                return BuiltRelease(previous, before, (), is_new=False)
            warnings = step("gate", _pass_gate, con, facts, aside, options.limits, previous, before)
            step("delta and catalogue", _write_documents, con, facts, aside, previous, before, warnings)
            for add in options.additions:
                step(add.__name__.replace("_", " "), add, aside, facts)
            manifest = write_manifest(aside, _manifest_facts(facts, before), facts.rows_by_path())
            _sync(aside)
            os.rename(aside, releases / facts.release)
        if options.point_latest:
            point_latest(releases, facts.release)
        return BuiltRelease(releases / facts.release, manifest, warnings, is_new=True)


def _clear_interrupted(releases: Path) -> None:
    for left in releases.glob(f"{BUILDING}*"):
        shutil.rmtree(left)


@contextmanager
def _folders(releases: Path) -> Iterator[tuple[Path, Path]]:
    """An empty folder for the release and one for work, both gone at the end unless moved away."""
    folder = Path(tempfile.mkdtemp(prefix=BUILDING, dir=releases))
    try:
        (folder / "release").mkdir()
        (folder / "work").mkdir()
        yield folder / "release", folder / "work"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _database(work: Path, options: BuildOptions) -> Iterator[duckdb.DuckDBPyConnection]:
    con = open_work_database(work, options.memory_limit, options.workers)
    try:
        yield con
    finally:
        con.close()


def _write_data(
    con: duckdb.DuckDBPyConnection, aside: Path, releases: Path, options: BuildOptions
) -> ReleaseFacts:
    find_quotable(con)
    at_hand = tables_at_hand(con)
    tables = [t for t in TABLES if t.name not in NOT_RELEASED and t.name in at_hand]
    files = tuple(file for table in tables for file in write_table(con, table, aside))
    day, languages, open_texts = con.execute(
        f"SELECT strftime(max(received_at), '%Y-%m-%d'), list_sort(list(DISTINCT language)), "
        f"count(*) FILTER (rights_basis IN ({', '.join(repr(b) for b in OPEN_BASES)})) FROM articles"
    ).fetchone()
    named = NAME.fullmatch(options.name) if options.name else None
    name = options.name or next_name(releases, day or "1970-01-01")
    facts = ReleaseFacts(
        release=name, day=named[1] if named else day or "1970-01-01", schema_version=SCHEMA_VERSION, code_version=code_version(),
        tables=tuple(released(t) for t in tables), files=files,
        languages=tuple(languages or ()), open_texts=open_texts, fill={},
    )  # fmt: skip
    return replace(facts, fill=_fill(con, facts, aside))


def _fill(con: duckdb.DuckDBPyConnection, facts: ReleaseFacts, aside: Path) -> dict[tuple[str, str], float | None]:
    found: dict[tuple[str, str], float | None] = {}
    for table in facts.tables:
        columns = [c.name for c in table.columns]
        counted = con.execute(
            f"SELECT count(*), {', '.join(f'count({identifier(c)})' for c in columns)} FROM read_parquet(?)",
            [[str(aside / p) for p in facts.files_of(table.name)]],
        ).fetchone()
        for column, count in zip(columns, counted[1:], strict=True):
            found[table.name, column] = round(count / counted[0], 6) if counted[0] else None
    return found


def _same_data(facts: ReleaseFacts, aside: Path, before: Mapping) -> bool:
    if (before["code_version"], before["schema_version"]) != (facts.code_version, facts.schema_version):
        return False
    theirs = {f["path"]: f["sha256"] for f in before["files"] if "rows" in f}
    return {f.path: file_hash(aside / f.path) for f in facts.files} == theirs


def _pass_gate(
    con: duckdb.DuckDBPyConnection, facts: ReleaseFacts, aside: Path, limits: Path, previous: Path | None, before: Mapping | None
) -> tuple[Finding, ...]:
    declared = read_limits(limits)
    found = check_rows(con, facts, aside)
    found += check_limits(con, facts, declared, before)
    found += check_first_receipts(con)
    found += check_outlets(con, facts, files_of(previous, "articles") if previous else [], declared)
    if any(f.is_failure for f in found):
        raise GateFailedError(found)
    return tuple(found)


def _write_documents(
    con: duckdb.DuckDBPyConnection, facts: ReleaseFacts, aside: Path, previous: Path | None, before: Mapping | None,
    warnings: tuple[Finding, ...],
) -> None:  # fmt: skip
    differing = write_delta(con, aside, previous, facts.tables)
    documents = {
        "README.md": dataset_card(facts),
        "LICENSE.md": licences(facts),
        "CITATION.cff": citation_file(facts),
        "DATA_DICTIONARY.md": released_dictionary(facts),
        "CHANGELOG.md": changelog(facts, before, differing),
        "dateline.sql": views(facts.release, facts.tables, {t.name: facts.files_of(t.name) for t in facts.tables}),
        "queries.sql": queries(),
        "datapackage.json": datapackage(facts, aside),
        "croissant.json": croissant(facts, aside),
        CHECKS: canonical_json({"warnings": [{"check": f.check, "message": f.message} for f in warnings]}),
    }
    for name, content in documents.items():
        (aside / name).write_text(content, encoding="utf-8", newline="\n")


def _manifest_facts(facts: ReleaseFacts, before: Mapping | None) -> dict:
    return {
        "release": facts.release,
        "schema_version": facts.schema_version,
        "code_version": facts.code_version,
        "libraries": library_versions(),
        "previous": {"release": before["release"], "merkle_root": before["merkle_root"]} if before else None,
        "tables": {
            t.name: {
                "rows": facts.rows_of(t.name),
                "files": facts.files_of(t.name),
                "fill": {c.name: facts.fill[t.name, c.name] for c in t.columns if c.nullable},
            }
            for t in facts.tables
        },
    }


def _sync(folder: Path) -> None:
    """Everything in the folder on the disk before its name is."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
