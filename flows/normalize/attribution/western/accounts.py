"""Whose account or page it is that a text goes by: "tipster @sample", "the NEA flood portal"."""

from flows.normalize.attribution.language_cues import ARTICLE, CONJUNCTION, OTHER_VERB, PREPOSITION, VERB
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.reader import WesternReader

_WORDS_BEFORE_HANDLE = 5


def account_with_handle(reader: WesternReader, s: Sentence, j: int) -> Phrase | None:
    """Who is named by a handle after small words that describe the account ("tipster @sample", "a Twitter user @sample"); None where nobody is."""
    if reader.cues.language != "en":
        return None
    at = next((k for k in range(j, min(j + _WORDS_BEFORE_HANDLE, len(s) - 1)) if not s.is_word(k) or s.flags[k] & (VERB | OTHER_VERB | PREPOSITION | CONJUNCTION)), None)
    if at is None or s.words[at] != "@" or s.starts[at + 1] != s.ends[at]:
        return None
    first = j
    while first < at and s.flags[first] & ARTICLE:
        first += 1
    if first < at and not (s.words[at - 1].islower() and all(s.words[k].islower() or reader.cues.channel_of(s.lows[k]) for k in range(first, at))):
        return None
    channel = next((c for k in range(first, at) if (c := reader.cues.channel_of(s.lows[k]))), "x")
    return Phrase(first, at + 2, "person", None, (at, at + 2), None, channel)


_PORTALS = ("portal", "dashboard", "microsite", "website", "site", "webpage")


def end_of_page(reader: WesternReader, s: Sentence, phrase: Phrase, stop: int) -> int:
    """One past the page of a body that small words after its name say ("the NEA flood portal"); 0 where none does."""
    if reader.cues.language != "en" or phrase.kind != "latin" or phrase.match is not None or phrase.end != stop:
        return 0
    k = stop
    while k < len(s) and k - stop < 3 and s.is_word(k) and s.words[k].islower() and not s.flags[k] and s.lows[k] not in _PORTALS:
        k += 1
    is_page = k < len(s) and stop < k < stop + 3 and s.lows[k] in _PORTALS and s.lows[k - 1] not in ("news", "media")
    return k + 1 if is_page and not (k + 1 < len(s) and s.is_capitalised(k + 1)) else 0
