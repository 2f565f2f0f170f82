"""The context: what an expression is resolved against: the anchor, the tense of its sentence, dates named before."""

import datetime
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from flows.normalize.anchor import Anchor
from flows.normalize.dates import edtf
from flows.normalize.dates.lexicon import Lexicon
from flows.normalize.dates.tense import direction_in_clause, direction_near


class Reading(NamedTuple):
    """What an expression means: its value in EDTF and TIMEX3, and what was stated.

    `unit` is the finest unit named; `year_is_stated` tells whether a year stands in the words themselves.
    `month` and `day` are kept for what follows («16 de ese mes»).
    """

    edtf: str | None
    timex: str | None
    mod: str | None
    unit: str
    year_is_stated: bool = False
    timex_type: str = "DATE"


# A month named again so soon, and no tense says otherwise, is the same month.
_TOLD_REACH = 400
# «В прошлом году, в апреле»: a month that follows a year so closely lies in it.
_NEXT_TO = 6
_IN_CLAUSE = 60  # «este año la feria tenía que abrir del 3 de junio»
_SENTENCE = 120
_END = re.compile(r"[.!?]\s|\n")
_BREAK = re.compile(r"[.;:!?\n(]")
# A text of history that names a year so far ahead in a paragraph looks up from its story.
_FAR_AHEAD = 10


@dataclass(slots=True)
class Context:
    """State of one text while it is read from left to right."""

    low: str
    lexicon: Lexicon
    anchor: Anchor | None
    country: str | None
    is_historic: bool = False
    first_month: int | None = None
    story_year: int | None = None
    story_month: int | None = None
    story_at: int = -1
    aside_from: int | None = None
    last_month: tuple[int | None, int] | None = None
    latest_month: tuple[int, int] | None = None
    last_quarter: tuple[int | None, int] | None = None
    last_year: int | None = None
    last_period: str | None = None
    last_day: datetime.date | None = None
    told_dates: dict[tuple[int, int], int] = field(default_factory=dict)
    told_until: int = -1
    told_year: int | None = None
    told_weekdays: dict[int, datetime.date] = field(default_factory=dict)
    directions: dict[int, int] = field(default_factory=dict)
    told_years: dict[int, tuple[int, int]] = field(default_factory=dict)
    told_quarters: dict[int, int] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """The anchor's year."""
        return self.anchor.year if self.anchor else None

    @property
    def today(self) -> datetime.date | None:
        """The anchor's day where all of it is known."""
        anchor = self.anchor
        if anchor is None or anchor.year is None or anchor.month is None or anchor.day is None:
            return None
        return datetime.date(anchor.year, anchor.month, anchor.day)

    @property
    def now(self) -> datetime.date | None:
        """The day from which a story counts: in a text of history the one told last, else the anchor's."""
        return self.last_day if self.is_historic and self.last_day is not None else self.today

    def direction(self, start: int, end: int) -> int:
        """-1 where the words around speak of the past, 1 of the future, 0 where nothing tells."""
        if start not in self.directions:
            is_compared = any(map(self.low[max(0, start - 24) : start].__contains__, self.lexicon.exclude.compared))
            self.directions[start] = -1 if is_compared else direction_near(self.low, start, end, self.lexicon)
        return self.directions[start]

    def _move_story(self, year: int, start: int) -> None:
        """The story goes on from a year; in a text of history one that goes back inside a paragraph is an aside."""
        told = self.story_year
        is_aside = self.is_historic and told is not None and (year < told or year > told + _FAR_AHEAD)
        if is_aside and "\n" not in self.low[self.story_at : start]:
            self.aside_from = self.story_year if self.aside_from is None else self.aside_from
        else:
            self.aside_from = None
        self.story_year, self.story_at = year, start

    def end_aside(self, start: int) -> None:
        """A new paragraph takes up the year from which an aside went back."""
        if self.aside_from is not None and "\n" in self.low[self.story_at : start]:
            self.story_year, self.aside_from = self.aside_from, None

    def told_ahead(self, start: int) -> datetime.date | None:
        """The day told last where it lies ahead, within a week, in the same sentence: "this weekend and on Tuesday"."""
        today, last = self.today, self.last_day
        if today is None or last is None or not today < last <= today + datetime.timedelta(days=7):
            return None
        return None if self.told_until < start - _SENTENCE or _END.search(self.low[self.told_until : start]) else last

    def clause_direction(self, start: int, end: int) -> int:
        """As `direction`, from the clause alone and without endings that the present shares."""
        return direction_in_clause(self.low, start, end, self.lexicon)

    def remember(self, reading: Reading, start: int, end: int, is_since: bool = False) -> None:
        """Keep what a later expression may lean on; the year of «с 2014 года» begins no story."""
        self.told_until, self.told_year = end, None
        value = reading.edtf
        if value is None or value.startswith("-") or ("/" in value and ".." in value.split("/")):
            return
        if reading.unit in ("month", "quarter", "half"):
            self.last_period = value
        ends = [end.rstrip("~?%") for end in value.split("/")]
        # «(грудень 1944 — вересень 1945)»: what follows goes on from the beginning
        bare = ends[0] if self.is_historic and len(ends[0]) >= 7 and ends[0][:4] != ends[-1][:4] else ends[-1]
        if reading.unit == "week" and len(bare) == 10 and "X" not in bare and value.count("-") == 4:
            last = datetime.date.fromisoformat(bare)
            if datetime.date.fromisoformat(value[:10]) == last - datetime.timedelta(days=1):
                self.told_weekdays |= {6: last - datetime.timedelta(days=1), 7: last}
        if reading.unit == "year" and bare.isdigit() and bare == value:
            self.told_year = int(bare)
        if reading.year_is_stated and reading.unit == "day":
            for year, month, day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", value):
                self.told_dates[int(month), int(day)] = int(year)
        if reading.year_is_stated and bare[:4].isdigit() and (self.is_historic or not is_since):
            self._move_story(int(bare[:4]), start)
            self.story_month = int(bare[5:7]) if bare[5:7].isdigit() and int(bare[5:7]) <= 12 else None
        parts = bare.split("-")
        if not reading.year_is_stated and reading.unit in ("month", "day", "part") and parts[0].isdigit() and parts[1].isdigit():
            self.told_years[int(parts[1])] = (int(parts[0]), start)
        year = int(parts[0]) if parts[0].isdigit() else None
        if not value.endswith("~"):
            self.last_year = year or self.last_year
        if len(parts) >= 2 and parts[1].isdigit():
            if int(parts[1]) > 32:
                self.last_quarter = (year, int(parts[1]))
                if year is not None and year == self.year and not reading.year_is_stated:
                    self.told_quarters[int(parts[1]) - 32] = year
            elif int(parts[1]) <= 12:
                self.last_month = (year, int(parts[1]))
                if year is not None and self.anchor is not None and (self.latest_month or (0, 0)) < self.last_month < (self.year or 0, self.anchor.month or 0):
                    self.latest_month = self.last_month
        if len(parts) == 3 and "X" not in bare:
            self.last_day = datetime.date(*map(int, parts))
            self.told_weekdays[self.last_day.isoweekday()] = self.last_day


