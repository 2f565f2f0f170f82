"""What a western phrase without a known name is, by its noun and its capitals."""

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    DOCUMENT,
    INDEFINITE,
    INSIDE,
    OFFICIAL,
    OUTLET,
    PEOPLE,
    PLACE,
    PREPOSITION,
    UNNAMED,
)
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.names import CALL_SIGN, is_host, is_medium_name
from flows.normalize.attribution.western.reader import NAMELESS, OF_A_COUNTRY, OF_PLACE, OF_STATES, WesternReader


def kind_of_people(head_flags: int) -> str:
    """`official` where the noun is an office, else `person`."""
    return "official" if head_flags & OFFICIAL else "person"


def _capitals(reader: WesternReader, s: Sentence, first: int, end: int, head_flags: int) -> list[int]:
    """The tokens whose capital may be a name's."""
    capitals = [k for k in range(first, end) if s.is_word(k) and s.is_capitalised(k) and (k > 0 or len(s.words[k]) > 1)]
    if reader.cues.language == "de":
        return [k for k in capitals if not s.flags[k] & NAMELESS]
    if reader.cues.language != "en":
        return capitals
    if capitals[:1] == [0] and s.flags[0] & INDEFINITE:
        del capitals[0]  # "One resident", "Another man"
    capitals = [k for k in capitals if not s.lows[k].endswith(OF_PLACE)] if head_flags & (PEOPLE | UNNAMED) else capitals
    is_of_state = head_flags & (PEOPLE | UNNAMED) and all(s.words[k] in OF_STATES for k in capitals)
    return [] if is_of_state else capitals  # "a US official"


def is_native(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether a word with a capital only says of what country somebody is that the text has named ("the Norwegian", "the Spaniard")."""
    low = s.lows[k]
    return s.names[k] is None and s.words[k].istitle() and (low.endswith(OF_A_COUNTRY) or low in reader.cues.lists["natives"])


def by_noun(reader: WesternReader, s: Sentence, first: int, end: int, head_flags: int, head: str | None) -> Phrase | None:
    """What tokens without a known name are by their noun: people, a body, a document."""
    capitals = _capitals(reader, s, first, end, head_flags)
    if reader.cues.language == "en" and end - first > 1 and s.words[end - 1] == "international":
        return Phrase(first, end, "person", None, None, "international")  # "the former Loma international"
    if head_flags & UNNAMED and (not capitals or capitals == [0]):
        return Phrase(first, end, "unnamed", None, None, head)
    if reader.cues.language == "en" and s.flags[end - 1] & UNNAMED and s.words[end - 1].islower():
        return Phrase(first, end, "unnamed", None, None, s.lows[end - 1])  # "a Sample Party source"
    # «Diferentes estudios», "Research from Sample Ltd suggests"
    is_plain = not capitals or (capitals == [0] and (reader.cues.language not in ("en", "de") or (reader.cues.language == "en" and end == 1)))
    if head_flags & DOCUMENT and is_plain and not head_flags & OUTLET:
        if any(s.flags[k] & (BODY | UNNAMED) for k in range(first, end)):
            return Phrase(first, end, "document", None, None, head)
        is_new = reader.cues.language == "en" and first > 0 and s.flags[first - 1] & INDEFINITE and (first == 1 or not s.flags[first - 2] & PREPOSITION or s.lows[first - 2] == "to")
        return None if head in ("statement", "letter") and not is_new else Phrase(first, end, "document", None, None, head)
    if reader.cues.language == "en" and s.flags[end - 1] & DOCUMENT and not s.flags[end - 1] & OUTLET and not s.is_capitalised(end - 1):
        return Phrase(first, end, "document", None, None, s.lows[end - 1])
    if head_flags & PEOPLE and not capitals:
        return Phrase(first, end, "person", None, None, head)
    if head_flags & (BODY | OUTLET):
        is_medium = head_flags & OUTLET or any(a == "news" and b == "agency" for a, b in zip(s.lows[first:end], s.lows[first + 1 : end], strict=False))
        return Phrase(first, end, "outlet" if is_medium else "body", None, None, head)
    if head_flags and not capitals:
        return None
    return _by_capitals(reader, s, first, end, head_flags, head, capitals)


def _by_capitals(
    reader: WesternReader, s: Sentence, first: int, end: int, head_flags: int, head: str | None, capitals: list[int]
) -> Phrase | None:
    """What tokens with capitals may be that no noun explains: a medium, people by their title, a name of something."""
    if end - first == 1 and reader.cues.language == "en" and first > 0 and s.lows[first - 1] == "the" and is_native(reader, s, first):
        return None
    if end - first == 1 and (CALL_SIGN.fullmatch(s.words[first]) or is_host(reader, s.words[first])):
        return Phrase(first, end, "outlet")
    named = [k for k in capitals if (k > 0 or not s.flags[k]) and s.words[k] not in (*OF_STATES, "U", "S", "K", "I") and not (s.flags[k] & PLACE and end - first == 1)]
    if not named or (reader.cues.language != "en" and s.words[first][0].isdigit() and s.words[first].isdecimal()):
        return None
    if head_flags & PEOPLE:
        is_the_title = reader.cues.language == "en" and (end - first > 1 or (first > 0 and s.flags[first - 1] & ARTICLE))
        if s.flags[end - 1] & PEOPLE and (not s.is_capitalised(end - 1) or is_the_title):
            return Phrase(first, end, kind_of_people(head_flags), None, None, s.lows[end - 1])
        # "the Chief Executive of Sample Centres", "Mayor of Sampleton" at the head
        is_definite = reader.cues.language == "en" and (bool(s.flags[first - 1] & ARTICLE) if first else bool(s.flags[0] & OFFICIAL and s.lows[1] == "of"))
        if any(s.flags[k] & PEOPLE and s.flags[k + 1] & (PREPOSITION | INSIDE) and (is_definite or not s.is_capitalised(k)) for k in range(first, end - 1)):
            return Phrase(first, end, kind_of_people(head_flags), None, None, head)
        if end - first > 1 and s.flags[end - 2] & PEOPLE and s.words[end - 1].istitle():
            return Phrase(first, end, kind_of_people(head_flags), None, (end - 1, end), head)
        if reader.cues.language != "en":
            return Phrase(first, end, kind_of_people(head_flags), None, None, head)
    if is_medium_name(reader, s, first, end):
        return Phrase(first, end, "outlet")
    return Phrase(first, end, "latin", None, None, head)
