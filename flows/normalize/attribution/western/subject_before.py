"""The subject that stands before its verb, over appositions to the name."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    COMPANY,
    CONJUNCTION,
    DOCUMENT,
    INSIDE,
    OTHER_VERB,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.apposed_subject import before_title_and_firm, over_apposition
from flows.normalize.attribution.western.appositions import (
    CALLED,
    before_other_name,
    comma_before,
    with_title_left,
)
from flows.normalize.attribution.western.before_verb import before_occasion
from flows.normalize.attribution.western.documents import as_maker, author_of_document
from flows.normalize.attribution.western.extent import (
    is_complement,
    is_thing_owned,
    preposition_before,
    start_left,
)
from flows.normalize.attribution.western.first_words import is_common_noun, is_name_at_start
from flows.normalize.attribution.western.hosts import end_of_host, medium_of_reporter
from flows.normalize.attribution.western.person_names import person_name
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.platforms import is_release
from flows.normalize.attribution.western.possessors import is_possessor
from flows.normalize.attribution.western.reader import NAMELESS, WesternReader
from flows.normalize.attribution.western.relative_clauses import antecedent, body_antecedent
from flows.normalize.attribution.western.shared_subject import shared_subject
from flows.normalize.attribution.western.shops import shop

_DASHES = ("-", "–", "—")
_LONGEST_ASIDE = 25


def subject_before(reader: WesternReader, s: Sentence, end: int, number: int, is_report: bool, cue: int | None = None) -> Mention | None:
    """The phrase that ends before token `end`; over an apposition between commas to the name before it."""
    cue = end if cue is None else cue
    prev = end - 1
    if prev < 0 or s.lows[prev].endswith(POSSESSIVE):
        return shop(reader, s, prev, number, is_report, cue) if prev >= 0 and reader.cues.language == "en" else None
    if s.lows[prev] == "who":
        return antecedent(reader, s, prev, number, cue)
    if s.lows[prev] == "which" and reader.cues.language == "en":
        return body_antecedent(reader, s, prev, number, is_report, cue)
    if s.flags[prev] & PRONOUN and (not s.is_capitalised(prev) or (prev == 0 and not s.words[0].isupper()) or s.words[prev][1:2] in ("'", "’")):
        return None
    if s.flags[prev] & CONJUNCTION and s.lows[prev] in reader.cues.lists["and_but"]:
        return shared_subject(reader, s, prev, number, is_report, cue)
    if reader.cues.language == "en" and not CALLED.isdisjoint(s.lows[max(0, prev - 9) : prev]) and (name := before_other_name(s, prev)):
        end, prev = name, name - 1
    if reader.cues.language == "en" and (before := before_occasion(s, prev)):
        end, prev = before, before - 1
    if s.words[prev] in ")]":
        opening = next((k for k in range(prev - 1, max(-1, prev - 10), -1) if s.words[k] in "(["), None)
        if not opening:
            return None
        prev = opening - 1
    if s.words[prev] in _DASHES and reader.cues.language == "en":
        return _over_dashes(reader, s, prev, number, is_report, cue)
    if reader.cues.language == "en" and "," in s.words[:prev] and (named := before_title_and_firm(reader, s, prev)) is not None:
        return make_mention(reader, s, named, "subject", "verb.subject_apposed", number, (cue, cue + 1), is_report=is_report)
    if s.words[prev] == ",":
        return over_apposition(reader, s, prev, number, is_report, cue)
    if not s.is_word(prev) and not s.is_quote(prev) and not ends_abbreviation(s, prev):
        return None
    if s.is_quote(prev) and reader.cues.language == "en" and (s.words[prev - 1] in (",", "!", "?") or is_work(s, prev)):
        return None  # spoken words or a show, not a name in quotation marks
    if (named := named_before_description(reader, s, prev + 1)) is not None:
        return make_mention(reader, s, named, "subject", "verb.subject_described", number, (cue, cue + 1), is_report=is_report)
    first = start_left(reader, s, prev + 1)
    if first > prev:
        return None
    before = preposition_before(reader, s, first)
    is_complemented = before > 0 and s.lows[before] not in reader.cues.lists["after_which"]
    if is_complemented and (named := named_before_place(reader, s, before)) is not None:
        return make_mention(reader, s, named, "subject", "verb.subject_described", number, (cue, cue + 1), is_report=is_report)
    if is_complemented and (whole := described_before(reader, s, before) or _people_before(reader, s, before)) is not None:
        return _complemented(reader, s, whole, prev, number, is_report, cue)
    if is_complemented and s.names[first] is None and not s.flags[prev] & NAMELESS and all(s.is_capitalised(k) for k in range(first + 1, prev + 1)):
        return None
    return _next_before(reader, s, first, prev, number, is_report, cue)


_IN_THE_KNOW = ("acquainted", "briefed", "close", "familiar", "knowledge")


def _people_before(reader: WesternReader, s: Sentence, before: int) -> Phrase | None:
    """Nameless people whom a longer description follows up to the preposition at token `before` ("sources familiar with the inquiry | into the leak")."""
    if reader.cues.language != "en":
        return None
    farther = preposition_before(reader, s, start_left(reader, s, before))
    whole = described_before(reader, s, farther) if farther > 0 and s.lows[farther - 1] in _IN_THE_KNOW else None
    return whole if whole is not None and whole.kind == "unnamed" else None


def _complemented(reader: WesternReader, s: Sentence, whole: Phrase, prev: int, number: int, is_report: bool, cue: int) -> Mention:
    """Who or whose document it is whose phrase a preposition goes on with, to token `prev` ("a cleaner from Example said")."""
    author = author_of_document(reader, s, whole.end) if whole.kind == "document" and reader.cues.language == "en" else None
    if author is not None:
        author = as_maker(reader, s, author) if any(low in reader.cues.lists["made_document"] for low in s.lows[whole.first : whole.end + 1]) else author
        author.channel = author.channel or ("press_service" if any(is_release(s, k) for k in range(whole.first, author.first)) else None)
        return make_mention(reader, s, author, "document", "verb.document_said", number, (cue, cue + 1), is_report=True)
    if whole.kind == "unnamed":
        whole.end = next((k for k in range(whole.first + 1, cue) if s.lows[k] == "speaking"), cue)  # "sources speaking to the Sample said"
        while whole.end > prev + 1 and (s.flags[whole.end - 1] & ADVERB or s.lows[whole.end - 1] in ("is", "are", "was", "were", "has", "have", "had")):
            whole.end -= 1
    return make_mention(reader, s, whole, "subject", "verb.subject_complemented", number, (cue, cue + 1), is_report=is_report)


def is_work(s: Sentence, close: int) -> bool:
    """Whether a small noun that is nobody stands before the name in quotation marks that ends at the token ("the morning show “Example”")."""
    opening = s.opening_quote(close)
    return opening is not None and opening > 0 and s.words[opening - 1].islower() and not s.flags[opening - 1]


def _over_dashes(reader: WesternReader, s: Sentence, prev: int, number: int, is_report: bool, cue: int) -> Mention | None:
    """Who stands before what is said between dashes, the second of them at `prev` ("Ann Example – who is 40 – said"); nobody in a list of places."""
    opening = next((k for k in range(prev - 2, max(0, prev - _LONGEST_ASIDE), -1) if s.words[k] in _DASHES), 0)
    mention = subject_before(reader, s, opening, number, is_report, cue) if opening else None
    first = s.token_at(mention.char_start) if mention is not None else 0
    return None if first and s.words[first - 1] == "," else mention


def _next_before(reader: WesternReader, s: Sentence, first: int, prev: int, number: int, is_report: bool, cue: int) -> Mention | None:
    """Whom the tokens from `first` to `prev`, right before the verb, name as its subject."""
    owner = end_of_host(reader, s, first, prev + 1, "interview") if is_report else prev + 1
    phrase = describe(reader, s, first, owner)  # "Example FM's Ann Example reports": the medium does
    if phrase is None:
        return None
    if phrase.first and s.lows[phrase.first - 1] in reader.cues.lists["objects"] and s.names[phrase.first - 1] is None:
        return None  # „damit sie den Brief nicht schreibt“
    if phrase.kind == "platform" and phrase.first and s.lows[phrase.first - 1] in ("on", "via") and reader.cues.language == "en":
        return None  # "a woman who posted it on Twitter said"
    if reader.cues.language == "en" and s.lows[cue] in reader.cues.lists["done_by_things"] and is_thing_owned(s, phrase):
        return None  # "Example's plan suggests"
    is_german_noun = reader.cues.language == "de" and phrase.kind == "latin" and s.lows[phrase.first].endswith(
        tuple(reader.cues.lists["common_noun_endings"])
    ) and not (phrase.first + 1 < phrase.end and s.is_capitalised(phrase.first + 1))
    if is_german_noun or is_possessor(reader, s, phrase):
        return None
    if first >= 2 and s.words[first - 1] == "," and not phrase.person and reader.cues.words.get(phrase.head or "", 0) & PEOPLE:
        name = start_left(reader, s, first - 1)
        before = describe(reader, s, name, first - 1) if name < first - 1 else None
        if before and before.person:
            return make_mention(reader, s, before, "subject", "verb.subject_apposed", number, (cue, cue + 1), is_report=is_report)
    if first >= 2 and s.words[first - 1] == "," and phrase.person and phrase.first == phrase.person[0]:
        phrase = with_title_left(reader, s, phrase)
    if is_report and phrase.person and reader.cues.language == "en" and (medium := medium_of_reporter(reader, s, phrase)) is not None:
        phrase = medium
    if phrase.kind == "latin" and not phrase.match and not is_name_at_start(reader, s, phrase):
        if reader.cues.language != "en" or not s.lows[prev].endswith("s") or phrase.end - phrase.first > 1:
            return None
        phrase.kind, phrase.head = "unnamed", s.lows[prev]  # "Tenants say": people of that sort
    if is_common_noun(reader, s, phrase):
        if not s.lows[phrase.first].endswith(tuple(reader.cues.lists["people_endings"])):
            return None
        phrase.kind, phrase.head = "unnamed", s.lows[phrase.first]
    if reader.cues.language != "en" and phrase.kind == "latin" and not is_report and phrase.end - phrase.first == 1 and s.words[phrase.first].isalpha() and not s.words[phrase.first].isupper() and not has_article(reader, s, phrase):
        phrase.kind, phrase.person = "person", (phrase.first, phrase.end)
    if is_author_of_document(reader, s, phrase.first):
        phrase.kind, phrase.person = ("body", None) if phrase.kind in ("latin", "person") and not phrase.head else (phrase.kind, phrase.person)
        return make_mention(reader, s, phrase, "document", "verb.document_author", number, (cue, cue + 1), is_report=is_report)
    return make_mention(reader, s, phrase, "subject", "verb.subject_before", number, (cue, cue + 1), is_report=is_report)


def has_article(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether a French or Spanish article stands before a name of one word, which is then no person's («la Drees»)."""
    return reader.cues.language in ("fr", "es") and phrase.first > 0 and bool(s.flags[phrase.first - 1] & ARTICLE)


