"""What stands inside the quoted words of another: said by him, not cited by the article."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import PASSIVE, VERB, LanguageCues
from flows.normalize.attribution.mention import Mention

# where words quoted with each mark end, and he who said them follows
_END = {mark: re.compile(rf"[{closing}]\s?,?\s?[—–-]\s") for mark, closing in (('"', '"'), ("«", "»"), ("“", "”"), ("„", "“”"))}
# where he who speaks follows in a line that begins with a dash («— Так, — каже Лис. — Суд визнав»)
_TURN = re.compile(r"[,!?…»\"]\s?[—–-]\s")
_WORD = re.compile(r"\w+")
_LONGEST_SPEECH = 800
_AFTER_SPEECH = re.compile(r"»,?\s?[—–-]\s([а-яёіїєґ]+)")
_FARTHEST = 12
_FARTHEST_IN_SPEECH = 25


def outside_direct_speech(text: str, mentions: Sequence[Mention], cues: LanguageCues) -> list[Mention]:
    """Mentions without the subjects inside a quotation that opens their line and that another mention closes («"Пан Лис каже правду", – додала речниця»)."""
    return [m for m in mentions if not (m.form in ("subject", "body") and m.cue and (_is_quoted(text, m, mentions, cues) or _is_inside_quotation(text, m, cues)))]


def _is_inside_quotation(text: str, mention: Mention, cues: LanguageCues) -> bool:
    """Whether the mention and its verb stand between «» that a verb of saying follows, anywhere in a line («…», — пояснила она)."""
    first, last = min(mention.cue[0], mention.char_start), max(mention.cue[1], mention.char_end)
    opening = text.rfind("«", max(0, first - _LONGEST_SPEECH), first)
    while opening >= 0 and text.count("«", opening, first) <= text.count("»", opening, first):
        opening = text.rfind("«", max(0, first - _LONGEST_SPEECH), opening)
    if opening < 0 or text.find("\n", opening, first) >= 0:
        return False
    close = text.find("»", last, last + _LONGEST_SPEECH)
    while close >= 0 and text.count("«", opening, close) > text.count("»", opening, close) + 1:
        close = text.find("»", close + 1, last + _LONGEST_SPEECH)
    after = _AFTER_SPEECH.match(text, close) if close >= 0 and text.find("\n", last, close) < 0 else None
    follows = cues.words.get(after[1], 0) if after is not None else 0
    return bool(follows & VERB) or (bool(follows & PASSIVE) and not mention.person)


def _is_quoted(text: str, mention: Mention, mentions: Sequence[Mention], cues: LanguageCues) -> bool:
    verb = mention.cue[0]
    start = text.rfind("\n", 0, verb) + 1
    line_end = text.find("\n", verb)
    line_end = line_end if line_end >= 0 else len(text)
    has_dash = text[start] in "—–-" and text[start + 1 : start + 2] == " "
    while start < verb and text[start] in " —–-":
        start += 1
    end_of = _END.get(text[start])
    if end_of is None:
        return has_dash and not _follows_a_turn(text, start, mention) and any(
            text[turn.end() : turn.end() + 1].islower() for turn in _TURN.finditer(text, start, line_end)
        )
    if text.find('""', start, line_end) >= 0:
        return False  # a cell of a table: the mark at its head quotes nobody
    before = text[start : max(verb, mention.char_end)]
    is_open = before.count('"') % 2 if text[start] == '"' else before.count(text[start]) > before.count("»") + before.count("”")
    if not is_open or end_of.search(before) or _follows_a_turn(text, start, mention):
        return False
    end = end_of.search(text, max(verb, mention.char_end), line_end)
    if end is None:
        return False
    word = _WORD.match(text, end.end())
    return bool(word and cues.words.get(word[0].lower(), 0) & PASSIVE) or any(  # «…», – йдеться у повідомленні
        other.cue and end.end() <= other.char_start and min(other.char_start, other.cue[0]) - end.end() < _FARTHEST for other in mentions
    )


def _follows_a_turn(text: str, line_start: int, mention: Mention) -> bool:
    """Whether the mention or its verb stands right after the dash that ends spoken words."""
    if mention.cue is None or mention.form not in ("subject", "body"):
        return False
    at = min(mention.cue[0], mention.char_start)
    return any(at - turn.end() < _FARTHEST_IN_SPEECH for turn in _TURN.finditer(text, max(line_start, at - 2 * _FARTHEST_IN_SPEECH), at))
