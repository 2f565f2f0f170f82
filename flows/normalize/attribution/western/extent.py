"""Where a noun phrase of a language with fixed word order begins and ends."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    BODY,
    COMPANY,
    CONJUNCTION,
    DOCUMENT,
    INSIDE,
    OFFICIAL,
    OUTLET,
    PARTICLE,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    TIME,
    TITLE,
    UNNAMED,
    VERB,
)
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.english_extent import (
    ends_date,
    is_begun_by_participle,
    is_owned,
    joins_body,
    leads_on,
    over_field,
)
from flows.normalize.attribution.western.english_names import (
    is_day_of_paper,
    is_station_noun,
    joins_paper,
)
from flows.normalize.attribution.western.names import is_between_noun_and_name, is_host
from flows.normalize.attribution.western.reader import NAMELESS, OF_STATES, STOP, WesternReader

_AND = ("et", "y", "e", "and", "und", "și", "i")
# articles that begin the object of a German clause, after the subject's name („Erik Muster einen Beitrag“, „… dieser Redaktion“)
_OBJECT_ARTICLES = ("ein", "eine", "einen", "einem", "den", "dem", "dieser", "diesem")


def end_right(reader: WesternReader, s: Sentence, i: int) -> int:
    """One past the noun phrase that begins at token i."""
    j = last = i
    named = False
    if i < len(s) and is_host(reader, s.words[i]):
        return i + 1
    while j < len(s):
        if s.names[j] is not None:
            match = s.names[j]
            while j < len(s) and s.names[j] is match:
                j += 1
            last, named = j, True
            continue
        flags = s.flags[j]
        if not s.is_word(j):
            if s.words[j] == "-" and j > i and j + 1 < len(s) and s.flags[j + 1] & CONJUNCTION:  # „Zoo- und Parkdirektor“
                j += 2
                continue
            is_opening = j == i or (j == i + 1 and s.flags[i] & ARTICLE and reader.cues.language != "en")  # „die „Musterpost““
            if s.is_quote(j) and is_opening and (close := s.closing_quote(j, 8)):
                j += 1
                limit = close
                return limit + 1
            if s.is_quote(j) and j > i and s.flags[j - 1] & OUTLET and reader.cues.language != "en" and (close := s.closing_quote(j, 8)):
                return close + 1  # «dziennika "Przykład"»
            if s.words[j] == "." and j > i and (len(s.words[j - 1]) <= 2 or s.flags[j - 1] & TITLE) and s.is_capitalised(j - 1) and j + 1 < len(s):
                j += 1
                continue
            if s.words[j] in "’'" and j + 1 < len(s) and s.lows[j + 1] == "s":
                j += 2
                continue
            if s.words[j] == "&" and j > i and j + 1 < len(s) and s.is_capitalised(j - 1) and s.is_capitalised(j + 1):
                j += 1
                continue
            break
        if (s.is_capitalised(j) and (not flags & TIME or is_day_of_paper(reader, s, j)) and not (flags & VERB and j == i)) or (s.words[j][0].isdigit() and named):
            named = True
            j += 1
            last = j
            continue
        if flags & CONJUNCTION and named and j + 2 < len(s) and (joins_complements(s, j) or is_in_field_of_body(reader, s, j)):
            j += 1
            continue
        if flags & CONJUNCTION and named and joins_paper(reader, s, i, j):
            j += 1
            continue
        if flags & CONJUNCTION and j + 2 < len(s) and joins_titles(reader, s, i, j):
            named = False
            j += 1
            continue
        if flags & (STOP | ADVERB) and not (flags & INSIDE and j + 1 < len(s) and named and s.is_capitalised(j + 1) and flags & CONJUNCTION == 0):
            break
        if flags & (INSIDE | PARTICLE | ARTICLE):
            if j == i and not flags & ARTICLE:
                break
            if named and s.lows[j] in _OBJECT_ARTICLES and reader.cues.language == "de":
                break
            if named and not (j + 1 < len(s) and (s.is_capitalised(j + 1) or s.flags[j + 1] & (ARTICLE | INSIDE))):
                break
            j += 1
            continue
        if flags & PREPOSITION:
            break
        if named and flags & PEOPLE and (name := over_field(reader, s, j)):
            j = name
            continue
        if named and (leads_on(reader, s, j) or is_owned(reader, s, j)):
            j += 1
            last = j
            continue
        if named and s.lows[j - 1][-2:] not in ("’s", "'s") and not (s.lows[j - 1] == "official" and flags & NAMELESS):
            break
        j += 1
        last = j
        if j - i > 8:
            break
    return last


def start_left(reader: WesternReader, s: Sentence, end: int) -> int:
    """First token of the noun phrase that ends before `end`."""
    j = end - 1
    first = end
    modifier = False
    while j >= 0:
        if s.names[j] is not None:
            first = j
            j -= 1
            continue
        flags = s.flags[j]
        if not s.is_word(j):
            if s.words[j] == "." and j > 0 and (len(s.words[j - 1]) <= 2 or s.flags[j - 1] & TITLE or (j == end - 1 and s.flags[j - 1] & COMPANY and s.is_capitalised(j - 1))):
                j -= 1
                continue
            if s.words[j] in "’'" and j + 1 < len(s) and s.lows[j + 1] == "s":
                j -= 1
                continue
            if s.words[j] == "," and j < end - 1 and is_in_number(s, j):
                j -= 1
                continue
            if s.words[j] == "&" and 0 < j < end - 1 and s.is_capitalised(j - 1) and s.is_capitalised(j + 1):
                j -= 1
                continue
            if s.is_quote(j) and j == end - 1 and (opening := s.opening_quote(j, 8)) is not None:
                first, j = opening, opening - 1
                continue
            break
        if first < end and reader.cues.language == "en" and ends_date(s, j):
            break
        if j > 1 and first < end and all(s.words[k].isupper() and len(s.words[k]) > 1 for k in (j - 2, j - 1, j)) and not s.words[first].isupper():
            break  # a headline that ran into the text
        capital = s.is_capitalised(j) and (j > 0 or is_begun_by_participle(reader, s, first) or s.words[j] in OF_STATES)
        if flags & PRONOUN and ((s.words[j].istitle() and first == end) or s.words[j][1:2] in ("'", "’")):
            break
        if flags & (STOP | ADVERB) and not capital and not flags & (INSIDE & ~CONJUNCTION):
            if flags & CONJUNCTION and first == j + 1 and (joins_complements(s, j) or is_in_field_of_body(reader, s, j) or joins_titles(reader, s, 0, j) or (reader.cues.language == "en" and joins_body(s, j, end))):
                j -= 1
                continue
            if flags & CONJUNCTION and flags & INSIDE and j + 1 < len(s) and s.is_capitalised(j + 1) and j > 0 and s.is_capitalised(j - 1) and first == j + 1 and s.names[j + 1] is None:
                j -= 1
                continue
            break
        if flags & PREPOSITION and not flags & INSIDE and not capital:
            if j > 0 and s.flags[j - 1] & (BODY | UNNAMED | OFFICIAL) and end - j < 8:
                j -= 1
                continue
            break
        if flags & ARTICLE and not flags & INSIDE:
            first = j
            if j > 0 and s.flags[j - 1] & INSIDE and not s.flags[j - 1] & CONJUNCTION:
                j -= 1
                continue
            break
        if not s.is_capitalised(j) and not flags and not s.words[j][0].isdigit():
            following = s.flags[j + 1] if j + 1 < end else 0
            is_of_head = j > 1 and s.flags[j - 1] & INSIDE and s.flags[j - 2] & PEOPLE
            is_before_joined = j > 0 and s.is_capitalised(j - 1) and bool(following & CONJUNCTION) and joins_complements(s, j + 1)
            if j + 1 < end and not (following & NAMELESS or modifier or is_of_head or is_before_joined or is_station_noun(reader, s, j) or is_between_noun_and_name(reader, s, j)):
                break
            modifier = True
        else:
            modifier = False
        first = j
        j -= 1
        if end - first > 14:
            break
    return first


def is_in_number(s: Sentence, comma: int) -> bool:
    """Whether the comma stands inside a number ("a survey of 2,000 people"), which is no sum of money ("Rs 3,000")."""
    if comma < 2 or s.ends[comma] != s.starts[comma + 1] or s.is_capitalised(comma - 2):
        return False
    return s.words[comma - 1].isdecimal() and s.words[comma + 1].isdecimal()


def joins_complements(s: Sentence, j: int) -> bool:
    """Whether a conjunction goes on with what somebody is minister or head of («ministre de la Santé et des Sports»)."""
    if s.lows[j] not in _AND or j + 2 >= len(s) or not s.flags[j + 1] & INSIDE or s.flags[j + 1] & CONJUNCTION:
        return False
    return any(s.flags[k] & (INSIDE | PARTICLE) and s.flags[k - 1] & PEOPLE for k in range(max(1, j - 7), j))


def joins_titles(reader: WesternReader, s: Sentence, i: int, j: int) -> bool:
    """Whether "and" stands between two titles of the person named after them («presidente del club e sindaco Mario Esempio»)."""
    if reader.cues.language == "en" or s.lows[j] not in _AND or not s.flags[j + 1] & PEOPLE or not any(s.flags[k] & PEOPLE for k in range(max(i, j - 6), j)):
        return False
    k = j + 2
    while k < len(s) - 1 and k - j < 8 and s.is_word(k) and (s.flags[k] & (INSIDE | PARTICLE) or (s.is_capitalised(k) and s.flags[k - 1] & (INSIDE | PARTICLE))):
        k += 1
    return k < len(s) - 1 and s.is_word(k) and s.is_capitalised(k) and s.is_capitalised(k + 1) and not s.flags[k] & PEOPLE


def has_short_name(s: Sentence, k: int) -> bool:
    """Whether a short name in brackets follows the capitals from token k on («Defesa Social (SDS)»)."""
    while k < len(s) and s.is_word(k) and (s.is_capitalised(k) or s.flags[k] & (INSIDE | PARTICLE)):
        k += 1
    after = s.text[s.ends[k - 1] : s.ends[k - 1] + 5].lstrip()
    return after[:1] == "(" and after[1:3].isalpha() and after[1].isupper()


def is_in_field_of_body(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether "and" stands between the fields that a ministry or institute is named for («Secretaria de Obras e Trânsito»)."""
    if s.lows[j] not in _AND or not s.is_capitalised(j + 1) or s.names[j + 1] is not None or (s.flags[j + 1] & ~DOCUMENT and not has_short_name(s, j + 1)):
        return False
    k, has_field = j - 1, False
    while k >= 0 and j - k < 9 and s.is_word(k):
        if s.lows[k].startswith(tuple(reader.cues.lists["of_fields"])):
            return has_field
        if s.flags[k] & (INSIDE | PARTICLE):
            has_field = True
        elif not s.is_capitalised(k) and s.flags[k]:
            return False
        k -= 1
    return False


