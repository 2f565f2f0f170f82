"""How a test run ends: with the runner's own closing line."""

import atexit
import os
import sys

import pytest

EXIT_STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep the status for the end."""
    session.config.stash[EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave without the interpreter's own clean-up.

    Prefect's threads hold DuckDB objects, about which DuckDB's binding prints a page of complaints after the closing
    line when the interpreter takes itself apart.
    """
    if EXIT_STATUS not in config.stash:
        return
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(config.stash[EXIT_STATUS])
