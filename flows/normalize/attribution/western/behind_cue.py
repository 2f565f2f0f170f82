"""What stands between a cue and the source behind it: verbs, days, a noun for the source inside the cue."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    DOCUMENT,
    OUTLET,
    TIME,
    UNNAMED,
    VERB,
)
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.phrase import describe
from flows.normalize.attribution.western.reader import WesternReader


def quoted_place(s: Sentence, end: int) -> int:
    """Where the document begins, after what stands between: „heißt es am Freitag in einer Mitteilung“; the end where none."""
    for k in range(end, min(end + 5, len(s) - 1)):
        if s.lows[k] in ("in", "im"):
            return k + 1
        if not s.is_word(k):
            break
    return len(s)


def over_adverbs(s: Sentence, j: int) -> int:
    """Past the day between verb and subject («según informó este viernes la empresa»)."""
    while j + 1 < len(s) and s.names[j] is None and not s.is_capitalised(j) and (
        s.flags[j] & (ADVERB | TIME) or (s.flags[j] & ARTICLE and s.flags[j + 1] & TIME)
    ):
        j += 1
    return j


def over_verb(reader: WesternReader, s: Sentence, j: int) -> int:
    """Past the verb of «según se detalló en …», «selon ce que rapporte …», «secondo quanto si legge in …»."""
    lists = reader.cues.lists
    k = j
    while k < len(s) and k - j < 3 and s.lows[k] in lists["told_by"]:
        k += 1
    is_verb = k < len(s) and bool(s.flags[k] & VERB)
    if not is_verb and k < len(s) and not s.flags[k] and s.words[k].islower():
        if k == j and s.lows[k].endswith(tuple(lists["past_endings"])) and k + 1 < len(s):
            return k + 1
        is_verb = k > j and s.lows[k].endswith(tuple(lists["participle_endings"]))
    if not is_verb and s.lows[k - 1] not in lists["reads"]:
        return j
    k += is_verb
    if is_verb and k + 3 < len(s) and s.lows[k] in lists["told"] and s.lows[k + 1] in lists["this"] and s.flags[k + 2] & OUTLET:
        return k + 3  # «según ha contado a este diario una portavoz»
    if is_verb and k == j + 1 and k < len(s) and reader.cues.language != "en" and s.lows[k] not in lists["where_or_by"] | lists["told"]:
        return k  # «según informan fuentes policiales»
    return k + 1 if k < len(s) and s.lows[k] in lists["where_or_by"] else j


def inside_cue(reader: WesternReader, s: Sentence, first: int, end: int) -> Phrase | None:
    """What gives the information, where the cue has the word for it («según fuentes del sector»)."""
    for k in range(first + 1, end):
        if s.flags[k] & (UNNAMED | DOCUMENT):
            phrase = describe(reader, s, k, end_right(reader, s, k))
            return phrase if phrase is not None and phrase.kind in ("unnamed", "document") else None
    return None
