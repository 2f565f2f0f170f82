"""Counted days and weeks: the last Sunday of March, the first week of October, the Tuesday of next week."""

import datetime
import re

from flows.normalize.dates import edtf
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.stated import first, month_number, year_for
from flows.normalize.dates.tokens import Token
from flows.normalize.dates.values import date_reading, day_reading, monday_of


def read_nth_weekday(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """The n-th or the last weekday of a month."""
    month, weekday = month_number(match, tokens), int(tokens[match.start("weekday")].value)
    nth = _place(tokens[match.start("nth")])
    year, stated = year_for(context, match, tokens, lent, month, None)
    if nth is None or year is None:
        return None
    opening = datetime.date(year, month, 1)
    if nth > 0:
        day = 1 + (weekday - opening.isoweekday()) % 7 + 7 * (nth - 1)
    else:
        closing = datetime.date(year, month, edtf.last_day(year, month))
        day = closing.day - (closing.isoweekday() - weekday) % 7
    return day_reading(year, month, day, stated) if edtf.exists(year, month, day) else None


def read_nth_week(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """The first week of a month is its first seven days, the last one its last seven."""
    month, nth = month_number(match, tokens), _place(tokens[match.start("nth")])
    year, stated = year_for(context, match, tokens, lent, month, None)
    if nth is None or nth > 4:
        return None
    last = edtf.last_day(year or 2001, month)
    low, high = (last - 6, last) if nth < 0 else (7 * nth - 6, 7 * nth)
    value = f"{edtf.day(year, month, low)}~/{edtf.day(year, month, high)}~"
    return Reading(value, value.replace("~", ""), "APPROX", "part", stated)


def read_weekday_of_week(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«Вівторок наступного тижня», "Friday next week", 「今週の日曜日」."""
    number = int(tokens[match.start("weekday")].value)
    if match.start("offset") >= 0:
        today = context.today
        monday = None if today is None else today + datetime.timedelta(days=7 * int(tokens[match.start("offset")].value) - today.weekday())
    else:
        which = first(match, tokens, "which", "after")
        monday = None if which is None else monday_of(context, which.kind.replace("4", "t"))
    if monday is None:
        return Reading("XXXX-XX-XX", f"XXXX-WXX-{number}", None, "day")
    return date_reading(monday + datetime.timedelta(days=number - 1))


def _place(token: Token) -> int | None:
    """1 to 5, or -1 for the last one."""
    if token.kind == "l":
        return -1
    return int(token.value) if 1 <= int(token.value) <= 5 else None
