"""The date in a dateline: day and month, in whatever short form agencies use."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from flows.locations import LANGUAGES
from flows.normalize.anchor import Anchor

_MONTHS = LANGUAGES.parent / "dateline_months.toml"
_ORDINAL = r"(?:-?(?:го|е|ого|st|nd|rd|th|er|º|°|ª)|\.)?"
_OF = r"(?:de|di|do|da|of)\s+"
_CLOCK = r"(?:[,\s]\s*\d{1,2}[:.]\d{2}(?:\s*(?:МСК|EST|GMT|UTC|CET))?)?"
_SUFFIX = r"(?:\s*(?:года|року|г\.|р\.))?"


@cache
def _month_of_stem(language: str) -> Mapping[str, int]:
    """Beginnings of month names with their numbers: the language's own, English where it has none."""
    rows = tomllib.loads(_MONTHS.read_text(encoding="utf-8"))
    names = rows.get(language.partition("-")[0], rows["en"])
    return {
        stem.replace("_", " "): number for number, stems in enumerate(names.split(), start=1) for stem in stems.split("|")
    }


@cache
def _date_pattern(language: str) -> re.Pattern[str]:
    stems = "|".join(sorted(map(re.escape, _month_of_stem(language)), key=len, reverse=True))
    month = rf"(?P<month>{stems})\w{{0,9}}"
    day_first = rf"(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:{_OF})?{month}"
    month_first = month.replace("<month>", "<month2>") + r"\.?\s*(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    year = rf"(?:[.,]?\s*(?:{_OF})?(?P<year>(?:19|20)\d\d)(?!\d))?"
    return re.compile(rf"(?:{day_first}|{month_first}){year}{_SUFFIX}{_CLOCK}", re.IGNORECASE)


_NUMERIC = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)" + _CLOCK)
_IDEOGRAPHIC = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")


def match_date(text: str, position: int, language: str) -> tuple[Anchor, int] | None:
    """The date that starts at the position, and where it ends; None where none does or it is no day of the calendar."""
    for pattern in (_date_pattern(language), _NUMERIC, _IDEOGRAPHIC):
        found = pattern.match(text, position)
        if found is None:
            continue
        parts = found.groupdict()
        day = int(parts.get("day") or parts.get("day2") or 0)
        month_words = parts.get("month") or parts.get("month2")
        month = None
        if month_words:
            month = int(month_words) if month_words.isdigit() else _month_of_stem(language)[month_words.lower()]
        year = int(parts["year"]) if parts.get("year") else None
        if 1 <= day <= 31 and (month is None or 1 <= month <= 12):
            return Anchor(year, month, day), found.end()
    return None
