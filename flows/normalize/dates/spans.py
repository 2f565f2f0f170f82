"""Lengths of time counted from the anchor, and weeks and months that point to it."""

import datetime
import re

from flows.normalize.dates import edtf
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.stated import bounds_of, first, month_by_deixis, shift_month
from flows.normalize.dates.tokens import Token
from flows.normalize.dates.values import UNKNOWN_DAY, date_reading, monday_of, quarter_reading, week_value

# «Полгода», «півстоліття», "a fortnight": words that hold a number of units.
_UNITS_HELD = {"half_a_year": 6.0, "half_a_century": 0.5, "fortnight": 2.0}


def count_of(match: re.Match, tokens: list[Token]) -> float | None:
    """How many units are named; None where the words leave it open."""
    token, unit = first(match, tokens, "count", "count2"), first(match, tokens, "unit", "unit2")
    held = _UNITS_HELD.get(str(unit.value), 1.0)
    if token is None:
        return held
    return None if token.value is None or token.value == 0 or token.value == "0" else float(token.value) * held


def counted_from(context: Context, unit: str, count: float, sign: int) -> Reading | None:
    today = context.now
    if unit == "O":
        return None
    unit = "J" if unit == "@" else unit
    if unit in "JK":
        if today is None:
            return UNKNOWN_DAY if unit == "J" else None
        days = count * (7 if unit == "K" else 1)
        if days > 40_000:
            return None
        return date_reading(today + sign * datetime.timedelta(days=int(days)), "~")
    base = today.year if today is not None else context.year
    if base is None:
        return None
    if unit == "L":
        here = today.month if today is not None else context.anchor.month
        if here is None:
            return None
        year, month = shift_month(base, here, sign * int(count))
        return Reading(edtf.month(year, month) + "~", edtf.month(year, month), "APPROX", "month")
    years = count * {"A": 1, "D": 10, "C": 100}[unit]
    year = base + sign * int(years)
    if not 1 <= year <= 2300:
        return None
    return Reading(edtf.year(year) + "~", edtf.year(year), "APPROX", "year")


