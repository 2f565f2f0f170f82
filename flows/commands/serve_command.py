"""What `dateline serve` does: read the configuration, serve, say what is going on."""

import os
from dataclasses import replace
from pathlib import Path

import click

from flows import locations
from flows.service.serve import AlreadyServedError, serve_service
from flows.service.service_config import CRON_PATTERN, ConfigError, FlowSchedule, is_cron, load_config
from flows.workers.embedded_server import ServerStartError


def serve_command(config_path: Path, cron: str | None) -> int:
    """0 when it was stopped, 1 when it could not serve, 2 usage."""
    try:
        config = load_config(config_path)
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    if cron and not is_cron(cron):
        raise click.UsageError(f"--cron: {cron!r} is no cron line; {CRON_PATTERN}")
    if cron:
        config = replace(config, schedules=(FlowSchedule("build", cron, None, "UTC"),))
    os.environ["DATELINE_CONFIG"] = str(config_path.resolve())
    home = Path(os.environ.get("PREFECT_HOME", locations.PREFECT_HOME))
    try:
        serve_service(config, home, lambda line: click.echo(line))
    except (AlreadyServedError, ServerStartError) as error:
        raise click.ClickException(str(error)) from None
    return 0
