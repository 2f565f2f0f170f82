"""Shops and firms whose names end as owners do: "Sample's said"."""

from flows.normalize.attribution.language_cues import VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.phrase import make_mention
from flows.normalize.attribution.western.reader import WesternReader

_NO_OWNERS = ("it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "let", "this", "everyone", "everybody", "nobody")


def shop(reader: WesternReader, s: Sentence, k: int, number: int, is_report: bool, cue: int) -> Mention | None:
    """The firm at token k that says something right behind its name ("Sample's said on Friday"), which no owner does."""
    low = s.lows[k].removesuffix(POSSESSIVE[0]).removesuffix(POSSESSIVE[1])
    if k + 1 != cue or not s.flags[cue] & VERB or not s.words[k][0].isupper() or low in _NO_OWNERS or reader.cues.words.get(low):
        return None
    if k and (s.is_capitalised(k - 1) or s.is_quote(k - 1)):
        return None
    return make_mention(reader, s, Phrase(k, k + 1, "organisation", s.names[k]), "subject", "verb.shop", number, (cue, cue + 1), is_report=is_report)
