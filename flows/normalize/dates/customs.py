"""How a language writes dates and which words around a date count, as its dates.toml says beside the tables of words.

Each class here is a table of the file and each field a key of it, read by its type: to add one is one line.
The keys are explained in data/reference/languages/ru/dates.toml.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from flows.normalize.dates.word_classes import Endings, expanded


@dataclass(frozen=True, slots=True)
class Customs:
    """What stands above all tables: how dates are written in the language."""

    apostrophe: bool
    between_is_within: bool
    capitals: bool
    centuries_after: bool
    counters: bool
    decade_suffixes: tuple[str, ...]
    decades_after: bool
    decades_with_stop: bool
    elision: bool
    from_is_of: bool
    lengths: bool
    month_first: bool
    near_last: bool
    near_this: bool
    ordinal_suffixes: tuple[str, ...]
    prefixes: tuple[str, ...]
    short_dates: bool
    speech_follows_comma: bool
    strict_abbreviations: bool
    week_of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tense:
    """[tense]: words that tell whether what is said lies behind or ahead."""

    deadline_links: frozenset[str]
    deadlines: frozenset[str]
    future: frozenset[str]
    future_before: frozenset[str]
    future_beginnings: tuple[str, ...]
    future_endings: tuple[str, ...]
    happened_in: frozenset[str]
    infinitive_mark: frozenset[str]
    only_before: frozenset[str]
    participles: tuple[str, ...]
    passive_marks: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    present: frozenset[str]
    present_endings: tuple[str, ...]
    unreal: frozenset[str]
    unreal_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exclude:
    """[exclude]: neighbours beside which figures or words are no date."""

    after: frozenset[str]
    age: frozenset[str]
    before: frozenset[str]
    company: frozenset[str]
    compared: frozenset[str]
    indefinite: frozenset[str]
    inside: frozenset[str]
    names: frozenset[str]
    nouns: frozenset[str]
    street: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vague:
    """[vague]: todays that may mean nowadays, and what makes them days again."""

    auxiliaries: frozenset[str]
    kept_after: frozenset[str]
    openers: frozenset[str]
    today: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plural:
    """[plural]: forms that point to no single unit, and what shows that one is meant."""

    forms: frozenset[str]
    singular: frozenset[str]
    singular_after: tuple[str, ...]
    weekdays: frozenset[str]
    weekly_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Since:
    """[since]: words with which a day is a beginning, or the last time that something was so."""

    begins: frozenset[str]
    records: frozenset[str]


@dataclass(frozen=True, slots=True)
class Eve:
    """[eve]: words for the day before, and how events end before which they are no day («накануне выборов»)."""

    of: tuple[str, ...]
    words: frozenset[str]


Table = TypeVar("Table")


def read_table(table: type[Table], said: Mapping, endings: Endings) -> Table:
    """The table as the file says it; a key that the file leaves out is false, or no words."""
    return table(**{field.name: _read(field.type, said.get(field.name), endings) for field in fields(table)})


def _read(kind: object, given: bool | str | None, endings: Endings) -> bool | frozenset[str] | tuple[str, ...]:
    if kind is bool:
        return bool(given)
    words = expanded(given or "", endings)
    return frozenset(words) if kind == frozenset[str] else tuple(words)
