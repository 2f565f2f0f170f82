"""Options that several commands have alike."""

from pathlib import Path

import click

from flows import locations

SCREEN_FORMAT = click.option("--format", "form", type=click.Choice(["screen", "json"]), default="screen", show_default=True)
TABLE_FORMAT = click.option("--format", "form", type=click.Choice(["table", "csv", "json", "parquet"]), default="table", show_default=True)
CONFIG = click.option("--config", type=click.Path(path_type=Path), default=locations.ROOT / "dateline.toml", show_default="dateline.toml")
