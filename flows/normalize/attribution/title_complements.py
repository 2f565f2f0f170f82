"""What a title goes with («министр финансов», «мэр Твери»): two titles with different complements are two people."""

import re

from flows.normalize.attribution.language_cues import PREPOSITION, load_cues
from flows.normalize.attribution.mention import Mention

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_STEM = 5


def western_complements(mention: Mention, text: str) -> frozenset[str]:
    """The names and adjectives with capitals that stand with a title («the French president»); none for a bare one."""
    own = set(mention.person.lower().split()) if mention.person else set()
    words = _WORD.findall(text[mention.char_start : mention.char_end])
    lows = [(word, word.lower().removesuffix("'s").removesuffix("’s")) for word in words]
    return frozenset(low for word, low in lows if word[0].isupper() and low != mention.head and low not in own and len(low) > 1)


def complements(mention: Mention, text: str, language: str) -> frozenset[str]:
    """The beginnings of the words that say of what the person is head, minister, director; none for a bare title."""
    end = mention.char_end
    given = text[mention.char_start : end]
    if mention.person and (at := given.rfind(mention.person)) >= 0:
        given = given[:at]
    return complement_words(given, mention.head, language)


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


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both titles have complements, and none that they share."""
    return bool(one and other) and not any(a.startswith(b) or b.startswith(a) for a in one for b in other)
