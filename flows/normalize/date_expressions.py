"""Date expressions: every word of the text that refers to the calendar, read as TIMEX3 and EDTF."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.anchor import Anchor


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One expression; a row of the table date_expressions, with the rule that read it."""

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


def read_date_expressions(
    text: str, language: str, anchor: Anchor | None, country: str | None, recaps: Sequence[tuple[int, int]]
) -> list[DateExpression]:
    """All date expressions of the text, in text order, without overlaps.

    `country` (ISO 3166-1 alpha-2, of the outlet) decides numeric day-month order; `recaps` are the
    spans of the text that are background.
    """
    return []
