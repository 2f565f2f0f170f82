"""Which noun phrase is the subject of a verb of saying."""

from flows.normalize.attribution.base_forms import is_nominative_pair
from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    BODY,
    CONJUNCTION,
    DOCUMENT,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    TIME,
    UNNAMED,
    VERB,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic_bodies import is_body_head
from flows.normalize.attribution.slavic_description import describe, is_reporter
from flows.normalize.attribution.slavic_extent import end_right
from flows.normalize.attribution.slavic_mention import IN
from flows.normalize.attribution.slavic_phrase import Phrase, SlavicReader
from flows.normalize.attribution.word_forms import WordForm

ABOUT = {("об", "этом"), ("про", "це"), ("о", "чем"), ("о", "чём"), ("про", "що"), ("об", "етом"), ("про", "це")}
_FARTHEST_NAME_OF_NETWORK = 4
_FROM = frozenset(("з", "із", "зі", "из", "с", "со"))


def is_subject(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader, after: bool) -> bool:
    """Whether a phrase can be the subject of the verb at v: not in an oblique case, and it agrees with the verb."""
    low = s.lows[v]
    if low.endswith(("ло", "лось", "лося")) and (phrase.person or phrase.kind in ("person", "official")):
        return False  # «пальто подчеркнуло фигуру звезды»
    if phrase.person:
        if phrase.first and s.lows[phrase.first - 1] in ("имени", "им", "памяти", "імені", "ім", "пам'яті"):
            return False
        a, b = phrase.person
        last, first = s.words[b - 1], s.words[a]
        form = reader.form(last)
        if last.lower().endswith(("ого", "ому", "ым", "ым", "ими", "ському", "ським")) or (
            last.lower().endswith(("ым", "им")) and b - a > 1
        ):
            return False
        masculine = low.endswith(("л", "лся", "в", "вся"))
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
    head = phrase.first
    if phrase.kind == "unnamed" and phrase.head == s.lows[head]:
        return reader.form(phrase.head).nominative
    for k in range(phrase.first, phrase.end):
        if s.is_quote(k) or s.names[k] is not None:
            break
        flags = reader.class_of(s, k)
        if flags & (PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT):
            return reader.form(s.lows[k]).nominative
        if s.is_capitalised(k) and k > phrase.first:
            break
        form = reader.form(s.lows[k])
        if k == phrase.first and after and form.known and form.noun and not (form.adjective or form.nominative or s.is_capitalised(k)):
            return False  # «заявил органам власти»
        head = k
    if phrase.match is not None:
        return True
    word = s.words[head]
    if not word[0].isalnum():
        quoted = reader.form(s.lows[head + 1]) if head + 1 < phrase.end and s.is_quote(head) else None
        return quoted is None or not quoted.known or quoted.nominative or not (quoted.adjective or quoted.noun)
    if word.isascii() or word.isupper():
        return True
    return reader.form(word).nominative or phrase.head is not None


