"""The lexicon: all that a language says of dates, read from data/reference/languages/<bcp47>/dates.toml.

Forms are in lower case.
"""

import functools
import itertools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.locations import LANGUAGES
from flows.normalize.dates.customs import Customs, Eve, Exclude, Plural, Since, Tense, Vague, read_table
from flows.normalize.dates.token_patterns import token_pattern, word_pattern
from flows.normalize.dates.triggers import trigger_scanner
from flows.normalize.dates.word_classes import CLASSES, Endings, Word, classed_forms, expanded
from flows.normalize.scanner import Scanner

Phrases = tuple[tuple[tuple[str, ...], Word], ...]  # the forms of several words that begin with one word, longest first


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the readers need to know of one language; shared and never changed.

    The first fields are tables of the file as they stand there, the others are made from its words.
    """

    language: str
    customs: Customs
    tense: Tense
    exclude: Exclude
    vague: Vague
    plural: Plural
    since: Since
    eve: Eve
    not_after: Mapping[str, frozenset[str]]
    needs_before: Mapping[str, frozenset[str]]
    forms: Mapping[str, Word]
    phrases: Mapping[str, Phrases]
    known: frozenset[str]
    adjectives: frozenset[str]
    ordinal_days: Mapping[str, int]
    after_number: Mapping[str, str]
    firsts: frozenset[str]
    not_before: frozenset[str]
    scanner: Scanner
    token: re.Pattern
    pieces: re.Pattern


@functools.cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language (BCP 47, its base decides); one with ISO dates only for a language without a file."""
    base = language.split("-")[0].lower()
    path = LANGUAGES / base / "dates.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return _lexicon(base, data)


def _lexicon(language: str, data: Mapping) -> Lexicon:
    endings = {name: forms.split() for name, forms in data.get("endings", {}).items()}
    customs = read_table(Customs, data, endings)
    since = read_table(Since, data.get("since", {}), endings)
    exclude = read_table(Exclude, data.get("exclude", {}), endings)
    words = list(classed_forms(data, endings))
    forms, phrases = _forms_and_phrases(words, customs)
    tokens = token_pattern(customs, forms, word_pattern(customs))
    return Lexicon(
        language=language,
        customs=customs,
        tense=read_table(Tense, data.get("tense", {}), endings),
        exclude=exclude,
        vague=read_table(Vague, data.get("vague", {}), endings),
        plural=read_table(Plural, data.get("plural", {}), endings),
        since=since,
        eve=read_table(Eve, data.get("eve", {}), endings),
        not_after={form: frozenset(others.split()) for form, others in data.get("not_after", {}).items()},
        needs_before={form: frozenset(others.split()) for form, others in data.get("needs_before", {}).items()},
        forms=forms,
        phrases=phrases,
        known=frozenset(forms).union(piece for found in phrases.values() for pieces, _ in found for piece in pieces),
        adjectives=frozenset(form for key in data.get("month_adjective", {}).values() for form in expanded(key, endings)),
        ordinal_days=_ordinal_days(data.get("ordinal_day", {}), endings, customs),
        after_number={form: CLASSES["unit"][unit] for form, unit in data.get("after_number", {}).items()},
        firsts=_firsts(words, since),
        not_before=exclude.before | exclude.names,
        scanner=trigger_scanner([*words, *forms.items()], data.get("after_number", {}), customs),
        token=re.compile(tokens),
        pieces=re.compile(re.sub(r"[?]P<\w+>", "?:", tokens)),
    )


def _forms_and_phrases(words: Iterable[tuple[str, Word]], customs: Customs) -> tuple[dict[str, Word], dict[str, Phrases]]:
    """Forms of one word, with the prefixes that are written together with it, and forms of several by their first."""
    pattern = re.compile(rf"{word_pattern(customs)}|[^\s\w]")
    forms: dict[str, Word] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for form, word in words:
        pieces = tuple(pattern.findall(form.replace("_", " ")))
        if len(pieces) > 1 and not (len(pieces) == 2 and form.endswith("'")):
            phrases.setdefault(pieces[0], []).append((pieces, word))
        else:
            forms.setdefault(form, word)
    for prefix, (form, word) in itertools.product(customs.prefixes, tuple(forms.items())):
        forms.setdefault(prefix + form, word)
    return forms, {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in phrases.items()}


def _ordinal_days(days: Mapping[str, str], endings: Endings, customs: Customs) -> dict[str, int]:
    """The day of the month that an ordinal in words names, its form with each prefix too."""
    plain = {form.replace("_", " "): int(day) for day, forms in days.items() for form in expanded(forms, endings)}
    return plain | {prefix + form: day for prefix in customs.prefixes for form, day in plain.items()}


def _firsts(words: Iterable[tuple[str, Word]], since: Since) -> frozenset[str]:
    """What, said before "since", makes it the last time that something was so: «the first rise since May»."""
    named = [form for form, word in words if word.kind == "T" or (word.kind == "o" and word.value == 1)]
    return frozenset(form.replace("_", " ") for form in (*named, *since.records))