def is_complement(s: Sentence, first: int) -> bool:
    """Whether the phrase belongs to a preposition before it ("a cleaner from nearby New Example")."""
    k = first - 1
    while k > max(0, first - 3) and not s.flags[k] and s.is_word(k) and not s.is_capitalised(k):
        k -= 1
    return k >= 0 and bool(s.flags[k] & PREPOSITION) and not s.flags[k] & INSIDE


def preposition_before(s: Sentence, first: int) -> int:
    """Where the preposition stands to which the phrase belongs, over two small words at most; -1 where none does."""
    k = first - 1
    while k > max(0, first - 3) and not s.flags[k] & ~ARTICLE and s.is_word(k) and not s.is_capitalised(k):
        k -= 1
    return k if k >= 0 and s.flags[k] & PREPOSITION else -1


def end_of_subject(reader: WesternReader, s: Sentence, first: int) -> int:
    """One past the phrase that begins an English clause: before the past tense that follows its noun ("the ministry declined")."""
    end = end_right(reader, s, first)
    return next((k for k in range(first + 1, end) if s.flags[k - 1] & NAMELESS and s.words[k - 1].islower() and s.lows[k].endswith("ed") and not s.flags[k]), end)


def is_thing_owned(s: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase ends in a small noun that is nobody, of an owner ("Example's hiring")."""
    last = phrase.end - 1
    return s.words[last].islower() and not s.flags[last] & NAMELESS and any(s.lows[k].endswith(POSSESSIVE) for k in range(phrase.first, last))