def with_apposed_name(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> Phrase:
    """«ректор института, академик РАН Александр Кулешов»: a title and then, after a comma, the name."""
    is_one_of = phrase.kind == "unnamed" and phrase.head in ("один", "одна")
    if phrase.person or not (is_one_of or phrase.kind in ("person", "official")) or phrase.end + 1 >= len(s) or s.words[phrase.end] != ",":
        return phrase
    first = phrase.end + 1
    following = describe(reader, s, first, end_right(reader, s, first), alone=False)
    if following is None or not following.person:
        first = _past_complement(s, first, reader)  # «лидер партии, политического блока, Иван Лыков»
        following = describe(reader, s, first, end_right(reader, s, first), alone=True) if first is not None else None
    if following is None or not following.person or not is_subject(s, following, v, reader, after=True):
        return phrase
    if is_one_of:
        return following
    return Phrase(phrase.first, following.end, phrase.kind, following.match, following.person, phrase.head)


def _past_complement(s: Sentence, first: int, reader: SlavicReader) -> int | None:
    """Past words in the genitive up to the next comma."""
    for k in range(first, min(first + 7, len(s) - 1)):
        if s.words[k] == ",":
            return k + 1 if k > first else None
        if not s.is_word(k) or not (reader.form(s.lows[k]).genitive or s.words[k].isupper()) or (k == first and s.is_capitalised(k)):
            return None
    return None


def past_addressee(s: Sentence, j: int, reader: SlavicReader) -> int:
    """Past a medium told, where the one who tells it follows («рассказал УНН директор завода»)."""
    k = j + 1 if s.is_quote(j) else j
    match = s.names[k] if k < len(s) else None
    if match is None and k > j and not s.flags[j - 1] & ADDRESSEE:
        return _past_quoted_medium(s, j, reader)
    if match is None and k == j:
        return j
    if match is not None and reader.is_person_match(match):
        return j
    if match is None:
        k = j
    while k < len(s) and match is not None and s.names[k] is match:
        k += 1
    if k < len(s) and s.is_quote(k):
        k = k + 1 if s.is_quote(j) and match is not None else (s.closing_quote(k, 8) or k) + 1
    if k < len(s) and s.lows[k] in ("в", "у") and is_body_head(s, k + 1, reader):
        return k
    if k + 2 < len(s) and s.lows[k] in ("в", "у") and reader.form(s.words[k + 1]).place:
        k += 2
    if k < len(s) and (_begins_title(s, k, reader) or (s.lows[k] in ("в", "у") and is_body_head(s, k + 1, reader))):
        return k
    if match is not None and k < len(s) and s.is_capitalised(k) and (reader.named_in_full(s, k) or reader.is_nominative_given_name(s.words[k])):
        return k  # «заявил РИА Новости Лыков»
    return j


def _begins_title(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a noun for a person in the nominative stands there, with the adjectives before it («старший помощник»)."""
    for m in range(k, min(k + 3, len(s))):
        form = reader.form(s.lows[m])
        if reader.class_of(s, m) & PEOPLE:
            return form.nominative
        if not (s.is_word(m) and form.adjective and form.nominative) or s.is_capitalised(m):
            return False
    return False


def _past_quoted_medium(s: Sentence, j: int, reader: SlavicReader) -> int:
    """Past a name in quotation marks right after a singular verb, where a title with a name follows («сообщил „Маяку“ владелец кафе»)."""
    close = s.closing_quote(j, 5)
    if close is None or close + 2 >= len(s) or not s.flags[j - 1] & VERB or not s.is_capitalised(j + 1) or s.starts[close + 1] == s.ends[close]:
        return j
    is_titled = not s.is_capitalised(close + 1) and _begins_title(s, close + 1, reader)
    return close + 1 if is_titled else j


def skip_adjunct(s: Sentence, j: int, reader: SlavicReader) -> int | None:
    """Past «в своем Facebook», «в эфире канала X», «на брифинге»; None where it cannot be told where that ends."""
    k = j + 1
    while k < len(s):
        if s.words[k] == "," and k + 2 < len(s) and (s.flags[k - 1] & TIME or s.words[k + 1].isdigit()):
            k += 1
            continue
        if not s.is_word(k) and not s.is_quote(k):
            return None
        flags = reader.class_of(s, k)
        if flags & (OUTLET | BODY) and reader.form(s.lows[k]).nominative and k > j + 1 and s.flags[k - 1] & TIME | (s.words[k - 1] == ","):
            return k
        if k == j + 2 and reader.cues.channel_of(s.lows[j + 1]) and (flags & BODY or reader.cues.channel_of(s.lows[k]) == "press_service") and reader.form(s.lows[k]).nominative:
            return k  # «сообщает в Фейсбуке пресс-служба»
        if s.names[k] is not None and k > j + 1 and (s.flags[k - 1] & TIME or s.words[k - 1] == ","):
            return k
        if k > j + 1 and reader.cues.channel_of(s.lows[j + 1]) is None and s.names[k] is not None and reader.registry.cited_sources[s.names[k].source_ids[0]].kind in ("outlet", "agency"):
            return k
        if flags & PEOPLE and reader.form(s.lows[k]).nominative and k > j + 1:
            return k
        if s.words[k - 1] == "," and "." in s.words[k] and len(s.words[k]) > 3:
            return k
        if k > j + 1 and s.is_capitalised(k) and s.names[k] is None and k + 1 < len(s) and s.is_capitalised(k + 1) and s.names[k + 1] is None:
            form = reader.form(s.words[k])
            if form.given_name and form.nominative:
                return k
        if k == j + 2 and s.is_capitalised(k) and s.lows[j + 1].startswith(reader.cues.groups["occasions"]) and (k + 1 == len(s) or not s.is_word(k + 1)):
            return k  # «сказал на суде Лыков»
        if flags & (VERB | CONJUNCTION):
            return None
        k += 1
        if k - j > 9:
            return None
    return None


def before_time(s: Sentence, prev: int) -> int:
    """Back over «3 февраля», «в четверг, 14 листопада» that stands between subject and verb."""
    j = prev
    while j > 0 and (s.flags[j] & TIME or s.words[j].isdigit() or (s.words[j] == "," and j < prev)):
        j -= 1
    if j == prev or not s.flags[prev] & TIME:
        return prev
    if s.lows[j] in IN and j > 0:
        j -= 1
    return j if s.is_word(j) or s.is_quote(j) else prev


def before_adjunct(s: Sentence, prev: int, reader: SlavicReader) -> int:
    """Back over «в интервью X», «со ссылкой на X», «на своей странице» that stands between subject and verb."""
    prev = before_time(s, prev)
    if prev > 2 and s.lows[prev - 1] in _FROM and s.is_capitalised(prev) and s.is_capitalised(prev - 2) and reader.form(s.words[prev]).place:
        prev -= 2  # «Ганна Бойко з Річки згадувала»
    for j in range(prev, max(0, prev - 12), -1):
        if not s.is_word(j) and not s.is_quote(j):
            return prev
        if s.lows[j] in IN | {"со", "с", "з", "із"} and j + 1 < len(s) and j > 0:
            following = s.lows[j + 1]
            if reader.cues.channel_of(following) or following.startswith(reader.cues.groups["occasions"]) or (
                s.flags[j + 1] & PRONOUN and following.startswith(("сво", "ем"))
            ):
                return prev if _has_speaker(s, j + 2, prev, reader) else j - 1
            if following.startswith(reader.cues.groups["networks"]) and prev - j < _FARTHEST_NAME_OF_NETWORK:
                return prev if _has_speaker(s, j + 2, prev, reader) else before_adjunct(s, j - 1, reader)
    return prev


def _only_begins(form: WordForm) -> bool:
    """Whether a word is capitalised only as it begins the sentence: «Сначала Иван Примеров заявил»."""
    return form.known and not (form.given_name or form.surname or form.noun or form.adjective or form.place)


def _is_oblique_noun(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a noun that is not in the nominative stands there («с активистами блока „Заря“ напомнили»)."""
    form = reader.form(s.lows[k])
    return s.is_word(k) and form.known and form.noun and not form.nominative and not s.words[k].isupper()


def _has_speaker(s: Sentence, first: int, last: int, reader: SlavicReader) -> bool:
    """Whether who speaks stands after the adjunct («На странице в Facebook певица Анна Лыкова рассказала»)."""
    if last == first:
        alone = reader.form(s.words[last])
        return s.is_capitalised(last) and alone.surname and alone.nominative
    if last - first < 1 or not (s.is_capitalised(last) and s.is_capitalised(last - 1)):
        return False
    given = reader.form(s.words[last - 1])
    return given.given_name and given.nominative and not s.is_quote(last)


def narrow_left(s: Sentence, start: int, end: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The subject inside the clause [start, end): from its nominative head to the verb."""
    one = next((k for k in range(start, end - 2) if s.lows[k] in ("один", "одна") and s.lows[k + 1] in ("из", "із", "з")), None)
    if one is not None:
        return describe(reader, s, one, end)
    heads = []
    k = start
    while k < end:
        after_preposition = False
        m = k - 1
        while m >= start and s.is_word(m) and not s.flags[m] & PREPOSITION and not s.is_capitalised(m) and reader.form(s.lows[m]).adjective:
            m -= 1
        after_preposition = m >= start and bool(s.flags[m] & PREPOSITION)
        flags = reader.class_of(s, k)
        if k and flags & (BODY | OUTLET) and not s.is_capitalised(k) and s.is_word(k - 1) and not s.flags[k - 1] and (form := reader.form(s.lows[k])).genitive and form.noun and reader.form(s.lows[k - 1]).noun:
            k += 1
            continue  # «во время движения»
        if not after_preposition and (s.names[k] is None or is_reporter(reader, s, k)) and flags & (PEOPLE | BODY | OUTLET | UNNAMED) and reader.form(s.lows[k]).nominative:
            heads.append(m + 1 if m + 1 < k else k)
        k += 1
    for head in heads:
        first = head
        while first > start and s.is_word(first - 1) and reader.form(s.lows[first - 1]).adjective and reader.form(s.lows[first - 1]).nominative and not s.flags[first - 1]:
            first -= 1
        phrase = describe(reader, s, first, min(end, max(end_right(reader, s, first), first + 1)))
        if phrase and not phrase.person and phrase.end < end:
            whole = describe(reader, s, first, end)
            if whole and whole.person and whole.person[1] == end:
                phrase = whole
        if phrase and is_subject(s, phrase, v, reader, after=False):
            return phrase
    if s.names[start] is not None and start + 1 < end and s.names[end - 1] is not s.names[start] and end_right(reader, s, start) >= end:
        phrase = describe(reader, s, start, end)
        if phrase and is_subject(s, phrase, v, reader, after=False):
            return phrase
    # no role noun: the capitalised words or the registry name right before the verb
    j = end - 1
    match = s.names[j] if not s.is_quote(j) else s.names[j - 1]
    if match is not None:
        first = next(k for k in range(len(s)) if s.names[k] is match)
        if first > start and reader.is_person_match(match) and s.is_word(first - 1) and s.is_capitalised(first - 1) and reader.form(s.words[first - 1]).given_name:
            first -= 1  # somebody else of that surname
        before = first - 1
        if before >= 0 and s.is_quote(before):
            before -= 1
        if before >= 0 and s.flags[before] & PREPOSITION:
            return None
        return describe(reader, s, first, min(end, max(k for k in range(len(s)) if s.names[k] is match) + 1), alone=True)
    if s.is_quote(j):
        opening = s.opening_quote(j)
        if opening is None or opening < start:
            return None
        first = opening
        while first > start and s.is_word(first - 1) and not s.flags[first - 1] & PREPOSITION and (s.is_capitalised(first - 1) and s.words[first - 1].isupper()):
            first -= 1
        if first > 0 and (s.flags[first - 1] & PREPOSITION or _is_oblique_noun(s, first - 1, reader)):
            return None
        phrase = describe(reader, s, first, end, alone=True)
        return phrase if phrase is None or phrase.match or first < opening or is_subject(s, phrase, v, reader, after=False) else None
    first = end
    while first > start and ((s.is_capitalised(first - 1) and not s.flags[first - 1] & PREPOSITION) or (s.words[first - 1] == "." and len(s.words[first - 2]) == 1)):
        first -= 1
    while first < end - 1 and _only_begins(reader.form(s.words[first])):
        first += 1
    if 0 < first < end - 1 and s.lows[first - 1] in IN and s.lows[first].startswith(reader.cues.groups["occasions"]):
        first += 1  # «на виступі в Раді Лисенко заявила»
    elif first == end or (first > 0 and s.flags[first - 1] & PREPOSITION):
        return None
    phrase = describe(reader, s, first, end, alone=True)
    if phrase and is_subject(s, phrase, v, reader, after=False):
        is_short_name = s.lows[first].startswith(reader.cues.groups["body_starts"]) and len(s.lows[first]) > 7 and not (
            reader.form(s.words[first]).known or s.lows[first].startswith(reader.cues.groups["place_starts"])
        )  # «Горводоканал»
        if not phrase.person and phrase.match is None and not (
            is_short_name or s.words[first].isascii() or s.words[first].isupper() or (len(s.words[end - 1]) > 1 and s.words[end - 1].isupper())
        ):
            return None
        return phrase
    return None
