"""Verbs of saying in sentences that tell of an act: things added, orders given, an exit announced."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    INSIDE,
    OTHER_VERB,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.platforms import posts_news
from flows.normalize.attribution.western.reader import WesternReader

# verbs that tell of an act where a noun follows them and no clause
_DONE_TO_A_NOUN = ("announced", "announces", "claimed", "claims", "maintained", "maintains")


_IN_A_STORY = ("when", "if", "until", "before", "because")
_TALES = (["the", "story"], ["the", "tale"], ["the", "stories"], ["the", "tales"])


def is_no_speech(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether an English verb is a passive over an adverb ("was only added") or adds things ("added 12 points")."""
    lists = reader.cues.lists
    before = v - 1
    while before >= 0 and s.flags[before] & ADVERB:
        before -= 1
    if before >= 0 and s.lows[before] in lists["passive"]:
        return True
    after = s.words[v + 1] if v + 1 < len(s) else ""
    if posts_news(reader, s, v):
        return False
    if s.lows[v] == "shared":
        return after != "that" and not (after in (",", ".", ":", "") and any(s.is_quote(k) for k in range(v)))
    if s.lows[v] in ("recalled", "recalls", "posted"):
        return is_deed(reader, s, v)
    if s.lows[v] in ("added", "adds"):
        return after[:1].isdigit() or after in ("further", "more", "extra", "fresh") or after in lists["counted"] or adds_things(s, v, before) or adds_amount(s, v)
    if s.lows[v] in lists["with_quotes"]:
        return not is_quoting(s, v)
    if s.lows[v] in ("admitted", "admits") and any(low in lists["crimes"] for low in s.lows[v + 1 : v + 5]):
        return True
    if s.lows[v] in ("admitted", "admits"):
        is_noun = v + 1 < len(s) and s.is_word(v + 1) and not s.flags[v + 1] and s.words[v + 1].islower()
        return is_noun and (bool(v + 2 < len(s) and s.flags[v + 2] & (PREPOSITION | INSIDE)) or not is_clause(s, v))
    if s.lows[v] in ("affirmed", "affirms"):
        return any(low in lists["judged"] for low in s.lows[v + 1 : v + 7]) and after != "that"
    if s.lows[v] == "tells" and (after.lower() in lists["told_anyone"] or s.lows[v + 1 : v + 3] in _TALES or any(low in _IN_A_STORY for low in s.lows[max(0, v - 4) : v])):
        return True  # "a chart tells you nothing", "tells the story of", "when Ann tells Bob"
    if s.lows[v] == "ruled":
        return v + 1 < len(s) and (after in ("out", "over") or (s.is_capitalised(v + 1) and after.isalpha() and not s.flags[v + 1] & TIME))
    if s.lows[v] == "claim":
        return v + 1 < len(s) and s.lows[v + 1] in ("to", "of", "for", "on", "against", "by")
    if s.lows[v] in ("declared", "declares") and after in ("a", "an"):
        return True  # "declared a state of emergency"
    if s.lows[v] in ("reported", "reports") and after == "on":
        return before >= 0 and v + 2 < len(s) and s.lows[before] in ("has", "have", "had") and not s.flags[v + 2] & TIME
    if s.lows[v] in ("claims", "claimed") and v + 1 < len(s) and s.is_word(v + 1) and not s.flags[v + 1] & (PRONOUN | PREPOSITION | TIME | CONJUNCTION):
        return not is_clause(s, v)
    if s.lows[v] in _DONE_TO_A_NOUN and v + 1 < len(s) and s.flags[v + 1] & ARTICLE:
        return not is_clause(s, v)
    return s.lows[v] in ("told", "tells", "asked", "asks") and (after in ("through", "by", "as") or is_order(reader, s, v))


def is_quoting(s: Sentence, v: int) -> bool:
    """Whether words in quotation marks follow in the clause ("called the vote “crazy”"), which are no name."""
    if v + 1 >= len(s) or s.is_quote(v + 1) or s.lows[v + 1] in ("in", "out", "off", "up"):
        return False
    for k in range(v + 2, min(v + 18, len(s) - 1)):
        is_apposed = s.words[k] == "," and bool(s.flags[k + 1] & PEOPLE or s.is_capitalised(k + 1))  # "the sponsor, Ann Example"
        if (s.words[k] in ",;:" and not is_apposed) or s.flags[k] & VERB:
            return False
        if s.is_quote(k):
            return s.words[k] not in "'’" and s.words[k + 1].islower()
    return False


def is_clause(s: Sentence, v: int) -> bool:
    """Whether a verb, a quotation or "that" follows before the next comma: what is announced is said, not done ("announced her exit")."""
    if s.flags[v - 1] & TIME or not s.is_word(v - 1):
        return True
    for k in range(v + 1, min(v + 14, len(s))):
        if s.flags[k] & (VERB | OTHER_VERB) or s.is_quote(k) or s.words[k] == ":" or s.lows[k] == "that":
            return True
        if s.words[k] in ",;.":
            return False
    return False


def adds_things(s: Sentence, v: int, before: int) -> bool:
    """Whether somebody "has added a feature" or "added Example to a list": no word of theirs follows."""
    if v + 1 >= len(s) or not s.is_word(v + 1):
        return False
    if before >= 0 and s.lows[before] in ("has", "have", "had") and s.lows[v + 1] != "that":
        return True
    if s.flags[v + 1] & ARTICLE and s.lows[v + 1] != "that" and is_only_object(s, v):
        return True
    for k in range(v + 1, min(v + 8, len(s))):
        if s.lows[k] == "to":
            return True
        if not s.is_word(k) or s.flags[k] & (VERB | OTHER_VERB | CONJUNCTION | PRONOUN):
            return False
    return False


