"""The words around a name that show an outlet speaking of itself, from data/reference/languages/<tag>/outlet.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from flows.locations import LANGUAGES

_NEAR, _FAR = 60, 200


@dataclass(frozen=True, slots=True)
class OutletCue:
    """One [[cue]]: what stands before the name and after it, and how far such a place is trusted.

    `quoted_confidence` holds where the outlet is one that others quote and reprint every day,
    `press_confidence` where it is a paper or a station, whose interviews others quote. With `is_bare` the name must
    follow directly, without quotation marks or a noun such as «портал». `reach` is how many characters before the
    name are read.
    """

    rule: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    confidence: float
    quoted_confidence: float
    press_confidence: float
    is_bare: bool
    reach: int


@cache
def outlet_cues(language: str) -> tuple[OutletCue, ...]:
    """The cues of a language; of English where it has none of its own, since English phrases stand on pages in all languages."""
    path = LANGUAGES / language.partition("-")[0] / "outlet.toml"
    if not path.exists():
        path = LANGUAGES / "en" / "outlet.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["cue"]
    return tuple(
        OutletCue(
            row["rule"],
            re.compile(row["before"]) if "before" in row else None,
            re.compile(row["after"]) if "after" in row else None,
            row["confidence"],
            row.get("quoted", row["confidence"]),
            row.get("press", row["confidence"]),
            row.get("is_bare", False),
            # A pattern that spans a part of the sentence needs all of it, most need the last words.
            _FAR if "{0," in row.get("before", "") else _NEAR,
        )
        for row in rows
    )


def cues_around(left: str, right: str, is_bare: bool, language: str) -> list[OutletCue]:
    """The cues that hold for a name between `left` and `right`, both in lower case and of bounded length."""
    return [
        cue
        for cue in outlet_cues(language)
        if (is_bare or not cue.is_bare)
        and (cue.after is None or cue.after.match(right)) and (cue.before is None or cue.before.search(left, max(0, len(left) - cue.reach)))
    ]
