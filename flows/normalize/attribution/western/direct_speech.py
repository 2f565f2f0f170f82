"""What stands inside the quoted words of another in English: said by him, not cited by the article."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention

# “, ”, \", ``, '', ’’: written as one sign and what follows it, so that a search skips to the sign
_MARK = re.compile(r"[“”\"`'’](?:(?<=[“”\"])|(?<=`)`|(?<=')'|(?<=’)’)")
_BEFORE_OPENING = "(—–-:[‘"
_INTRODUCES = re.compile(r"[^“”\"\n]{0,25}[:,] ?(?:[“\"]|``)\w")


def outside_quotations(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without the people and bodies whose verb stands with them inside a quotation ("“The mayor says it rains,” Ann Example said").

    What is quoted from a medium, in lines of its own, is its report and no speech.
    """
    media = [m.char_start for m in mentions if m.kind in ("outlet", "agency")]
    return [
        m for m in mentions
        if m.form != "subject" or m.cue is None or m.kind in ("outlet", "agency") or not _is_told(text, m, m.cue) or _is_report(text, m, media)
    ]


def _is_report(text: str, mention: Mention, media: Sequence[int]) -> bool:
    """Whether the line before, which a colon ends, cites a medium ("Reuters reported:")."""
    line = text.rfind("\n", 0, mention.char_start)
    if line <= 0 or text[line + 1] not in "“\"" or not text[max(0, line - 3) : line].rstrip().endswith(":"):
        return False
    before = text.rfind("\n", 0, line - 1)
    return any(before < at < line for at in media)


def is_quoted(text: str, at: int) -> bool:
    """Whether a quotation that the line has opened is still open at the offset."""
    line = text.rfind("\n", 0, at) + 1
    is_open = False
    for mark in _MARK.finditer(text, line, at):
        start, end = mark.span()
        is_open = mark[0] in ("“", "\"", "``") and end < at + 1 and not text[end : end + 1].isspace() and (
            start == line or mark[0] == "“" or text[start - 1].isspace() or text[start - 1] in _BEFORE_OPENING
        )
    return is_open


def _is_told(text: str, mention: Mention, cue: tuple[int, int]) -> bool:
    if cue[0] < mention.char_start:
        return False  # ", said Ann Example": the mark that closes is missing
    return is_quoted(text, mention.char_start) and is_quoted(text, cue[1]) and not _INTRODUCES.match(text, cue[1]) and _closes(text, cue[1])


def _closes(text: str, at: int) -> bool:
    """Whether the next quotation mark of the line closes, or there is none and the line began as a quotation or a colon led to it."""
    line_end = text.find("\n", at)
    mark = _MARK.search(text, at, line_end if line_end >= 0 else len(text))
    if mark is None:
        line = text.rfind("\n", 0, at) + 1
        opening = max(text.rfind("“", line, at), text.rfind("\"", line, at), line)
        return opening == line or text[opening - 2 : opening - 1] in (":", ",")
    return mark[0] in ("”", "''", "’’") or not text[mark.start() - 1].isspace()
