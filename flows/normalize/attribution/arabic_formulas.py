"""The formulas of ar/citations.toml, compiled for the reader of Arabic citations."""

import functools
import re
import tomllib
from dataclasses import dataclass

from flows.locations import LANGUAGES


@dataclass(frozen=True, slots=True)
class ArabicFormulas:
    """The formulas of ar/citations.toml, compiled."""

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
        verb=re.compile(rf"(?<![\w])[وف]?({'|'.join(map(re.escape, verbs))})(?![\w])"),
        glued_verb=re.compile(rf"({'|'.join(map(re.escape, verbs))})(?![\w])"),
        report_verbs=frozenset(formulas["report_verbs"]),
        showing_verbs=frozenset(formulas["showing_verbs"]),
        posting_verbs=frozenset(formulas["posting_verbs"]),
        relaying_verbs=frozenset(formulas["relaying_verbs"]),
        before=re.compile(rf"(?<![\w])[وف]?({phrases})"),
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