_ABOUT = ("over", "about", "around", "nearly", "almost", "roughly", "approximately", "some", "up", "to", "at", "least", "just", "under", "more", "less", "fewer", "than", "as", "much", "many")
_MONEY = ("$", "€", "£", "¥", "₹", "rs", "rm", "us", "a", "s", "hk")
_CLAUSE_OF_AMOUNT = 12


def adds_amount(s: Sentence, v: int) -> bool:
    """Whether an amount and no clause follows: "added over Rs 1,100 crore to its value", not "added over 500 people were hurt"."""
    k = v + 1
    while k < len(s) and (s.lows[k] in _ABOUT or s.lows[k] in _MONEY):
        k += 1
    if k >= len(s) or not s.words[k][0].isdigit():
        return False
    for j in range(k + 1, min(k + _CLAUSE_OF_AMOUNT, len(s))):
        if s.words[j] in ",.;" and not (j + 1 < len(s) and s.words[j + 1][0].isdigit()):
            return True
        if (s.flags[j] & (VERB | OTHER_VERB | PRONOUN) and s.words[j].islower()) or s.lows[j].endswith("ed") or s.is_quote(j):
            return False
    return True


def is_only_object(s: Sentence, v: int) -> bool:
    """Whether an article and a noun follow, and then a preposition: "added a charge for two men", not "added the town faces hard times"."""
    for k in range(v + 2, min(v + 7, len(s))):
        if s.flags[k] & (PREPOSITION | INSIDE) and k > v + 2:
            return True
        if not s.is_word(k) or s.flags[k] & (VERB | OTHER_VERB | CONJUNCTION | PRONOUN) or s.lows[k].endswith(("s", "ed")):
            return False
    return False


def is_deed(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether cars or players are "recalled from" somewhere, or something is "posted" on no platform ("posted a record time")."""
    if v + 1 >= len(s) or not s.is_word(v + 1):
        return False
    clause = next((k for k in range(v + 1, min(v + 16, len(s))) if not s.is_word(k)), min(v + 16, len(s)))
    if s.lows[v] == "posted":
        return bool(s.flags[v + 1] & ARTICLE) and not any(s.words[k] == "X" or reader.cues.channel_of(s.lows[k]) for k in range(len(s)))
    if s.flags[v + 1] & (CONJUNCTION | TIME | PREPOSITION) or s.lows[v + 1].endswith("ing"):
        return False
    return "from" in s.lows[v + 2 : clause]


def is_order(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether somebody is told to do something, not told something ("told him to leave")."""
    addressee = v + 1
    while addressee < len(s) and s.flags[addressee] & ADVERB:
        addressee += 1
    if addressee + 1 >= len(s):
        return False
    end = addressee + 1 if s.flags[addressee] & PRONOUN else end_right(reader, s, addressee)
    if end + 1 >= len(s) or s.lows[end] != "to" or any(s.lows[k] == "of" for k in range(addressee, end)):
        return False
    return s.words[end + 1].islower() and not s.flags[end + 1] & (ARTICLE | PRONOUN)


_GONE = ("missing", "stolen", "lost", "overdue")


def is_reported(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether somebody "reported her missing" or "reported a theft to the police", or a headline ends in what became known ("Second death reported")."""
    if v and v == len(s) - 1:
        return all(s.is_word(k) for k in range(v))
    if s.lows[v] == "announced" and ("starring" in s.lows[:v] or "featuring" in s.lows[:v]) and v + 1 < len(s) and s.words[v + 1] == ",":
        return True  # a headline: "A film starring Ann Example announced, in cinemas in May"
    if s.lows[v] == "responded" and s.lows[v + 1 : v + 2] == ["to"]:
        return any(low in reader.cues.lists["responded_to"] for low in s.lows[v + 2 : v + 6])
    if s.lows[v] in ("tweets", "tweeted") and s.lows[v + 1 : v + 2] == ["at"]:
        return True  # "he tweets at @sample"
    if s.lows[v] not in ("reported", "reports"):
        return False
    for k in range(v + 1, min(v + 8, len(s))):
        if not s.is_word(k) or s.flags[k] & (VERB | OTHER_VERB) or s.lows[k] == "that":
            return False
        if s.lows[k] in _GONE and k > v + 1:
            return True
        if s.lows[k] == "to" and any(low in reader.cues.lists["told_of_crimes"] for low in s.lows[k + 1 : k + 3]):
            return True
    return False


def tells_figures(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether a firm "reported $5 million in revenue" or "a net loss": figures of its own business, which are its statement only where an article begins with them."""
    if s.lows[v] not in ("reported", "reports", "posted"):
        return False
    for k in range(v + 1, min(v + 9, len(s))):
        if s.lows[k] in reader.cues.lists["figures"] or s.words[k] in ("$", "£", "€"):
            return True
        if s.words[k] in ",;:." or s.is_quote(k) or s.lows[k] == "that" or s.flags[k] & (VERB | OTHER_VERB):
            return False
    return False


def past_adverbs(s: Sentence, end: int) -> int:
    """Where the subject before a verb's auxiliaries and adverbs ends ("Ann Example has also taken to Twitter")."""
    while end > 1 and s.flags[end - 1] & (ADVERB | OTHER_VERB) and s.words[end - 1].islower():
        end -= 1
    return end
