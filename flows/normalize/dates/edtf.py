"""EDTF values: what days a value spans, how exact it is, and how values are spelt.

A value is a string of ISO 8601-2 level 1 or 2: `2019-11-08`, `2019-11`, `2019`, `2019-24` (season), `2019-35`
(quarter), `201X`, `20XX`, `XXXX-09`, an interval `a/b` with `..` for an open end, `~` for approximate.
"""

import calendar
import datetime
import functools
import re

_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?[~?%]?")
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
QUARTER_MONTHS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


def day(year: int | None, month: int | None, number: int | None) -> str:
    """One day; what is unknown stays X."""
    return f"{_year(year)}-{_two(month)}-{_two(number)}"


def month(year: int | None, number: int | None) -> str:
    """One month, season (21-24) or quarter (33-36)."""
    return f"{_year(year)}-{_two(number)}"


def year(number: int | None) -> str:
    """One year."""
    return _year(number)


def _year(number: int | None) -> str:
    return "XXXX" if number is None else f"{number:04d}"


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def last_day(year_number: int, month_number: int) -> int:
    """The last day of a month: 28 to 31."""
    return calendar.monthrange(year_number, month_number)[1]


def exists(year_number: int | None, month_number: int, day_number: int) -> bool:
    """Whether the calendar has that day; without a year, whether any year has it."""
    if not 1 <= month_number <= 12 or day_number < 1:
        return False
    return day_number <= last_day(2000 if year_number is None else year_number, month_number)


@functools.lru_cache(maxsize=4096)
def bounds(value: str | None) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day of a value, both included; None for an unknown year or an open end."""
    if value is None or value.startswith("-"):  # years before 0000 are beyond the calendar of `datetime`
        return None, None
    if "/" in value:
        start, end = value.split("/")
        earliest = None if start == ".." else bounds(start)[0]
        latest = None if end == ".." else bounds(end)[1]
        return (None, None) if "XXXX" in value else (earliest, latest)
    return _bounds_of_part(value)


def _bounds_of_part(value: str) -> tuple[datetime.date | None, datetime.date | None]:
    match = _PART.fullmatch(value)
    if match is None:
        raise ValueError(f"not an EDTF value: {value!r}")
    years, middle, last = match.groups()
    if years in ("XXXX", "0000"):
        return None, None
    first_year, last_year = int(years.replace("X", "0")), int(years.replace("X", "9"))
    if middle is None or middle == "XX":
        return datetime.date(max(first_year, 1), 1, 1), datetime.date(last_year, 12, 31)
    number = int(middle)
    if last is not None and last != "XX":
        only = datetime.date(first_year, number, int(last))
        return only, only
    first_month, last_month = SEASON_MONTHS.get(number) or QUARTER_MONTHS.get(number) or (number, number)
    end_year = first_year + (last_month < first_month)
    return (
        datetime.date(first_year, first_month, 1),
        datetime.date(end_year, last_month, last_day(end_year, last_month)),
    )


@functools.lru_cache(maxsize=4096)
def precision(value: str | None) -> str:
    """How exact a value is: day, month, year, interval, or none where not even a month is known."""
    if value is None or value.startswith("XXXX-XX") or value in ("XXXX", "XXXX~"):
        return "none"
    if value.startswith("-"):
        return "interval" if "X" in value or value.count("-") > 1 else "year"
    bare = value.rstrip("~?%")
    if "/" in bare or "X" in bare[:4].replace("XXXX", ""):
        return "interval"
    parts = bare.split("-")
    if len(parts) == 3:
        return "day" if parts[2] != "XX" else "month"
    if len(parts) == 2:
        return "month" if int(parts[1]) <= 12 else "interval"
    return "year"
