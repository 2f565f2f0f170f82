"""Every command of docs/guides/inputs.md does what the guide says, on files of the names that it gives."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from flows.ingest.forms import FORMS
from tests.ingest.sample_inputs import SAMPLES

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/guides/inputs.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    ((?:mkdir|printf|cp|\.venv)\b.*)$|`(cp [^`]+)`", GUIDE, re.MULTILINE)
# what the guide calls its files, and the sample that each stands for
FILES = {
    "dump.jsonl.zst": "mill.ndjson.zst", "news.csv": "mill.csv", "news.parquet": "mill.parquet", "pages/one.html": "mill.html",
    "crawl.warc.gz": "mill.warc.gz", "feed.xml": "feed.xml", "ChatExport/result.json": "result.json", "item.xml": "item.xml",
    "item.ninjs": "item.json", "wire.iptc": "wire.iptc", "everything.zip": "all.zip",
}  # fmt: skip
BY_NAME = {name: content for samples in SAMPLES.values() for name, content, *_ in samples}


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """(folder, what each command printed) after all commands of the guide, in its order, in an empty folder."""
    folder = tmp_path_factory.mktemp("guide")
    for name, sample in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(BY_NAME["item.json" if name == "item.ninjs" else sample])
    (folder / "data/raw/dump").mkdir(parents=True)
    (folder / "data/raw/dump/own.jsonl").write_text('{"inhalt": "The ferry was late on Friday, the harbour office said.", "kopf": "Ferry late"}\n')
    dateline = f"{sys.executable} -m flows.cli"
    printed = {}
    commands = [indented or inline for indented, inline in COMMANDS]
    # the guide's first two commands look at what the others bring
    for command in (*commands[2:], *commands[:2]):
        said = command.replace(".venv/bin/dateline run", f"{dateline} run --direct --check-later --raw data/raw --processed data/processed")
        said = re.sub(r"\.venv/bin/dateline (query|rejected \w+)", rf"{dateline} \1 --processed data/processed", said)
        said = said.replace("rejected retry --processed", "rejected retry --raw data/raw --processed")
        ended = subprocess.run(["bash", "-c", said], cwd=folder, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}, capture_output=True, text=True)
        assert ended.returncode in (0, 1), (command, ended.stderr)
        assert "Traceback" not in ended.stderr, (command, ended.stderr)
        printed[command] = ended.stdout
    return folder, printed


def ledger(folder: Path) -> list[dict]:
    """Rows of the ledger."""
    sql = "SELECT raw_path, form, outcome, article_id FROM raw_articles"
    asked = [sys.executable, "-m", "flows.cli", "query", sql, "--processed", str(folder / "data/processed"), "--format", "json"]
    return json.loads(subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def test_the_guide_names_every_form():
    assert all(f"`{form.name}`" in GUIDE for form in FORMS)


def test_each_file_of_the_guide_gives_an_article(done):
    rows = ledger(done[0])
    read = {row["raw_path"].partition("#")[0] for row in rows if row["outcome"] in ("accepted", "duplicate")}
    assert {*FILES, "mine/bridge.txt", "dump/own.jsonl"} <= read


def test_what_stands_beside_a_text_reaches_its_article(done):
    sql = "SELECT url, published_edtf FROM articles WHERE text LIKE 'The bridge reopened on Monday%'"
    asked = [sys.executable, "-m", "flows.cli", "query", sql, "--processed", str(done[0] / "data/processed"), "--format", "json"]
    (row,) = json.loads(subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    assert row == {"url": "https://herald.example/bridge", "published_edtf": "2025-11-03"}


def test_the_ledger_is_counted_by_form_and_outcome(done):
    shown = next(text for command, text in done[1].items() if "FROM raw_articles" in command)
    assert all(form in shown for form in ("text", "jsonl", "csv", "parquet", "page", "warc", "feed", "telegram", "newsml", "ninjs", "iptc7901"))
