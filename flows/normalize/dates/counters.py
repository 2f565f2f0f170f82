"""Numbers with counters, as Japanese writes dates: 2019年10月31日."""

import datetime
import re

from flows.normalize.dates import edtf
from flows.normalize.dates.context import Context, Reading, year_of
from flows.normalize.dates.stated import bounds_of, first, inside, shift_month, stated_year
from flows.normalize.dates.tokens import Token
from flows.normalize.dates.values import day_reading, part_of_month, week_value


def counted_year(context: Context, match: re.Match, tokens: list[Token]) -> tuple[int | None, bool]:
    """(year, whether it is stated) of 「2019年」, 「令和元年」, 「昨年」."""
    given = inside(match, tokens, "year")
    if not given:
        return None, False
    if given[0].kind == "3":
        return int(given[0].value) + int(given[1].value), True
    if given[0].kind == "d":
        short = 2000 + int(given[0].value)
        return (short, True) if context.year is None or short <= context.year + 1 else (None, True)
    return stated_year(context, given)


def read_counted_date(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month, day = int(tokens[match.start("month")].value), int(tokens[match.start("last")].value)
    if not 1 <= month <= 12:
        return None
    year, stated = counted_year(context, match, tokens)
    if year is None and not inside(match, tokens, "year"):
        year, stated = (lent, True) if lent else (year_of(context, month, day, *bounds_of(match, tokens)), False)
    return day_reading(year, month, day, stated) if edtf.exists(year, month, day) else None


def read_counted_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """A day without its month: of the month named by 先月, of the one told last, else the nearest."""
    day = int(tokens[match.start("last")].value)
    offset = first(match, tokens, "offset")
    year, month = month_of_day(context, day, offset, bounds_of(match, tokens))
    if month is None:
        return day_reading(None, None, day)
    return day_reading(year, month, day) if edtf.exists(year, month, day) else None


def month_of_day(
    context: Context, day: int, offset: Token | None, span: tuple[int, int]
) -> tuple[int | None, int | None]:
    today = context.today
    if today is None:
        return None, None
    if offset is not None:
        return shift_month(today.year, today.month, int(offset.value))
    told = context.last_day
    if told is not None and 0 <= (told - today).days + 45 <= 45 and told.month != today.month and day > told.day:
        return told.year, told.month
    candidates = [shift_month(today.year, today.month, by) for by in (-1, 0, 1)]
    days = [datetime.date(*found, day) for found in candidates if edtf.exists(*found, day)]
    direction = context.direction(*span) if all(abs((found - today).days) > 3 for found in days) else 0
    if direction < 0:
        days = [found for found in days if found <= today] or days
    elif direction > 0:
        days = [found for found in days if found >= today] or days
    best = min(days, key=lambda found: abs((found - today).days))
    return best.year, best.month


def read_counted_days(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    low, high = int(tokens[match.start("first")].value), int(tokens[match.start("last")].value)
    if match.start("month") >= 0:
        end = read_counted_date(context, match, tokens, lent)
    else:
        end = read_counted_day(context, match, tokens, lent)
    if end is None or low >= high:
        return None
    value = f"{end.edtf[:8]}{low:02d}/{end.edtf}"
    return Reading(value, value, None, "day", end.year_is_stated)


def read_counted_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month = int(tokens[match.start("month")].value)
    if not 1 <= month <= 12 or tokens[match.start("month") + 1].lower != "月":
        return None
    year, stated = counted_year(context, match, tokens)
    if year is None and stated:
        return None
    if year is None and not inside(match, tokens, "year"):
        year, stated = (lent, True) if lent else (year_of(context, month, None, *bounds_of(match, tokens)), False)
    return month_or_part(context, match, tokens, year, month, stated)


def month_or_part(
    context: Context, match: re.Match, tokens: list[Token], year: int | None, month: int, stated: bool
) -> Reading:
    part = first(match, tokens, "part")
    if part is not None:
        return part_of_month(str(part.value), year, month, stated)
    value = edtf.month(year, month)
    return Reading(value, value, None, "month", stated)


def read_offset_month(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    if context.anchor is None or context.anchor.month is None:
        return Reading("XXXX-XX", "XXXX-XX", None, "month")
    by = int(tokens[match.start("offset")].value)
    return month_or_part(context, match, tokens, *shift_month(context.year, context.anchor.month, by), False)


def read_offset_week(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    today = context.today
    if today is None:
        return Reading("XXXX-XX-XX/XXXX-XX-XX", "XXXX-WXX", None, "week")
    monday = today + datetime.timedelta(days=7 * int(tokens[match.start("offset")].value) - today.weekday())
    return Reading(f"{monday}/{monday + datetime.timedelta(days=6)}", week_value(monday), None, "week")


def read_counted_months(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    low, high = int(tokens[match.start("first")].value), int(tokens[match.start("last")].value)
    if not 1 <= low < high <= 12 or (high > low + 1 and any(token.kind == "," for token in tokens[match.start() : match.end()])):
        return None
    year, stated = counted_year(context, match, tokens)
    if year is None and not inside(match, tokens, "year"):
        year = year_of(context, high, None, *bounds_of(match, tokens))
    if tokens[match.end() - 1].kind == "7" and (low - 1) % 3 == 0 and high - low == 2:
        return Reading(edtf.month(year, 32 + high // 3), f"{edtf.year(year)}-Q{high // 3}", None, "quarter", stated)
    value = f"{edtf.month(year, low)}/{edtf.month(year, high)}"
    return Reading(value, value, None, "month", stated)


def read_era_year(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    year, _ = counted_year(context, match, tokens)
    value = edtf.year(year)
    return Reading(value, value, None, "year", True)


# what is held in a year or is a part of it
_HELD_IN_A_YEAR = ("シーズン", "世界", "大会", "五輪", "リオ", "ドラフト", "日本シリーズ", "オフ", "夏", "秋", "春", "冬")


def read_short_year(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """「16年に開いた」 and 「16年世界選手権」 name a year; 「16年になる」 and 「16年の」 may count years."""
    number, after = int(tokens[match.start("year")].value), context.low[tokens[match.end() - 1].end :][:5]
    names_year = (after[:1] == "に" and after[1:2] not in "なわ一及近") or after.removeprefix("の").startswith(_HELD_IN_A_YEAR)
    if number < 10 or context.year is None or 2000 + number > context.year + 1 or not names_year:
        return None
    value = edtf.year(2000 + number)
    return Reading(value, value, None, "year", True)


def read_counted_decade(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    token = tokens[match.start("year")]
    if token.value is None:
        return None  # a time of day: «10:30 年代»
    start = int(token.value)
    start += 1900 if 30 < start < 100 else 0
    return None if start % 10 or not 1000 <= start < 2200 else Reading(f"{start // 10}X", f"{start // 10}", None, "decade", True)


def read_counted_years(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """「2015～18年」."""
    low, last = int(tokens[match.start("first")].value), tokens[match.start("last")]
    if last.value is None:
        return None
    high = int(last.value) if last.kind == "Y" else low // 100 * 100 + int(last.value)
    if not 0 < high - low < 100 or (last.kind != "Y" and last.end - last.start != 2):
        return None
    value = f"{edtf.year(low)}/{edtf.year(high)}"
    return Reading(value, value, None, "year", True)


def read_half_of_counted_year(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """「2018年後半」, 「今年上半期」."""
    year, stated = counted_year(context, match, tokens)
    number = 1 if tokens[match.start("half")].value == "first_half" else 2
    low = 6 * number - 5
    return Reading(f"{edtf.month(year, low)}/{edtf.month(year, low + 5)}", f"{edtf.year(year)}-H{number}", None, "half", stated)


def read_weekend_of_week(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """「先週末」 is its Saturday and Sunday, 「来週初め」 the week."""
    week = read_offset_week(context, match, tokens, None)
    if week is None or tokens[match.start("part")].value != "end" or "X" in week.edtf:
        return week
    sunday = datetime.date.fromisoformat(week.edtf[-10:])
    return week._replace(edtf=f"{sunday - datetime.timedelta(days=1)}/{sunday}", timex=f"{week.timex}-WE")
