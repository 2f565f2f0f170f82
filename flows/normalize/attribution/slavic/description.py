"""What a Russian or Ukrainian noun phrase names: a person, a medium, a body, a document, or nobody."""

from flows.normalize.attribution.language_cues import (
    BODY,
    DOCUMENT,
    OFFICIAL,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    UNNAMED,
    VERB,
)
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.name_tests import (
    agrees,
    has_complement,
    is_adjective,
    is_adjective_of,
    is_another,
    is_medium_alone,
    is_of_full_name,
    is_only_a_noun,
    is_reporter,
    is_state_agency,
    is_title_in_quotes,
    speaks_for_a_body,
)
from flows.normalize.attribution.slavic.person_names import person_name
from flows.normalize.attribution.slavic.phrase import ONE_OF, SlavicReader
from flows.normalize.registry import NameMatch

_LONGEST_NICK = 3


def describe(reader: SlavicReader, s: Sentence, first: int, end: int, alone: bool = False) -> Phrase | None:
    """What the tokens name, or None where they name nobody."""
    while first < end and not s.is_word(first) and not s.is_quote(first):
        first += 1
    while end > first and not s.is_word(end - 1) and not s.is_quote(end - 1):
        end -= 1
    if first >= end:
        return None
    if s.lows[first] in ONE_OF and first + 2 < end and s.lows[first + 1] in ("из", "із", "з") and person_name(reader, s, first + 2, end, False) is None:
        is_people = any(reader.class_of(s, k) & PEOPLE or reader.form(s.lows[k]).animate for k in range(first + 2, end))
        return Phrase(first, end, "unnamed", None, None, s.lows[first], is_named=False) if is_people else None
    head_flags, head = _head(reader, s, first, end)
    lead = first + 1 if end - first > 1 and (first == 0 or not s.is_capitalised(first)) and reader.form(s.lows[first]).adjective else first
    channel = reader.cues.channel_of(s.lows[lead]) or reader.cues.channel_of(s.lows[first]) or None
    person = person_name(reader, s, first, end, alone) or _registered_at_the_end(reader, s, first, end, head_flags) or _by_nick(reader, s, first, end, head_flags)
    if person and (is_title_in_quotes(s, *person) or (channel == "press_service" and any(s.flags[k] & PREPOSITION for k in range(first, person[0])))):
        person = None  # «Героиня дня» пишет; «пресс-служба МЧС по Марий Эл»
    if person and head and head_flags & PEOPLE and is_of_full_name(reader, s, head, first, *person):
        return Phrase(first, end, "official" if head_flags & OFFICIAL else "person", None, None, head, channel, is_named=False)
    is_body = channel in (None, "press_service") and bool(head_flags & BODY) and not head_flags & (PEOPLE | OUTLET)
    if person:
        return _with_person(reader, s, first, end, person, head_flags, head, channel, is_body)
    match = next((m for m in s.names[first:end] if m and not is_only_a_noun(reader, s, m, first, end) and not (
        m is s.names[first] and is_reporter(reader, s, first)
    )), None)
    if match and (is_another(reader, s, match, first, end, channel) or is_adjective(reader, s, match)):
        match = None
    if match and is_body and any(s.names[k] is match and s.lows[k - 1] == "при" for k in range(first + 2, end)):
        match = None  # «Совет при правительстве Норвегии» is no government
    if match and reader.is_person_match(match):
        if is_body and channel is None:
            return Phrase(first, end, "body", None, None, head, None)
        k = [k for k in range(first, end) if s.names[k] is match]
        if s.is_capitalised(k[-1]) and agrees(reader, s, first, k):
            return Phrase(first, end, "official" if head_flags & OFFICIAL else "person", match, (k[0], k[-1] + 1), head, None)
    if head_flags & PEOPLE:
        office = match if match and reader.is_person_match(match) and agrees(reader, s, first, [k for k in range(first, end) if s.names[k] is match]) else None
        return Phrase(first, end, "official" if head_flags & OFFICIAL else "person", office, None, head, channel, is_named=False)
    if match:
        return _with_match(reader, s, first, end, match, head_flags, head, channel)
    return _by_noun(reader, s, first, end, head_flags, head, channel)


