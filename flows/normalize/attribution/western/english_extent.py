"""How far English noun phrases reach: over owners, fields and small words to a name, not over dates."""

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    CONJUNCTION,
    DOCUMENT,
    INSIDE,
    OTHER_VERB,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    TIME,
    TITLE,
    UNNAMED,
)
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.english_names import is_people_of_place
from flows.normalize.attribution.western.names import is_domain
from flows.normalize.attribution.western.reader import NAMELESS, OF_A_COUNTRY, OF_PLACE, OF_STATES, STOP, WesternReader
from flows.normalize.attribution.western.words import BEFORE_DATE


def ends_date(s: Sentence, j: int) -> bool:
    """Whether a day, month or year before a name says when it was ("On Friday Example said", "In June 2018 Example said")."""
    if s.words[j].isdecimal():
        return j > 0 and (bool(s.flags[j - 1] & TIME) or s.lows[j - 1] == "may" or (len(s.words[j]) == 4 and s.lows[j - 1] in BEFORE_DATE))
    if not (s.flags[j] & TIME or s.lows[j] == "may") or not s.is_capitalised(j):
        return False
    return (j > 0 and (s.lows[j - 1] in BEFORE_DATE or s.words[j - 1].isdecimal())) or (j == 0 and s.lows[j].endswith("day"))


def joins_body(s: Sentence, j: int, end: int) -> bool:
    """Whether "and" stands inside a body's name ("the Banking and Payments Federation")."""
    if s.lows[j] != "and" or j < 2 or not (s.is_capitalised(end - 1) and s.flags[end - 1] & BODY and s.is_capitalised(j + 1)):
        return False
    k = j - 1
    while k >= 0 and s.is_word(k) and s.is_capitalised(k) and s.names[k] is None and not s.flags[k] & (BODY | PEOPLE | TITLE | OUTLET) and j - k < 4:
        if s.lows[k].endswith(POSSESSIVE):
            return k < j - 1
        k -= 1
    return k < j - 1 and k >= 0 and bool(s.flags[k] & ARTICLE)


def is_begun_by_participle(reader: WesternReader, s: Sentence, first: int) -> bool:
    """Whether a participle that opens the sentence opens the name after it too ("Planned Sample says")."""
    return reader.cues.language == "en" and first == 1 and s.lows[0].endswith("ed") and bool(s.flags[0] & OTHER_VERB) and s.is_capitalised(1)


def over_field(reader: WesternReader, s: Sentence, j: int) -> int:
    """Where the name begins after a title at token j and its field in small letters ("Sampleco head of trade policy Ann Example"); 0 where none does."""
    if reader.cues.language != "en" or j + 4 >= len(s) or s.lows[j + 1] not in ("of", "for") or s.is_capitalised(j):
        return 0
    k = j + 2
    while k < min(len(s) - 1, j + 7) and s.is_word(k) and s.words[k].islower() and not s.flags[k] & (STOP & ~CONJUNCTION | PREPOSITION):
        k += 1
    is_name = k > j + 2 and k + 1 < len(s) and all(s.is_capitalised(i) and s.is_word(i) and s.names[i] is None for i in (k, k + 1))
    return k if is_name and not s.flags[k - 1] & (CONJUNCTION | INSIDE | ARTICLE) else 0


def is_owned(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether small words after a possessive lead on to whom or what a country or body has ("Sampleland's central bank", "Sampleco's regional head")."""
    if reader.cues.language != "en" or j < 2:
        return False
    owner = next((k for k in range(j - 1, max(-1, j - 4), -1) if s.is_capitalised(k)), j)
    if not s.lows[owner].endswith(POSSESSIVE):
        return False
    head = next((k for k in range(j, min(len(s), owner + 5)) if s.flags[k] & ~TIME or not s.is_word(k) or s.is_capitalised(k)), j)
    return bool(s.flags[head] & NAMELESS) and not s.flags[head] & (STOP & ~DOCUMENT) and s.words[head].islower()


def is_on_field(reader: WesternReader, s: Sentence, i: int, j: int) -> bool:
    """Whether "on" at token j leads from the noun of a body, whose name began at token i, to its field ("the Sample Panel on Climate Change")."""
    if s.lows[j] != "on" or reader.cues.language != "en" or j + 1 >= len(s) or j <= i:
        return False
    is_body = s.is_capitalised(j - 1) and bool(s.flags[j - 1] & BODY) and s.words[j - 1].istitle()
    return is_body and s.words[j + 1].istitle() and not s.flags[j + 1] & (TIME | ARTICLE) and s.names[j + 1] is None and s.lows[j + 1] != "may"


def is_based(s: Sentence, j: int) -> bool:
    """Whether the small word stands between an adjective of a place and whom it is of ("a Loma-based gold dealer")."""
    k = j - 1
    while k > 0 and j - k < 4 and s.words[k].islower() and not s.flags[k]:
        k -= 1
    return s.lows[k].endswith(OF_PLACE) and s.words[j].islower() and not s.flags[j] & (STOP | PREPOSITION | INSIDE) and any(s.flags[i] & NAMELESS for i in range(j, min(j + 4, len(s))))


def leads_on(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether small words after a name lead on to whom it employs ("NEA research economist Ann Example"), or the name only
    says of what country they are ("French media")."""
    if reader.cues.language != "en":
        return False
    if s.flags[j] & NAMELESS and (s.lows[j - 1].endswith(OF_A_COUNTRY) or s.words[j - 1] in OF_STATES):
        return True
    if is_people_of_place(s, j) or is_based(s, j):
        return True
    if s.flags[j] & UNNAMED and s.names[j - 1] is not None and s.lows[j] not in ("reports", "media"):
        return True  # "NASA officials"
    if s.lows[j - 1].endswith(OF_A_COUNTRY) and j + 2 < len(s) and not s.flags[j] and s.words[j].islower() and all(
        s.is_capitalised(k) and s.is_word(k) and not s.flags[k] for k in (j + 1, j + 2)
    ):
        return True  # "Italian ropewalker Ann Example"
    for k in range(j, min(len(s) - 1, j + 4)):
        if not s.is_word(k) or s.is_capitalised(k) or s.flags[k] & (STOP | PREPOSITION | INSIDE):
            return False
        if (s.flags[k] & OUTLET or s.lows[k] in ("station", "agency", "broadcaster", "network")) and (s.is_capitalised(k + 1) or is_domain(s.words[k + 1])):
            return True  # "Japanese news site example.com"
        if s.flags[k] & PEOPLE:
            return s.is_capitalised(k + 1)
    return False
