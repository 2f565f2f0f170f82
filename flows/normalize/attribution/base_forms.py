"""Names in their base form: nominative, without quotation marks."""

import functools
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.word_forms import gender_of_given_name, lemma, word_form
from flows.normalize.morphology import dictionary_of, parses_of


@functools.lru_cache(maxsize=100_000)
def name_stem(word: str) -> str:
    """What the case forms of a surname share, in lower case: Зеленский, Зеленского → зеленск."""
    low = word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    if low.isascii():
        return low[:-2] if low.endswith("'s") else low
    for ending in ("ого", "ому", "ими", "ыми", "ым", "им", "ий", "ый", "ой", "ая", "ую", "ою", "ом", "ем", "єм", "ові", "еві", "ей", "ею"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: -len(ending)]
    while len(low) > 3 and low[-1] in "аяуюеиіїоыьйє":
        low = low[:-1]
    return low


@functools.lru_cache(maxsize=50_000)
def nominative_name(name: str, language: str) -> str:
    """A personal name that stands in another case, in the nominative, as far as the dictionary and its endings tell."""
    morph = dictionary_of("uk" if language == "uk" else "ru")
    words = name.split()
    if len(words) == 2 and (given := _unknown_in_instrumental(*words, morph) or _of_shorter_name(*words, morph, language)):
        return f"{given} {_nominative(words[1], 'masc', _changed_endings(words[0]), morph, language)}"
    if len(words) > 1 and (is_nominative_given_name(words[0], language) or is_nominative_pair(words[0], words[-1])):
        return name
    gender = _gender(words, morph, language) or (_gender_by_ending(words[0]) if len(words) == 1 else None)
    is_oblique = gender == "masc" and len(words) > 1 and not _may_be_nominative(words[0], gender, morph)
    changed = _changed_endings(words[0]) if is_oblique else ()
    given = _ukrainian_given_name(words[0], gender, morph) if language == "uk" and len(words) > 1 else None
    if given is not None:
        return " ".join([given, *(_nominative(word, gender, changed, morph, language) for word in words[1:])])
    return " ".join(_nominative(word, gender, changed if i else (), morph, language) for i, word in enumerate(words))


_INSTRUMENTAL = ("ом", "ем", "єм")


def _changed_endings(given: str) -> tuple[str, ...]:
    """How a man's surname may end beside that given name in an oblique case, other than in the nominative."""
    return ("а", "у", *_INSTRUMENTAL) if given.endswith(_INSTRUMENTAL) else ("а", "у")


def _unknown_in_instrumental(given: str, surname: str, morph) -> str | None:
    """The base form of a given name that no dictionary has, where name and surname show a man's instrumental («Илоном Маском»)."""
    if not given.endswith(_INSTRUMENTAL) or not surname.endswith((*_INSTRUMENTAL, "ым", "им")) or len(given) < _SHORTEST_IN_INSTRUMENTAL or morph.word_is_known(given.lower()):
        return None
    if given.endswith("ом"):
        return given[:-2] if given[-3] in _CONSONANTS else None
    return f"{given[:-2]}й" if given[-3] not in _CONSONANTS else None  # «Михаем»


def _of_shorter_name(given: str, surname: str, morph, language: str) -> str | None:
    """The given name of «Иона Лыкова», which is rather «Ион» in the genitive than a nominative «Иона»."""
    if language != "ru" or not given.endswith("а") or not surname.endswith(("а", "ого")):
        return None
    readings = [r for r in parses_of(given, morph.lang) if "Name" in r.tag and r.tag.gender == "masc" and r.tag.number == "sing"]
    is_open = any(r.tag.case == "nomn" for r in readings) and any(r.tag.case == "gent" and r.normal_form == given[:-1].lower() for r in readings)
    return given[:-1] if is_open and morph.word_is_known(given.lower()) else None


