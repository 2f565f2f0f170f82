"""Who signs a quotation in an English text: "“It rains.” — Ann Example", or has it behind the name and title: "Ann Example, mayor: “It rains.”"."""

import re

from flows.normalize.attribution.language_cues import PEOPLE, TITLE, load_cues
from flows.normalize.attribution.mention import Mention

_SIGNED = re.compile(r"[.!?,…][”\"]\s{0,2}[—–-]{1,2} ?([^\n”\"]{5,90})(?=\n|$)")
_COLON = re.compile(r": [“\"](?=\w)")
_TITLED = re.compile(r"[^\n:“”\"]{8,90}")
_FULL_NAME = re.compile(r"[A-Z][a-zÀ-ž’'-]+(?: [A-Z]\.)?(?: [A-Z][A-Za-zÀ-ž’'-]+){1,2}")


def signed_quotations(text: str) -> list[Mention]:
    """The people named alone, or beside their titles, behind a quotation's dash or before its colon, at a line's end or head."""
    words = load_cues("en").words
    signed = (_SIGNED.finditer(text) if "” —" in text or "”—" in text or "” –" in text or "” -" in text or "\" -" in text or "\" –" in text or "\" —" in text else ())
    found = [mention for line in signed if (mention := _signer(text, line.start(1), line.end(1), words)) is not None]
    for colon in _COLON.finditer(text):
        start = text.rfind("\n", 0, colon.start()) + 1
        line = _TITLED.fullmatch(text, start, colon.start())
        mention = _signer(text, *line.span(), words) if line is not None and "," in line[0] else None
        if mention is not None and mention.char_start == start:
            found.append(mention)
    return found


def _signer(text: str, start: int, end: int, words: dict[str, int]) -> Mention | None:
    """The one part between commas that is a full name, where the other is a title or place."""
    parts = text[start:end].split(",")
    if len(parts) > 3:
        return None
    at = start
    for k, part in enumerate(parts):
        name = part.strip(" .")
        if _FULL_NAME.fullmatch(name) and not any(words.get(word.lower(), 0) & ~TITLE for word in name.split()):
            rest = [word.lower() for other in (*parts[:k], *parts[k + 1 :]) for word in other.split()]
            if not rest or any(words.get(word, 0) & PEOPLE for word in rest):
                begin = text.index(name, at)
                return Mention(begin, begin + len(name), "person", "subject", "en.signed", -1, None, None, None, name)
        at += len(part) + 1
    return None
