"""Resolution: from the tokens of one expression to what it means."""

import datetime
import re
from collections.abc import Callable

from flows.normalize.dates import edtf, holidays
from flows.normalize.dates.context import Context, Reading, year_of
from flows.normalize.dates.tokens import Token

Resolver = Callable[[Context, re.Match, list[Token], int | None], "Reading | None"]
TIMEX_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
PART_MODS = {"start": "START", "mid": "MID", "end": "END"}
DEIXIS = {"last": -1, "recent": -1, "this": 0, "this_after": 0, "next": 1, "new": 1, "same": 0}


def resolve(
    name: str, context: Context, match: re.Match, tokens: list[Token], year: int | None = None
) -> Reading | None:
    """What a matched shape means; `year` is one that a neighbour lends; None where it is no date after all."""
    return RESOLVERS[name](context, match, tokens, year)


# what a group of tokens holds


def first(match: re.Match, tokens: list[Token], *groups: str) -> Token | None:
    """The first token of the first of the groups that the rule has and that took part."""
    known = match.re.groupindex
    for group in groups:
        if group in known and match.start(group) >= 0:
            return tokens[match.start(group)]
    return None


def inside(match: re.Match, tokens: list[Token], group: str) -> list[Token]:
    """All tokens of a group."""
    if group not in match.re.groupindex or match.start(group) < 0:
        return []
    return tokens[match.start(group) : match.end(group)]


def of_kind(tokens: list[Token], kinds: str) -> Token | None:
    """The first token of one of the classes."""
    return next((token for token in tokens if token.kind in kinds), None)


def bounds_of(match: re.Match, tokens: list[Token]) -> tuple[int, int]:
    """Character span of a match."""
    return tokens[match.start()].start, tokens[match.end() - 1].end


def stated_year(context: Context, tokens: list[Token]) -> tuple[int | None, bool]:
    """(year, whether its digits stand there) of the tokens of a year: «2019 года», «прошлого года», «торік»."""
    number = of_kind(tokens, "Y")
    if number is not None:
        return int(number.value), True
    deixis = of_kind(tokens, "ltxvse4R")
    if deixis is None:
        return context.year, False
    base = context.year
    if deixis.kind == "R":
        return (None if base is None else base + int(deixis.value)), False
    if deixis.kind == "v":
        base = context.last_year or base
        return (None if base is None else base - 1), False
    if deixis.kind == "s":
        return context.story_year or base, False
    return (None if base is None else base + DEIXIS[str(deixis.value)]), False


# days


