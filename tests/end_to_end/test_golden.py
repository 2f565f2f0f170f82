"""Whom and when our own sample articles cite stays as written down."""

from tests.golden.sample_readings import GOLDEN, readings


def test_the_sample_is_read_as_written_down(sample):
    processed, _ = sample
    found = readings(processed).splitlines()
    assert found == GOLDEN.read_text(encoding="utf-8").splitlines(), (
        "the sample is read otherwise; where that is better: .venv/bin/python -m tests.golden.sample_readings"
    )
