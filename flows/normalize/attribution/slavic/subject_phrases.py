"""Which noun phrase is the subject of a verb of saying."""

from flows.normalize.attribution.base_forms import is_nominative_pair
from flows.normalize.attribution.language_cues import BODY, DOCUMENT, GERUND, OUTLET, PEOPLE, UNNAMED, VERB
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.phrase import SlavicReader

# what may stand between a title and what goes on with it
_AND = ("и", "й", "і", "та")
_LONGEST_ACRONYM = 4
_WIDEST_BRACKETS = 7
_GOES_ON = frozenset((",", *_AND, "–", "—", "-"))
_OF_ONE = ("л", "ла", "лся", "лась", "в", "вся", "лася", "ет", "ёт", "ит", "ает", "є", "ить")
ABOUT = {("об", "этом"), ("про", "це"), ("о", "чем"), ("о", "чём"), ("про", "що"), ("об", "етом"), ("про", "це")}


def _is_of_one(s: Sentence, v: int) -> bool:
    """Whether the verb at token v shows a subject in the singular."""
    return s.lows[v].endswith(_OF_ONE) and not s.flags[v] & GERUND


def goes_with(s: Sentence, k: int, head: int, reader: SlavicReader) -> bool:
    """Whether the adjective at token k may be that of the noun in the nominative at `head` («происходящее житель города»: it is not)."""
    form = reader.form(s.lows[k])
    if not (form.adjective and form.nominative) or (form.noun and form.genitive):
        return False
    return not (s.lows[k].endswith(("ое", "ее")) and reader.class_of(s, head) & PEOPLE)


def is_subject(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader, after: bool) -> bool:
    """Whether a phrase can be the subject of the verb at v: not in an oblique case, and it agrees with the verb."""
    if s.lows[v].endswith(("ло", "лось", "лося")) and (phrase.person or phrase.kind in ("person", "official")):
        return False  # «пальто подчеркнуло фигуру звезды»
    if phrase.person:
        return _person_is_subject(s, phrase.first, phrase.person, s.lows[v], reader)
    if phrase.kind == "unnamed" and phrase.head == s.lows[phrase.first]:
        form = reader.form(phrase.head)
        return form.nominative and not (form.plural and _is_of_one(s, v))  # «призвал власти страны»
    if reader.counts_people(s, phrase.first):
        return True
    head = phrase.first
    for k in range(phrase.first, phrase.end):
        if s.is_quote(k) or s.names[k] is not None:
            break
        flags = reader.class_of(s, k)
        if flags & (PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT):
            form = reader.form(s.lows[k])
            return form.nominative and not (flags & (PEOPLE | UNNAMED) and form.plural and _is_of_one(s, v))
        if s.is_capitalised(k) and k > phrase.first:
            break
        form = reader.form(s.lows[k])
        is_noun = form.known and form.noun and not (form.adjective or s.is_capitalised(k))
        if k == phrase.first and after and is_noun and not form.nominative:
            return False  # «заявил органам власти»
        if after and form.plural and is_noun and not (form.animate or form.genitive) and _is_of_one(s, v):
            return False  # «прокомментировал новые попытки партии»
        if after and is_noun and not form.animate and form.accusative and not s.words[k].isupper() and k + 1 < phrase.end and not (s.is_quote(k + 1) or s.words[k + 1].isascii()):
            return False  # «подтвердил готовность столичного правительства»
        head = k
    if phrase.match is not None:
        return True
    word = s.words[head]
    if not word[0].isalnum():
        quoted = reader.form(s.lows[head + 1]) if head + 1 < phrase.end and s.is_quote(head) else None
        return quoted is None or not quoted.known or quoted.nominative or not (quoted.adjective or quoted.noun)
    if word.isascii():
        return True
    if word.isupper():
        form = reader.form(s.lows[head])  # «обещают ОВНАМ»
        if form.place and form.plural and _is_of_one(s, v):
            return False  # «предупредила США»
        return form.nominative or not (form.known and form.noun and form.animate and len(word) > _LONGEST_ACRONYM)
    return reader.form(word).nominative or phrase.head is not None


