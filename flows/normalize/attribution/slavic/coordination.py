"""Sources that share a cue: «по словам А и Б», «А и Б заявили»."""

from flows.normalize.attribution.language_cues import BODY, CARRIER, OUTLET, PEOPLE, REPORT, SPEECH
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.extent_left import start_left
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.phrase import AND, SlavicReader
from flows.normalize.attribution.slavic.subject_phrases import is_subject


def coordinated(s: Sentence, mention: Mention, reader: SlavicReader, number: int, taken: set[int]) -> list[Mention]:
    """«A и B»: the source after the conjunction."""
    j = s.token_at(mention.char_end)
    if j < len(s) and s.is_quote(j):
        j += 1
    if j + 1 >= len(s) or not (s.lows[j] in AND or (s.words[j] == "," and mention.form == "line")):
        return []
    first = j + 1
    if mention.form == "line" and s.flags[first] & CARRIER:
        first = next((k for k in range(first + 1, min(len(s), first + 5)) if reader.class_of(s, k) & PEOPLE), first)
    is_titled = (mention.form == "subject" and mention.person and _is_adjective_of_one(s, first, reader)) or (mention.is_oblique and _is_adjective_of_other(s, first, reader))
    head = first + 1 if is_titled else first
    if first in taken or not (s.is_capitalised(first) or s.is_quote(first) or "." in s.words[first][1:-1] or reader.class_of(s, head) & (PEOPLE | BODY | OUTLET)):
        return []
    phrase = describe(reader, s, first, end_right(reader, s, first), alone=True)
    if phrase is None or not phrase.is_named or (head > first and not phrase.person):
        return []
    if phrase.kind == "organisation" and phrase.match is None and phrase.end == first + 1 and reader.form(s.words[first]).place:
        return []  # «ведомства по Крыму и Севастополю»
    verb_next = phrase.end < len(s) and s.flags[phrase.end] & (REPORT | SPEECH)
    if verb_next:
        return []
    taken.update(range(first, phrase.end))
    other = make_mention(s, phrase, mention.form, mention.rule + ".coordinated", number, (j, j + 1), is_report=mention.is_report, is_oblique=mention.is_oblique)
    other.cue = mention.cue
    if mention.channel != "press_service":
        other.channel = other.channel or mention.channel
    return [other]


def _is_adjective_of_one(s: Sentence, first: int, reader: SlavicReader) -> bool:
    """Whether an adjective in the nominative and a noun for one person begin there («главный врач»)."""
    if first + 1 >= len(s) or not s.is_word(first) or s.flags[first] or not reader.class_of(s, first + 1) & PEOPLE:
        return False
    form = reader.form(s.lows[first])
    return form.adjective and form.nominative and reader.form(s.lows[first + 1]).nominative


def _is_adjective_of_other(s: Sentence, first: int, reader: SlavicReader) -> bool:
    """Whether an adjective and a noun for one person in another case begin there («и исполнительного директора»)."""
    if first + 1 >= len(s) or not s.is_word(first) or s.flags[first] or not reader.class_of(s, first + 1) & PEOPLE:
        return False
    form = reader.form(s.lows[first])
    return form.adjective and form.genitive and reader.form(s.lows[first + 1]).genitive


def coordinated_before(s: Sentence, mention: Mention, reader: SlavicReader, number: int, taken: set[int]) -> Mention | None:
    """«A и B заявили», «A, B и C заявили», «партії „А“ і „Б“ заявили»: the person or the name in quotation marks before the conjunction, or before the comma of a list."""
    at = s.token_at(mention.char_start) - 1
    is_quoted = at > 0 and s.is_quote(at)
    at -= is_quoted
    is_joined = s.lows[at] in AND or (s.words[at] == "," and mention.rule.endswith(".coordinated"))
    if at < 1 or not is_joined or at - 1 in taken:
        return None
    if s.is_quote(at - 1):
        return _quoted_before(s, mention, at, reader, number, taken) if is_quoted or s.is_quote(at + 1) else None
    start = start_left(reader, s, at)
    phrase = describe(reader, s, start, at, alone=True) if start < at else None
    if phrase is None or not phrase.person or phrase.person[1] != at or not is_subject(s, phrase, s.token_at(mention.cue[0]), reader, after=False):
        return None
    taken.update(range(phrase.first, phrase.end))
    other = make_mention(s, phrase, "subject", mention.rule + ".coordinated", number, (at, at + 1), is_report=mention.is_report, is_plural=True)
    other.cue, other.channel = mention.cue, other.channel or mention.channel
    return other


def _quoted_before(s: Sentence, mention: Mention, at: int, reader: SlavicReader, number: int, taken: set[int]) -> Mention | None:
    """The name in quotation marks that ends before token `at`, beside another that is no person's."""
    opening = s.opening_quote(at - 1, 8)
    phrase = describe(reader, s, opening, at, alone=True) if opening is not None and not mention.person else None
    if phrase is None or phrase.person or phrase.kind in ("unnamed", "document"):
        return None
    phrase.kind = phrase.kind if phrase.match else mention.kind
    taken.update(range(opening, at))
    other = make_mention(s, phrase, "subject", f"{reader.cues.language}.speech_verb.coordinated", number, (at, at + 1), is_report=mention.is_report, is_plural=True)
    other.cue, other.channel = mention.cue, other.channel or mention.channel
    return other
