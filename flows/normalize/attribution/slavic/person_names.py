"""The personal name in a Russian or Ukrainian noun phrase."""

from flows.normalize.attribution.language_cues import (
    BODY,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    VERB,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.name_tests import is_adjective_of
from flows.normalize.attribution.slavic.phrase import NAME_PARTICLES, SlavicReader, is_person
from flows.normalize.attribution.word_forms import WordForm

# how nouns for several people end: «сотрудники Acme» names a company
_MANY = ("ов", "ев", "ів", "ики", "исты", "ерты", "еры", "ели", "оги", "ане", "цы", "ами", "ям", "ам")
_FEMALE = ("ова", "ева", "ёва", "ина", "ая", "єва", "ська", "цька")
_SHORTEST_SURNAME = 5
_YEARS_OLD = ("річн", "летн")
_PATRONYMIC = ("вич", "вна", "ічна", "їч")


_CAPITAL_PARTICLES = NAME_PARTICLES | {"ле", "ла", "сен", "сент"}


def person_name(reader: SlavicReader, s: Sentence, first: int, end: int, alone: bool) -> tuple[int, int] | None:
    """Tokens of the personal name in a phrase; a single capitalised word counts after a role noun or where `alone`."""
    j = end
    while j > first:
        k = j - 1
        if not (s.is_word(k) and s.is_capitalised(k)) or _is_organisation(reader, s, k):
            j -= 1
            continue
        run_end = j
        while k >= first and not _is_organisation(reader, s, k) and (
            (s.is_word(k) and s.is_capitalised(k)) or (s.words[k] == "." and k > first and len(s.words[k - 1]) == 1 and s.is_capitalised(k - 1))
            or (s.words[k] in NAME_PARTICLES and k > first and (s.is_capitalised(k - 1) or s.words[k - 1] in NAME_PARTICLES))
        ):
            k -= 1
        joint = next((i for i in range(k + 2, run_end - 1) if s.words[i] in NAME_PARTICLES and s.is_capitalised(i - 1)), None)
        if joint is not None:
            return joint - 1, run_end  # «Урсула фон дер Ляйен»
        begin = k + 1
        while begin < run_end - 1 and _is_title(reader, s, begin):
            begin += 1
        name = _name_in_run(reader, s, begin, run_end, first, end, alone)
        if name:
            while name[0] > begin and name[1] - name[0] > 1 and s.lows[name[0]] in _CAPITAL_PARTICLES:
                name = (name[0] - 1, name[1])  # «Жан-Ів Ле Дріан»
            return name
        j = k + 1
    return None


def _is_title(reader: SlavicReader, s: Sentence, k: int) -> bool:
    """Whether a capitalised word is a title, not a name («Президент Примеров» at the head of a sentence)."""
    if not s.is_word(k) or any(s.is_word(i) for i in range(k)) or not reader.class_of(s, k) & PEOPLE:
        return False
    form = reader.form(s.words[k])
    return not (form.given_name or form.surname)


def _is_organisation(reader: SlavicReader, s: Sentence, k: int) -> bool:
    match = s.names[k]
    if match is None:
        return False
    if k and s.names[k - 1] is None and s.is_capitalised(k - 1) and (before := reader.form(s.words[k - 1])).given_name and not before.place:
        return False
    if k + 1 < len(s) and s.is_capitalised(k + 1) and (
        k == 0 or not s.is_capitalised(k - 1) or reader.class_of(s, k - 1) & PEOPLE
    ) and (
        reader.form(s.words[k]).given_name and _looks_like_surname(reader, s.words[k + 1], reader.form(s.words[k + 1]))
    ):
        return False  # «Раду Примеров» is no parliament
    return not is_person(reader.registry.cited_sources.get(match.source_ids[0]))


def _name_in_run(reader: SlavicReader, s: Sentence, a: int, b: int, first: int, end: int, alone: bool) -> tuple[int, int] | None:
    """Tokens of the personal name in the capitalised words [a, b) of the phrase [first, end)."""
    words, end_of_run = s.words, b
    if _is_surname_in_capitals(reader, s, a, b):
        return (b - 2, b)
    while b > a and ((words[b - 1].isupper() and len(words[b - 1]) > 1) or words[b - 1] == "."):
        b -= 1
    if b == a + 1 and end_of_run > b and len(words[b]) > 1 and words[b].isupper() and reader.form(words[a]).adjective:
        return None  # «Зарічанська ОДПІ»
    while a < b and words[a].isupper() and len(words[a]) > 1:
        a += 1
    if b <= a or (words[b - 1][1:2].isupper() and not words[b - 1].isascii()):
        return None  # «председатель УИКа»
    if b - a >= 2:
        return _full_name(reader, s, first, a, b)
    is_all = _word_count(s, first, b) == 1
    if is_all and b == end_of_run and not s.is_quote(a - 1) and reader.named_in_full(s, a):
        return (a, b)  # «Кодряну», where the text has «Игорь Кодряну»
    if words[a].isascii():
        return (a, b) if not reader.form(words[a]).place and _is_titled(reader, s, first, a) and not s.lows[a - 1].endswith(_MANY) else None
    if _is_of_other_name(reader, s, a, end):
        return None
    surname, low = reader.form(words[a]), words[a].lower()
    is_short_body = low.startswith(reader.cues.groups["body_beginnings"]) and not surname.known and not _looks_like_surname(reader, words[a], surname)
    if _is_titled(reader, s, first, a) and not is_short_body and (surname.surname or not reader.class_of(s, a)):
        return None if _is_of_a_person(reader, s, a - 1, words[a], surname) else (a, b)
    if b == end == end_of_run and _after_title_of(reader, s, first, a, words[a], surname):
        return (a, b)
    if surname.given_name and a > first and _is_of_that_age(reader, s, first, a):
        return (a, b)  # «62-річна Ніна»
    if not alone or not is_all or _is_styled_as_brand(s, a) or reader.class_of(s, a):
        return None
    is_surname = _looks_like_surname(reader, words[a], surname) or (not surname.known and surname.nominative and not low.startswith(reader.cues.groups["body_beginnings"]))
    return (a, b) if is_surname else None


def _full_name(reader: SlavicReader, s: Sentence, first: int, a: int, b: int) -> tuple[int, int] | None:
    """Tokens of the name in two or more capitalised words: initials, given name, patronymic or a title tell where it begins."""
    words = s.words
    if words[b - 1].isascii():
        return (a, b) if _is_titled(reader, s, first, a) else None
    if words[b - 2] == ".":
        has_two = b - 5 >= a and words[b - 4] == "."
        return (max(a, b - 5 if has_two else b - 3), b)
    if b - a >= 3 and words[b - 2].lower().endswith(_PATRONYMIC):
        return (b - 3, b)
    given, surname = reader.form(words[b - 2]), reader.form(words[b - 1])
    if given.given_name or (surname.surname and not given.place and not given.adjective):
        return (b - 2, b)
    if words[b - 1].lower().endswith(_PATRONYMIC):
        start = max(a, b - 3)
        return (b - 2 if reader.form(words[start]).place else start, b)
    if given.place or given.adjective:
        if given.adjective and _is_thing(surname):
            return None  # «представитель Волжской Рыбной Биржи»
        return (b - 1, b) if not surname.place and _is_titled(reader, s, first, a) else None
    if surname.place or reader.class_of(s, b - 1) & (BODY | OUTLET):
        return None
    if _is_thing(given) and _is_thing(surname) and not _is_titled(reader, s, first, a):
        return None  # «Час Пик»
    return (b - 2, b)


def _is_titled(reader: SlavicReader, s: Sentence, first: int, a: int) -> bool:
    """Whether a noun for people stands right before token a in the phrase."""
    return a > first and bool(reader.class_of(s, a - 1) & PEOPLE)


def _is_of_other_name(reader: SlavicReader, s: Sentence, a: int, end: int) -> bool:
    """Whether the one capitalised word is a place, a network or the adjective of a thing («Днепровская панорама»), so no surname."""
    form, b = reader.form(s.words[a]), a + 1
    if form.place:
        return True
    if form.adjective and (_goes_with_noun(reader, s, b) or _is_quoted_with_noun(reader, s, a)):
        return True
    if b < end and not s.is_capitalised(b) and reader.class_of(s, b) & BODY and reader.form(s.lows[b]).nominative:
        return True  # «Моніторингова місія ООН»
    return reader.cues.channel_of(s.words[a].lower()) is not None


def _is_quoted_with_noun(reader: SlavicReader, s: Sentence, a: int) -> bool:
    """Whether the word opens a quotation and a small noun follows it."""
    b = a + 1
    if a == 0 or not s.is_quote(a - 1) or s.starts[a] != s.ends[a - 1] or b >= len(s) or not s.is_word(b) or s.is_capitalised(b):
        return False
    form = reader.form(s.lows[b])
    return form.noun and not form.verb


def _is_styled_as_brand(s: Sentence, a: int) -> bool:
    """Whether a word stands in quotation marks or is written as no surname is («ЕвроКонсалт», with a point or Latin letters)."""
    if a > 0 and s.is_quote(a - 1) and s.starts[a] == s.ends[a - 1] and a + 1 < len(s) and s.is_quote(a + 1):
        return True
    word = s.words[a]
    return "." in word or any(c.isascii() and c.isalpha() for c in word) or ("-" not in word and any(c.isupper() for c in word[1:]))


def _is_of_that_age(reader: SlavicReader, s: Sentence, first: int, a: int) -> bool:
    """Whether an age stands before the name at token a, and is not that of another («мама 5-річної Ніни»)."""
    age = s.lows[a - 1].rpartition("-")[2] if s.words[a - 1][0].isdigit() else ""
    if not age.startswith(_YEARS_OLD):
        return False
    is_nominative = reader.form(age).nominative
    return not any(reader.class_of(s, k) & PEOPLE and reader.form(s.lows[k]).nominative != is_nominative for k in range(first, a - 1))


def _is_thing(form: WordForm) -> bool:
    """Whether a word is in the dictionary as a noun for no living being and as no name."""
    return form.known and form.noun and not (form.animate or form.given_name or form.surname)


def _goes_with_noun(reader: SlavicReader, s: Sentence, b: int) -> bool:
    """Whether the capitalised word before token b is the adjective of a noun («Зарічна районна рада», «Зарічного суду»)."""
    noun = b
    while noun < len(s) and s.is_word(noun) and not s.is_capitalised(noun) and not s.flags[noun] and (form := reader.form(s.lows[noun])).adjective and not form.noun:
        noun += 1
    if noun >= len(s) or not s.is_word(noun) or s.is_capitalised(noun):
        return False
    form = reader.form(s.lows[noun])
    adjective = s.words[b - 1]
    return form.noun and not form.verb and reader.form(adjective).genitive == form.genitive and adjective.lower().endswith(("ої", "ой", "ого", "кий", "ка", "их", "ых"))


def _is_surname_in_capitals(reader: SlavicReader, s: Sentence, a: int, b: int) -> bool:
    """Whether a run ends in a given name and a surname set in capitals («Ольга БРАТУНЬ», not «Іван МВС»)."""
    word = s.words[b - 1]
    if b - a < 2 or len(word) < _SHORTEST_SURNAME or not word.isupper() or word.isascii() or s.words[b - 2].isupper() or s.names[b - 1] is not None:
        return False
    form = reader.form(word.capitalize())
    return reader.form(s.words[b - 2]).given_name and (form.surname or not form.known or not form.place)


def _is_of_a_person(reader: SlavicReader, s: Sentence, title: int, word: str, surname: WordForm) -> bool:
    """«Адвокат Примерова»: whether the surname tells whose the one with the title is."""
    role, low, groups = reader.form(s.lows[title]), s.lows[title], reader.cues.groups
    if low in groups["honorifics"]:
        return False
    is_of_somebody, changes = low.startswith(groups["of_somebody"]), word.endswith(("а", "я", "и", "ы", "ого", "ой"))
    if not role.nominative:
        return is_of_somebody and role.genitive and changes and not low.startswith(groups["own_titles"])  # «по словам представителя Примерова»
    if role.genitive and not is_of_somebody:
        return False
    if surname.known and surname.genitive and not surname.nominative:
        return not word.endswith(("ов", "ев", "ёв", "ин", "ын"))  # «Милонов» is also of several «милоны»
    if is_of_somebody:
        return changes and not (surname.given_name and surname.nominative and not (surname.genitive and word.endswith(("и", "ы"))))  # «мама Юли»
    return changes and not surname.known and not word.endswith(_FEMALE)


def _after_title_of(reader: SlavicReader, s: Sentence, first: int, a: int, word: str, surname: WordForm) -> bool:
    """«директор школы Примеренко»: whether a title with what it is of stands before the surname, in the surname's case."""
    k = a - 1
    while k >= first and s.is_word(k) and not reader.class_of(s, k) & PEOPLE:
        if s.flags[k] & (PREPOSITION | VERB) or not (s.names[k] is not None or s.words[k].isupper() or reader.form(s.words[k]).genitive):
            return False
        k -= 1
    if k < first or k == a - 1 or not s.is_word(k) or s.lows[k].endswith(_MANY) or is_adjective_of(reader, s, k):
        return False
    if not _is_after_office(reader, s, a, word, surname) and ((surname.surname and not surname.known) or not _looks_like_surname(reader, word, surname)):
        return False
    role = reader.form(s.lows[k])
    if role.nominative and not role.genitive:
        return surname.nominative and not (surname.genitive and word.endswith(("а", "я")))
    return role.genitive and surname.genitive


def _is_after_office(reader: SlavicReader, s: Sentence, a: int, word: str, surname: WordForm) -> bool:
    """«Голова Держприкордонслужби Цигикал»: whether a word that the dictionary lacks stands after a state body of the registry."""
    match = s.names[a - 1]
    if match is None or surname.known or word.isupper() or s.starts[a] - s.ends[a - 1] != 1 or match.char_end != s.ends[a - 1]:
        return False
    source = reader.registry.cited_sources.get(match.source_ids[0])
    return source is not None and source.kind == "official"


def _looks_like_surname(reader: SlavicReader, word: str, form: WordForm) -> bool:
    if form.surname or form.given_name:
        return True
    low = word.lower()
    if form.place or word.isupper():
        return False
    return low.endswith((
        "ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ская", "цкая", "ова", "ева", "ина", "енко", "ко", "чук", "юк",
        "ян", "янц", "дзе", "швили", "ський", "цький", "ська", "цька", "ич", "ук", "ак", "ер", "ман", "сон", "ець", "ів", "їв",
    )) and not (form.noun and not form.animate)


def _word_count(s: Sentence, first: int, end: int) -> int:
    """How many words stand between two tokens."""
    return sum(1 for k in range(first, end) if s.is_word(k))