def is_author_of_document(reader: WesternReader, s: Sentence, first: int) -> bool:
    """Whether the phrase from token `first` says who made the document before it («un estudio realizado por Ejemplo muestra que»)."""
    if reader.cues.language == "en" or first < 3 or s.lows[first - 1] not in reader.cues.lists["by"]:
        return False
    return bool(s.flags[first - 3] & DOCUMENT) and s.is_word(first - 2) and not s.flags[first - 2] & (VERB | OTHER_VERB | PREPOSITION)


def over_relative_clause(reader: WesternReader, s: Sentence, end: int, number: int, is_report: bool, cue: int) -> Mention | None:
    """Who stands before a clause of its own that the verb follows: "a source who was not allowed to speak told"; `end` is one past the clause."""
    who = next((k for k in range(end - 1, max(0, end - 20), -1) if s.lows[k] == "who" or not s.is_word(k)), 0)
    if who < 1 or s.lows[who] != "who" or reader.cues.language != "en":
        return None
    own = next((k for k in range(who + 1, end) if not s.flags[k] & ADVERB), end)
    if own >= end - 1 or any(s.lows[k] in ("he", "she", "they", "we", "i", "that", "which") for k in range(own, end)):
        return None
    first = start_left(reader, s, who)
    phrase = describe(reader, s, first, who) if first < who and not is_complement(s, first) else None
    if phrase is None or phrase.kind in ("document", "latin"):
        return None
    if not phrase.person and (named := named_before_description(reader, s, phrase.end)) is not None:
        phrase = named  # "Ann Example, the clerk who found it said"
    return make_mention(reader, s, phrase, "subject", "verb.over_relative_clause", number, (cue, cue + 1), is_report=is_report)


