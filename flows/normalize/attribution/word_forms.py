"""What a Russian or Ukrainian word form is: the few grammatical facts that attribution asks for, cached."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import or_

from flows.normalize.attribution.language_cues import SOURCES, load_cues
from flows.normalize.morphology import Reading, dictionary_of, parses_of, readings_of

# endings that a name unknown to the dictionary does not have in the nominative
_OBLIQUE = ("ого", "его", "ому", "ему", "ым", "им", "у", "ю", "ами", "ями", "ой", "ом", "ем", "ою", "ею", "ові", "еві")


# the Ukrainian dictionary leaves the case out where the form is the headword («глава», «директор»)
_CASE = re.compile("nomn|gent|datv|accs|ablt|loct|voct|Fixd")
_WORD = re.compile(r"\w+")
_SHORTEST_NEXT = 4
_PREPOSITIONS = ("в", "во", "на")
# what stands before a verb of saying and loses the space («КаксообщаетЦИК», «Об этомсообщилглава»)
_BEFORE_VERBS = ("как", "этом", "як", "це")
# how places end whose locative a feminine adjective has too («Донецьку область»)
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


# what a tag tells, as one bit each: a form has what any of its tags tells
(
    _NAME, _SURNAME, _PLACE, _NOUN, _COMMON_NOUN, _INANIMATE, _ANIMATE, _ANIMATE_NOUN, _ANIMATE_COMMON_NOUN, _ADJECTIVE, _VERB, _GENITIVE, _LOCATIVE,
    _ACCUSATIVE, _SINGULAR, _PLURAL, _HEAD, _PLURAL_HEAD, _NOMINATIVE_NOUN, _THING_IN_LOCATIVE,
) = (1 << place for place in range(20))  # fmt: skip


@functools.cache
def _told_by(tag: str) -> int:
    """All that a tag tells; of the nominative both what it says and, in a noun, that it says no other case."""
    is_noun, is_plural, is_nominative = tag.startswith("NOUN"), "plur" in tag, "nomn" in tag
    is_head = is_nominative or (is_noun and not _CASE.search(tag))
    is_animate = "anim" in tag and "inan" not in tag
    facts = (
        (_NAME, "Name" in tag or "Patr" in tag), (_SURNAME, "Surn" in tag), (_PLACE, "Geox" in tag),
        (_NOUN, is_noun), (_COMMON_NOUN, "NOUN" in tag and "Name" not in tag), (_INANIMATE, "inan" in tag), (_ANIMATE, is_animate),
        (_ANIMATE_NOUN, is_animate and "NOUN" in tag), (_ANIMATE_COMMON_NOUN, is_animate and "NOUN" in tag and "Name" not in tag),
        (_ADJECTIVE, tag.startswith(("ADJF", "PRTF", "ADJS"))), (_VERB, tag.startswith(("VERB", "INFN", "GRND", "PRTS"))),
        (_GENITIVE, "gent" in tag), (_LOCATIVE, "loct" in tag or "loc2" in tag), (_ACCUSATIVE, "accs" in tag),
        (_SINGULAR, is_nominative and not is_plural), (_PLURAL, is_nominative and is_plural),
        (_HEAD, is_head and not is_plural), (_PLURAL_HEAD, is_head and is_plural),
        (_NOMINATIVE_NOUN, is_noun and is_nominative), (_THING_IN_LOCATIVE, "inan" in tag and "loct" in tag),
    )
    return sum(fact for fact, is_told in facts if is_told)


@functools.lru_cache(maxsize=20_000)
def word_form(word: str, language: str) -> WordForm:
    """Readings of a word form in `ru` or `uk`, from the pymorphy3 dictionaries; unlikely readings are left out."""
    if word.isascii():
        return _in_no_dictionary(word.lower())
    parsed = readings_of(word, language)
    readings = [r for r in parsed if r.score >= 0.04][:8]
    each = [_told_by(r.tag) for r in readings]
    first, told = each[0] if each else 0, functools.reduce(or_, each, 0)
    is_capital, low = word[:1].isupper(), word.lower()
    is_ukrainian_name = language == "uk" and is_capital
    if is_ukrainian_name and not any("Name" in r.tag for r in readings) and _is_untagged_name(word):
        told |= _NAME
    known = dictionary_of(language).word_is_known(low)
    is_town = is_ukrainian_name and not told & _NOMINATIVE_NOUN and _is_town_in_locative(readings)
    person = 0 if is_town else told & (_NAME | _SURNAME)
    place = told & _PLACE or (is_ukrainian_name and known and first & _NOUN and first & _INANIMATE and not told & _ANIMATE)
    return WordForm(
        nominative=bool(told & _HEAD or (told & _PLURAL_HEAD and not (is_capital and person))) or (not known and not low.endswith(_OBLIQUE)),
        given_name=bool(person & _NAME),
        surname=bool(person & _SURNAME),
        place=bool(is_town or (place and not person)),
        # by its readings that are no names where there are any: «у раді» is not of «Рада»
        animate=bool(told & (_ANIMATE_COMMON_NOUN if told & _COMMON_NOUN else _ANIMATE_NOUN)),
        adjective=bool(told & _ADJECTIVE),
        verb=bool(first & _VERB),
        noun=bool(first & _NOUN),
        genitive=bool(told & _GENITIVE),
        known=known,
        locative=_may_be_locative(readings, parsed),
        accusative=bool(told & _ACCUSATIVE),
        plural=bool(known and told & _PLURAL and not told & _SINGULAR),
        lemma=_likely_lemma(readings, low, language) if readings else low,
    )


def _in_no_dictionary(low: str) -> WordForm:
    """What is known of a word in Latin letters and of a number."""
    return WordForm(
        nominative=True, given_name=False, surname=False, place=False, animate=False, adjective=False, verb=False, noun=False, genitive=False, known=False,
        locative=False, accusative=False, plural=False, lemma=low,
    )  # fmt: skip


def _is_town_in_locative(readings: Sequence[Reading]) -> bool:
    """Whether a form is a town's in the locative, though the dictionary has people or an adjective of that form («Києві», «Донецьку»)."""
    places = load_cues("uk").lists["places_like_people"]
    return any(_told_by(r.tag) & _THING_IN_LOCATIVE and (r.base in places or r.base.endswith(_TOWN_ENDS)) for r in readings)


