"""The check of what a run wrote: Great Expectations in a process of its own, and what it found."""

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyarrow.parquet as pq

from flows.validate.expectations import READY
from flows.write.store import batch_files, table_files
from schemas.dataset import TABLES, tables_of
from schemas.derive.expectations import WHOLE_ARTICLES

SOON_READ_BYTES = 4 * 1024 * 1024


class CheckerError(RuntimeError):
    """The checking process ended without an answer; the message ends with what it said."""


@dataclass(frozen=True, slots=True)
class Checker:
    """A checking process that has been started and may still be importing."""

    process: subprocess.Popen[str]
    errors: IO[bytes]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One expectation and whether it holds; `examples` are keys of rows that break it."""

    table: str
    name: str
    meaning: str
    success: bool
    unexpected_count: int | None
    examples: tuple[str, ...]


def start_checker() -> Checker:
    """Start the checking process and return at once."""
    errors = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as the process
    process = subprocess.Popen(
        [sys.executable, "-m", "flows.validate.expectations"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True,
    )
    return Checker(process, errors)


def stop_checker(checker: Checker) -> None:
    """End the process, if it has not ended."""
    if checker.process.poll() is None:
        checker.process.kill()
    checker.process.wait()
    for stream in (checker.process.stdin, checker.process.stdout, checker.errors):
        if stream:
            stream.close()


@contextlib.contextmanager
def checking(now: bool, byte_count: int) -> Iterator[Callable[[Path, Sequence[str]], list[CheckResult]]]:
    """A function that checks batches in a process that ends with the context; it checks nothing unless `now`.

    The process is started at once where a run has no more than so many bytes to read, so that it is ready when they are;
    else when it is first asked, so that its memory and the workers' are not taken at the same time.
    """
    with contextlib.ExitStack() as ends:
        def start() -> Checker:
            checker = start_checker()
            ends.callback(stop_checker, checker)
            return checker

        started = start() if now and byte_count <= SOON_READ_BYTES else None
        yield lambda processed, batch_ids: check_batches(started or start(), processed, batch_ids) if now else []


def check_batches(checker: Checker, processed: Path, batch_ids: Sequence[str]) -> list[CheckResult]:
    """The expectations on the batches' rows, with row counts as their Parquet footers state them."""
    store = [t.name for t in tables_of("store")]
    files = {t.name: [str(p.resolve()) for p in table_files(processed, t.name)] for t in TABLES if t.name not in store}
    files[WHOLE_ARTICLES] = [str(p.resolve()) for p in batch_files(processed, "articles")]
    row_counts: dict[str, int] = {}
    for name in store:
        paths = batch_files(processed, name, batch_ids)
        files[name] = [str(p.resolve()) for p in paths]
        row_counts[name] = sum(pq.read_metadata(p).num_rows for p in paths)
    return run_checker(checker, files, row_counts)


def check_for_errors_of_ours(processed: Path, batch_ids: Sequence[str]) -> list[CheckResult]:
    """Whether reading any article of the batches raised an error that nobody expected: those are rejected, and said aloud."""
    found: list[str] = []
    for path in batch_files(processed, "rejected_articles", batch_ids):
        table = pq.read_table(path, columns=["raw_path", "reason", "detail"])
        found.extend(f"{r['raw_path']}: {r['detail']}" for r in table.to_pylist() if r["reason"] == "internal_error")
    meaning = "no article raised an error that we did not expect (report it; then: dateline rejected retry)"
    return [CheckResult("rejected_articles", "no_internal_error", meaning, not found, len(found), tuple(found[:5]))]


def run_checker(checker: Checker, files: Mapping[str, Sequence[str]], row_counts: Mapping[str, int]) -> list[CheckResult]:
    """Send the job and wait for the answer; CheckerError where none comes."""
    process = checker.process
    try:
        said = process.stdout.readline().strip()
        if said != READY:
            raise CheckerError(f"the checking process said {said!r}:\n{_said(checker)}")
        process.stdin.write(json.dumps({"files": files, "row_counts": row_counts}) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
    except BrokenPipeError:
        answer = ""
    if not answer:
        process.wait()
        raise CheckerError(f"the checking process ended with status {process.returncode}:\n{_said(checker)}")
    return [CheckResult(**{**r, "examples": tuple(r["examples"])}) for r in json.loads(answer)]


def _said(checker: Checker) -> str:
    checker.errors.seek(0)
    return "\n".join(checker.errors.read().decode(errors="replace").splitlines()[-20:])