def ends_abbreviation(s: Sentence, k: int) -> bool:
    """Whether the full stop belongs to a name ("Example Inc. said", "the U.N. said", "Bob Example Jr. said")."""
    if k < 1 or s.words[k] != "." or not s.is_capitalised(k - 1):
        return False
    return (k > 2 and len(s.words[k - 1]) == len(s.words[k - 3]) == 1 and s.words[k - 2] == ".") or bool(s.flags[k - 1] & COMPANY) or s.lows[k - 1] in ("jr", "sr")


def described_before(reader: WesternReader, s: Sentence, end: int) -> Phrase | None:
    """The document or person that a preposition goes on to describe: "A report on the Sample site", "the head of trade at Sample Ltd"."""
    first = start_left(reader, s, end)
    if first >= end or (first and s.flags[first - 1] & PREPOSITION and not s.flags[first - 1] & INSIDE):
        return None
    phrase = describe(reader, s, first, end)
    if phrase is not None and phrase.kind == "person" and not phrase.person and reader.cues.language == "en":
        while phrase.end - first > 1 and not s.flags[phrase.end - 1] and s.lows[phrase.end - 1].endswith(("ed", "ing", "familiar")):
            phrase.end -= 1  # "a lawyer associated with the case"
    if phrase is not None and phrase.kind == "body" and s.words[phrase.end - 1].islower() and reader.cues.language == "en":
        return phrase  # "the governor's office in the state of Sul"
    if phrase is None or phrase.match is not None or phrase.kind not in ("document", "person", "official", "unnamed"):
        return None
    if phrase.kind == "unnamed":
        return phrase if reader.cues.language == "en" else None
    return phrase if s.flags[phrase.end - 1] & (DOCUMENT | PEOPLE) or phrase.person or phrase.kind == "document" else None


