"""The formulas of ar/citations.toml, compiled for the reader of Arabic citations."""

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.locations import LANGUAGES
from flows.normalize.scanner import Scanner, build_scanner

_PROCLITICS = "وف"
_LONGEST_WORD = 30
_MARKS = "[\u064b-\u0652\u0670]"
_ALL_MARKS = re.compile(_MARKS)
_SHADDA = "\u0651"


def bare(word: str) -> str:
    """The word without vowel marks and with its first letter as in careless writing («إعتبر», «اعلنت», «صرّحت»)."""
    word = _ALL_MARKS.sub("", word)
    return "ا" + word[1:] if word[:1] in ("أ", "إ") else word


def _first_letters(word: str) -> list[str]:
    """The word with each first letter that careless writing puts for its own, without marks."""
    word = bare(word)
    return [first + word[1:] for first in ("أإا" if word[0] == "ا" else word[0])]


def _spellings(word: str) -> str:
    """A pattern of the ways in which a word is spelled: marks are free, but one that is listed with a doubled letter keeps it («بيّن» is not «بين»)."""
    first, rest = ("[أإا]", word[1:]) if word[:1] in ("أ", "إ", "ا") else ("", word)
    return first + "".join(letter if letter == _SHADDA else re.escape(letter) + (f"{_MARKS}{{0,2}}" if k + 1 < len(rest) else "") for k, letter in enumerate(rest))


@dataclass(frozen=True, slots=True)
class ArabicFormulas:
    """The formulas of ar/citations.toml, compiled; `first_words` are those that a verb or a phrase of `before` begins with."""

    first_words: Scanner
    verb: re.Pattern[str]
    saying: re.Pattern[str]
    glued_verb: re.Pattern[str]
    report_verbs: frozenset[str]
    showing_verbs: frozenset[str]
    reacting_verbs: frozenset[str]
    posting_verbs: frozenset[str]
    relaying_verbs: frozenset[str]
    before: re.Pattern[str]
    kind_of_before: dict[str, str]
    stop: frozenset[str]
    pronouns: frozenset[str]
    nouns: dict[str, str]
    sources: frozenset[str]
    states: frozenset[str]
    state_agencies: frozenset[str]
    ranks: frozenset[str]
    goals: frozenset[str]
    ministries: frozenset[str]
    source_line: re.Pattern[str]
    channels: tuple[tuple[str, tuple[str, ...]], ...]


@functools.cache
def load_formulas() -> ArabicFormulas:
    """The formulas, read once."""
    with open(LANGUAGES / "ar" / "citations.toml", "rb") as file:
        data = tomllib.load(file)
    formulas, words = data["formulas"], data["words"]
    all_verbs = {verb for kind in ("report", "speech", "showing", "posting", "relaying", "reacting") for verb in formulas[f"{kind}_verbs"]}
    verbs = sorted(all_verbs, key=len, reverse=True)
    kinds = {f"{opener} {verb}": "according" for opener in formulas["told_by_openers"] for verb in formulas["told_by_verbs"]}
    kinds |= {phrase: kind for kind in ("according", "citing", "interview", "published") for phrase in formulas[kind]}
    phrases = "|".join(re.escape(p).replace(r"\ ", r"\s+") + "ـ*" * p.endswith(" ل") for p in sorted(kinds, key=len, reverse=True))
    return ArabicFormulas(
        first_words=build_scanner(sorted({*(v for verb in all_verbs for v in _first_letters(verb)), *(phrase.split()[0] for phrase in kinds)})),
        verb=re.compile(rf"(?<![\w{_MARKS[1:-1]}])[{_PROCLITICS}]?({'|'.join(map(_spellings, verbs))})(?![\w])"),
        saying=re.compile(rf"(?<![\w{_MARKS[1:-1]}])و?({'|'.join(map(_spellings, (*formulas['report_verbs'], *formulas['speech_verbs'])))})(?![\w])"),
        glued_verb=re.compile(rf"({'|'.join(map(_spellings, verbs))})(?![\w])"),
        report_verbs=frozenset(map(bare, formulas["report_verbs"])),
        reacting_verbs=frozenset(map(bare, formulas["reacting_verbs"])),
        showing_verbs=frozenset(map(bare, formulas["showing_verbs"])),
        posting_verbs=frozenset(map(bare, formulas["posting_verbs"])),
        relaying_verbs=frozenset(map(bare, formulas["relaying_verbs"])),
        before=re.compile(rf"(?<![\w{_MARKS[1:-1]}])[{_PROCLITICS}]?({phrases})"),
        kind_of_before=kinds,
        stop=frozenset(words["stop"].split()),
        pronouns=frozenset(words["pronouns"].split()),
        sources=frozenset(words["sources"].split()),
        goals=frozenset(words["goals"].split()),
        ministries=frozenset(words["ministries"].split()),
        ranks=frozenset(words["ranks"].split()),
        state_agencies=frozenset(words["state_agencies"].split()),
        states=frozenset(words["states"].split()),
        source_line=re.compile(rf"(?:^|(?<=[.”\"»]))\s*(?:{'|'.join(map(re.escape, formulas['source_line']))})\s*[:：]\s*([^\n+،,]{{2,60}}?)\s*(?:[+،,][^\n]*)?$", re.MULTILINE),
        nouns={noun: kind for kind, nouns in data["nouns"].items() for noun in nouns.split()},
        channels=tuple((channel, tuple(names)) for channel, names in data["channels"].items()),
    )


def word_starts(text: str, first_words: Scanner) -> list[int]:
    """Where a word begins that is one of the first words, or one with a conjunction written on it, or one with vowel marks, in text order."""
    starts = []
    for _, start, _ in first_words.find(text):
        if start and text[start - 1] in _PROCLITICS:
            start -= 1
        if not start or not (text[start - 1].isalnum() or text[start - 1] == "_"):
            starts.append(start)
    marked = [_start_of_marked(text, m.start()) for m in _ALL_MARKS.finditer(text)]
    return sorted({*starts, *marked}) if marked else starts


def _start_of_marked(text: str, mark: int) -> int:
    """Where the word begins that has a vowel mark at the offset."""
    floor = max(0, mark - _LONGEST_WORD)
    while mark > floor and (text[mark - 1].isalpha() or _ALL_MARKS.match(text, mark - 1)):
        mark -= 1
    return mark


def matches_at(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds of a pattern that matches nowhere but at the offsets."""
    reached = 0
    for start in starts:
        if start >= reached and (found := pattern.match(text, start)) is not None:
            reached = found.end()
            yield found
