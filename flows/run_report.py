"""The report of a run as Markdown, for Prefect's artifact."""

from flows.run_result import RunResult


def markdown_report(result: RunResult) -> str:
    """Counts, stage times, failed expectations and where the validation report is."""
    counts, seconds = result.written.outcomes, result.written.seconds
    lines = [
        f"# Build run {result.run_id}",
        "",
        "| raw articles | accepted | duplicates | rejected |",
        "|---:|---:|---:|---:|",
        f"| {counts.raw:,} | {counts.accepted:,} | {counts.duplicate:,} | {counts.rejected:,} |",
        "",
        f"Batches: {len(result.written.batch_ids)}. Took {result.duration_s:.1f} s; summed over workers "
        f"ingest {seconds.ingest:.1f} s, normalize {seconds.normalize:.1f} s, validate {seconds.validate:.1f} s, "
        f"write {seconds.write:.1f} s.",
        "",
        f"Expectations: {len(result.checks)}, failed: {len(result.failed_checks)}. Report: `{result.report}`",
    ]
    for check in result.failed_checks:
        lines.append(f"- **{check.table}.{check.name}** fails ({check.meaning}): {'; '.join(check.examples)}")
    return "\n".join(lines) + "\n"
