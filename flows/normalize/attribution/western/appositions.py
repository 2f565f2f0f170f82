"""Appositions: a title or description between commas and the name that it stands beside."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    INDEFINITE,
    OFFICIAL,
    OTHER_VERB,
    PEOPLE,
    PRONOUN,
    TIME,
    TITLE,
    VERB,
)
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right, is_in_number, start_left
from flows.normalize.attribution.western.person_names import person_name
from flows.normalize.attribution.western.phrase import describe
from flows.normalize.attribution.western.reader import WesternReader


def comma_before(reader: WesternReader, s: Sentence, end: int) -> int | None:
    return next((k for k in range(end - 1, max(-1, end - 25), -1) if s.words[k] == "," and not (k + 1 < len(s) and is_in_number(s, k))), None)


_AND = ("y", "e", "et", "und", "și", "i")


def apposition_start(reader: WesternReader, s: Sentence, comma: int) -> int:
    """The comma after the name, where its apposition has commas too: «Ana Vega, alcaldesa de Loma, Sur, y presidenta de …,»."""
    if reader.cues.language == "en":
        return english_apposition_start(reader, s, comma)
    for _ in range(3):
        earlier = comma_before(reader, s, comma)
        if not earlier:
            return comma
        head = earlier + 1
        while head < comma and s.flags[head] & ARTICLE:
            head += 1
        is_title = bool(s.flags[head] & PEOPLE) and not s.is_capitalised(head) and person_name(reader, s, earlier + 1, comma) is None
        if not (is_title or s.lows[comma + 1] in _AND):
            return comma
        comma = earlier
    return comma


_RELATIVE = ("which", "who", "whose", "where")


def english_apposition_start(reader: WesternReader, s: Sentence, comma: int) -> int:
    """The comma after the name, over those of a list ("Ann Example, head of sales, travel and trade at Example Ltd,")."""
    at: int | None = comma
    end, title = comma, False
    for _ in range(4):
        is_told = bool(at) and s.lows[at + 1] in _RELATIVE  # "…, which has an office in Loma,"
        if not at or (not is_told and any((s.flags[k] & (VERB | OTHER_VERB | PRONOUN) and not s.is_capitalised(k)) or s.is_quote(k) for k in range(at + 1, end))):
            return comma
        title = title or (bool(s.flags[at + 1] & PEOPLE) and person_name(reader, s, at + 1, end) is None)  # ", President and CEO, Sampleco Ltd,"
        end = at
        title = title or s.words[at + 1].isdigit() or any(s.flags[k] & PEOPLE and not s.is_capitalised(k) for k in range(at + 1, min(at + 5, len(s))))
        if title and (person_name(reader, s, start_left(reader, s, at), at) is not None or (at == 1 and s.words[at + 1].isdigit() and s.words[0].isalpha())):
            return at
        at = comma_before(reader, s, at)
    return comma


def with_title_left(reader: WesternReader, s: Sentence, phrase: Phrase) -> Phrase:
    """«embaixador da Exemplândia, João Exemplo»: the title before the comma."""
    comma = phrase.first - 1
    first = start_left(reader, s, comma)
    for k in range(first, comma):
        if s.flags[k] & PEOPLE:
            kind = "official" if s.flags[k] & OFFICIAL else phrase.kind
            return Phrase(k, phrase.end, kind, phrase.match, phrase.person, s.lows[k])
    return phrase


def named_by_apposition(reader: WesternReader, s: Sentence, first: int, comma: int, own: Phrase, end: int) -> Phrase | None:
    """Who is named by one word, or which body, after a phrase that introduces them: "Another student, Brittany, said", "One rival, Sampleco, said"."""
    if own.kind not in ("latin", "organisation") or (own.first, own.end) != (comma + 1, end) or not all(s.is_capitalised(k) for k in range(comma + 1, end)):
        return None
    is_new = first < comma and bool(s.flags[first] & INDEFINITE)
    heads = [k for k in range(first, comma) if s.flags[k] & PEOPLE and s.words[k].islower()]
    if heads and heads[-1] == comma - 1 and own.match is None and end - comma == 2:
        start = first + 1 if s.flags[first] & ARTICLE else first
        return Phrase(start, end, "person", None, (comma + 1, end), s.lows[comma - 1])
    return own if is_new and comma - first < 5 and not heads else None


_REFLEXIVE_OR_NOT = ("se", "s", "si", "sich", "ne", "no", "não", "non", "nu")


def acts_itself(s: Sentence, end: int) -> bool:
    """Whether a verb follows a name at once, so that it has a clause of its own («selon un proche, Jean Exemple se montre …»)."""
    return end < len(s) and (bool(s.flags[end] & (VERB | OTHER_VERB)) or s.lows[end] in _REFLEXIVE_OR_NOT)


def with_apposition_right(reader: WesternReader, s: Sentence, phrase: Phrase) -> Phrase:
    """«el secretario de Obras (interino), Juan Ejemplo»: the name after the comma belongs to the title before it."""
    comma = phrase.end
    if comma < len(s) and s.words[comma] == "(":
        comma = next((k + 1 for k in range(comma + 1, min(len(s), comma + 6)) if s.words[k] == ")"), comma)
    if not phrase.head or comma + 1 >= len(s) or s.words[comma] != "," or (phrase.person and not is_genitive(reader, s, phrase)):
        return phrase
    is_one = phrase.kind == "unnamed" and reader.cues.language == "en" and s.lows[phrase.first : phrase.first + 2] == ["one", "of"]
    if not reader.cues.words.get(phrase.head, 0) & PEOPLE and not is_one:
        return phrase
    following = describe(reader, s, comma + 1, end_right(reader, s, comma + 1))
    if following and reader.cues.language != "en" and acts_itself(s, following.end):
        return phrase
    if following and following.person and all(
        s.flags[k] & TITLE or s.words[k] == "." or (is_one and s.flags[k] & PEOPLE) for k in range(comma + 1, following.person[0])
    ):
        return Phrase(phrase.first, following.end, "official" if reader.cues.words[phrase.head] & OFFICIAL else "person", following.match, following.person, phrase.head)
    return phrase


def is_genitive(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether what follows the title is not the name of a person but whose title it is («preşedintele Consiliului Exemplu»)."""
    endings = tuple(reader.cues.lists["genitive_endings"])
    return bool(endings) and phrase.person is not None and s.lows[phrase.person[0]].endswith(endings)


