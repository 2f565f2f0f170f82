"""The publication date: as given, or the tightest interval that the evidence supports."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import DateExpression
from flows.normalize.dateline import Dateline
from flows.normalize.dates import edtf
from flows.normalize.evidence import Evidence
from flows.normalize.given_date import GivenDate, date_in_url, parse_given_date

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PublishedReading:
    """The publication date; the fields are the columns published_* of articles."""

    edtf: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    at: datetime.datetime | None
    precision: str
    evidence: tuple[Evidence, ...]


def publication_anchor(given: str | None, url: str | None, dateline: Dateline | None) -> Anchor | None:
    """The day from which relative dates are counted: the given publication date, else the URL's or the dateline's."""
    stated = parse_given_date(given) if given else None
    if stated is not None and stated.day is not None:
        return Anchor(stated.year, stated.month, stated.day)
    in_url = date_in_url(url) if url else None
    stated = stated or (in_url[0] if in_url else None)
    in_text = dateline.date if dateline else None
    if stated is None:
        return in_text
    if in_text is not None and in_text.month == stated.month and stated.day is None and in_text.year in (None, stated.year):
        return Anchor(stated.year, stated.month, in_text.day)
    return Anchor(stated.year, stated.month, stated.day)


def read_published(
    given: str | None,
    url: str | None,
    dateline: Dateline | None,
    dates: Sequence[DateExpression],
    received_at: datetime.datetime,
    text: str,
) -> PublishedReading:
    """The publication date and why; never a day that no evidence states.

    In this order: the given value; a date in the URL; a dateline or stamp with its year; else an interval between the latest
    dated past event in the text and the day of receipt, narrowed by a dateline's day and month.
    """
    notes: list[Evidence] = []
    if given:
        stated = parse_given_date(given)
        if stated is not None:
            return _stated(stated, Evidence("published_edtf", stated.edtf, given, None, None, "given.published", 1.0))
        notes.append(Evidence("published_edtf", None, given, None, None, "given.unreadable", 1.0))
    received = received_at.date()
    in_url = date_in_url(url) if url else None
    if in_url is not None and _first_day(in_url[0]) <= received + DAY:
        evidence = Evidence("published_edtf", in_url[0].edtf, in_url[1], None, None, "url.date", 0.9)
        if in_url[0].day is not None:
            return _stated(in_url[0], *notes, evidence)
    else:
        in_url = None
    if dateline is not None and dateline.date is not None and dateline.date_span is not None:
        reading = _from_dateline(dateline, dates, received_at, text, in_url, notes)
        if reading is not None:
            return reading
    if in_url is not None:
        return _stated(in_url[0], *notes, evidence)
    return _interval(dates, received_at, notes)


def read_modified(given: str | None) -> tuple[datetime.datetime | None, list[Evidence]]:
    """When the article was last changed, as given, and why; null without a time of day and a zone."""
    stated = parse_given_date(given) if given else None
    if stated is None or stated.instant is None:
        return None, []
    return stated.instant, [Evidence("modified_at", _iso(stated.instant), given, None, None, "given.modified", 1.0)]


def _first_day(stated: GivenDate) -> datetime.date:
    return datetime.date(stated.year, stated.month or 1, stated.day or 1)


def _stated(stated: GivenDate, *evidence: Evidence) -> PublishedReading:
    earliest, latest = edtf.bounds(stated.edtf)
    precision = "instant" if stated.instant is not None else edtf.precision(stated.edtf)
    if stated.instant is not None:
        at = Evidence("published_at", _iso(stated.instant), evidence[-1].as_given, None, None, "given.published", 1.0)
        evidence = (*evidence, at)
    return PublishedReading(stated.edtf, earliest, latest, stated.instant, precision, evidence)


def _iso(moment: datetime.datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _from_dateline(
    dateline: Dateline,
    dates: Sequence[DateExpression],
    received_at: datetime.datetime,
    text: str,
    in_url: tuple[GivenDate, str] | None,
    notes: list[Evidence],
) -> PublishedReading | None:
    """A dateline's day: whole, completed by a URL's year, or one of the years that the bounds leave."""
    date, span = dateline.date, dateline.date_span
    if date.month is None or date.day is None:
        return None
    words = text[slice(*span)]
    year = date.year
    if year is None and in_url is not None and in_url[0].month in (None, date.month):
        year = in_url[0].year
        notes = [*notes, Evidence("published_edtf", in_url[0].edtf, in_url[1], None, None, "url.date", 0.9)]
    if year is not None:
        if not edtf.exists(year, date.month, date.day):
            return None
        stated = GivenDate(year, date.month, date.day)
        if dateline.rule == "stamp.line":
            return _from_stamp(stated, dates, received_at.date(), notes, text, span)
        return _stated(stated, *notes, Evidence("published_edtf", stated.edtf, words, *span, "dateline.date", 0.95))
    event = _latest_past_event(dates, received_at.date())
    received = received_at.date()
    possible = [
        datetime.date(candidate, date.month, date.day)
        for candidate in range(event.earliest.year if event else received.year - 1, received.year + 1)
        if edtf.exists(candidate, date.month, date.day)
    ]
    possible = [day for day in possible if day <= received + DAY and (event is None or day >= event.earliest)]
    if not possible:
        return None
    bounds = [*notes, *_bound_evidence(event, received_at, possible[-1])]
    if event is not None and len(possible) == 1:
        only = GivenDate(possible[0].year, date.month, date.day)
        return _stated(only, *bounds, Evidence("published_edtf", only.edtf, words, *span, "dateline.only_year", 0.8))
    value = edtf.day(None, date.month, date.day)
    evidence = (*bounds, Evidence("published_edtf", value, words, *span, "dateline.day_and_month", 0.95))
    return PublishedReading(value, possible[0] if event else None, possible[-1], None, "interval", evidence)


def _from_stamp(
    stated: GivenDate, dates: Sequence[DateExpression], received: datetime.date, notes: list[Evidence], text: str, span: tuple[int, int]
) -> PublishedReading | None:
    """A stamp's day, where nothing told in the text is younger and no other day stands in a line like it."""
    event = _latest_past_event(dates, received)
    day = _first_day(stated)
    if any(abs(other - day) > DAY for other in _days_in_lines_of_their_own(dates, text)):
        return None  # a table of matches or a programme
    if day > received + DAY or (event is not None and event.earliest > day + DAY):
        return None
    return _stated(stated, *notes, Evidence("published_edtf", stated.edtf, text[slice(*span)], *span, "stamp.line", 0.9))


