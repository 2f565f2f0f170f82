"""Months, seasons, quarters, half-years and parts of them."""

import datetime
import re

from flows.normalize.dates import edtf
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.stated import (
    bounds_of,
    first,
    inside,
    month_by_deixis,
    month_number,
    of_kind,
    stated_year,
    year_for,
)
from flows.normalize.dates.tokens import Token
from flows.normalize.dates.values import (
    PART_MODS,
    TIMEX_SEASONS,
    monday_of,
    part_of_month,
    part_of_year,
    quarter_reading,
    week_value,
)

_IN = ("en", "em")  # «le contrat prend fin en juillet»: what ends then, not the end of the month


def read_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month = month_number(match, tokens)
    year, stated = year_for(context, match, tokens, lent, month, None)
    value = edtf.month(year, month)
    return Reading(value, value, None, "month", stated)


def read_part_of_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month = month_number(match, tokens)
    if tokens[match.start("part") + 1].lower in _IN:
        return None
    year, stated = year_for(context, match, tokens, lent, month, None)
    return part_of_month(str(tokens[match.start("part")].value), year, month, stated)


def read_half_of_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month, half = month_number(match, tokens), int(tokens[match.start("half")].value)
    year, stated = year_for(context, match, tokens, lent, month, None)
    last = edtf.last_day(year or 2001, month)
    kind = tokens[match.start("half") + 1 + (tokens[match.start("half") + 1].kind == "-")].value
    spans = {1: (1, 10), 2: (11, 20), 3: (21, last)} if kind == "third" else {1: (1, 15), 2: (16, last)}
    if half not in spans or kind not in ("half", "third", "mid"):
        return None
    low, high = spans[half]
    value = f"{edtf.day(year, month, low)}/{edtf.day(year, month, high)}"
    return Reading(value, value, None, "part", stated)


