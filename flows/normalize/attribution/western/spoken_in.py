"""Where English words say that they were spoken, away from the medium's name: in an interview, on a programme."""

from flows.normalize.attribution.language_cues import ADVERB, TIME
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence

_IN = ("in", "during")
_BEFORE_INTERVIEW = ("a", "an", "another", "the", "his", "her", "their", "its")
_INTERVIEW_WITHIN = 8
_ADJECTIVES = 4


def is_in_interview(s: Sentence, k: int) -> bool:
    """Whether token k opens "in an interview", "in a rare telephone interview"."""
    if s.lows[k] not in _IN or k + 2 >= len(s) or s.lows[k + 1] not in _BEFORE_INTERVIEW:
        return False
    for j in range(k + 2, min(k + 2 + _ADJECTIVES, len(s))):
        if s.lows[j] == "interview":
            return s.lows[j + 1 : j + 2] not in (["room"], ["request"], ["process"])
        if not s.is_word(j):
            return False
    return False


def interview_follows(s: Sentence, first: int) -> bool:
    """Whether "in an interview" follows from token `first` on, over names and days alone ("told the Example on Monday in an interview")."""
    if "interview" not in s.lows:
        return False
    for k in range(first, min(first + _INTERVIEW_WITHIN, len(s) - 2)):
        if is_in_interview(s, k):
            return True
        if not (s.flags[k] & (TIME | ADVERB) or s.words[k] == "," or s.is_capitalised(k) or s.words[k][0].isdigit() or s.lows[k] in ("on", "news", "agency")):
            return False
    return False


_PROGRAMMES = ("programme", "program", "show", "podcast")
_SHOW_WITHIN = 6


def is_show_of(s: Sentence, end: int) -> bool:
    """Whether a programme follows the station whose name ends before token `end` with its possessive ("told CNN's “Sample Day”", "told BBC Radio 4's Sample programme")."""
    if end + 1 >= len(s) or not s.lows[end - 1].endswith(POSSESSIVE):
        return False
    if s.is_quote(end):
        return s.is_capitalised(end + 1)
    for k in range(end, min(end + _SHOW_WITHIN, len(s))):
        if s.lows[k] in _PROGRAMMES:
            return True
        if not s.is_word(k) or not (s.is_capitalised(k) or s.lows[k] in ("of", "the", "and", "with", "morning", "breakfast", "flagship", "radio", "tv")):
            return False
    return False


_BROADCASTS = ("broadcast", "edition", "episode", "instalment", "installment", "airing", "segment")
_BROADCAST_WITHIN = 7


def after_broadcast_of(s: Sentence, on: int) -> int:
    """Where the station or its programme begins in "on Friday's broadcast of CNN's “Sample Day”", `on` being its first word; 0 where no broadcast is said."""
    if s.lows[on] not in ("on", "in", "during"):
        return 0
    k = next((k for k in range(on + 1, min(on + _BROADCAST_WITHIN, len(s) - 2)) if s.lows[k] in _BROADCASTS), 0)
    if not k or s.lows[k + 1] != "of" or not all(s.is_word(j) for j in range(on + 1, k)):
        return 0
    first = k + 2
    return first + 1 if s.lows[first] in ("the", "a") and s.names[first] is None and first + 1 < len(s) else first


_AIRED = ("fm", "tv", "radio")
_ON_WITHIN = 4


def station_said_on(s: Sentence, v: int) -> tuple[int, int] | None:
    """Where a station stands that no registry has and on which somebody says it: "said on Sample FM’s morning show on Monday"."""
    on = next((k for k in range(v + 1, min(v + 1 + _ON_WITHIN, len(s) - 2)) if s.lows[k] == "on" and not s.flags[k + 1] & TIME), None)
    if on is None or any(not s.flags[k] & (TIME | ADVERB) and s.lows[k] != "on" for k in range(v + 1, on)):
        return None
    first = on + 1
    end = first
    while end < len(s) and end - first < 4 and s.is_word(end) and s.is_capitalised(end) and s.names[end] is None and not s.flags[end] & TIME:
        end += 1
        if s.lows[end - 1].removesuffix("'s").removesuffix("’s") in _AIRED:
            end += end - first == 1 and end < len(s) and s.is_capitalised(end) and s.names[end] is None  # "Radio Sample"
            return (first, end) if end - first > 1 else None
    return None
