"""The medium in which somebody spoke: «в интервью X», «в эфире X»."""

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    CARRIER,
    OUTLET,
    PEOPLE,
    PRONOUN,
    REPORT,
    SPEECH,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.phrase import SlavicReader

_FARTHEST_JOB = 8


def venue(s: Sentence, first: int, end: int, kind: str, reader: SlavicReader, number: int) -> Mention | None:
    """The medium of «в интервью X», «в эфире X»."""
    if kind == "broadcast" and s.lows[first] in ("на", "у", "в") and not any(w in reader.cues.groups["on_air"] for w in s.lows[first:end]) and not any(f & (REPORT | SPEECH | CARRIER) for f in s.flags):
        return None
    if kind == "broadcast" and first and s.lows[first - 1].endswith(reader.cues.groups["broadcast_there"]):
        return None  # «в эпизоде шоу, выходящего на канале»
    if kind == "broadcast" and s.lows[first] == "на" and _is_job(s, first, reader):
        return None
    j = end
    while j < len(s) and (s.flags[j] & (PRONOUN | ADVERB) or s.lows[j] in ("для", "с", "со", "з", "із") or _goes_before_medium(s, j, reader)):
        j += 1
    stop = _medium_ends(s, j, reader) if j < len(s) else j
    if stop <= j:
        return None
    if kind == "broadcast" and (telethon := _telethon(s, j, stop, reader)):
        return make_mention(s, telethon, "venue", f"{reader.cues.language}.{kind}.venue", number, (first, end), channel=kind, is_oblique=True)
    phrase = _channel_on_a_network(s, j, stop, reader) or describe(reader, s, j, stop)
    if phrase is None or phrase.person or phrase.kind in ("unnamed", "person", "official", "document"):
        return None
    if phrase.kind == "platform" or (kind == "asked" and phrase.kind == "organisation" and phrase.match is not None) or (phrase.kind == "body" and (kind == "asked" or (kind == "broadcast" and phrase.match is not None))):
        return None
    named = phrase.match is not None or s.is_quote(j) or phrase.head is not None or s.words[j].isascii() or (
        kind == "interview" and phrase.kind == "organisation" and phrase.end == j + 1 and _is_made_up(s, j, reader)
    ) or (
        (kind == "interview" or s.lows[end - 1] in reader.cues.groups["on_air"]) and len(s.words[j]) > 2 and s.words[j].isupper() and s.words[j].isalpha()
    )
    if not named or (phrase.match is None and not phrase.is_named):
        return None
    return make_mention(s, phrase, "venue", f"{reader.cues.language}.{kind}.venue", number, (first, end), channel=None if kind == "asked" else kind, is_oblique=True)


def _is_job(s: Sentence, first: int, reader: SlavicReader) -> bool:
    """Whether the medium is where somebody works, as the words before it say («ведучий шоу „День“ на радіо „Ліс“»)."""
    for k in range(first - 1, max(-1, first - _FARTHEST_JOB), -1):
        if s.words[k] == "," or s.flags[k] & (REPORT | SPEECH):
            return False
        if s.lows[k].startswith(reader.cues.groups["hosts"]):
            return True
    return False


def _goes_before_medium(s: Sentence, j: int, reader: SlavicReader) -> bool:
    """Whether a reporter or «на сайте» stands there before the medium («в интервью журналистам „Маяка“»)."""
    if j + 1 >= len(s):
        return False
    if s.lows[j] == "на" and reader.cues.channel_of(s.lows[j + 1]) == "website":
        return True
    is_reporter = bool(s.flags[j] & ADDRESSEE and s.lows[j].startswith(reader.cues.groups["reporters_told"])) or s.lows[j].startswith(reader.cues.groups["reporters_met"])
    of = j + 2 if j + 2 < len(s) and s.is_word(j + 1) and not s.is_capitalised(j + 1) and reader.form(s.lows[j + 1]).adjective else j + 1  # «місцевого журналу „День“»
    return is_reporter and (s.is_quote(of) or s.names[of] is not None or bool(reader.class_of(s, of) & OUTLET))


def _channel_on_a_network(s: Sentence, j: int, stop: int, reader: SlavicReader) -> Phrase | None:
    """«в интервью YouTube-каналу „Маяк“»: a channel by its name after the word for it."""
    channel = reader.cues.channel_of(s.lows[j])
    if channel not in ("youtube", "telegram") or "канал" not in s.lows[j] or j + 1 >= len(s) or not (s.is_quote(j + 1) or s.is_capitalised(j + 1)):
        return None
    end = (s.closing_quote(j + 1, 8) or j) + 1 if s.is_quote(j + 1) else max(stop, j + 2)
    return Phrase(j, end, "outlet", head=s.lows[j]) if end > j + 2 or not s.is_quote(j + 1) else None


def _is_made_up(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a capitalised word is in no dictionary and looks like nobody's name («в интервью Лесньюс»)."""
    form = reader.form(s.words[k])
    return not (form.known or form.surname or form.given_name or form.place) and s.names[k] is None


def _medium_ends(s: Sentence, j: int, reader: SlavicReader) -> int:
    """One past the name of the medium at token j, before whoever speaks in it."""
    stop = end_right(reader, s, j)
    k = j
    while k < stop and s.names[k] is not None and s.names[k] is s.names[j]:
        k += 1
    if j < k < stop and reader.is_nominative_given_name(s.words[k]):
        return k  # «в беседе с АБВ Иван Лыков»
    k = j
    while k < stop and s.is_word(k) and (s.is_capitalised(k) or s.names[k] is not None):
        k += 1
    if j < k < stop and reader.class_of(s, k) & PEOPLE and reader.form(s.lows[k]).nominative:
        stop = k  # «в беседе с АБВ депутат Иван Лыков»
    opening = next((k for k in range(j, min(stop, j + 3)) if s.is_quote(k)), None)
    if opening is not None and s.is_capitalised(opening + 1) and (close := s.closing_quote(opening, 8)) is not None and close + 1 < stop:
        stop = close + 1  # «В программе „Секрет“ Анна Лыкова»
    return stop


def _telethon(s: Sentence, first: int, stop: int, reader: SlavicReader) -> Phrase | None:
    """«в ефірі загальнонаціонального телемарафону „Єдині новини“»: there is but one, so that the noun names it."""
    k = first
    while k < stop and reader.form(s.lows[k]).adjective:
        k += 1
    if k >= stop or not s.lows[k].startswith(reader.cues.groups["telethons"]):
        return None
    close = s.closing_quote(k + 1, 5) if k + 1 < len(s) and s.is_quote(k + 1) else None
    return Phrase(k, k + 1 if close is None else close + 1, "outlet")
