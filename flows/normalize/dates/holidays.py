"""Named days: the day that a holiday's rule gives in a year.

A rule is `MM-DD`, `easter+N` (Western), `orthodox+N`, or `MM-wN` plus weekday and shift: `11-th4+1` is the day after
the fourth Thursday of November.
"""

import datetime
import re

_NTH = re.compile(r"(\d\d)-(mo|tu|we|th|fr|sa|su)(\d)([+-]\d+)?")
_WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


def day_of(rule: str, year: int) -> datetime.date:
    """The day in that year; raises ValueError for an unknown rule."""
    fixed = fixed_day(rule)
    if fixed:
        return datetime.date(year, *fixed)
    if rule.startswith("easter"):
        return _easter(year) + datetime.timedelta(days=int(rule[6:] or 0))
    if rule.startswith("orthodox"):
        return _orthodox_easter(year) + datetime.timedelta(days=int(rule[8:] or 0))
    match = _NTH.fullmatch(rule)
    if match is None:
        raise ValueError(f"not a rule for a named day: {rule!r}")
    month, weekday, nth, shift = match.groups()
    first = datetime.date(year, int(month), 1)
    ahead = (_WEEKDAYS.index(weekday) - first.weekday()) % 7
    return first + datetime.timedelta(days=ahead + 7 * (int(nth) - 1) + int(shift or 0))


def fixed_day(rule: str) -> tuple[int, int] | None:
    """(month, day) of a rule that is the same every year."""
    match = re.fullmatch(r"(\d\d)-(\d\d)", rule)
    return (int(match[1]), int(match[2])) if match else None


def nearest_year(rule: str, today: datetime.date, direction: int) -> int:
    """The year whose named day lies nearest to today, on the side that the tense gives."""
    days = [day_of(rule, today.year + shift) for shift in (-1, 0, 1)]
    near = [day for day in days if abs((day - today).days) <= 60]
    if not near and direction < 0:
        days = [day for day in days if day <= today]
    elif not near and direction > 0:
        days = [day for day in days if day >= today]
    return min(days, key=lambda day: abs((day - today).days)).year


def _easter(year: int) -> datetime.date:
    """Gregorian Easter Sunday (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return datetime.date(year, f // 31, f % 31 + 1)


def _orthodox_easter(year: int) -> datetime.date:
    """Julian Easter Sunday in the Gregorian calendar of 1900 to 2099 (Meeus)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return datetime.date(year, month, day + 1) + datetime.timedelta(days=13)
