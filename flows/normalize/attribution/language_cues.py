"""The citation formulas of a language, read from data/reference/languages/<bcp47>/citations.toml."""

import functools
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flows.locations import LANGUAGES
from flows.normalize.scanner import Scanner, build_scanner

# Word classes; one word may have several.
REPORT, SPEECH, PASSIVE, OTHER_VERB = 1, 2, 4, 8
PREPOSITION, INSIDE, CONJUNCTION, ADVERB, PRONOUN, TIME, ADDRESSEE = 16, 32, 64, 128, 256, 512, 1024
OFFICIAL, PERSON, BODY, OUTLET, UNNAMED, OBLIQUE = 2048, 4096, 8192, 16384, 32768, 65536
TITLE, ARTICLE, PARTICLE, DOCUMENT, PERCEPTION, WEAK, CARRIER, PLACE = 1 << 17, 1 << 18, 1 << 19, 1 << 20, 1 << 21, 1 << 22, 1 << 23, 1 << 24
PARTICIPLE = 1 << 25  # says something only beside an auxiliary («ha dicho»)
INDEFINITE = 1 << 28
TRANSITIVE = 1 << 29  # what follows is told something, it does not say it
COMPANY = 1 << 32  # ends a company's name, where it is capitalised («Capital», «Holdings»)
POSTING = 1 << 26  # says something only on a platform («publicó en Instagram»)
QUOTING = 1 << 27  # passes another's words on: who is quoted stands before who quotes («цитирует Пескова ТАСС»)
MAKING = 1 << 31  # makes or publishes a study or footage
GERUND = 1 << 30  # says something where its clause has a subject («поздравил гостей, отметив, что»)
VERB = REPORT | SPEECH
PEOPLE = OFFICIAL | PERSON
SOURCES = PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT

_WORD_LISTS = {
    "nouns": {
        "official": OFFICIAL, "person": PERSON, "body": BODY, "organisation": BODY, "business": BODY, "outlet": OUTLET, "unnamed": UNNAMED, "document": DOCUMENT, "carrier": CARRIER,
        "official_titles_oblique": OFFICIAL | OBLIQUE, "person_oblique": PERSON | OBLIQUE, "body_oblique": BODY | OBLIQUE,
        "outlet_oblique": OUTLET | OBLIQUE, "title": TITLE, "company": COMPANY, "legal_form": COMPANY,
    },
    "words": {
        "preposition": PREPOSITION, "inside": INSIDE, "conjunction": CONJUNCTION, "adverb": ADVERB, "pronoun": PRONOUN,
        "time": TIME, "addressee": ADDRESSEE, "article": ARTICLE, "indefinite": INDEFINITE, "transitive": TRANSITIVE, "particle": PARTICLE, "place": PLACE,
    },
    "verbs": {
        "report_present": REPORT, "speech_present": SPEECH, "weak_present": SPEECH | WEAK, "passive": PASSIVE, "other": OTHER_VERB, "perception": PERCEPTION,
        "quoting": QUOTING, "gerund": SPEECH | GERUND, "participle": SPEECH | PARTICIPLE, "report_participle": REPORT | PARTICIPLE,
        "making": MAKING, "posting": SPEECH | POSTING, "posting_participle": SPEECH | POSTING | PARTICIPLE,
        "beside_quotes": SPEECH, "with_clause": SPEECH, "plural": SPEECH,
    },
}
# verbs that a rule asks for by their list as well
_VERB_LISTS = ("beside_quotes", "with_clause", "plural")
# nouns that a rule asks for by their list as well
_NOUN_LISTS = ("body", "organisation", "business", "legal_form")
# lists of words that only one rule asks for
_LISTS = (
    "abbreviations", "after_which", "anaphoric", "and_but", "anyone", "auxiliaries", "by", "by_kind", "carriers", "cited_before", "common_noun_endings", "counts_cases", "going_on", "counted", "figures", "first_person", "genitive_endings", "host_words", "heads_with_media", "infinitives", "joined", "joints", "made_document", "media_words", "natives", "no_names", "no_perfect", "no_so", "objects", "only_one", "of_any_kind", "of_fields", "offices_apart", "paper_words", "parties",
    "participle_beginnings", "passive", "people_endings", "personal", "press", "private", "somebody", "subject_pronoun_endings",
    "subject_pronouns", "surnames", "this", "told", "told_by", "told_in", "sure_media", "unpersonal", "weak_phrases", "where_or_by", "with_quotes", "written", "reads", "separable", "speaks_for", "past_endings", "participle_endings",
    "entitled", "in_parts", "modals", "parted",
    "chats", "confirms", "crimes", "loosely", "said_before", "done_by_things", "famous", "fields", "journals", "judged", "kin", "labels", "media_nouns", "news_posted", "of_media", "pages", "pieces", "places_like_people", "receiving",
    "reporters", "reports_say", "responded_to", "shares", "shortened", "sorts_of_places", "statements", "told_of_crimes", "told_to_media", "to_medium", "written_words",
    "foreseen_in_polls", "own_reports", "polls_show", "sorts_of_polls", "told_anyone",
)
# of participles in any case, Russian and Ukrainian
_PARTICIPLE_ENDINGS = ("ый", "ая", "ое", "ые", "ого", "ой", "ому", "ом", "ым", "ыми", "ую", "ых", "ий", "а", "е", "і", "ої", "ій", "им", "ими", "у", "их")
_PAST_ENDINGS = {"ru": ("л", "ла", "ло", "ли"), "uk": ("в", "ла", "ло", "ли")}
_REFLEXIVE_ENDINGS = {
    "ru": ("лся", "лась", "лось", "лись"),
    "uk": ("вся", "лась", "лася", "лось", "лося", "лись", "лися"),
}


