"""Noun phrases of languages with fixed word order: what one names."""

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    CONJUNCTION,
    INSIDE,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    TITLE,
    UNNAMED,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.english_names import body_of_members
from flows.normalize.attribution.western.names import (
    employed_by,
    is_affiliate,
    is_begun_body,
    is_begun_name,
    is_given_name_too,
    is_host,
    is_in_company,
    is_in_longer_name,
    is_in_medium,
    is_medium_at,
    is_medium_name,
    is_other_acronym,
    is_person_match,
    is_picture_credit,
    is_small_word,
    names_its_journalist,
    people_of_place,
)
from flows.normalize.attribution.western.nouns import by_noun, kind_of_people
from flows.normalize.attribution.western.person_names import name_after_body, name_before_of, person_name
from flows.normalize.attribution.western.reader import NAMELESS, OF_PLACE, WesternReader
from flows.normalize.registry import NameMatch


def describe(reader: WesternReader, s: Sentence, first: int, end: int) -> Phrase | None:
    """What the tokens name: a registry name, a person, a body, an unnamed source; None where nobody."""
    first, end = _trimmed(reader, s, first, end)
    if first >= end:
        return None
    if reader.cues.language == "en" and (people := people_of_place(s, first, end)) is not None:
        return Phrase(first, end, "unnamed", None, None, people)
    if reader.cues.language == "en" and (body := body_of_members(s, first, end)) is not None:
        return Phrase(first, end, "body", None, None, body)
    head_flags, head = _head(reader, s, first, end)
    match, dropped = _name_in(reader, s, first, end), None
    if match is not None and not head_flags & OUTLET and (is_in_longer_name(s, match, first, end) or (is_person_match(reader, match) and is_begun_name(s, match, end)) or is_begun_body(reader, s, match, end)):
        dropped, match = match, None
        if s.flags[first] & ARTICLE and first + 1 < end and " " in s.text[dropped.char_start : dropped.char_end]:
            first += 1
    if match is not None and reader.cues.language == "en" and (people := employed_by(reader, s, match, end)):
        return Phrase(first, end, people, None, None, s.lows[end - 1])
    if match is None and not s.flags[end - 1] & PEOPLE and is_medium_name(reader, s, first, end) and all(s.is_capitalised(k) for k in range(first, end)):
        return Phrase(first, end, "outlet")  # "the Star Tribune": its first word is nobody
    if match is not None and end - first == 1 and match.char_end < s.ends[first] and is_host(reader, s.words[first]):
        return Phrase(first, end, "outlet")  # the association's site ("FEX.com")
    if reader.cues.language == "en" and is_affiliate(s, first, end):
        return Phrase(first, end, "outlet")
    is_titled = bool(s.flags[first] & TITLE) or (reader.cues.language == "en" and any(s.flags[k] & TITLE and s.words[k + 1] == "." for k in range(first, end - 1)))  # "police Sgt. Ann Example"
    person = None if head_flags & (BODY | OUTLET) and not head_flags & PEOPLE and not is_titled else person_name(reader, s, first, end, dropped)
    if person is None and match is None and head_flags & PEOPLE and reader.cues.language == "en":
        person = name_after_body(s, first, end)
    if person is None and match is None and reader.cues.language == "en" and (before := name_before_of(reader, s, first, end)) is not None:
        person, head_flags = before, head_flags & PEOPLE
    if match is not None and not is_person_match(reader, match):
        person, end = _person_beside(reader, s, first, end, match, person, head_flags)
        if person is None and not head_flags & PEOPLE:
            return _registered(reader, s, first, end, match, head)
    if person and match is None and not head_flags and is_medium_name(reader, s, first, end):
        return Phrase(first, end, "outlet")
    if person:
        own_head = None if is_titled and head_flags & BODY and not head_flags & PEOPLE and reader.cues.language == "en" else head
        return Phrase(first, end, kind_of_people(head_flags), _own_name(reader, s, person), person, own_head)
    if match is not None and is_person_match(reader, match):
        k = [k for k in range(first, end) if s.names[k] is match]
        if reader.cues.language == "en" and head_flags & BODY and k[-1] + 1 < end and s.words[end - 1].islower():
            return Phrase(first, end, "body", None, None, head)  # "Example's campaign", "the Example administration"
        if head_flags & PEOPLE and k[0] > first and s.flags[k[0] - 1] & (INSIDE | PREPOSITION):
            return Phrase(first, end, kind_of_people(head_flags), None, None, head)
        return Phrase(first, end, "person", match, (k[0], k[-1] + 1), head)
    return by_noun(reader, s, first, end, head_flags, head)


