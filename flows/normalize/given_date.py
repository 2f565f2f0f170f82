"""Dates as machines write them: what a feed, a page or an address states about publication."""

import datetime
import email.utils
import functools
import re
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 1600, 2199
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2})"
    r"(?:[T ]+(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r" ?(?P<zone>[Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?"
)
_UNIX = re.compile(r"-?\d{9,10}(?:\.\d+)?|\d{12,13}")
_MONTHS = {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1)}
_IN_PATH = re.compile(
    r"(?<![\d])(?P<year>(?:19[89]|20\d)\d)(?:"
    r"(?P<mark>[/_.-])(?P<month>0?[1-9]|1[0-2]|[a-z]{3})(?:(?P=mark)(?P<day>0?[1-9]|[12]\d|3[01])(?![\d]))?(?![\da-z])"
    r"|(?P<month2>0[1-9]|1[0-2])(?P<day2>0[1-9]|[12]\d|3[01])(?!\d))"
)


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A stated date: year and, where stated, month, day and the instant (aware, UTC)."""

    year: int
    month: int | None = None
    day: int | None = None
    instant: datetime.datetime | None = None

    @property
    def edtf(self) -> str:
        """The calendar date as stated, in its own zone."""
        if self.month is None:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" if self.day is None else f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


@functools.lru_cache(maxsize=256)  # an article's date is asked for twice
def parse_given_date(given: str) -> GivenDate | None:
    """ISO 8601 (whole or reduced), RFC 2822 or a Unix time in seconds or milliseconds; None for anything else.

    A time without a zone gives no instant. The zero of Unix time is what systems write where they know nothing.
    """
    stripped = given.strip()
    if _UNIX.fullmatch(stripped) and not _is_compact_date(stripped):
        return _from_unix(float(stripped))
    match = _ISO.fullmatch(stripped)
    if match is not None:
        return _from_iso(match)
    try:
        moment = email.utils.parsedate_to_datetime(stripped)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _from_moment(moment)


def _is_compact_date(digits: str) -> bool:
    return len(digits) == 8


def _from_unix(seconds: float) -> GivenDate | None:
    if abs(seconds) > 1e11:
        seconds /= 1000
    try:
        moment = datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return _from_moment(moment) if moment.year >= 1971 else None


def _from_moment(moment: datetime.datetime) -> GivenDate | None:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    instant = moment.astimezone(datetime.UTC) if moment.tzinfo is not None else None
    return GivenDate(moment.year, moment.month, moment.day, instant)


def _from_iso(match: re.Match) -> GivenDate | None:
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    if not FIRST_YEAR <= year <= LAST_YEAR or (month is not None and not 1 <= month <= 12):
        return None
    if day is None:
        return GivenDate(year, month)
    try:
        moment = datetime.datetime(
            year, month, day, int(match["hour"] or 0), int(match["minute"] or 0), min(int(match["second"] or 0), 59)
        )
    except ValueError:
        return None
    if (year, month, day) == (1970, 1, 1):
        return None
    if match["zone"] is None:
        return GivenDate(year, month, day)
    try:
        moment = moment.replace(tzinfo=_zone(match["zone"])).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return None
    return GivenDate(year, month, day, moment)


def _zone(words: str) -> datetime.timezone:
    """Raises ValueError for an offset of a day or more."""
    if words[0] not in "+-":
        return datetime.UTC
    digits = words[1:].replace(":", "").ljust(4, "0")
    offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return datetime.timezone(-offset if words[0] == "-" else offset)


@functools.lru_cache(maxsize=256)
def date_in_url(url: str) -> tuple[GivenDate, str] | None:
    """(date, the part of the address that states it), as in `/2022/03/9/`; None where there is none."""
    path = url.split("?", 1)[0].split("#", 1)[0].lower()
    start = path.find("/", path.find("//") + 2)
    for match in _IN_PATH.finditer(path, max(start, 0)):
        month_as_given, day_as_given = match["month"] or match["month2"], match["day"] or match["day2"]
        month = int(month_as_given) if month_as_given.isdigit() else _MONTHS.get(month_as_given)
        if month is None:
            continue
        if day_as_given is None:
            if match["mark"] != "/":
                continue
            return GivenDate(int(match["year"]), month), match[0]
        try:
            day = datetime.date(int(match["year"]), month, int(day_as_given))
        except ValueError:
            continue
        return GivenDate(day.year, day.month, day.day), match[0]
    return None
