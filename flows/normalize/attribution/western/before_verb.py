"""What stands between a subject and the verb behind it: adverbs, clitics, days, the document it is said in."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    DOCUMENT,
    OTHER_VERB,
    POSTING,
    PRONOUN,
    TIME,
    VERB,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.reader import WesternReader

_CLITICS = {"fr": ("y", "en", "les", "leur", "leurs", "s"), "es": ("les", "los", "nos", "os"), "pt": ("lhe", "lhes"), "it": ("gli", "ci", "ne", "si", "li")}


def before_verb(reader: WesternReader, s: Sentence, v: int) -> int:
    """The last token of what stands before the verb, its adverbs, clitics and days and a document that it is said in."""
    prev = v - 1
    while prev >= 0 and not is_end_of_name(reader, s, prev) and (s.flags[prev] & (ADVERB | OTHER_VERB) or is_adverb(reader, s, prev) or s.lows[prev] in ("n't", "not", "se", "lo", "le", "l", "m", "t") or is_clitic(reader, s, prev)) and s.is_word(prev) and (not s.flags[prev] & PRONOUN or is_clitic(reader, s, prev)):
        prev -= 1
    if prev > 0 and s.flags[v] & POSTING and s.lows[prev] == "se":  # «se manifestou no Twitter»
        prev -= 1
    if prev > 1 and s.words[prev].isdigit() and s.flags[prev - 1] & TIME:
        prev -= 1
    while prev > 0 and s.flags[prev] & TIME:
        prev -= 1
        while (prev > 0 and s.flags[prev] & (ADVERB | ARTICLE)) or (prev > 0 and s.lows[prev] in ("on", "late", "last", "in", "am")):
            prev -= 1
    return over_document(reader, s, prev) if reader.cues.language == "en" else prev


def is_clitic(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether a pronoun between a subject and its verb is the verb's object («le maire les a rassurés», „Exemplu i-a criticat“)."""
    if reader.cues.language == "ro":
        return "-" in s.words[k] and s.words[k].islower() and bool(s.flags[k] & PRONOUN)
    if reader.cues.language == "es" and s.lows[k] in ("la", "las") and s.lows[k + 1].endswith(("ó", "ron")) and k and s.is_capitalised(k - 1):
        return True  # «Ejemplo la lamentó»
    return s.lows[k] in _CLITICS.get(reader.cues.language, ()) and s.words[k].islower() and k + 1 < len(s) and bool(s.flags[k + 1] & (VERB | OTHER_VERB))


_OCCASION_WITHIN = 20


def before_occasion(s: Sentence, prev: int) -> int:
    """One past the name before "while speaking on the matter" or "in a statement to the Sample", which reaches to token `prev`; 0 where neither stands there."""
    for k in range(prev - 1, max(0, prev - _OCCASION_WITHIN), -1):
        if not s.is_word(k) or (s.flags[k] & VERB and s.words[k].islower()):
            return 0
        is_speaking = s.lows[k] == "while" and s.lows[k + 1].endswith("ing")
        if is_speaking or (s.lows[k : k + 3] == ["in", "a", "statement"] and k + 3 <= prev):
            return k if s.is_capitalised(k - 1) else 0
    return 0


_OWN = ("its", "his", "her", "their")
_ACCOUNTS = ("account", "handle", "page", "feed", "post")


def over_document(reader: WesternReader, s: Sentence, prev: int) -> int:
    """The last token before "in a note", "on its Twitter account" and the like, where that stands between subject and verb ("Sample Bank in a note said")."""
    noun = prev - 1 if prev > 3 and s.lows[prev] in reader.cues.lists["made_document"] else prev  # "in a report released Thursday said"
    is_place = s.lows[noun] in _ACCOUNTS and reader.cues.channel_of(s.lows[noun - 1]) is not None
    if noun < 3 or not (s.flags[noun] & DOCUMENT or reader.cues.channel_of(s.lows[noun]) or is_place):
        return prev
    k = next((k for k in range(noun - 1, max(0, noun - 5), -1) if s.lows[k] in ("in", "through", "via", "on")), 0)
    is_own = s.lows[k + 1] in _OWN
    if s.lows[k] == "on" and not is_own:
        return prev
    is_inside = k > 0 and s.is_capitalised(k - 1) and not any((s.is_capitalised(j) and not (is_own and reader.cues.channel_of(s.lows[j]))) or not s.is_word(j) for j in range(k + 1, noun))
    return k - 1 if is_inside and s.flags[k + 1] & ARTICLE else prev


def is_end_of_name(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether an adverb has the capital of the name that it ends ("West Loma Today reported")."""
    return reader.cues.language == "en" and s.lows[k] == "today" and k > 0 and s.is_capitalised(k) and s.is_capitalised(k - 1)


def is_adverb(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether the ending shows an English adverb ("finally")."""
    return reader.cues.language == "en" and not s.flags[k] and s.lows[k].endswith("ly") and len(s.words[k]) > 4 and s.words[k].islower()
