"""Telling people: every event reaches a webhook and a mailbox, and no secret reaches a log."""

import json
import logging

import pytest

from flows.service.notify import EVENTS, tell
from tests.operation.receivers import mailbox, webhook


@pytest.mark.parametrize("event", EVENTS)
def test_a_webhook_is_told(event):
    with webhook() as received:
        assert tell(event, "run x: 3 of 5 raw articles", [f"json://127.0.0.1:{received.port}/hook"])
        (body,) = [json.loads(m) for m in received.messages]
    assert body["title"] == f"Dateline: {EVENTS[event]}"
    assert body["message"] == "run x: 3 of 5 raw articles"


@pytest.mark.parametrize("event", EVENTS)
def test_a_mailbox_is_told(event):
    with mailbox() as received:
        assert tell(event, "run x failed", [f"mailto://127.0.0.1:{received.port}?from=dateline@example.org&to=desk@example.org&mode=insecure"])
        (mail,) = received.messages
    assert "desk@example.org" in mail


def test_a_receiver_that_is_away_is_logged_without_its_password(caplog):
    with caplog.at_level(logging.DEBUG):
        assert not tell("run_failed", "run x failed", ["json://someone:hunter2@127.0.0.1:9/hook"])
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("flows")]
    assert any("receiver 1 of 1 was not reached" in m for m in ours)
    assert "hunter2" not in caplog.text


def test_nobody_to_tell_is_no_fault():
    assert tell("run_failed", "run x failed", [])


def test_an_event_that_is_not_declared_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        tell("run_forgotten", "", [])
