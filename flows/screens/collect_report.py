"""What collecting has to say, for people and for programs."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from flows.ingest.collect.collect import Collected

FAILURES_SHOWN = 20


def unreachable(done: Sequence[Collected]) -> bool:
    """Whether sources were asked and not one of them answered."""
    asked = [one for one in done if one.outcome != "not_due"]
    return bool(asked) and all(one.outcome == "failed" for one in asked)


def collect_report(done: Sequence[Collected]) -> str:
    """The sources as Markdown, with the first failures."""
    lines = ["# Collected", "", "| source | outcome | files | pages | failures |", "|---|---|---:|---:|---:|"]
    lines += [f"| {one.source} | {one.outcome} | {one.files} | {one.pages} | {len(one.failures)} |" for one in done]
    failures = [(one.source, failure) for one in done for failure in one.failures]
    lines += ["", *(f"- {source}: {f.reason}, {f.detail} ({f.url})" for source, f in failures[:FAILURES_SHOWN])]
    if len(failures) > FAILURES_SHOWN:
        lines.append(f"- and {len(failures) - FAILURES_SHOWN} more")
    return "\n".join(lines) + "\n"


def screen_lines(done: Sequence[Collected]) -> list[str]:
    """One line per source and one per failure."""
    lines = []
    for one in done:
        written = f"{one.files} files written, {one.pages} of them pages"
        lines.append(f"{one.source}: {one.outcome}, {written}" if one.outcome != "not_due" else f"{one.source}: not due for another {one.due_in_minutes} min")
        lines += [f"  {failure.reason}: {failure.detail} ({failure.url})" for failure in one.failures]
    return lines


def as_json(done: Sequence[Collected]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [asdict(one) for one in done]
