"""Where a study was published: journals, most of which no registry has."""

from flows.normalize.attribution.language_cues import ADVERB, ARTICLE, DOCUMENT, PLACE, TIME
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.names import is_medium_at, is_person_match
from flows.normalize.attribution.western.reader import WesternReader

_SMALL_BEFORE_PLACE = ("on", "last", "this", "online", "early", "late", "week", "month", "year", ",")
_PUBLISHED_WITHIN = 6


def place_of_publication(reader: WesternReader, s: Sentence, published: int) -> int | None:
    """One past the "in" of "a study published last Friday in"; None where no day stands between or no document is published."""
    if reader.cues.language != "en" or s.lows[published] != "published" or not any(s.flags[k] & DOCUMENT for k in range(max(0, published - 5), published)):
        return None
    k = published + 1
    while k < len(s) and k - published < _PUBLISHED_WITHIN and (s.flags[k] & (TIME | ADVERB) or s.lows[k] in _SMALL_BEFORE_PLACE or s.words[k].isdecimal()):
        k += 1
    if k == published + 1 or k + 1 >= len(s) or s.lows[k] != "in":
        return None
    first = k + 2 if s.flags[k + 1] & ARTICLE and k + 2 < len(s) else k + 1
    is_journal = is_medium_at(reader, s, first) or s.words[first].isupper() or any(low in reader.cues.lists["journals"] for low in s.lows[first : first + 6])
    return k + 1 if is_journal else None  # not "published last week in Rome"


_STUDIED_WITHIN = 14
_TOLD_IN = ("detailed", "appears", "appear", "appearing")
_PLACES = ("great", "hong", "los", "san", "sri", "costa", "el", "new", "saudi")


def is_published_in(reader: WesternReader, s: Sentence, phrase: Phrase, first: int, end: int) -> bool:
    """Whether an English phrase after "published in" is where something can be published, no place; two words that no registry has are then a journal's ("Sample Advances")."""
    is_known = phrase.match is not None and not is_person_match(reader, phrase.match)
    if is_known and phrase.kind in ("outlet", "agency"):
        return s.lows[first] == "published" or _is_of_study(s, first, end)
    is_journal = any(s.lows[k] in reader.cues.lists["journals"] for k in range(phrase.first, phrase.end)) or "journal" in s.lows[first:end]
    is_place = bool(s.flags[phrase.end - 1] & PLACE or s.lows[phrase.first] in _PLACES or s.lows[phrase.first] in reader.cues.lists["unpersonal"])
    if is_place and not is_journal:
        return False
    if s.lows[first] in _TOLD_IN and not (is_journal and _is_of_study(s, first, end)):
        return False  # "he appears in Sample Letters, a film"
    is_named = s.is_capitalised(phrase.end - 1) and phrase.kind in ("latin", "person", "body", "outlet", "organisation")
    if is_named and (is_journal or (phrase.person is not None and _is_of_study(s, first, end))):
        phrase.kind, phrase.person, phrase.match = "outlet", None, None
    return True


def _is_of_study(s: Sentence, first: int, end: int) -> bool:
    """Whether what is published is a study, paper or the like."""
    return any(s.flags[k] & DOCUMENT for k in range(max(0, first - _STUDIED_WITHIN), end))
