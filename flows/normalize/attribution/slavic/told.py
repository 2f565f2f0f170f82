"""The medium that somebody told something: «рассказал УНН директор», «рассказала она порталу X»."""

from flows.normalize.attribution.language_cues import ADDRESSEE, PEOPLE, PREPOSITION
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.adjuncts import past_dative_name
from flows.normalize.attribution.slavic.description import describe, end_of_latin_run, is_latin_word
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.name_tests import is_medium_alone, is_quoted_in_dative
from flows.normalize.attribution.slavic.phrase import SlavicReader
from flows.normalize.attribution.slavic.subject_phrases import ABOUT

# «Telegram-каналу „Маяк“»
_TO_CHANNEL = ("-каналу", "-каналові", "-каналам", "-каналами")

_LONGEST_ACRONYM = 4
_HE = frozenset(("он", "она", "они", "він", "вона", "вони"))
_TO_HIM = frozenset(("ему", "ей", "его", "её", "ее", "их", "йому", "їй", "його", "її", "їх"))
_DATIVE = ("у", "ю", "ому", "ему", "ой", "ові", "еві", "єві", "ій")


def addressees(s: Sentence, mention: Mention, reader: SlavicReader, number: int) -> list[Mention]:
    """The medium told: «рассказал УНН директор», «Про це Львівському порталу повідомили в поліції»."""
    v = s.token_at(mention.cue[0]) if mention.cue is not None else 0
    if mention.cue is None or s.lows[v].startswith(reader.cues.groups["criticising"]):
        return []
    ahead = range(v + 1, next((k for k in range(v + 1, min(v + 4, len(s))) if s.lows[k] in ("что", "що")), min(v + 4, len(s))))  # «заявил, что Dawn примет участие»
    if mention.char_start < s.starts[v]:
        after = s.token_at(mention.char_end)  # «в пресс-службе мэрии АБВ рассказали»
        places = (*ahead, *range(after, min(after + 2, v) if after < v and s.is_quote(after) else min(after + 1, v)))
    else:
        after = s.token_at(mention.char_end)  # «розповів мер міста Павло Лисенко Укрінформу»
        places = (*ahead, *([after] if mention.person and v + 3 < after < len(s) and s.is_word(after) else ()), *range(v - 1, max(v - 3, -1), -1))
    for k in places:
        match = s.names[k]
        if not s.is_word(k) and not s.is_quote(k):
            if k > v:
                continue
            break
        if match is None or mention.char_start <= match.char_start < mention.char_end:
            continue
        source = reader.registry.cited_sources.get(match.source_ids[0])
        if k > v and is_latin_word(s, k, k + 1) and s.names[k + 1 : k + 2] != [match] and source is not None and source.kind == "outlet" and end_of_latin_run(s, k, k + 1) > k + 1:
            continue  # «рассказал порталу Maple Daily»
        if source is None or source.kind not in ("outlet", "agency") or not (
            match.is_distinctive or reader.is_quoted(s, match) or _is_in_dative(s, k)
        ):
            continue
        return [Mention(match.char_start, match.char_end, source.kind, "venue", f"{reader.cues.language}.told", number, mention.cue, None, match, is_oblique=True)]
    return _told_unknown(s, mention, v, reader, number)


def _is_in_dative(s: Sentence, k: int) -> bool:
    """Whether a name is capitalised inside the sentence and shows the dative («заявили Известиям», «Суспільному розповіла»)."""
    if k + 1 < len(s) and s.lows[k].endswith("ому") and s.is_word(k + 1) and not s.is_capitalised(k + 1) and s.lows[k + 1].endswith(("ні", "і", "у", "ю")) and k and s.flags[k - 1] & PREPOSITION:
        return False  # «у Головному управлінні»
    return k > 0 and s.is_word(k - 1) and s.is_capitalised(k) and s.lows[k].endswith(("ам", "ям", "ому", "у") if s.words[k].isupper() and len(s.words[k]) > _LONGEST_ACRONYM else ("ам", "ям", "ому"))


