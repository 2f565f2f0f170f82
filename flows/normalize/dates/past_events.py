"""Past events: whether a sentence tells, beyond doubt, that what it dates has happened.

An article cannot be older than an event that it tells as over. Plans, contracts, budgets and seasons carry dates that
lie ahead, often in sentences with a past verb («решили построить в 2021 году»), so nothing of that kind may stand near.
"""

import re

from flows.normalize.dates.lexicon import Lexicon
from flows.normalize.dates.tense import cue_of, direction_in_clause

REACH = 160  # characters of the sentence looked at on either side
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?…][»\"”)]?\s|\n|。")
_CLAUSE = re.compile(r"[,;:–—]\s|[()«»“”„\"]|、")  # what is in brackets or quoted is told by words of its own


def has_happened(low: str, start: int, end: int, lexicon: Lexicon, is_whole_year: bool) -> bool:
    """Whether the words around a date tell a completed event; a whole year must be the event's time («в 2019 году»)."""
    before = _SENTENCE.split(low[max(0, start - REACH) : start])[-1]
    after = _SENTENCE.split(low[end : end + REACH])[0]
    if lexicon.customs.counters:
        is_led = not is_whole_year or low[end : end + 1] in lexicon.tense.happened_in
        return is_led and direction_in_clause(low, start, end, lexicon) < 0 and not any(cue in after for cue in lexicon.tense.unreal)
    leading = _WORD.findall(before[-24:])[-2:]
    if any(_points_ahead(word, lexicon) for word in leading) or (is_whole_year and lexicon.tense.happened_in.isdisjoint(leading[-1:])):
        return False
    clause = [word for part in (_CLAUSE.split(before)[-1], _CLAUSE.split(after)[0]) for word in _WORD.findall(part)]
    if not any(cue_of(word, lexicon.language, False) < 0 for word in clause) or any(_is_unreal(word, lexicon) for word in clause):
        return False
    return not any(cue_of(word, lexicon.language, True) > 0 for part in (before, after) for word in _WORD.findall(part))


def _points_ahead(word: str, lexicon: Lexicon) -> bool:
    """«С 1 января», "effective from", «für den»: a beginning or an end that may be set beforehand."""
    if word in lexicon.tense.future_before:
        return True
    meaning = lexicon.forms.get(word)
    return meaning is not None and meaning.kind in "fBuU" and word not in lexicon.tense.happened_in


def _is_unreal(word: str, lexicon: Lexicon) -> bool:
    """An infinitive, a modal or a plan: what it governs need not have happened."""
    if word in lexicon.tense.unreal:
        return True
    return len(word) > 3 and bool(lexicon.tense.unreal_endings) and word.endswith(lexicon.tense.unreal_endings) and word not in lexicon.known
