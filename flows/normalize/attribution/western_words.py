"""Word classes that spelling shows, and the small closed classes, of German, the Romance languages and Polish."""

import functools

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

# what stands between a verb of saying and the medium that was told
TOLD = {
    "de": frozenset(("der", "dem", "gegenüber")),
    "fr": frozenset(("à", "au", "auprès")),
    "es": frozenset(("a", "al", "ante", "en", "para")),
    "pt": frozenset(("a", "à", "ao", "aos", "para")),
    "it": frozenset(("a", "al", "allo", "alla", "all", "ai", "con")),
    "ro": frozenset(("pentru", "la")),
}
AUXILIARIES = {
    "es": frozenset(("ha", "han", "había", "habían", "hubo", "haya", "hayan", "habría", "habrían")),
    "pt": frozenset(("tem", "têm", "tinha", "tinham", "havia", "haviam", "teria", "teriam")),
    "it": frozenset(("ha", "hanno", "aveva", "avevano", "abbia", "avrebbe", "avrebbero", "ha", "viene")),
    "fr": frozenset(("a", "ont", "avait", "avaient", "aurait", "auraient")),
    "ro": frozenset(("a", "au", "am", "ar", "fi", "fost")),
    "pl": frozenset(),
}
GERMAN_TO_HAVE = frozenset(("hat", "haben", "hatte", "hatten", "habe"))
GERMAN_NOT_TO_HAVE = frozenset(("ist", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "worden", "sei", "seien", "nicht"))
# participles that are no finite forms too, by their beginning
GERMAN_PARTICIPLES = ("ge", "mitge", "bekanntge", "angekünd", "eingeräumt")
# endings of German nouns that are no names
GERMAN_COMMON_ENDINGS = (
    "ung", "heit", "keit", "schaft", "tion", "ität", "gesetz", "recht", "vertrag", "plan", "liste", "ordnung", "regel", "regeln",
    "planung", "angaben", "umfragen", "definition", "tradition", "urteil", "hersteller", "prognose", "zahlen", "schätzungen",
)
# how German nouns for people end
GERMAN_PEOPLE_ENDINGS = ("er", "ern", "en", "innen", "erin", "or", "ist", "ent", "eur", "ling")
WRITTEN_CHANNELS = ("telegram", "facebook", "x", "instagram", "youtube", "website", "press_service", "broadcast")
GERMAN_SUBJECT_PRONOUNS = frozenset(("er", "sie", "es", "ich", "wir", "man", "du"))
# forms of "to be" before a participle: what was said, not who says it
PASSIVE_FORMS = frozenset((
    "est", "sont", "était", "étaient", "été", "sera", "seront", "soit", "fut", "être", "es", "son", "fue", "fueron", "sido", "ser",
    "é", "são", "foi", "foram", "è", "sono", "stato", "stata", "stati", "viene", "essere", "este", "sunt", "fost", "fi",
    "został", "została", "zostało", "być", "wurde", "wurden",
))
POSTED_ON = ("telegram", "facebook", "x", "instagram", "youtube")
_HEADS = OFFICIAL | PERSON | BODY | OUTLET | UNNAMED | DOCUMENT
_SUBJECT_PRONOUNS = ("-il", "-elle", "-ils", "-elles", "-on", "-je", "-nous")
_PREFIXES = ("ex-", "vice-", "vize-", "co-", "sub-", "sous-", "ex", "vize")


def with_derived_classes(s: Sentence, cues: LanguageCues) -> None:
    """Adds to the tokens' classes what a prefix, the last part of a compound or an inverted pronoun shows."""
    for k, low in enumerate(s.lows):
        if s.flags[k] or len(low) < 5 or s.names[k] is not None:
            continue
        if "-" in low or cues.language == "de":
            s.flags[k] = derived_class(low, s.is_capitalised(k), cues.language)


@functools.lru_cache(maxsize=50_000)
def derived_class(low: str, capital: bool, language: str) -> int:
    """The classes of an unlisted lower-case word («ex-ministro», „Landespolizei“, «a-t-elle»); 0 where spelling shows none."""
    words = load_cues(language).words
    if language == "fr" and low.endswith(_SUBJECT_PRONOUNS):
        return PRONOUN | OTHER_VERB
    for prefix in _PREFIXES:
        if low.startswith(prefix) and (flags := words.get(low[len(prefix):], 0) & _HEADS):
            return flags & ~ARTICLE
    if language == "de" and capital:
        for start in range(2, len(low) - 3):
            if flags := words.get(low[start:], 0) & _HEADS:
                return flags if len(low) - start > 4 or low[start - 1] == "-" else 0
    return 0