def _told_unknown(s: Sentence, mention: Mention, v: int, reader: SlavicReader, number: int) -> list[Mention]:
    """A medium that the registry lacks: «Об этом Site.ru рассказал директор», «рассказал он газете „Маяк“», «сказала она для TV8»."""
    speaks_after = mention.char_start > s.starts[v]
    site = _told_alone(s, mention, v)
    if site is not None:
        return [Mention(s.starts[site], s.ends[site], "outlet", "venue", f"{reader.cues.language}.told", number, mention.cue, None, s.names[site] if site > v else None, is_oblique=True)]
    after = s.token_at(mention.char_end)
    told = (
        _told_in_quotes(s, mention, v)
        or _told_in_dative(s, mention, v, reader)
        or _told_through_reporter(s, *((max(0, v - 8), s.token_at(mention.char_start)) if speaks_after else (s.token_at(mention.char_end), v)), reader)
        or (_told_through_reporter(s, after, min(after + 2, len(s)), reader, len(s)) if speaks_after else None)
        or (_told_before(s, v) if speaks_after else None)
        or (_told_after_name(s, mention, reader) if speaks_after and mention.person else None)
    )
    if told is None and mention.char_end <= s.starts[v] and (close := _dative_quotation(s, v + 1, reader)) is not None:
        told = Phrase(v + 1, close + 1, "outlet")
    if told is not None:
        return [make_mention(s, told, "venue", f"{reader.cues.language}.told", number, (v, v + 1), is_oblique=True)]
    return _told_after_noun(s, mention, v, reader, number)


def _told_alone(s: Sentence, mention: Mention, v: int) -> int | None:
    """The one word that is the medium: «Об этом Site.ru рассказал директор», «рассказала АБВ Ирина Лыкова», «розповів Павло Лисенко Lisove.City»."""
    if mention.char_start > s.starts[v] and v > 2 and (s.lows[v - 3], s.lows[v - 2]) in ABOUT and "." in s.words[v - 1] and s.words[v - 1].isascii():
        return v - 1
    if v + 2 < len(s) and s.starts[v + 2] == mention.char_start and mention.person and is_medium_alone(s.words[v + 1]):
        return v + 1
    after = s.token_at(mention.char_end) if mention.person and mention.char_start > s.starts[v] else len(s)
    if after < len(s) and s.words[after].isascii() and "." in s.words[after][1:-1] and s.words[after][0].isalpha() and (after + 1 == len(s) or not s.is_word(after + 1)):
        return after
    return None


def _told_in_quotes(s: Sentence, mention: Mention, v: int) -> Phrase | None:
    """«сообщил „Маяку“ владелец», «отметил для „Маяка“ владелец»."""
    opening = v + 2 if v + 1 < len(s) and s.lows[v + 1] == "для" else v + 1
    if opening + 2 < len(s) and s.is_quote(opening) and s.is_capitalised(opening + 1) and (close := s.closing_quote(opening, 5)) is not None and close + 1 == s.token_at(mention.char_start):
        return Phrase(opening, close + 1, "outlet", s.names[opening + 1])
    return None


def _told_in_dative(s: Sentence, mention: Mention, v: int, reader: SlavicReader) -> Phrase | None:
    """«рассказали Вольной газете два источника»."""
    end = past_dative_name(s, v + 1, reader) if mention.char_start > s.starts[v] and v + 1 < len(s) else None
    return Phrase(v + 1, end, "outlet") if end is not None and s.starts[end] == mention.char_start else None


def _told_after_name(s: Sentence, mention: Mention, reader: SlavicReader) -> Phrase | None:
    """«заявив речник Іван Лис „Маяку“»: the medium in the dative right after the name."""
    opening = s.token_at(mention.char_end)
    if opening >= len(s) or not s.is_quote(opening) or not is_quoted_in_dative(reader, s, opening):
        return None
    return Phrase(opening, s.closing_quote(opening, 5) + 1, "outlet", s.names[opening + 1])


def _told_through_reporter(s: Sentence, first: int, stop: int, reader: SlavicReader, end: int = 0) -> Phrase | None:
    """«корреспонденту агентства „Сигма“ сообщили в полиции», «в полиции корреспонденту „Сигмы“ сообщили»: among the tokens [first, stop), the name before `end`."""
    for k in range(first, stop - 1):
        if s.lows[k].startswith(reader.cues.groups["reporters_told"]):
            phrase = describe(reader, s, k + 1, min(end or stop, end_right(reader, s, k + 1)))
            if phrase is not None and not phrase.person and phrase.is_named and phrase.kind in ("outlet", "agency", "latin"):
                return phrase
    return None


def _told_before(s: Sentence, v: int) -> Phrase | None:
    """«Об этом „Маяку“ рассказал директор»."""
    if v > 3 and s.is_quote(v - 1) and (opening := s.opening_quote(v - 1, 6)) is not None and opening > 1 and (s.lows[opening - 2], s.lows[opening - 1]) in ABOUT:
        return Phrase(opening, v, "outlet")
    return None


