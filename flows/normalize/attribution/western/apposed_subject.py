"""The subject that a comma cuts from its verb: the name inside an apposition, or the one before it."""

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    CONJUNCTION,
    INDEFINITE,
    OTHER_VERB,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.appositions import (
    apposition_start,
    before_citing,
    comma_before,
    named_by_apposition,
    with_apposition_right,
    with_title_left,
)
from flows.normalize.attribution.western.extent import is_complement, start_left
from flows.normalize.attribution.western.first_words import is_name_at_start
from flows.normalize.attribution.western.hosts import medium_of_reporter
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader


def over_apposition(reader: WesternReader, s: Sentence, prev: int, number: int, is_report: bool, cue: int) -> Mention | None:
    """Who stands before the comma at `prev`: the name inside the apposition that it ends, or the one before that."""
    comma = comma_before(reader, s, prev)
    if not comma:
        whole = describe(reader, s, 0, prev) if reader.cues.language == "en" and start_left(reader, s, prev) == 0 else None
        if whole is None or not opens_alone(reader, s, whole, prev):
            return None
        return make_mention(reader, s, whole, "subject", "verb.subject_before", number, (cue, cue + 1), is_report=is_report)
    if reader.cues.language != "en" and any(s.is_quote(k) for k in range(comma + 1, prev)):
        return None
    is_first = s.flags[comma + 1] & CONJUNCTION == 0
    comma = apposition_start(reader, s, comma)
    own = describe(reader, s, comma + 1, prev) if is_first else None
    if own and own.person and own.person[1] < prev and reader.cues.language == "en" and s.flags[own.person[1]] & PEOPLE and s.words[own.person[1]].islower():
        own = None  # "Ann Example, a Loma West candidate in the race, said"
    if own and own.person and is_complement(s, own.person[0]):
        return None
    if own and own.person and not any(
        s.flags[k] & (VERB | CONJUNCTION | PREPOSITION) and not (k > comma + 1 and s.is_capitalised(k - 1) and s.lows[k] in ("et", "y", "e", "and", "und", "și", "i"))
        for k in range(comma + 1, own.person[0])
    ):
        own = with_title_left(reader, s, Phrase(comma + 1, own.end, own.kind, own.match, own.person, own.head))
        own = (medium_of_reporter(reader, s, own) if is_report and reader.cues.language == "en" else None) or own
        return make_mention(reader, s, own, "subject", "verb.subject_apposed", number, (cue, cue + 1), is_report=is_report)
    end = before_citing(reader, s, comma)
    name = start_left(reader, s, end)
    phrase = describe(reader, s, name, end) if name < end else None
    if reader.cues.language == "en" and own is not None and (named := named_by_apposition(reader, s, name, comma, own, prev)) is not None:
        return make_mention(reader, s, named, "subject", "verb.subject_apposed", number, (cue, cue + 1), is_report=is_report)
    if phrase is not None and not phrase.person:
        phrase = with_apposition_right(reader, s, phrase)
    elif phrase is not None and phrase.first == phrase.person[0] and phrase.first > 1 and s.words[phrase.first - 1] == "," and reader.cues.language != "en":
        phrase = with_title_left(reader, s, phrase)  # «el dueño del bar, Juan Ejemplo, que llegó tarde, dijo»
    if phrase is None or is_complement(s, name) or (
        not phrase.person and not (phrase.match or phrase.kind in ("latin", "body") or begins_with_nobody(reader, s, name, phrase, comma))
    ):
        return None
    if phrase.kind == "latin" and not phrase.match and (not is_name_at_start(reader, s, phrase) or s.lows[phrase.end - 1].endswith(tuple(reader.cues.lists["common_noun_endings"]))):
        return None
    return make_mention(reader, s, phrase, "subject", "verb.subject_apposed", number, (cue, cue + 1), is_report=is_report)


def opens_alone(reader: WesternReader, s: Sentence, phrase: Phrase, comma: int) -> bool:
    """Whether a name opens the sentence that a comma cuts from its verb ("El-Sample, said Bob was there", "Ann Example of Loma, said")."""
    if phrase.person:
        return phrase.person[1] == comma or s.lows[phrase.person[1]] in ("of", "from")
    return phrase.kind == "latin" and phrase.end - phrase.first == 1 and phrase.end == comma and is_name_at_start(reader, s, phrase)


def begins_with_nobody(reader: WesternReader, s: Sentence, first: int, phrase: Phrase, comma: int) -> bool:
    """Whether an English clause begins with somebody without a name, of whom more is said between commas ("A clerk, 40, said", "One resident, asked about it, said")."""
    if reader.cues.language != "en" or phrase.kind not in ("person", "official", "unnamed") or phrase.end != comma or s.is_capitalised(phrase.end - 1):
        return False
    opens = first == 0 or s.words[first - 1] in ",;:" or s.is_quote(first - 1) or bool(s.flags[first - 1] & CONJUNCTION)
    is_told_of = s.words[comma + 1].isdigit() or s.lows[comma + 1] in ("who", "whose", "one") or s.lows[comma + 1].endswith(("ing", "ed"))
    return opens and is_told_of and bool(s.flags[first] & INDEFINITE or s.flags[phrase.first - 1] & INDEFINITE)


_LONGEST_TITLE = 8


def before_title_and_firm(reader: WesternReader, s: Sentence, prev: int) -> Phrase | None:
    """The person who opens a sentence before a title and a firm that only commas part: "Ann Example, managing director, Sample Rivers said", the firm ending at token `prev`."""
    firm = prev
    while firm > 1 and s.is_word(firm) and (s.is_capitalised(firm) or s.lows[firm] in ("of", "and", "for")):
        firm -= 1
    if firm == prev or s.words[firm] != ",":
        return None
    title = next((k for k in range(firm - 1, max(1, firm - _LONGEST_TITLE), -1) if s.words[k] == ","), 0)
    if not title or s.flags[title + 1] & (ARTICLE | INDEFINITE | PREPOSITION | CONJUNCTION | PRONOUN) or not any(s.flags[k] & PEOPLE for k in range(title + 1, firm)):
        return None
    if any(s.flags[k] & (VERB | OTHER_VERB) and s.words[k].islower() for k in range(title, firm)):
        return None
    first = start_left(reader, s, title)
    phrase = describe(reader, s, first, title) if first == 0 else None
    return phrase if phrase is not None and phrase.person and phrase.person[1] == title else None
