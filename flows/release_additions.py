"""What a release holds beside its tables: the validation report and the page."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq

from flows.publish.build_release import Addition
from flows.publish.gate import Finding, GateFailedError
from flows.publish.page import write_page
from flows.publish.page_engine import add_engine
from flows.publish.release_facts import ReleaseFacts
from flows.validate.report import write_report
from flows.validate.store_check import CheckResult, run_checker, start_checker, stop_checker
from flows.write.store import batch_files
from schemas.dataset import TABLES
from schemas.derive.expectations import WHOLE_ARTICLES

REPORT = "validation.html"


def validation_report(processed: Path) -> Addition:
    """Great Expectations over the whole store and the derived tables, as one page; a failed expectation stops the release."""
    checker = start_checker()

    def validation(aside: Path, facts: ReleaseFacts) -> None:
        try:
            results = run_checker(checker, *_files_and_rows(processed, aside, facts))
        finally:
            stop_checker(checker)
        write_report(results, f"release {facts.release}", aside / REPORT)
        if failed := _failures(results):
            raise GateFailedError(failed)

    return validation


def page(aside: Path, facts: ReleaseFacts) -> None:
    """The static site over the release, with its SQL engine where `make page-assets` has fetched it."""
    write_page(aside, facts)
    add_engine(aside)


def _files_and_rows(processed: Path, aside: Path, facts: ReleaseFacts) -> tuple[dict[str, list[str]], dict[str, int]]:
    files: dict[str, list[str]] = {}
    for table in TABLES:
        if table.layer == "store":
            paths = batch_files(processed, table.name)
        elif table.layer == "release":
            paths = [aside / p for p in facts.files_of(table.name)]
        else:
            paths = sorted((processed / table.name).glob("*.parquet"))
        files[table.name] = [str(p.resolve()) for p in paths]
    files[WHOLE_ARTICLES] = files["articles"]
    counted = {name: sum(pq.read_metadata(p).num_rows for p in paths) for name, paths in files.items() if paths and name != WHOLE_ARTICLES}
    return files, counted


def _failures(results: Sequence[CheckResult]) -> list[Finding]:
    return [Finding(True, f"{r.table}.{r.name}", f"{r.meaning}: fails for {r.unexpected_count} rows") for r in results if not r.success]