def _trimmed(reader: WesternReader, s: Sentence, first: int, end: int) -> tuple[int, int]:
    """The tokens without small words and marks around them, and without the credit of a picture."""
    while first < end and (s.lows[first].endswith("-year-old") or (s.lows[first].endswith(OF_PLACE) and first + 1 < end and s.is_capitalised(first + 1)) or s.words[first][-1] in "'’" or (s.flags[first] & (ARTICLE | INSIDE | PREPOSITION | CONJUNCTION) and (s.names[first] is None or is_small_word(s, s.names[first])) and not (s.is_capitalised(first) and first > 0)) or (not s.is_word(first) and not s.is_quote(first))):
        first += 1
    while end > first and not s.is_word(end - 1):
        end -= 1
    if first == 0 and end > 1 and reader.cues.language == "en" and is_picture_credit(reader, s):
        first = s.token_at(s.names[0].char_end - 1) + 1
    return first, end


def _head(reader: WesternReader, s: Sentence, first: int, end: int) -> tuple[int, str | None]:
    """The classes of the noun that says what is named, and the noun."""
    head_flags, head = 0, None
    for k in range(first, end):
        flags = s.flags[k] & NAMELESS
        if s.lows[k] == "official" and k + 1 < end and (s.flags[k + 1] & NAMELESS or is_medium_at(reader, s, k + 1)):
            continue  # "the official website", "the official Example News Agency"
        if flags & PEOPLE and (is_in_company(reader, s, k) or is_in_medium(reader, s, k)):
            continue  # "General Electric", "The Hollywood Reporter"
        if flags and not s.lows[k].endswith(POSSESSIVE):
            head_flags, head = flags, s.lows[k]
            if flags & PEOPLE or (k == first and flags & UNNAMED and s.lows[k] in reader.cues.lists["press"] and reader.cues.language not in ("en", "de", "pl") and not any(s.is_capitalised(j) for j in range(k + 1, end))):
                break  # «fonti della polizia»: sources, not the police
    if head_flags & PEOPLE and end - first > 1 and s.flags[end - 1] & BODY and s.is_capitalised(end - 1) and s.is_capitalised(end - 2) and s.lows[end - 2] == head:
        return s.flags[end - 1] & NAMELESS, s.lows[end - 1]  # "the Premier League"
    return head_flags, head


def _name_in(reader: WesternReader, s: Sentence, first: int, end: int) -> NameMatch | None:
    """The registered name in the tokens, one in quotation marks before one that only introduces it."""
    match = next((m for m in s.names[first:end] if m is not None), None)
    if match is None:
        return None
    if reader.cues.language != "en" and not s.is_quote(max(0, s.token_at(match.char_start) - 1)):
        match = next((s.names[k] for k in range(first + 1, end) if s.names[k] not in (None, match) and s.is_quote(k - 1)), match)  # „Die Wochenzeitung „Die Zeit““
    return None if is_other_acronym(reader, s, match) or is_small_word(s, match) else match


