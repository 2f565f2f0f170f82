"""`dateline release`: build, verify, compare and use releases; thin, each command imports what it needs when it runs."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from flows.arrow_imports import import_arrow_without
from flows.commands.cli_options import SCREEN_FORMAT
from flows.commands.cli_places import processed_option, raw_option, releases_option, to_read, to_write
from flows.storage.places import place_of

RAW, PROCESSED, RELEASES = raw_option(to_read), processed_option(to_read), releases_option(to_read)
WORKERS = click.option("--workers", type=click.IntRange(1), default=None, help="Threads and processes; as many as there are cores by default.")
MEMORY = click.option("--memory-limit", default="1500MB", show_default=True, help="Memory that DuckDB may use before it spills to disk.")


@click.group()
def release() -> None:
    """Releases: what a stranger can download, check, cite and query."""
    import_arrow_without("pandas")


@release.command()
@RAW
@PROCESSED
@releases_option(to_write)
@WORKERS
@MEMORY
@click.option("--name", default=None, metavar="YYYY-MM-DD.N", help="Name; by default the day of the newest article received and the next number.")
@click.option("--direct", is_flag=True, help="Without Prefect.")
@SCREEN_FORMAT
def build(raw: Path, processed: Path, releases: Path, workers: int | None, memory_limit: str, name: str | None, direct: bool, form: str) -> None:
    """Build a release from the dataset; nothing is visible until it is whole and has passed the gate."""
    from flows.commands.release_command import build_command

    sys.exit(build_command(raw, processed, releases, workers, memory_limit, name, direct, form))


@release.command()
@click.argument("place", metavar="DIR|URL", required=False)
@RELEASES
@click.option("--root", default=None, metavar="HEX", help="The Merkle root that you know from elsewhere.")
@SCREEN_FORMAT
def verify(place: str | None, releases: Path, root: str | None, form: str) -> None:
    """Check hashes, schema, counts, rights and every span of a release, the latest by default; exit status 1 if anything is wrong."""
    from flows.publish.verify import verify_release

    with _release_at(place) if place else nullcontext(str(_latest(releases))) as release_at:
        verdict = verify_release(release_at, root)
    if form == "json":
        click.echo(json.dumps({"release": verdict.release, "merkle_root": verdict.merkle_root, "problems": verdict.problems}, indent=1))
    else:
        from rich.console import Console

        from flows.screens.release_report import show_verdict

        show_verdict(verdict, Console(highlight=False))
    sys.exit(1 if verdict.problems else 0)


@release.command()
@click.argument("before", type=click.Path(path_type=Path, exists=True))
@click.argument("after", type=click.Path(path_type=Path, exists=True))
@SCREEN_FORMAT
def diff(before: Path, after: Path, form: str) -> None:
    """Rows added, changed and gone between two releases, by table and column; exit status 1 if they differ."""
    from flows.publish.diff import diff_releases

    try:
        found = diff_releases(before, after)
    except (OSError, ValueError) as error:
        raise click.UsageError(f"not a release: {error}") from None
    if form == "json":
        click.echo(json.dumps({d.table: {"added": d.added, "changed": d.changed, "gone": d.gone, "columns": dict(d.columns)} for d in found}, indent=1))
    else:
        from rich.console import Console

        from flows.screens.release_report import show_diff

        show_diff(found, Console(highlight=False))
    sys.exit(1 if found else 0)


@release.command()
@click.argument("name", required=False)
@releases_option(to_write)
def latest(name: str | None, releases: Path) -> None:
    """Print the latest release, or make NAME the latest, at once for every reader."""
    from flows.publish.latest import point_latest

    if name is not None:
        try:
            point_latest(releases, name)
        except (OSError, ValueError):
            raise click.UsageError(f"{releases / name}: there is no such release") from None
    click.echo(_latest(releases))


@release.command()
@click.argument("place", metavar="RELEASE", type=click.Path(path_type=Path, exists=True))
@click.option("--raw", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of the texts that you hold, in any input form.")
@click.option("--output", type=click.Path(path_type=Path), default=None, help="Parquet file to write; articles_with_text.parquet by default.")
def attach(place: Path, raw: Path, output: Path | None) -> None:
    """Join the texts that you hold to a release: its articles with every text that is among yours, offsets fitting."""
    from flows.publish.attach import attach_texts
    from flows.storage.held_texts import held_texts

    done = attach_texts(place, held_texts(raw), output or Path("articles_with_text.parquet"))
    click.echo(f"{done.attached:,} texts attached; {done.with_text:,} of {done.articles:,} articles have their text in {done.path}")


@release.command()
@RELEASES
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 for any free one.")
def page(releases: Path, port: int) -> None:
    """Show the page of the latest release in a browser on this machine, until Ctrl+C."""
    from flows.publish.page_engine import add_engine
    from flows.publish.page_server import listen, serve_folder

    shown = _latest(releases)
    if not add_engine(shown):
        click.echo("the page's SQL box needs its engine: make page-assets", err=True)
    try:
        listening = listen(port)
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror}; --port names another") from None
    click.echo(f"http://127.0.0.1:{listening.getsockname()[1]}/{shown.name}/page/")
    serve_folder(releases, listening)


@release.command()
@RAW
@PROCESSED
@WORKERS
@MEMORY
def check(raw: Path, processed: Path, workers: int | None, memory_limit: str) -> None:
    """Build a release twice, in two folders and with different numbers of workers, and compare every byte."""
    from flows.commands.release_command import check_command

    sys.exit(check_command(raw, processed, workers, memory_limit))


def explain_cluster_command(releases: Path, id_given: str, form: str) -> None:
    """Print the cluster, or the cluster of the article, in the latest release."""
    from flows.publish.cluster_explained import UnknownClusterError, explain_cluster

    try:
        explained = explain_cluster(_latest(releases), id_given)
    except UnknownClusterError as error:
        raise click.ClickException(str(error)) from None
    if form == "json":
        click.echo(json.dumps({"corroboration": explained.corroboration, "members": explained.members}, ensure_ascii=False, indent=1, default=str))
        return
    from rich.console import Console

    from flows.screens.cluster_screen import show_cluster

    show_cluster(explained, Console(highlight=False, soft_wrap=True))


@contextmanager
def _release_at(given: str) -> Iterator[str]:
    """A release's folder or web address as given; one on object storage is copied with its neighbours."""
    folder, _, name = given.rstrip("/").rpartition("/")
    if isinstance(place_of(given), Path):
        yield given
        return
    with to_read(place_of(folder)) as copied:
        yield str(copied / name)


def _latest(releases: Path) -> Path:
    from flows.publish.latest import latest_release

    found = latest_release(releases)
    if found is None:
        raise click.UsageError(f"{releases}: there is no release yet; dateline release build makes one")
    return found
