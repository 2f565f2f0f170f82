"""The personal name in a noun phrase of a language with fixed word order."""

from collections.abc import Sequence
from itertools import pairwise

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    COMPANY,
    CONJUNCTION,
    DOCUMENT,
    INSIDE,
    OTHER_VERB,
    OUTLET,
    PARTICLE,
    PEOPLE,
    PLACE,
    PREPOSITION,
    PRONOUN,
    TITLE,
    UNNAMED,
)
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.names import (
    is_compound_title,
    is_given_name_too,
    is_name_after_field,
    is_person_match,
)
from flows.normalize.attribution.western.reader import OF_PLACE, WesternReader
from flows.normalize.registry import NameMatch


def person_name(
    reader: WesternReader, s: Sentence, first: int, end: int, dropped: NameMatch | None = None
) -> tuple[int, int] | None:
    """The last run of two or more capitalised words without an organisation's word or name in it, but for a `dropped` name."""
    j = end
    while j > first:
        if not (s.is_word(j - 1) and s.is_capitalised(j - 1)):
            j -= 1
            continue
        stop = j
        a = _start_of_run(reader, s, first, stop, dropped)
        if reader.cues.language == "en" and is_name_after_field(s, first, a, stop):
            return (stop - 2, stop)
        if reader.cues.language == "en" and (name := _after_title_inside(s, a, stop)) is not None:
            return name
        if (name := _behind_field(reader, s, first, a, stop)) is not None:
            return name
        if (before := _before_complement(reader, s, first, a)) is not None:
            j = before
            continue
        a, is_titled = _after_title(reader, s, first, a, stop)
        words = [k for k in range(a, stop) if s.is_word(k)]
        if reader.cues.language != "en" and len(words) > 2:
            a, stop = own_words(reader, s, words, a, stop)
            words = [k for k in words if a <= k < stop]
        if stop < end and words and s.is_word(stop) and s.lows[words[-1]].endswith(POSSESSIVE):
            return None  # whose family, office or lawyer it is
        if not words or _names_no_person(reader, s, words, is_titled):
            return None
        if len(words) == 1:
            return (a, stop) if is_titled and not s.words[a].isupper() and not s.flags[a] & (PEOPLE | TITLE) else None
        if (stop < len(s) and s.lows[stop - 1] == "of") or s.flags[words[0]] & (ARTICLE | PREPOSITION | CONJUNCTION) or s.words[words[-1]].isupper():
            return None
        return (a, stop)
    return None


def _after_title_inside(s: Sentence, a: int, stop: int) -> tuple[int, int] | None:
    """The two plain words behind a title inside a run of capitals that tells a body ("Union of Loma Teachers President Ann Example")."""
    k = stop - 3
    is_inside = k > a and s.lows[a - 1] == "of" and bool(s.flags[k] & PEOPLE) and not s.lows[k].endswith(POSSESSIVE)
    is_name = is_inside and all(s.words[i].istitle() and not s.flags[i] and s.names[i] is None for i in (stop - 2, stop - 1))
    return (stop - 2, stop) if is_name else None


def _start_of_run(reader: WesternReader, s: Sentence, first: int, stop: int, dropped: NameMatch | None) -> int:
    """The first token of the capitalised words that end before `stop`, with initials, titles and small words of names between them."""
    k = stop - 1
    while k >= first and (
        (s.is_word(k) and s.is_capitalised(k) and not s.lows[k].endswith(OF_PLACE) and (s.names[k] in (None, dropped) or is_person_match(reader, s.names[k]) or is_given_name_too(reader, s, k)))
        or (s.flags[k] & PARTICLE and k > first and k + 1 < stop and s.lows[k] not in ("of",) and (
            s.is_capitalised(k - 1) or (reader.cues.language == "en" and s.flags[k - 1] & PARTICLE and k - 1 > first and s.is_capitalised(k - 2))  # "Ann von der Example"
        ))
        or (s.words[k] == "." and k > first and (len(s.words[k - 1]) <= 2 or s.flags[k - 1] & TITLE))
    ):
        k -= 1
    a = k + 1
    if a > first and stop - a > 2 and s.flags[a] & PLACE and s.flags[a - 1] & (INSIDE | PREPOSITION):
        a += 1  # "ambassador to Japan Ann Example"
    return a


def _behind_field(reader: WesternReader, s: Sentence, first: int, a: int, stop: int) -> tuple[int, int] | None:
    """The name that ends the capitals [a, stop) behind what a title is of: «ministro degli Affari Esteri Mario Esempio»."""
    fields = reader.cues.lists["fields"]
    if not fields or a <= first or stop - a < 3 or not s.flags[a - 1] & INSIDE or not any(s.flags[k] & PEOPLE for k in range(first, a)):
        return None
    begin = a
    while begin < stop - 2 and s.lows[begin] in fields and s.names[begin] is None:
        begin += 1
    known = next((k for k in range(a + 1, stop - 1) if s.names[k] is not None and s.names[k] is not s.names[k - 1] and s.past_name(k) == stop and is_person_match(reader, s.names[k])), 0)
    begin = known or (begin if begin > a else stop - 2)
    if not known and begin == stop - 2 and s.lows[begin - 1] not in fields and not _is_named_elsewhere(s, begin, stop):
        return None
    return None if stop - begin > 4 or not all(s.is_capitalised(k) for k in range(begin - 1, stop)) or any(s.flags[k] & (BODY | OUTLET | PLACE) for k in range(begin, stop)) else (begin, stop)


