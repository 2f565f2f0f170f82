"""Date expressions: every word of the text that refers to the calendar, read as TIMEX3 and EDTF."""

import bisect
import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flows.normalize.anchor import Anchor
from flows.normalize.dates import edtf, years
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.grammar import MONTH_RULE, shapes
from flows.normalize.dates.lexicon import Lexicon, lexicon_of
from flows.normalize.dates.pairs import lent_year, pair
from flows.normalize.dates.past_events import has_happened
from flows.normalize.dates.resolve import resolve
from flows.normalize.dates.shape import Shape, span_of
from flows.normalize.dates.since import since
from flows.normalize.dates.stated import month_number
from flows.normalize.dates.tense import direction_in_clause, tells_more_than
from flows.normalize.dates.tokens import Window, lowered, windows
from flows.normalize.dates.vetoes import is_vetoed

_OF_THE_DAY = frozenset(("weekday", "relative_day", "weekday_day", "round_day"))
_CLOCK_AFTER = re.compile(r"\s+(?:um|gegen|в|о|об|at|à|às|alle)\s+\d")


class DateExpression(NamedTuple):
    """One expression; a row of the table date_expressions, with the rule that read it.

    `is_past` is True where its year is stated and its sentence tells what has happened.
    """

    as_given: str
    char_start: int
    char_end: int
    timex_type: str
    timex_value: str | None
    timex_mod: str | None
    edtf: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    precision: str
    is_background: bool
    rule: str
    is_past: bool = False


def read_date_expressions(
    text: str, language: str, anchor: Anchor | None, country: str | None, recaps: Sequence[tuple[int, int]]
) -> list[DateExpression]:
    """All date expressions of the text, in text order, without overlaps.

    `country` (ISO 3166-1 alpha-2, of the outlet) decides numeric day-month order; `recaps` are the
    spans of the text that are background.
    """
    lexicon = lexicon_of(language)
    low = lowered(text)
    found = [group for window in windows(text, low, lexicon) if (group := _shapes_of(window, text, low, lexicon))]
    context = Context(low, lexicon, anchor, country, _is_historic(found, anchor), first_month=_first_month(found))
    expressions = []
    reached = 0
    for group in found:
        for start, end, reading, rule in _readings(group, context):
            if start < reached:
                continue
            reached = end
            expressions.append(_expression(text, start, end, reading, rule, recaps, context))
    return expressions


def _shapes_of(window: Window, text: str, low: str, lexicon: Lexicon) -> list[Shape]:
    tokens, kinds = window.tokens, window.kinds
    return [
        Shape(name, match, tokens[run:], match.start() + run, match.end() + run, tokens, kinds)
        for run, found in shapes(kinds, lexicon.customs.month_first, lexicon.customs.counters, lexicon.customs.between_is_within, lexicon.customs.from_is_of)
        for name, match in found
        if not is_vetoed(name, match, run, tokens, kinds, text, low, lexicon)
    ]


def _first_month(found: list[list[Shape]]) -> int | None:
    """The month named first: a lead may compare with "the same month last year" before it says which."""
    shape = next((shape for group in found for shape in group if shape.name == "month"), None)
    return month_number(shape.match, shape.own) if shape is not None else None


def _is_historic(found: list[list[Shape]], anchor: Anchor | None) -> bool:
    """Whether the text tells of years long before the anchor, so that bare days belong to the year told last."""
    if anchor is None or anchor.year is None:
        return False
    years = [
        int(token.value)
        for group in found
        for shape in group
        for token in shape.tokens[shape.start : shape.end]
        if token.kind == "Y"
    ]
    old = sum(year <= anchor.year - 2 for year in years)
    if old < 5 or old < 8 * (len(years) - old):
        return False
    # News that looks back names its own days too: «nesta sexta-feira», «вчора».
    return old >= 8 * sum(shape.name in _OF_THE_DAY for group in found for shape in group)


def _readings(group: list[Shape], context: Context) -> Iterator[tuple[int, int, Reading, str]]:
    """Readings of the shapes of one window, neighbours joined into ranges."""
    place = 0
    while place < len(group):
        shape = group[place]
        if shape.name in ("days_of_month", "month_days") and (days := list(_separate_days(shape, context))):
            for start, reading in days:
                context.remember(reading, *start)
                yield *start, reading, "date.days_apart"
            place += 1
            continue
        if shape.name == "decades_after":
            for opening, closing, reading in years.read_decades_after(context, shape.match, shape.own):
                context.remember(reading, opening.start, closing.end)
                yield opening.start, closing.end, reading, "date.decade_after"
            place += 1
            continue
        following = group[place + 1] if place + 1 < len(group) else None
        joined = pair(shape, following, context) if following is not None and following.name != "decades_after" else None
        if joined is not None:
            reading, rule, start, end = joined
            place += 2
        else:
            lent = lent_year(shape, following)
            reading, rule = resolve(shape.name, context, shape.match, shape.own, lent), shape.name
            start, end = span_of(shape)
            place += 1
        if reading is None and (rest := _month_of(shape, context.lexicon)) is not None and joined is None:
            reading, rule, shape = resolve("month", context, rest.match, rest.own), "month", rest
            start, end = span_of(shape)
        if reading is None:
            continue
        if joined is None and rule == "relative_day" and _is_vague_today(shape, start, end, context):
            continue
        if joined is None:
            reading, start, rule = since(reading, shape, start, context, rule)
        if rule == "same_period":
            yield start, end, reading, "date.same_period"  # what is compared with tells nothing of what follows
            continue
        context.remember(reading, start, end, "B" in shape.kinds[max(0, shape.start - 2) : shape.start])
        yield start, end, _at_time_of_day(reading, shape), f"date.{rule}"