def year_of(context: Context, month: int, day: int | None, start: int, end: int) -> int | None:
    """The year of a month or day named without one; None where the anchor's year is unknown.

    In a story of the past the year told last goes on; else the tense decides between the last and the next
    occurrence, and where it says nothing the nearer one counts, the past preferred.
    """
    anchor_year = context.year
    is_this_year = context.told_year is not None and context.told_year == anchor_year and context.direction(start, end) < 0
    reach = _IN_CLAUSE if is_this_year else _NEXT_TO
    if context.told_year is not None and 0 < start - context.told_until <= reach and not _BREAK.search(context.low[context.told_until : start]):
        return context.told_year if day is None or edtf.exists(context.told_year, month, day) else None
    if day is not None and not context.is_historic and (month, day) in context.told_dates:
        return context.told_dates[month, day]
    context.end_aside(start)
    story = context.story_year
    if story is not None and _story_goes_on(context, start) and (context.is_historic or context.direction(start, end) <= 0):
        if context.story_month is not None and month + (6 if context.is_historic else 0) < context.story_month:
            story += 1
        return story if day is None or edtf.exists(story, month, day) else None
    if anchor_year is None:
        return None
    if context.anchor.month is None:
        return anchor_year
    told = context.told_years.get(month)
    if told is not None and start - told[1] < _TOLD_REACH and context.direction(start, end) == 0:
        return told[0] if day is None or edtf.exists(told[0], month, day) else None
    if day is None:
        return anchor_year + _month_year_shift(context, month - context.anchor.month, start, end)
    today = context.today
    if today is None:
        return anchor_year
    return _day_year(context, today, month, day, start, end)


def _story_goes_on(context: Context, start: int) -> bool:
    if context.year is None:
        return False
    if context.is_historic:
        return True
    if context.story_month is None or context.story_year > context.year - 2 or start - context.story_at > 400:
        return False
    return "\n" not in context.low[context.story_at : start]


def _month_year_shift(context: Context, ahead: int, start: int, end: int) -> int:
    if ahead == 0:
        return 0
    direction = context.direction(start, end)
    if ahead > 0:
        if direction < 0 and ahead > 1:
            return -1
        return 0 if direction > 0 or ahead <= 5 else -1
    if direction > 0:
        return 1 if ahead <= -3 else 0
    return 1 if direction == 0 and ahead <= -10 else 0


def _day_year(context: Context, today: datetime.date, month: int, day: int, start: int, end: int) -> int | None:
    candidates = [
        datetime.date(year, month, day)
        for year in (today.year - 1, today.year, today.year + 1)
        if edtf.exists(year, month, day)
    ]
    if not candidates:
        return None
    past = [found for found in candidates if found <= today]
    future = [found for found in candidates if found > today]
    if not past or not future:
        return (past or future)[0 if future else -1].year
    back, ahead = (today - past[-1]).days, (future[0] - today).days
    if back <= 10:
        return past[-1].year
    direction = context.direction(start, end)
    if back > 240 and ahead <= (45 if direction < 0 else 75):
        return future[0].year
    if direction < 0:
        return past[-1].year
    if direction > 0 and context.last_year == today.year + 1:
        return future[0].year  # "three shows next year … On September 29, she will take the stage"
    if direction > 0:
        return future[0].year if back > 90 or ahead < back else past[-1].year
    return future[0].year if ahead <= 92 else past[-1].year
