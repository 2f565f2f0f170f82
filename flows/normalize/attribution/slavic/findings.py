"""What a study, a check or a survey showed: «Експертиза показала, що», «Как показал опрос»."""

from flows.normalize.attribution.language_cues import ADVERB, CONJUNCTION, PREPOSITION, PRONOUN, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.content import follows_at_once
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.phrase import SlavicReader

_AS = frozenset(("як", "как"))
# nouns between the first word of the clause and the verb: «Результати судової експертизи в справі про підпал показали»
_LONGEST = 9


def finding(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """The study that shows something with the verb at token v, where a clause says what, or «як» stands before."""
    if not s.lows[v].startswith(reader.cues.groups["showing"]):
        return None
    if v and s.lows[v - 1] in _AS:
        first = v + 1
        phrase = _study(s, first, end_right(reader, s, first), reader) if first < len(s) else None
    elif follows_at_once(s, v):
        phrase = next((found for k in range(max(0, v - _LONGEST), v) if (found := _study_before(s, k, v, reader))), None)
    else:
        phrase = None
    if phrase is None:
        return None
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.finding", number, (v, v + 1))


def _study_before(s: Sentence, head: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The study whose noun is at the token, where what goes with it reaches to the verb."""
    if not _is_study(s, head, reader):
        return None
    end = v
    while end > head + 1 and s.flags[end - 1] & ADVERB:
        end -= 1
    if any(s.flags[k] & (VERB | CONJUNCTION | PRONOUN) or not (s.is_word(k) or s.is_quote(k)) for k in range(head, end)):
        return None
    first = head
    while first and s.is_word(first - 1) and not s.flags[first - 1] and (form := reader.form(s.lows[first - 1])).adjective and form.nominative:
        first -= 1
    if first and s.is_word(first - 1) and (s.flags[first - 1] & PREPOSITION or (((form := reader.form(s.lows[first - 1])).noun or form.adjective) and not s.flags[first - 1])):
        return None  # «для перевірки», «итоги переписи»
    return _study(s, first, end, reader)


def _study(s: Sentence, first: int, end: int, reader: SlavicReader) -> Phrase | None:
    """The phrase that begins with the noun for a study, or with adjectives before it; a source without a name unless one is in it."""
    head = first
    while head < end and s.is_word(head) and not _is_study(s, head, reader) and reader.form(s.lows[head]).adjective:
        head += 1
    if head >= end or not _is_study(s, head, reader):
        return None
    is_named = any(s.is_quote(k) or s.is_capitalised(k) for k in range(head + 1, end))
    return Phrase(first, end, "document" if is_named else "unnamed", head=s.lows[head], is_named=is_named)


def _is_study(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a noun in the nominative is a study, or «результати» with one."""
    if not s.is_word(k) or not reader.form(s.lows[k]).nominative:
        return False
    groups = reader.cues.groups
    if s.lows[k].startswith(groups["examinations"]):
        return True
    return s.lows[k].startswith(groups["outcomes"]) and any(s.lows[m].startswith(groups["examinations"]) for m in range(k + 1, min(k + 4, len(s))))
