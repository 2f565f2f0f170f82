"""A PostgreSQL server of a test's own, on loopback, from the system's package."""

import contextlib
import getpass
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.operation.loopback import free_port

START_PATIENCE_S = 120


def postgres_programs() -> Path | None:
    """The folder with initdb and postgres, None where the package is not installed."""
    found = [*Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    named = shutil.which("initdb")
    path = max(found, key=lambda p: int(p.parent.parent.name), default=Path(named).resolve() if named else None)
    return path.parent if path else None


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """The URL of a fresh database for Prefect; server and files are gone afterwards."""
    programs, port, password = postgres_programs(), free_port(), secrets.token_hex(16)
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed (make database, as root)")
    # the server refuses to run as root, and its user cannot look into a test's own folder
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgres-"))
    ids = pwd.getpwnam(user)
    process = None
    try:
        (folder / "password").write_text(password)
        for path in (folder, folder / "password"):
            os.chown(path, ids.pw_uid, ids.pw_gid)
        as_user = {"user": ids.pw_uid, "group": ids.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
        subprocess.run(
            [programs / "initdb", "-D", folder / "data", "-U", "prefect", "-E", "UTF8", "--no-sync", "--auth=scram-sha-256", f"--pwfile={folder / 'password'}"],
            check=True, capture_output=True, cwd=folder, **as_user,
        )
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", folder / "data", "-p", str(port), "-h", "127.0.0.1", "-k", "", "-F"],
                stdout=log, stderr=log, cwd=folder, **as_user,
            )
        _wait_until_ready(process, folder / "log")
        yield f"postgresql+asyncpg://prefect:{password}@127.0.0.1:{port}/postgres"
    finally:
        if process is not None:
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(30)
            process.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_ready(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_PATIENCE_S
    while b"ready to accept connections" not in log.read_bytes():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.1)
