"""What a command says where there is nothing to do or to show: which thing, why, and what to do next."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.conftest import ROOT, dateline


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file of the folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_explain_names_the_columns_that_it_can_explain(sample):
    processed, _ = sample
    article_id = json.loads(dateline("query", "SELECT min(article_id) AS id FROM articles", "--processed", str(processed), "--format", "json").stdout)[0]["id"]
    done = dateline("explain", article_id, "outlet", "--processed", str(processed), check=False)
    assert done.returncode == 1
    assert "for outlet of this article" in done.stderr and "outlet_id" in done.stderr


def test_a_dataset_that_is_not_there_is_said_to_be_missing(tmp_path):
    asked = dateline("query", "SELECT count(*) AS n FROM articles", "--processed", str(tmp_path / "none"))
    assert "there is no dataset; dateline run builds it" in asked.stderr


def test_an_empty_raw_folder_is_not_said_to_be_read(tmp_path):
    (tmp_path / "raw").mkdir()
    done = dateline("run", "--direct", "--raw", str(tmp_path / "raw"), "--processed", str(tmp_path / "processed"))
    assert "There is no file in" in done.stdout and "docs/guides/inputs.md" in done.stdout


@pytest.mark.parametrize(
    "asked, said",
    [
        (("run", "--rebuild", "--outlet", "nobodys-herald"), "no article of the dataset meets the conditions"),
        (("rejected", "retry", "--reason", "unreadable"), "no raw article was rejected for the reason unreadable"),
    ],
)
def test_a_rebuild_that_selects_nothing_says_so_at_once(sample, asked, said):
    processed, _ = sample
    before = bytes_below(processed)
    done = dateline(*asked, "--raw", str(ROOT / "data" / "raw"), "--processed", str(processed))
    assert said in done.stdout
    assert bytes_below(processed) == before


def test_a_condition_that_is_none_is_said_without_a_traceback(sample):
    processed, _ = sample
    done = dateline("run", "--rebuild", "--where", "langage = 'uk'", "--raw", str(ROOT / "data" / "raw"), "--processed", str(processed), check=False)
    assert done.returncode == 1
    assert "--where langage = 'uk'" in done.stderr and '"language"' in done.stderr and "Traceback" not in done.stderr and "nanobind" not in done.stderr
