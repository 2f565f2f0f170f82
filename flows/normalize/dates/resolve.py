"""Resolution: from the tokens of one expression to what it means."""

import re
from collections.abc import Callable

from flows.normalize.dates import counters, days, nth, periods, quarters, spans, years
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.tokens import Token

Resolver = Callable[[Context, re.Match, list[Token], int | None], "Reading | None"]


def resolve(
    name: str, context: Context, match: re.Match, tokens: list[Token], year: int | None = None
) -> Reading | None:
    """What a matched shape means; `year` is one that a neighbour lends; None where it is no date after all."""
    return RESOLVERS[name](context, match, tokens, year)


RESOLVERS: dict[str, Resolver] = {
    "iso": days.read_iso,
    "before_era": years.read_before_era,
    "numeric": days.read_numeric,
    "days_of_month": days.read_days_of_month,
    "day_month": days.read_day_month,
    "ordinal_day": days.read_ordinal_day,
    "short_date": days.read_short_date,
    "weekday_day": days.read_weekday_day,
    "decade_after": years.read_decade_after,
    "part_of_decade_after": years.read_decade_after,
    "decades": years.read_decades,
    "numbered_day": days.read_numbered_day,
    "day_of_this_month": days.read_day_of_this_month,
    "month_days": days.read_days_of_month,
    "month_day": days.read_day_month,
    "part_of_month": periods.read_part_of_month,
    "part_of_unit": periods.read_part_of_unit,
    "part_of_year": periods.read_part_of_year,
    "part_of_season": periods.read_season,
    "part_of_decade": years.read_decade,
    "part_of_century": years.read_century,
    "half_of_century": years.read_century,
    "half_of_decade": years.read_decade,
    "half_of_month": periods.read_half_of_month,
    "half_of_year": periods.read_half_year,
    "first_months": periods.read_first_months,
    "months_of_year": periods.read_first_months,
    "same_period": periods.read_same_period,
    "quarter": quarters.read_quarter,
    "half_year": periods.read_half_year,
    "quarter_short": quarters.read_quarter,
    "nth_weekday": nth.read_nth_weekday,
    "nth_week": nth.read_nth_week,
    "weekday_of_week": nth.read_weekday_of_week,
    "days_numeric": days.read_days_numeric,
    "week_of_day": days.read_week_of_day,
    "week_of_month_day": days.read_week_of_day,
    "months_to": quarters.read_months_ending,
    "months_ending": quarters.read_months_ending,
    "first_months_after": periods.read_first_months,
    "part_of_year_word": periods.read_part_of_year,
    "quarters": quarters.read_quarters,
    "half_short": periods.read_half_year,
    "last_quarter": quarters.read_last_quarter,
    "short_quarter": quarters.read_quarter,
    "month_quarter": quarters.read_quarter_of_month,
    "quarter_ending": quarters.read_quarter_of_month,
    "month": periods.read_month,
    "season": periods.read_season,
    "weak_season": periods.read_season,
    "round_day": days.read_round_day,
    "ago": spans.read_ago,
    "ago_before": spans.read_ago,
    "within": spans.read_within,
    "within_between": spans.read_within,
    "duration": spans.read_duration,
    "length": spans.read_duration,
    "anaphoric_day": spans.read_anaphoric_day,
    "anaphoric_year": years.read_anaphoric_year,
    "last_units": spans.read_last_units,
    "years_decade": years.read_decade,
    "century": years.read_century,
    "centuries": years.read_centuries,
    "winter_years": years.read_winter_years,
    "year_number": years.read_year_number,
    "year_word": years.read_year_word,
    "unit_which": spans.read_unit_which,
    "weekend": spans.read_weekend_alone,
    "relative_day": days.read_relative_day,
    "weekday": days.read_weekday,
    "counted_days": counters.read_counted_days,
    "counted_date": counters.read_counted_date,
    "counted_day": counters.read_counted_day,
    "counted_months": counters.read_counted_months,
    "counted_month": counters.read_counted_month,
    "counted_decade": counters.read_counted_decade,
    "counted_quarter": quarters.read_quarter,
    "offset_month": counters.read_offset_month,
    "offset_week": counters.read_offset_week,
    "short_year": counters.read_short_year,
    "era_year": counters.read_era_year,
    "holiday": days.read_holiday,
}