def _is_named_elsewhere(s: Sentence, begin: int, stop: int) -> bool:
    """Whether the text has the same words behind something else, so that they are a name of their own."""
    name, before = s.text[s.starts[begin] : s.ends[stop - 1]], s.words[begin - 1]
    at = s.text.find(name)
    while at >= 0:
        if not s.text[:at].rstrip().endswith(before) and not s.text[at + len(name) : at + len(name) + 1].isalpha():
            return True
        at = s.text.find(name, at + 1)
    return False


def _before_complement(reader: WesternReader, s: Sentence, first: int, a: int) -> int | None:
    """One past where to look for the name instead, where the run at token a only tells what somebody is of."""
    if a <= first:
        return None
    is_in_number = s.words[a - 1][0].isdigit() and not s.words[a - 1].isdecimal()
    if is_in_number or (s.flags[a - 1] & (INSIDE | PREPOSITION) and s.lows[a - 1] not in ("y", "e", "and", "&")):
        return a - 1
    if reader.cues.language == "en" and a - 1 > first and s.flags[a - 1] & ARTICLE and s.flags[a - 2] & (INSIDE | PREPOSITION):
        return a - 2  # "of the Sample Chamber of Commerce": whom the person before leads
    return None


def _after_title(reader: WesternReader, s: Sentence, first: int, a: int, stop: int) -> tuple[int, bool]:
    """Where the name begins in the run [a, stop), behind titles and owners, and whether it has a title."""
    is_titled = a > first and bool(s.flags[a - 1] & (PEOPLE | TITLE))
    for k in range(stop - 2, a - 1, -1):
        if s.flags[k] & (TITLE | PEOPLE) or (s.words[k] == "." and s.flags[k - 1] & TITLE) or is_compound_title(reader, s, k):
            a, is_titled = k + 1, True
            break
        if s.lows[k][-2:] in POSSESSIVE:
            a = k + 1
            break
    return (a + 1 if a < stop and s.words[a] == "." else a), is_titled


def own_words(reader: WesternReader, s: Sentence, words: Sequence[int], first: int, stop: int) -> tuple[int, int]:
    """The tokens of a name without a party's short name before it («Europarlamentarul PNL Ana Exemplu») and a title after it («Ana Esempio Segretario»)."""
    for k in words[:-2]:
        if s.words[k].isupper() and 1 < len(s.words[k]) < 7 and s.words[k].isalpha() and not all(s.words[other].isupper() for other in words):
            first = k + 1
    last = len(words)
    while reader.cues.language != "de" and last > 2 and s.flags[words[last - 1]] & (PEOPLE | TITLE) and words[last - 2] > first:
        last -= 1
        stop = words[last]
    return first, stop


def _names_no_person(reader: WesternReader, s: Sentence, words: Sequence[int], is_titled: bool) -> bool:
    """Whether a word of the run shows that it names a body, a medium, a party, a country or a thing."""
    begin, last, lists = words[0], words[-1], reader.cues.lists
    if s.flags[last] & (PEOPLE | TITLE | COMPANY | PLACE):
        return True
    small = [k for k in words if s.words[k].islower()]
    if len(small) > 1 and any(b - a > 1 for a, b in pairwise(small)):
        return True  # «Centro de Estudios de Opinión»
    if s.words[begin].islower() and s.flags[begin] & (PARTICLE | INSIDE):
        return True  # «CEO de Ejemplo-Uno»
    if len(words) == 2 and s.lows[begin].endswith(tuple(lists["common_noun_endings"])):
        return True  # „Molkerei Musterhof“
    if is_titled and s.lows[begin].endswith(tuple(lists["genitive_endings"])):
        return True  # whose title it is («preşedintele Consiliului Exemplu»)
    if any(s.flags[k] & (BODY | OUTLET | UNNAMED | DOCUMENT) or (s.words[k].isupper() and len(s.words[k]) > 2) for k in words):
        return True
    if any(ch.isdigit() for k in words for ch in s.words[k]):
        return True
    if s.lows[begin] in lists["unpersonal"] or s.lows[last] in lists["parties"]:
        return True  # "North Korea", "New Democrats"
    if reader.cues.language != "en":
        return False
    if s.flags[begin] & OTHER_VERB and s.lows[begin].endswith("ed"):
        return True  # "Planned Example"
    return any(s.flags[k] & PRONOUN and len(s.words[k]) > 1 and not s.words[k].isupper() for k in words)  # a film ("Since You Left")


def name_after_body(s: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """The person of "chairman of the Sample Council Ann Example": two or three plain capitals behind the body that a title is of."""
    body = next((k for k in range(end - 3, first + 2, -1) if s.flags[k] & BODY and s.is_capitalised(k)), 0)
    if not body or end - body > 4 or not any(s.lows[k] in ("of", "for", "at") for k in range(first + 1, body)):
        return None
    is_plain = all(s.words[k].istitle() and not s.flags[k] and s.names[k] is None for k in range(body + 1, end))
    return (body + 1, end) if is_plain else None


def name_before_of(reader: WesternReader, s: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """The person of "Sergeant Ann Example of the Sample Service": a name after a title, or two plain words alone, before "of" a body."""
    for of in range(end - 2, first + 1, -1):
        is_body = any(s.flags[k] & BODY and (first == 0 or s.is_capitalised(k)) for k in range(of + 1, end))
        if s.lows[of] != "of" or not (is_body or s.is_capitalised(end - 1)):
            continue
        name = person_name(reader, s, first, of)
        if name is None or name[1] != of:
            return None
        is_titled = name[0] > first and bool(s.flags[name[0] - 1] & (PEOPLE | TITLE))
        is_plain = is_body and name == (first, first + 2) and not s.lows[of - 1].endswith("ies") and not any(s.flags[k] for k in range(first, of))
        return name if is_titled or is_plain else None
    return None