def _head(reader: SlavicReader, s: Sentence, first: int, end: int) -> tuple[int, str | None]:
    """The class of the noun that the phrase is built on, and the noun; (0, None) where a name comes first."""
    for k in range(first, end):
        if s.is_quote(k):
            break
        if s.words[k][0].isdigit():
            continue
        flags = reader.class_of(s, k)
        if s.names[k] is not None and not flags & PEOPLE and not (k == first and is_reporter(reader, s, k)):
            break
        if flags & (PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT):
            if flags & (PEOPLE | UNNAMED) and k + 1 < end and is_adjective_of(reader, s, k):
                continue  # «слідча група»
            return flags, s.lows[k]
        if s.is_capitalised(k) and k > first:
            break
    return 0, None


def _with_person(
    reader: SlavicReader, s: Sentence, first: int, end: int, person: tuple[int, int], head_flags: int, head: str | None,
    channel: str | None, is_body: bool,
) -> Phrase:
    """A phrase with a personal name in it: the person, the body called after one, or the medium somebody works for."""
    if reader.form(s.words[person[1] - 1]).genitive or reader.form(s.words[person[0]]).genitive:
        body = _body_match(reader, s, first, person[0])
        if is_body or body:
            return Phrase(first, end, "body", body, None, head, channel)  # «фонд Ивана Примерова»: a body of somebody is the body
    if head_flags & OUTLET and (medium := _employer(reader, s, first, person[0], head)):
        return medium
    while first < person[0] and s.words[first].isascii() and reader.cues.channel_of(s.lows[first]):
        first += 1  # «в соцсети Instagram Алла Белова написала»
    if first and s.is_word(first) and s.is_capitalised(first) and s.words[first].isascii() and not s.words[person[0]].isascii() and reader.class_of(s, first - 1) & OUTLET:
        first = min(person[0], end_of_latin_run(s, first, first + 1))  # «рассказал порталу Maple Daily пекарь Иван Лыков»
    if first and person[1] - person[0] > 1 and s.flags[first - 1] & VERB and is_medium_alone(s.words[first]) and (person[0] == first + 1 or "." in s.words[first]):
        first += 1  # «рассказала АБВ Ирина Лыкова»: the medium told, then who tells it
    match = s.names[person[1] - 1]
    if person[1] - person[0] > 1 and match is not s.names[person[0]] and s.words[person[0] + 1] != ".":
        match = None
    return Phrase(
        first, end, "official" if head_flags & OFFICIAL else "person", match, person,
        head if head_flags & PEOPLE and first < person[0] else None, channel if channel == "press_service" else None,
    )


def _with_match(
    reader: SlavicReader, s: Sentence, first: int, end: int, match: NameMatch, head_flags: int, head: str | None, channel: str | None
) -> Phrase | None:
    """A phrase with a registered name in it that is no person's."""
    at = [k for k in range(first, end) if s.names[k] is match]
    begins, last = at[0], at[-1] + 1
    # «Корреспондент сообщает»: the capital of a sentence's first word names nobody where the word is a common one
    is_common = bool(reader.class_of(s, begins) & (PEOPLE | OUTLET | BODY)) and (
        _goes_on_to_another(reader, s, last) if last > begins + 1 else
        (begins == 0 and not _is_of_several_countries(reader, match)) or has_complement(reader, s, begins) or (reader.class_of(s, begins) & OUTLET and match.char_end == s.ends[begins])
    )
    has_context = head_flags & (OUTLET | BODY) or reader.is_quoted(s, match) or channel
    if not (match.is_distinctive or has_context or (s.is_capitalised(begins) and not is_common)):
        is_noun = reader.class_of(s, begins) & BODY or has_complement(reader, s, begins)
        return Phrase(first, end, "body", None, None, s.lows[begins], channel, is_named=False) if is_noun else None
    if begins > first and s.words[begins - 1].isascii() and s.is_capitalised(begins - 1) and s.names[begins - 1] is None and s.starts[begins] - s.ends[begins - 1] == 1:
        return Phrase(first, end, "latin", None, None, head, channel)
    if last < end and s.is_quote(last) and (opening := s.opening_quote(last)) is not None and first <= opening < begins - 1:
        kind = "body" if head_flags & BODY else "outlet" if head_flags & OUTLET or channel else "latin"
        return Phrase(first, last + 1, kind, None, None, head, channel)  # «проєкт „Дванадцять днів Укрзалізниці“»
    if last < end and s.is_quote(last) and any(s.is_quote(k) for k in range(first, last)):
        last += 1
    if last < end and s.is_quote(begins - 1) and begins > first and not s.is_quote(last - 1) and not s.is_quote(last) and (close := s.closing_quote(begins - 1)):
        return Phrase(first, close + 1, "outlet" if head_flags & OUTLET or channel else "latin", None, None, head, channel)
    if channel is None and speaks_for_a_body(s, first, begins):
        channel = "press_service"
    source = reader.registry.cited_sources.get(match.source_ids[0])
    kind = source.kind if source else "organisation"
    is_word = is_latin_word(s, begins, last) if kind == "outlet" else kind != "agency" and head_flags & OUTLET and begins > first
    if is_word and (run := end_of_latin_run(s, begins, last)) > last:
        return Phrase(first, run, "outlet", None, None, head, channel)
    return Phrase(first, last, "body" if kind == "official" else kind, match, None, head, channel)


