"""Case forms of the names of outlets, bodies and offices in Russian and Ukrainian, from morphological dictionaries."""

import functools
import itertools
import re

from flows.normalize.morphology import dictionary_of

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
INFLECTED_LANGUAGES = ("ru", "uk")
_CONJUNCTIONS = {"и", "і", "й", "та"}
_COMPARED = {"Supr", "Cmp2", "COMP"}
_PROPER = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"}
_ENOUGH = 60


@functools.cache
def is_common_word(word: str, language: str) -> bool:
    """Whether a dictionary of the language has the word, and neither as a proper name nor as an abbreviation."""
    if language not in INFLECTED_LANGUAGES or not re.fullmatch(r"[\w'’-]+", word):
        return False
    analyzer = dictionary_of(language)
    word = word.lower()
    if not analyzer.word_is_known(word):
        return False
    return not any(_PROPER & parse.tag.grammemes for parse in analyzer.parse(word))


def _nominatives(word: str, language: str, parts_of_speech: tuple[str, ...]) -> list:
    return [
        parse for parse in dictionary_of(language).parse(word)
        if parse.tag.POS in parts_of_speech and "nomn" in parse.tag.grammemes and "Abbr" not in parse.tag.grammemes
    ]


def _recase(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return form.upper()
    if like[:1].isupper():
        return form[:1].upper() + form[1:]
    return form


def _declined(parse, case: str, word: str, number: str | None = None, gender: str | None = None) -> list[str]:
    forms = []
    for form in parse.lexeme:
        tags = form.tag.grammemes
        if case not in tags or ("plur" in tags) != (number == "plur"):
            continue
        if gender and number != "plur" and form.tag.gender not in (gender, None):
            continue
        if form.tag.POS not in ("NOUN", "ADJF", "PRTF") or tags & _COMPARED:
            continue
        forms.append(_recase(form.word, word))
    return list(dict.fromkeys(forms)) or [word]


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _abbreviation_forms(word: str) -> list[str]:
    """«МИД», «МИДа»: read as words where they have a vowel inside and end in a consonant."""
    if len(word) >= 3 and word.isalpha() and re.search(r"[АЕИІОУЭЮЯ]", word) and re.search(r"[БВГДЖЗКЛМНПРСТФХЦЧШ]$", word):
        return [word, *(word + ending for ending in ("а", "у", "ом", "е", "і", "ові"))]
    return [word]


def _number(parse) -> str | None:
    return "plur" if "plur" in parse.tag.grammemes else None


def _group(words: list[str], start: int, language: str) -> tuple[list, int] | None:
    """The adjectives and the noun that decline together from `start`: their parses, and where they end."""
    adjectives = []
    for index in range(start, len(words)):
        word = words[index]
        if not re.fullmatch(r"[^\W\d_]+(?:['’][^\W\d_]+)*", word):
            return None
        nouns = _nominatives(word, language, ("NOUN",))
        as_adjective = _nominatives(word, language, ("ADJF", "PRTF"))
        if nouns and not (as_adjective and index + 1 < len(words) and _group(words, index + 1, language)):
            for noun in nouns:
                agreeing = [_agreeing(choices, noun) for choices in adjectives]
                if all(agreeing):
                    return [*agreeing, noun], index + 1
            return None
        if not as_adjective:
            return None
        adjectives.append(as_adjective)
    return None


def _agreeing(adjectives: list, noun):
    for adjective in adjectives:
        if _number(adjective) != _number(noun):
            continue
        if _number(noun) == "plur" or not noun.tag.gender or adjective.tag.gender in (noun.tag.gender, None):
            return adjective
    return None


def _decline_group(parses: list, words: list[str], case: str) -> list[list[str]]:
    noun = parses[-1]
    number, gender = _number(noun), noun.tag.gender
    choices = [_declined(parse, case, word, number, gender) for parse, word in zip(parses[:-1], words, strict=False)]
    choices.append(_declined(noun, case, words[len(parses) - 1], number))
    return [list(choice) for choice in itertools.islice(itertools.product(*choices), 8)]


def _lone_adjective_forms(word: str, language: str) -> list[str]:
    adjectives = _nominatives(word, language, ("ADJF",))
    if not adjectives:
        return [word]
    parse = adjectives[0]
    return list(dict.fromkeys(f for c in CASES for f in _declined(parse, c, word, _number(parse), parse.tag.gender)))


def _hyphenated_forms(word: str, language: str) -> list[str]:
    left, _, right = word.partition("-")
    lefts, rights = _word_forms(left, language), _word_forms(right, language)
    both = [f"{a}-{b}" for a, b in itertools.product(lefts, rights)]
    return list(dict.fromkeys([word, *both]))[:_ENOUGH]


def _word_forms(word: str, language: str) -> list[str]:
    if not re.search(r"[а-яґєії]", word.lower()):
        return [word]
    if "-" in word:
        return _hyphenated_forms(word, language)
    if "." in word:
        left, dot, right = word.partition(".")
        return [form + dot + right for form in _word_forms(left, language)] if left else [word]
    if _is_abbreviation(word):
        return _abbreviation_forms(word)
    nouns = _nominatives(word, language, ("NOUN",))
    if nouns:
        noun = nouns[0]
        return list(dict.fromkeys([word, *(f for c in CASES for f in _declined(noun, c, word, _number(noun)))]))
    return _lone_adjective_forms(word, language)


def name_forms(name: str, language: str) -> list[str]:
    """All case forms of a name, the nominative first; the name alone in languages that are not inflected here.

    The head noun declines with the adjectives before it («Украинской правды», «Національною поліцією»); what
    follows it stays («Служба безопасности Украины»), unless it is joined by «и» or is a name beside it
    («Радио Свобода», «Радио Свободы»).
    """
    if language not in INFLECTED_LANGUAGES or not re.search(r"[а-яґєії]", name.lower()):
        return [name]
    words = name.split(" ")
    group = _group(words, 0, language)
    if group is None:
        return [" ".join([form, *words[1:]]) for form in _word_forms(words[0], language)]
    parses, end = group
    forms = [name]
    joined = None
    if end + 1 < len(words) and words[end] in _CONJUNCTIONS:
        joined = _group(words, end + 1, language)
    for case in CASES:
        for head in _decline_group(parses, words, case):
            forms.append(" ".join([*head, *words[end:]]))
            if joined:
                for second in _decline_group(joined[0], words[end + 1:], case):
                    forms.append(" ".join([*head, words[end], *second, *words[joined[1]:]]))
    if end == len(words) - 1:
        forms += _beside(parses, words, end, language)
    return list(dict.fromkeys(forms))[:_ENOUGH]


def _beside(parses: list, words: list[str], end: int, language: str) -> list[str]:
    """Forms in which the last word, a noun or adjective in the nominative after the head, declines as well."""
    last = _nominatives(words[end], language, ("NOUN", "ADJF"))
    may_be_genitive = any("gent" in parse.tag.grammemes for parse in dictionary_of(language).parse(words[end]))
    if not last or may_be_genitive:
        return []
    parse = last[0]
    gender = parses[-1].tag.gender if parse.tag.POS == "ADJF" else None
    return [
        " ".join([*head, form])
        for case in CASES
        for head in _decline_group(parses, words, case)
        for form in _declined(parse, case, words[end], _number(parse), gender)
    ]
