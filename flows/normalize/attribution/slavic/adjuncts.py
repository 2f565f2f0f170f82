"""What stands between a verb of saying and its subject: the medium told, the place, the time."""

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    BODY,
    CONJUNCTION,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.bodies import is_body_head
from flows.normalize.attribution.slavic.mention import IN
from flows.normalize.attribution.slavic.phrase import NETWORKS, REFERRING, SlavicReader

_FARTHEST_NAME_OF_NETWORK = 4
_LONGEST_ADJUNCT = 12
_FROM = frozenset(("з", "із", "зі", "из", "с", "со"))


def past_addressee(s: Sentence, j: int, reader: SlavicReader) -> int:
    """Past a medium told, where the one who tells it follows («рассказал УНН директор завода», «журналисту издания „Маяк“ директор»)."""
    after_noun = j > 0 and bool(s.flags[j - 1] & ADDRESSEE)
    if after_noun and j + 1 < len(s) and (reader.class_of(s, j) & OUTLET or s.is_quote(j + 1)) and s.is_word(j) and reader.form(s.lows[j]).genitive:
        end = _past_name_told(s, j + 1, True, reader)
        return end if end > j + 1 else j
    return _past_name_told(s, j, after_noun, reader)


def _past_name_told(s: Sentence, j: int, after_noun: bool, reader: SlavicReader) -> int:
    k = j + 1 if s.is_quote(j) else j
    match = s.names[k] if k < len(s) else None
    if match is None and k > j and not after_noun:
        return _past_quoted_medium(s, j, reader)
    if match is None and k == j:
        return past_dative_name(s, j, reader) or j
    if match is not None and reader.is_person_match(match):
        return j
    k = s.past_name(k) if match is not None else j
    if k < len(s) and s.is_quote(k):
        k = k + 1 if s.is_quote(j) and match is not None else (s.closing_quote(k, 8) or k) + 1
    source = reader.registry.cited_sources.get(match.source_ids[0]) if match is not None else None
    if k < len(s) and s.lows[k] in ("в", "у") and source is not None and source.kind not in ("outlet", "agency"):
        return j  # «сообщает избирком в Telegram»
    if k < len(s) and s.lows[k] in ("в", "у") and is_body_head(s, k + 1, reader):
        return k
    k = _past_time(s, k, reader)
    if k + 2 < len(s) and s.lows[k] in ("в", "у") and reader.form(s.words[k + 1]).place:
        k += 2
    if k < len(s) and (_begins_title(s, k, reader) or (s.lows[k] in ("в", "у") and is_body_head(s, k + 1, reader))):
        return k
    if match is not None and k < len(s) and s.is_capitalised(k) and (reader.named_in_full(s, k) or reader.is_nominative_given_name(s.words[k])):
        return k  # «заявил РИА Новости Лыков»
    return j


def _past_time(s: Sentence, k: int, reader: SlavicReader) -> int:
    """Past the day on which one was told («в пятницу», «вчера», «14 ноября»)."""
    while k + 1 < len(s):
        if s.flags[k] & TIME or s.lows[k] in reader.cues.groups["days"]:
            k += 1
        elif s.flags[k + 1] & TIME and (s.lows[k] in IN or s.words[k].isdigit()):
            k += 2
        else:
            break
    return k


