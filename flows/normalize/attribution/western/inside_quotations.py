"""What stands inside the quoted words of another in German, the Romance languages and Polish: said by him, not cited by the article."""

from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention

_CLOSING = {"«": "»", "“": "”", "„": "“", "\"": "\""}
_CLOSING_OF = {"de": {**_CLOSING, "»": "«"}, "ro": {**_CLOSING, "„": "”"}, "pl": {**_CLOSING, "„": "”"}}
_MINE = frozenset(("mi", "mis", "meu", "minha", "meus", "minhas", "mon", "ma", "mes", "mio", "mia", "mein", "meine", "mój", "moja"))
_LONGEST_LINE = 4_000


def said_by_the_article(text: str, mentions: Sequence[Mention], language: str) -> list[Mention]:
    """Mentions without the people and bodies before whose verb a quotation is open that ends after it, and without "my sister"."""
    pairs = _CLOSING_OF.get(language, _CLOSING)
    return [m for m in mentions if not (m.form == "subject" or m.rule.endswith(".document_shows")) or m.cue is None or m.kind in ("outlet", "agency") or not _is_of_the_quoted(text, m, m.cue, pairs)]


def _is_of_the_quoted(text: str, mention: Mention, cue: tuple[int, int], pairs: dict[str, str]) -> bool:
    before = text[max(0, mention.char_start - 12) : mention.char_start].split()
    if before and before[-1].lower() in _MINE:
        return True
    if cue[0] < mention.char_start:
        return False  # « Il pleut, dit Jean Exemple. C'est tout. »: who speaks, inside the marks
    line = max(text.rfind("\n", 0, mention.char_start) + 1, mention.char_start - _LONGEST_LINE)
    opened = _open_quotation(text, line, mention.char_start, pairs)
    if opened is None:
        return False
    end = text.find("\n", cue[1])
    closing = text.find(pairs[text[opened]], mention.char_start, end if end >= 0 else len(text))
    return closing > cue[1] and text.count(" ", opened, closing) > 3


def _open_quotation(text: str, start: int, end: int, pairs: dict[str, str]) -> int | None:
    """Where the quotation begins that is open at the offset `end`; None where none is."""
    opened = None
    for k in range(start, end):
        if opened is not None:
            opened = None if text[k] == pairs[text[opened]] else opened
        elif text[k] in pairs and (k == start or text[k - 1].isspace() or text[k - 1] in "([—–-:'’"):
            opened = k
    return opened