def named_before_place(reader: WesternReader, s: Sentence, preposition: int) -> Phrase | None:
    """The person of "Ann Example, from the Loma Institute said": who stands before the one comma, behind which only their place follows."""
    if reader.cues.language != "en" or preposition < 3 or s.words[preposition - 1] != "," or s.lows[preposition] not in ("from", "of", "at", "with"):
        return None
    first = start_left(reader, s, preposition - 1)
    phrase = describe(reader, s, first, preposition - 1) if first < preposition - 1 and not is_complement(s, first) else None
    return phrase if phrase is not None and phrase.person and phrase.person[1] == preposition - 1 else None


def named_before_description(reader: WesternReader, s: Sentence, end: int) -> Phrase | None:
    """The person of "Ann Example, head of research at Example Ltd": who stands before what describes the person."""
    described = False
    comma = comma_before(reader, s, end)
    for _ in range(2):
        if not comma or any((s.flags[k] & (VERB | OTHER_VERB | PRONOUN) and not s.is_capitalised(k)) or s.is_quote(k) for k in range(comma + 1, end)):
            return None
        described = any(s.flags[k] & PEOPLE and not s.lows[k].endswith(POSSESSIVE) for k in (*range(comma + 1, min(end, comma + 5)), end - 1))
        if person_name(reader, s, comma + 1, end) is not None and not (described and s.flags[comma + 1] & PEOPLE and s.flags[comma + 2] & INSIDE):
            return None
        if described:
            break
        end, comma = comma, comma_before(reader, s, comma)
    if not described:
        return None
    first = start_left(reader, s, comma)
    phrase = describe(reader, s, first, comma) if first < comma else None
    if phrase is None or not phrase.person or is_complement(s, first):
        return None
    return None if s.lows[phrase.person[1] - 1].endswith(POSSESSIVE) else phrase
