"""`dateline doctor`: each thing that is not well is named with what to do about it."""

import contextlib
import datetime
import http.server
import json
import shutil

import pytest
from click.testing import CliRunner

from flows.cli import main
from flows.commands.doctor import Places, examine
from flows.direct import build_direct
from flows.run_result import RunRequest
from flows.service.listeners import Listeners
from flows.write.store import staging_folder
from tests.operation.loopback import serving

CONFIG = '[server]\nport = {port}\n[schedules.build]\ncron = "0 4 * * *"\n[notify]\nurls_from = ["DATELINE_NOTIFY_URL"]\n'


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setenv("DATELINE_NOTIFY_URL", "json://desk:hunter2@127.0.0.1:9/hook")
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "one.txt").write_text("The bridge reopened on Monday, the council said.")
    (tmp_path / "dateline.toml").write_text(CONFIG.format(port=9))
    made = Places(tmp_path / "raw", tmp_path / "processed", tmp_path / "releases", tmp_path / "dateline.toml")
    request = RunRequest(made.raw, made.processed, "local", 1, "direct", checks_now=False)
    build_direct(request, Listeners())
    return made


def found(places):
    return {finding.name: finding for finding in examine(places)}


def test_what_is_well_is_said(places):
    said = found(places)
    assert {name for name, one in said.items() if one.state != "ok"} <= {"last release", "disk"}
    assert set(said) == {
        "python", "versions", "raw articles", "permissions", "disk", "store", "last run", "last release", "schedule", "receivers", "server", "scheduled",
    }
    assert "1 raw articles, 0 rejected" in said["last run"].detail and said["schedule"].detail == "build: 0 4 * * *"
    assert "hunter2" not in str(said)


@pytest.mark.parametrize(
    ("spoil", "name", "state"),
    [
        (lambda p: shutil.rmtree(p.raw), "raw articles", "bad"),
        (lambda p: (p.raw / "one.txt").unlink(), "raw articles", "warn"),
        (lambda p: shutil.rmtree(p.processed), "store", "warn"),
        (lambda p: shutil.rmtree(p.processed), "last run", "warn"),
        (lambda p: staging_folder(p.processed).mkdir(), "store", "warn"),
        (lambda p: p.config.write_text("[server\n"), "schedule", "bad"),
        (lambda p: p.config.write_text("[server]\nport = 9\n"), "receivers", "warn"),
    ],
)
def test_what_is_not_well_is_named_with_what_to_do(places, spoil, name, state):
    spoil(places)
    one = found(places)[name]
    assert one.state == state and one.advice


@pytest.mark.parametrize(("free", "state"), [(2**30, "warn"), (2**40, "ok")])
def test_a_full_disk_is_seen(places, free, state, monkeypatch):
    monkeypatch.setattr("flows.commands.doctor.shutil.disk_usage", lambda path: shutil._ntuple_diskusage(2**41, 0, free))
    assert found(places)["disk"].state == state


def test_versions_that_are_not_the_locked_ones_are_named(places, monkeypatch):
    monkeypatch.setattr("flows.commands.doctor._locked_versions", lambda: {"prefect": "1.0"})
    one = found(places)["versions"]
    assert one.state == "bad" and "(locked 1.0)" in one.detail


def test_a_named_server_that_does_not_answer_is_bad_and_the_status_says_so(places, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    folders = ["--raw", places.raw, "--processed", places.processed, "--releases", places.releases, "--config", places.config]
    done = CliRunner().invoke(main, ["doctor", "--format", "json", *map(str, folders)])
    said = {one["name"]: one for one in json.loads(done.output)}
    assert done.exit_code == 1 and said["server"]["state"] == "bad" and "unset PREFECT_API_URL" in said["server"]["advice"]


@pytest.mark.parametrize(
    ("last", "late", "state", "says"),
    [("COMPLETED", 0, "ok", "build completed at"), ("FAILED", 0, "bad", "build failed at"), ("CRASHED", 0, "bad", "build crashed at"), ("COMPLETED", 5, "bad", "runs are late")],
)
def test_scheduled_runs_that_fail_or_that_nobody_takes_up_are_seen(places, last, late, state, says):
    with prefect_server(last, late) as port:
        places.config.write_text(CONFIG.format(port=port))
        one = found(places)["scheduled"]
    assert one.state == state and says in one.detail
    assert bool(one.advice) == (state == "bad")


@contextlib.contextmanager
def prefect_server(last: str, late: int):
    """Something that answers as a Prefect server whose last build ended so, with that many late runs of it."""
    now = datetime.datetime.now(datetime.UTC).isoformat()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer('"3.8.8"' if "version" in self.path else "true")

        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            rows = []
            if asked["flows"]["name"]["any_"] == ["dateline-build"]:
                state = asked["flow_runs"]["state"]
                rows = [{}] * late if "name" in state else [{"state_type": last, "state_name": last.title(), "end_time": now}]
            self.answer(json.dumps(rows))

        def answer(self, body):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *arguments):
            pass

    with serving(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        yield port
