"""The reports of a run as Markdown, for Prefect's artifacts."""

from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

import duckdb

from flows.run_result import RunResult
from flows.validate.store_check import CheckResult
from flows.write.store import batch_files, committed_batches, table_files

REASONS_SHOWN = 12
DRIFT = 0.1
"""A share that differs by more than this from what the dataset had before is worth a look."""

SHARES = {
    "articles": {
        "outlet known": "outlet_id IS NOT NULL",
        "publication day known": "published_precision IN ('day', 'instant')",
        "language known": "language <> 'und'",
        "headline found": "title IS NOT NULL",
    },
    "citations": {
        "cited source known": "source_id IS NOT NULL",
        "cited by name": "source_kind <> 'unnamed'",
    },
    "date_expressions": {"date expression resolved": "edtf IS NOT NULL"},
}
"""What can be known of accuracy without labels: conditions on the rows of a table, by what their share is called."""


def markdown_report(result: RunResult, checks_url: str | None = None) -> str:
    """Counts, rejects by reason, drift, quiet outlets, stage times, failed expectations, and where the validation report is.

    `checks_url` is where a browser finds the report of the expectations.
    """
    counts = result.written.outcomes
    return "\n".join([
        f"# Build run {result.run_id}",
        "",
        "| raw articles | accepted | duplicates | rejected |",
        "|---:|---:|---:|---:|",
        f"| {counts.raw:,} | {counts.accepted:,} | {counts.duplicate:,} | {counts.rejected:,} |",
        "",
        *_expectations(result, checks_url),
        *_rejects(result),
        *_quiet(result),
        *_drift(result),
        *_stages(result),
    ]) + "\n"


def checks_report(result: RunResult) -> str:
    """Every expectation of the run and whether it holds, those that do not first."""
    rows = sorted(result.checks, key=lambda c: c.success)
    lines = [f"# Validation of run {result.run_id}", "", "| expectation | | means | for instance |", "|---|---|---|---|"]
    return "\n".join([*lines, *(_check_row(check) for check in rows)]) + "\n"


def _check_row(check: CheckResult) -> str:
    cells = (f"{check.table}.{check.name}", "holds" if check.success else "**fails**", check.meaning, "; ".join(check.examples))
    return f"| {' | '.join(cell.replace('|', r'&#124;') for cell in cells)} |"


def _expectations(result: RunResult, checks_url: str | None) -> list[str]:
    said = "all hold" if not result.failed_checks else f"**{len(result.failed_checks)} fail**"
    # a browser opens no file from a page of a server, so the path stands there to be copied
    link = f" [Validation report]({checks_url})" if checks_url else " Validation report"
    where = f"{link}: `{result.report.resolve()}`." if result.report else ""
    lines = [f"{len(result.checks)} expectations, {said}.{where}", ""]
    for check in result.failed_checks:
        lines.append(f"- **{check.table}.{check.name}** fails ({check.meaning}): {'; '.join(check.examples)}")
    return [*lines, ""] if result.failed_checks else lines


def _rejects(result: RunResult) -> list[str]:
    files = [str(f) for f in batch_files(result.request.processed, "rejected_articles", result.written.batch_ids) if f.exists()]
    if not result.written.outcomes.rejected or not files:
        return []
    query = "SELECT stage, reason, count(*), min(raw_path) FROM read_parquet(?) GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
    with duckdb.connect() as connection:
        rows = connection.execute(query, [files]).fetchall()
    lines = ["## Rejected", "", "| stage | reason | count | for instance |", "|---|---|---:|---|"]
    lines += [f"| {stage} | {reason} | {count:,} | `{path}` |" for stage, reason, count, path in rows[:REASONS_SHOWN]]
    if len(rows) > REASONS_SHOWN:
        lines.append(f"| | {len(rows) - REASONS_SHOWN} more reasons | {sum(r[2] for r in rows[REASONS_SHOWN:]):,} | |")
    return [*lines, ""]


def _quiet(result: RunResult) -> list[str]:
    if not result.quiet:
        return []
    lines = ["## Outlets gone quiet", ""]
    lines += [f"- **{q.outlet_id}**: nothing since {q.last_day}; about {q.expected_per_day:.0f} a day were to be expected" for q in result.quiet]
    return [*lines, ""]


def _drift(result: RunResult) -> list[str]:
    processed, new = result.request.processed, set(result.written.batch_ids)
    now = _shares(processed, new)
    last = _shares(processed, _last_run_batches(result) - new)
    before = _shares(processed, set(committed_batches(processed)) - new)
    if not now or not before:
        return []
    lines = ["## Against the last run and the dataset before", "", "| share | this run | last run | before |", "|---|---:|---:|---:|"]
    for name, share in now.items():
        mark = " ⚠" if any(name in other and abs(share - other[name]) > DRIFT for other in (last, before)) else ""
        cells = (f"{other[name]:.1%}" if name in other else "–" for other in (last, before))
        lines.append(f"| {name} | {share:.1%}{mark} | {' | '.join(cells)} |")
    return [*lines, ""]


def _last_run_batches(result: RunResult) -> set[str]:
    """The batches of the run before this one."""
    files = [str(f) for f in table_files(result.request.processed, "runs")]
    if not files:
        return set()
    query = "SELECT batch_ids FROM read_parquet(?) WHERE run_id <> ? AND raw_count > 0 ORDER BY started_at DESC LIMIT 1"
    with duckdb.connect() as connection:
        row = connection.execute(query, [files, result.run_id]).fetchone()
    return set(row[0]) if row else set()


def _shares(processed: Path, batch_ids: Collection[str]) -> dict[str, float]:
    """The shares in those batches; none of a table without rows."""
    found = {}
    with duckdb.connect() as connection:
        for table, conditions in SHARES.items():
            files = [str(f) for f in batch_files(processed, table, batch_ids) if f.exists()]
            if not files:
                continue
            columns = ", ".join(f"avg(({condition})::INT)" for condition in conditions.values())
            row = connection.execute(f"SELECT {columns} FROM read_parquet(?)", [files]).fetchone()
            if row and row[0] is not None:
                found |= dict(zip(conditions, row, strict=True))
    return found


def _stages(result: RunResult) -> list[str]:
    seconds = sorted(asdict(result.written.seconds).items(), key=lambda s: -s[1])
    lines = [
        f"## {len(result.written.batch_ids)} batches in {result.duration_s:.1f} s", "",
        "| stage, slowest first | seconds, summed over workers |", "|---|---:|",
    ]
    return [*lines, *(f"| {name} | {spent:.1f} |" for name, spent in seconds)]
