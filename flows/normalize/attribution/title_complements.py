"""What a title goes with («министр финансов», «мэр Твери»): two titles with different complements are two people."""

import re
from typing import NamedTuple

from flows.normalize.attribution.language_cues import PREPOSITION, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import country_named
from flows.normalize.attribution.word_forms import word_form

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_STEM = 5
STATE = "level_state"
_LEVELS = (STATE, "level_region", "level_district", "level_town", "level_village", "level_body")


class Complements(NamedTuple):
    """What a title goes with.

    `words` are the beginnings of the words that tell it from other titles, `names` of those with capitals among them;
    `levels` say of what it is where that has no name («главы района», «главы государства»), `is_of_place` whether one
    of them is a country or a place, `is_former` that the office was held before.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    is_of_place: bool = False
    is_former: bool = False


def western_complements(mention: Mention, text: str) -> Complements:
    """The names and adjectives with capitals that stand with a title («the French president»); none for a bare one."""
    own = set(mention.person.lower().split()) if mention.person else set()
    words = _WORD.findall(text[mention.char_start : mention.char_end])
    lows = [(word, word.lower().removesuffix("'s").removesuffix("’s")) for word in words]
    return Complements(frozenset(low for word, low in lows if word[0].isupper() and low != mention.head and low not in own and len(low) > 1))


def complements(mention: Mention, text: str, language: str) -> Complements:
    """What says of whom or what the person is head, minister, director; nothing for a bare title."""
    end = mention.char_end
    given = text[mention.char_start : end]
    if mention.person and (at := given.rfind(mention.person)) >= 0:
        given = given[:at]
    return complements_of(given, mention.head, language)


def complements_of(phrase: str, head: str | None, language: str) -> Complements:
    """What the words of a phrase say of its title; without a head of all that stands after the title."""
    groups = load_cues(language).groups
    low = phrase.lower()
    words = complement_words(phrase, head, language)
    after = low.partition(head)[2] if head else low
    following = _WORD.findall(after)
    levels = frozenset(level for level in _LEVELS if any(word.startswith(groups[level]) for word in following))
    given = [word for word in _WORD.findall(phrase) if word[0].isupper() and word.lower()[:_STEM] in words]
    names = frozenset(word.lower()[:_STEM] for word in given if not word.isupper())
    is_of_place = bool(words) and (country_named(phrase) is not None or any(word_form(word, language).place for word in given))
    return Complements(words, names, levels, is_of_place, low.startswith(groups["former"]))


def complement_words(phrase: str, head: str | None, language: str) -> frozenset[str]:
    """The beginnings of the words of a phrase that tell its title from another: all but the title, small words and «страны», «города»."""
    cues = load_cues(language)
    words = _WORD.findall(phrase.lower())
    at = next((i for i, word in enumerate(words) if word == head), -1)
    return frozenset(
        word[:_STEM] for i, word in enumerate(words)
        if i != at and not cues.words.get(word, 0) & PREPOSITION and not word.startswith(cues.groups["general_complements"])
        and (i > at or "ск" in word or "цк" in word or "ськ" in word)
    )


def differ(one: Complements, other: Complements) -> bool:
    """Whether a title is of something else than another: of other words, of another name, of another level of the state, or held before."""
    if one.words and other.words:
        return not _share(one.words, other.words) or bool(one.names and other.names and not _share(one.names, other.words) and not _share(other.names, one.words))
    if one.is_former and not other.is_former:
        return True
    if one.levels and other.levels:
        return not one.levels & other.levels
    return _is_of_no_state(one, other) or _is_of_no_state(other, one)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _is_of_no_state(one: Complements, other: Complements) -> bool:
    """Whether one leads a state and the other something that is no country («президент страны», «президент фонда „Пример“»)."""
    return STATE in one.levels and bool(other.words) and not other.is_of_place