def end_of_latin_run(s: Sentence, begins: int, last: int) -> int:
    """Where the capitalised words in Latin letters end that a known name begins («портал Yandex Weekly»: no Yandex)."""
    if not all(s.words[k].isascii() for k in range(begins, last)):
        return last
    while last < len(s) and s.is_word(last) and s.words[last].isascii() and s.is_capitalised(last) and s.words[last].isalpha() and s.starts[last] - s.ends[last - 1] == 1:
        last += 1
    return last


def is_latin_word(s: Sentence, begins: int, last: int) -> bool:
    """Whether a name is one word in Latin letters and no acronym («Maple»), which may begin another's name («Maple Daily»)."""
    return last == begins + 1 and s.words[begins].isascii() and not s.words[begins].isupper()


def _is_of_several_countries(reader: SlavicReader, match: NameMatch) -> bool:
    """Whether bodies of several countries bear the name («МЗС», «Генштаб»): a proper name, though no country's own."""
    source = reader.registry.cited_sources.get(match.source_ids[0]) if len(match.source_ids) > 1 else None
    return source is not None and source.kind == "official"


def _goes_on_to_another(reader: SlavicReader, s: Sentence, k: int) -> bool:
    """Whether the word at token k makes a name of several words that of another body («Міністерство оборони» of «… Тілімілії»)."""
    if k >= len(s) or not s.is_word(k):
        return False
    form = reader.form(s.words[k])
    return (form.genitive or not form.known) if s.is_capitalised(k) else has_complement(reader, s, k - 1)


def _by_noun(reader: SlavicReader, s: Sentence, first: int, end: int, head_flags: int, head: str | None, channel: str | None) -> Phrase | None:
    """A phrase without a known name: by the noun that it is built on, else by its channel, else a name of its own."""
    has_name = s.is_quote(first) or any(
        s.is_word(k) and (s.is_capitalised(k) or "." in s.words[k] or s.words[k].isascii()) and not reader.class_of(s, k) & UNNAMED
        and not s.words[k].isdigit()
        for k in range(first, end)
    ) or (head is not None and any(s.lows[k] == head and reader.is_numbered(s, k - 1) for k in range(first + 1, end)))
    if head_flags & UNNAMED and (not has_name or _are_media_of_a_place(reader, s, first, end, head_flags) or (first == 0 and end == 2 and s.flags[1] & UNNAMED and reader.form(s.lows[0]).adjective)):
        return Phrase(first, end, "unnamed", None, None, head, channel, is_named=False)
    if (first > 0 and s.is_quote(first - 1)) or s.is_quote(first):
        head_flags = 0
    if channel == "broadcast" and not head_flags & OUTLET and not any(s.is_quote(k) for k in range(first, end)):
        channel = None
    if head_flags & OUTLET and head is not None and head.startswith(reader.cues.groups["agencies"]) and is_state_agency(reader, s, first, end, head):
        return Phrase(first, end, "body", None, None, head, channel)
    if channel == "website" and head_flags & OUTLET and not has_name and (owner := _owner_of_site(reader, s, first, end, head)) is not None:
        return Phrase(first, end, "body", None, None, s.lows[owner], channel)
    if head_flags & OUTLET or channel in ("telegram", "website", "broadcast", "x", "facebook", "instagram", "youtube"):
        return Phrase(first, end, "outlet", None, None, head, channel, is_named=has_name and end - first > 1)
    if channel == "press_service" or head_flags & BODY:
        if channel is None and speaks_for_a_body(s, first, end):
            channel = "press_service"
        return Phrase(first, end, "body", None, None, head, channel, is_named=has_name or end - first > 1)
    if head_flags & DOCUMENT:
        return Phrase(first, end, "document", None, None, head, channel, is_named=has_name)
    if head_flags & UNNAMED:
        return Phrase(first, end, "unnamed", None, None, head, channel, is_named=False)
    if not has_name:
        return None
    latin = any("." in s.words[k] or (s.words[k].isascii() and s.words[k][0].isalpha()) for k in range(first, end))
    return Phrase(first, end, "latin" if latin or s.is_quote(first) or (first and s.is_quote(first - 1)) else "organisation", None, None, None, channel)


