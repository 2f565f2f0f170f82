"""The stamp: a line or a few words of a page that state the whole date on which it was published."""

import re
import tomllib
from functools import cache

from flows.locations import REFERENCE
from flows.normalize.anchor import Anchor
from flows.normalize.dateline import Dateline
from flows.normalize.dateline_date import match_date
from flows.normalize.dates.edtf import exists
from flows.normalize.dates.lexicon import lexicon_of

_FIRST_LINES, _HEAD, _TAIL = 4, 400, 240
_YEAR = re.compile(r"(?:1(?<!\d1)9[89]|2(?<!\d2)0\d)\d(?!\d)")
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_SLASHES = re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>(?:19|20)\d\d)(?!\d)")
_LEAD = re.compile(r"[\s|•·–—-]*(?:\d{1,2}:\d\d\s+)?(?:(?P<weekday>[^\W\d_]+)(?:,|\.)?\s+)?")
_CLOCK = r"[T\s,|–—-]{0,4}(?:at|um|à|в|о|alle|às)?\s*\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s*(?:uhr|am|pm|h|gmt|utc|cet|ist|msk|мск))?"
# A date alone on its line, or one with the time of day before whatever else a page says there.
_ALONE = re.compile(rf"(?:{_CLOCK})?\s*[.,:]?\s*(?:$|[|•·].{{0,40}}$)|{_CLOCK}\s*(?:[|•·–—-]|$)", re.IGNORECASE)
_ENDS = re.compile(rf"(?:{_CLOCK})?\s*[.,;:)]?\s*(?:$|[|•·–—-]|\s\S+$)", re.IGNORECASE)


@cache
def _cue_pattern() -> tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]]:
    data = tomllib.loads((REFERENCE / "publication_cues.toml").read_text(encoding="utf-8"))
    cues = "|".join(sorted(map(re.escape, data["cues"]), key=len, reverse=True))
    links = "|".join(map(re.escape, data["links"]))
    return re.compile(rf"(?<!\w)(?:{cues})\s?[:：]?\s*(?:(?:{links})\s+)?(?=[\d\w])", re.IGNORECASE), tuple(data["cues"]), tuple(data["openers"])


def read_stamp(text: str, language: str) -> Dateline | None:
    """The stamp of a text, as a dateline of a date alone: in one of the first lines, or after words that say so."""
    for bounds, is_head in (((0, _HEAD), True), ((max(_HEAD, len(text) - _TAIL), len(text)), False)):
        if text.find("20", *bounds) < 0 and text.find("19", *bounds) < 0:
            continue
        reached = 0
        for year in _YEAR.finditer(text, *bounds):
            if year.start() < reached:
                continue
            start, reached = text.rfind("\n", 0, year.start()) + 1, text.find("\n", year.end())
            reached = reached if reached >= 0 else len(text)
            line = text[start : min(reached, start + _HEAD)]
            found = _after_cue(line, start, language)
            if found is None and is_head and text.count("\n", 0, start) < _FIRST_LINES:
                found = _line(line, start, language)
            if found is not None:
                return found
    return None


def _line(line: str, start: int, language: str) -> Dateline | None:
    lead = _LEAD.match(line)
    weekday = lead["weekday"]
    position = lead.start("weekday") if weekday is not None and not _is_weekday(weekday, language) else lead.end()
    found = _date_at(line, position, language)
    return _stamp(found, start, position) if found and _ALONE.match(line, found[1]) else None


def _after_cue(line: str, start: int, language: str) -> Dateline | None:
    pattern, cues, openers = _cue_pattern()
    low = line.lower()
    if not any(word in low for word in cues) or (cue := pattern.search(line)) is None:
        return None
    if len(line[: cue.start()].split()) > 2 and not low.startswith(openers):
        return None
    found = _date_at(line, cue.end(), language)
    return _stamp(found, start, cue.end()) if found and _ENDS.match(line, found[1]) else None


def _is_weekday(word: str, language: str) -> bool:
    meaning = lexicon_of(language).forms.get(word.lower())
    return meaning is not None and meaning.kind in "Ww"


def _date_at(line: str, position: int, language: str) -> tuple[Anchor, int] | None:
    found = _ISO.match(line, position) or _SLASHES.match(line, position)
    if found is None:
        return match_date(line, position, language)
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    if "/" in found[0] and language == "en" and month != day:
        if day <= 12 and month <= 12:
            return None  # whether day or month stands first is not known
        day, month = (day, month) if month <= 12 else (month, day)
    return Anchor(year, month, day), found.end()


def _stamp(found: tuple[Anchor, int], start: int, position: int) -> Dateline | None:
    date, end = found
    if date.year is None or date.month is None or date.day is None or not exists(date.year, date.month, date.day):
        return None
    return Dateline(start, start + end, None, date, (start + position, start + end), None, "stamp.line")