def _told_after_noun(s: Sentence, mention: Mention, v: int, reader: SlavicReader, number: int) -> list[Mention]:
    """«рассказал он газете „Маяк“», «сказала она для TV8», «в полиции газете „Маяк“ сообщили»."""
    for k in (*range(v + 1, min(v + 9, len(s) - 1)), *range(s.token_at(mention.char_end), v - 1)):
        is_channel = s.lows[k].endswith(_TO_CHANNEL)
        if (s.lows[k] not in reader.cues.lists["to_medium"] and not is_channel) or (k and reader.class_of(s, k - 1) & PEOPLE and reader.form(s.lows[k - 1]).nominative):
            continue  # «ділиться Іван Лис, колумніст сайту „Маяк“»: where he works
        end = (s.closing_quote(k + 1, 8) or k) + 1 if s.is_quote(k + 1) else end_right(reader, s, k + 1)
        phrase = describe(reader, s, k + 1, end) if end > k + 1 and (s.is_capitalised(k + 1) or s.is_quote(k + 1)) else None
        if phrase is None or phrase.person or (phrase.match is None and s.lows[k] == "для") or (phrase.match and phrase.kind not in ("outlet", "agency")):
            continue
        channel = reader.cues.channel_of(s.lows[k]) if is_channel else None
        made = make_mention(s, phrase, "venue", f"{reader.cues.language}.told", number, (v, v + 1), channel=channel, is_oblique=True)
        if made.char_end <= mention.char_start or made.char_start >= mention.char_end:
            return [made]
    return []


def _dative_quotation(s: Sentence, k: int, reader: SlavicReader) -> int | None:
    """Where the name in quotation marks ends that begins at token k in the dative («Волжской правде»)."""
    if k + 2 >= len(s) or not s.is_quote(k) or not s.is_capitalised(k + 1) or (close := s.closing_quote(k, 6)) is None:
        return None
    form = reader.form(s.lows[k + 1])
    dative = form.adjective and s.lows[k + 1].endswith(("ой", "ей", "ому", "ему", "ій"))
    return close if form.known and not form.nominative and dative and not form.verb else None


def told_by_pronoun(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """The medium of «рассказала она порталу X», «вона повідомила Telegram-каналу „X“»."""
    is_after = v + 2 < len(s) and s.lows[v + 1] in _HE
    if not is_after and not (v and s.lows[v - 1] in _HE and v + 1 < len(s) and s.lows[v + 1].endswith(_TO_CHANNEL)):
        return None
    first = v + 2 if is_after else v + 1
    for k in range(first, min(first + 4, len(s))):
        if s.names[k] is not None or s.flags[k] & ADDRESSEE or s.lows[k].endswith(_TO_CHANNEL):
            phrase = describe(reader, s, k, end_right(reader, s, k))
            if phrase and phrase.kind in ("outlet", "agency") and (phrase.match or phrase.is_named) and not phrase.person:
                return make_mention(s, phrase, "venue", f"{reader.cues.language}.told", number, (v, v + 1), is_oblique=True)
            return None
        if s.flags[k] & PREPOSITION or not (s.is_word(k) or s.is_quote(k)):
            return None
    return None


def tells_one_within(s: Sentence, v: int, mention: Mention, reader: SlavicReader) -> bool:
    """Whether people without a name tell somebody of the story («Врачи сообщили Дьякову, что», «Лікарі повідомили йому, що»)."""
    is_nobody = mention.form == "subject" and not mention.person and mention.match is None and mention.kind in ("person", "official", "unnamed", "body")
    if not is_nobody or mention.char_start > s.starts[v]:
        return False
    k = v + 1
    while k < min(v + 4, len(s)) and (s.lows[k] in _TO_HIM or _is_dative_of_one(s, k, reader)):
        k += 1
    return v + 1 < k < len(s) - 1 and s.words[k] == "," and s.lows[k + 1] in ("что", "що")


def _is_dative_of_one(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a capitalised word is a human name in the dative and no medium's."""
    match = s.names[k]
    if not s.is_word(k) or not s.is_capitalised(k) or (match is not None and not reader.is_person_match(match)):
        return False
    form = reader.form(s.words[k])
    return (form.surname or form.given_name) and not form.nominative and s.lows[k].endswith(_DATIVE)