def _owner_of_site(reader: SlavicReader, s: Sentence, first: int, end: int, head: str | None) -> int | None:
    """Where those begin whose site it is («официальный сайт порта»)."""
    at = next((k for k in range(first, end) if s.lows[k] == head), None)
    if at is None or at + 1 >= end or not reader.form(s.lows[at + 1]).genitive or s.flags[at + 1] & UNNAMED:
        return None
    return at + 1 if any(reader.class_of(s, k) & BODY for k in range(at + 1, end)) else None


def _are_media_of_a_place(reader: SlavicReader, s: Sentence, first: int, end: int, head_flags: int) -> bool:
    """Whether media without a name are told by their country («СМИ Румынии»)."""
    return bool(head_flags & OUTLET) and all(
        not s.is_quote(k) and not s.words[k].isascii() and (not s.is_capitalised(k) or k == first or reader.class_of(s, k) & UNNAMED or reader.form(s.words[k]).place)
        for k in range(first, end)
    )


def _registered_at_the_end(reader: SlavicReader, s: Sentence, first: int, end: int, head_flags: int) -> tuple[int, int] | None:
    """The registered person whose name ends a phrase that a title begins («глава Еврокомиссии Урсула фон дер Ляйен»)."""
    match = s.names[end - 1]
    if not head_flags & PEOPLE or match is None or not s.is_capitalised(end - 1) or not reader.is_person_match(match):
        return None
    begin = end - 1
    while begin > first and s.names[begin - 1] is match:
        begin -= 1
    return (begin, end) if end - begin > 1 else None


def _by_nick(reader: SlavicReader, s: Sentence, first: int, end: int, head_flags: int) -> tuple[int, int] | None:
    """What somebody is called in «користувач під ніком X», «боєць із позивним „Y“»."""
    nicks = reader.cues.groups["nicks"]
    a = next((k + 1 for k in range(first + 1, end - 1) if s.lows[k] in nicks), None) if head_flags & PEOPLE else None
    if a is None:
        return None
    is_quoted = s.is_quote(a)
    a, b = (a + 1, end - 1) if is_quoted and s.is_quote(end - 1) else (a, end)
    return (a, b) if 0 < b - a <= _LONGEST_NICK and s.is_word(a) and (is_quoted or s.is_capitalised(a) or s.words[a].isascii()) else None


def _body_match(reader: SlavicReader, s: Sentence, first: int, end: int) -> NameMatch | None:
    """The body of the registry that begins the phrase and is called after an office («Администрация президента …»)."""
    match = s.names[first]
    if match is None or reader.is_person_match(match):
        return None
    has_office = any(s.names[k] is match and reader.class_of(s, k) & PEOPLE for k in range(first + 1, end))
    return match if has_office else None


def _employer(reader: SlavicReader, s: Sentence, first: int, end: int, head: str) -> Phrase | None:
    """The medium of «корреспондент „Зари“ Иван Лесков», in whose name its reporter speaks."""
    if not head.startswith(reader.cues.groups["reporters"]):
        return None
    match = next((m for m in s.names[first + 1 : end] if m and not reader.is_person_match(m)), None)
    if match is None and not any(s.is_quote(k) for k in range(first, end)):
        return None
    source = reader.registry.cited_sources.get(match.source_ids[0]) if match else None
    return Phrase(first, end, source.kind if source else "outlet", match, None, head) if source is None or source.kind in ("outlet", "agency") else None