def _likely_lemma(readings: Sequence[Reading], low: str, language: str) -> str:
    """The dictionary form of the first reading, unless another one nearly as likely is a noun for sources («у раді» is of «рада», not of «рад» or «радий»)."""
    first, words = readings[0], load_cues(language).words
    if first.base == low or words.get(first.base, 0) & SOURCES:
        return first.base
    return next((r.base for r in readings[1:] if r.score >= first.score / 2 and words.get(r.base, 0) & SOURCES and "NOUN" in r.tag), first.base)


def _may_be_locative(readings: Sequence[Reading], parsed: Sequence[Reading]) -> bool:
    """Whether the form is the locative of one of the likely words, however seldom that word stands in it («партии»)."""
    locatives = [r.base for r in parsed if _told_by(r.tag) & _LOCATIVE]
    return bool(locatives) and any(r.base in locatives for r in readings)


def _is_untagged_name(word: str) -> bool:
    """Whether a Ukrainian form belongs to a given name that the dictionary marks in other cases only («Володимир», «Богдан»), or in its base form («Надії»)."""
    readings = [p for p in parses_of(word, "uk") if p.score >= 0.04][:8]
    return any("anim" in str(p.tag) and "inan" not in str(p.tag) and any("Name" in str(form.tag) for form in p.lexeme) for p in readings) or any(
        p.normal_form.endswith("ія") and any("Name" in base.tag and "nomn" in base.tag for base in parses_of(p.normal_form, "uk")[:4]) for p in readings[:2]
    )


@functools.lru_cache(maxsize=20_000)
def gender_of_given_name(word: str, language: str) -> str | None:
    """`masc` or `femn` where the word is a given name, in any case, of one gender only."""
    genders = {str(p.tag.gender) for p in parses_of(word, language)[:8] if "Name" in p.tag and p.score >= 0.1 and p.tag.number != "plur"}
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
    tags = [p.tag for p in parses_of(noun, language) if p.score >= 0.04 and p.tag.case in (None, "nomn") and p.tag.POS == "NOUN"]
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
