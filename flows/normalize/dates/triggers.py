"""Triggers: what no date can be without; a text is cut into tokens only around them."""

from collections.abc import Iterable, Sequence

from flows.normalize.dates.customs import Customs
from flows.normalize.dates.word_classes import Word
from flows.normalize.scanner import Scanner, build_scanner

_TRIGGER_CLASSES = frozenset("MmWwS5@JKLQHADCErRG813=Z")
YEAR_PREFIXES = frozenset({"16", "17", "18", "19", "20"})  # of years that stand alone; others have a word beside them
ROMAN_NUMERALS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI", "XXII",
)
_TO_CYRILLIC = str.maketrans("ix", "іх")  # «ХІХ ст.» is often typed with Cyrillic letters


def trigger_scanner(words: Sequence[tuple[str, Word]], after_number: Iterable[str], customs: Customs) -> Scanner:
    """An automaton over everything a date cannot be without."""
    triggers = {form.replace("_", " ") for form, word in words if word.kind in _TRIGGER_CLASSES}
    if customs.counters:
        triggers = {form for form in triggers if len(form) > 1}
        triggers |= {digit + counter for digit in "0123456789０１２３４５６７８９" for counter in "年月日世"}
    figures = {f"{number:{width}d}" for number in range(1, 13) for width in ("", "02")}
    triggers |= {f"{mark}{number}{mark}" for mark in "./-" for number in figures}
    triggers |= {f"/{number})" for number in figures}
    triggers |= set() if customs.counters else YEAR_PREFIXES
    triggers |= {spelt for form, word in words if word.kind == "#" for spelt in (form.replace("_", " ").replace(" .", "."), form.replace("_._", "._").replace("._", ".").replace("_", " "))}
    short = [form for form, word in words if word.kind in "6C"]
    triggers |= {f"{numeral.lower()} {form}" for numeral in ROMAN_NUMERALS for form in short}
    # A hit hides those that begin inside it: no blank or stop is left out, lest «і ст» hide the «століття» of «і століття».
    typed = {numeral.lower().translate(_TO_CYRILLIC) for numeral in ROMAN_NUMERALS if len(numeral) > 1}
    triggers |= {f" {numeral} {form}" for numeral in typed for form in short}
    triggers |= {f" {numeral} {form}." for numeral in (*map(str.lower, ROMAN_NUMERALS), *typed) for form in after_number}
    triggers |= {f"{number} {form}" for number in range(15, 22) for form, word in words if word.kind == "6"}
    triggers |= {"h1 20", "h2 20"}
    triggers |= {"q1", "q2", "q3", "q4", "q1fy", "q2fy", "q3fy", "q4fy", "1q", "2q", "3q", "4q"} | {f"0{suffix}" for suffix in customs.decade_suffixes}
    return build_scanner(sorted(triggers))
