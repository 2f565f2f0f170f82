"""The name that opens a clause, over what is said of it before the verb."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    OTHER_VERB,
    PREPOSITION,
    TIME,
    VERB,
)
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.appositions import comma_before
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.person_names import person_name
from flows.normalize.attribution.western.phrase import describe
from flows.normalize.attribution.western.reader import WesternReader

_OPENING_WITHIN = 40


def opening_name(reader: WesternReader, s: Sentence, comma: int) -> Phrase | None:
    """Who opens the clause, where all from the name to the comma is said of them («Ana Ejemplo, 36, alcaldesa de Loma, publicó …»)."""
    if reader.cues.language == "en" or comma > _OPENING_WITHIN or any(s.is_quote(k) for k in range(1, comma)):
        return None
    first = 0
    if s.flags[0] & PREPOSITION:  # «En su cuenta de Instagram, Ana Ejemplo, …,»
        first = 1 + next(k for k in range(1, comma + 1) if s.words[k] == ",")
        if any(s.is_capitalised(k) and s.names[k] is None for k in range(1, first)):
            return None
    while first < comma and s.names[first] is None and s.flags[first] & (ADVERB | ARTICLE | TIME | CONJUNCTION):
        first += 1
    end = end_right(reader, s, first) if first < comma else first
    phrase = describe(reader, s, first, end) if first < end < comma else None
    if phrase is not None and phrase.kind == "latin" and phrase.match is None and end - first > 1 and s.words[end] == "," and s.words[end + 1].isdecimal():
        phrase.kind, phrase.person = "person", (phrase.first, phrase.end)  # «Ana EX, 28, contou»: who has an age
    if phrase is None or phrase.person is None or phrase.person[1] - phrase.person[0] < 2 or phrase.person[1] < phrase.end:
        return None
    if s.words[end] == "(":
        end = next((k + 1 for k in range(end, comma) if s.words[k] == ")"), comma)
    if end >= comma or s.words[end] != "," or has_verb(s, end, comma):
        return None
    inner = comma_before(reader, s, comma)  # «El secretario Técnico de Obras, Agua y Suelo, Juan Muestra, dijo»: the name is the last
    return None if phrase.head and inner and inner > end and person_name(reader, s, inner + 1, comma) == (inner + 1, comma) else phrase


def has_verb(s: Sentence, first: int, end: int) -> bool:
    """Whether a verb stands between the tokens, outside relative clauses («Ana Ejemplo, que vive en Loma,»)."""
    is_relative = False
    for k in range(first, end):
        if s.words[k] == ",":
            is_relative = k + 1 < end and bool(s.flags[k + 1] & CONJUNCTION) and s.lows[k + 1] not in ("y", "e", "et", "und", "și", "i")
        elif not is_relative and s.flags[k] & (VERB | OTHER_VERB) and s.words[k].islower():
            return True
    return False
