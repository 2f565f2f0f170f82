"""What a run reads again: what a rebuild asks for, and what new or withdrawn corrections touch."""

import hashlib
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.commands.forget import apply_tombstones, has_tombstones_to_apply
from flows.normalize.corrections import RULE, Correction, load_corrections
from flows.run_result import RunRequest
from flows.selection import Selection, selected_batches
from flows.validate.store_check import CheckResult
from flows.write.store import batch_files


def look_back(request: RunRequest) -> tuple[str, ...]:
    """Finish a take-down that was stopped; then the batches that are to be read again."""
    if has_tombstones_to_apply(request.processed):
        apply_tombstones(request.raw, request.processed)
    return batches_to_read_again(request.processed, request.rebuild, request.corrections)


def batches_to_read_again(processed: Path, selection: Selection | None, corrections: Path) -> tuple[str, ...]:
    """Ids of the batches that the selection names (None: no rebuild) and of those whose corrections have changed."""
    again = set(selected_batches(processed, selection)) if selection is not None else set()
    if corrections_changed(processed, corrections):
        again.update(_touched_batches(processed, load_corrections(corrections)))
    return tuple(sorted(again))


def corrections_changed(processed: Path, corrections: Path) -> bool:
    """Whether the corrections are other ones than those that the dataset was last brought in line with."""
    state = _state(processed)
    return (state.read_text() if state.exists() else _digest_of(b"")) != _digest(corrections)


def check_corrections(request: RunRequest) -> list[CheckResult]:
    """One result per correction: whether it was applied. One that matches nothing any more fails.

    Where all hold, the dataset is noted to be in line with them.
    """
    results = _check(request.processed, request.corrections)
    if all(r.success for r in results) and corrections_changed(request.processed, request.corrections):
        _remember(request.processed, request.corrections)
    return results


def _remember(processed: Path, corrections: Path) -> None:
    state = _state(processed)
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text(_digest(corrections))


def _check(processed: Path, corrections: Path) -> list[CheckResult]:
    wanted = [c for rows in load_corrections(corrections).values() for c in rows]
    if not wanted:
        return []
    applied, known = _applied(processed, {c.article_id for c in wanted})
    return [_result(c, (c.article_id, c.column) in applied, c.article_id in known) for c in wanted]


def _result(c: Correction, is_applied: bool, is_known: bool) -> CheckResult:
    why_not = f"its value is not {c.wrong!r}" if is_known else "there is no such article"
    said = () if is_applied else (f"article_id={c.article_id}: {why_not}; take the row out or set it right",)
    return CheckResult("corrections", f"{c.article_id[:8]}.{c.column}", "the correction applies", is_applied, None if is_applied else 1, said)


def _applied(processed: Path, article_ids: set[str]) -> tuple[set[tuple[str, str]], set[str]]:
    asked = pa.array(sorted(article_ids), pa.string())
    applied: set[tuple[str, str]] = set()
    known: set[str] = set()
    for path in batch_files(processed, "evidence"):
        table = pq.read_table(path, columns=["article_id", "column", "rule"])
        mine = table.filter(pc.is_in(table["article_id"], asked))
        known.update(mine["article_id"].to_pylist())
        mine = mine.filter(pc.equal(mine["rule"], RULE))
        applied.update(zip(mine["article_id"].to_pylist(), mine["column"].to_pylist(), strict=True))
    return applied, known


def _touched_batches(processed: Path, corrections: object) -> list[str]:
    asked = pa.array(sorted(corrections), pa.string())
    found = []
    for path in batch_files(processed, "evidence"):
        table = pq.read_table(path, columns=["article_id", "rule"])
        if pc.any(pc.or_(pc.is_in(table["article_id"], asked), pc.equal(table["rule"], RULE))).as_py():
            found.append(path.stem)
    return found


def _digest(corrections: Path) -> str:
    content = corrections.read_bytes() if corrections.exists() else b""
    return _digest_of(content if load_corrections(corrections) else b"")


def _digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _state(processed: Path) -> Path:
    return processed / ".state" / "corrections"
