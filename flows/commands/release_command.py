"""What `dateline release build` and `dateline release check` do; the exit status is what they return."""

import json
import logging
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from flows import locations
from flows.first_receipts import read_first_receipts
from flows.publish.build_release import BuildOptions, BuiltRelease, ReleaseExistsError, Step, build_release, plain_step
from flows.publish.diff import diff_releases
from flows.publish.gate import GateFailedError
from flows.release_additions import page, validation_report
from flows.screens.release_progress import release_progress
from flows.screens.release_report import show_built
from flows.stages import usable_cores
from flows.workers.embedded_server import prefect_api, wait_until_ready

LIMITS = locations.REFERENCE / "release_limits.csv"
CHECK_NAME = "2000-01-01.1"


def build_command(
    raw: Path, processed: Path, releases: Path, workers: int | None, memory_limit: str, name: str | None, direct: bool, form: str
) -> int:
    """0 built, or nothing to build; 1 the gate refused or the name is taken; 2 usage."""
    _need_store(processed)
    screen = Console(stderr=True, highlight=False)
    options = release_options(raw, processed, name, workers or usable_cores(), memory_limit)
    try:
        with release_progress(screen) as (drawn, at):
            options = replace(options, at=at)
            if direct:
                built = build_release(processed, releases, options, drawn(plain_step))
            else:
                built = _with_prefect(processed, releases, options, screen, drawn)
    except GateFailedError as refused:
        for finding in refused.findings:
            screen.print(finding.line(), markup=False, soft_wrap=True)
        screen.print("Not released; the last release is as it was. What each check means: docs/guides/releases.md", soft_wrap=True)
        return 1
    except ReleaseExistsError as error:
        raise click.ClickException(str(error)) from None
    if form == "json":
        click.echo(json.dumps({"release": built.path.name, "path": str(built.path), "is_new": built.is_new, "merkle_root": built.manifest["merkle_root"]}))
    else:
        show_built(built, Console(highlight=False))
    return 0


def release_options(raw: Path, processed: Path, name: str | None, workers: int, memory_limit: str) -> BuildOptions:
    """The options of a release with all its additions, the validation report and the page, and first receipts read from `raw`."""
    additions = (validation_report(processed), page)
    return BuildOptions(LIMITS, name, workers, memory_limit, additions, read_again=read_first_receipts(raw, processed))


def _need_store(processed: Path) -> None:
    if not any((processed / "raw_articles").glob("*.parquet")):
        raise click.UsageError(f"{processed}: there is no dataset; dateline run builds it")


def _with_prefect(
    processed: Path, releases: Path, options: BuildOptions, screen: Console, drawn: Callable[[Step], Step]
) -> BuiltRelease:
    with prefect_api(locations.PREFECT_HOME) as server:
        screen.print("starting Prefect (about 10 s; a running server is used when PREFECT_API_URL names one)")
        logging.getLogger("prefect").setLevel(logging.WARNING)
        from flows.release import release

        if server is not None:
            wait_until_ready(server)
        return release(processed, releases, options, drawn)


def check_command(raw: Path, processed: Path, workers: int | None, memory_limit: str) -> int:
    """0 where two builds are the same byte for byte; 1 where they are not, saying which files differ."""
    _need_store(processed)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        built = []
        for folder, count in ((one, 1), (other, max(2, workers or usable_cores()))):
            options = release_options(raw, processed, CHECK_NAME, count, memory_limit)
            built.append(build_release(processed, Path(folder), options))
        first, second = ({f["path"]: f["sha256"] for f in b.manifest["files"]} for b in built)
        differing = sorted(p for p in first.keys() | second.keys() if first.get(p) != second.get(p))
        if not differing:
            click.echo(f"{len(first)} files, byte for byte the same: Merkle root {built[0].manifest['merkle_root']}")
            return 0
        for path in differing:
            click.echo(f"differs: {path}", file=sys.stderr)
        for d in diff_releases(built[0].path, built[1].path):
            click.echo(f"{d.table}: {d.added} added, {d.changed} changed, {d.gone} gone {dict(d.columns)}", file=sys.stderr)
        return 1