@dataclass(frozen=True, slots=True)
class LanguageCues:
    """All that a language's citations.toml says, ready for one scan of a text.

    `words` gives the classes of a lower-case word, `channel_of` the channel that a lower-case word names (None for
    most), `pattern_kinds[i]` the kind of the i-th pattern of `scanner`. `lists` are words that one rule asks for. `countries` are those where the language is at
    home, the likeliest first; `country_stems` (country, what the words for it begin with) tell what a text speaks of.
    `groups` are words, or beginnings of words, that the readers ask for by name. Each of `one_office` finds the titles of one office. `people_of` gives, for those who
    work for a body («полицейский»), what the names of such bodies contain. `qualified` gives, for the noun that ends a
    formula, the words before it and the kind: adjectives may stand between («по | последним | данным»).
    """

    language: str
    family: str
    words: Mapping[str, int]
    channel_of: Callable[[str], str | None]
    scanner: Scanner
    pattern_kinds: tuple[str, ...]
    recap_openers: tuple[str, ...]
    recap_paragraphs: tuple[str, ...]
    lists: Mapping[str, frozenset[str]]
    countries: tuple[str, ...]
    speaks_of_own_country: bool
    country_stems: tuple[tuple[str, str], ...]
    groups: Mapping[str, tuple[str, ...]]
    one_office: tuple[re.Pattern, ...]
    people_of: Mapping[str, tuple[str, ...]]
    qualified: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@functools.cache
def languages_with_cues() -> frozenset[str]:
    """The languages that have citation formulas."""
    return frozenset(path.parent.name for path in LANGUAGES.glob("*/citations.toml"))


@functools.cache
def load_cues(language: str) -> LanguageCues | None:
    """The cues of a BCP 47 language, None where there is no file for it."""
    base = language.split("-")[0]
    if base not in languages_with_cues():
        return None
    with open(LANGUAGES / base / "citations.toml", "rb") as file:
        data = tomllib.load(file)
    is_segmented = data["family"] in ("slavic", "western")
    words = _word_classes(data, base) if is_segmented else {}
    qualified = _qualified(data, words) if data["family"] == "slavic" else {}
    patterns = _patterns(data, words, qualified) if is_segmented else {}
    recap, countries = data.get("recap", {}), data.get("countries", {})
    return LanguageCues(
        language=base,
        family=data["family"],
        words=words,
        channel_of=_channel_finder(data.get("channels", {})),
        scanner=build_scanner(list(patterns)),
        pattern_kinds=tuple(patterns.values()),
        recap_openers=tuple(recap.get("openers", ())),
        recap_paragraphs=tuple(recap.get("paragraph", ())),
        lists=_lists(data),
        countries=tuple(countries.get("own", ())),
        speaks_of_own_country=countries.get("own_first", False),
        country_stems=tuple(countries.get("stems", {}).items()),
        groups={name: tuple(words.split()) for name, words in data.get("groups", {}).items()},
        people_of={noun: tuple(parts.split()) for noun, parts in data.get("people_of", {}).items()},
        one_office=tuple(_titles_pattern(titles) for titles in data.get("titles", {}).get("one_office", ())),
        qualified=qualified,
    )


