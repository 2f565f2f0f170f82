"""The README tells the truth: its queries run on the sample, its links and targets exist, it lists every table."""

import re
import shlex

import pytest

from schemas.dataset import TABLES
from tests.end_to_end.conftest import ROOT, dateline

README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r'dateline query "(\n.*?)"\n```', README, re.DOTALL)


def test_it_has_queries():
    assert len(QUERIES) >= 3


@pytest.mark.parametrize("sql", QUERIES, ids=range(len(QUERIES)))
def test_a_query_gives_rows(sample, sql):
    processed, _ = sample
    said = dateline("query", sql, "--processed", str(processed), "--format", "csv").stdout
    assert len(said.splitlines()) > 1


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_a_link_leads_to_a_file(target):
    assert (ROOT / target).exists()


def test_every_make_target_exists():
    targets = set(re.findall(r"`?make ([a-z-]+)", README))
    makefile = (ROOT / "Makefile").read_text()
    assert targets and all(re.search(rf"^{t}:", makefile, re.MULTILINE) for t in targets)


def test_every_table_is_listed():
    listed = set(re.findall(r"`([a-z_]+)`", README.split("## The tables")[1].split("##")[0]))
    assert {t.name for t in TABLES} <= listed


def test_every_command_shown_is_a_command():
    for line in re.findall(r"\.venv/bin/dateline ([^`\n]+)", README):
        words = [w for w in shlex.split(line.split('"')[0]) if not w.startswith("-") and not w.isupper()]
        dateline(*words[:1], "--help")
