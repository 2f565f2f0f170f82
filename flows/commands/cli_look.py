"""Commands that look at the dataset and change nothing; thin, each imports what it needs when it runs."""

import dataclasses
import gc
import json
import sys
from pathlib import Path

import click

from flows import locations
from flows.arrow_imports import import_arrow_without
from flows.commands.cli_options import CONFIG, SCREEN_FORMAT, TABLE_FORMAT
from flows.commands.cli_places import processed_option, raw_option, releases_option, said_plainly, to_ask, to_read
from flows.commands.cli_release import explain_cluster_command
from flows.storage.opened_places import readable
from flows.storage.places import Place, place_of

ASKED = processed_option(to_ask)


@click.command()
@click.argument("sql")
@ASKED
@TABLE_FORMAT
def query(sql: str, processed: Path, form: str) -> None:
    """Ask the dataset a question in DuckDB SQL; it is only read, and nothing outside it can be reached."""
    if form == "parquet" and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for terminals: add > result.parquet")
    gc.disable()  # the modules that are loaded now stay until the process ends; looking through them is a tenth of a short question
    import_arrow_without("pandas", "numpy")
    from flows.publish.query import QueryError, asks_the_catalogue, dataset_files, run_query, sandbox, tables_needed
    from flows.publish.query_output import write_result
    from flows.write.journal import reading

    with reading(processed), sandbox(dataset_files(processed), with_comments=asks_the_catalogue(sql), tables=tables_needed(sql)) as connection:
        try:
            write_result(run_query(connection, sql), form)
        except QueryError as error:
            raise click.ClickException(str(error)) from None


@click.command()
@click.argument("article_id")
@click.argument("column", required=False)
@click.option("--cluster", is_flag=True, help="The article's cluster of near-duplicates instead: who carries it, where each chain starts.")
@ASKED
@releases_option(to_read)
@SCREEN_FORMAT
def explain(article_id: str, column: str | None, cluster: bool, processed: Path, releases: Path, form: str) -> None:
    """Show where each value of an article comes from: the words, marked in context, and the rule."""
    if cluster:
        explain_cluster_command(releases, article_id, form)
        return
    import_arrow_without("pandas", "numpy")
    from flows.publish.explain import UnknownArticleError, UnknownColumnError, explain_article

    try:
        explained = explain_article(processed, article_id, column)
    except (UnknownArticleError, UnknownColumnError) as error:
        raise click.ClickException(str(error)) from None
    if form == "json":
        click.echo(json.dumps({"article": explained.article, "citations": explained.citations, "evidence": explained.evidence}, ensure_ascii=False, indent=1, default=str))
        return
    from rich.console import Console

    from flows.screens.explain_screen import show_explained

    show_explained(explained, Console(highlight=False, soft_wrap=True))


@click.group(invoke_without_command=True)
@click.pass_context
def rejected(context: click.Context) -> None:
    """What could not be accepted, and why."""
    if context.invoked_subcommand is None:
        context.invoke(rejected_list, processed=locations.PROCESSED, form="table")


@rejected.command("list")
@ASKED
@TABLE_FORMAT
def rejected_list(processed: Path, form: str) -> None:
    """List rejected raw articles with reason and detail."""
    import_arrow_without("pandas", "numpy")
    from flows.publish.query import dataset_files, run_query, sandbox
    from flows.publish.query_output import write_result
    from flows.write.journal import reading

    with reading(processed), sandbox(dataset_files(processed), with_comments=False) as connection:
        write_result(run_query(connection, "SELECT raw_path, stage, reason, detail FROM rejected_articles ORDER BY raw_path"), form)


@click.command()
@click.argument("a", type=place_of, metavar="DIR|URL")
@click.argument("b", type=place_of, metavar="DIR|URL")
@TABLE_FORMAT
def diff(a: Place, b: Place, form: str) -> None:
    """Compare two processed folders: which values changed, were added or are gone, by column and rule."""
    import_arrow_without("pandas", "numpy")
    from flows.publish.dataset_diff import dataset_diff
    from flows.publish.query_output import write_result

    for place in (a, b):
        if isinstance(place, Path) and not place.is_dir():
            raise click.UsageError(f"{place}: there is no such folder")
    with said_plainly(), readable(a) as one, readable(b) as other:
        write_result(dataset_diff(one, other), form)


@click.command()
@raw_option(to_read)
@processed_option(to_read)
@releases_option(to_read)
@CONFIG
@SCREEN_FORMAT
def doctor(raw: Path, processed: Path, releases: Path, config: Path, form: str) -> None:
    """Check environment, folders, schedule, server, last run and release, and say what to do."""
    import_arrow_without("pandas")
    from flows.commands.doctor import Places, examine

    findings = examine(Places(raw, processed, releases, config))
    if form == "json":
        click.echo(json.dumps([dataclasses.asdict(f) for f in findings], indent=1))
    else:
        marks = {"ok": "✓", "warn": "!", "bad": "✗"}
        colours = {"ok": "green", "warn": "yellow", "bad": "red"}
        for finding in findings:
            click.secho(f"{marks[finding.state]} {finding.name:<13}", fg=colours[finding.state], nl=False)
            click.echo(f" {finding.detail}")
            if finding.advice:
                click.echo(f"                → {finding.advice}")
    sys.exit(1 if any(f.state == "bad" for f in findings) else 0)


@click.command()
def dictionary() -> None:
    """Print the data dictionary (docs/data_dictionary.md is what this prints)."""
    from schemas.derive.data_dictionary import data_dictionary

    click.echo(data_dictionary(), nl=False)
