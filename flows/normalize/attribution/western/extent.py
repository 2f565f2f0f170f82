"""Where a noun phrase of a language with fixed word order begins and ends."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    BODY,
    COMPANY,
    CONJUNCTION,
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
from flows.normalize.attribution.western.conjunctions import (
    joins_before,
    joins_complements,
    joins_titles,
    joins_to_name,
)
from flows.normalize.attribution.western.english_extent import (
    ends_date,
    is_begun_by_participle,
    is_on_field,
    is_owned,
    leads_on,
    over_field,
)
from flows.normalize.attribution.western.english_names import (
    is_day_of_paper,
    is_station_noun,
)
from flows.normalize.attribution.western.names import is_between_noun_and_name, is_host
from flows.normalize.attribution.western.reader import NAMELESS, OF_STATES, STOP, WesternReader
from flows.normalize.attribution.western.words import POSTED_ON

# articles that begin the object of a German clause, after the subject's name („Erik Muster einen Beitrag“, „… dieser Redaktion“)
_OBJECT_ARTICLES = ("ein", "eine", "einen", "einem", "den", "dem", "dieser", "diesem")
_LONGEST_QUOTED = 8
_LONGEST_PHRASE = 14
_MOST_SMALL_WORDS = 8
_FARTHEST_PREPOSITION = 8


def end_right(reader: WesternReader, s: Sentence, i: int) -> int:
    """One past the noun phrase that begins at token i."""
    j = last = i
    named = False
    if i < len(s) and is_host(reader, s.words[i]):
        return i + 1
    while j < len(s):
        if s.names[j] is not None:
            j = last = s.past_name(j)
            named = True
            continue
        if not s.is_word(j):
            if s.is_quote(j) and (close := _close_of_name(reader, s, i, j)):
                return close + 1 + 2 * is_compound_medium(s, close + 2)
            if not (step := _marks_within(s, i, j)):
                break
            j += step
            continue
        flags = s.flags[j]
        if reader.cues.language == "pl" and j > i and _ends_polish_body(s, j):
            break
        if (s.is_capitalised(j) and (not flags & TIME or is_day_of_paper(reader, s, j)) and not (flags & VERB and j == i)) or (s.words[j][0].isdigit() and named):
            named = True
            j = last = j + 1
            continue
        if flags & CONJUNCTION and j + 2 < len(s) and ((is_of_name := named and joins_to_name(reader, s, i, j)) or joins_titles(reader, s, i, j)):
            j, named = j + 1, is_of_name
            continue
        if flags & (STOP | ADVERB) and not (flags & INSIDE and j + 1 < len(s) and named and s.is_capitalised(j + 1) and flags & CONJUNCTION == 0):
            break
        if flags & (INSIDE | PARTICLE | ARTICLE):
            if not _leads_within(reader, s, i, j, named):
                break
            j += 1
            continue
        if flags & PREPOSITION:
            if not (named and is_on_field(reader, s, i, j)):
                break
            j += 1
            continue
        if named and flags & PEOPLE and (name := over_field(reader, s, j)):
            j = name
            continue
        is_after_name = named and (leads_on(reader, s, j) or is_owned(reader, s, j))
        if named and not is_after_name and s.lows[j - 1][-2:] not in POSSESSIVE and not (s.lows[j - 1] == "official" and flags & NAMELESS):
            break
        j = last = j + 1
        if j - i > _MOST_SMALL_WORDS and not is_after_name:
            break
    return last


def _ends_polish_body(s: Sentence, j: int) -> bool:
    """Whether a noun for a body ends before the small word, which is no adjective of it («Według policji mężczyzna uciekł»)."""
    return bool(s.flags[j - 1] & BODY) and s.words[j - 1].islower() and s.words[j].islower() and not s.flags[j] and not s.lows[j].endswith(("ej", "ego", "ich", "ych"))


def _close_of_name(reader: WesternReader, s: Sentence, i: int, j: int) -> int | None:
    """The mark that closes a name in quotation marks: at the head of the phrase, or after a noun for media («dziennika "Przykład"»)."""
    is_english = reader.cues.language == "en"
    is_at_head = j == i or (j == i + 1 and s.flags[i] & ARTICLE and not is_english)  # „die „Musterpost““
    if is_at_head or (j > i and s.flags[j - 1] & OUTLET and not is_english):
        return s.closing_quote(j, _LONGEST_QUOTED)
    return None


def is_compound_medium(s: Sentence, k: int) -> bool:
    """Whether token k is the noun for a medium that a hyphen joins to a name in quotation marks („die „Muster“-Zeitung“)."""
    return 2 < k < len(s) and bool(s.flags[k] & OUTLET) and s.words[k - 1] == "-" and s.is_quote(k - 2) and s.ends[k - 2] == s.starts[k - 1]


def _marks_within(s: Sentence, i: int, j: int) -> int:
    """How many tokens a mark inside a phrase takes: a point, an ampersand, a hyphen before "and", an apostrophe with its s; 0 where it ends it."""
    mark = s.words[j]
    if j + 1 >= len(s):
        return 0
    if mark in "’'" and s.lows[j + 1] == "s":
        return 2
    if j == i:
        return 0
    if mark == "-" and s.flags[j + 1] & CONJUNCTION:
        return 2  # „Zoo- und Parkdirektor“
    if mark == ".":
        return int(s.is_capitalised(j - 1) and bool(len(s.words[j - 1]) <= 2 or s.flags[j - 1] & TITLE))
    return int(mark == "&" and s.is_capitalised(j - 1) and s.is_capitalised(j + 1))


def _leads_within(reader: WesternReader, s: Sentence, i: int, j: int, named: bool) -> bool:
    """Whether the phrase goes on over an article or a small word of names; after a name only to more of it."""
    if j == i and not s.flags[j] & ARTICLE:
        return False
    if not named:
        return True
    if reader.cues.language == "de" and (s.lows[j] in _OBJECT_ARTICLES or (s.words[j] in ("die", "das") and s.is_capitalised(j - 1))):
        return False
    return j + 1 < len(s) and (s.is_capitalised(j + 1) or bool(s.flags[j + 1] & (ARTICLE | INSIDE)))


def start_left(reader: WesternReader, s: Sentence, end: int) -> int:
    """First token of the noun phrase that ends before `end`."""
    j = end - 1
    first = end
    modifier = False
    while j >= 0:
        if s.names[j] is not None:
            if first < end and _is_platform_of_route(reader, s, j):
                break
            first = j
            j -= 1
            continue
        if not s.is_word(j):
            if _is_mark_within(s, j, end):
                j -= 1
                continue
            if s.words[j] == "-" and is_compound_medium(s, j + 1) and (opening := s.opening_quote(j - 1, _LONGEST_QUOTED)) is not None:
                first, j = opening, opening - 1
                continue
            if s.is_quote(j) and j == end - 1 and (opening := s.opening_quote(j, _LONGEST_QUOTED)) is not None:
                first, j = opening, opening - 1
                continue
            break
        flags = s.flags[j]
        if first < end and _ends_what_is_before(reader, s, j, first):
            break
        capital = s.is_capitalised(j) and (j > 0 or is_begun_by_participle(reader, s, first) or s.words[j] in OF_STATES)
        if flags & PRONOUN and ((s.words[j].istitle() and first == end) or s.words[j][1:2] in ("'", "’")):
            break
        if flags & (STOP | ADVERB | PREPOSITION) and not flags & INSIDE and not capital:
            if not _leads_back(reader, s, j, first, end):
                break
            j -= 1
            continue
        if flags & ARTICLE and not flags & INSIDE and not (reader.cues.language != "en" and _is_legal_form(s, j)):
            first = j
            if not (j > 0 and s.flags[j - 1] & INSIDE and not s.flags[j - 1] & CONJUNCTION):
                break
            j -= 1
            continue
        is_small = not s.is_capitalised(j) and not flags and not s.words[j][0].isdigit()
        if is_small and j + 1 < end and not (modifier or _qualifies(reader, s, j)):
            break
        modifier = is_small
        first = j
        j -= 1
        if end - first > _LONGEST_PHRASE:
            break
    return first


def _is_platform_of_route(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether a platform behind a preposition says where somebody speaks, whose name follows («Su Instagram Anna Esempio»)."""
    return reader.cues.language != "en" and j > 0 and bool(s.flags[j - 1] & PREPOSITION) and reader.cues.channel_of(s.lows[j]) in POSTED_ON


