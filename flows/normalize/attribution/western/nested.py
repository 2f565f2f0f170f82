"""People without a name who speak in English only in what another says."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import CONJUNCTION
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.reader import WesternReader

_NEAR = 6  # tokens between the verb of who says it and whom it is said of
_TO_WHOM = ("him", "her", "them")


def is_told_of(reader: WesternReader, s: Sentence, mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether who speaks without a name does so only in what another says ("Police say the girl told a clerk", "revealed doctors have told him"), or with one only to the police."""
    if mention.form != "subject" or mention.cue is None or mention.kind not in ("unnamed", "person", "latin") or mention.cue[0] < mention.char_start:
        return False
    v = s.token_at(mention.cue[0])
    if mention.person or mention.match is not None or mention.kind == "latin":
        if s.lows[v] == "admitted" and any(other is not mention and other.form == "subject" and other.char_start < mention.char_start and other.kind not in ("outlet", "agency") for other in found):
            return True  # "Authorities said Ann Example admitted that"
        is_to_police = s.lows[v] == "told" and any(low in reader.cues.lists["told_of_crimes"] for low in s.lows[v + 1 : v + 3])
        return is_to_police and any(other is not mention and other.char_start < mention.char_start and other.kind not in ("outlet", "agency") for other in found)
    if s.lows[v] in ("told", "tells") and v + 1 < len(s) and s.lows[v + 1] in _TO_WHOM:
        return True
    first = s.token_at(mention.char_start)
    for other in found:
        if other is mention or other.form != "subject" or other.kind in ("outlet", "agency") or other.cue is None or not other.char_start < other.cue[0] < mention.char_start:
            continue
        between = range(s.token_at(other.cue[0]) + 1, first)
        if len(between) < _NEAR and not any((not s.is_word(k) or s.flags[k] & CONJUNCTION) and s.lows[k] != "that" for k in between):
            return True
    return False
