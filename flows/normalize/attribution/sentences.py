"""Sentences of a text, as spans, and what a token is."""

import re

_MARK = re.compile(r"\n+|[.!?…]+(?:[\"»”'’)\]]*\s+|[\"»”’]+(?=\w)|(?=[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]{2}))")
_ABBREVIATIONS = frozenset(["г", "гг", "им", "ул", "т", "д", "п", "см", "др", "просп", "пр", "бул", "обл", "р", "рр", "с", "м", "вул", "смт", "ст", "ч", "тыс", "млн", "млрд", "руб", "тис", "грн", "акад", "проф", "св", "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "reps", "sens", "gov", "lt", "col", "sgt", "capt", "maj", "st", "jr", "sr", "inc", "corp", "co", "ltd", "no", "vs", "rev", "hon", "adm", "cmdr", "cpl", "det", "supt", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mme", "sra", "dra", "dott", "hr", "nr", "bzw", "ca", "asp", "nadkom", "kom", "mł", "insp", "ks", "abp", "bp", "płk"])
_LAST_WORD = re.compile(r"\w+$")
# a run of small Cyrillic letters that a Latin capital follows is a word of its own: links lose the space before them
TOKEN = re.compile(
    r"[а-яёіїєґ]+(?=[A-Z]|[a-z]{2,}\.[a-z]{2,})|https?://[^\s»”\")\]]+|[^\W_]+(?:[-‑'’‘´ʼ`&@_][^\W_]+)*(?:\.(?:[a-z]{2,10}|[а-я]{2,6}|[A-ZА-Я]{2,3})(?![\w]))*"
    r"|\n+|[^\w\s]|_"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences (a line break always ends one), in order, without the white space between them."""
    spans = []
    start = 0
    size = len(text)
    for match in _MARK.finditer(text):
        at, after = match.span()
        if text[at] == "\n":
            end = at
        else:
            if after < size and text[after].islower():
                continue
            if text[at] == "." and at + 1 < size and _is_abbreviation(text, max(start, at - 8), at):
                continue
            end = at + len(match.group().rstrip())
        if end > start:
            spans.append((start, end))
        start = after
    if start < size:
        spans.append((start, size))
    return spans


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the point belongs to an abbreviation or an initial."""
    word = _LAST_WORD.search(text, start, end)
    if word is None:
        return False
    letters = word.group()
    return (len(letters) == 1 and letters.isupper()) or letters.lower() in _ABBREVIATIONS
