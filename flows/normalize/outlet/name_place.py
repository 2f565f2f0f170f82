"""Where an outlet's name stands: its line as far as it is read, and whether others quote the outlet every day."""

import re
from typing import NamedTuple

from flows.normalize.outlet.traits import is_quoted
from flows.normalize.registry import NameMatch, Outlet

WINDOW = 130
_LONGEST_HEADLINE = 260
_QUOTED_CONFIDENCE = 0.3
NEARBY = 45
OPENING = " \t«\"“„‘'([*"
# over the signs in reverse: from the end on there is one place to look at
_LAST_WORD = re.compile(r"\n?\W{0,3}(\w+)")

Said = tuple[str, float]  # a rule, and how far the place is trusted


class NamePlace(NamedTuple):
    """A name in a text, the words it stands as, and the parts of its line before and after it."""

    text: str
    language: str
    name: NameMatch
    outlet: Outlet
    is_quoted: bool
    words: str
    before: str
    after: str
    nearest: int
    line_start: int
    line_end: int


def place_of_name(text: str, language: str, name: NameMatch, outlet: Outlet) -> NamePlace:
    """The place of a name; a line is followed as far as the longest headline goes."""
    nearest = max(0, name.char_start - _LONGEST_HEADLINE)
    line_start = max(nearest, text.rfind("\n", nearest, name.char_start) + 1)
    farthest = min(len(text), name.char_end + _LONGEST_HEADLINE)
    line_end = text.find("\n", name.char_end, farthest)
    line_end = farthest if line_end < 0 else line_end
    return NamePlace(
        text, language, name, outlet, is_quoted(outlet), text[name.char_start : name.char_end],
        text[max(line_start, name.char_start - WINDOW) : name.char_start], text[name.char_end : min(line_end, name.char_end + WINDOW)],
        nearest, line_start, line_end,
    )  # fmt: skip


def closes_text(place: NamePlace) -> bool:
    """Whether nothing stands below the line."""
    return not place.text[place.line_end :].strip()


def unless_quoted(place: NamePlace, confidence: float) -> float:
    """How far a form is trusted: an outlet whose name stands in other papers' texts every day proves little by it."""
    return _QUOTED_CONFIDENCE if place.is_quoted else confidence


def last_word(before: str) -> str:
    """The word before the name, in lower case; none where more than quotation marks stand between."""
    found = _LAST_WORD.match(before[: -NEARBY - 1 : -1])
    return found[1][::-1].lower() if found is not None else ""
