"""The subject within the words that stand before a verb of saying."""

from flows.normalize.attribution.language_cues import BODY, OUTLET, PEOPLE, PREPOSITION, PRONOUN, UNNAMED
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import IN
from flows.normalize.attribution.slavic.name_tests import is_reporter
from flows.normalize.attribution.slavic.phrase import SlavicReader
from flows.normalize.attribution.slavic.subject_phrases import goes_with, is_subject
from flows.normalize.attribution.word_forms import WordForm
from flows.normalize.registry import NameMatch

# «между тем», before the subject
_MEANWHILE = frozenset(("тем", "тим"))
_LONGEST_BEGINNING = 7
_TO_AND_FROM = frozenset(("до", "з", "із", "від", "из", "от", "с"))


def narrow_left(s: Sentence, start: int, end: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The subject inside the clause [start, end): from its nominative head to the verb."""
    one = next((k for k in range(start, end - 2) if s.lows[k] in ("один", "одна") and s.lows[k + 1] in ("из", "із", "з")), None)
    if one is not None:
        return describe(reader, s, one, end)
    several = next((k for k in range(start, end - 1) if reader.counts_people(s, k) and not (k and s.flags[k - 1] & PREPOSITION)), None)
    if several is not None:
        return describe(reader, s, several, min(end, end_right(reader, s, several)))
    phrase = _by_role_noun(s, start, end, v, reader) or _by_name_that_begins(s, start, end, v, reader)
    if phrase is not None:
        return phrase
    # no role noun: the registry name, the quotation or the capitalised words right before the verb
    last = end - 1
    match = s.names[last] if not s.is_quote(last) else s.names[last - 1]
    if match is not None:
        return _by_registered_name(s, start, end, match, reader)
    if s.is_quote(last):
        return _by_quotation(s, start, end, v, reader)
    return _by_capitals(s, start, end, v, reader)


def _by_role_noun(s: Sentence, start: int, end: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The subject that begins with a noun in the nominative for people, a body or a medium."""
    for head in _role_nouns(s, start, end, reader):
        first = head
        while first > start and s.is_word(first - 1) and goes_with(s, first - 1, head, reader) and not s.flags[first - 1]:
            first -= 1
        phrase = describe(reader, s, first, min(end, max(end_right(reader, s, first), first + 1)))
        if phrase and not phrase.person and phrase.end < end:
            whole = describe(reader, s, first, end)
            if whole and whole.person and whole.person[1] == end:
                phrase = whole
        if phrase and is_subject(s, phrase, v, reader, after=False):
            return phrase
    return None


def _role_nouns(s: Sentence, start: int, end: int, reader: SlavicReader) -> list[int]:
    """Where the nouns in the nominative for people, bodies and media stand."""
    heads = []
    for k in range(start, end):
        flags = reader.class_of(s, k)
        if not flags & (PEOPLE | BODY | OUTLET | UNNAMED) or not (s.names[k] is None or is_reporter(reader, s, k)):
            continue
        m = k - 1
        while m >= start and s.is_word(m) and not s.flags[m] & PREPOSITION and not s.is_capitalised(m) and s.lows[m] not in _MEANWHILE and reader.form(s.lows[m]).adjective:
            m -= 1
        if m > 0 and s.flags[m] & PRONOUN and s.lows[m].startswith(("сво", "сві")):
            m -= 1  # «на свій захист Лис пояснив»
        after_preposition = m >= 0 and bool(s.flags[m] & PREPOSITION)
        is_thing = flags & (BODY | OUTLET) or (flags and not s.flags[k] and not reader.cues.words.get(reader.form(s.lows[k]).lemma))
        if k and is_thing and not s.is_capitalised(k) and s.is_word(k - 1) and not s.flags[k - 1] and (form := reader.form(s.lows[k])).genitive and form.noun and reader.form(s.lows[k - 1]).noun:
            continue  # «во время движения»
        if not after_preposition and reader.form(s.lows[k]).nominative:
            if is_thing and k and (before := reader.form(s.lows[k - 1])).adjective and not before.nominative and s.is_word(k - 1) and not s.flags[k - 1]:
                continue  # «на заседании окружного собрания глава района»
            heads.append(k)
    return heads


def _by_name_that_begins(s: Sentence, start: int, end: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The clause as one phrase that a name of the registry begins, with acronyms before it («ГУ МЧС по области»)."""
    first = start
    while first < end - 1 and s.names[first] is None and s.words[first].isupper() and len(s.words[first]) > 1:
        first += 1
    match = s.names[first]
    if match is None or start + 1 >= end or (start and (s.flags[start - 1] & PREPOSITION or s.lows[start - 1].startswith(reader.cues.groups["occasions"]))) or s.names[end - 1] is match or end_right(reader, s, start) < end:
        return None
    phrase = describe(reader, s, start, end)
    return phrase if phrase and is_subject(s, phrase, v, reader, after=False) else None


def _by_registered_name(s: Sentence, start: int, end: int, match: NameMatch, reader: SlavicReader) -> Phrase | None:
    """The registry name that ends the clause, if no preposition governs it."""
    first = next(k for k in range(len(s)) if s.names[k] is match)
    if first > start and reader.is_person_match(match) and s.is_word(first - 1) and s.is_capitalised(first - 1) and reader.form(s.words[first - 1]).given_name:
        first -= 1  # somebody else of that surname
    before = first - 1
    if before >= 0 and s.is_quote(before):
        before -= 1
    if before >= 0 and s.flags[before] & PREPOSITION:
        return None
    return describe(reader, s, first, min(end, max(k for k in range(len(s)) if s.names[k] is match) + 1), alone=True)


def _by_quotation(s: Sentence, start: int, end: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The name in quotation marks that ends the clause, with the acronyms before it."""
    opening = s.opening_quote(end - 1)
    if opening is None or opening < start:
        return None
    first = opening
    while first > start and s.is_word(first - 1) and not s.flags[first - 1] & PREPOSITION and (s.is_capitalised(first - 1) and s.words[first - 1].isupper()):
        first -= 1
    if first > 0 and (s.flags[first - 1] & PREPOSITION or _is_oblique_noun(s, first - 1, reader)):
        return None
    phrase = describe(reader, s, first, end, alone=True)
    return phrase if phrase is None or phrase.match or first < opening or is_subject(s, phrase, v, reader, after=False) else None


def _by_capitals(s: Sentence, start: int, end: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The capitalised words that end the clause."""
    first = end
    while first > start and ((s.is_capitalised(first - 1) and not s.flags[first - 1] & PREPOSITION) or (s.words[first - 1] == "." and len(s.words[first - 2]) == 1)):
        first -= 1
    while first < end - 1 and _only_begins(reader.form(s.words[first])):
        first += 1
    past = _past_body(s, first, end, reader)
    if past > first:
        first = past
    elif 0 < first < end - 1 and _is_where(s, first, reader):
        first += 1  # «на виступі в Раді Лисенко заявила», «во время поездки в Калугу Лыков заявил»
    if first == end or (first > 0 and s.flags[first - 1] & PREPOSITION):
        return None
    phrase = describe(reader, s, first, end, alone=True)
    if phrase is None or not is_subject(s, phrase, v, reader, after=False):
        return None
    is_certain = phrase.person or phrase.match is not None or _is_body_in_one_word(s, first, reader)
    return phrase if is_certain or s.words[first].isascii() or s.words[first].isupper() or (len(s.words[end - 1]) > 1 and s.words[end - 1].isupper()) else None


def _past_body(s: Sentence, first: int, end: int, reader: SlavicReader) -> int:
    """Past the body in, or of, which somebody speaks («у Верховній Раді Лисенко», «на засіданні Ради Лисенко»)."""
    match = s.names[first] if first < end else None
    if match is None or first == 0 or reader.is_person_match(match) or not s.is_word(first - 1) or not (
        s.flags[first - 1] & PREPOSITION or ((before := reader.form(s.lows[first - 1])).noun and not before.nominative)
    ):
        return first
    past = next((k for k in range(first, end) if s.names[k] is not match), end)
    return past if past < end and s.is_word(past) and reader.form(s.words[past]).nominative and not reader.form(s.words[first]).animate else first


def _is_body_in_one_word(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a word that no dictionary has is made as bodies are called («Горводоканал»)."""
    return s.lows[k].startswith(reader.cues.groups["body_starts"]) and len(s.lows[k]) > _LONGEST_BEGINNING and not (
        reader.form(s.words[k]).known or s.lows[k].startswith(reader.cues.groups["place_starts"])
    )


def _only_begins(form: WordForm) -> bool:
    """Whether a word is capitalised only as it begins the sentence: «Сначала Иван Примеров заявил»."""
    return form.known and not (form.given_name or form.surname or form.noun or form.adjective or form.place)


def _is_where(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a preposition and the word after it say where or on what occasion («в Калуге», «до Калуги», «на Форуме»), and the word is nobody's name."""
    before, form = s.lows[k - 1], reader.form(s.words[k])
    if before in IN and s.lows[k].startswith(reader.cues.groups["occasions"]):
        return True
    return form.place and not form.nominative and ((before in IN and (form.locative or form.accusative)) or (before in _TO_AND_FROM and form.genitive))


def _is_oblique_noun(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a noun that is not in the nominative stands there («с активистами блока „Заря“ напомнили»)."""
    form = reader.form(s.lows[k])
    return s.is_word(k) and form.known and form.noun and not form.nominative and not s.words[k].isupper()