def _begins_title(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a noun for who tells stands there in the nominative, with the adjectives before it («старший помощник», «два источника», «пресс-служба»; after a quotation «компания»)."""
    for m in range(k, min(k + 3, len(s))):
        form = reader.form(s.lows[m])
        if reader.counts_people(s, m):
            return True
        if reader.class_of(s, m) & (PEOPLE | BODY if s.is_quote(k - 1) else PEOPLE) or s.lows[m].startswith(reader.cues.groups["informants"]) or reader.cues.channel_of(s.lows[m]) == "press_service":
            return form.nominative
        if not (s.is_word(m) and form.adjective and form.nominative) or s.is_capitalised(m):
            return False
    return False


def past_dative_name(s: Sentence, j: int, reader: SlavicReader) -> int | None:
    """Past capitalised words in the dative where sources that are counted follow («рассказали Вольной газете два источника»)."""
    end = j
    while end < min(len(s), j + 4) and s.is_word(end) and s.names[end] is None and (s.is_capitalised(end) or end > j):
        if reader.counts_people(s, end):
            form = reader.form(s.words[j])
            return end if end > j and form.known and not form.nominative and not form.given_name else None
        end += 1
    return None


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
        if _begins_subject(s, j, k, flags, reader):
            return k
        if flags & (VERB | CONJUNCTION):
            return None
        k += 1
        if k - j > _LONGEST_ADJUNCT:
            return None
    return None


def _begins_subject(s: Sentence, j: int, k: int, flags: int, reader: SlavicReader) -> bool:
    """Whether the subject begins at token k, after the adjunct whose preposition is at j."""
    channel = reader.cues.channel_of(s.lows[j + 1])
    if flags & (OUTLET | BODY) and reader.form(s.lows[k]).nominative and k > j + 1 and s.flags[k - 1] & TIME | (s.words[k - 1] == ","):
        return True
    if k > j + 1 and reader.cues.channel_of(s.lows[k - 1]) not in (None, "press_service", "interview") and (_begins_body(s, k, reader) or _begins_title(s, k, reader)):
        return True  # «сообщает в Фейсбуке пресс-служба», «сообщила на своей странице в Facebook городская полиция»
    if k == j + 2 and channel in NETWORKS and s.is_capitalised(k) and s.words[k].isascii():
        return True  # «сообщает в Twitter Lesnews»
    if s.names[k] is not None and k > j + 1 and (s.flags[k - 1] & TIME or s.words[k - 1] == ","):
        return True
    if k > j + 1 and channel is None and s.names[k] is not None and reader.registry.cited_sources[s.names[k].source_ids[0]].kind in ("outlet", "agency"):
        return True
    if flags & PEOPLE and reader.form(s.lows[k]).nominative and k > j + 1:
        return True
    if s.words[k - 1] == "," and "." in s.words[k] and len(s.words[k]) > 3:
        return True
    if k > j + 1 and s.is_capitalised(k) and s.names[k] is None and k + 1 < len(s) and s.is_capitalised(k + 1) and s.names[k + 1] is None:
        form = reader.form(s.words[k])
        if form.given_name and form.nominative:
            return True
    # «сказал на суде Лыков», «написал в Facebook Лыков»
    on_network = k > j + 1 and (reader.cues.channel_of(s.lows[k - 1]) in NETWORKS or s.lows[k - 1] in reader.cues.groups["other_networks"])
    is_place = k == j + 2 and s.lows[j + 1].startswith(reader.cues.groups["occasions"])
    return (is_place or on_network) and s.is_capitalised(k) and s.names[k] is None and (k + 1 == len(s) or not s.is_word(k + 1))


def _begins_body(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a body or a press service stands there in the nominative, with the adjectives before it."""
    for m in range(k, min(k + 3, len(s))):
        if not s.is_word(m) or not (form := reader.form(s.lows[m])).nominative:
            return False
        if reader.class_of(s, m) & BODY or reader.cues.channel_of(s.lows[m]) == "press_service":
            return True
        if not form.adjective:
            return False
    return False


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
    prev = _before_addressee(s, before_time(s, prev), reader)
    if prev > 1 and s.lows[prev - 1] in _FROM | IN and s.is_capitalised(prev) and s.is_capitalised(prev - 2) and reader.form(s.words[prev]).place and _ends_name(s, prev - 2, reader):
        prev -= 2  # «Ганна Бойко з Річки згадувала», «Анна Лыкова в Калуге заявила»
    for j in range(prev, max(0, prev - 12), -1):
        if not s.is_word(j) and not s.is_quote(j):
            return prev
        if s.lows[j] == "на" and j > 2 and s.lows[j - 1] in REFERRING:
            return before_adjunct(s, j - 3, reader)  # «„Маяк“ со ссылкой на пресс-службу мэрии сообщает»
        if s.lows[j] in IN | {"со", "с", "з", "із"} and j + 1 < len(s) and j > 0:
            following = s.lows[j + 1]
            on_air = s.lows[j] == "на" and bool(reader.class_of(s, j + 1) & OUTLET)  # «Лыков на канале АБВ заявил»
            if reader.cues.channel_of(following) or on_air or following.startswith(reader.cues.groups["occasions"]) or (
                s.flags[j + 1] & PRONOUN and following.startswith(("сво", "ем"))
            ):
                is_body = j + 2 <= prev and reader.cues.channel_of(following) in NETWORKS and _begins_body(s, j + 2, reader)  # «На странице в Facebook полиция сообщила»
                return prev if is_body or _has_speaker(s, j + 2, prev, reader) else _before_page(s, j - 1, reader)
            if following.startswith(reader.cues.groups["networks"]) and prev - j < _FARTHEST_NAME_OF_NETWORK:
                return prev if _has_speaker(s, j + 2, prev, reader) else before_adjunct(s, j - 1, reader)
    return prev


def _before_page(s: Sentence, k: int, reader: SlavicReader) -> int:
    """Back over the «на своей странице» that ends at token k before the network's name."""
    if not s.lows[k].startswith(reader.cues.groups["pages"]):
        return k
    at = next((j for j in range(k - 1, max(0, k - 4), -1) if s.lows[j] in IN), None)
    return k if at is None else at - 1


def _ends_name(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a name ends there: one in the nominative, or any word with a capital behind a given name or, where no dictionary has it, behind another capital."""
    form = reader.form(s.words[k])
    if (form.surname or form.given_name) and form.nominative:
        return True
    return k > 0 and s.is_capitalised(k - 1) and (reader.form(s.words[k - 1]).given_name or not (form.known or s.words[k].isascii()))


def _before_addressee(s: Sentence, prev: int, reader: SlavicReader) -> int:
    """Back over «журналистам», «газете „Маяк“», «корреспонденту АБВ» that stands between who speaks and the verb."""
    noun = prev
    if s.is_quote(prev) and (opening := s.opening_quote(prev, 6)) is not None:
        noun = opening - 1
    elif s.names[prev] is not None:
        while noun > 0 and s.names[noun] is s.names[prev]:
            noun -= 1
    is_told = noun > 1 and s.flags[noun] & ADDRESSEE and not reader.form(s.lows[noun]).nominative and s.is_word(noun - 1) and not s.flags[noun - 1] & (VERB | CONJUNCTION | PREPOSITION)
    return noun - 1 if is_told else prev


def _has_speaker(s: Sentence, first: int, last: int, reader: SlavicReader) -> bool:
    """Whether who speaks stands after the adjunct («На странице в Facebook певица Анна Лыкова рассказала»)."""
    if last == first:
        alone = reader.form(s.words[last])
        return s.is_capitalised(last) and alone.surname and alone.nominative
    if last - first < 1 or not (s.is_capitalised(last) and s.is_capitalised(last - 1)):
        return False
    given = reader.form(s.words[last - 1])
    return given.given_name and given.nominative and not s.is_quote(last)