def read_part_of_year(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    given = [token for group in ("year", "year2") for token in inside(match, tokens, group)]
    if given and any(token.lower in context.lexicon.plural.forms for token in tokens[match.start() : match.end()]) and given[0].kind == "Y" and given[0].value % 10 == 0:
        value = f"{given[0].value // 10}X"  # «milieu des années 2000»
        return Reading(value, value[:-1], PART_MODS[str(tokens[match.start("part")].value)], "decade", True)
    year, stated = stated_year(context, given)
    return part_of_year(str(first(match, tokens, "part", "part2").value), year, stated)


def read_part_of_year_after(context: Context, part: Token, given: list[Token]) -> Reading:
    """A part of the year that is named after it."""
    year, stated = stated_year(context, given)
    return part_of_year(str(part.value), year, stated)


def read_part_of_unit(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    part = str(tokens[match.start("part")].value)
    unit = first(match, tokens, "unit", "unit2", "unit3").kind
    which = first(match, tokens, "which", "which2")
    kind = which.kind if which else "t"
    if unit == "A":
        year, _ = stated_year(context, [which] if which else [])
        if which is None and context.is_historic:
            year = context.story_year
        return part_of_year(part, year, False)
    if unit == "L":
        year, month = month_by_deixis(context, kind)
        return None if month is None else part_of_month(part, year, month, False)
    if unit == "K":
        return part_of_week(context, part, kind)
    return None


def part_of_week(context: Context, part: str, kind: str) -> Reading | None:
    monday = monday_of(context, kind)
    if monday is None:
        return None
    low, high = {"start": (0, 1), "mid": (0, 6)}.get(part, (4, 6))
    unsure = "" if part == "mid" else "~"
    days = [(monday + datetime.timedelta(days=shift)).isoformat() + unsure for shift in (low, high)]
    return Reading("/".join(days), week_value(monday), PART_MODS[part], "week")


def read_season(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    season = of_kind(tokens[match.start() : match.end()], "S5")
    number, given = int(str(season.value)[:2]), inside(match, tokens, "year") or inside(match, tokens, "offset")
    by = int(str(season.value)[2:] or 0)  # 「昨夏」 is one word
    stated = False
    if given:
        year, stated = stated_year(context, given)
    elif by:
        year = None if context.year is None else context.year + by
    elif lent is not None:
        year, stated = lent, True
    else:
        year = season_year(context, match, tokens, number)
    value = edtf.month(year, number)
    return Reading(value, f"{edtf.year(year)}-{TIMEX_SEASONS[number]}", None, "season", stated)


def season_year(context: Context, match: re.Match, tokens: list[Token], season: int) -> int | None:
    """Winter counts from December: January 2020 lies in the winter of 2019."""
    if context.year is None or context.anchor.month is None:
        return None
    if context.story_year is not None and context.is_historic:
        return context.story_year
    if context.lexicon.customs.counters:
        return context.year
    month = context.anchor.month
    start, end = edtf.SEASON_MONTHS[season]
    which = first(match, tokens, "which", "after")
    now = month in ((12, 1, 2) if season == 24 else range(start, end + 1))
    running = context.year - (season == 24 and month <= 2)
    if which is not None and which.kind == "l":
        return running - 1 if now else running - (start > month)
    if which is not None and which.kind == "x":
        return running + 1 if now else running + (end < month and season != 24)
    if now:
        return running
    if which is not None and which.kind == "t":
        return running
    direction = context.direction(*bounds_of(match, tokens))
    if direction > 0 and match.start() and tokens[match.start() - 1].kind == "B":
        direction = context.clause_direction(*bounds_of(match, tokens))  # «находится в СИЗО с весны»
    if direction < 0:
        return running - (start > month)
    if direction > 0:
        return running + (start < month)
    ahead = (start - month) % 12
    return running + (start < month) if ahead <= 3 else running - (start > month)


def read_half_year(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    unit = of_kind(tokens[match.start() : match.end()], "H")
    if unit is not None and unit.value == "sport_season":
        return None
    token = first(match, tokens, "number", "half", "after")
    number = int(token.value)
    part = of_kind(tokens[match.start() : match.end()], "p")
    if part is not None and part.value != "mid":  # «seconda metà del 2018» is a half, "first late 2018 show" is none
        return read_part_of_year_after(context, part, inside(match, tokens, "year"))
    if number not in (1, 2):
        return None
    year, stated = period_year(context, match, tokens, lent, number * 6)
    low = 6 * number - 5
    return Reading(f"{edtf.month(year, low)}/{edtf.month(year, low + 5)}", f"{edtf.year(year)}-H{number}", None, "half", stated)


def period_year(
    context: Context, match: re.Match, tokens: list[Token], lent: int | None, last_month: int
) -> tuple[int | None, bool]:
    """The year of a quarter or half-year: one just spoken of, else the latest that has begun."""
    given = inside(match, tokens, "year")
    if given:
        return stated_year(context, given)
    if lent is not None:
        return lent, True
    start, end = bounds_of(match, tokens)
    if context.story_year is not None and start - context.story_at < 300:
        return context.story_year, False
    if context.year is None or context.anchor.month is None:
        return None, False
    ahead = last_month - 2 > context.anchor.month
    return context.year - (ahead and context.direction(start, end) <= 0), False


def read_first_months(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    count = int(first(match, tokens, "count", "count2").value)
    if "unit" in match.re.groupindex and tokens[match.start("unit")].kind == "Q":
        count *= 3
    if not 1 <= count <= 12:
        return None
    year, stated = stated_year(context, inside(match, tokens, "year"))
    is_last = "unit" in match.re.groupindex and any(token.kind == "l" for token in tokens[match.start() : match.start("unit")])
    low, high = (13 - count, 12) if is_last else (1, count)
    value = f"{edtf.month(year, low)}/{edtf.month(year, high)}"
    return Reading(value, value, None, "month", stated)


def read_same_period(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """"The same quarter last year", "the year-ago period": the month or quarter named last, in another year."""
    same, other = tokens[match.start("unit")], tokens[match.end("unit") - 1]
    if other.kind == "s":
        same, other = other, same
    unit = other.kind
    known = context.last_month if unit == "L" else context.last_quarter
    if known is None and unit == "7":
        known = context.last_month
    if known is None and unit == "L" and context.first_month is not None and context.today is not None:
        known = (context.today.year - (context.first_month > context.today.month), context.first_month)
    given = inside(match, tokens, "year")
    if not given and same.value != "year_ago":
        return None
    if unit == "7" and context.last_period is not None and "/" in context.last_period:
        return span_in_another_year(context, given)
    if known is None:
        year, stated = stated_year(context, given)
        return Reading(edtf.year(year), edtf.year(year), None, "year", stated) if given else None
    year, stated = stated_year(context, given) if given else (None if known[0] is None else known[0] - 1, False)
    number = known[1]
    if number > 12:
        return quarter_reading(year, number - 32, stated)
    value = edtf.month(year, number)
    return Reading(value, value, None, "month", stated)


def span_in_another_year(context: Context, given: list[Token]) -> Reading | None:
    """The months of the span named last, so many years away."""
    ends = context.last_period.split("/")
    if not all(end[:4].isdigit() for end in ends):
        return None
    last = int(ends[1][:4])
    year, stated = stated_year(context, given) if given else (last - 1, False)
    if year is None:
        return None
    value = "/".join(f"{int(end[:4]) + year - last:04d}{end[4:]}" for end in ends)
    return Reading(value, value.replace("~", ""), None, "month", stated)
