"""Where a Russian or Ukrainian noun phrase ends."""

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    BODY,
    CONJUNCTION,
    INSIDE,
    OUTLET,
    PASSIVE,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.conjunctions import (
    joins_genitives,
    joins_latin,
    joins_what_for,
    lists_complements,
)
from flows.normalize.attribution.slavic.phrase import AND, NAME_PARTICLES, ONE_OF, REFERRING, STOP, SlavicReader
from flows.normalize.attribution.slavic.what_follows import (
    begins_another,
    has_in_charge,
    is_done_by,
    is_medium_known,
    is_medium_told,
    is_network_named,
    is_told,
    is_whom_one_tells,
)

_SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "енко", "чук", "юк", "ян", "ів", "їв")
_WHAT_FOR = frozenset(("по", "з", "із"))
OF_A_NAME = frozenset(("им", "ім"))  # «бібліотека ім. Лиса»
_ABBREVIATED = OF_A_NAME | {"г", "м", "с", "обл", "св", "зав", "зам"}
JUST = frozenset(("же", "ж"))
_OUT_OF = frozenset(("из", "із", "з"))
# a phrase that begins with a mark and has more tokens before the closing one is somebody's words
_LONGEST_FIRST_NAME = 6
_WORDS_OF = frozenset(("слова", "цитату"))


def end_right(reader: SlavicReader, s: Sentence, i: int) -> int:
    """One past the last token of the noun phrase that begins at token i."""
    last = j = i
    has_name = within = False
    while j < len(s):
        word, flags = s.words[j], s.flags[j]
        if j > i and _is_told_there(reader, s, i, j):
            break
        if s.names[j] is not None:
            last, j = _past_registered(s, j)
            has_name = True
            continue
        if s.is_quote(j):
            if (close := _close_of_name(reader, s, i, j, has_name)) is None:
                break
            j = last = close + 1
            has_name = True
            continue
        if not s.is_word(j):
            if not (_is_of_abbreviation(s, i, j) or (word == "," and lists_complements(reader, s, i, j))):
                break
            j, within = j + 1, within or word == ","
            continue
        if flags & PREPOSITION or flags & INSIDE:
            is_partitive = j == i + 1 and s.lows[i] in ONE_OF and s.lows[j] in _OUT_OF
            if not is_partitive and (j == i or not _goes_on(reader, s, i, j)):
                break
            j, within = j + 1, within or not is_partitive
            continue
        is_and = s.lows[j] in AND and (joins_genitives(reader, s, i, j) or joins_what_for(reader, s, j))
        if is_and or (s.lows[j] in JUST and stands_within(reader, s, j)):
            j, within = j + 1, within or is_and
            continue
        if j > i and s.lows[j].startswith(reader.cues.groups["reporters_told"]):
            is_qualified = j - 1 > i and not s.is_capitalised(j - 1) and (before := reader.form(s.lows[j - 1])).adjective and not before.nominative
            return j - 1 if is_qualified else last  # «пояснили депутати українським журналістам»
        if (flags & STOP and _is_stop(s, i, j)) or (word.isdigit() and _is_other_number(reader, s, i, j, within)):
            break
        if word in NAME_PARTICLES and (following := _name_after_particles(s, i, j)):
            j = last = following
            continue
        if s.is_capitalised(j):
            has_name, within = True, False
        elif not (within or word[0].isdigit() or joins_latin(s, i, j)) and _begins_other(reader, s, i, j, has_name):
            break
        j = last = j + 1
    return last


def _past_registered(s: Sentence, j: int) -> tuple[int, int]:
    """One past the registered name at token j, and where to read on: behind a mark that closes quotation on it."""
    end = s.past_name(j)
    return end, end + 1 if end < len(s) and s.is_quote(end) and s.starts[end] == s.ends[end - 1] else end


def _close_of_name(reader: SlavicReader, s: Sentence, i: int, j: int, has_name: bool) -> int | None:
    """The mark that closes a name in quotation marks; None where what the mark opens is not of the phrase."""
    if _is_person_run(reader, s, i, j):
        return None  # «заявив речник Іван Лис „Маяку“», «у матеріалі Івана Лиса „Дім над річкою“»
    if j > i and is_network_named(reader, s, j):
        return None
    close = s.closing_quote(j)
    if not close or j + 1 >= close or not s.words[j + 1][0].isalnum() or not (s.is_capitalised(j + 1) or s.words[j + 1][0].isdigit() or not has_name):
        return None
    return close if j > i or close - j <= _LONGEST_FIRST_NAME else None


