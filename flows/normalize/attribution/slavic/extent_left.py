"""Where a Russian or Ukrainian noun phrase begins."""

from flows.normalize.attribution.language_cues import PREPOSITION, PRONOUN
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.conjunctions import joins_what_for
from flows.normalize.attribution.slavic.extent import JUST, OF_A_NAME, stands_within
from flows.normalize.attribution.slavic.phrase import AND, NETWORKS, STOP, SlavicReader


def start_left(reader: SlavicReader, s: Sentence, end: int) -> int:
    """First token of the noun phrase that ends before token `end`, as far as the clause allows."""
    j = end - 1
    first = end
    while j >= 0:
        flags = s.flags[j]
        if first < end and j > 0 and s.flags[j - 1] & (PREPOSITION | PRONOUN) and reader.cues.channel_of(s.lows[j]) in NETWORKS:
            break  # «в своём Telegram-канале Иван Лыков сообщил»
        if s.names[j] is not None:
            match = s.names[j]
            while j >= 0 and s.names[j] is match:
                first = j
                j -= 1
            if j >= 0 and s.is_quote(j) and first - j == 1:
                j -= 1
            continue
        if not s.is_word(j):
            if s.is_quote(j) and (opening := s.opening_quote(j)) is not None and opening < j - 1 and s.is_capitalised(opening + 1) and j - opening <= 7:
                first = opening
                j = opening - 1
                continue
            if s.words[j] == "." and j > 0 and ((len(s.words[j - 1]) == 1 and s.is_capitalised(j - 1)) or s.lows[j - 1] in OF_A_NAME):
                j -= 1
                continue
            if s.words[j] == "," and 1 < j < end - 2 and _is_complement(reader, s, j - 1) and _is_complement(reader, s, j + 1) and s.lows[j + 2] in AND:
                j -= 1
                continue
            break
        if flags & STOP:
            if not (s.lows[j] in JUST and stands_within(reader, s, j)) and not joins_what_for(reader, s, j) and not (s.lows[j] in AND and j > 1 and j + 1 < end and s.is_word(j - 1) and _is_complement(reader, s, j - 1) and _is_complement(reader, s, j + 1)):
                break
            j -= 1
            continue
        if flags & PREPOSITION and s.is_capitalised(j):
            break
        if not s.is_capitalised(j) and not flags and reader.form(s.lows[j]).verb:
            break
        first = j
        j -= 1
    return first


def _is_complement(reader: SlavicReader, s: Sentence, k: int) -> bool:
    """Whether a small word stands in the genitive («образования» of «Министерство образования и науки»)."""
    form = reader.form(s.lows[k])
    if s.words[k].isupper() and s.words[k].isalpha() and len(s.words[k]) > 1:
        return True  # «развития инфосообщества, СМИ и массовых коммуникаций»
    if s.is_capitalised(k):
        form = reader.form(s.words[k])
        return form.place and form.genitive and not form.nominative  # «вчені Угорщини та США»
    return s.is_word(k) and not s.flags[k] & STOP and form.genitive and (form.noun or form.adjective) and not form.animate
