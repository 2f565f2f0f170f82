"""`dateline collect`: what is new at a source comes into the raw folder, once."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.collect_sources import declared_sources
from flows.commands.collect_command import collect_command
from flows.ingest.collect.sources import SourcesError
from tests.operation.feed_server import feed_server

ROOT = Path(__file__).resolve().parents[2]
FEEDS = """
[collect]
contact = "https://example.org/contact"
delay_s = 0.01
attempts = 1
allowed_private_hosts = ["127.0.0.1"]
[[source]]
name = "local"
url = "{url}"
interval_minutes = 0
"""


def test_the_committed_file_declares_nothing_and_its_example_is_valid(tmp_path, capsys):
    feeds = ROOT / "feeds.toml"
    assert collect_command(feeds, tmp_path, "screen") == 0
    assert "declares no source" in capsys.readouterr().out
    example = "\n".join(line.removeprefix("# ") for line in feeds.read_text().splitlines()[3:])
    (tmp_path / "feeds.toml").write_text(example)
    politeness, sources = declared_sources(tmp_path / "feeds.toml")
    assert politeness.contact and [s.kind for s in sources] == ["feed", "sitemap"]


def test_what_is_new_comes_once_and_what_changed_comes_again(tmp_path, capsys):
    raw, feeds = tmp_path / "raw", tmp_path / "feeds.toml"
    with feed_server() as feed:
        feeds.write_text(FEEDS.format(url=feed.url))
        feed.entries[1] = ("Парк", "Парк відкрили в суботу, повідомили в міськраді.")
        said = []
        for _ in range(2):
            assert collect_command(feeds, raw, "json") == 0
            said += json.loads(capsys.readouterr().out)
        feed.entries[2] = ("Міст", "Міст відкрили після ремонту, повідомили в мерії.")
        assert collect_command(feeds, raw, "json") == 0
        said += json.loads(capsys.readouterr().out)
    assert [(one["outcome"], one["files"]) for one in said] == [("collected", 1), ("unchanged", 0), ("collected", 1)]
    assert len(list(raw.rglob("feed.xml"))) == 2


def test_a_source_that_cannot_be_reached_is_named_and_the_status_says_so(tmp_path, capsys):
    with feed_server() as feed:
        url = feed.url
    (tmp_path / "feeds.toml").write_text(FEEDS.format(url=url))
    assert collect_command(tmp_path / "feeds.toml", tmp_path / "raw", "screen") == 1
    said = capsys.readouterr().out
    assert "local: failed" in said and url in said


@pytest.mark.parametrize("text", ["[[source]]\nname = 'a'\nurl = 'https://example.org'", "[[source]\n"])
def test_a_mistake_in_the_file_is_a_usage_error(tmp_path, text):
    from flows.cli import main

    (tmp_path / "feeds.toml").write_text(text)
    done = CliRunner().invoke(main, ["collect", "--feeds", str(tmp_path / "feeds.toml"), "--raw", str(tmp_path)])
    assert done.exit_code == 2 and "feeds.toml" in done.output


def test_a_private_host_and_a_source_that_is_not_due_are_told_with_what_to_do(tmp_path, capsys):
    feeds = tmp_path / "feeds.toml"
    with feed_server() as feed:
        feed.entries[1] = ("Парк", "Парк відкрили в суботу, повідомили в міськраді.")
        private = FEEDS.format(url=feed.url).replace('allowed_private_hosts = ["127.0.0.1"]', "")
        feeds.write_text(private)
        assert collect_command(feeds, tmp_path / "raw", "screen") == 1
        assert "name the host in allowed_private_hosts" in capsys.readouterr().out
        feeds.write_text(FEEDS.format(url=feed.url).replace("interval_minutes = 0", "interval_minutes = 30"))
        for _ in range(2):
            assert collect_command(feeds, tmp_path / "raw", "screen") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "local: not due for another 30 min"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[source]]\nname = "a"\nurl = "https://a.example/rss"', "[collect] needs a contact"),
        ('[collect]\ncontact = "mailto:a@b.example"\n[[source]]\nurl = "https://a.example/rss"', "needs name"),
        ('[collect]\ncontact = "mailto:a@b.example"\n[[source]]\nnam = "a"', "unknown: nam; known are"),
        (None, "cannot be read: No such file"),
    ],
)
def test_what_is_wrong_with_the_file_is_told_in_its_own_words(tmp_path, text, told):
    feeds = tmp_path / "feeds.toml"
    if text:
        feeds.write_text(text)
    with pytest.raises(SourcesError) as error:
        declared_sources(feeds)
    assert told in str(error.value)