def _person_is_subject(s: Sentence, first_token: int, person: tuple[int, int], verb: str, reader: SlavicReader) -> bool:
    """Whether a personal name can be the subject of a verb, by its case and its gender."""
    if first_token and s.lows[first_token - 1] in ("имени", "им", "памяти", "імені", "ім", "пам'яті"):
        return False
    a, b = person
    last, first = s.words[b - 1], s.words[a]
    form = reader.form(last)
    if last.lower().endswith(("ого", "ому", "ым", "ым", "ими", "ському", "ським")) or (
        last.lower().endswith(("ым", "им")) and b - a > 1 and not form.nominative  # «Павел Рахим»
    ):
        return False
    masculine = verb.endswith(("л", "лся", "в", "вся"))
    given = reader.form(first)
    if (b - a == 2 and (reader.is_nominative_given_name(first) or is_nominative_pair(first, last))) or (b - a == 1 and reader.named_in_full(s, a)):
        return True  # «Игорь Кодряну»
    shows_case = b - a == 2 and given.given_name and given.nominative and first[-1].lower() not in "аяеєиіїоуюьй"  # «Руслан Кодряну»
    if masculine and not shows_case and last.lower().endswith(("ой", "ою", "ом", "ем", "у", "ю")) and not form.nominative:
        return False
    if b - a >= 2 and (given.given_name or (given.known and given.animate)) and not given.nominative and not (
        masculine and first.endswith("е") and (form.nominative or not form.known or (form.verb and not form.noun))
    ):
        return False
    if masculine and b - a == 1 and form.surname and not form.nominative:
        return False
    if b - a == 1 and form.given_name and not form.nominative and not form.surname:
        return False  # «о браке Сергея и Дарьи говорят давно»
    return not (masculine and last.lower().endswith(("ова", "ева", "ина", "ская", "цкая", "ська")) and b - a == 1)


def with_apposed_name(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> Phrase:
    """«ректор института, академик РАН Александр Кулешов», «замминистра труда и ЖКХ Иван Лыков»: a title, then what goes on to the name."""
    is_one_of = phrase.kind == "unnamed" and phrase.head in ("один", "одна")
    if phrase.person or not (is_one_of or phrase.kind in ("person", "official")) or phrase.end + 1 >= len(s):
        return phrase
    if s.words[phrase.end] == "(":
        return _with_name_past_brackets(s, phrase, v, reader)
    if s.words[phrase.end] not in _GOES_ON:
        return phrase
    if s.words[phrase.end] != ",":
        return _with_name_after(s, phrase, v, reader)
    first = phrase.end + 1
    following = describe(reader, s, first, end_right(reader, s, first), alone=False)
    if following is None or not following.person:
        first = _past_complement(s, first, reader)  # «лидер партии, политического блока, Иван Лыков»
        following = describe(reader, s, first, end_right(reader, s, first), alone=True) if first is not None else None
    if following is None or not following.person or not is_subject(s, following, v, reader, after=True):
        joint = next((k for k in range(phrase.end + 2, min(phrase.end + 4, len(s) - 1)) if s.lows[k] in _AND and not s.is_capitalised(k - 1)), None)
        if joint is None or is_one_of:
            return phrase
        whole = Phrase(phrase.first, joint, phrase.kind, phrase.match, None, phrase.head)  # «комиссии по экономике, бюджету и финансам Иван Лыков»
        named = _with_name_after(s, whole, v, reader)
        return named if named.person else phrase
    if is_one_of:
        return following
    return Phrase(phrase.first, following.end, phrase.kind, following.match, following.person, phrase.head)


def _with_name_after(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> Phrase:
    """«шоумен и предприниматель Иван Лыков рассказал»: one person, as the verb is of one, with the name in full."""
    first = phrase.end + 1
    following = describe(reader, s, first, end_right(reader, s, first), alone=False) if s.lows[v].endswith(_OF_ONE) else None
    if following is None or not following.person or following.person[1] - following.person[0] < 2 or not is_subject(s, following, v, reader, after=True):
        return phrase
    if following.end < len(s) and s.is_word(following.end) and (s.flags[following.end] & VERB or reader.form(s.lows[following.end]).verb):
        return phrase  # «рассказал директор, и Иван Лыков уехал»
    return Phrase(phrase.first, following.end, phrase.kind, following.match, following.person, phrase.head)


def _with_name_past_brackets(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> Phrase:
    """«президент Союза садоводов (ССО) Иван Лыков»: the name in full behind the short name of what the title is of."""
    close = next((k for k in range(phrase.end + 2, min(phrase.end + _WIDEST_BRACKETS, len(s) - 1)) if s.words[k] == ")"), None)
    following = describe(reader, s, close + 1, end_right(reader, s, close + 1), alone=True) if close is not None else None
    if following is None or not following.person or following.person[1] - following.person[0] < 2 or following.first != following.person[0] or not is_subject(s, following, v, reader, after=True):
        return phrase
    return Phrase(phrase.first, following.end, phrase.kind, following.match, following.person, phrase.head)


def _past_complement(s: Sentence, first: int, reader: SlavicReader) -> int | None:
    """Past words in the genitive up to the next comma."""
    for k in range(first, min(first + 7, len(s) - 1)):
        if s.words[k] == ",":
            return k + 1 if k > first else None
        if not s.is_word(k) or not (reader.form(s.lows[k]).genitive or s.words[k].isupper()) or (k == first and s.is_capitalised(k)):
            return None
    return None
