"""What stands inside the quoted words of another: said by him, not cited by the article."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention

_OPENING, _CLOSING = "«“„", "»”"
# where quoted words end and he who said them follows
_END = re.compile(r"[\"»”]\s?,?\s?[—–-]\s")
_FARTHEST = 30


def outside_direct_speech(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without the subjects inside a quotation that opens their line and that another mention closes («"Пан Лис каже правду", – додала речниця»)."""
    return [m for m in mentions if not (m.form in ("subject", "body") and m.cue and _is_quoted(text, m, mentions))]


def _is_quoted(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    verb = mention.cue[0]
    start = text.rfind("\n", 0, verb) + 1
    while start < verb and text[start] in " —–-":
        start += 1
    if text[start] not in _OPENING and text[start] != '"':
        return False
    before = text[start : max(verb, mention.char_end)]
    is_open = before.count('"') % 2 or sum(map(before.count, _OPENING)) > sum(map(before.count, _CLOSING))
    if not is_open or _END.search(before):
        return False
    line_end = text.find("\n", verb)
    end = _END.search(text, max(verb, mention.char_end), line_end if line_end >= 0 else len(text))
    return end is not None and any(
        other.cue and end.end() <= other.char_start and min(other.char_start, other.cue[0]) - end.end() < _FARTHEST for other in mentions
    )
