"""The release flow: whole-dataset checks → near-duplicates → release folder, orchestrated by Prefect."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from flows.publish.build_release import BuildOptions, BuiltRelease, Step, build_release
from flows.screens.release_report import markdown_report

STEP_LIMIT_S = 3 * 3600


def task_step(name: str, work: Callable[..., Any], *arguments: Any) -> Any:
    """The step as a Prefect task of its own, which may take STEP_LIMIT_S."""
    return task(name=name, cache_policy=NO_CACHE, persist_result=False, timeout_seconds=STEP_LIMIT_S)(work)(*arguments)


@flow(name="release", validate_parameters=False, persist_result=False)
def release(processed: Path, releases: Path, options: BuildOptions, drawn: Callable[[Step], Step] | None = None) -> BuiltRelease:
    """Build a release from the store; its steps are tasks, `drawn` by whoever looks on."""
    built = build_release(processed, releases, options, drawn(task_step) if drawn else task_step)
    create_markdown_artifact(markdown_report(built), key="release-report", description=f"Release {built.path.name}")
    return built
