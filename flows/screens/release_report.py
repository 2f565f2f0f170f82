"""What a release build has to say, for people."""

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from flows.locations import RELEASES
from flows.publish.build_release import BuiltRelease
from flows.publish.diff import TableDiff
from flows.publish.verify import Verdict


def markdown_report(built: BuiltRelease) -> str:
    """The release as Markdown: its tables, its root, its warnings."""
    rows = "\n".join(f"| {name} | {facts['rows']:,} |" for name, facts in built.manifest["tables"].items())
    warnings = "\n".join(f"- {w.line()}" for w in built.warnings) or "none"
    return (
        f"# Release {built.path.name}\n\n| table | rows |\n|---|---:|\n{rows}\n\n"
        f"Merkle root `{built.manifest['merkle_root']}`\n\nWarnings: {warnings}\n"
    )


def show_built(built: BuiltRelease, console: Console) -> None:
    """The release, its tables and where to look."""
    if not built.is_new:
        console.print(f"Nothing has changed: {built.path.name} already holds this.")
        _next(built, console)
        return
    grid = Grid(title=f"Release {built.path.name}", title_justify="left")
    grid.add_column("table")
    grid.add_column("rows", justify="right")
    for name, facts in built.manifest["tables"].items():
        grid.add_row(name, f"{facts['rows']:,}")
    console.print(grid)
    size = sum(f["bytes"] for f in built.manifest["files"])
    console.print(f"{len(built.manifest['files'])} files, {size / 1e6:,.1f} MB, Merkle root {built.manifest['merkle_root']}", soft_wrap=True)
    for warning in built.warnings:
        console.print(warning.line(), markup=False)
    console.print(f"{built.path}", markup=False, soft_wrap=True)
    _next(built, console)


def _next(built: BuiltRelease, console: Console) -> None:
    releases = "" if built.path.parent == RELEASES else f" --releases {built.path.parent}"
    commands = [(f"dateline release verify{releases}", "check every hash, count and span of it")]
    if (built.path / "page" / "index.html").exists():
        commands.insert(0, (f"dateline release page{releases}", "look at it in a browser (any file host serves it too)"))
    if before := built.manifest["previous"]:
        commands.append((f"dateline release diff {built.path.parent / before['release']} {built.path}", "what has changed since the last"))
    console.print()
    console.print("[bold]Try next[/]")
    for command, what in commands:
        console.print(Text(f"  .venv/bin/{command}   # {what}"), soft_wrap=True)


def show_verdict(verdict: Verdict, console: Console) -> None:
    """What was looked at and what is wrong."""
    for looked in verdict.looked_at:
        console.print(f"  looked at {looked}", markup=False)
    for problem in verdict.problems:
        console.print(f"  WRONG     {problem}", markup=False, soft_wrap=True)
    good = f"release {verdict.release} is whole: Merkle root {verdict.merkle_root}"
    console.print(good if not verdict.problems else f"{len(verdict.problems)} problem{'s' if len(verdict.problems) > 1 else ''}", soft_wrap=True)


def show_diff(found: list[TableDiff], console: Console) -> None:
    """One line per table that differs, with the columns whose values changed."""
    if not found:
        console.print("no difference")
        return
    grid = Grid()
    for name in ("table", "added", "changed", "gone", "changed columns"):
        grid.add_column(name, justify="left" if name in ("table", "changed columns") else "right")
    for d in found:
        grid.add_row(d.table, f"{d.added:,}", f"{d.changed:,}", f"{d.gone:,}", ", ".join(f"{c} {n:,}" for c, n in d.columns))
    console.print(grid)
