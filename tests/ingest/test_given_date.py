"""Dates as metadata state them: the day in the zone as given, or nothing."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ingest.date_words import find_days
from flows.ingest.given_date import read_given_date


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2025-11-03", "2025-11-03"), ("2025-11-03T09:30:00Z", "2025-11-03T09:30:00+00:00"), ("20251103T093000+0200", "2025-11-03T09:30:00+02:00"),
        ("2025-11-03 09:30:00.123 +0200", "2025-11-03T09:30:00+02:00"), ("2025-11-03T09:30", "2025-11-03T09:30:00"),
        ("2025-11-03T00:00:00+00:00", "2025-11-03"), ("2025/11/03", "2025-11-03"), ("20251103093000", "2025-11-03T09:30:00"), ("2025-1-3", "2025-01-03"), ("Mon, 03 Nov 2025 09:30:00 +0200", "2025-11-03T09:30:00+02:00"),
        ("Mon, 03 Nov 2025 09:30:00 +9999", "2025-11-03T09:30:00"), ("1762155000", "2025-11-03T07:30:00+00:00"),
        ("1762155000000", "2025-11-03T07:30:00+00:00"), ("3 листопада 2025, 09:30", "2025-11-03"), ("November 3, 2025", "2025-11-03"),
        ("2025-11-03T23:30:00-05:00", "2025-11-03T23:30:00-05:00"),
        ("Mon, 03 Nov 2025 09:30:00", "2025-11-03T09:30:00"), ("Nov 3, 2025 09:30 AM", "2025-11-03T09:30:00"), ("2025-11-03T09:30:5Z", "2025-11-03T09:30:05+00:00"),
    ],
)  # fmt: skip
def test_whole_days_are_read(stated, iso):
    assert read_given_date(stated).iso == iso


@pytest.mark.parametrize("stated", ["", "yesterday", "2025", "2025-11", "2025-13-40", "November 2025", "03/04/2025", "0000-00-00", "99999999999999"])
def test_what_states_no_whole_day_is_no_date(stated):
    assert read_given_date(stated, "en") is None


@given(st.text(max_size=60))
def test_any_text_gives_a_date_or_none(text):
    found = read_given_date(text)
    assert found is None or found.iso.startswith(found.day.isoformat())


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2049, 12, 31)), st.sampled_from(["de", "fr", "uk", "ja", "en-GB", "pl"]))
def test_a_day_with_points_is_read_back(day, language):
    (found,) = find_days(f"am {day.day}.{day.month}.{day.year}", language)
    assert found.day == day


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2049, 12, 31)))
def test_an_english_day_with_strokes_is_read_only_if_certain(day):
    found = [one.day for one in find_days(f"{day.day}/{day.month}/{day.year}", "en")]
    assert found == ([day] if day.day > 12 or day.day == day.month else [])
