"""Options that name places: a folder of this machine or a URL of object storage."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from flows import locations
from flows.storage.opened_places import readable, writable
from flows.storage.places import Place, place_of

Opener = Callable[[Place], contextlib.AbstractContextManager[Path]]


@contextlib.contextmanager
def to_read(place: Place) -> Iterator[Path]:
    """A folder that the command reads from."""
    with said_plainly(), readable(place) as folder:
        yield folder


@contextlib.contextmanager
def to_ask(place: Place) -> Iterator[Path]:
    """A dataset that the command reads from; where there is none as yet, that is said, and it is read as an empty one."""
    with to_read(place) as folder:
        if not (folder / "raw_articles").is_dir():
            click.echo(f"{place}: there is no dataset; dateline run builds it", err=True)
        yield folder


@contextlib.contextmanager
def to_write(place: Place) -> Iterator[Path]:
    """A folder that the command alone writes to; on object storage that is put there when the command ends."""
    with said_plainly(), writable(place, lambda owner: click.echo(f"waiting for {owner}", err=True)) as copy:
        yield copy.folder


@contextlib.contextmanager
def to_edit(place: Place) -> Iterator[Path]:
    """A raw folder that the command may change, to which others may add meanwhile."""
    with said_plainly(), writable(place, is_locked=False) as copy:
        yield copy.folder


def raw_option(opener: Opener | None) -> Callable:
    """--raw; the command gets the folder that the opener gives, the Place itself without one."""
    return _option("--raw", locations.RAW, "data/raw", "Folder of raw articles, or its URL.", opener)


def processed_option(opener: Opener | None) -> Callable:
    """--processed, likewise."""
    return _option("--processed", locations.PROCESSED, "data/processed", "Folder of the dataset's tables, or its URL.", opener)


def releases_option(opener: Opener | None) -> Callable:
    """--releases, likewise."""
    return _option("--releases", locations.RELEASES, "data/releases", "Folder of releases, or its URL.", opener)


def _option(name: str, default: Path, shown: str, meaning: str, opener: Opener | None) -> Callable:
    def opened(context: click.Context, parameter: click.Parameter, given: Any) -> Any:
        place = place_of(given)
        return place if opener is None or context.resilient_parsing else context.with_resource(opener(place))

    return click.option(name, default=default, show_default=shown, metavar="DIR|URL", type=str, callback=opened, help=meaning)


@contextlib.contextmanager
def said_plainly() -> Iterator[None]:
    """What goes wrong with a place, as a message of the command."""
    from flows.write.lock import StoreLockedError

    try:
        yield
    except StoreLockedError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        if type(error).__name__ != "ObjectStorageError":
            raise
        raise click.ClickException(str(error)) from None
