"""What `dateline collect` does; the exit status is what it returns."""

import json
from pathlib import Path

import click

from flows.collect_sources import declared_sources
from flows.ingest.collect.collect import collect
from flows.ingest.collect.sources import SourcesError
from flows.screens.collect_report import as_json, screen_lines, unreachable


def collect_command(feeds: Path, raw: Path, form: str) -> int:
    """0 done, or nothing declared; 1 not one source answered; 2 usage. No orchestrator: fetching is one step."""
    try:
        politeness, sources = declared_sources(feeds)
    except SourcesError as error:
        raise click.UsageError(str(error)) from None
    done = collect(sources, politeness, raw) if politeness else []
    if form == "json":
        click.echo(json.dumps(as_json(done), indent=1))
    else:
        click.echo("\n".join(screen_lines(done)) if done else f"{feeds} declares no source: name one there, as its comments show, or another file with --feeds")
    return 1 if unreachable(done) else 0
