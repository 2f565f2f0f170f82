"""The subject that stands after its verb, past what comes between."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    BODY,
    CONJUNCTION,
    DOCUMENT,
    OTHER_VERB,
    OUTLET,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
    WEAK,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.appositions import with_apposition_right
from flows.normalize.attribution.western.between import (
    is_feminine_article,
    is_object,
    is_told_medium,
    past_among_others,
    past_aside,
    past_manner,
    past_medium,
    past_route,
)
from flows.normalize.attribution.western.documents import author_of_document
from flows.normalize.attribution.western.extent import end_right, is_thing_owned
from flows.normalize.attribution.western.first_words import is_common_noun
from flows.normalize.attribution.western.german import (
    is_glad_of_words,
)
from flows.normalize.attribution.western.names import is_surname
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.routes import end_of_medium


def begins_clause(s: Sentence, v: int, end: int) -> bool:
    """Whether the name after an English verb only begins what is said ("Ann Example, a pilot, said the Sample flight crashed"), `end` being one past it."""
    if end + 1 >= len(s) or v < 2 or any(s.is_quote(k) for k in (v - 1, v - 2)):
        return False
    if s.words[end] in ("“", '"', "‘"):
        return s.words[end + 1].islower()
    k = end
    while k < len(s) and k - end < 4 and s.words[k].islower() and s.words[k].isalpha() and not s.flags[k] & ~(BODY | DOCUMENT):
        k += 1
    is_title = k < len(s) and s.is_word(k) and s.is_capitalised(k)  # "said Sample safety Ann Example"
    return k > end and not s.flags[end] and s.names[end] is None and not s.lows[end].endswith(("ly", "ing")) and not is_title


def subject_after(reader: WesternReader, s: Sentence, v: int, number: int, is_report: bool) -> Mention | None:
    """Who stands behind the verb at token `v`, past asides, days, media told and routes."""
    j = _past_adverbials(reader, s, v)
    if j + 1 < len(s) and s.words[j] == "@" and s.starts[j + 1] == s.ends[j]:
        handle = Phrase(j, j + 2, "person", None, (j, j + 2))
        mention = make_mention(reader, s, handle, "subject", "verb.subject_after", number, (v, v + 1), is_report=is_report)
        mention.char_start = s.starts[j]
        return mention
    j = past_route(reader, s, past_manner(reader, s, past_medium(reader, s, j)))
    if reader.cues.language not in ("en", "de", "pl") and j < len(s) and s.lows[j] in reader.cues.lists["told"] and not s.is_capitalised(j) and not is_feminine_article(reader, s, j):
        return None
    if j >= len(s) or (s.flags[j] & (PREPOSITION | CONJUNCTION | PRONOUN | VERB | OTHER_VERB) and not s.is_capitalised(j) and s.names[j] is None) or not (s.is_word(j) or (is_report and s.is_quote(j) and reader.cues.language != "en")):
        return None
    if s.words[j - 1] == "-" and s.ends[j - 1] == s.starts[j]:
        return None  # the last part of a compound („im „Muster“-Gespräch“)
    if is_object(reader, s, v, j) or (s.lows[j] in reader.cues.lists["infinitives"] and not (s.is_capitalised(j) and reader.cues.language == "en")):
        return None  # «contou ter perdido a amiga»
    end = end_right(reader, s, j)
    if end <= j or (reader.cues.language == "en" and end < len(s) and s.flags[end] & (VERB | OTHER_VERB)):
        return None
    end = _before_topic(reader, s, j, end) if reader.cues.language == "en" else _before_medium_told(reader, s, j, end)
    if reader.cues.language == "en" and begins_clause(s, v, end):
        return None
    phrase = describe(reader, s, j, end)
    if phrase is None or (reader.cues.language == "en" and _is_subject_of_clause(s, v, phrase)):
        return None
    if reader.cues.language == "de" and phrase.kind == "latin" and phrase.match is None and s.words[phrase.first].islower():
        if s.flags[v] & WEAK or not s.lows[phrase.end - 1].endswith(tuple(reader.cues.lists["people_endings"])):
            return None  # „forderte höhere Löhne“
        phrase.kind, phrase.head = "unnamed", s.lows[phrase.end - 1]
    if is_common_noun(reader, s, phrase):
        if not s.lows[phrase.first].endswith(tuple(reader.cues.lists["people_endings"])):
            return None
        phrase.kind, phrase.head = "unnamed", s.lows[phrase.first]
    if phrase.kind == "latin" and _is_surname_alone(s, phrase) and not (reader.cues.language in ("fr", "es") and s.flags[phrase.first - 1] & ARTICLE):
        phrase.kind, phrase.person = "person", (phrase.first, phrase.end)
    if phrase.kind == "document" and reader.cues.language == "en" and (author := author_of_document(reader, s, end)) is not None:
        return make_mention(reader, s, author, "document", "verb.document_after", number, (v, v + 1), is_report=True)
    phrase = with_apposition_right(reader, s, phrase)
    return make_mention(reader, s, phrase, "subject", "verb.subject_after", number, (v, v + 1), is_report=is_report)


def _past_adverbials(reader: WesternReader, s: Sentence, v: int) -> int:
    """Where a subject may begin behind the verb at token `v`: past asides, adverbs and days."""
    j = past_aside(reader, s, past_among_others(s, v + 1))
    j += 2 * (s.lows[j : j + 2] == ["o", "tym"])  # «poinformował o tym Jan Przykład»
    j += is_glad_of_words(reader, s, v, j)
    while j + 1 < len(s) and s.flags[j] & ARTICLE and s.flags[j + 1] & TIME:
        j += 2
    while j < len(s) and (s.flags[j] & (ADVERB | TIME) or (s.lows[j] in ("am", "on", "w", "el", "ce") and j + 1 < len(s) and s.flags[j + 1] & TIME)) and s.names[j] is None:
        j += 1
    return j


def _before_medium_told(reader: WesternReader, s: Sentence, j: int, end: int) -> int:
    """The end of the subject at token j, before the medium that it told, where one stands in the phrase that ends at `end`."""
    if reader.cues.language == "de":
        return next((
            k for k in range(j + 1, end - 1)
            if s.lows[k] in ("der", "dem") and s.names[k] is None and (s.names[k + 1] is not None or is_told_medium(s, k))
            and (told := describe(reader, s, k + 1, end)) and told.kind in ("outlet", "agency")
        ), end)
    return next((
        k for k in range(j + 1, end - 1)
        if s.lows[k] in reader.cues.lists["told"] and s.words[k].islower() and (end_of_medium(reader, s, k + 1) or (s.flags[k + 1] & OUTLET and s.is_capitalised(k - 1)))
    ), end)


def _before_topic(reader: WesternReader, s: Sentence, j: int, end: int) -> int:
    """The end of the English subject at token j, before what it speaks of ("said Example | of Sample's exit", "said Example | of the Loman")."""
    of = next((k for k in range(j + 1, min(j + 4, end)) if s.lows[k] == "of"), 0)
    if not of or any(s.flags[k] or not s.is_capitalised(k) or s.names[k] is not None for k in range(j, of)):
        return end
    is_owned = s.words[end - 1].islower() and any(s.lows[k].endswith(POSSESSIVE) for k in range(of + 1, end - 1))
    return of if is_owned or (of == j + 1 and is_surname(reader, s.text, s.words[j])) else end


def _is_subject_of_clause(s: Sentence, v: int, phrase: Phrase) -> bool:
    """Whether an English phrase is no speaker but what the clause told is about, or no name."""
    if not phrase.person and any(s.lows[k].endswith("ed") and not s.flags[k] and s.words[k].islower() for k in range(phrase.first + 1, phrase.end)):
        return True  # "testified the president changed the plans"
    if not s.is_quote(v - 1) and is_thing_owned(s, phrase):
        return True  # "…, said Ann Example's hiring was wrong"
    return phrase.kind == "latin" and not s.is_capitalised(phrase.first) and not s.flags[phrase.first]


def _is_surname_alone(s: Sentence, phrase: Phrase) -> bool:
    """Whether a name of one word is a person's: no acronym, without digits, and not given in brackets after what it stands for."""
    word = s.words[phrase.first]
    return phrase.end - phrase.first == 1 and not word.isupper() and not any(c.isdigit() for c in word) and f"({word})" not in s.text
