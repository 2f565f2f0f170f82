"""English verbs that speak only in some company: beside a quotation, before a clause, after people in the plural; phrases that stand for one."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    INDEFINITE,
    OTHER_VERB,
    PREPOSITION,
    PRONOUN,
    TIME,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.acts import past_adverbs
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.subject_before import subject_before

_CLAUSE_WITHIN = 12
_SPEAKER_WITHIN = 14
_OPENING = ("“", "\"", "`", "‘")
_CLOSED_BY = (",", "!", "?", ".", "…")
_AFTER_FINITE = ARTICLE | INDEFINITE | PREPOSITION | PRONOUN | TIME | ADVERB
_SORTS_OF_STATES = ("member", "neighbouring", "neighboring", "coastal", "border", "island", "many", "several", "other")
_BEFORE_TIME = ("on", "in", "last", "this", "late", "early", "next")
_NO_FINITE_VERB = ("be", "been", "told", "made", "led", "paid", "held", "read", "sent", "kept", "bought", "brought", "caught")


def lacks_company(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether a verb that needs a quotation beside it, or a clause after it, has none."""
    needs_clause = s.lows[v] in reader.cues.lists["with_clause"]
    if not needs_clause and s.lows[v] not in reader.cues.lists["beside_quotes"]:
        return False
    return not (needs_clause and begins_content(s, v)) and not is_beside_quotation(s, v)


def is_noun(s: Sentence, v: int) -> bool:
    """Whether what may be a verb is the plural of a noun: another verb stands right before it ("made claims", "rejected reports")."""
    if not v or not s.lows[v].endswith("s") or not s.is_word(v - 1):
        return False
    if s.is_capitalised(v - 1):
        return is_of_places(s, v)
    if s.lows[v] == "states" and s.lows[v - 1] in _SORTS_OF_STATES:
        return True
    before = s.flags[v - 1]
    is_done = not before and s.lows[v - 1].endswith(("ed", "ing")) and not (v > 1 and s.flags[v - 2] & ARTICLE)
    return bool(before & OTHER_VERB and not before & ADVERB) or is_done


def is_of_places(s: Sentence, v: int) -> bool:
    """Whether "states" follows the names of some, which "and" joins ("Sampla and Loma states"); what one says follows "that", a colon or a quotation."""
    if s.lows[v] != "states" or (v + 1 < len(s) and (s.lows[v + 1] in ("that", ":") or s.is_quote(v + 1))):
        return False
    k = v - 1
    while k > 0 and s.is_capitalised(k) and v - k < 5:
        k -= 1
    return 0 < k < v - 1 and s.lows[k] in ("and", "or") and s.is_capitalised(k - 1)