def _ukrainian_given_name(word: str, gender: str | None, morph) -> str | None:
    """A given name in the nominative, by the readings that are one: «Дмитрові» is no surname «Дмитрів», «Зої» no word without cases."""
    readings = [r for r in parses_of(word, morph.lang) if "Name" in r.tag and r.tag.gender == gender and r.tag.number != "plur"]
    if any("Fixd" in r.tag for r in readings):
        return word[:-1] + "я" if word.endswith("ї") else None
    if not readings or any(r.tag.case in (None, "nomn") for r in readings):
        return None
    forms = [base.word for r in readings if (base := r.inflect({"nomn"}))]
    base = next((form for form in forms if form.endswith("ило")), forms[0] if forms else None)  # Кирило, Данило: not «Кирил»
    return _as_written(base, word) if base else None


def _may_be_nominative(given: str, gender: str, morph) -> bool:
    """Whether a given name can be the nominative of one of that gender («Богдана» of no man)."""
    if given.isascii() or not any(r.tag.gender == gender and "Name" in r.tag for r in parses_of(given, morph.lang)):
        return word_form(given, morph.lang).nominative
    return any(r.tag.gender == gender and r.tag.case in (None, "nomn") for r in parses_of(given, morph.lang))


def _gender_by_ending(surname: str) -> str | None:
    """The gender of one surname in an oblique case: «Примерова» is then a man's, «Примеровой» a woman's."""
    low = surname.lower()
    if low.endswith(("ова", "ева", "ёва", "єва", "ина", "ына", "іна", "їна")):
        return "masc"
    return "femn" if low.endswith(("овой", "евой", "ёвой", "иной", "ской", "цкой", "ової", "євої", "іної", "ської", "цької")) else None


def is_nominative_pair(given: str, surname: str) -> bool:
    """Whether a given name in -у stands beside a surname that shows no dative («Александру Мижа»)."""
    return given.endswith("у") and surname[-1] in _CONSONANTS + "аь" and gender_of_given_name(given, "ru") != "femn"


def is_nominative_given_name(word: str, language: str) -> bool:
    """Whether a word is a given name that can be nothing but a nominative («Игорь», «Ион»)."""
    form = word_form(word, "uk" if language == "uk" else "ru")
    if not form.given_name or not form.nominative or not (form.lemma == word.lower() or word.endswith("о")):
        return False  # of «Павло», «Петро» the dictionary thinks of Павла and Петра
    return word[-1] in _CONSONANTS or (form.known and not form.genitive and not form.surname)


_SHORTEST_IN_INSTRUMENTAL = 5
_CONSONANTS = "бвгґджзклмнпрстфхцчшщ"
_MASCULINE_OBLIQUE = ("ого", "ему", "ому", "им", "ым", "ом", "ем", "єм", "ові", "еві", "єві", "а", "я", "у", "ю", "і", "є")
# endings of a surname that no woman has in any case: «Богдана Яременка» is a man in the genitive
_MASCULINE_ALONE = (("ого", "ему", "ому", "ым", "им"), ("ого", "ему", "ому", "ым", "им", "енка", "енку", "енком", "енкові", "ука", "юка", "ача", "ника", "вця"))
_FEMININE = ("ова", "ева", "єва", "їна", "іна", "ина", "ська", "ская", "цька", "цкая", "ої", "ій", "ою", "ой", "ую")


def _gender(words: list[str], morph, language: str) -> str | None:
    """The gender of a name by its first given name; where that has both («Юлії», «Валерія»), by what the surname goes with."""
    for word in words:
        readings = [r for r in parses_of(word, morph.lang)[:8] if "Name" in r.tag and r.score >= 0.1]
        if readings:
            fitting = [r for r in readings if "plur" not in str(r.tag) and _goes_with(r, words[-1].lower(), language)]
            likely = sorted(fitting or readings, key=lambda r: r.tag.case in ("voct", "loct"))  # «Павло» is no call to a Павла
            return "femn" if "femn" in str(likely[0].tag) else "masc"
    return None


