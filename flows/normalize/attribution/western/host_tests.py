"""Tests of a medium in which somebody spoke: what kind of medium, whether it has a name, how it was said."""

from flows.normalize.attribution.language_cues import INDEFINITE, OUTLET, TIME
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.registry import NameMatch

_TOLD = ("told", "tells", "with", "to")


def is_broadcaster(reader: WesternReader, match: NameMatch | None) -> bool:
    """Whether the name is that of a station that the registry has."""
    outlet = reader.registry.outlets.get(match.source_ids[0]) if match is not None else None
    return outlet is not None and outlet.kind in ("broadcaster", "radio", "tv")


def is_named_before(reader: WesternReader, s: Sentence, phrase: Phrase, cue: int) -> bool:
    """Whether only the noun for a medium that the text has named was told something ("told the paper", "spoke to the news site"), the cue ending at a token."""
    last = phrase.end - 1
    is_bare = s.lows[phrase.first - 1] == "the" and s.words[last].islower() and (last == phrase.first or s.lows[phrase.first : last] == ["news"])
    return is_bare and reader.cues.language == "en" and s.lows[cue] in _TOLD and (bool(s.flags[last] & OUTLET) or s.lows[phrase.first : last + 1] == ["news", "agency"])


def is_some_paper(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether a medium without a name was told ("told a local newspaper", "an interview with a Loma radio station")."""
    last = phrase.end - 1
    is_medium = phrase.kind == "outlet" and phrase.match is None and s.flags[last] & OUTLET and s.words[last].islower()
    if reader.cues.language != "en" or not is_medium or not s.flags[phrase.first - 1] & INDEFINITE:
        return False
    phrase.kind = "unnamed"
    return True


def is_programme(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase begins with the word for a programme and names it («programa Bom Exemplo»)."""
    heads = [k for k in range(phrase.first, min(phrase.first + 2, phrase.end - 1)) if reader.cues.channel_of(s.lows[k]) == "broadcast"]
    return bool(heads) and any(s.is_capitalised(k) for k in range(heads[0] + 1, phrase.end))


def is_dative_paper(s: Sentence, phrase: Phrase, end: int) -> bool:
    """Whether a feminine medium stands in the dative („sagte der Neuen Musterzeitung“), `end` being one past the article."""
    return s.lows[end - 1] == "der" and phrase.end - phrase.first > 1 and bool(s.flags[phrase.end - 1] & OUTLET)


def is_on_air(reader: WesternReader, s: Sentence, first: int, end: int) -> bool:
    """Whether the cue has the word for a microphone or a programme («au micro de»)."""
    return reader.cues.language != "en" and any(reader.cues.channel_of(s.lows[k]) == "broadcast" for k in range(first, end))


def is_interview(reader: WesternReader, s: Sentence, first: int, end: int) -> bool:
    """Whether the cue has the word itself («en una entrevista con»)."""
    return any("interview" in s.lows[k] or reader.cues.channel_of(s.lows[k]) == "interview" for k in range(first, end))


def is_of_day(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether the token says of which day a paper is ("in Saturday's Example")."""
    return s.lows[k].endswith(POSSESSIVE) and bool(reader.cues.words.get(s.lows[k][:-2], 0) & TIME)
