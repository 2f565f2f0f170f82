"""What belongs to an English name beside its capitals: "and", days and nouns in those of media, the people of a place."""

from flows.normalize.attribution.language_cues import BODY, OUTLET, PEOPLE, UNNAMED
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.reader import WesternReader


def is_station_noun(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether an English noun goes before a station's call sign ("Sampleton TV station KSMP")."""
    return reader.cues.language == "en" and s.lows[j] in ("station", "affiliate") and s.words[j + 1].isupper() and s.words[j + 1][0] in "KW"


def body_of_members(s: Sentence, first: int, end: int) -> str | None:
    """The noun of a body that is named after whom it is of ("the Sample Association of Head Teachers", "the Sample College of Nurses")."""
    of = next((k for k in range(first + 1, end - 1) if s.lows[k] in ("of", "for")), 0)
    if not of or not s.lows[end - 1].endswith("s") or s.lows[end - 1].endswith(POSSESSIVE):
        return None
    is_body = bool(s.flags[of - 1] & BODY or s.lows[of - 1] in _LIKE_BODIES) and all(s.is_capitalised(k) for k in range(first, of))
    is_of_them = all(s.is_capitalised(k) and s.names[k] is None for k in range(of + 1, end)) and any(s.flags[k] & (PEOPLE | UNNAMED) for k in range(of + 1, end))
    return s.lows[of - 1] if is_body and is_of_them else None


_LIKE_BODIES = ("college", "guild", "society", "academy", "school")


def is_people_of_place(s: Sentence, j: int) -> bool:
    """Whether token `j` leads from a name to the nameless people or bodies of that place ("Sampleton emergency services", "Ruritanian health authorities")."""
    noun = j
    while noun < len(s) - 1 and noun - j < 3 and not s.flags[noun] and s.is_word(noun) and s.words[noun].islower() and not s.lows[noun].endswith(("ed", "ing")):
        noun += 1
    if not s.flags[noun] & UNNAMED or not s.words[noun].islower():
        return False
    before = j - 1
    while before > 0 and noun - before < 5 and s.words[before].islower() and not s.flags[before]:
        before -= 1
    return s.is_capitalised(before) and not s.lows[before].endswith(POSSESSIVE) and s.lows[noun] not in ("reports", "media")


def is_day_of_paper(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether a day of the week belongs to an English paper's name ("The Sunday Gazette")."""
    if reader.cues.language != "en" or j + 1 >= len(s) or not s.is_capitalised(j + 1):
        return False
    return s.lows[j + 1].removesuffix("’s").removesuffix("'s") in reader.cues.lists["media_words"]


def joins_paper(reader: WesternReader, s: Sentence, i: int, j: int) -> bool:
    """Whether "and" stands inside the name of one English paper after "the" ("the Sampleton and Loma Advertiser")."""
    if reader.cues.language != "en" or s.lows[j] != "and" or j + 2 >= len(s) or not s.is_capitalised(j + 1) or not s.is_capitalised(j - 1):
        return False
    words = reader.cues.lists["media_words"]
    is_after_article = s.lows[i] == "the" or (i > 0 and s.lows[i - 1] == "the")
    return is_after_article and s.lows[j - 1] not in words and s.names[j - 1] is None and s.is_capitalised(j + 2) and s.lows[j + 2] in words


def over_noun_for_medium(reader: WesternReader, s: Sentence, stop: int) -> int:
    """One past the noun that says of a name before it that it is a medium's ("the Sample news service", "You Sample magazine")."""
    if s.lows[stop : stop + 1] == ["news"] and stop + 1 < len(s) and (s.flags[stop + 1] & OUTLET or s.lows[stop + 1] in reader.cues.lists["media_nouns"]):
        return stop + 2
    is_noun = stop < len(s) and s.words[stop].islower() and bool(s.flags[stop] & OUTLET) and s.is_capitalised(stop - 1) and not s.lows[stop - 1].endswith(POSSESSIVE)
    return stop + 1 if is_noun else stop
