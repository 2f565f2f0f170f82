"""Case forms of the names of people in Russian and Ukrainian, by the paradigms that the endings show.

Sources: Зализняк, Грамматический словарь русского языка (surnames); Український правопис 2019, §§ 97-104.
A paradigm is written as five slots, genitive to locative, with alternatives after a slash: «а у а ом е».
"""

import itertools
import re

_CASE_COUNT = 6
_STAY = tuple("еиуюэыіїєоё")
_HUSHING = tuple("жшчщц")


def _cases(word: str, stem: str, slots: str) -> list[list[str]]:
    return [[word], *([stem + ending for ending in slot.split("/")] for slot in slots.split())]


def _unchanged(word: str) -> list[list[str]]:
    return [[word]] * _CASE_COUNT


def _russian_by_a(word: str) -> list[list[str]]:
    stem = word[:-1]
    if word.endswith("ия"):
        return _cases(word, stem, "и и ю ей и")
    if word.endswith("я"):
        return _cases(word, stem, "и е ю ей е")
    return _cases(word, stem, ("и" if stem[-1:] in "гкхжшчщ" else "ы") + " е у ой е")


def _russian_man(word: str) -> list[list[str]]:
    if re.search(r"\w[сц]кий$|\w\wный$|[ыо]й$|\w\wний$", word):
        return _cases(word, word[:-2], "ого/его ому/ему ого/его ым/им ом/ем")
    if re.search(r"\w(?:[оеё]в|[иы]н)$", word):
        return _cases(word, word, "а у а ым/ом е")
    if word.endswith("й"):
        return _cases(word, word[:-1], "я ю я ем " + ("и" if word.endswith("ий") else "е"))
    if word.endswith("ь"):
        return _cases(word, word[:-1], "я ю я ем/ём е")
    if word.endswith(("а", "я")):
        return _russian_by_a(word)
    if word.endswith(_STAY):
        return _unchanged(word)
    if word.endswith("ец") and len(word) > 4:
        return _cases(word, word[:-2] + "ц", "а у а ем/ом е")
    return _cases(word, word, f"а у а {'ем' if word.endswith(_HUSHING) else 'ом'} е")


def _russian_woman(word: str) -> list[list[str]]:
    if re.search(r"\w(?:[оеё]в|[иы]н)а$", word):
        return _cases(word, word[:-1], "ой ой у ой ой")
    if word.endswith(("ая", "яя")):
        return _cases(word, word[:-2], "ой ой ую ой ой" if word.endswith("ая") else "ей ей юю ей ей")
    if word.endswith(("а", "я")):
        return _russian_by_a(word)
    return _unchanged(word)


def _ukrainian_by_a(word: str) -> list[list[str]]:
    stem = word[:-1]
    if word.endswith("ія"):
        return _cases(word, stem, "ї ї ю єю ї")
    if word.endswith("я"):
        return _cases(word, stem, "і і ю ею/єю і")
    softened = {"г": "з", "к": "ц", "х": "с"}.get(stem[-1:])
    dative = f"/{stem[:-1]}{softened}і" if softened else ""
    cases = _cases(word, stem, "и/і і у ою/ею і")
    return [cases[0], cases[1], cases[2] + ([dative[1:]] if dative else []), *cases[3:5], cases[5] + ([dative[1:]] if dative else [])]


def _ukrainian_man(word: str) -> list[list[str]]:
    if word.endswith("ий"):
        return _cases(word, word[:-2], "ого ому ого им ому/ім")
    if word.endswith("ій") and len(word) > 5:
        return _cases(word, word[:-1], "я ю/єві я єм ї/єві")
    if word.endswith("й"):
        return _cases(word, word[:-1], "я ю/єві я єм ї/єві")
    if word.endswith("ь"):
        return _cases(word, word[:-1], "я ю/еві я ем і/еві")
    if re.search(r"\w(?:[оеє]в|[иії]н)$", word):
        return _cases(word, word, "а у/ові а им/ом ові/у/і")
    if word.endswith("ок") and len(word) > 4:
        return _cases(word, word[:-2] + "к", "а у/ові а ом ові/у")
    if word.endswith("о"):
        return _cases(word, word[:-1], "а у/ові а ом ові/у")
    if word.endswith(("а", "я")):
        return _ukrainian_by_a(word)
    if word.endswith(_STAY):
        return _unchanged(word)
    return _cases(word, word, "а у/ові/еві а ом/ем ові/у/і/еві")


def _ukrainian_woman(word: str) -> list[list[str]]:
    if re.search(r"(?:[сцз]ьк|\w[оеє]в|\w[иії]н)а$", word):
        return _cases(word, word[:-1], "ої/и ій/і у ою ій/і")
    if word.endswith(("а", "я")):
        return _ukrainian_by_a(word)
    return _unchanged(word)


_PARADIGMS = {
    ("ru", "m"): _russian_man, ("ru", "f"): _russian_woman, ("uk", "m"): _ukrainian_man, ("uk", "f"): _ukrainian_woman,
}
_FLEETING = {
    ("ru", "Павел"): "Павл", ("ru", "Лев"): "Льв", ("ru", "Пётр"): "Петр", ("ru", "Петр"): "Петр",
    ("uk", "Павло"): "Павл", ("uk", "Петро"): "Петр", ("uk", "Дмитро"): "Дмитр",
}


def _first_name(word: str, language: str, gender: str) -> list[list[str]]:
    if word[0].islower() or word.endswith("."):
        return _unchanged(word)
    stem = _FLEETING.get((language, word))
    if stem:
        return _cases(word, stem, "а у а ом е" if language == "ru" else "а у/ові а ом ові/у/і")
    if word == "Ігор":
        return _cases(word, word, "я ю/еві я ем ю/еві/і")
    if gender == "f" and word.endswith("вь"):
        return _cases(word, word[:-1], "и и ь ью и")
    if gender == "f" and language == "ru" and word.endswith(("а", "я")):
        return _russian_by_a(word)
    if gender == "f" and language == "uk" and word.endswith(("а", "я")):
        return _ukrainian_by_a(word)
    if language == "ru" and gender == "m" and word.endswith("ий"):
        return _cases(word, word[:-1], "я ю я ем и")
    if language == "ru" and gender == "m" and word.endswith(("ин", "ын", "ев", "ов")):
        return _cases(word, word, "а у а ом е")
    return _PARADIGMS[language, gender](word)


def _surname(word: str, language: str, gender: str) -> list[list[str]]:
    decline = _PARADIGMS[language, gender]
    if "-" not in word:
        return decline(word)
    left, _, right = word.rpartition("-")
    return [
        [f"{a}-{b}" for a in (left, *(firsts if "-" not in left else ())) for b in seconds]
        for firsts, seconds in zip(decline(left), decline(right), strict=True)
    ]


def person_forms(name: str, language: str, gender: str) -> list[str]:
    """All case forms of a full name or a lone surname, the nominative first; `gender` is m or f.

    The last word is the surname; words in lower case (фон, дер, аль) and initials stay as they are. In a
    language without paradigms here the name alone.
    """
    if (language, gender) not in _PARADIGMS or not re.search(r"[а-яґєії]", name.lower()):
        return [name]
    *firsts, surname = name.split(" ")
    declined = [*(_first_name(word, language, gender) for word in firsts), _surname(surname, language, gender)]
    forms = [
        " ".join(words)
        for case in range(_CASE_COUNT)
        for words in itertools.product(*(cases[case] for cases in declined))
    ]
    return list(dict.fromkeys(forms))