def _is_legal_form(s: Sentence, k: int) -> bool:
    """Whether what is an article elsewhere ends a company's name in capitals («Exemple SA», «Exemplo S.A.»)."""
    return k > 0 and s.words[k].isupper() and (s.words[k - 1] == "." or (len(s.words[k]) > 1 and s.is_capitalised(k - 1)))


def _is_mark_within(s: Sentence, j: int, end: int) -> bool:
    """Whether a mark stands inside the phrase that ends before `end`: of an abbreviation, a possessive, a number or a firm's name."""
    mark = s.words[j]
    if mark == "." and j > 0:
        is_of_company = j == end - 1 and s.flags[j - 1] & COMPANY and s.is_capitalised(j - 1)
        return bool(len(s.words[j - 1]) <= 2 or s.flags[j - 1] & TITLE or is_of_company)
    if mark in "’'":
        return j + 1 < len(s) and s.lows[j + 1] == "s"
    if mark == ",":
        return j < end - 1 and is_in_number(s, j)
    return mark == "&" and 0 < j < end - 1 and s.is_capitalised(j - 1) and s.is_capitalised(j + 1)


def _ends_what_is_before(reader: WesternReader, s: Sentence, j: int, first: int) -> bool:
    """Whether the word ends something else right before the phrase at `first`: a date, or a headline that ran into the text."""
    if reader.cues.language == "en" and ends_date(s, j):
        return True
    return j > 1 and all(s.words[k].isupper() and len(s.words[k]) > 1 for k in (j - 2, j - 1, j)) and not s.words[first].isupper()


