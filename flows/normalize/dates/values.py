"""Readings of the kinds of value: a day, a week, a part of a month, a quarter."""

import datetime

from flows.normalize.dates import edtf
from flows.normalize.dates.context import Context, Reading

TIMEX_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
PART_MODS = {"start": "START", "mid": "MID", "end": "END"}


def day_reading(year: int | None, month: int | None, day: int | None, stated: bool = False, unsure: str = "") -> Reading:
    """A day of which parts may be unknown."""
    value = edtf.day(year, month, day)
    return Reading(value + unsure, value, "APPROX" if unsure else None, "day", stated)


def date_reading(day: datetime.date, unsure: str = "") -> Reading:
    """A known day."""
    return day_reading(day.year, day.month, day.day, unsure=unsure)


UNKNOWN_DAY = Reading("XXXX-XX-XX", "XXXX-XX-XX", None, "day")


def part_of_month(part: str, year: int | None, month: int, stated: bool) -> Reading:
    """Beginning 01-10, middle 11-20, end 21-last."""
    low, high = {"start": (1, 10), "mid": (11, 20)}.get(part, (21, edtf.last_day(year or 2001, month)))
    if year is None and month == 2 and part == "end":
        high = 29
    value = f"{edtf.day(year, month, low)}~/{edtf.day(year, month, high)}~"
    return Reading(value, edtf.month(year, month), PART_MODS[part], "part", stated)


def part_of_year(part: str, year: int | None, stated: bool) -> Reading:
    """Early January to April, middle May to August, late September to December."""
    low, high = {"start": (1, 4), "mid": (5, 8)}.get(part, (9, 12))
    value = f"{edtf.month(year, low)}~/{edtf.month(year, high)}~"
    return Reading(value, edtf.year(year), PART_MODS[part], "part", stated)


def quarter_reading(year: int | None, number: int, stated: bool = False) -> Reading:
    """A calendar quarter, 1 to 4."""
    return Reading(edtf.month(year, 32 + number), f"{edtf.year(year)}-Q{number}", None, "quarter", stated)


def week_value(monday: datetime.date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


def monday_of(context: Context, kind: str) -> datetime.date | None:
    today = context.today
    if today is None:
        return None
    return today + datetime.timedelta(days=7 * {"l": -1, "v": -1, "x": 1}.get(kind, 0) - today.weekday())
