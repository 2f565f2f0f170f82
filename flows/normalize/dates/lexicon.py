"""The lexicon: what each word of a language means to a date, read from data/reference/languages/<bcp47>/dates.toml.

Each word gets a class, one letter; the grammar is written over these letters. Forms are in lower case.
"""

import functools
import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from flows.locations import LANGUAGES
from flows.normalize.scanner import Scanner, build_scanner

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
        "century": "C", "half_a_year": "L", "half_a_century": "C", "sport_season": "H", "weekend": "E", "hour": "O", "round": "@", "century_short": "6", "quarter_short": "9", "fiscal_year": "<", "half_short": ">",
    },
    "part": {"start": "p", "mid": "p", "end": "p", "half": "z", "third": "z"},
    "part_of_year": "=",
    "deixis": {"last": "l", "recent": "l", "this": "t", "next": "x", "previous": "v", "same": "s", "year_ago": "s", "new": "e", "this_after": "4"},
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
        "approx": "X", "day_part": "h", "night_to": "k", "every": "V", "marker": "T", "until": "U", "period": "7", "ending": "2", "during": "!",
    },
    "holiday": "G",
    "month_offset": "8",
    "week_offset": "1",
    "decade_word": "Z",
    "era": "3",
}
TRIGGERS = frozenset("MmWwS5@JKLQHADCErRG813=Z")
YEAR_PREFIXES = frozenset({"16", "17", "18", "19", "20"})  # of years that stand alone; others have a word beside them
ROMAN_NUMERALS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI", "XXII",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A form's class and what it stands for: a number, a key of its table, or a holiday's rule."""

    kind: str
    value: int | float | str


Phrases = tuple[tuple[tuple[str, ...], Word], ...]  # the forms of several words that begin with one word, longest first


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the readers need to know of one language; shared and never changed."""

    language: str
    forms: dict[str, Word]
    phrases: dict[str, Phrases]
    known: frozenset[str]
    month_first: bool
    counters: bool
    lengths: bool
    capitals: bool
    adjectives: frozenset[str]
    vague_today: frozenset[str]
    vague_kept_after: frozenset[str]
    scanner: Scanner
    token: re.Pattern
    pieces: re.Pattern
    decade_suffixes: frozenset[str]
    firsts: frozenset[str]
    begins: frozenset[str]
    future_before: frozenset[str]
    deadlines: frozenset[str]
    deadline_links: frozenset[str]
    passive_marks: frozenset[str]
    near_this: bool
    near_last: bool
    vague_auxiliaries: frozenset[str]
    openers: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    future: frozenset[str]
    infinitive_mark: str
    speech_follows_comma: bool
    future_endings: tuple[str, ...]
    happened_in: frozenset[str]
    unreal: frozenset[str]
    unreal_endings: tuple[str, ...]
    present: frozenset[str]
    present_endings: tuple[str, ...]
    only_before: frozenset[str]
    participles: tuple[str, ...]
    not_before: frozenset[str]
    not_after: frozenset[str]
    prefixes: tuple[str, ...]
    plural: frozenset[str]
    weekdays_weekly: frozenset[str]
    weekly_after: frozenset[str]
    singular_forms: frozenset[str]
    singular_marks: tuple[str, ...]
    inside: frozenset[str]
    streets: frozenset[str]
    indefinite: frozenset[str]
    companies: frozenset[str]
    compared: frozenset[str]
    decades_after: bool
    decades_with_stop: bool
    ages: frozenset[str]
    after_number: dict[str, str]
    ordinal_days: dict[str, int]
    eve_words: frozenset[str]
    eve_of: tuple[str, ...]
    strict_abbreviations: bool
    between_is_within: bool
    week_of: frozenset[str]
    not_after_words: dict[str, frozenset[str]]
    needs_before: dict[str, frozenset[str]]


@functools.cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language (BCP 47, its base decides); one with ISO dates only for a language without a file."""
    base = language.split("-")[0].lower()
    path = LANGUAGES / base / "dates.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return _build(base, data)