def _leads_back(reader: WesternReader, s: Sentence, j: int, first: int, end: int) -> bool:
    """Whether the phrase that begins at `first` reaches over a conjunction or preposition to what is before it."""
    if s.flags[j] & (STOP | ADVERB):
        return bool(s.flags[j] & CONJUNCTION) and first == j + 1 and joins_before(reader, s, j, end)
    return j > 0 and bool(s.flags[j - 1] & (BODY | UNNAMED | OFFICIAL)) and end - j < _FARTHEST_PREPOSITION


def _qualifies(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether a small word without a class belongs to what follows it in the phrase."""
    if s.flags[j + 1] & NAMELESS:
        return True
    if j > 1 and s.flags[j - 1] & INSIDE and s.flags[j - 2] & PEOPLE:
        return True
    if j > 0 and s.is_capitalised(j - 1) and s.flags[j + 1] & CONJUNCTION and joins_complements(s, j + 1):
        return True
    return is_station_noun(reader, s, j) or is_between_noun_and_name(reader, s, j)


def is_in_number(s: Sentence, comma: int) -> bool:
    """Whether the comma stands inside a number ("a survey of 2,000 people"), which is no sum of money ("Rs 3,000")."""
    if comma < 2 or s.ends[comma] != s.starts[comma + 1] or s.is_capitalised(comma - 2):
        return False
    return s.words[comma - 1].isdecimal() and s.words[comma + 1].isdecimal()


def is_complement(s: Sentence, first: int) -> bool:
    """Whether the phrase belongs to a preposition before it ("a cleaner from nearby New Example")."""
    k = first - 1
    while k > max(0, first - 3) and not s.flags[k] and s.is_word(k) and not s.is_capitalised(k):
        k -= 1
    return k >= 0 and bool(s.flags[k] & PREPOSITION) and not s.flags[k] & INSIDE


def preposition_before(reader: WesternReader, s: Sentence, first: int) -> int:
    """Where the preposition stands to which the phrase belongs, over two small words or "the state of" at most; -1 where none does."""
    k = first - 1
    if first > 3 and s.lows[k] == "of" and s.lows[k - 1] in reader.cues.lists["sorts_of_places"] and s.flags[k - 2] & ARTICLE:
        k -= 3
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
