"""Nights between two days: «в ночь с 14 на 15 ноября», „in der Nacht von Donnerstag auf Freitag“."""

import datetime
import re

from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.days import read_day_month, read_weekday
from flows.normalize.dates.stated import first
from flows.normalize.dates.tokens import Token


def read_night_days(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """The two days where the first is the eve of the second, else the second alone."""
    end = read_day_month(context, match, tokens, lent)
    if end is None or "X" in end.edtf:
        return end
    eve = datetime.date.fromisoformat(end.edtf) - datetime.timedelta(days=1)
    return _night(eve, end) if eve.day == tokens[match.start("first")].value else end


def read_night_weekdays(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """The two days where one weekday follows the other, else the second alone."""
    end = read_weekday(context, match, tokens, None)
    if end is None or "X" in end.edtf:
        return end
    eve = datetime.date.fromisoformat(end.edtf) - datetime.timedelta(days=1)
    return _night(eve, end) if eve.isoweekday() == first(match, tokens, "eve").value else end


def _night(eve: datetime.date, end: Reading) -> Reading:
    """EDTF has no nights; TIMEX3 tells the night by the day on which it falls."""
    return end._replace(edtf=f"{eve.isoformat()}/{end.edtf}", timex=f"{eve.isoformat()}TNI", timex_type="TIME")