def _build(language: str, data: dict) -> Lexicon:
    endings = {name: forms.split() for name, forms in data.get("endings", {}).items()}
    word_pattern = _word_pattern(data)
    forms: dict[str, Word] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    words = list(_words(data, endings))
    for form, word in words:
        pieces = tuple(re.findall(rf"{word_pattern}|[^\s\w]", form.replace("_", " ")))
        if len(pieces) > 1 and not (len(pieces) == 2 and form.endswith("'")):
            phrases.setdefault(pieces[0], []).append((pieces, word))
        else:
            forms.setdefault(form, word)
    ordinal_days = {form.replace("_", " "): int(key) for key, forms_of in data.get("ordinal_day", {}).items() for form in _expand_all(forms_of, endings)}
    prefixes = tuple(data.get("prefixes", "").split())
    for prefix, (form, word) in itertools.product(prefixes, tuple(forms.items())):
        forms.setdefault(prefix + form, word)
    tense = {name: _expand_all(forms_of, endings) for name, forms_of in data.get("tense", {}).items()}
    exclude = {name: _expand_all(forms_of, endings) for name, forms_of in data.get("exclude", {}).items()}
    return Lexicon(
        language=language,
        forms=forms,
        phrases={
            first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in phrases.items()
        },
        known=frozenset(forms) | {piece for found in phrases.values() for pieces, _ in found for piece in pieces},
        month_first=bool(data.get("month_first", False)),
        counters=bool(data.get("counters", False)),
        lengths=bool(data.get("lengths", False)),
        capitals=bool(data.get("capitals", False)),
        adjectives=frozenset(
            form for forms_of in data.get("month_adjective", {}).values() for form in _expand_all(forms_of, endings)
        ),
        vague_today=frozenset(data.get("vague", {}).get("today", "").split()),
        vague_kept_after=frozenset(data.get("vague", {}).get("kept_after", "").split()),
        scanner=_scanner([*words, *forms.items()], bool(data.get("counters")), data.get("decade_suffixes", "").split()),
        token=re.compile(_token_pattern(data, forms, word_pattern)),
        pieces=re.compile(re.sub(r"[?]P<\w+>", "?:", _token_pattern(data, forms, word_pattern))),
        decade_suffixes=frozenset(data.get("decade_suffixes", "").split()),
        firsts=frozenset(
            form.replace("_", " ") for form, word in words if word.kind == "T" or (word.kind == "o" and word.value == 1)
        ) | frozenset(form.replace("_", " ") for form in _expand_all(data.get("since", {}).get("records", ""), endings)),
        begins=frozenset(_expand_all(data.get("since", {}).get("begins", ""), endings)),
        future_before=frozenset(tense.get("future_before", ())),
        passive_marks=frozenset(tense.get("passive_marks", ())),
        near_last=bool(data.get("near_last", False)),
        vague_auxiliaries=frozenset(data.get("vague", {}).get("auxiliaries", "").split()),
        openers=frozenset(data.get("vague", {}).get("openers", "").split()),
        near_this=bool(data.get("near_this", False)),
        deadlines=frozenset(tense.get("deadlines", ())),
        deadline_links=frozenset(tense.get("deadline_links", ())),
        past=frozenset(tense.get("past", ())),
        past_endings=tuple(tense.get("past_endings", ())),
        future=frozenset(tense.get("future", ())),
        infinitive_mark=data.get("tense", {}).get("infinitive_mark", ""),
        speech_follows_comma=bool(data.get("speech_follows_comma", False)),
        future_endings=tuple(tense.get("future_endings", ())),
        happened_in=frozenset(tense.get("happened_in", ())),
        unreal=frozenset(tense.get("unreal", ())),
        unreal_endings=tuple(tense.get("unreal_endings", ())),
        present=frozenset(tense.get("present", ())),
        only_before=frozenset(tense.get("only_before", ())),
        present_endings=tuple(tense.get("present_endings", ())),
        participles=tuple(tense.get("participles", ())),
        not_before=frozenset(exclude.get("before", ())) | frozenset(exclude.get("names", ())),
        not_after=frozenset(exclude.get("after", ())),
        prefixes=prefixes,
        plural=frozenset(data.get("plural", {}).get("forms", "").split()),
        weekdays_weekly=frozenset(data.get("plural", {}).get("weekdays", "").split()),
        weekly_after=frozenset(data.get("plural", {}).get("weekly_after", "").split()),
        singular_forms=frozenset(data.get("plural", {}).get("singular", "").split()),
        singular_marks=tuple(data.get("plural", {}).get("singular_after", "").split()),
        inside=frozenset(exclude.get("inside", ())),
        after_number={form: CLASSES["unit"][unit] for form, unit in data.get("after_number", {}).items()},
        ordinal_days=ordinal_days | {prefix + form: day for prefix in prefixes for form, day in ordinal_days.items()},
        eve_words=frozenset(data.get("eve", {}).get("words", "").split()),
        eve_of=tuple(data.get("eve", {}).get("of", "").split()),
        strict_abbreviations=bool(data.get("strict_abbreviations", False)),
        between_is_within=bool(data.get("between_is_within", False)),
        week_of=frozenset(data.get("week_of", "").split()),
        not_after_words={form: frozenset(words.split()) for form, words in data.get("not_after", {}).items()},
        needs_before={form: frozenset(words.split()) for form, words in data.get("needs_before", {}).items()},
        compared=frozenset(exclude.get("compared", ())),
        decades_after=bool(data.get("decades_after", False)),
        decades_with_stop=bool(data.get("decades_with_stop", False)),
        ages=frozenset(exclude.get("age", ())),
        streets=frozenset(exclude.get("street", ())),
        indefinite=frozenset(exclude.get("indefinite", ())),
        companies=frozenset(exclude.get("company", ())),
    )