def _lists(data: dict) -> dict[str, frozenset[str]]:
    """The words that rules ask for by their list, by its name; every business is an organisation too."""
    lists = {
        name: frozenset(data.get(section, {}).get(name, "").split())
        for section, names in (("lists", _LISTS), ("verbs", _VERB_LISTS), ("nouns", _NOUN_LISTS)) for name in names
    }
    return lists | {"organisation": lists["organisation"] | lists["business"]}


def _titles_pattern(titles: Sequence[str]) -> re.Pattern:
    """Any of the titles in lower case, `*` being the rest of a word."""
    alternatives = "|".join(title.replace("*", r"[^\W_]*") for title in titles)
    return re.compile(rf"\b(?:{alternatives})\b")


def _word_classes(data: dict, language: str) -> dict[str, int]:
    words: dict[str, int] = {}

    def add(forms, flags: int) -> None:
        for form in forms:
            words[form] = words.get(form, 0) | flags

    for section, lists in _WORD_LISTS.items():
        for name, flags in lists.items():
            add(data.get(section, {}).get(name, "").split(), flags)
    verbs = data.get("verbs", {})
    past, reflexive = _PAST_ENDINGS.get(language, ("",)), _REFLEXIVE_ENDINGS.get(language, ("",))
    for name, flags, endings in (
        ("report_past", REPORT, past), ("speech_past", SPEECH, past), ("reflexive_past", SPEECH, reflexive),
        ("perception_past", PERCEPTION, past), ("appeal_past", SPEECH, past), ("weak_past", SPEECH | WEAK, past),
        ("weak_reflexive_past", SPEECH | WEAK, reflexive), ("making_past", MAKING, past),
    ):
        add((stem + ending for stem in verbs.get(name, "").split() for ending in endings), flags)
    return words


def _qualified(data: dict, words: Mapping[str, int]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The formulas that end in a noun, by it: what stands before it and their kind."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("according", "opinion"):
        for phrase in data.get("before", {}).get(kind, ()):
            *before, noun = phrase.split()
            if before and not words.get(noun, 0) & PREPOSITION:
                found.setdefault(noun, []).append((tuple(before), kind))
    return {noun: tuple(formulas) for noun, formulas in found.items()}


def _patterns(data: dict, words: dict[str, int], qualified: Mapping[str, object]) -> dict[str, str]:
    """Each pattern of the scan with its kind; a phrase goes before a word that it begins with (longest match)."""
    patterns = {word: "verb" for word, flags in words.items() if flags & (VERB | PERCEPTION)}
    patterns |= {word: "passive" for word, flags in words.items() if flags & PASSIVE}
    patterns |= {word: "making" for word, flags in words.items() if flags & MAKING and not flags & (VERB | PERCEPTION | PASSIVE)}
    patterns |= {stem + ending: "made" for stem in data.get("verbs", {}).get("making_participle", "").split() for ending in _PARTICIPLE_ENDINGS}
    for kind, phrases in data.get("before", {}).items():
        patterns |= dict.fromkeys(phrases, kind)
    for noun in qualified:
        patterns.setdefault(noun, "qualified")
    for names in data.get("channels", {}).values():
        for name in names:
            patterns.setdefault(name.rstrip("*"), "channel")
    return patterns


def _channel_finder(channels: Mapping[str, Sequence[str]]) -> Callable[[str], str | None]:
    """Look-up of the channel that a word names, whole or by its beginning (listed with `*` at the end)."""
    exact = {name: channel for channel, names in channels.items() for name in names if not name.endswith("*")}
    stems = sorted(((name[:-1], channel) for channel, names in channels.items() for name in names if name.endswith("*")), key=lambda stem: -len(stem[0]))
    beginnings = tuple(stem for stem, _ in stems)

    @functools.lru_cache(maxsize=4_000)
    def channel_of(word: str) -> str | None:
        if (channel := exact.get(word)) or not word.startswith(beginnings):
            return channel
        return next(channel for stem, channel in stems if word.startswith(stem))

    return channel_of
