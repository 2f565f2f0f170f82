"""The personal name in a Russian or Ukrainian noun phrase."""

from flows.normalize.attribution.language_cues import (
    BODY,
    OUTLET,
    PEOPLE,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic_phrase import SlavicReader, is_person
from flows.normalize.attribution.word_forms import WordForm

_BODY_LIKE = ("погран", "мос", "спец", "горвод", "кибер", "пром", "строй", "агро", "нефте", "держ", "гос", "рос", "укр", "нац", "обл", "мин", "мін", "ген", "крем", "газ", "теле", "авто", "энерго", "енерго")
# how nouns for several people end: «сотрудники Acme» names a company
_MANY = ("ов", "ев", "ів", "ики", "исты", "ерты", "еры", "ели", "оги", "ане", "цы", "ами", "ям", "ам")
_PATRONYMIC = ("вич", "вна", "ічна", "їч")


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
        ):
            k -= 1
        name = _name_in_run(reader, s, k + 1, run_end, first, end, alone)
        if name:
            return name
        j = k + 1
    return None


def _is_organisation(reader: SlavicReader, s: Sentence, k: int) -> bool:
    match = s.names[k]
    if match is None:
        return False
    if k and s.names[k - 1] is None and s.is_capitalised(k - 1) and (before := reader.form(s.words[k - 1])).given_name and not before.place:
        return False
    return not is_person(reader.registry.cited_sources.get(match.source_ids[0]))


def _name_in_run(reader: SlavicReader, s: Sentence, a: int, b: int, first: int, end: int, alone: bool) -> tuple[int, int] | None:
    words, end_of_run = s.words, b
    last = b
    while b > a and ((words[b - 1].isupper() and len(words[b - 1]) > 1) or words[b - 1] == "."):
        b -= 1
    if b == a + 1 and last > b and len(words[b]) > 1 and words[b].isupper() and reader.form(words[a]).adjective:
        return None  # «Зарічанська ОДПІ»
    while a < b and words[a].isupper() and len(words[a]) > 1:
        a += 1
    if b <= a or (words[b - 1][1:2].isupper() and not words[b - 1].isascii()):
        return None  # «председатель УИКа»
    size = b - a
    surname = reader.form(words[b - 1])
    if size >= 2:
        if words[b - 1].isascii():
            return (a, b) if a > first and reader.class_of(s, a - 1) & PEOPLE else None
        given = reader.form(words[b - 2]) if words[b - 2] != "." else None
        if words[b - 2] == ".":
            start = b - 3
            if start - 2 >= a and words[start - 1] == ".":
                start -= 2
            return (max(a, start), b)
        if size >= 3 and words[b - 2].lower().endswith(_PATRONYMIC):
            return (b - 3, b)
        if given.given_name and not (given.place and not given.given_name):
            start = b - 2
            return (start, b)
        if surname.surname and not given.place and not given.adjective:
            return (b - 2, b)
        if words[b - 1].lower().endswith(_PATRONYMIC):
            start = max(a, b - 3)
            return (b - 2 if reader.form(words[start]).place else start, b)
        title_before = a > first and reader.class_of(s, a - 1) & PEOPLE
        if given.place or given.adjective:
            if title_before and not surname.place:
                return (b - 1, b)
            return None
        if surname.place or reader.class_of(s, b - 1) & (BODY | OUTLET):
            return None
        return (b - 2, b)
    is_all = size == _word_count(s, first, b)
    if is_all and b == end_of_run and (surname.place or surname.animate) and not s.is_quote(a - 1) and reader.named_in_full(s, a):
        return (a, b)  # «Кодряну», where the text has «Игорь Кодряну»
    if surname.place:
        return None
    if words[b - 1].isascii():
        return (a, b) if a > first and reader.class_of(s, a - 1) & PEOPLE and not s.lows[a - 1].endswith(_MANY) else None
    if surname.adjective and b < len(s) and s.is_word(b) and not s.is_capitalised(b) and reader.form(s.lows[b]).noun and not reader.form(s.lows[b]).verb and reader.form(words[b - 1]).genitive == reader.form(s.lows[b]).genitive and words[b - 1].lower().endswith(("ої", "ой", "ого", "кий", "ка", "их", "ых")):
        return None
    if size == 1 and b < end and not s.is_capitalised(b) and reader.class_of(s, b) & BODY and reader.form(s.lows[b]).nominative:
        return None  # «Моніторингова місія ООН»
    if reader.cues.channel_of(words[b - 1].lower()):
        return None
    is_short_body = words[b - 1].lower().startswith(_BODY_LIKE) and not surname.known and not _looks_like_surname(reader, words[b - 1], surname)
    if a > first and reader.class_of(s, a - 1) & PEOPLE and not is_short_body and (surname.surname or not reader.class_of(s, a)):
        role = reader.form(s.lows[a - 1])
        if role.nominative and not role.genitive and surname.genitive and not surname.nominative:
            return None
        return (a, b)
    quoted = (a > 0 and s.is_quote(a - 1) and b < len(s) and s.is_quote(b)) or "." in words[a] or any(c.isascii() and c.isalpha() for c in words[a]) or (
        "-" not in words[a] and any(c.isupper() for c in words[a][1:])  # «ЕвроКонсалт» is no surname
    )
    if alone and is_all and not quoted and not reader.class_of(s, a) and (
        _looks_like_surname(reader, words[b - 1], surname) or (not surname.known and surname.nominative and not words[b - 1].lower().startswith(_BODY_LIKE))
    ):
        return (a, b)
    return None


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