def _is_of_abbreviation(s: Sentence, i: int, j: int) -> bool:
    """Whether a point stands after an initial or a word cut short («І. Лис», «бібліотека ім. Лиса»)."""
    if s.words[j] != "." or j == i or j + 1 >= len(s):
        return False
    return (len(s.words[j - 1]) == 1 and s.is_capitalised(j - 1)) or s.lows[j - 1] in _ABBREVIATED


def _is_stop(s: Sentence, i: int, j: int) -> bool:
    """Whether a word that no phrase goes over ends this one: it is no «ім.» and, but for a verb, no part of a name in capitals."""
    if s.lows[j] == "им" and j > i and j + 1 < len(s) and s.words[j + 1] == ".":
        return False
    return not (s.is_capitalised(j) and s.flags[j] & VERB == 0 and j + 1 < len(s) and s.is_capitalised(j + 1))


def _is_other_number(reader: SlavicReader, s: Sentence, i: int, j: int, within: bool) -> bool:
    """Whether a number is not of the phrase: a date («центр по защите среды 3 марта сообщил»), or one that ends no name."""
    if within:
        return j + 1 < len(s) and bool(s.flags[j + 1] & TIME)
    return not (j > i and (s.is_capitalised(j - 1) or s.is_quote(j - 1))) and not reader.is_numbered(s, j)


def _name_after_particles(s: Sentence, i: int, j: int) -> int | None:
    """The capitalised word behind one or two small words of a foreign name («Анна фон дер Лис»)."""
    if j == i or not s.is_capitalised(j - 1):
        return None
    following = next((k for k in range(j + 1, min(j + 3, len(s))) if s.words[k] not in NAME_PARTICLES), None)
    return following if following is not None and s.is_capitalised(following) else None


def _begins_other(reader: SlavicReader, s: Sentence, i: int, j: int, has_name: bool) -> bool:
    """Whether a small word begins something else: a channel, whom one tells, what is told, who did it."""
    if j > i and reader.cues.channel_of(s.lows[j]) not in (None, "press_service") and not has_in_charge(reader, s, j) and not (j == i + 1 and reader.form(s.lows[i]).adjective):
        return True
    if s.flags[j] & ADDRESSEE and (_is_person_run(reader, s, i, j) or is_whom_one_tells(reader, s, i, j)):
        return True  # «сообщил Иван Лыков журналистам»
    class_of_word = reader.class_of(s, j)
    if class_of_word & OUTLET and j > i and s.is_capitalised(j - 1) and (reader.form(s.words[j - 1]).surname or s.lows[j - 1].endswith(_SURNAMES)):
        return True
    if has_name and s.lows[j] in _WORDS_OF and s.is_capitalised(j - 1):
        return True  # «приводит Маяк-Юг слова министра»
    if has_name:
        return not (class_of_word & (PEOPLE | BODY) or _after_role(reader, s, i, j) or _continues_name(reader, s, i, j))
    if j == i:
        return False
    if is_told(reader, s, j) or begins_another(reader, s, j) or is_done_by(reader, s, j):
        return True
    form = reader.form(s.lows[j])
    return form.verb and not (form.genitive and not s.flags[j])


def stands_within(reader: SlavicReader, s: Sentence, k: int) -> bool:
    """Whether «же» parts a noun from what it goes with («представитель же банка»)."""
    if not 0 < k < len(s) - 1 or not s.is_word(k + 1) or s.flags[k + 1] & (STOP | PREPOSITION):
        return False
    return bool(reader.class_of(s, k - 1) & (PEOPLE | BODY | OUTLET))