def before_citing(reader: WesternReader, s: Sentence, comma: int) -> int:
    """Where the name of a medium ends that cites others between commas ("Example News on Monday, citing two sources, reported"); the comma where it cites nobody."""
    if reader.cues.language != "en" or s.lows[comma + 1] not in ("citing", "quoting"):
        return comma
    while comma > 1 and (s.flags[comma - 1] & (TIME | ADVERB) or s.lows[comma - 1] in ("on", "late", "last", "early", "this", "morning", "evening") or s.words[comma - 1].isdigit()):
        comma -= 1
    return comma


CALLED = frozenset(("known", "nicknamed", "dubbed"))


def before_other_name(s: Sentence, prev: int) -> int:
    """One past the name before "popularly known as …" or "nicknamed …", which another name follows up to token `prev`; 0 where none does."""
    known = next((k for k in range(prev - 1, max(0, prev - 9), -1) if s.lows[k] in CALLED), 0)
    if known < 2 or (s.lows[known] == "known" and s.lows[known + 1] != "as") or any(not s.is_word(k) and not s.is_quote(k) and s.words[k] != "," for k in range(known, prev + 1)):
        return 0
    end = known
    while end > 1 and (s.flags[end - 1] & ADVERB or s.lows[end - 1] in ("popularly", "better", "widely", "professionally", "simply", ",")):
        end -= 1
    return end if s.is_capitalised(end - 1) else 0
