"""Quarters: counted, said to be the last, of a business year, named by their last month."""

import re

from flows.normalize.dates import edtf
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.periods import period_year
from flows.normalize.dates.ranges import as_quarter
from flows.normalize.dates.stated import first, inside, month_number, shift_month, stated_year, year_for
from flows.normalize.dates.tokens import Token
from flows.normalize.dates.values import quarter_reading

# Where companies and the press count quarters from April: Q2 is July to September.
_FISCAL_FROM_APRIL = frozenset(("IN",))


def read_quarter(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    mark = first(match, tokens, "number", "after")
    number = int(mark.value)
    if not 1 <= number <= 4 or (tokens[match.start()].lower == "t" and not inside(match, tokens, "year")):
        return None  # «T3/2019» is a quarter, «T3» may be anything
    short = first(match, tokens, "short")
    if short is not None:
        if match.start("q") > match.start("number") and tokens[match.end() - 1].start - mark.start > 4:
            return None  # "1Q20" is one word
        found = _fiscal_quarter(context, number, short, first(match, tokens, "fiscal"))
        return quarter_reading(*found, True) if found is not None else None
    if context.country in _FISCAL_FROM_APRIL and not inside(match, tokens, "year") and lent is None:
        number = number % 4 + 1
    told = context.told_quarters.get(number)
    if told is not None and lent is None and not inside(match, tokens, "year"):
        return quarter_reading(told, number)  # «no segundo trimestre deste ano, … ante o segundo trimestre»
    year, stated = period_year(context, match, tokens, lent, number * 3)
    return quarter_reading(year, number, stated)


def _fiscal_quarter(
    context: Context, number: int, year: Token | None, fiscal: Token | None
) -> tuple[int | None, int] | None:
    """"Q3'19" and, where business years begin in April, "Q2FY20"; elsewhere a business year's quarter names no months."""
    short = 2000 + int(year.value)
    if not 10 <= short - 2000 <= 49:
        return None
    if fiscal is None:
        return short, number
    if context.country not in _FISCAL_FROM_APRIL:
        return None
    return short - (number < 4), number % 4 + 1


def read_quarters(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """"The second and third quarters of 2019"."""
    low, high = (int(tokens[match.start(group)].value) for group in ("first", "last"))
    if not 1 <= low < high <= 4:
        return None
    year, stated = period_year(context, match, tokens, lent, high * 3)
    ends = [quarter_reading(year, number, stated) for number in (low, high)]
    value, timex = ("/".join(getattr(end, name) for end in ends) for name in ("edtf", "timex"))
    return Reading(value, timex, None, "quarter", stated) if high == low + 1 else None


def read_last_quarter(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """"The last quarter of 2018", «im letzten Quartal des Jahres»: the fourth."""
    year, stated = stated_year(context, inside(match, tokens, "year"))
    return quarter_reading(year, 4, stated)


def read_quarter_of_month(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """"The September quarter", "the quarter ended Sept. 30"."""
    month = month_number(match, tokens)
    year, stated = year_for(context, match, tokens, lent, month, None)
    return quarter_reading(year, (month + 2) // 3, stated)


def read_months_ending(context: Context, match: re.Match, tokens: list[Token], lent: int | None) -> Reading | None:
    """"The nine months ended Sept. 30, 2019": so many months up to that one."""
    count, month = int(tokens[match.start("count")].value), month_number(match, tokens)
    if not 2 <= count <= 24:
        return None
    year, stated = year_for(context, match, tokens, lent, month, None)
    begin_year, begin = shift_month(2000 if year is None else year, month, 1 - count)
    if year is None and begin_year != 2000:
        return None
    value = f"{edtf.month(begin_year if year is not None else None, begin)}/{edtf.month(year, month)}"
    return as_quarter(Reading(value, value, None, "month", stated))
