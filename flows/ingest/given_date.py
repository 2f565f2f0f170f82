"""A date as people put it into metadata fields: ISO 8601 and its cousins, RFC 2822, Unix times, dates in words."""

import contextlib
import datetime
import email.utils
import re
from dataclasses import dataclass

from flows.ingest.date_words import find_days

_ISO = re.compile(
    r"\s*(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)|(?P<month8>\d{2})(?P<day8>\d{2})(?=\d{6}(?!\d)|(?!\d)))"
    r"(?:(?:[T\s,_-]+(?:at\s+)?|(?=\d{6}))(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::(?P<second1>\d)(?!\d)|:?(?P<second>\d{2})(?:[.,:]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{1,2}:?\d{0,2})?)?",
    re.IGNORECASE,
)
_UNIX = re.compile(r"\s*(\d{10}|\d{13})(?:\.\d+)?\s*")


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A day, with the instant where one was given: `iso` is a date or a date and time with offset, as stated."""

    iso: str
    day: datetime.date
    has_zone: bool


def read_given_date(given: str, language: str | None = None) -> GivenDate | None:
    """The date that a metadata value states; None where it states no whole day, or not which of two it means.

    The day is the one in the zone as given. A time of exactly midnight counts as no time: it is how systems write
    a day. Numeric dates with the year last are read only where the order is certain.
    """
    given = given.strip()[:120]
    unix = _UNIX.fullmatch(given)
    if unix:
        seconds = int(unix[1]) // (1000 if len(unix[1]) == 13 else 1)
        return _of_instant(datetime.datetime.fromtimestamp(seconds, datetime.UTC))
    match = _ISO.match(given)
    if match:
        return _of_parts(match)
    return _of_rfc_2822(given) or _of_words(given, language)


def _of_parts(match: re.Match) -> GivenDate | None:
    hour, minute, second, zone = match.group("hour", "minute", "second", "zone")
    second = second or match["second1"]
    try:
        date = datetime.date(int(match["year"]), int(match["month"] or match["month8"]), int(match["day"] or match["day8"]))
        if hour is None:
            return GivenDate(date.isoformat(), date, False)
        time = datetime.time(int(hour), int(minute), int(second or 0))
        offset = _offset(zone)
    except ValueError:
        return None
    if time == datetime.time() or offset is None:
        stated = date.isoformat() if time == datetime.time() else f"{date}T{time}"
        return GivenDate(stated, date, False)
    return GivenDate(datetime.datetime.combine(date, time, offset).isoformat(), date, True)


def _offset(zone: str | None) -> datetime.timezone | None:
    if zone is None:
        return None
    if zone.upper() in ("Z", "UTC", "GMT"):
        return datetime.UTC
    digits = zone[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    away = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(-away if zone[0] == "-" else away)


def _of_instant(instant: datetime.datetime) -> GivenDate:
    if instant.time() == datetime.time():
        return GivenDate(instant.date().isoformat(), instant.date(), False)
    return GivenDate(instant.isoformat(), instant.date(), True)


def _of_rfc_2822(given: str) -> GivenDate | None:
    parts = email.utils.parsedate_tz(given) if re.search(r"[A-Za-z]{3}", given) else None
    if parts is None or parts[0] < 1000:
        return None
    try:
        stated = datetime.datetime(*parts[:6])
    except ValueError:
        return None
    if stated.time() == datetime.time():
        return GivenDate(stated.date().isoformat(), stated.date(), False)
    with contextlib.suppress(ValueError, OverflowError):
        stated = email.utils.parsedate_to_datetime(given)  # it tells "no zone" from "in UTC"
    return GivenDate(stated.isoformat(), stated.date(), stated.tzinfo is not None)


def _of_words(given: str, language: str | None) -> GivenDate | None:
    days = find_days(given, language)
    return GivenDate(days[0].day.isoformat(), days[0].day, False) if days else None