def _goes_with(reading, surname: str, language: str) -> bool:
    """Whether the surname can stand in the gender and case of the given name: «Юлії Тимошенко» is no man, as «Тимошенко» would change."""
    if "femn" in str(reading.tag):
        return not surname.endswith(_MASCULINE_ALONE[language == "uk"])
    if "nomn" in str(reading.tag):
        return not surname.endswith(_FEMININE)
    # «Лукашенко» never changes in Russian, «Трюдо» in neither; a Ukrainian «Тимошенко» does, for a man
    unchanged = surname.endswith(("о", "е", "и", "у", "ю", "ых", "их")) and not (language == "uk" and surname.endswith("ко"))
    return unchanged or surname.endswith(_MASCULINE_OBLIQUE)


def _agreeing(readings, adjectives):
    """The reading of a noun that has case and gender in common with the last adjective before it («военного округа»)."""
    if not adjectives:
        return None
    tag = adjectives[-1][1].tag
    nouns = [r for r in readings if str(r.tag).startswith("NOUN") and r.tag.case == tag.case]
    return next((r for r in nouns if tag.gender in (None, r.tag.gender) or {tag.gender, r.tag.gender} == {"masc", "neut"}), None)


def _nominative_adjective(word: str, reading) -> str:
    """The adjective in the nominative of the gender and number that it shows itself."""
    gender = "masc" if word.endswith(("ого", "его", "ому", "ему", "ом", "ем")) else "femn" if word.endswith(("ой", "ої", "ій", "ую", "у")) else None
    form = (gender and (reading.inflect({"nomn", "sing", gender}) or reading.inflect({"nomn", gender}))) or reading.inflect({"nomn"})
    return _as_written(form.word, word) if form is not None else word


@functools.lru_cache(maxsize=50_000)
def base_phrase(phrase: str, language: str) -> str:
    """A noun phrase with its head and the adjectives before it in the nominative («таможенной службы Литвы» → «таможенная служба Литвы»)."""
    morph = dictionary_of("uk" if language == "uk" else "ru")
    words = phrase.split()
    adjectives = []
    for i, word in enumerate(words):
        if word.isascii() or word.isupper():
            return " ".join([*(_nominative_adjective(words[k], reading) for k, reading in adjectives), *words[i:]])
        readings = parses_of(word, morph.lang)[:8]
        adjective = next((r for r in readings if str(r.tag).startswith(("ADJF", "PRTF"))), None)
        nouns = [r for r in readings if str(r.tag).startswith("NOUN")]
        noun = next((r for r in nouns if r.normal_form == lemma(word.lower(), language)), nouns[0] if nouns else None)
        if adjective is not None and (noun is None or adjective.score >= noun.score) and i + 1 < len(words):
            adjectives.append((i, adjective))
            continue
        if noun is None:
            return phrase
        if len(adjectives) == 1 and adjectives[0][0] == i - 1 and (people := _people_of(words[i - 1], readings, morph)):
            return " ".join([*words[: i - 1], people, *words[i:]])
        noun = _agreeing(readings, adjectives) or noun
        number = "plur" if "plur" in str(noun.tag) and "sing" not in str(noun.tag) else "sing"
        if any("sing" in str(r.tag) for r in readings if str(r.tag).startswith("NOUN")) and number == "plur" and not adjectives:
            noun = next(r for r in readings if str(r.tag).startswith("NOUN"))
        base = noun.inflect({number, "nomn"}) or noun.inflect({"nomn"})
        if base is None:
            return phrase
        # the Ukrainian dictionary gives no case for the headword of some nouns («відділ»)
        head = noun.normal_form if number == "sing" and "plur" in str(base.tag) else base.word
        gender = next((g for g in ("masc", "femn", "neut") if g in str(noun.tag)), None)
        for k, reading in adjectives:
            grammemes = {"nomn", "plur"} if number == "plur" else {"nomn", gender} if gender else {"nomn"}
            form = reading.inflect(grammemes)
            if form is not None:
                words[k] = _as_written(form.word, words[k])
        parts, given = head.split("-"), word.split("-")
        words[i] = "-".join(_as_written(part, as_given) for part, as_given in zip(parts, given, strict=True)) if len(parts) == len(given) else head
        return " ".join(words)
    return phrase


