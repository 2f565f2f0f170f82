"""Bodies that say something in the plural: «сообщили в полиции», «у міністерстві кажуть»."""

from flows.normalize.attribution.language_cues import BODY, OUTLET, PEOPLE, PREPOSITION, TIME, UNNAMED
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import IN, make_mention
from flows.normalize.attribution.slavic.passives import passive
from flows.normalize.attribution.slavic.phrase import WHOSE, SlavicReader

_LONG_NAME = 6
_LONGEST_PAGE = 10
_PAGES = ("website", "telegram", "facebook", "x", "instagram", "youtube")
_AND = frozenset(("а", "и", "і", "й", "та", "но", "але"))


def is_body_head(s: Sentence, j: int, reader: SlavicReader) -> bool:
    """Whether the phrase at j («полиции», «пресс-службе», «МВД», «Нацполиции») is a body that can say something."""
    for k in range(j, min(len(s), j + 4)):
        if s.names[k] is not None:
            source = reader.registry.cited_sources.get(s.names[k].source_ids[0])
            if source is not None and source.kind == "outlet" and not s.names[k].is_distinctive and not reader.is_quoted(s, s.names[k]) and k == j + 1 and reader.form(s.lows[j]).adjective:
                return False  # «во Всемирный День качества»
            return source is None or source.kind in ("official", "organisation", "agency", "outlet", "platform")
        if s.is_capitalised(k) and len(s.lows[k]) > _LONG_NAME and s.lows[k].startswith(reader.cues.groups["sure_body_starts"]) and not s.lows[k].startswith(reader.cues.groups["place_starts"]):
            return True
        form = reader.form(s.lows[k]) if s.is_word(k) else None
        if form and form.known and form.noun and not form.locative and not s.words[k].isupper():
            return False
        if s.is_quote(k):
            return k + 1 < len(s) and s.is_capitalised(k + 1) and s.closing_quote(k, 8) is not None
        if not s.is_word(k):
            return False
        flags = reader.class_of(s, k)
        if s.lows[k].startswith(reader.cues.groups["pages"]):
            return False  # «в группе рассказали»
        if flags & BODY and s.lows[k].startswith("центр") and k + 1 < len(s) and s.is_capitalised(k + 1) and s.names[k + 1] is None and _is_place(s, k + 1, reader):
            return False  # «у центрі Києва»
        if flags & (BODY | OUTLET) or reader.cues.channel_of(s.lows[k]) == "press_service":
            return True
        if s.words[k].isupper() and len(s.words[k]) > 1 and not s.words[k][0].isdigit():
            return s.words[k] not in ("США", "РФ", "ЕС", "ЄС", "СССР")
        if flags & PREPOSITION or s.flags[k] & TIME:
            return False
        if s.words[k].isascii() and s.is_capitalised(k):
            return not reader.cues.channel_of(s.lows[k])
        if s.is_capitalised(k) and s.lows[k].startswith(reader.cues.groups["body_starts"]) and not s.lows[k].startswith(reader.cues.groups["place_starts"]) and len(s.lows[k]) > _LONG_NAME and not _is_place(s, k, reader):
            return True
        if not reader.form(s.lows[k]).adjective:
            return False
    return False


def _is_one_who_says(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether sources without a name stand there in the nominative or counted."""
    return reader.counts_people(s, k) or (s.lows[k].startswith(reader.cues.groups["informants"]) and reader.form(s.lows[k]).nominative)


def _is_place(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a word is a town («у Мінську»), whose name the dictionary may know only as an adjective."""
    form = reader.form(s.words[k])
    return form.place or (form.known and form.adjective)


def _stands_in(s: Sentence, j: int, reader: SlavicReader) -> bool:
    """Whether the preposition at token j is one with which bodies say something: «в полиции», and «на» of a works, a mine, a railway."""
    if s.lows[j] != "на":
        return True
    if j and s.lows[j - 1] in _AND:
        return False  # «Вони везли меблі, а на митниці говорили, що це книги»
    k = j + 1
    while k + 1 < len(s) and s.is_word(k) and reader.form(s.lows[k]).adjective and not reader.form(s.lows[k]).noun:
        k += 1
    return k < len(s) and s.lows[k].startswith(reader.cues.groups["bodies_at"])


def _is_page(s: Sentence, j: int, reader: SlavicReader) -> bool:
    """Whether a page, a site or a channel stands there, after its adjectives («официальном сайте»)."""
    while j + 1 < len(s) and s.is_word(j) and not s.is_capitalised(j) and not reader.cues.channel_of(s.lows[j]) and reader.form(s.lows[j]).adjective:
        j += 1
    return j < len(s) and (s.lows[j].startswith(reader.cues.groups["pages"]) or reader.cues.channel_of(s.lows[j]) in _PAGES)


def body_in(s: Sentence, v: int, j: int, reader: SlavicReader, number: int, is_report: bool) -> Mention | None:
    """«сообщили в полиции»."""
    if _is_page(s, j + 1, reader):
        return passive(s, j - 1, reader, number)
    first = j + 1 + (j + 1 < len(s) and s.lows[j + 1] in WHOSE)  # «рассказали в его пресс-службе»
    if not _stands_in(s, j, reader) or not is_body_head(s, first, reader):
        return None
    phrase = describe(reader, s, first, end_right(reader, s, first))
    if phrase is None:
        return None
    return make_mention(s, phrase, "body", f"{reader.cues.language}.plural_verb.body_after", number, (v, j + 1), is_report=is_report, is_plural=True)


def owner_of_page_before(s: Sentence, prev: int, reader: SlavicReader, number: int) -> Mention | None:
    """«на сайте мэрии сообщили»: whose page it is up to token `prev`, where nobody stands there who says it («на сайте мэрии активисты сообщили»)."""
    j = next((j for j in range(max(0, prev - _LONGEST_PAGE), prev) if s.lows[j] in IN and _is_page(s, j + 1, reader)), None)
    if j is None:
        return None
    last = prev - 1 if s.is_quote(prev) else prev
    if any(reader.class_of(s, k) & (PEOPLE | UNNAMED) and reader.form(s.lows[k]).nominative for k in range(j + 2, last + 1)):
        return None
    mention = passive(s, j - 1, reader, number)
    is_whole = mention is not None and (mention.char_end >= s.ends[last] or bool(reader.cues.channel_of(s.lows[last])))
    return mention if is_whole else None


def body_before(s: Sentence, v: int, start: int, prev: int, reader: SlavicReader, number: int, is_report: bool) -> Mention | None:
    """«в полиции сообщили»."""
    for j in range(start - 1 if start > 0 and s.lows[start - 1] in IN else start, prev):
        if s.lows[j] in IN and _stands_in(s, j, reader):
            if any(_is_one_who_says(s, k, reader) for k in range(start, j)):
                return None  # «два источника в правительстве»
            if not is_body_head(s, j + 1, reader):
                return None
            phrase = describe(reader, s, j + 1, min(prev + 1, max(end_right(reader, s, j + 1), j + 2)))
            if phrase is None or phrase.person:
                return None
            return make_mention(s, phrase, "body", f"{reader.cues.language}.plural_verb.body_before", number, (v, v + 1), is_report=is_report, is_plural=True)
    return None