def _word_pattern(data: dict) -> str:
    """A word: an apostrophe stands inside («п'ятниця»), ends an elided article (l'), or is no part of it."""
    # words of these letters alone are told apart faster than by what is no letter
    plain = r"[a-zа-яёіїєґ]++(?![\w'])"
    if data.get("apostrophe"):
        return rf"(?:{plain}|[^\W\d_]+(?:'[^\W\d_]+)*)"
    return rf"(?:{plain}|[^\W\d_]+(?:'(?=[^\W\d_]))?)" if data.get("elision") else rf"(?:{plain}|[^\W\d_]+)"


def _words(data: dict, endings: dict[str, list[str]]) -> Iterator[tuple[str, Word]]:
    """(form, word) for every form of every table; of several readings of a form the first table's counts."""
    for table, classes in CLASSES.items():
        for key, forms in data.get(table, {}).items():
            kind = classes if isinstance(classes, str) else classes[key]
            value: int | float | str = float(key) if re.fullmatch(r"-?\d+\.\d+", key) else key
            if re.fullmatch(r"-?\d+", key):
                value = int(key)
            for form in _expand_all(forms, endings):
                yield form, Word(kind, value)


_CEDILLAS = str.maketrans("șț", "şţ")  # Romanian is written with either


def _expand_all(forms: str, endings: dict[str, list[str]]) -> list[str]:
    found = list(itertools.chain.from_iterable(_expand(form, endings) for form in forms.split()))
    return found + [form.translate(_CEDILLAS) for form in found if "ș" in form or "ț" in form]


def _expand(form: str, endings: dict[str, list[str]]) -> list[str]:
    """`ma{y,ys}` -> may, mays; `нов{@adj}` takes the endings named adj."""
    opening = form.find("{")
    if opening < 0:
        return [form]
    closing = form.index("}", opening)
    inner = form[opening + 1 : closing]
    choices = endings[inner[1:]] if inner.startswith("@") else inner.split(",")
    return [
        form[:opening] + choice + rest for choice in choices for rest in _expand(form[closing + 1 :], endings)
    ]


