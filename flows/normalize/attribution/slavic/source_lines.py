"""Lines that say where a text is from: «Источник: ТАСС», «По материалам lesnews.ru»."""

from flows.normalize.attribution.language_cues import CARRIER, OUTLET, PEOPLE, REPORT, SPEECH
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.phrase import AND, SlavicReader

_LONGEST_CREDIT = 12  # tokens


def source_line(s: Sentence, first: int, end: int, reader: SlavicReader, number: int) -> Mention | None:
    """«Источник: ТАСС»."""
    if end >= len(s) or first > 1:
        return None
    j = end + 1 if s.words[end] in (":", "—", "–") else end
    if j >= len(s) or (j == end and not (_is_credit(s, first, end, reader) if end - first > 1 else _is_name_alone_last(s, first, j))):
        return None
    if reader.cues.channel_of(s.lows[j]) == "interview" or s.lows[j] in ("коментар", "комментарий"):
        return _interview_line(s, first, j, reader, number)
    if s.flags[j] & CARRIER:
        j = next((k for k in range(j + 1, min(len(s), j + 10)) if reader.class_of(s, k) & PEOPLE), j)
    stop = max(end_right(reader, s, j), j + 1)
    phrase = describe(reader, s, j, stop, alone=True)
    if phrase is None:
        return None
    return make_mention(s, phrase, "line", f"{reader.cues.language}.source_line", number, (first, end), is_oblique=j > end + 1 or (j == end and end - first > 1))


def _interview_line(s: Sentence, first: int, j: int, reader: SlavicReader, number: int) -> Mention | None:
    """«Источник: интервью „Маяку“»: the medium after the word at token j."""
    k = next((k for k in range(j + 1, len(s)) if (s.names[k] is not None and not reader.is_person_match(s.names[k])) or s.is_quote(k) or (s.words[k].isascii() and s.is_capitalised(k))), None)
    phrase = describe(reader, s, k, max(end_right(reader, s, k), k + 1)) if k else None
    if phrase is None or phrase.person:
        return None
    return make_mention(s, phrase, "venue", f"{reader.cues.language}.source_line.interview", number, (first, j + 1), channel="interview", is_oblique=True)


def _is_credit(s: Sentence, first: int, end: int, reader: SlavicReader) -> bool:
    """Whether the line holds the formula and names of media, and nothing else («По материалам сайта lesnews.ru»)."""
    if first or s.text[max(0, s.char_start - 1) : s.char_start].strip() or len(s) - end > _LONGEST_CREDIT:
        return False
    if s.text[s.char_end : s.char_end + 1].strip(" \n"):
        return False
    k = end
    while k < len(s) and s.is_word(k) and s.names[k] is None and not (s.is_capitalised(k) or "." in s.words[k] or s.words[k].isascii()):
        if not (reader.class_of(s, k) & OUTLET or reader.cues.channel_of(s.lows[k]) or reader.form(s.lows[k]).adjective):
            return False  # «По материалам проверки …»
        k += 1
    small = [m for m in range(k, len(s)) if s.is_word(m) and not (s.is_capitalised(m) or s.words[m].isascii() or s.names[m] is not None or s.lows[m] in AND)]
    return k < len(s) and all(reader.class_of(s, m) & OUTLET or reader.cues.channel_of(s.lows[m]) or reader.form(s.lows[m]).genitive for m in small)


def _is_name_alone_last(s: Sentence, first: int, j: int) -> bool:
    """Whether but one name follows «Источник» without a colon, and the text ends with it."""
    if first or s.text[s.char_end :].strip():
        return False
    if s.is_quote(j):
        return j + 2 < len(s) and s.is_capitalised(j + 1) and len(s) - j <= 8 and all(not s.flags[k] & (REPORT | SPEECH) for k in range(j, len(s)))
    match = s.names[j]
    return match is not None and s.is_capitalised(j) and all(s.names[k] is match or not s.is_word(k) for k in range(j, len(s)))