def read_ago(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    count, unit = count_of(match, tokens), first(match, tokens, "unit", "unit2")
    if count is None or (first(match, tokens, "count") is None and unit.lower in context.lexicon.plural.forms):
        return None
    if "unit2" in match.re.groupindex and match.start("unit2") >= 0 and unit.value not in _UNITS_HELD:
        return None
    return counted_from(context, unit.kind, count, -1)


def read_within(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«через два дня»; where the sentence tells the past it counts from another event."""
    count = count_of(match, tokens)
    if count is None or (not context.is_historic and context.direction(*bounds_of(match, tokens)) < 0):
        return None
    return counted_from(context, tokens[match.start("unit")].kind, count, 1)


def read_duration(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """A length of time that is tied to no day: TIMEX3 only."""
    count, unit = tokens[match.start("count")].value, tokens[match.start("unit")]
    if unit.value in _UNITS_HELD:
        return None
    letters = {"J": "D", "@": "D", "K": "W", "L": "M", "A": "Y", "D": "DE", "C": "CE"}
    if count is None or unit.kind not in letters or float(count) % 1:
        return None
    number = "X" if float(count) == 0 else str(int(count))  # «кілька днів»
    return Reading(None, f"P{number}{letters[unit.kind]}", None, "duration", timex_type="DURATION")


def read_anaphoric_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«наступного дня», «того ж дня»: only in a text of history, where the day told last is the measure."""
    if not context.is_historic or context.last_day is None:
        return None
    return date_reading(context.last_day + datetime.timedelta(days=tokens[match.start("which")].kind == "x"))


def read_last_units(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    count, unit = count_of(match, tokens), tokens[match.start("unit")].kind
    today = context.today
    if count is None or today is None:
        return None
    which = first(match, tokens, "which", "which2").kind
    far = counted_from(context, unit, count, -1 if which == "l" else 1)
    if far is None:
        return None
    near = {"J": today.isoformat(), "K": today.isoformat(), "L": edtf.month(today.year, today.month)}.get(
        unit, edtf.year(today.year)
    )
    ends = (far.edtf, near) if which == "l" else (near, far.edtf)
    return Reading("/".join(ends), "/".join(end.rstrip("~") for end in ends), "APPROX", far.unit)


def read_unit_which(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    named = first(match, tokens, "unit", "unit2")
    unit = named.kind
    which = first(match, tokens, "which", "after")
    if unit == "D" and which.kind == "l":
        return last_decade(context)
    if (which.value == "recent" and unit != "E") or named.value in _UNITS_HELD:
        return None
    kind = which.kind.replace("4", "t")
    if named.value == "sport_season":
        return season_of_play(context, kind)
    if unit == "C":
        return century_by_deixis(context, kind)
    if unit == "L":
        # "The prior month" is the one before that of which the news are told, whatever was named in between.
        is_told = kind == "v" and context.latest_month is not None
        year, month = context.latest_month if is_told else month_by_deixis(context, kind)
        if kind == "v" and month is not None:
            year, month = shift_month(year, month, -1)
        value = edtf.month(year, month)
        return Reading(value, value, None, "month")
    if kind == "v":
        if unit == "Q" and context.last_quarter is not None:
            year, month = shift_month(context.last_quarter[0], (context.last_quarter[1] - 32) * 3, -3)
            return quarter_reading(year, month // 3)
        return None
    if unit == "K":
        monday = monday_of(context, kind)
        if monday is None:
            return Reading("XXXX-XX-XX/XXXX-XX-XX", "XXXX-WXX", None, "week")
        return Reading(f"{monday}/{monday + datetime.timedelta(days=6)}", week_value(monday), None, "week")
    if unit == "E":
        return weekend_reading(context, match, tokens, "t" if which.value == "coming" else kind)
    if unit == "Q" and context.year is not None and context.anchor.month is not None:
        year, month = shift_month(context.year, context.anchor.month, {"l": -3, "x": 3}.get(kind, 0))
        number = (month + 2) // 3
        return quarter_reading(year, number)
    return None


def season_of_play(context: Context, kind: str) -> Reading | None:
    """"Last season": from summer to summer."""
    if context.year is None or context.anchor.month is None or kind not in "ltx":
        return None
    first_year = context.year - (context.anchor.month < 7) + {"l": -1, "x": 1}.get(kind, 0)
    value = f"{edtf.year(first_year)}/{edtf.year(first_year + 1)}"
    return Reading(value, value, None, "year")


def century_by_deixis(context: Context, kind: str) -> Reading | None:
    if context.year is None or kind not in "ltx":
        return None
    number = context.year // 100 + {"l": -1, "x": 1}.get(kind, 0)
    return Reading(f"{number}XX", str(number), None, "century")


def last_decade(context: Context) -> Reading | None:
    """"Over the last decade": the ten years up to now."""
    if context.year is None:
        return None
    ends = edtf.year(context.year - 10), edtf.year(context.year)
    return Reading(f"{ends[0]}~/{ends[1]}", "/".join(ends), "APPROX", "decade")


def weekend_reading(context: Context, match: re.Match, tokens: list[Token], kind: str | None = None) -> Reading | None:
    today = context.today
    if today is None:
        return Reading("XXXX-XX-XX/XXXX-XX-XX", "XXXX-WXX-WE", None, "week")
    saturday = today + datetime.timedelta(days=5 - today.weekday())
    if kind == "l" or (kind != "x" and today.weekday() < 5 and context.direction(*bounds_of(match, tokens)) < 0):
        saturday -= datetime.timedelta(days=7)
    elif kind == "x" and today.weekday() >= 4:
        saturday += datetime.timedelta(days=7)
    monday = saturday - datetime.timedelta(days=5)
    return Reading(f"{saturday}/{saturday + datetime.timedelta(days=1)}", f"{week_value(monday)}-WE", None, "week")


def read_weekend_alone(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    return weekend_reading(context, match, tokens)
