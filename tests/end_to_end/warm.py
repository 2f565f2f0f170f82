"""What a run loads before it reads, loaded once: runs forked from a process that has imported this start at once."""

import os
import sys

import flows.commands.run_command  # noqa: F401
from flows.cli import main
from flows.normalize.load_registry import load_registry
from flows.normalize.text import normalize_text

load_registry()
normalize_text("")


def run(arguments: list[str]) -> None:
    """The command in this process, its output thrown away."""
    with open(os.devnull, "w") as nowhere:
        sys.stdout = sys.stderr = nowhere
        main(arguments)
