"""The operating guide, followed to the letter: every command in it is run, in a copy of the project."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operation.loopback import free_port
from tests.operation.pool import ROOT, Pool, end_all

GUIDE = ROOT / "docs" / "guides" / "operate.md"
SERVES = ".venv/bin/dateline serve"
PORT_IN_GUIDE = "4200"


def commands() -> list[str]:
    """The lines of the guide's bash blocks."""
    blocks = re.findall(r"^```bash\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Pool]:
    """A copy of the project on a port of its own, set up as `make setup` sets it up."""
    folder, port = tmp_path / "dateline", free_port()
    for name in ("flows", "schemas", "deploy", "data/reference", "data/raw"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "prefect.yaml", "feeds.toml"):
        shutil.copy2(ROOT / name, folder / name)
    (folder / "dateline.toml").write_text((ROOT / "dateline.toml").read_text().replace(PORT_IN_GUIDE, str(port)))
    (folder / ".venv").mkdir()
    for path in (ROOT / ".venv").iterdir():
        (folder / ".venv" / path.name).symlink_to(path)
    (folder / ".venv" / ".ready").unlink(missing_ok=True)
    (folder / ".venv" / ".ready").touch()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "DATELINE_"))}
    environment |= {"PYTHONPATH": str(folder), "PREFECT_HOME": str(folder / "prefect")}
    yield Pool(folder, port, environment)
    end_all(folder)


def test_every_command_of_the_guide_works(fresh):
    environment, service = dict(fresh.environment), None
    for line in commands():
        command = line.replace(PORT_IN_GUIDE, str(fresh.port))
        if command == SERVES:
            with (fresh.folder / "serve.log").open("ab") as log:
                service = subprocess.Popen(command.split(), cwd=fresh.folder, env=environment, stdout=log, stderr=log, start_new_session=True)
            fresh.wait_for("the service", lambda: "Serving." in (fresh.folder / "serve.log").read_text())
            continue
        environment = follow(command, fresh, environment)
    assert service is not None
    assert [r["state_type"] for r in fresh.runs() if r["state_type"] != "SCHEDULED"] == ["COMPLETED", "COMPLETED"]
    service.send_signal(signal.SIGINT)
    assert service.wait() == 0, fresh.logs()


def follow(command: str, fresh: Pool, environment: dict[str, str]) -> dict[str, str]:
    """Run a command as a shell does; the environment after it."""
    done = subprocess.run(
        ["bash", "-c", f"{command}\nstatus=$?; env -0 > environment; exit $status"], cwd=fresh.folder, env=environment,
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{fresh.logs()}"
    said = (fresh.folder / "environment").read_text().rstrip("\0").split("\0")
    return dict(pair.split("=", 1) for pair in said)
