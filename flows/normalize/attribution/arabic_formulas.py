"""The formulas of ar/citations.toml, compiled for the reader of Arabic citations."""

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.locations import LANGUAGES
from flows.normalize.scanner import Scanner, build_scanner

_PROCLITICS = "وف"


@dataclass(frozen=True, slots=True)
class ArabicFormulas:
    """The formulas of ar/citations.toml, compiled; `first_words` are those that a verb or a phrase of `before` begins with."""

    first_words: Scanner
    verb: re.Pattern[str]
    glued_verb: re.Pattern[str]
    report_verbs: frozenset[str]
    showing_verbs: frozenset[str]
    posting_verbs: frozenset[str]
    relaying_verbs: frozenset[str]
    before: re.Pattern[str]
    kind_of_before: dict[str, str]
    stop: frozenset[str]
    pronouns: frozenset[str]
    nouns: dict[str, str]
    sources: frozenset[str]
    states: frozenset[str]
    ranks: frozenset[str]
    source_line: re.Pattern[str]
    channels: tuple[tuple[str, tuple[str, ...]], ...]


@functools.cache
def load_formulas() -> ArabicFormulas:
    """The formulas, read once."""
    with open(LANGUAGES / "ar" / "citations.toml", "rb") as file:
        data = tomllib.load(file)
    formulas, words = data["formulas"], data["words"]
    all_verbs = {verb for kind in ("report", "speech", "showing", "posting", "relaying") for verb in formulas[f"{kind}_verbs"]}
    verbs = sorted(all_verbs, key=len, reverse=True)
    kinds = {f"{opener} {verb}": "according" for opener in formulas["told_by_openers"] for verb in formulas["told_by_verbs"]}
    kinds |= {phrase: kind for kind in ("according", "citing", "interview", "published") for phrase in formulas[kind]}
    phrases = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(kinds, key=len, reverse=True))
    return ArabicFormulas(
        first_words=build_scanner(sorted({*all_verbs, *(phrase.split()[0] for phrase in kinds)})),
        verb=re.compile(rf"(?<![\w])[{_PROCLITICS}]?({'|'.join(map(re.escape, verbs))})(?![\w])"),
        glued_verb=re.compile(rf"({'|'.join(map(re.escape, verbs))})(?![\w])"),
        report_verbs=frozenset(formulas["report_verbs"]),
        showing_verbs=frozenset(formulas["showing_verbs"]),
        posting_verbs=frozenset(formulas["posting_verbs"]),
        relaying_verbs=frozenset(formulas["relaying_verbs"]),
        before=re.compile(rf"(?<![\w])[{_PROCLITICS}]?({phrases})"),
        kind_of_before=kinds,
        stop=frozenset(words["stop"].split()),
        pronouns=frozenset(words["pronouns"].split()),
        sources=frozenset(words["sources"].split()),
        ranks=frozenset(words["ranks"].split()),
        states=frozenset(words["states"].split()),
        source_line=re.compile(rf"(?:^|(?<=[.”\"»]))\s*(?:{'|'.join(map(re.escape, formulas['source_line']))})\s*[:：]\s*([^\n+،,]{{2,60}}?)\s*(?:[+،,][^\n]*)?$", re.MULTILINE),
        nouns={noun: kind for kind, nouns in data["nouns"].items() for noun in nouns.split()},
        channels=tuple((channel, tuple(names)) for channel, names in data["channels"].items()),
    )


def word_starts(text: str, first_words: Scanner) -> list[int]:
    """Where a word begins that is one of the first words, or one with a conjunction written on it, in text order."""
    starts = []
    for _, start, _ in first_words.find(text):
        if start and text[start - 1] in _PROCLITICS:
            start -= 1
        if not start or not (text[start - 1].isalnum() or text[start - 1] == "_"):
            starts.append(start)
    return starts


def matches_at(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds of a pattern that matches nowhere but at the offsets."""
    reached = 0
    for start in starts:
        if start >= reached and (found := pattern.match(text, start)) is not None:
            reached = found.end()
            yield found
