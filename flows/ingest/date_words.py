"""A whole day written for readers, in any language that the date library knows the months of."""

import datetime
import functools
import re
import warnings
from dataclasses import dataclass

_MONTH = r"[^\W\d_]{3,14}"
_YEAR = r"(?P<{0}>(?:19[89]|20[0-4])\d)"
_LINK = r"(?:\s+(?:de|del|of|di|von|da|d['’]|de\s+l['’])\s*|\s*[-.,/]?\s*)"
_DAY = re.compile(
    rf"(?<![\d.,/:-])(?P<day1>\d{{1,2}})(?:st|nd|rd|th|er|º|°|ª|-?го|a|e|\.)?{_LINK}(?P<month1>{_MONTH})\.?{_LINK}{_YEAR.format('year1')}(?!\d)"
    rf"|(?P<month2>{_MONTH})\.?\s*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+{_YEAR.format('year2')}(?!\d)"
    rf"|(?<!\d){_YEAR.format('year3')}\s*[年년]\s*(?P<month3>\d{{1,2}})\s*[月월]\s*(?P<day3>\d{{1,2}})\s*[日일]"
    rf"|(?<![\d/.-]){_YEAR.format('year4')}(?P<sep4>[-/.])(?P<month4>\d{{1,2}})(?P=sep4)(?P<day4>\d{{1,2}})(?!\d)"
    rf"|(?<![\d/.-])(?P<first5>\d{{1,2}})(?P<sep5>[-/.]\s?)(?P<second5>\d{{1,2}})(?P=sep5){_YEAR.format('year5')}(?!\d)"
)
_MONTH_FIRST = frozenset(("en-us", "en-ph", "es-us"))
MONTH_FIRST_SOMETIMES = frozenset(("en", "en-ca", ""))


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day, the words that state it, and where they begin in the text that was searched."""

    day: datetime.date
    as_given: str
    start: int


def find_days(text: str, language: str | None) -> list[WrittenDay]:
    """All whole days (year, month and day stated) in a short text, in order.

    A numeric date with the year last is read only where its order is certain: by a number over 12, by points
    between its parts, or by the language's use; 03/04/2020 in English of no stated country is no date.
    """
    found = []
    for match in _DAY.finditer(text):
        day = _day_of(match, (language or "").lower().replace("_", "-"))
        if day:
            found.append(WrittenDay(day, match[0], match.start()))
    return found


def _day_of(match: re.Match, language: str) -> datetime.date | None:
    if match["year1"] or match["year2"]:
        year, word, day = (match["year1"] or match["year2"]), (match["month1"] or match["month2"]), match["day1"] or match["day2"]
        month = month_named(word.lower(), language.partition("-")[0]) if _may_be_month(word) else None
    elif match["year5"]:
        year = match["year5"]
        day, month = _order(int(match["first5"]), int(match["second5"]), match["sep5"].strip(), language)
    else:
        year, month, day = (match["year3"] or match["year4"]), match["month3"] or match["month4"], match["day3"] or match["day4"]
    if not month or not day:
        return None
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _order(first: int, second: int, separator: str, language: str) -> tuple[int | None, int | None]:
    """(day, month) of a numeric date with the year last; (None, None) where its order is not certain."""
    if first == second or second > 12:
        return (second, first) if second > 12 else (first, second)
    if first > 12 or separator == "." or language not in _MONTH_FIRST | MONTH_FIRST_SOMETIMES:
        return first, second
    return (second, first) if language in _MONTH_FIRST else (None, None)


def _may_be_month(word: str) -> bool:
    return not word.isascii() or word[:3].lower() not in ("the", "and", "for", "www", "pro", "del", "des", "von")


@functools.lru_cache(maxsize=4096)
def month_named(word: str, language: str) -> int | None:
    """The number of the month with that name or abbreviation, in `language` first, else in any; None for no month."""
    # Imported here: it takes half a second, and most pages state their date in numbers.
    import dateparser

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    for languages in ([language], None) if language else (None,):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                read = dateparser.parse(f"15 {word} 2001", languages=languages, settings=settings)
            except (ValueError, TypeError, OverflowError):
                continue
        if read is not None and (read.year, read.day) == (2001, 15):
            return read.month
    return None
