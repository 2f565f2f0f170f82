"""«С 2015 года», «около 2010 года»: what stands before a date and makes it open or approximate."""

import datetime
import re

from flows.normalize.dates import edtf, ranges
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.lexicon import Lexicon
from flows.normalize.dates.shape import Shape, span_of


def since(reading: Reading, shape: Shape, start: int, context: Context, rule: str) -> tuple[Reading, int, str]:
    """«с 2015 года»: an open interval where the beginning lies in the past; «около 2010 года»: approximate."""
    begin = shape.start
    if begin > 1 and shape.kinds[begin - 2 : begin] == "BP":
        begin -= 1  # «depuis le 3 mars»
    before = shape.tokens[begin - 1] if begin else None
    if before is None or reading.edtf is None:
        return reading, start, rule
    if before.kind == "X" and shape.name not in ("weekday", "relative_day", "unit_which"):
        return ranges.approximate(reading), start, rule
    if before.kind in "fB" and rule == "relative_day" and reading.edtf == (context.today and context.today.isoformat()):
        return ranges.opened(reading), before.start, f"{rule}_since"
    if begin > 1 and shape.tokens[begin - 2].lower in context.lexicon.exclude.compared:
        return reading, start, rule
    if before.kind == "B" and reading.unit != "decade" and ("/" not in reading.edtf or reading.unit == "part"):
        earliest = edtf.bounds(reading.edtf)[0]
        if earliest is None or not _has_begun(earliest, shape, context):
            return reading, start, rule
        if _speaks_of_first_time(context.low, before.start, context.lexicon) or _speaks_of_beginning(context.low, shape.tokens[shape.end - 1].end, context.lexicon):
            return reading, start, rule
        return ranges.opened(reading), before.start, f"{rule}_since"
    return reading, start, rule


def _has_begun(earliest: datetime.date, shape: Shape, context: Context) -> bool:
    """Whether a beginning lies before the anchor, or, where none is known, no word near it speaks of the future."""
    if context.today is not None:
        return earliest <= context.today
    if context.year is not None:
        return earliest.year < context.year
    return context.clause_direction(*span_of(shape)) <= 0


def _speaks_of_first_time(low: str, start: int, lexicon: Lexicon) -> bool:
    """«впервые с 2009 года», "the first since 2012" name the last occurrence, not a state that goes on."""
    before = re.split(r"[.!?\n]\s", low[max(0, start - 90) : start])[-1]
    return any(
        first in before and re.search(rf"(?<!\w){re.escape(first)}(?!\w)", before) for first in lexicon.firsts
    )


def _speaks_of_beginning(low: str, end: int, lexicon: Lexicon) -> bool:
    """«С 1 октября началась поставка» names the day of the beginning, not a state that goes on."""
    after = re.split(r"[.!?\n]\s", low[end : end + 90])[0]
    return bool(lexicon.since.begins) and not lexicon.since.begins.isdisjoint(re.findall(r"[^\W\d_]+", after))
