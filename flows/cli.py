"""The `dateline` command: which commands there are."""

import click

from flows.commands.cli_change import collect, forget, retry_rejected, run, serve
from flows.commands.cli_look import dictionary, diff, doctor, explain, query, rejected
from flows.commands.cli_release import release


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """Who published what, citing whom, when: read news texts into an open dataset and ask it questions."""


for command in (run, collect, serve, forget, query, explain, diff, doctor, dictionary, release, rejected):
    main.add_command(command)
rejected.add_command(retry_rejected)


if __name__ == "__main__":
    main()
