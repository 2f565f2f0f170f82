"""Word classes that spelling shows, and the small closed classes, of German, the Romance languages and Polish."""

import functools
import re

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    DOCUMENT,
    OFFICIAL,
    OTHER_VERB,
    OUTLET,
    PERSON,
    PRONOUN,
    UNNAMED,
    LanguageCues,
    load_cues,
)
from flows.normalize.attribution.sentence import Sentence

WRITTEN_CHANNELS = ("telegram", "facebook", "x", "instagram", "youtube", "website", "press_service", "broadcast")
POSTED_ON = ("telegram", "facebook", "x", "instagram", "youtube")
_HEADS = OFFICIAL | PERSON | BODY | OUTLET | UNNAMED | DOCUMENT
_OBLIQUE_RO = ("ului", "iei", "ei", "lor")  # of the ministry, of the company, of the data
_CLITIC_RO = re.compile(r"(?:mi|ți|i|ne|v|le|l|s|te|m|n|se)-(?:a|am|au|ai|ar|ați|o)")
_TITLES_FIRST = ("fr", "es", "pt", "it", "ro")
_PREFIXES = ("ex-", "vice-", "vize-", "co-", "sub-", "sous-", "ex", "vize")


def with_derived_classes(s: Sentence, cues: LanguageCues) -> None:
    """Adds to the tokens' classes what a prefix, the last part of a compound or an inverted pronoun shows."""
    for k, low in enumerate(s.lows):
        if s.flags[k] or len(low) < 5 or s.names[k] is not None:
            continue
        if "-" in low or cues.language == "de" or (cues.language == "ro" and low.endswith(_OBLIQUE_RO)):
            s.flags[k] = derived_class(low, s.is_capitalised(k), cues.language)


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