def _month_of(shape: Shape, lexicon: Lexicon) -> Shape | None:
    """«للمرة الثانية في ديسمبر», "the Model 2 in March": a number that is no day leaves the month that it stands before."""
    if shape.name not in ("ordinal_day", "day_month", "part_of_month"):
        return None
    run = shape.start - shape.match.start()
    match = MONTH_RULE.match(shape.kinds[run:], shape.match.start("month"))
    if match is None or shape.tokens[run + match.start()].lower in lexicon.adjectives:
        return None
    return shape._replace(name="month", match=match, start=match.start() + run, end=match.end() + run)


def _at_time_of_day(reading: Reading, shape: Shape) -> Reading:
    """«вранці 9 вересня», «в ночь на 20 ноября»: TIMEX3 tells the part of the day too; EDTF has no such thing."""
    if reading.unit != "day" or reading.timex is None or len(reading.timex) != 10 or "X" in reading.timex:
        return reading
    near = shape.tokens[max(0, shape.start - 1) : shape.end + 1]
    part = next(("TNI" if token.kind == "k" else str(token.value) for token in near if token.kind in "hk"), "")
    return reading._replace(timex=reading.timex + part, timex_type="TIME") if part.startswith("T") else reading


def _separate_days(shape: Shape, context: Context) -> Iterator[tuple[tuple[int, int], Reading]]:
    """«10 и 17 ноября»: days that do not follow each other are two expressions."""
    match, tokens = shape.match, shape.own
    first, last = tokens[match.start("first")], tokens[match.start("last")]
    if "a" not in match.group("link") or int(last.value) - int(first.value) < 2 or "b" in shape.kinds[max(0, shape.start - 3) : shape.end]:
        return
    whole = resolve(shape.name, context, match, tokens)
    if whole is None or ("list" in match.re.groupindex and match.group("list")):
        return
    ends = whole.edtf.split("/")
    spans = ((first.start, first.end), (last.start, span_of(shape)[1])) if shape.name == "days_of_month" else (
        (span_of(shape)[0], first.end), (last.start, span_of(shape)[1]))
    for value, span in zip(ends, spans, strict=True):
        yield span, Reading(value, value, None, "day", whole.year_is_stated)


def _is_vague_today(shape: Shape, start: int, end: int, context: Context) -> bool:
    """«Сегодня» in the sense of nowadays: alone, in a sentence that tells neither of the past nor of the future."""
    lexicon, begin = context.lexicon, shape.start
    # a word of two pieces («aujourd'hui») is kept with a blank between them
    if shape.end - begin > 1 or shape.tokens[begin].lower.replace("' ", "'") not in lexicon.vague.today:
        return False
    if begin and shape.tokens[begin - 1].lower in lexicon.vague.kept_after:
        return False
    if _CLOCK_AFTER.match(context.low, end):
        return False  # «heute um 11:34 Uhr»
    if lexicon.vague.auxiliaries:
        return not tells_more_than(context.low, start, end, lexicon)
    return direction_in_clause(context.low, start, end, lexicon) == 0


def _expression(
    text: str, start: int, end: int, reading: Reading, rule: str, recaps: Sequence[tuple[int, int]], context: Context
) -> DateExpression:
    earliest, latest = edtf.bounds(reading.edtf)
    return DateExpression(
        as_given=text[start:end],
        char_start=start,
        char_end=end,
        timex_type=reading.timex_type,
        timex_value=reading.timex,
        timex_mod=reading.mod,
        edtf=reading.edtf,
        earliest=earliest,
        latest=latest,
        precision=edtf.precision(reading.edtf),
        is_background=_is_inside(start, recaps),
        rule=rule,
        is_past=reading.year_is_stated and _may_bound(earliest, context) and _is_past(context, start, end, reading, recaps),
    )


def _may_bound(earliest: datetime.date | None, context: Context) -> bool:
    """Whether an event of that day would say more of the publication than is known: nothing is, or the day is younger."""
    return context.today is None or (earliest is not None and earliest > context.today)


def _is_past(context: Context, start: int, end: int, reading: Reading, recaps: Sequence[tuple[int, int]]) -> bool:
    if has_happened(context.low, start, end, context.lexicon, reading.unit == "year"):
        return True
    return reading.unit == "day" and context.direction(start, end) == 0 and _is_inside(start, recaps)


def _is_inside(start: int, recaps: Sequence[tuple[int, int]]) -> bool:
    place = bisect.bisect_right(recaps, (start, 1 << 60)) - 1
    return place >= 0 and recaps[place][0] <= start < recaps[place][1]
