"""Ranges: two expressions joined by «с … по», a dash or «и», and a beginning that stays open."""

import datetime
import re
from dataclasses import dataclass

from flows.normalize.dates import edtf
from flows.normalize.dates.context import Reading

LEVELS = {"day": 3, "month": 2, "season": 2, "quarter": 2, "part": 2, "half": 2, "year": 1, "decade": 1, "century": 1}


@dataclass(frozen=True, slots=True)
class Link:
    """How two neighbours are joined: `is_range` for from-to and dashes, else a mere «and»."""

    is_range: bool
    is_dash: bool = False


def link_between(between: str, before: str) -> Link | None:
    """The link that the classes between two expressions make; `before` is the class in front of the first."""
    core = between.replace("P", "")
    if core == ",u" and before and before in "fbB":
        return Link(True)  # "from May 3, 2018, to June 5, 2018"
    if core in ("-", "u", "-u", "f-", "B-"):
        return Link(True, core == "-")
    if core == "a":
        return Link(before == "b")
    return None


def joined(first: Reading, second: Reading, link: Link) -> Reading | None:
    """The interval from the first to the second; for «and» only where they are next to each other."""
    if first.edtf is None or second.edtf is None:
        return None
    if "/" in first.edtf and first.unit not in ("part", "half", "week"):
        return None
    if "/" in second.edtf and second.unit not in ("part", "half", "week"):
        return None
    level, other = LEVELS.get(first.unit), LEVELS.get(second.unit)
    if level is None or other is None or (not link.is_range and first.unit != second.unit):
        return None
    if link.is_dash and first.unit != second.unit and {first.unit, second.unit} != {"part", "month"}:
        return None
    if first.unit == "season" and second.unit == "year":
        return None
    low, high = first.edtf.split("/")[0], second.edtf.split("/")[-1]
    if not _in_order(low, high):
        return None
    if not link.is_range and not _adjacent(low, high):
        return None
    ends = (first.timex or "").split("/")[0], (second.timex or "").split("/")[-1]
    return second._replace(
        edtf=f"{low}/{high}", timex="/".join(ends), mod=None,
        year_is_stated=first.year_is_stated or second.year_is_stated,
    )


def _in_order(low: str, high: str) -> bool:
    if low.startswith("XXXX") or high.startswith("XXXX"):
        return low[:4] == high[:4] == "XXXX"
    earliest, latest = edtf.bounds(low)[0], edtf.bounds(high)[1]
    return earliest is not None and latest is not None and earliest < latest


def _adjacent(low: str, high: str) -> bool:
    """Whether nothing lies between the two: days, months of one length of value."""
    if len(low.rstrip("~")) != len(high.rstrip("~")) or len(low.rstrip("~")) < 7:
        return False
    end, start = edtf.bounds(low)[1], edtf.bounds(high)[0]
    if end is None or start is None:
        return False
    return (start - end).days == 1


def within_a_week(first: Reading, second: Reading, today: datetime.date | None) -> tuple[Reading, Reading]:
    """Two weekdays joined: the second is the one after the first."""
    if today is None:
        return first, second
    start, end = datetime.date.fromisoformat(first.edtf), datetime.date.fromisoformat(second.edtf)
    week = datetime.timedelta(days=7)
    if end - start > week:
        start += week
    elif end < start and start <= today:
        start -= week
    elif end < start:
        end += week
    return tuple(
        reading._replace(edtf=day.isoformat(), timex=day.isoformat()) for reading, day in ((first, start), (second, end))
    )


def as_quarter(reading: Reading) -> Reading:
    """"The July-September period" is a quarter; other intervals stay what they are."""
    match = re.fullmatch(r"(\d{4}|XXXX)-(01|04|07|10)/(?:\1)-(\d\d)", reading.edtf)
    if match is None or int(match[3]) != int(match[2]) + 2:
        return reading
    number = int(match[3]) // 3
    return reading._replace(edtf=f"{match[1]}-{32 + number}", timex=f"{match[1]}-Q{number}", unit="quarter")


def opened(reading: Reading) -> Reading:
    """From its beginning on."""
    start = reading.edtf.split("/")[0]
    return reading._replace(edtf=f"{start}/..", mod="ON_OR_AFTER")


def approximate(reading: Reading) -> Reading:
    """The same, not exactly."""
    if reading.edtf is None or reading.edtf.endswith("~") or "/" in reading.edtf:
        return reading
    return reading._replace(edtf=reading.edtf + "~", mod=reading.mod or "APPROX")
