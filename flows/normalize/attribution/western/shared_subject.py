"""Who does one thing "and said" another: the subject that two verbs share."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    COMPANY,
    CONJUNCTION,
    OTHER_VERB,
    PREPOSITION,
    TIME,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_of_subject, end_right
from flows.normalize.attribution.western.first_words import is_name_at_start
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader


def shared_subject(reader: WesternReader, s: Sentence, conjunction: int, number: int, is_report: bool, cue: int) -> Mention | None:
    """Who begins the sentence and does one thing "and said" another; not whom the first verb is about."""
    first = 0
    skipped = ADVERB | CONJUNCTION | (ARTICLE if reader.cues.language != "en" else 0)
    while first < conjunction and (s.flags[first] & skipped or not s.is_word(first)):
        first += 1
    if reader.cues.language == "en" and s.flags[first] & ARTICLE and first + 1 < conjunction and s.words[first + 1].islower():
        first += 1
    end = end_of_subject(reader, s, first) if reader.cues.language == "en" else end_right(reader, s, first)
    if not first < end < conjunction or s.flags[first] & PREPOSITION or any(s.words[k] in ",;:" for k in range(end, conjunction - 1)):
        return None
    if reader.cues.language == "en" and s.lows[end] == "on" and s.flags[end + 1] & TIME:
        end, name_end = end + 2, end  # "Sampleco on Friday named a chief, and said"
    else:
        name_end = end
    quotes = sum(s.is_quote(k) for k in range(end, conjunction))  # two: "dismissed the claim as a “hoax” and said"
    if (quotes and (quotes != 2 or reader.cues.language != "en" or s.is_quote(end))) or not (s.flags[end] & (VERB | OTHER_VERB) or s.lows[end].endswith(("ed", "s"))):
        return None
    phrase = describe(reader, s, first, name_end)
    if phrase is None or not (phrase.person or phrase.match or phrase.kind == "body" or is_name_alone(reader, s, phrase) or (reader.cues.language == "en" and s.flags[name_end - 1] & COMPANY)):
        return None
    return make_mention(reader, s, phrase, "subject", "verb.shared_subject", number, (cue, cue + 1), is_report=is_report)


def is_name_alone(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether an English sentence begins with a surname or a firm's name, and no other word with a capital."""
    is_single = reader.cues.language == "en" and phrase.kind == "latin" and phrase.end - phrase.first == 1
    return is_single and s.words[phrase.first].isalpha() and is_name_at_start(reader, s, phrase)