def stance_of(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """Who "is convinced", "made clear" or "expressed hope" that something is so; the cue has tokens [first, end)."""
    if not begins_content(s, end - 1):
        return None
    mention = subject_before(reader, s, past_adverbs(s, first), number, False, first)
    return mention if mention is not None and mention.kind != "document" else None


def goes_on_to_say(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """Who "went on to say" or "was quick to point out" something."""
    if end >= len(s) or s.lows[end] not in reader.cues.lists["infinitives"]:
        return None
    return subject_before(reader, s, past_adverbs(s, first), number, False, first)


def is_beside_quotation(s: Sentence, v: int) -> bool:
    """Whether words in quotation marks lead up to the verb and its subject, or begin behind it ("she laughed: “It rains”")."""
    for k in range(v + 1, min(v + 12, len(s))):
        if s.words[k] == ":":
            return k + 1 < len(s)
        if s.words[k] in _OPENING:
            return k == v + 1 or s.words[k - 1] == ","
        if s.words[k] in ",;" and not (k + 1 < len(s) and s.words[k + 1] in _OPENING):
            break
    for k in range(v - 1, max(0, v - _SPEAKER_WITHIN), -1):
        if s.is_quote(k) and s.words[k] not in "'’":
            return s.words[k - 1] in _CLOSED_BY and is_end_of_speech(s, v)
        if s.words[k] in ";:":
            return False
    return False


def is_end_of_speech(s: Sentence, v: int) -> bool:
    """Whether nothing that is done follows the verb: the sentence ends, or says when, where or how."""
    if v + 1 >= len(s) or not s.is_word(v + 1) or (v and s.is_quote(v - 1)):
        return True
    return bool(s.flags[v + 1] & (ADVERB | TIME | PREPOSITION | CONJUNCTION)) or s.lows[v + 1].endswith("ly")


def tells_the_news(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether somebody "confirmed the news" or "responded with a statement"."""
    if s.lows[v] in ("confirmed", "confirms", "denied", "denies"):
        return s.lows[v + 1 : v + 2] == ["the"] and s.lows[v + 2 : v + 3] in (["news"], ["report"], ["reports"], ["rumours"], ["rumors"])
    is_with = s.lows[v] in ("responded", "responds") and s.lows[v + 1 : v + 2] in (["with"], ["in"])
    return is_with and any(low in reader.cues.lists["statements"] for low in s.lows[v + 3 : v + 6])


def begins_content(s: Sentence, v: int) -> bool:
    """Whether what somebody thinks or says follows the verb as a clause ("hopes that it rains", "fears the town will flood"), and no thing or deed."""
    first = v + 1
    while first < len(s) and s.is_word(first) and (s.flags[first] & (ADVERB | TIME) or (s.lows[first] in _BEFORE_TIME and s.flags[min(first + 1, len(s) - 1)] & TIME)):
        first += 1
    if first + 1 >= len(s) or not s.is_word(first) or (s.flags[first] & OTHER_VERB and s.words[first].islower()):
        return False
    if s.lows[first] in ("that", "whether") or (s.lows[first] in ("it", "he", "she", "they", "we", "there", "i") and s.lows[first + 1] not in ("to", "as")):
        return True
    if s.flags[first] & PREPOSITION or s.lows[first] in ("to", "of", "for"):
        return False
    for k in range(first + 1, min(v + _CLAUSE_WITHIN, len(s))):
        if s.lows[k] == "that":
            return k < first + 3
        if not s.is_word(k) or s.lows[k] == "to" or s.flags[k] & PRONOUN or s.flags[k] & CONJUNCTION:
            return False
        if s.flags[k] & OTHER_VERB and s.words[k].islower() and s.lows[k] not in _NO_FINITE_VERB:
            return True
        if k > first + 1 and s.lows[k].endswith("ed") and k + 1 < len(s) and (not s.is_word(k + 1) or s.flags[k + 1] & _AFTER_FINITE):
            return s.lows[k + 1] != "by"
    return False


def plural_subject(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """Who "warn", "argue" or "believe" something: nameless people, or the police, right before a verb in the plural that is no infinitive."""
    end = v
    while end > 0 and (s.flags[end - 1] & ADVERB or s.lows[end - 1].endswith("ly")) and s.words[end - 1].islower():
        end -= 1
    if not end or s.flags[end - 1] & (OTHER_VERB | PREPOSITION | PRONOUN | CONJUNCTION) or s.lows[end - 1] in ("to", "people", "persons") or s.lows[end - 1].endswith(("n't", "n’t")):
        return None
    if s.lows[v] in reader.cues.lists["with_clause"] and not begins_content(s, v) and not is_of_something(s, v):
        return None
    if not s.is_word(end - 1):
        return None
    mention = subject_before(reader, s, end, number, False, v)
    if mention is None or not (mention.kind == "unnamed" or s.lows[end - 1] == "police"):
        return None
    first = s.token_at(mention.char_start)
    if s.lows[first] in _GIVES or s.lows[first - 1 if first else 0] in _GIVES:
        return None  # "giving fans hope"
    return None if first and s.lows[first - 1] in ("do", "did", "does", "will", "would", "can", "could", "should", "let", "lets", "make", "makes", "made", "making", "hear", "help", "helps", "helped") else mention


_GIVES = ("give", "gives", "gave", "given", "giving", "offering", "bringing")


def is_of_something(s: Sentence, v: int) -> bool:
    """Whether people "suspect a gang" or "believe the man fled": an article follows what is only thought of such things."""
    return s.lows[v] in ("believe", "suspect", "think", "fear") and v + 1 < len(s) and bool(s.flags[v + 1] & (ARTICLE | INDEFINITE))
