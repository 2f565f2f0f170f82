"""What a Russian or Ukrainian word form is: the few grammatical facts that attribution asks for, cached."""

import functools
import re
from dataclasses import dataclass

from flows.normalize.attribution.language_cues import SOURCES, load_cues
from flows.normalize.morphology import dictionary_of

# endings that a name unknown to the dictionary does not have in the nominative
_OBLIQUE = ("ого", "его", "ому", "ему", "ым", "им", "у", "ю", "ами", "ями", "ой", "ом", "ем", "ою", "ею", "ові", "еві")


# the Ukrainian dictionary leaves the case out where the form is the headword («глава», «директор»)
_CASE = re.compile("nomn|gent|datv|accs|ablt|loct|voct|Fixd")
_WORD = re.compile(r"\w+")
_SHORTEST_NEXT = 4
_PREPOSITIONS = ("в", "во", "на")
# what stands before a verb of saying and loses the space («КаксообщаетЦИК», «Об этомсообщилглава»)
_BEFORE_VERBS = ("как", "этом", "як", "це")
# places with a locative that people's names have too, and how those end that a feminine adjective has («Донецьку область»)
_PLACES_LIKE_PEOPLE = frozenset(("білорусь", "вашингтон", "київ", "кропивницький", "лондон", "львів", "миколаїв", "рада", "харків", "хмельницький", "черкаси"))
_TOWN_ENDS = ("ськ", "цьк", "зьк")
_CHANNEL = re.compile(r"(?:тг|телеграм)-канал")


@dataclass(frozen=True, slots=True)
class WordForm:
    """Readings of a form: whether it may be nominative, a given name, surname or patronymic, a place, a living being.

    `plural` says that it is nominative in the plural only.
    """

    nominative: bool
    given_name: bool
    surname: bool
    place: bool
    animate: bool
    adjective: bool
    verb: bool
    noun: bool
    genitive: bool
    known: bool
    locative: bool
    accusative: bool
    plural: bool
    lemma: str


@functools.lru_cache(maxsize=20_000)
def word_form(word: str, language: str) -> WordForm:
    """Readings of a word form in `ru` or `uk`, from the pymorphy3 dictionaries; unlikely readings are left out."""
    parsed = dictionary_of(language).parse(word)
    readings = [p for p in parsed if p.score >= 0.04][:8]
    tags = [str(p.tag) for p in readings]
    first = readings[0] if readings else None
    joined = " ".join(tags)
    if language == "uk" and word[:1].isupper() and "Name" not in joined and _is_untagged_name(readings):
        joined += " Name"
    known = dictionary_of(language).word_is_known(word.lower())
    is_town = language == "uk" and word[:1].isupper() and _is_town_in_locative(readings)
    person = not is_town and ("Name" in joined or "Patr" in joined or "Surn" in joined)
    place = "Geox" in joined or (
        language == "uk" and known and word[:1].isupper() and bool(tags) and tags[0].startswith("NOUN") and "inan" in tags[0]
        and not any("anim" in t and "inan" not in t for t in tags)
    )
    low = word.lower()
    nominatives = [t for t in tags if "nomn" in t]
    return WordForm(
        nominative=any(("nomn" in t or (t.startswith("NOUN") and not _CASE.search(t))) and not (word[:1].isupper() and "plur" in t and person) for t in tags) or (not known and not low.endswith(_OBLIQUE)),
        given_name=person and ("Name" in joined or "Patr" in joined),
        surname=person and "Surn" in joined,
        place=is_town or (place and not person),
        animate=_is_animate(tags),
        adjective=any(t.startswith(("ADJF", "PRTF", "ADJS")) for t in tags),
        verb=bool(tags) and tags[0].startswith(("VERB", "INFN", "GRND", "PRTS")),
        noun=bool(tags) and tags[0].startswith("NOUN"),
        genitive=any("gent" in t for t in tags),
        known=known,
        locative=_may_be_locative(readings, parsed),
        accusative=any("accs" in t for t in tags),
        plural=known and bool(nominatives) and all("plur" in t for t in nominatives),
        lemma=_likely_lemma(readings, low, language) if first else low,
    )


def _is_town_in_locative(readings: list) -> bool:
    """Whether a form is a town's in the locative, though the dictionary has people or an adjective of that form («Києві», «Донецьку»)."""
    tags = [str(p.tag) for p in readings]
    return not any("nomn" in tag and tag.startswith("NOUN") for tag in tags) and any(
        "inan" in tag and "loct" in tag and (p.normal_form in _PLACES_LIKE_PEOPLE or p.normal_form.endswith(_TOWN_ENDS)) for p, tag in zip(readings, tags, strict=True)
    )


def _is_animate(tags: list[str]) -> bool:
    """Whether the form is a living being's, by its readings that are no names where there are any («у раді» is not of «Рада»)."""
    nouns = [t for t in tags if "NOUN" in t]
    common = [t for t in nouns if "Name" not in t]
    return any("anim" in t and "inan" not in t for t in common or nouns)


def _likely_lemma(readings: list, low: str, language: str) -> str:
    """The dictionary form of the first reading, unless another one nearly as likely is a noun for sources («у раді» is of «рада», not of «рад» or «радий»)."""
    first, words = readings[0], load_cues(language).words
    if first.normal_form == low or words.get(first.normal_form, 0) & SOURCES:
        return first.normal_form
    return next((p.normal_form for p in readings[1:] if p.score >= first.score / 2 and words.get(p.normal_form, 0) & SOURCES and "NOUN" in str(p.tag)), first.normal_form)


