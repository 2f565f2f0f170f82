"""Names that only say whose something is, and no subjects of the verb after them."""

from flows.normalize.attribution.language_cues import ADVERB, ARTICLE, DOCUMENT
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.names import is_plain
from flows.normalize.attribution.western.reader import WesternReader

_OF = (
    "de", "da", "do", "dos", "das", "di", "del", "della", "dei", "delle", "degli", "dell", "du", "des", "d", "von", "lui", "al", "ai", "ale",
)  # fmt: skip


def is_possessor(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether the name only says whose («la suerte de Juan Ejemplo dice mucho», «unii partizani ai Exemplului»): a small noun and «de» stand before it."""
    if reader.cues.language in ("en", "de") or phrase.kind in ("outlet", "agency", "unnamed", "document"):
        return False
    k = phrase.person[0] - 1 if phrase.person else phrase.first - 1
    if k < 2 or s.lows[k] not in _OF or not is_plain(s, k - 1) or s.flags[k - 2] & DOCUMENT:
        return False  # «un studiu realizat de Exemplu» says whose study it is
    return bool(s.flags[k - 2] & (ARTICLE if phrase.person else ARTICLE | ADVERB)) or (not phrase.person and not s.is_capitalised(k - 2))
