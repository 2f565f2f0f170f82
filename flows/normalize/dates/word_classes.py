"""What each word of a language means to a date: one class, one letter; the grammar is written over these letters."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# table of the file -> class; a table that holds several classes maps its keys
CLASSES: dict[str, str | dict[str, str]] = {
    "month": "M",
    "month_adjective": "M",
    "month_weak": "m",
    "weekday": "W",
    "weekday_weak": "w",
    "ignore": "_",
    "season": "S",
    "season_weak": "5",
    "unit": {
        "day": "J", "week": "K", "month": "L", "quarter": "Q", "half_year": "H", "year": "A", "decade": "D",
        "century": "C", "half_a_year": "L", "half_a_century": "C", "sport_season": "H", "weekend": "E", "hour": "O", "round": "@", "century_short": "6", "fortnight": "K", "quarter_short": "9", "fiscal_year": "<", "half_short": ">",
    },
    "part": {"start": "p", "mid": "p", "end": "p", "half": "z", "third": "z", "first_half": "z", "second_half": "z"},
    "part_of_year": "=",
    "deixis": {"last": "l", "recent": "l", "this": "t", "next": "x", "coming": "x", "previous": "v", "same": "s", "year_ago": "s", "new": "e", "this_after": "4"},
    "ordinal": "o",
    "ordinal_day": "$",
    "cardinal": "c",
    "cardinal_vague": "q",
    "day_offset": "r",
    "year_offset": "R",
    "duration_noun": "j",
    "time_of_day": "h",
    "before_era": "#",
    "link": {
        "from": "f", "to": "u", "and": "a", "between": "b", "of": "P", "ago": "g", "ago_before": "y", "in": "i", "since": "B",
        "approx": "X", "day_part": "h", "night_to": "k", "every": "V", "marker": "T", "until": "U", "period": "7", "ending": "2", "during": "!", "more": ":", "through": "~",
    },
    "holiday": "G",
    "month_offset": "8",
    "week_offset": "1",
    "decade_word": "Z",
    "era": "3",
}

Endings = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Word:
    """A form's class and what it stands for: a number, a key of its table, or a holiday's rule."""

    kind: str
    value: int | float | str


def classed_forms(data: Mapping, endings: Endings) -> Iterator[tuple[str, Word]]:
    """(form, word) for every form of every table; of several readings of a form the first table's counts."""
    for table, classes in CLASSES.items():
        for key, forms in data.get(table, {}).items():
            kind = classes if isinstance(classes, str) else classes[key]
            value: int | float | str = float(key) if re.fullmatch(r"-?\d+\.\d+", key) else key
            if re.fullmatch(r"-?\d+", key):
                value = int(key)
            for form in expanded(forms, endings):
                yield form, Word(kind, value)


_CEDILLAS = str.maketrans("șț", "şţ")  # Romanian is written with either


def expanded(forms: str, endings: Endings) -> list[str]:
    """The forms of a list as it stands in a file: `ma{y,ys}` -> may, mays; `нов{@adj}` takes the endings named adj."""
    found = list(itertools.chain.from_iterable(_expand(form, endings) for form in forms.split()))
    return found + [form.translate(_CEDILLAS) for form in found if "ș" in form or "ț" in form]


def _expand(form: str, endings: Endings) -> list[str]:
    opening = form.find("{")
    if opening < 0:
        return [form]
    closing = form.index("}", opening)
    inner = form[opening + 1 : closing]
    choices = endings[inner[1:]] if inner.startswith("@") else inner.split(",")
    return [form[:opening] + choice + rest for choice in choices for rest in _expand(form[closing + 1 :], endings)]
