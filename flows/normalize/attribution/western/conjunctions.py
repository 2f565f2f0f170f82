"""Whether "and" goes on with a noun phrase of a language with fixed word order, or ends it."""

from flows.normalize.attribution.language_cues import CONJUNCTION, DOCUMENT, INSIDE, PARTICLE, PEOPLE
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.english_extent import joins_body
from flows.normalize.attribution.western.english_names import joins_paper
from flows.normalize.attribution.western.reader import WesternReader

_AND = ("et", "y", "e", "and", "und", "și", "i")


def joins_to_name(reader: WesternReader, s: Sentence, i: int, j: int) -> bool:
    """Whether a conjunction after a name goes on with it."""
    if reader.cues.language == "en" and _joins_fields(s, i, j):
        return True
    return joins_complements(s, j) or _is_in_field_of_body(reader, s, j) or joins_paper(reader, s, i, j)


def _joins_fields(s: Sentence, i: int, j: int) -> bool:
    """Whether "and" stands between the fields of an office before its holder's name ("Minister for Rain and Snow Ann Example")."""
    if s.lows[j] != "and" or j + 3 >= len(s) or not all(s.is_word(k) and s.is_capitalised(k) and not s.flags[k] & PEOPLE for k in (j + 1, j + 2, j + 3)):
        return False
    of = next((k for k in range(j - 1, max(i, j - 6), -1) if not s.is_capitalised(k)), i)
    return of > i and s.lows[of] in ("of", "for") and bool(s.flags[of - 1] & PEOPLE)


def joins_before(reader: WesternReader, s: Sentence, j: int, end: int) -> bool:
    """Whether a conjunction joins the phrase that begins behind it to more of it before."""
    if joins_complements(s, j) or _is_in_field_of_body(reader, s, j) or joins_titles(reader, s, 0, j):
        return True
    return reader.cues.language == "en" and joins_body(s, j, end)


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


def _has_short_name(s: Sentence, k: int) -> bool:
    """Whether a short name in brackets follows the capitals from token k on («Defesa Social (SDS)»)."""
    while k < len(s) and s.is_word(k) and (s.is_capitalised(k) or s.flags[k] & (INSIDE | PARTICLE)):
        k += 1
    after = s.text[s.ends[k - 1] : s.ends[k - 1] + 5].lstrip()
    return after[:1] == "(" and after[1:3].isalpha() and after[1].isupper()


def _is_in_field_of_body(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether "and" stands between the fields that a ministry or institute is named for («Secretaria de Obras e Trânsito»)."""
    if s.lows[j] not in _AND or not s.is_capitalised(j + 1) or s.names[j + 1] is not None or (s.flags[j + 1] & ~DOCUMENT and not _has_short_name(s, j + 1)):
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
