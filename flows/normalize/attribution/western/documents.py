"""Whose document it is: "documents supplied by X", «pesquisa divulgada pela X», „Studie der X“."""

from flows.normalize.attribution.language_cues import ARTICLE, CONJUNCTION, PREPOSITION, PRONOUN, TIME
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.phrase import describe
from flows.normalize.attribution.western.reader import WesternReader

_OF = ("from", "by", "of", "der", "des", "von", "de", "du", "del", "da", "do", "di", "della", "al", "ale")


def is_between(s: Sentence, k: int) -> bool:
    """Whether a small word may stand between a document and "by" ("prepared and released")."""
    return s.is_word(k) and s.words[k].islower() and (s.lows[k] == "and" or not s.flags[k] & (PREPOSITION | CONJUNCTION | PRONOUN | ARTICLE))


def is_day(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether it tells when an English document came out ("released on Friday by")."""
    if reader.cues.language != "en":
        return False
    return bool(s.flags[k] & TIME) or (s.lows[k] in ("on", "in") and k + 1 < len(s) and bool(s.flags[k + 1] & TIME))


def author_of_document(reader: WesternReader, s: Sentence, stop: int) -> Phrase | None:
    """Whose document it is: "documents supplied by X", «pesquisa divulgada pela X», „Studie der X“; `stop` is after the document."""
    by = reader.cues.lists["by"]
    k = stop
    while k < len(s) and k - stop < 3 and s.lows[k] not in by and (is_between(s, k) or is_day(reader, s, k)):
        k += 1
    is_made_by = k < len(s) and s.lows[k] in by
    if not is_made_by:
        k = stop if stop >= len(s) or s.lows[stop - 1] not in by else stop - 1
        if k + 1 >= len(s) or (s.lows[k] not in _OF and (reader.cues.language != "en" or s.lows[k] != "in")):
            return None
    author = describe(reader, s, k + 1, end_right(reader, s, k + 1))
    if author is None or author.kind in ("unnamed", "document") or (s.lows[k] == "in" and author.kind not in ("outlet", "agency")):
        return None
    if author.person and not author.head:
        author.kind, author.person = "body", None
    return author