def _days_in_lines_of_their_own(dates: Sequence[DateExpression], text: str) -> list[datetime.date]:
    return [
        found.earliest for found in dates
        if found.precision == "day" and found.earliest is not None and str(found.earliest.year) in found.as_given
        and text[found.char_start - 1 : found.char_start] in ("", "\n") and text[found.char_end : found.char_end + 1] in ("", "\n")
    ]


def _interval(dates: Sequence[DateExpression], received_at: datetime.datetime, notes: list[Evidence]) -> PublishedReading:
    received = received_at.date()
    event = _latest_past_event(dates, received)
    earliest = event.earliest if event else None
    value = f"{earliest.isoformat() if earliest else '..'}/{received.isoformat()}"
    evidence = (
        *notes,
        *_bound_evidence(event, received_at, received),
        Evidence("published_edtf", value, None, None, None, "published.interval", 1.0),
    )
    return PublishedReading(value, earliest, received, None, "interval", evidence)


def _bound_evidence(
    event: DateExpression | None, received_at: datetime.datetime, latest: datetime.date
) -> list[Evidence]:
    found = [Evidence("published_latest", latest.isoformat(), _iso(received_at), None, None, "received.latest", 1.0)]
    if event is not None:
        earliest = event.earliest.isoformat()
        found.append(
            Evidence("published_earliest", earliest, event.as_given, event.char_start, event.char_end, "text.past_event", 0.9)
        )
    return found


def _latest_past_event(dates: Sequence[DateExpression], received: datetime.date) -> DateExpression | None:
    """The expression whose event is over and lies latest: its year stands in the text, its sentence is in the past."""
    past = [
        found
        for found in dates
        if found.is_past and found.earliest is not None and found.precision in ("day", "month", "year")
        and found.earliest <= received and any(character.isdigit() for character in found.as_given)
        and str(found.earliest.year) in found.as_given
    ]
    return max(past, key=lambda found: found.earliest, default=None)