def _may_be_locative(readings: list, parsed: list) -> bool:
    """Whether the form is the locative of one of the likely words, however seldom that word stands in it («партии»)."""
    words = {p.normal_form for p in readings}
    return any(p.normal_form in words and ("loct" in (tag := str(p.tag)) or "loc2" in tag) for p in parsed)


def _is_untagged_name(readings: list) -> bool:
    """Whether a form belongs to a given name that the dictionary marks in other cases only («Володимир», «Богдан»), or in its base form («Надії»)."""
    return any("anim" in str(p.tag) and "inan" not in str(p.tag) and any("Name" in str(form.tag) for form in p.lexeme) for p in readings) or any(
        p.normal_form.endswith("ія") and any("Name" in base.tag and "nomn" in base.tag for base in dictionary_of("uk").parse(p.normal_form)[:4]) for p in readings[:2]
    )


@functools.lru_cache(maxsize=20_000)
def gender_of_given_name(word: str, language: str) -> str | None:
    """`masc` or `femn` where the word is a given name, in any case, of one gender only."""
    genders = {str(p.tag.gender) for p in dictionary_of(language).parse(word)[:8] if "Name" in p.tag and p.score >= 0.1 and p.tag.number != "plur"}
    return genders.pop() if len(genders) == 1 else None


_WOMANS_SURNAME = ("ова", "ева", "єва", "ёва", "ина", "іна", "їна", "ская", "цкая", "ська", "цька")
_MANS_SURNAME = ("ов", "ев", "єв", "ёв", "ин", "ін", "їн", "ский", "цкий", "ський", "цький")
_WOMANS_NOUN = ("ца", "ця", "ка", "са", "ня", "женщина", "дівчина", "девушка", "мать", "мати", "сестра")


def gender_of_person(name: str, language: str) -> str | None:
    """`masc` or `femn` where the given name, else the surname shows it."""
    words = name.split()
    gender = gender_of_given_name(words[0], language)
    if gender is None:  # «Евгения Насонова» may be a man in the genitive
        gender = "femn" if len(words) == 1 and name.endswith(_WOMANS_SURNAME) else "masc" if name.endswith(_MANS_SURNAME) else None
    return gender


@functools.lru_cache(maxsize=5_000)
def is_woman(noun: str, language: str) -> bool:
    """Whether a noun is one for women alone («акторка»), not for people of either gender («людина», «зірка»)."""
    if not noun.endswith(_WOMANS_NOUN):
        return False
    tags = [p.tag for p in dictionary_of(language).parse(noun) if p.score >= 0.04 and p.tag.case in (None, "nomn") and p.tag.POS == "NOUN"]
    return bool(tags) and all(tag.gender == "femn" and tag.animacy == "anim" for tag in tags)


def gender_of_verb(verb: str) -> str | None:
    """`masc` or `femn` where a verb in the past, or «впевнений», shows it."""
    if verb.endswith(("л", "лся", "в", "вся", "впевнений", "переконаний", "уверен", "убежден", "убеждён")):
        return "masc"
    return "femn" if verb.endswith(("ла", "лась", "лася", "впевнена", "переконана", "уверена", "убеждена")) else None


def lemma(word: str, language: str) -> str:
    """The dictionary form of a word in `ru` or `uk`; in other languages the word itself."""
    return word_form(word, language).lemma if language in ("ru", "uk") else word


def is_written_together(text: str, start: int, end: int, language: str) -> bool:
    """Whether the word at `start` is two that lost the space at `end`, as where a link began («сказалМинистр»)."""
    if text[end].isupper() and text[end - 1].islower():
        return True
    word = _WORD.match(text, start).group()
    rest = word[end - start :]
    if _CHANNEL.match(text, end):
        return True  # «пишеттг-канал „Маяк“»
    if rest in _PREPOSITIONS and text[start + len(word) : start + len(word) + 1] == " ":
        return not word_form(word, language).known  # «сообщаютв полиции»
    return len(rest) >= _SHORTEST_NEXT and word_form(rest, language).known and not word_form(word, language).known


def is_written_on(text: str, start: int, language: str) -> bool:
    """Whether a name or a noun lost the space before the verb at `start`, as where a link ended («Лыковзаявил», «полициясообщает»)."""
    first = start
    while first > 0 and text[first - 1].islower():
        first -= 1
    if first == start and start > 1 and text[start - 2 : start].isupper() and text[start - 2 : start].isalpha():
        return not word_form(_WORD.match(text, start - 1).group(), language).known  # «МВДсообщает»
    before = max(0, first - 1)
    if text[before:start].lower() in _BEFORE_VERBS or text[first:start] in _BEFORE_VERBS:
        return not word_form(_WORD.match(text, first).group(), language).known
    if start - first >= _SHORTEST_NEXT + 1 and not text[first - 1 : first].isalpha():
        noun = word_form(text[first:start], language)
        return noun.known and noun.noun and noun.nominative and not word_form(_WORD.match(text, first).group(), language).known
    if first == 0 or start - first < _SHORTEST_NEXT - 1 or not text[first - 1].isupper() or (first > 1 and text[first - 2].isalpha()):
        return False
    word = _WORD.match(text, first - 1)
    return word is not None and not word_form(word.group(), language).known and word_form(text[start : word.end()], language).known