def _people_of(word: str, following: Sequence, morph) -> str | None:
    """«слідчих Нацполіції»: the nominative of an adjective in the plural that stands for people, whose noun after it is of no plural in that case."""
    readings = [r for r in parses_of(word, morph.lang)[:8] if str(r.tag).startswith(("ADJF", "NOUN"))]
    genitive = next((r for r in readings if "gent" in str(r.tag)), None)
    if genitive is None or any("plur" not in str(r.tag) for r in readings):
        return None
    cases = {r.tag.case for r in readings} - {"accs"}  # where it is the genitive's form again
    if any("plur" in str(r.tag) and r.tag.case in cases for r in following):
        return None
    form = genitive.inflect({"nomn", "plur"})
    return _as_written(form.word, word) if form is not None else None


def _nominative(word: str, gender: str | None, changed: tuple[str, ...], morph, language: str) -> str:
    """`changed` are the endings that are no nominative's beside the given name before the word."""
    if word.isascii() or word.isupper() or len(word) < 3:
        return word
    readings = parses_of(word, morph.lang)
    named = [r for r in readings if {"Name", "Surn", "Patr"} & set(str(r.tag).replace(" ", ",").split(",")) and "plur" not in str(r.tag)]
    if gender:
        named = [r for r in named if gender in str(r.tag)]
    if (word.endswith("е") and not morph.word_is_known(word.lower())) or word.lower() in load_cues(language).groups.get("given_names_in_u", ()):
        return word  # «Андрея Нэстасе», «Думитру Алайбы»
    is_changed = word.endswith(changed)
    if any("nomn" in str(r.tag) and gender in (None, r.tag.gender) for r in named) or (not named and not is_changed and word_form(word, language if language == "uk" else "ru").nominative):
        return word
    for reading in named:
        base = reading.inflect({"nomn", "sing"}) or reading.inflect({"nomn"})
        if base:
            return _as_written(base.word, word)
    return _surname_by_ending(word, gender, language)


_FEMININE_ENDINGS = (
    ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ой", "ая"), ("ую", "ая"), ("ої", "а"), ("ій", "а"), ("ою", "а"),
)


def _surname_by_ending(word: str, gender: str | None, language: str) -> str:
    for ending, base in (
        ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ського", "ський"), ("ському", "ський"), ("ським", "ський"),
        ("цкого", "цкий"), ("цкому", "цкий"), ("цким", "цкий"), ("овым", "ов"), ("евым", "ев"), ("иным", "ин"),
        ("ного", "ний" if language == "uk" else "ный"), ("ному", "ний" if language == "uk" else "ный"),
    ):
        if word.endswith(ending):
            return word[: -len(ending)] + base
    for ending, base in _FEMININE_ENDINGS if gender == "femn" else ():
        if word.endswith(ending):
            return word[: -len(ending)] + base
    if gender == "masc" and word.endswith(_INSTRUMENTAL):
        return word[:-2] if word[-3] in _CONSONANTS else f"{word[:-2]}й"
    if gender == "masc" and word[-1] in "ау" and word[-2] not in "аеиоуыэюяіїєк":
        return word[:-1]
    return word


def _as_written(form: str, model: str) -> str:
    if "-" in form and model[:1].islower():
        return form  # «судово-медична»
    if "-" in form:
        return "-".join(part[:1].upper() + part[1:] for part in form.split("-"))
    return form[:1].upper() + form[1:] if model[:1].isupper() else form
