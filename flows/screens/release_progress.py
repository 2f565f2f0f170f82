"""What a release build is doing, drawn on a terminal: its steps, and how far the long ones are."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from flows.publish.build_release import Step
from flows.publish.how_far import At


@contextlib.contextmanager
def release_progress(console: Console) -> Iterator[tuple[Callable[[Step], Step], At]]:
    """What draws the name of a step while it runs, and a callback for how far it is; nothing is drawn where the output is piped."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        shown = progress.add_task("reading the store", total=None)

        def drawn(step: Step) -> Step:
            def named(name: str, work: Callable[..., Any], *arguments: Any) -> Any:
                progress.reset(shown, description=name, total=None)
                return step(name, work, *arguments)

            return named

        def at(what: str, done: int, total: int) -> None:
            progress.update(shown, description=what, completed=done, total=total)

        yield drawn, at