def _iso(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    value = tokens[match.start("iso")].lower
    year, month, day = int(value[:4]), int(value[5:7]), int(value[8:10])
    if not edtf.exists(year, month, day):
        return None
    return day_reading(year, month, day, stated=True)


def day_reading(year: int | None, month: int | None, day: int | None, stated: bool = False, unsure: str = "") -> Reading:
    """A day of which parts may be unknown."""
    value = edtf.day(year, month, day)
    return Reading(value + unsure, value, "APPROX" if unsure else None, "day", stated)


def date_reading(day: datetime.date, unsure: str = "") -> Reading:
    """A known day."""
    return day_reading(day.year, day.month, day.day, unsure=unsure)


UNKNOWN_DAY = Reading("XXXX-XX-XX", "XXXX-XX-XX", None, "day")


def _numeric(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    token = tokens[match.start("numeric")]
    parts = [int(part) for part in re.split(r"[./-]", token.lower)]
    if parts[0] > 31:
        year, month, day = parts
    else:
        day, month, year = parts
        month_is_first = context.country in ("US", "PH") or (context.lexicon.month_first and context.country is None and day <= 12 < month)
        if ("/" in token.lower and month_is_first) or month > 12 >= day:
            day, month = month, day
        elif context.lexicon.month_first and "/" in token.lower and context.country is None and day <= 12 and day != month:
            return None
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not edtf.exists(year, month, day) or not 1000 <= year < 2200:
        return None
    return day_reading(year, month, day, stated=True)


def _short_date(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """«14.11.», «(14/11)»: a day and a month in figures."""
    if match.start("short") >= 0:
        day, month = map(int, tokens[match.start("short")].lower.rstrip(".").split("."))
    else:
        day, month = int(tokens[match.start("day")].value), int(tokens[match.start("month")].value)
    if not edtf.exists(None, month, day):
        return None
    year = lent or year_of(context, month, day, *bounds_of(match, tokens))
    return day_reading(year, month, day) if edtf.exists(year, month, day) else None


def _weekday_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«sábado (9)», «domenica 10»: the day of that number and weekday nearest to the anchor."""
    number = int(tokens[match.start("weekday")].value)
    today = context.today
    if today is None:
        return day_reading(None, None, int(first(match, tokens, "day", "day2").value))
    day = int(first(match, tokens, "day", "day2").value)
    near = [today + datetime.timedelta(days=shift) for shift in range(-24, 25)]
    found = [date for date in near if date.day == day and date.isoweekday() == number]
    if found:
        return date_reading(min(found, key=lambda date: abs((date - today).days)))
    return _weekday(context, match, tokens, None)


def _month_number(match: re.Match, tokens: list[Token]) -> int:
    token = of_kind(inside(match, tokens, "month"), "Mm")
    return int(token.value)


def _year_for(
    context: Context, match: re.Match, tokens: list[Token], year: int | None, month: int, day: int | None
) -> tuple[int | None, bool]:
    given = inside(match, tokens, "year")
    if given:
        return stated_year(context, given)
    if year is not None:
        return year, True
    which = first(match, tokens, "which", "after")
    if which is not None and context.year is not None and context.anchor.month is not None and which.kind in "lx":
        return _year_by_deixis(context, which.kind, month, day), False
    return year_of(context, month, day, *bounds_of(match, tokens)), False


def _year_by_deixis(context: Context, kind: str, month: int, day: int | None) -> int:
    here = (context.anchor.month, context.anchor.day or 0)
    there = (month, day if day is not None else 0)
    if kind == "l":
        return context.year - (there > here if day is not None else month >= here[0])
    return context.year + (there < here if day is not None else month <= here[0])


def _day_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month, day = _month_number(match, tokens), int(tokens[match.start("day")].value)
    year, stated = _year_for(context, match, tokens, lent, month, day)
    if not edtf.exists(year, month, day):
        return None
    return day_reading(year, month, day, stated)


def _days_of_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month = _month_number(match, tokens)
    low, high = int(tokens[match.start("first")].value), int(tokens[match.start("last")].value)
    year, stated = _year_for(context, match, tokens, lent, month, high)
    if low > high or not edtf.exists(year, month, low) or not edtf.exists(year, month, high):
        return None
    value = f"{edtf.day(year, month, low)}/{edtf.day(year, month, high)}"
    return Reading(value, value, None, "day", stated)


def _day_of_this_month(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    which = tokens[match.start("which")].kind
    year, month = _month_by_deixis(context, which)
    day = int(tokens[match.start("day")].value)
    if month is None:
        return day_reading(None, None, day)
    return day_reading(year, month, day) if edtf.exists(year, month, day) else None


def _month_by_deixis(context: Context, kind: str) -> tuple[int | None, int | None]:
    if kind in "sv" and context.last_month:
        return context.last_month
    if context.anchor is None or context.anchor.month is None:
        return None, None
    return shift_month(context.year, context.anchor.month, {"l": -1, "v": -1, "x": 1}.get(kind, 0))


def shift_month(year: int | None, month: int, by: int) -> tuple[int | None, int]:
    """A month so many months away; without a year the year stays unknown."""
    index = month - 1 + by
    return (None if year is None else year + index // 12), index % 12 + 1


# numbers with counters: 2019年10月31日


def _counted_year(context: Context, match: re.Match, tokens: list[Token]) -> tuple[int | None, bool]:
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


def _counted_date(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month, day = int(tokens[match.start("month")].value), int(tokens[match.start("last")].value)
    if not 1 <= month <= 12:
        return None
    year, stated = _counted_year(context, match, tokens)
    if year is None and not inside(match, tokens, "year"):
        year, stated = (lent, True) if lent else (year_of(context, month, day, *bounds_of(match, tokens)), False)
    return day_reading(year, month, day, stated) if edtf.exists(year, month, day) else None


def _counted_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """A day without its month: of the month named by 先月, of the one told last, else the nearest."""
    day = int(tokens[match.start("last")].value)
    offset = first(match, tokens, "offset")
    year, month = _month_of_day(context, day, offset, bounds_of(match, tokens))
    if month is None:
        return day_reading(None, None, day)
    return day_reading(year, month, day) if edtf.exists(year, month, day) else None


def _month_of_day(
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


def _counted_days(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    low, high = int(tokens[match.start("first")].value), int(tokens[match.start("last")].value)
    if match.start("month") >= 0:
        end = _counted_date(context, match, tokens, lent)
    else:
        end = _counted_day(context, match, tokens, lent)
    if end is None or low >= high:
        return None
    value = f"{end.edtf[:8]}{low:02d}/{end.edtf}"
    return Reading(value, value, None, "day", end.year_is_stated)


def _counted_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month = int(tokens[match.start("month")].value)
    if not 1 <= month <= 12 or tokens[match.start("month") + 1].lower != "月":
        return None
    year, stated = _counted_year(context, match, tokens)
    if year is None and stated:
        return None
    if year is None and not inside(match, tokens, "year"):
        year, stated = (lent, True) if lent else (year_of(context, month, None, *bounds_of(match, tokens)), False)
    return _month_or_part(context, match, tokens, year, month, stated)


def _month_or_part(
    context: Context, match: re.Match, tokens: list[Token], year: int | None, month: int, stated: bool
) -> Reading:
    part = first(match, tokens, "part")
    if part is not None:
        return part_of_month(str(part.value), year, month, stated)
    value = edtf.month(year, month)
    return Reading(value, value, None, "month", stated)


def _offset_month(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    if context.anchor is None or context.anchor.month is None:
        return Reading("XXXX-XX", "XXXX-XX", None, "month")
    by = int(tokens[match.start("offset")].value)
    return _month_or_part(context, match, tokens, *shift_month(context.year, context.anchor.month, by), False)


def _offset_week(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    today = context.today
    if today is None:
        return Reading("XXXX-XX-XX/XXXX-XX-XX", "XXXX-WXX", None, "week")
    monday = today + datetime.timedelta(days=7 * int(tokens[match.start("offset")].value) - today.weekday())
    return Reading(f"{monday}/{monday + datetime.timedelta(days=6)}", _week(monday), None, "week")


def _counted_months(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    low, high = int(tokens[match.start("first")].value), int(tokens[match.start("last")].value)
    if not 1 <= low < high <= 12:
        return None
    year, stated = _counted_year(context, match, tokens)
    if year is None and not inside(match, tokens, "year"):
        year = year_of(context, high, None, *bounds_of(match, tokens))
    if tokens[match.end() - 1].kind == "7" and (low - 1) % 3 == 0 and high - low == 2:
        return Reading(edtf.month(year, 32 + high // 3), f"{edtf.year(year)}-Q{high // 3}", None, "quarter", stated)
    value = f"{edtf.month(year, low)}/{edtf.month(year, high)}"
    return Reading(value, value, None, "month", stated)


def _era_year(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    year, _ = _counted_year(context, match, tokens)
    value = edtf.year(year)
    return Reading(value, value, None, "year", True)


def _counted_decade(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    start = int(tokens[match.start("year")].value)
    return None if start % 10 else Reading(f"{start // 10}X", f"{start // 10}", None, "decade", True)


# months, seasons, quarters, parts


def _month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month = _month_number(match, tokens)
    year, stated = _year_for(context, match, tokens, lent, month, None)
    value = edtf.month(year, month)
    return Reading(value, value, None, "month", stated)


def _part_of_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month = _month_number(match, tokens)
    year, stated = _year_for(context, match, tokens, lent, month, None)
    return part_of_month(str(tokens[match.start("part")].value), year, month, stated)


def part_of_month(part: str, year: int | None, month: int, stated: bool) -> Reading:
    """Beginning 01-10, middle 11-20, end 21-last."""
    low, high = {"start": (1, 10), "mid": (11, 20)}.get(part, (21, edtf.last_day(year or 2001, month)))
    if year is None and month == 2 and part == "end":
        high = 29
    value = f"{edtf.day(year, month, low)}~/{edtf.day(year, month, high)}~"
    return Reading(value, edtf.month(year, month), PART_MODS[part], "part", stated)


def _half_of_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    month, half = _month_number(match, tokens), int(tokens[match.start("half")].value)
    year, stated = _year_for(context, match, tokens, lent, month, None)
    last = edtf.last_day(year or 2001, month)
    kind = tokens[match.start("half") + 1 + (tokens[match.start("half") + 1].kind == "-")].value
    spans = {1: (1, 10), 2: (11, 20), 3: (21, last)} if kind == "third" else {1: (1, 15), 2: (16, last)}
    if half not in spans or kind not in ("half", "third"):
        return None
    low, high = spans[half]
    value = f"{edtf.day(year, month, low)}/{edtf.day(year, month, high)}"
    return Reading(value, value, None, "part", stated)


def _part_of_year(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    given = [token for group in ("year", "year2") for token in inside(match, tokens, group)]
    year, stated = stated_year(context, given)
    return part_of_year(str(tokens[match.start("part")].value), year, stated)


def part_of_year(part: str, year: int | None, stated: bool) -> Reading:
    """Early January to April, middle May to August, late September to December."""
    low, high = {"start": (1, 4), "mid": (5, 8)}.get(part, (9, 12))
    value = f"{edtf.month(year, low)}~/{edtf.month(year, high)}~"
    return Reading(value, edtf.year(year), PART_MODS[part], "part", stated)


def _part_of_unit(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
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
        year, month = _month_by_deixis(context, kind)
        return None if month is None else part_of_month(part, year, month, False)
    if unit == "K":
        return _part_of_week(context, part, kind)
    return None


def _part_of_week(context: Context, part: str, kind: str) -> Reading | None:
    monday = _monday(context, kind)
    if monday is None:
        return None
    low, high = {"start": (0, 1), "mid": (0, 6)}.get(part, (4, 6))
    unsure = "" if part == "mid" else "~"
    days = [(monday + datetime.timedelta(days=shift)).isoformat() + unsure for shift in (low, high)]
    return Reading("/".join(days), _week(monday), PART_MODS[part], "week")


def _week(monday: datetime.date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


def _monday(context: Context, kind: str) -> datetime.date | None:
    today = context.today
    if today is None:
        return None
    return today + datetime.timedelta(days=7 * {"l": -1, "v": -1, "x": 1}.get(kind, 0) - today.weekday())


def _season(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    season = of_kind(tokens[match.start() : match.end()], "S5")
    number, given = int(season.value), inside(match, tokens, "year")
    stated = False
    if given:
        year, stated = stated_year(context, given)
    elif lent is not None:
        year, stated = lent, True
    else:
        year = _season_year(context, match, tokens, number)
    value = edtf.month(year, number)
    return Reading(value, f"{edtf.year(year)}-{TIMEX_SEASONS[number]}", None, "season", stated)


def _season_year(context: Context, match: re.Match, tokens: list[Token], season: int) -> int | None:
    """Winter counts from December: January 2020 lies in the winter of 2019."""
    if context.year is None or context.anchor.month is None:
        return None
    if context.story_year is not None and context.is_historic:
        return context.story_year
    if context.lexicon.counters:
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
    if direction < 0:
        return running - (start > month)
    if direction > 0:
        return running + (start < month)
    ahead = (start - month) % 12
    return running + (start < month) if ahead <= 3 else running - (start > month)


def _quarter(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    number = int(tokens[match.start("number")].value)
    if not 1 <= number <= 4:
        return None
    year, stated = _period_year(context, match, tokens, lent, number * 3)
    return quarter_reading(year, number, stated)


def _half_year(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    token = first(match, tokens, "number", "half")
    number = int(token.value)
    if number not in (1, 2):
        return None
    year, stated = _period_year(context, match, tokens, lent, number * 6)
    low = 6 * number - 5
    return Reading(f"{edtf.month(year, low)}/{edtf.month(year, low + 5)}", f"{edtf.year(year)}-H{number}", None, "half", stated)


def _period_year(
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


def _first_months(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    count = int(first(match, tokens, "count", "count2").value)
    if not 1 <= count <= 12:
        return None
    year, stated = stated_year(context, inside(match, tokens, "year"))
    value = f"{edtf.month(year, 1)}/{edtf.month(year, count)}"
    return Reading(value, value, None, "month", stated)


def _same_period(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """"The same quarter last year", "the year-ago period": the month or quarter named last, in another year."""
    same, unit = tokens[match.start("unit")], tokens[match.end("unit") - 1].kind
    known = context.last_month if unit == "L" else context.last_quarter
    if known is None and unit == "7":
        known = context.last_month
    given = inside(match, tokens, "year")
    if not given and same.value != "year_ago":
        return None
    if unit == "7" and context.last_period is not None and "/" in context.last_period:
        return _span_in_another_year(context, given)
    if known is None:
        return None
    year, stated = stated_year(context, given) if given else (None if known[0] is None else known[0] - 1, False)
    number = known[1]
    if number > 12:
        return quarter_reading(year, number - 32, stated)
    value = edtf.month(year, number)
    return Reading(value, value, None, "month", stated)


def _span_in_another_year(context: Context, given: list[Token]) -> Reading | None:
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


def quarter_reading(year: int | None, number: int, stated: bool = False) -> Reading:
    """A calendar quarter, 1 to 4."""
    return Reading(edtf.month(year, 32 + number), f"{edtf.year(year)}-Q{number}", None, "quarter", stated)


def _quarter_of_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """"The September quarter", "the quarter ended Sept. 30"."""
    month = _month_number(match, tokens)
    year, stated = _year_for(context, match, tokens, lent, month, None)
    return quarter_reading(year, (month + 2) // 3, stated)


# years and longer


def _year_number(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    value = edtf.year(int(tokens[match.start("year")].value))
    return Reading(value, value, None, "year", True)


def _winter_years(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    start, token = int(tokens[match.start("first")].value), tokens[match.start("short")]
    if token.value is None:
        return None
    end = start // 100 * 100 + int(token.value)
    if token.end - token.start != 2 or not 0 < end - start < 60:
        return None
    value = f"{edtf.year(start)}/{edtf.year(end)}"
    return Reading(value, value, None, "year", True)


def _year_word(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    token = first(match, tokens, "which", "after", "offset")
    if token.value == "recent":
        return None
    year, _ = stated_year(context, [token])
    value = edtf.year(year)
    return Reading(value, value, None, "year")


def _decade(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    number = int(tokens[match.start("decade")].value)
    start = number if number >= 1000 else 1900 + number if number >= 30 else 2000 + number
    value = f"{start // 10}X"
    part = first(match, tokens, "part")
    return Reading(value, f"{start // 10}", PART_MODS.get(str(part.value)) if part else None, "decade", True)


def _decade_after(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«années 1980», «anni '90», «década de 2000»; after the singular «an 2000» it is the year."""
    number = first(match, tokens, "decade", "decade2").value
    if number is None:
        return None
    unit = first(match, tokens, "unit", "unit2")
    if (unit.kind == "A" and unit.lower not in context.lexicon.plural) or number % 10:
        if number < 1000:
            return None
        value = edtf.year(number)
        return Reading(value, value, None, "year", True)
    if not (10 <= number < 100 or 1000 <= number < 2200):
        return None
    start = number if number >= 1000 else 1900 + number if number >= 30 else 2000 + number
    return Reading(f"{start // 10}X", f"{start // 10}", None, "decade", True)


def _decades(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«20–30-х годов», «1920-30-х»: from one decade to another."""
    low, high = int(tokens[match.start("first")].value or 0), int(tokens[match.start("last")].value)
    century = low // 100 * 100 or 1900
    high = high if high >= 1000 else century + high
    low = low if low >= 1000 else century + low
    if low % 10 or high % 10 or not low < high:
        return None
    return Reading(f"{low // 10}X/{high // 10}X", f"{low // 10}/{high // 10}", None, "decade", True)


def _century(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    number = int(first(match, tokens, "number", "number2").value)
    part = first(match, tokens, "part", "part2")
    if not 1 <= number <= 22:
        return None
    return Reading(f"{number - 1:02d}XX", f"{number - 1:02d}", PART_MODS.get(str(part.value)) if part else None, "century", True)


def _centuries(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    low, high = (int(tokens[match.start(group)].value) for group in ("first", "last"))
    if not 1 <= low < high <= 22:
        return None
    value = f"{low - 1:02d}XX/{high - 1:02d}XX"
    return Reading(value, value.replace("XX", ""), None, "century", True)


# counted from the anchor


def _count(match: re.Match, tokens: list[Token]) -> float | None:
    token = first(match, tokens, "count", "count2")
    if token is None:
        return 1
    return None if token.value is None or token.value == 0 or token.value == "0" else float(token.value)


def _counted(context: Context, unit: str, count: float, sign: int) -> Reading | None:
    today = context.now
    if unit == "O":
        return None
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


def _ago(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    count, unit = _count(match, tokens), tokens[match.start("unit")]
    if count is None or (first(match, tokens, "count") is None and unit.lower in context.lexicon.plural):
        return None
    return _counted(context, unit.kind, count, -1)


def _within(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«через два дня»; where the sentence tells the past it counts from another event."""
    count = _count(match, tokens)
    if count is None or (not context.is_historic and context.direction(*bounds_of(match, tokens)) < 0):
        return None
    return _counted(context, tokens[match.start("unit")].kind, count, 1)


def _duration(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """A length of time that is tied to no day: TIMEX3 only."""
    count, unit = tokens[match.start("count")].value, tokens[match.start("unit")]
    letters = {"J": "D", "K": "W", "L": "M", "A": "Y", "D": "DE", "C": "CE"}
    if count is None or unit.kind not in letters:
        return None
    return Reading(None, f"P{int(count)}{letters[unit.kind]}", None, "duration", timex_type="DURATION")


def _anaphoric_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«наступного дня», «того ж дня»: only in a text of history, where the day told last is the measure."""
    if not context.is_historic or context.last_day is None:
        return None
    return date_reading(context.last_day + datetime.timedelta(days=tokens[match.start("which")].kind == "x"))


def _anaphoric_year(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«того ж року», in a text of history."""
    if not context.is_historic or context.story_year is None:
        return None
    value = edtf.year(context.story_year)
    return Reading(value, value, None, "year")


def _last_units(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    count, unit = _count(match, tokens), tokens[match.start("unit")].kind
    today = context.today
    if count is None or today is None:
        return None
    which = first(match, tokens, "which", "which2").kind
    far = _counted(context, unit, count, -1 if which == "l" else 1)
    if far is None:
        return None
    near = {"J": today.isoformat(), "K": today.isoformat(), "L": edtf.month(today.year, today.month)}.get(
        unit, edtf.year(today.year)
    )
    ends = (far.edtf, near) if which == "l" else (near, far.edtf)
    return Reading("/".join(ends), "/".join(end.rstrip("~") for end in ends), "APPROX", far.unit)


def _unit_which(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    unit = first(match, tokens, "unit", "unit2").kind
    which = first(match, tokens, "which", "after")
    if which.value == "recent":
        return None
    kind = which.kind.replace("4", "t")
    if unit == "L":
        year, month = _month_by_deixis(context, kind)
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
        monday = _monday(context, kind)
        if monday is None:
            return Reading("XXXX-XX-XX/XXXX-XX-XX", "XXXX-WXX", None, "week")
        return Reading(f"{monday}/{monday + datetime.timedelta(days=6)}", _week(monday), None, "week")
    if unit == "E":
        return _weekend(context, match, tokens, kind)
    if unit == "Q" and context.year is not None and context.anchor.month is not None:
        year, month = shift_month(context.year, context.anchor.month, {"l": -3, "x": 3}.get(kind, 0))
        number = (month + 2) // 3
        return quarter_reading(year, number)
    return None


def _weekend(context: Context, match: re.Match, tokens: list[Token], kind: str | None = None) -> Reading | None:
    today = context.today
    if today is None:
        return Reading("XXXX-XX-XX/XXXX-XX-XX", "XXXX-WXX-WE", None, "week")
    saturday = today + datetime.timedelta(days=5 - today.weekday())
    if kind == "l" or (kind != "x" and today.weekday() < 5 and context.direction(*bounds_of(match, tokens)) < 0):
        saturday -= datetime.timedelta(days=7)
    elif kind == "x" and today.weekday() >= 4:
        saturday += datetime.timedelta(days=7)
    monday = saturday - datetime.timedelta(days=5)
    return Reading(f"{saturday}/{saturday + datetime.timedelta(days=1)}", f"{_week(monday)}-WE", None, "week")


def _weekend_alone(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    return _weekend(context, match, tokens)


def _relative_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    offset = int(tokens[match.start("relative")].value)
    today = context.now if offset < 0 else context.today
    if today is not None:
        day = today + datetime.timedelta(days=offset)
        weekday = of_kind(tokens[match.start() : match.end()], "W")
        if weekday is not None:
            back = (day.isoweekday() - int(weekday.value)) % 7
            day += datetime.timedelta(days=-back if back <= 3 else 7 - back)
        return date_reading(day)
    anchor = context.anchor
    if anchor is not None and anchor.month is not None and anchor.day is not None:
        if offset == 0:
            return day_reading(None, anchor.month, anchor.day)
        if 0 < anchor.day + offset <= 28:
            return day_reading(None, anchor.month, anchor.day + offset)
    return UNKNOWN_DAY


def _round_day(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """The past twenty-four hours count as the day of publication, the last day that they reach into."""
    offset = 1 if tokens[match.start("which")].kind == "x" else 0
    today = context.today
    return UNKNOWN_DAY if today is None else date_reading(today + datetime.timedelta(days=offset))


def _weekday(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    number = int(first(match, tokens, "weekday", "weekday2").value)
    today = context.today
    if today is None:
        return Reading("XXXX-XX-XX", f"XXXX-WXX-{number}", None, "day")
    back = (today.isoweekday() - number) % 7
    which = first(match, tokens, "which", "after")
    kind = which.kind if which else ""
    if kind == "l":
        return date_reading(today - datetime.timedelta(days=back if back > 1 else back + 7))
    if kind == "x":
        return date_reading(today + datetime.timedelta(days=7 - back))
    direction = context.direction(*bounds_of(match, tokens))
    if direction > 0 and back:
        return date_reading(today + datetime.timedelta(days=7 - back))
    return date_reading(today - datetime.timedelta(days=back))


def _holiday(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
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


RESOLVERS: dict[str, Resolver] = {
    "iso": _iso,
    "numeric": _numeric,
    "days_of_month": _days_of_month,
    "day_month": _day_month,
    "short_date": _short_date,
    "weekday_day": _weekday_day,
    "decade_after": _decade_after,
    "decades": _decades,
    "day_of_this_month": _day_of_this_month,
    "month_days": _days_of_month,
    "month_day": _day_month,
    "part_of_month": _part_of_month,
    "part_of_unit": _part_of_unit,
    "part_of_year": _part_of_year,
    "part_of_season": _season,
    "part_of_decade": _decade,
    "part_of_century": _century,
    "half_of_century": _century,
    "half_of_decade": _decade,
    "half_of_month": _half_of_month,
    "half_of_year": _half_year,
    "first_months": _first_months,
    "months_of_year": _first_months,
    "same_period": _same_period,
    "quarter": _quarter,
    "half_year": _half_year,
    "quarter_short": _quarter,
    "month_quarter": _quarter_of_month,
    "quarter_ending": _quarter_of_month,
    "month": _month,
    "season": _season,
    "weak_season": _season,
    "round_day": _round_day,
    "ago": _ago,
    "ago_before": _ago,
    "within": _within,
    "duration": _duration,
    "anaphoric_day": _anaphoric_day,
    "anaphoric_year": _anaphoric_year,
    "last_units": _last_units,
    "years_decade": _decade,
    "century": _century,
    "centuries": _centuries,
    "winter_years": _winter_years,
    "year_number": _year_number,
    "year_word": _year_word,
    "unit_which": _unit_which,
    "weekend": _weekend_alone,
    "relative_day": _relative_day,
    "weekday": _weekday,
    "counted_days": _counted_days,
    "counted_date": _counted_date,
    "counted_day": _counted_day,
    "counted_months": _counted_months,
    "counted_month": _counted_month,
    "counted_decade": _counted_decade,
    "counted_quarter": _quarter,
    "offset_month": _offset_month,
    "offset_week": _offset_week,
    "era_year": _era_year,
    "holiday": _holiday,
}
