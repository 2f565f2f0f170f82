"""What goes wrong in real runs, on a real server, reaches a webhook and a mailbox, by URLs of the environment and by blocks."""

import datetime
import email
import email.policy
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.commands.forget import forget
from flows.service.notify import EVENTS
from tests.operation.pool import ROOT, Pool, pool
from tests.operation.receivers import Received, mailbox, webhook

SECRET = "hunter2"
BLOCKS = """
import os
from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.blocks.system import Secret
CustomWebhookNotificationBlock(
    name="desk", url=os.environ["HOOK"], json_data={"title": "{{subject}}", "message": "{{body}}"}, headers={"X-Key": "{{key}}"},
    secrets={"key": os.environ["KEY"]},
).save("desk")
Secret(value=os.environ["MAIL"]).save("desk-mail")
"""
RUN = "import sys; from flows import deploy; getattr(deploy, sys.argv[1])(**dict(a.split('=', 1) for a in sys.argv[2:]))"
NOTIFY = {
    "environment": 'urls_from = ["TEST_HOOK", "TEST_MAIL"]',
    "blocks": 'blocks = ["custom-webhook/desk", "secret/desk-mail"]',
}
OUTLETS = {"ukrinform": "www.ukrinform.ua", "suspilne": "suspilne.media"}
DAYS = 14
DAILY = 8


@dataclass(frozen=True, slots=True)
class Desk:
    """A project whose messages go to a webhook and a mailbox."""

    served: Pool
    hook: Received
    mail: Received

    @property
    def raw(self) -> Path:
        return self.served.folder / "raw"

    def run(self, flow: str, **folders: Path) -> str:
        """What a run of a scheduled flow logged; it may fail."""
        given = [f"{name}={self.served.folder / folder}" for name, folder in folders.items()]
        done = subprocess.run([sys.executable, "-c", RUN, flow, *given], cwd=ROOT, env=self.served.environment, capture_output=True, text=True)
        return done.stdout + done.stderr

    def build(self) -> str:
        return self.run("scheduled_build", raw="raw", processed="processed")

    def told(self) -> list[str]:
        """The titles that the webhook got, which are those that the mailbox got."""
        posted = [json.loads(m)["title"].removeprefix("Dateline: ") for m in self.hook.messages]
        mailed = [str(email.message_from_string(m, policy=email.policy.default)["Subject"]).removeprefix("Dateline: ") for m in self.mail.messages]
        assert posted == mailed
        return posted


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    with pool(tmp_path_factory.mktemp("server"), None) as made:
        yield made


@pytest.fixture(params=NOTIFY)
def desk(request, server: Pool, tmp_path: Path) -> Iterator[Desk]:
    with webhook() as hook, mailbox() as mail:
        mail_url = f"mailto://127.0.0.1:{mail.port}?from=dateline@example.org&to=desk@example.org&mode=insecure"
        environment = {
            **server.environment, "DATELINE_CONFIG": str(tmp_path / "dateline.toml"), "PYTHONPATH": str(ROOT), "KEY": SECRET,
            "TEST_HOOK": f"json://desk:{SECRET}@127.0.0.1:{hook.port}/hook", "HOOK": f"http://127.0.0.1:{hook.port}/hook",
            "TEST_MAIL": mail_url, "MAIL": mail_url,
        }
        if request.param == "blocks":
            del environment["TEST_HOOK"], environment["TEST_MAIL"]
            subprocess.run([sys.executable, "-c", BLOCKS], env=environment, check=True)
        (tmp_path / "dateline.toml").write_text(f"[limits]\nreject_rate = 0.3\n[notify]\n{NOTIFY[request.param]}\n")
        (tmp_path / "raw").mkdir()
        yield Desk(Pool(tmp_path, server.port, environment), hook, mail)


def daily(site: str, days: int) -> str:
    """So many days of an outlet's articles, as lines of JSON."""
    begin = datetime.date(2026, 1, 1)
    return "\n".join(
        json.dumps({"url": f"https://{site}/{day}-{i}", "date": str(begin + datetime.timedelta(day)), "text": f"Bridge {day}-{i} of {site} has been repaired."})
        for day in range(days)
        for i in range(DAILY)
    )


def test_each_thing_that_goes_wrong_is_told_once(desk: Desk):
    for site, days in zip(OUTLETS.values(), (DAYS, DAYS - 2), strict=True):
        (desk.raw / f"{site}.jsonl").write_text(daily(site, days))
    logs = desk.build()
    assert desk.told() == [EVENTS["outlet_quiet"]], logs
    assert "suspilne" in json.loads(desk.hook.messages[0])["message"]

    logs += desk.run("scheduled_release", raw="raw", processed="processed", releases="releases")
    assert len(desk.told()) == 1, logs

    (desk.raw / "broken.jsonl").write_text("no object\nnor this\n")
    logs += desk.build()
    assert desk.told()[1:] == [EVENTS["reject_rate"]], logs
    assert json.loads(desk.hook.messages[1])["message"].startswith("2 of 2 raw articles were rejected")

    for outlet in OUTLETS:
        forget(desk.raw, desk.served.folder / "processed", None, None, outlet, "legal", None, lambda owner: None)
    logs += desk.run("scheduled_release", raw="raw", processed="processed", releases="releases")
    logs += desk.run("scheduled_build", raw="nowhere", processed="processed")
    assert desk.told()[2:] == [EVENTS["gate_failed"], EVENTS["run_failed"]], logs
    assert SECRET not in logs and "mailto" not in logs
    assert SECRET not in json.dumps([desk.served.ask(f"{what}/filter", {}) for what in ("logs", "artifacts", "flow_runs")])