def _is_told_there(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """Whether a medium stands there that is told: one after a person («розповів Павло Лисенко Ridne.City», «Укрінформу»), one after a press service."""
    if s.names[j] is not None and j > i + 1 and (is_medium_told(reader, s, i, j) or (_is_person_run(reader, s, i, j) and is_medium_known(reader, s, j))):
        return True
    return s.words[j].isascii() and "." in s.words[j][1:-1] and _is_person_run(reader, s, i, j)


def _after_role(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """A small word right after a role noun belongs to it («майор внутренней службы Татьяна Дугина»)."""
    for k in range(j - 1, max(i - 1, j - 4), -1):
        if s.is_capitalised(k):
            return False
        if reader.class_of(s, k) & PEOPLE:
            return True
    return False


def _continues_name(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """Whether a small word belongs to a name begun by a capital («Национальная полиция», «ДСНС области»)."""
    if s.words[j].isascii() or not s.is_word(j):
        return False
    before = s.words[j - 1]
    form = reader.form(s.lows[j])
    if form.nominative and (form.noun or form.adjective) and _are_adjectives(reader, s, i, j):
        return True  # «Популярное британское издание», «Зарічна обласна державна адміністрація»
    if s.is_capitalised(j - 1) and not before.isascii() and not before.isupper() and not _is_person_run(reader, s, i, j):
        previous = reader.form(before)
        if previous.adjective:
            return (form.noun or form.adjective) and (not previous.nominative or form.nominative)
        if previous.surname or previous.given_name:
            return False
    if _is_person_run(reader, s, i, j):
        return False
    return (form.genitive and (form.noun or form.adjective)) and j - i < 10 and not form.verb


def _are_adjectives(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """Whether all the words are adjectives in the nominative, none a name that is known."""
    return all(s.is_word(k) and s.names[k] is None and (f := reader.form(s.lows[k])).adjective and f.nominative for k in range(i, j))


def _goes_on(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """Whether a preposition stays inside the phrase: a name still follows («посол США в Украине Стивен Пайфер»)."""
    low = s.lows[j]
    people = any(reader.class_of(s, k) & (PEOPLE | BODY) for k in range(i, j))
    is_agency = any(s.lows[k].startswith(reader.cues.groups["agencies"]) for k in range(i, j))  # «агентство Украины по вопросам …»
    if not (people or (is_agency and low in _WHAT_FOR)) or j + 1 >= len(s):
        return False
    if reader.cues.channel_of(s.lows[j + 1]) or s.flags[j + 1] & (PRONOUN | TIME | ADVERB) or s.lows[j + 1] in REFERRING:
        return False
    if people and s.lows[j + 1] in reader.cues.groups["nicks"]:
        return True  # «користувач під ніком X», «боєць із позивним „Y“»
    joints = reader.cues.lists["joints"]  # «управление по борьбе с …», «департамент у справах …»
    if f"{s.lows[j - 1]}_{low}" in joints or f"{low}_{s.lows[j + 1]}" in joints:
        return True
    if low in {"по", "при"} and not _is_person_run(reader, s, i, j):
        return True
    if _is_person_run(reader, s, i, j):
        return False
    run, in_quotes = 0, False
    title = next((form for k in range(i, j) if reader.class_of(s, k) & PEOPLE and (form := reader.form(s.lows[k]))), None)
    is_subject = title is not None and title.nominative and not title.genitive  # «следователь на суде по жалобе Ивана Лыкова»
    for k in range(j + 1, min(len(s), j + 15)):
        if not s.is_word(k):
            if s.is_quote(k):
                in_quotes = not in_quotes
            elif s.words[k] != "." and not in_quotes:
                return False
            continue
        if s.flags[k] & (VERB | PASSIVE | CONJUNCTION | PRONOUN | TIME) or reader.cues.channel_of(s.lows[k]):
            return False
        if s.lows[k] in ("что", "що", "щоб", "чтобы"):
            return False
        if s.names[k] is not None and reader.is_person_match(s.names[k]) and s.is_capitalised(k):
            return True
        if s.is_capitalised(k) and s.names[k] is None and not s.words[k].isupper():
            run += 1
            if run >= 2 and not (is_subject and (given := reader.form(s.words[k - 1])).given_name and not given.nominative) and (reader.form(s.words[k - 1]).given_name or reader.form(s.words[k]).surname) and not reader.form(s.words[k]).place:
                return True
        else:
            run = 0
    return False


def _is_person_run(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """Whether tokens before j end in a given name and a surname."""
    return (
        j - 2 >= i and s.is_capitalised(j - 1) and s.is_capitalised(j - 2)
        and not (len(s.words[j - 2]) > 1 and s.words[j - 2].isupper() and not s.words[j - 1].isupper())  # «у справах ЗМІ Вінницької міської ради»
        and (reader.form(s.words[j - 2]).given_name or reader.form(s.words[j - 1]).surname)
        and s.names[j - 1] is None
    )
