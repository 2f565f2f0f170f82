"""Days: figures, day and month, weekdays, named days, days counted from the anchor."""

import datetime
import re

from flows.normalize.dates import edtf, holidays
from flows.normalize.dates.context import Context, Reading, year_of
from flows.normalize.dates.stated import (
    bounds_of,
    first,
    inside,
    month_by_deixis,
    month_number,
    of_kind,
    shift_month,
    year_for,
)
from flows.normalize.dates.tokens import Token
from flows.normalize.dates.values import UNKNOWN_DAY, date_reading, day_reading, week_value

_BESIDE = re.compile(r", ?(?:[^\W\d_]{1,3} )?")


def read_iso(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    value = tokens[match.start("iso")].lower
    year, month, day = int(value[:4]), int(value[5:7]), int(value[8:10])
    if not edtf.exists(year, month, day):
        return None
    return day_reading(year, month, day, stated=True)


def read_numeric(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    token = tokens[match.start("numeric")]
    parts = [int(part) for part in re.split(r"[./-]", token.lower)]
    if parts[0] > 31:
        year, month, day = parts
    else:
        day, month, year = parts
        month_is_first = context.country in ("US", "PH") or (context.lexicon.customs.month_first and context.country is None and day <= 12 < month)
        if ("/" in token.lower and month_is_first) or month > 12 >= day:
            day, month = month, day
        elif context.lexicon.customs.month_first and "/" in token.lower and context.country is None and day <= 12 and day != month:
            return None
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not edtf.exists(year, month, day) or not 1000 <= year < 2200:
        return None
    return day_reading(year, month, day, stated=True)


def read_days_numeric(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«14.–15.10.2019»: from a day to a date in figures."""
    last = read_numeric(context, match, tokens, None)
    if last is None or last.edtf is None or "-" in tokens[match.start("numeric")].lower:
        return None
    end = datetime.date.fromisoformat(last.edtf)
    low = int(tokens[match.start("first")].value)
    if low >= end.day:
        return last if tokens[match.start("numeric") - 1].kind == "/" else None  # «№ 12/01.10.2019»
    value = f"{edtf.day(end.year, end.month, low)}/{last.edtf}"
    return Reading(value, value, None, "day", True)


def read_short_date(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """«14.11.», «(14/11)»: a day and a month in figures."""
    if match.start("short") >= 0:
        day, month = map(int, tokens[match.start("short")].lower.rstrip(".").split("."))
    else:
        day, month = int(tokens[match.start("day")].value), int(tokens[match.start("month")].value)
    if not edtf.exists(None, month, day):
        return None
    year = lent or year_of(context, month, day, *bounds_of(match, tokens))
    return day_reading(year, month, day) if edtf.exists(year, month, day) else None


def read_day_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month, day = month_number(match, tokens), int(tokens[match.start("day")].value)
    if any(token.lower in context.lexicon.exclude.inside for token in tokens[match.start("day") : match.start("month")]):
        return None  # "the Model 2 in March 2020"
    year, stated = year_for(context, match, tokens, lent, month, day)
    if not edtf.exists(year, month, day):
        return None
    return day_reading(year, month, day, stated)


def read_ordinal_day(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """«пятого ноября», «двадцать первого січня»: a day in words; «первые майские выходные» are none."""
    month, place = month_number(match, tokens), match.start("ordinal")
    day = int(tokens[place].value) if tokens[place].kind == "c" else context.lexicon.ordinal_days.get(tokens[place].lower)
    between = {token.lower for token in tokens[place + 1 : match.start("month")]}
    if (context.lexicon.customs.month_first and not between) or not between.isdisjoint(context.lexicon.exclude.inside):
        return None  # "his second May race", "third in March"
    if day is None or tokens[match.start("month")].lower in context.lexicon.adjectives:
        return None
    if match.start("tens") >= 0:
        tens = tokens[match.start("tens")].value
        if tens not in (20, 30) or day > 9:
            return None
        day += int(tens)
    year, stated = year_for(context, match, tokens, lent, month, day)
    return day_reading(year, month, day, stated) if edtf.exists(year, month, day) else None


def read_days_of_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month = month_number(match, tokens)
    low, high = int(tokens[match.start("first")].value), int(tokens[match.start("last")].value)
    year, stated = year_for(context, match, tokens, lent, month, high)
    if low > high or not edtf.exists(year, month, low) or not edtf.exists(year, month, high):
        return None
    value = f"{edtf.day(year, month, low)}/{edtf.day(year, month, high)}"
    return Reading(value, value, None, "day", stated)


def read_day_of_this_month(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    which = first(match, tokens, "which", "after").kind.replace("4", "t")
    year, month = month_by_deixis(context, which)
    number = context.lexicon.ordinal_days.get(tokens[match.start("ordinal")].lower) if match.start("ordinal") >= 0 else None
    if match.start("day") < 0 and number is None:
        return None
    day = number if number is not None else int(tokens[match.start("day")].value)
    named = of_kind(tokens[match.start() : match.end()], "L")
    if named is not None and named.lower in context.lexicon.plural.forms:
        return None  # «9 месяцев этого»: a length
    if month is None:
        return day_reading(None, None, day)
    return day_reading(year, month, day) if edtf.exists(year, month, day) else None


def read_week_of_day(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """"The week of November 18", «la semana del 20 de abril»: the week in which the day lies, else the day alone."""
    day = read_day_month(context, match, tokens, lent)
    if day is None or tokens[match.start() + 1].lower not in context.lexicon.customs.week_of:
        return day
    if "X" in day.edtf:
        return None
    named = datetime.date.fromisoformat(day.edtf)
    monday = named - datetime.timedelta(days=named.weekday())
    return Reading(f"{monday}/{monday + datetime.timedelta(days=6)}", week_value(monday), None, "week", day.year_is_stated)


def read_numbered_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«No último dia 12», «el pasado día 8»: the last or the next day of that number."""
    day, today = int(tokens[match.start("day")].value), context.today
    if today is None:
        return day_reading(None, None, day)
    steps = (0, -1, -2) if tokens[match.start("which")].kind == "l" else (0, 1, 2)
    months = [shift_month(today.year, today.month, step) for step in steps]
    days = [datetime.date(year, month, day) for year, month in months if edtf.exists(year, month, day)]
    found = [named for named in days if (named <= today if steps[1] < 0 else named >= today)]
    return date_reading(found[0]) if found else None


def read_weekday_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«sábado (9)», «domenica 10»: the day of that number and weekday nearest to the anchor."""
    weekday = first(match, tokens, "weekday", "weekday2")
    number = int(weekday.value)
    today = context.today
    if today is None:
        return day_reading(None, None, int(first(match, tokens, "day", "day2").value))
    day = int(first(match, tokens, "day", "day2").value)
    reach = 7 if tokens[match.start()].kind == "t" else 25  # «neste domingo, 17» is near
    near = [today + datetime.timedelta(days=shift) for shift in range(1 - reach, reach)]
    found = [date for date in near if date.day == day and date.isoweekday() == number]
    if found:
        return date_reading(min(found, key=lambda date: abs((date - today).days)))
    return read_weekday(context, match, tokens, None) if weekday.kind == "W" else None


def read_weekday(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    number = int(first(match, tokens, "weekday", "weekday2", "weekday3", "weekday4", "weekday5").value)
    today = context.today
    if today is None:
        return Reading("XXXX-XX-XX", f"XXXX-WXX-{number}", None, "day")
    back = (today.isoweekday() - number) % 7
    which = first(match, tokens, "which", "after", "this", "this2", "after4")
    kind = which.kind if which else ""
    if kind == "l":
        nearest = 0 if context.lexicon.customs.near_last else 1
        return date_reading(today - datetime.timedelta(days=back if back > nearest else back + 7))
    if kind == "x":
        return date_reading(today + datetime.timedelta(days=7 - back))
    if kind == "t" and context.lexicon.customs.near_this and back <= 2:
        return date_reading(today - datetime.timedelta(days=back))
    told = context.last_day
    if which is None and told is not None and told.isoweekday() == number and _BESIDE.fullmatch(context.low, context.told_until, bounds_of(match, tokens)[0]):
        return date_reading(told)  # «3 ноября, в воскресенье»
    direction = context.direction(*bounds_of(match, tokens))
    if (direction > 0 and back) or (kind == "t" and back == 6):  # nobody calls what was six days ago "this Thursday"
        return date_reading(today + datetime.timedelta(days=7 - back))
    ahead = context.told_ahead(bounds_of(match, tokens)[0]) if direction == 0 and back else None
    if ahead is not None:
        return date_reading(ahead + datetime.timedelta(days=(number - ahead.isoweekday()) % 7))
    told = context.told_weekdays.get(number)
    if direction == 0 and told is not None and abs((told - today).days) < 7:
        return date_reading(told)  # «3 листопада дощ… В неділю без опадів»: the day that was named before
    return date_reading(today - datetime.timedelta(days=back))


def read_relative_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    offset = int(tokens[match.start("relative")].value)
    today = context.now if offset < 0 else context.today
    if today is not None:
        day = today + datetime.timedelta(days=offset)
        weekday = of_kind(tokens[match.start() : match.end()], "W")
        if weekday is not None:
            back = (day.isoweekday() - int(weekday.value)) % 7
            day += datetime.timedelta(days=-back if back <= 3 else 7 - back)
        numbered = first(match, tokens, "day")
        near = (day + datetime.timedelta(days=shift) for shift in (0, -1, 1, -2, 2))
        return date_reading(next((found for found in near if numbered and found.day == numbered.value), day))
    anchor = context.anchor
    if anchor is not None and anchor.month is not None and anchor.day is not None:
        if offset == 0:
            return day_reading(None, anchor.month, anchor.day)
        if 0 < anchor.day + offset <= 28:
            return day_reading(None, anchor.month, anchor.day + offset)
    return UNKNOWN_DAY


def read_round_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """The past twenty-four hours count as the day of publication, the last day that they reach into."""
    offset = 1 if tokens[match.start("which")].kind == "x" else 0
    today = context.today
    return UNKNOWN_DAY if today is None else date_reading(today + datetime.timedelta(days=offset))


def read_holiday(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    rule = str(tokens[match.start("holiday")].value)
    given = inside(match, tokens, "year")
    year = int(given[0].value) if given else lent
    stated = year is not None
    if year is None and context.today is not None:
        year = holidays.nearest_year(rule, context.today, context.direction(*bounds_of(match, tokens)))
    if year is None:
        fixed = holidays.fixed_day(rule)
        return day_reading(None, *fixed) if fixed else UNKNOWN_DAY
    day = holidays.day_of(rule, year)
    return day_reading(day.year, day.month, day.day, stated)
