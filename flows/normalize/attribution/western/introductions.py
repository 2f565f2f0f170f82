"""Who speaks where a colon leads to a quotation in English, whatever the verb: "Ann Example was blunt: “It rains.”"."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    OTHER_VERB,
    PREPOSITION,
    PRONOUN,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.extent import end_of_subject
from flows.normalize.attribution.western.names import is_surname
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.routes import route_of

_BEFORE_COLON = 6
_LONGEST_OPENING = 14
_SHORTEST_SPEECH = 4


def introduced(reader: WesternReader, s: Sentence, colon: int, number: int, found: Sequence[Mention]) -> Mention | None:
    """The person who is the subject of the clause before the colon, where no verb of saying has cited anybody there."""
    if any(m.char_start < s.starts[colon] for m in found) or not is_speech(s, colon + 1) or is_of_text(reader, s, colon):
        return None
    for start in (0, *(k + 1 for k in range(1, min(colon - 2, _LONGEST_OPENING)) if s.words[k] == ",")):
        first = start
        while first < colon and s.flags[first] & (ADVERB | CONJUNCTION) and not s.flags[first] & PREPOSITION:
            first += 1
        if s.lows[first] in ("he", "she") and acts_at(s, first + 1) and not is_done_to(reader, s, first + 1):
            mention = Mention(s.starts[first], s.ends[first], "person", "pronoun", "en.pronoun", number, (s.starts[colon], s.ends[colon]))
            mention.channel = route_of(reader, s, mention)
            return mention
        if s.flags[first] & (PREPOSITION | PRONOUN) or not s.is_word(first) or s.lows[first].endswith(("ing", "ed")):
            continue
        if s.flags[first] & ARTICLE and s.words[first + 1].islower():
            first += 1
        end = end_of_subject(reader, s, first)
        phrase = describe(reader, s, first, end) if first < end < colon else None
        if phrase is None or s.lows[end - 1].endswith(POSSESSIVE):
            return None
        acts = end
        if s.words[end] == ",":
            acts = next((k + 1 for k in range(end + 1, min(colon - 1, end + _LONGEST_OPENING)) if s.words[k] == ","), end)
        while acts < colon and s.flags[acts] & ADVERB:
            acts += 1
        if not acts_at(s, acts) or is_done_to(reader, s, acts) or not (is_somebody(reader, s, phrase) or issues_statement(reader, s, phrase, acts, colon)):
            return None
        return make_mention(reader, s, phrase, "subject", "introduced", number, (acts, acts + 1))
    return None


def acts_at(s: Sentence, k: int) -> bool:
    """Whether the token is a verb, or looks like one."""
    return bool(s.flags[k] & (VERB | OTHER_VERB)) or (s.words[k].islower() and s.lows[k].endswith(("ed", "s")) and not s.flags[k] & PREPOSITION)


def is_somebody(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase names a person, be it by a surname that the text has after a given name too, or as "the star"."""
    if phrase.person is not None:
        return True
    if phrase.head in reader.cues.lists["famous"] and phrase.first and s.lows[phrase.first - 1] == "the" and s.lows[phrase.end - 1] == phrase.head:
        return True  # "The star shared the news: “…”"
    return phrase.kind == "latin" and phrase.match is None and phrase.end - phrase.first == 1 and is_surname(reader, s.text, s.words[phrase.first])


def issues_statement(reader: WesternReader, s: Sentence, phrase: Phrase, acts: int, colon: int) -> bool:
    """Whether a body, or somebody by title, "issued a statement" or "replied to the letter" in the clause."""
    is_source = phrase.kind in ("body", "official", "person", "organisation") or phrase.match is not None
    return is_source and any(s.lows[k] in reader.cues.lists["statements"] for k in range(acts + 1, colon))


def is_speech(s: Sentence, opening: int) -> bool:
    """Whether the quotation mark opens a sentence of several words, not a title."""
    if opening + _SHORTEST_SPEECH >= len(s) or not s.is_quote(opening) or not s.is_capitalised(opening + 1):
        return False
    closing = next((k for k in range(opening + 1, opening + _SHORTEST_SPEECH + 1) if s.words[k] in "”\""), None)
    return closing is None or s.words[closing - 1] in ".!?"


def is_of_text(reader: WesternReader, s: Sentence, colon: int) -> bool:
    """Whether the words quoted stand somewhere, or another wrote them ("with the slogan: “…”", "a letter from Ann Example: “…”")."""
    before = s.lows[max(0, colon - _BEFORE_COLON) : colon]
    return "from" in before or any(low in reader.cues.lists["written_words"] for low in before)


def is_done_to(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether somebody "was told" or "received" what is quoted."""
    if s.lows[v] in reader.cues.lists["receiving"]:
        return True
    k = v + 1
    while k < len(s) and (s.flags[k] & ADVERB or s.lows[k] in reader.cues.lists["passive"]):
        k += 1
    is_passive = s.lows[v] in reader.cues.lists["passive"] or (s.lows[v] in ("has", "had", "have") and k > v + 1 and s.lows[k - 1] == "been")
    return is_passive and k < len(s) and (s.lows[k].endswith("ed") or s.lows[k] in ("told", "sent", "shown", "given", "heard"))