def _scanner(words: list[tuple[str, Word]], counters: bool, decade_suffixes: list[str]) -> Scanner:
    """An automaton over everything a date cannot be without."""
    triggers = {form.replace("_", " ") for form, word in words if word.kind in TRIGGERS}
    triggers |= {form.replace("'", "’") for form in triggers if "'" in form}
    if counters:
        triggers = {form for form in triggers if len(form) > 1}
        triggers |= {digit + counter for digit in "0123456789０１２３４５６７８９" for counter in "年月日世"}
    figures = {f"{number:{width}d}" for number in range(1, 13) for width in ("", "02")}
    triggers |= {f"{mark}{number}{mark}" for mark in "./-" for number in figures}
    triggers |= {f"/{number})" for number in figures}
    triggers |= set() if counters else YEAR_PREFIXES
    triggers |= {spelt for form, word in words if word.kind == "#" for spelt in (form.replace("_", " ").replace(" .", "."), form.replace("_._", "._").replace("._", ".").replace("_", " "))}
    short = [form for form, word in words if word.kind in "6C"]
    triggers |= {f"{numeral.lower()} {form}" for numeral in ROMAN_NUMERALS for form in short}
    triggers |= {f"{number} {form}" for number in range(15, 22) for form, word in words if word.kind == "6"}
    triggers |= {"h1 20", "h2 20"}
    triggers |= {"q1", "q2", "q3", "q4", "q1fy", "q2fy", "q3fy", "q4fy", "1q", "2q", "3q", "4q"} | {f"0{suffix}" for suffix in decade_suffixes}
    return build_scanner(sorted(triggers))


def _token_pattern(data: dict, forms: dict[str, Word], word: str) -> str:
    """Tokens: words and marks; of numbers whole dates, clock times and amounts before integers with ordinal suffix."""
    named = f"{data.get('ordinal_suffixes', '')} {data.get('decade_suffixes', '')}"
    suffixes = sorted(named.split(), key=len, reverse=True)
    ordinal = "(?:" + "|".join(map(re.escape, suffixes)) + r")(?![^\W\d_])" if suffixes else "(?!)"
    if data.get("counters"):
        known = sorted((form for form in forms), key=len, reverse=True)
        word = "|".join(map(re.escape, known)) + r"|[a-zA-Z]+|[^\W\d_]"
    short = r"(?<![\d.])\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?![\d])" if data.get("short_dates") else "(?!)"
    return (
        # Said first, that no token begins with a blank halves the time: else every alternative is tried on each.
        rf"(?! )(?:(?P<word>{word})"
        r"|(?P<newline>\n)"
        r"|(?P<sign>[^\s\w])"
        r"|(?P<iso>(?<![\d-])[12]\d{3}-[01]\d-[0-3]\d(?:[tT ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[zZ]|[+-]\d\d:?\d\d)?)?(?![\d-]))"
        r"|(?P<numeric>(?:(?<![\d./-])|(?<=\D\d-)|(?<=\D\d\d-)|(?<=\d\.[-/])|(?<=\d/)(?=\d\d\.\d\d\.\d{4}))(?:\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/|-\d{1,2}-)(?:\d{4}|\d\d)|\d{4}[./]\d{1,2}[./]\d{1,2})(?!\d|[./-]\d))"
        rf"|(?P<short>{short})"
        r"|(?P<clock>\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d))"
        r"|(?P<other>\d{1,3}(?:[   .,’']\d{3})+(?!\d)|(?!\d{1,2},[12]\d{3}(?!\d))\d+[.,]\d+|\d{5,})"
        rf"|(?P<number>\d+)(?P<suffix>{ordinal})?)"
    )
