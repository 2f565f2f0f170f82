"""Telling of an outlet that has gone quiet: once for each silence."""

from collections.abc import Sequence
from pathlib import Path

from flows.service.notify import tell
from flows.write.coverage import QuietOutlet


def tell_quiet(processed: Path, quiet: Sequence[QuietOutlet], receivers: Sequence[str]) -> None:
    """Tell of the outlets whose silence has not been told of; a silence that ended is forgotten."""
    told = processed / ".state" / "quiet_told"
    known = set(told.read_text(encoding="utf-8").splitlines()) if told.exists() else set()
    silences = {f"{q.outlet_id} {q.last_day}": q for q in quiet}
    new = [q for key, q in silences.items() if key not in known]
    if new:
        lines = [f"{q.outlet_id}: nothing since {q.last_day}; about {q.expected_per_day:.0f} a day were to be expected" for q in new]
        if not tell("outlet_quiet", "\n".join(lines), receivers):
            silences = {key: q for key, q in silences.items() if key in known}
    aside = told.with_name(".quiet_told.new")
    aside.parent.mkdir(parents=True, exist_ok=True)
    aside.write_text("".join(f"{key}\n" for key in sorted(silences)), encoding="utf-8")
    aside.replace(told)
