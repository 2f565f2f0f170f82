"""The report of a run: counts, rejects by reason, drift against the dataset before, outlets gone quiet, slowest stage first."""

from dataclasses import replace

import pytest

from flows.direct import build_direct
from flows.run_result import RunRequest, RunResult
from flows.screens.run_report import checks_report, markdown_report
from flows.service.listeners import Listeners
from flows.validate.store_check import CheckResult
from flows.write.coverage import QuietOutlet


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[RunResult, str]]:
    """Three runs with their reports: the first with days, the others without, each with something that is rejected."""
    folder = tmp_path_factory.mktemp("report")
    raw, done = folder / "raw", []
    raw.mkdir()
    request = RunRequest(raw, folder / "processed", "local", 1, "direct", checks_now=False)
    for name, day in (("one", "2026-03-01"), ("other", None), ("third", None)):
        date = f', "date": "{day}"' if day else ""
        (raw / f"{name}.jsonl").write_text(
            f'{{"text": "Парк {name} відкрили, повідомили в міськраді."{date}}}\n{{"text": \n', encoding="utf-8"
        )
        result = build_direct(request, Listeners())
        done.append((result, markdown_report(result)))
    return done


def test_rejects_stand_with_reason_count_and_an_instance(runs):
    assert "| ingest | invalid_json | 1 | `one.jsonl#2` |" in runs[0][1]


def test_the_first_run_has_nothing_to_be_compared_with_and_the_second_is_marked(runs):
    assert "the dataset before" not in runs[0][1]
    assert "| publication day known | 0.0% ⚠ | 100.0% | 100.0% |" in runs[1][1]
    assert "| cited by name | 100.0% | 100.0% | 100.0% |" in runs[1][1]


def test_the_last_run_and_the_dataset_before_are_told_apart(runs):
    assert "| publication day known | 0.0% ⚠ | 0.0% | 50.0% |" in runs[2][1]


def test_the_validation_report_is_linked(runs):
    result, report = runs[0]
    assert f" Validation report: `{result.report.resolve()}`." in report
    assert "[Validation report](http://127.0.0.1:4200/artifacts/artifact/7): `" in markdown_report(result, "http://127.0.0.1:4200/artifacts/artifact/7")


def test_the_validation_report_tells_every_expectation_and_what_fails_first(runs):
    held = CheckResult("articles", "language_set", "the language is one of a|b", True, 0, ())
    failed = CheckResult("articles", "day_is_one_day", "precision day means one day", False, 1, ("a1",))
    rows = checks_report(replace(runs[0][0], checks=(held, failed))).splitlines()[4:]
    assert rows == [
        "| articles.day_is_one_day | **fails** | precision day means one day | a1 |",
        "| articles.language_set | holds | the language is one of a&#124;b |  |",
    ]


def test_what_is_wrong_is_said(runs):
    failed = CheckResult("articles", "day_is_one_day", "precision day means one day", False, 1, ("a1",))
    said = markdown_report(replace(runs[0][0], checks=(failed,), quiet=(QuietOutlet("lark-herald", "2026-03-01", 14.2),)))
    assert "**1 fail**" in said and "**articles.day_is_one_day** fails (precision day means one day): a1" in said
    assert "- **lark-herald**: nothing since 2026-03-01; about 14 a day were to be expected" in said


def test_the_slowest_stage_comes_first(runs):
    rows = runs[0][1].partition("| stage, slowest first |")[2].splitlines()[2:]
    seconds = [float(row.split("|")[2]) for row in rows]
    assert len(seconds) == 4 and seconds == sorted(seconds, reverse=True)
