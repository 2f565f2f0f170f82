"""Word classes that spelling shows, and the small closed classes, of German, the Romance languages and Polish."""

import functools
import re

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    BODY,
    CONJUNCTION,
    DOCUMENT,
    INSIDE,
    OFFICIAL,
    OTHER_VERB,
    OUTLET,
    PARTICLE,
    PERSON,
    PRONOUN,
    TITLE,
    UNNAMED,
    VERB,
    LanguageCues,
    load_cues,
)
from flows.normalize.attribution.sentence import Sentence

WRITTEN_CHANNELS = ("telegram", "facebook", "x", "instagram", "youtube", "website", "press_service", "broadcast")
X = ("X", "X's", "X’s")  # the platform, whose name is a letter otherwise
POSTED_ON = ("telegram", "facebook", "x", "instagram", "youtube")
_HEADS = OFFICIAL | PERSON | BODY | OUTLET | UNNAMED | DOCUMENT
_OBLIQUE_RO = ("ului", "iei", "ei", "lor")  # of the ministry, of the company, of the data
_CLITIC_RO = re.compile(r"(?:mi|ți|i|ne|v|le|l|s|te|m|n|se)-(?:a|am|au|ai|ar|ați|o)")
_TITLES_FIRST = ("fr", "es", "pt", "it", "ro")
_PREFIXES = ("ex-", "vice-", "vize-", "co-", "sub-", "sous-", "ex", "vize")


def with_derived_classes(s: Sentence, cues: LanguageCues) -> None:
    """Adds to the tokens' classes what a prefix, the last part of a compound or an inverted pronoun shows."""
    if "janeiro" in s.lows:  # a city's month
        for k in range(2, len(s)):
            if s.lows[k] == "janeiro" and s.lows[k - 2] == "rio":
                s.flags[k] = 0
    for k, low in enumerate(s.lows):
        if s.flags[k] & UNNAMED and s.names[k] is not None and not s.names[k].is_distinctive and s.past_name(k) == k + 1 and not (k and s.is_quote(k - 1)):
            s.names[k] = None  # „unter Berufung auf Insider“: people, not the medium
        if s.flags[k] or s.names[k] is not None or (len(low) < 5 and (cues.language != "ro" or "-" not in low)):
            continue
        if "-" in low or cues.language == "de" or (cues.language == "ro" and low.endswith(_OBLIQUE_RO)):
            s.flags[k] = derived_class(low, s.is_capitalised(k), cues.language)


BEFORE_DATE = ("on", "in", "of", "since", "until", "from", "by", "last", "this", "next", "early", "late", "mid", "every")
# surnames and given names that are small words as well
_NAMES_TOO = ("may", "will", "march", "august", "june", "april")
_SEVERAL_THINGS = frozenset((*_NAMES_TOO, "do", "dos", "who"))


def as_names(s: Sentence) -> None:
    """Takes the classes of small words from a capital that is a name in English ("Theresa May", "Will Example"): between names or after a title."""
    if "People" in s.words:
        _people_at_large(s)
    if _SEVERAL_THINGS.isdisjoint(s.lows):
        return
    if "do" in s.lows or "dos" in s.lows:
        for k in range(1, len(s) - 1):
            if s.words[k] in ("do", "dos") and s.words[k - 1].istitle() and s.words[k + 1].istitle():
                s.flags[k] = PARTICLE | INSIDE  # "Rio Grande do Sul"
    if "WHO" in s.words:
        for k in range(len(s)):
            beside = [s.words[j] for j in (k - 1, k + 1) if 0 <= j < len(s) and s.words[j].isalpha()]
            if s.words[k] == "WHO" and not any(word.isupper() and len(word) > 1 for word in beside):
                s.flags[k], s.lows[k] = 0, "w.h.o"  # the World Health Organization, no pronoun
    for low in _NAMES_TOO:
        if low not in s.lows:
            continue
        for k, word in enumerate(s.words):
            if s.lows[k] != low or not word.istitle():
                continue
            is_surname = k > 0 and s.is_capitalised(k - 1) and (not s.flags[k - 1] or s.flags[k - 1] & TITLE) and s.lows[k - 1] not in ("in", "by")
            is_given = low in ("will", "june", "april") and k + 1 < len(s) and s.is_capitalised(k + 1) and not s.flags[k + 1] and ((k > 0 and low == "will") or (k == 0 and k + 2 < len(s) and s.flags[k + 2] & (VERB | OTHER_VERB)))
            is_alone = low == "may" and k + 1 < len(s) and bool(s.flags[k + 1] & VERB) and s.lows[k + 1][-1:] in "ds"  # "May said"
            if is_surname or is_given or is_alone:
                s.flags[k] = 0
            elif low == "may" and k and (s.lows[k - 1] in BEFORE_DATE or s.words[k - 1].isdecimal()):
                s.names[k] = None  # the month, not the person


def _people_at_large(s: Sentence) -> None:
    """Takes the magazine's name from the noun that opens a sentence and that a small word describes ("People familiar with the plan")."""
    for k in range(min(2, len(s) - 1)):
        after = s.flags[k + 1]
        if s.words[k] == "People" and s.words[k + 1].isalpha() and s.words[k + 1].islower() and not after & (VERB | OTHER_VERB | OUTLET | CONJUNCTION | ADVERB):
            s.names[k] = None


@functools.lru_cache(maxsize=50_000)
def derived_class(low: str, capital: bool, language: str) -> int:
    """The classes of an unlisted lower-case word («ex-ministro», „Landespolizei“, «a-t-elle»); 0 where spelling shows none."""
    cues = load_cues(language)
    words = cues.words
    if low.endswith(tuple(cues.lists["subject_pronoun_endings"])):
        return PRONOUN | OTHER_VERB
    if language == "ro":
        if "-" in low:
            return PRONOUN | OTHER_VERB if _CLITIC_RO.fullmatch(low) else 0
        if low.endswith("lor"):
            return (words.get(low[:-3] + "le", 0) | words.get(low[:-4] + "ii", 0) | words.get(low[:-3], 0)) & _HEADS & ~ARTICLE
        nominative = low[:-2] if low.endswith("ului") else low[:-3] + "ia" if low.endswith("iei") else low[:-2] + "a"
        return words.get(nominative, 0) & _HEADS & ~ARTICLE
    for prefix in _PREFIXES:
        if low.startswith(prefix) and (flags := words.get(low[len(prefix):], 0) & _HEADS):
            return flags & ~ARTICLE
    title, _, rest = low.partition("-")
    if rest.isalpha() and language in _TITLES_FIRST and (flags := words.get(title, 0) & (OFFICIAL | PERSON)):
        return flags  # «procurador-geral», «secrétaire-général»
    if language == "de" and capital:
        if low.endswith("s") and (flags := (words.get(low[:-1], 0) | words.get(low[:-2], 0)) & (BODY | OUTLET)):
            return flags
        for start in range(2, len(low) - 3):
            if flags := words.get(low[start:], 0) & _HEADS:
                return flags if len(low) - start > 4 or low[start - 1] == "-" else 0
    return 0
