"""A Prefect server for the length of one run, where none is configured."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

START_LIMIT_S = 120.0


class ServerStartError(RuntimeError):
    """The Prefect server did not answer; the message ends with the last lines of its log."""


@dataclass(frozen=True, slots=True)
class EmbeddedServer:
    """A server process that has been started and may not answer yet."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def api_url(self) -> str:
        """The URL that Prefect's client needs."""
        return f"http://127.0.0.1:{self.port}/api"


def configured_server() -> str | None:
    """The API URL of the server that the environment names, None where it names none."""
    return os.environ.get("PREFECT_API_URL") or None


def answers(api_url: str) -> bool:
    """Whether a Prefect server answers there."""
    try:
        with urllib.request.urlopen(f"{api_url}/health", timeout=2) as response:
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


def prefect_environment(home: Path) -> dict[str, str]:
    """Settings that keep Prefect in the project's own folder and nothing leaving the machine; the user's own win."""
    defaults = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_LOGGING_LEVEL": "WARNING",
    }
    return {name: os.environ.get(name, value) for name, value in defaults.items()}


def start_server(home: Path) -> EmbeddedServer:
    """Start a server on a free loopback port and return at once; its output goes to a log, not to the screen."""
    home.mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = home / "embedded-server.log"
    command = [
        sys.executable, "-m", "uvicorn", "--factory", "prefect.server.api.server:create_app",
        "--host", "127.0.0.1", "--port", str(port), "--log-level", "error", "--lifespan", "on",
    ]
    environment = {
        **os.environ, **prefect_environment(home),
        "PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1",
    }
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, env=environment)
    return EmbeddedServer(process, port, log)


def wait_until_ready(server: EmbeddedServer, limit_s: float = START_LIMIT_S) -> None:
    """Return when the server answers; ServerStartError when it ended or the limit passed."""
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise ServerStartError(f"the Prefect server ended with status {server.process.returncode}:\n{_tail(server.log)}")
        if answers(server.api_url):
            return
        time.sleep(0.1)
    raise ServerStartError(f"the Prefect server did not answer within {limit_s:.0f} s:\n{_tail(server.log)}")


def stop_server(server: EmbeddedServer, grace_s: float = 10.0) -> None:
    """End the server; it is killed where it has not ended after the grace."""
    server.process.terminate()
    try:
        server.process.wait(grace_s)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()


@contextlib.contextmanager
def prefect_api(home: Path) -> Iterator[EmbeddedServer | None]:
    """The server for a run: None where the environment names one that is used as it is, else one of our own.

    Sets the environment that Prefect reads when it is imported; ours is stopped at the end.
    """
    os.environ.update(prefect_environment(home))
    if configured_server():
        yield None
        return
    server = start_server(home)
    os.environ["PREFECT_API_URL"] = server.api_url
    try:
        yield server
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        stop_server(server)


def _tail(log: Path, lines: int = 20) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
