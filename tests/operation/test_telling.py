"""What goes wrong in a scheduled run reaches a receiver: the hooks of the flows, with a webhook on loopback."""

import json
from types import SimpleNamespace

import pytest
from prefect.states import Crashed, Failed

from flows import deploy, release
from tests.operation.receivers import webhook

RUN = SimpleNamespace(name="brave-crane")


@pytest.fixture
def told(tmp_path, monkeypatch):
    """What a receiver was told, as (title, message) pairs so far."""
    (tmp_path / "dateline.toml").write_text('[notify]\nurls_from = ["DATELINE_NOTIFY_URL"]')
    with webhook() as received:
        monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path / "dateline.toml"))
        monkeypatch.setenv("DATELINE_NOTIFY_URL", f"json://127.0.0.1:{received.port}/hook")
        yield lambda: [(m["title"], m["message"]) for m in map(json.loads, received.messages)]


@pytest.mark.parametrize(
    ("flow", "state", "title"),
    [
        (deploy.scheduled_build, Failed(message="Flow run encountered an exception: OSError: no room"), "A run failed"),
        (deploy.scheduled_collect, Crashed(message="the process ended with status -9"), "A run failed"),
        (deploy.scheduled_release, Failed(message="Flow run encountered an exception: GateFailedError: 1 check"), "A release was held back by its gate"),
        (deploy.scheduled_release, Failed(message="Flow run encountered an exception: OSError: no room"), "A run failed"),
        (deploy.scheduled_build, Failed(message="RunFailedError: 2 expectations do not hold"), "What a run wrote does not pass its expectations"),
    ],
)
def test_a_run_that_fails_or_crashes_is_told_of_with_its_reason(told, flow, state, title):
    for hook in (flow.on_failure_hooks if state.is_failed() else flow.on_crashed_hooks):
        hook(flow, RUN, state)
    assert told() == [(f"Dateline: {title}", f"{flow.name} run brave-crane: {state.message}")]


@pytest.mark.parametrize("flow", deploy.SCHEDULED.values(), ids=lambda f: f.name)
def test_every_scheduled_flow_has_a_time_limit_and_tells_when_it_fails_or_crashes(flow):
    assert flow.timeout_seconds and flow.on_failure_hooks and flow.on_crashed_hooks


def test_every_step_of_a_release_has_a_time_limit(monkeypatch):
    given = []
    monkeypatch.setattr(release, "task", lambda **options: given.append(options) or (lambda work: work))
    assert release.task_step("gate", max, 1, 2) == 2
    assert given[0]["name"] == "gate" and 0 < given[0]["timeout_seconds"] < deploy.RUN_LIMIT_S
