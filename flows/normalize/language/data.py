"""What data/reference/languages says of letters and function words."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from flows.locations import LANGUAGES


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language.toml: script (ISO 15924), letters of its own within the script, commonest words."""

    tag: str
    script: str
    letters: frozenset[str]
    function_words: frozenset[str]


@cache
def language_rows() -> Mapping[str, LanguageRow]:
    """All rows by BCP 47 tag, in the order of the tags."""
    rows = {}
    for path in sorted(LANGUAGES.glob("*/language.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        tag = path.parent.name
        rows[tag] = LanguageRow(tag, data["script"], frozenset(data["letters"]), frozenset(data["function_words"]))
    return rows


@cache
def tags_of_word(script: str) -> Mapping[str, tuple[str, ...]]:
    """For each function word of a script the languages that have it."""
    tags: dict[str, list[str]] = defaultdict(list)
    for row in language_rows().values():
        if row.script == script:
            for word in row.function_words:
                tags[word].append(row.tag)
    return {word: tuple(found) for word, found in tags.items()}


def function_word_weights(words: list[str], script: str) -> dict[str, float]:
    """For each language how many of the words are its function words, a word of n languages counting 1/n."""
    tags = tags_of_word(script)
    weights: dict[str, float] = defaultdict(float)
    for owners in filter(None, map(tags.get, words)):
        share = 1 / len(owners)
        for tag in owners:
            weights[tag] += share
    return weights
