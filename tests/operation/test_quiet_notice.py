"""An outlet that has gone quiet is told of once for each silence, and again where the telling failed."""

import json

import pytest

from flows.service.quiet_notice import tell_quiet
from flows.write.coverage import QuietOutlet
from tests.operation.receivers import webhook

QUIET = QuietOutlet("lark-herald", "2026-03-01", 14.2)


def test_a_silence_is_told_of_once_and_the_next_one_again(tmp_path):
    later = QuietOutlet("lark-herald", "2026-04-01", 14.2)
    with webhook() as received:
        url = f"json://127.0.0.1:{received.port}/hook"
        for quiet in ([QUIET], [QUIET], [], [later], [later]):
            tell_quiet(tmp_path, quiet, [url])
        said = [json.loads(m)["message"] for m in received.messages]
    assert said == [f"lark-herald: nothing since {day}; about 14 a day were to be expected" for day in ("2026-03-01", "2026-04-01")]


def test_what_nobody_heard_is_told_again(tmp_path):
    tell_quiet(tmp_path, [QUIET], ["json://127.0.0.1:9/hook"])
    with webhook() as received:
        tell_quiet(tmp_path, [QUIET], [f"json://127.0.0.1:{received.port}/hook"])
        assert len(received.messages) == 1


@pytest.mark.parametrize("quiet", [[], [QUIET]])
def test_nobody_to_tell_is_no_fault(tmp_path, quiet):
    tell_quiet(tmp_path, quiet, [])