def _person_beside(
    reader: WesternReader, s: Sentence, first: int, end: int, match: NameMatch, person: tuple[int, int] | None, head_flags: int
) -> tuple[tuple[int, int] | None, int]:
    """The person whom the tokens name beside a body or medium, and where the phrase ends: before a medium's own journalist."""
    if person is not None and reader.cues.language != "en" and person[1] < end and s.flags[person[1]] & INSIDE:
        return person, end  # «Ana Ejemplo de la ONU»
    if person is None or s.lows[max(0, person[0] - 1)][-2:] in POSSESSIVE or person[0] < next(k for k in range(first, end) if s.names[k] is match):
        person = None if not head_flags & PEOPLE and not (person and s.lows[person[0] - 1][-2:] in POSSESSIVE) else person
    if person is not None and not head_flags & PEOPLE and names_its_journalist(reader, s, match, person):
        return None, person[0]
    return person, end


def _registered(reader: WesternReader, s: Sentence, first: int, end: int, match: NameMatch, head: str | None) -> Phrase | None:
    """The body or medium of the registry; None where its uncertain name is only a part of what stands there."""
    last = max(k for k in range(first, end) if s.names[k] is match)
    if not match.is_distinctive and last + 1 < end and s.is_word(last + 1) and not s.flags[last + 1] & NAMELESS and s.words[last + 1] != "news":
        return None
    if not match.is_distinctive and reader.cues.language != "en" and last + 1 < len(s) and s.words[last + 1].islower() and not s.flags[last + 1]:
        return None  # only a part of what the small words complete («Forum économique»)
    if not match.is_distinctive and not s.is_capitalised(last):
        return None
    source = reader.registry.cited_sources.get(match.source_ids[0])
    return Phrase(first, end, source.kind if source else "organisation", match, None, head)


def _own_name(reader: WesternReader, s: Sentence, person: tuple[int, int]) -> NameMatch | None:
    """The registry's name for the person, unless only somebody else's surname stands there."""
    own = next((s.names[k] for k in range(*person) if s.names[k] is not None), None)
    if own is not None and (own.char_start > s.starts[person[0]] or is_given_name_too(reader, s, person[0])):
        return None  # a surname that somebody known bears too («João Exemplo», not the known Exemplo)
    is_surname = own is not None and " " not in s.text[own.char_start : own.char_end]
    # or as a first name («Duda Exemplo»)
    return None if is_surname and reader.cues.language != "en" and own.char_end < s.ends[person[1] - 1] else own


def make_mention(reader: WesternReader, s: Sentence, phrase: Phrase, form: str, rule: str, number: int, cue: tuple[int, int], **more) -> Mention:
    first, end = phrase.first, phrase.end
    if end - first > 1 and s.is_quote(first):
        first += 1
    if end - first > 1 and s.lows[first] in ("au", "du", "aux", "des") and s.names[first] is not None and s.names[first] is phrase.match:
        first += 1  # «un entretien au Figaro»
    if end - first > 3 and phrase.match is not None and s.words[end - 2] == "-" and s.is_quote(end - 3):
        end -= 3  # „„Muster“-Zeitung“
    if end - first > 1 and s.is_quote(end - 1) and not any(s.is_quote(k) for k in range(first, end - 1)):
        end -= 1
    elif end < len(s) and s.is_quote(end) and sum(s.is_quote(k) for k in range(first, end)) == 1 and not s.is_quote(phrase.first):
        end += 1
    person = None
    if phrase.person:
        a, b = phrase.person
        person = s.text[s.starts[a] : s.ends[b - 1]]
    is_owner = phrase.kind in ("outlet", "body", "latin") if phrase.match is None else phrase.match.char_end < s.ends[end - 1]
    if phrase.channel and person and person.endswith(POSSESSIVE):
        person, is_owner = person[:-2], True  # "Ann Example's website"
    owner = 2 if is_owner and s.lows[end - 1].endswith(POSSESSIVE) else 0  # "on Example FM's morning show"
    return Mention(
        s.starts[first], s.ends[end - 1] - owner, phrase.kind, form, f"{reader.cues.language}.{rule}", number,
        (s.starts[cue[0]], s.ends[cue[1] - 1]), more.pop("channel", None) or phrase.channel, phrase.match, person, phrase.head, **more,
    )
