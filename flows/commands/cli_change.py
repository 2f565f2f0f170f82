"""Commands that change the dataset or the raw folder; thin, each imports what it needs when it runs."""

import atexit
import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from flows import locations
from flows.allocators import return_freed_memory
from flows.arrow_imports import import_arrow_without
from flows.commands.cli_options import CONFIG, SCREEN_FORMAT
from flows.commands.cli_places import processed_option, raw_option, to_edit, to_write
from flows.storage.places import Place

MAP = click.option("--map", "maps", multiple=True, metavar="FIELD=COLUMN", help="A column of the raw files is this field of ours (text=inhalt); kept for later runs.")


@click.command()
@raw_option(None)
@processed_option(None)
@click.option("--runner", type=click.Choice(["auto", "local", "processes", "dask", "ray"]), default="auto", show_default=True, help="Where batches are read.")
@click.option("--address", default=None, help="With --runner dask or ray: the address of a running cluster; one is started here by default.")
@click.option("--workers", type=click.IntRange(1), default=None, help="Worker processes; as many as there are cores by default.")
@click.option("--direct", is_flag=True, help="Without Prefect: the same stages, nothing recorded by an orchestrator.")
@click.option("--rebuild", is_flag=True, help="Read again from the raw folder what the dataset has, and replace it batch by batch.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), default=None, help="With --rebuild: batches with articles received since that day.")
@click.option("--outlet", default=None, help="With --rebuild: batches with articles of the outlet.")
@click.option("--where", default=None, help="With --rebuild: batches with articles that meet an SQL condition.")
@MAP
@click.option("--batch-size", type=click.IntRange(1), default=None, help="Raw articles per batch; 5000 by default.")
@click.option("--check-later", is_flag=True, help="Leave the expectations (Great Expectations) to the next run; rows are checked all the same.")
@click.option("--reject-limit", type=float, default=0.5, show_default=True, help="Share of rejected raw articles beyond which the exit status is 1.")
@SCREEN_FORMAT
def run(
    raw: Place, processed: Place, runner: str, address: str | None, workers: int | None, direct: bool, rebuild: bool, since: datetime.datetime | None,
    outlet: str | None, where: str | None, maps: tuple[str, ...], batch_size: int | None, check_later: bool, reject_limit: float, form: str,
) -> None:
    """Build the dataset from what is new in the raw folder."""
    return_freed_memory()
    import_arrow_without("pandas")
    from flows.commands.run_command import run_command
    from flows.ingest.batches import BatchLimits
    from flows.selection import Selection

    if direct and runner in ("dask", "ray"):
        raise click.UsageError("clusters are reached through Prefect: leave --direct away")
    if address and runner not in ("dask", "ray"):
        raise click.UsageError("--address is that of a cluster: add --runner dask or --runner ray")
    if not rebuild and (since or outlet or where):
        raise click.UsageError("--since, --outlet and --where say what --rebuild reads again: add --rebuild")
    selection = Selection(since.date() if since else None, outlet, where) if rebuild else None
    limits = BatchLimits(records=batch_size) if batch_size else BatchLimits()
    field_map = _field_map(maps)
    _leave_after(lambda: run_command(raw, processed, runner, workers, direct, reject_limit, form, limits, not check_later, selection, address, field_map))


@click.command("retry")
@raw_option(None)
@processed_option(None)
@MAP
@click.option("--reason", default=None, help="Only those rejected for this reason.")
@click.option("--direct", is_flag=True, help="Without Prefect.")
@click.option("--reject-limit", type=float, default=1.0, show_default=True, help="Share of rejected raw articles beyond which the exit status is 1.")
@SCREEN_FORMAT
def retry_rejected(raw: Place, processed: Place, maps: tuple[str, ...], reason: str | None, direct: bool, reject_limit: float, form: str) -> None:
    """Read the batches with rejected raw articles again."""
    import_arrow_without("pandas")
    from flows.commands.run_command import run_command
    from flows.ingest.batches import BatchLimits
    from flows.selection import Selection

    selection = Selection(is_rejected=True, reason=reason)
    field_map = _field_map(maps)
    _leave_after(lambda: run_command(raw, processed, "auto", None, direct, reject_limit, form, BatchLimits(), True, selection, None, field_map))


@click.command()
@click.argument("article_id", required=False)
@click.option("--url", default=None, help="Instead: the articles with this URL.")
@click.option("--outlet", default=None, help="Instead: all articles of the outlet, those to come too.")
@click.option("--why", type=click.Choice(["legal", "privacy", "rights_holder", "mistake", "other"]), required=True)
@click.option("--note", default=None, help="A remark for the tombstone, without personal data.")
@raw_option(to_edit)
@processed_option(to_write)
def forget(article_id: str | None, url: str | None, outlet: str | None, why: str, note: str | None, raw: Path, processed: Path) -> None:
    """Take an article down: its text and raw bytes go, a tombstone stays, and it does not come back."""
    import_arrow_without("pandas")
    from flows.commands.forget import NothingToForgetError
    from flows.commands.forget import forget as take_down
    from flows.write.lock import StoreLockedError

    if sum(x is not None for x in (article_id, url, outlet)) != 1:
        raise click.UsageError("name one thing: an article id, --url or --outlet")
    try:
        done = take_down(raw, processed, article_id, url, outlet, why, note, lambda owner: click.echo(f"waiting for {owner}", err=True))
    except (NothingToForgetError, StoreLockedError) as error:
        raise click.ClickException(str(error)) from None
    count = len(done.article_ids)
    click.echo(f"{count:,} article{'' if count == 1 else 's'} taken down; the next release will be without {'it' if count == 1 else 'them'}.")
    if outlet:
        click.echo(f"What comes from {outlet} is rejected from now on." + ("" if count else " Nothing from it is in the dataset: is this the outlet_id?"))
    if done.left_in_raw:
        click.echo("Their bytes are still in the raw folder, in files of forms that are not rewritten:", err=True)
        for raw_path in done.left_in_raw:
            click.echo(f"  {raw_path}", err=True)
        click.echo(
            "Take the record at # out of each file, or delete the file: what was read from its other records stays in the dataset.", err=True
        )
        sys.exit(1)


@click.command()
@raw_option(to_edit)
@click.option("--feeds", type=click.Path(dir_okay=False, path_type=Path), default=locations.ROOT / "feeds.toml", show_default="feeds.toml", help="The file that declares the sources.")
@SCREEN_FORMAT
def collect(raw: Path, feeds: Path, form: str) -> None:
    """Fetch what is new at the sources of feeds.toml into the raw folder."""
    from flows.commands.collect_command import collect_command

    _leave(collect_command(feeds, raw, form))


@click.command()
@CONFIG
@click.option("--cron", default=None, help="Instead of the configuration's schedules: build at these times (a cron line, UTC).")
def serve(config: Path, cron: str | None) -> None:
    """Run on a schedule: a Prefect server, its UI, and the flows collect, build and release, until Ctrl-C."""
    from flows.commands.serve_command import serve_command

    _leave(serve_command(config, cron))


def _field_map(maps: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What --map says, to be kept with the dataset."""
    if not maps:
        return ()
    from flows.ingest.field_map import FieldMapError, parse_field_map

    try:
        return parse_field_map(maps)
    except FieldMapError as error:
        raise click.UsageError(f"--map {error}") from None


def _leave_after(work: Callable[[], int]) -> None:
    """End the process as the work ended: with its status, or with the message of what it could not do."""
    try:
        status = work()
    except click.UsageError:
        raise
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    _leave(status)


def _leave(status: int) -> None:
    """End the process with the status, without the interpreter's own clean-up.

    Prefect's threads outlive the flow and hold DuckDB objects, about which DuckDB's binding prints a page of
    complaints when the interpreter takes itself apart; everything of ours is written and closed by now.
    """
    click.get_current_context().close()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
