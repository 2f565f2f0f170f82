"""dateline.toml: what it may say, and what is said where it says something else."""

from pathlib import Path

import pytest

from flows.service.service_config import ConfigError, is_cron, load_config
from flows.storage.places import ObjectFolder

ROOT = Path(__file__).resolve().parents[2]


def test_the_committed_configuration_can_be_read():
    config = load_config(ROOT / "dateline.toml")
    assert {s.flow for s in config.schedules} == {"collect", "build", "release"}
    assert config.host == "127.0.0.1"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[schedules.build]\ncron = '* * * * *'\ninterval_seconds = 5", "either cron or interval_seconds"),
        ("[schedules.build]\n", "either cron or interval_seconds"),
        ("[schedules.buidl]\ncron = '* * * * *'", "schedules.buidl is not known"),
        ("[schedules.build]\ncron = '* * * * *'\ntimezone = 'Europe/Kyjiw'", "no time zone Europe/Kyjiw"),
        ("[schedules.build]\ncron = '99 * * * *'", "schedules.build.cron: '99 . . . .' is no cron line"),
        ("[schedules.build]\ncron = 'every day'", "is no cron line"),
        ("[schedules.build]\ncron = '* * * *'", "is no cron line"),
        ("[server]\nhots = '0.0.0.0'", "server.hots is not known"),
        ("[server\n", "dateline.toml"),
    ],
)
def test_a_mistake_is_named(tmp_path, text, says):
    (tmp_path / "dateline.toml").write_text(text)
    with pytest.raises(ConfigError, match=says):
        load_config(tmp_path / "dateline.toml")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match="no such file"):
        load_config(tmp_path / "none.toml")


def test_receivers_come_from_the_environment(tmp_path, monkeypatch):
    (tmp_path / "dateline.toml").write_text('[notify]\nurls_from = ["A_HOOK", "NOT_SET"]')
    monkeypatch.setenv("A_HOOK", "json://127.0.0.1/x")
    assert load_config(tmp_path / "dateline.toml").receivers == ("json://127.0.0.1/x",)


def test_receivers_may_be_blocks_of_the_server(tmp_path):
    (tmp_path / "dateline.toml").write_text('[notify]\nblocks = ["custom-webhook/desk"]')
    assert load_config(tmp_path / "dateline.toml").receivers == ("prefect-block://custom-webhook/desk",)


def test_folders_may_be_on_object_storage(tmp_path):
    (tmp_path / "dateline.toml").write_text('[folders]\nraw = "s3://news/raw"\nprocessed = "../store"\nreleases = "file:///srv/releases"')
    config = load_config(tmp_path / "dateline.toml")
    assert config.raw == ObjectFolder("s3://news/raw")
    assert (config.processed, config.releases) == (tmp_path / ".." / "store", Path("/srv/releases"))


@pytest.mark.parametrize("line", ["*/30 * * * *", "10,40 * * * *", "0 4 * * 1-5", "0 0-23/2 1,15 jan-mar MON", "5 0 l * *", "0 9 * * fri#2", "@daily"])
def test_a_cron_line_is_one(line):
    assert is_cron(line)
