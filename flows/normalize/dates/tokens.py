"""Tokens: the neighbourhoods of a text in which a date can stand, cut into classed words.

One pass of an automaton over the text finds what no date can be without (a month, a unit, a year's first
digits); only around these is the text cut into tokens, so the cost is linear in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.normalize.dates.lexicon import Lexicon, Word

LEFT, RIGHT = 36, 40  # characters of context that the longest expressions and their vetoes need
SIGNS = {
    ",": ",", "、": ",", "،": ",", ".": ".", "-": "-", "–": "-", "—": "-", "−": "-", "‑": "-", "~": "-", "〜": "-",
    "～": "-", "(": "(", "（": "(", ")": ")", "）": ")", "/": "/", "／": "/", "&": "a", "'": "'", "’": "'",
}
ROMAN_VALUES = {
    numeral: number
    for number, numeral in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII"], start=1
    )
}


@dataclass(slots=True)
class Token:
    """One token: its class, its value, its place in the text."""

    kind: str
    value: int | float | str | None
    start: int
    end: int
    lower: str


@dataclass(slots=True)
class Window:
    """Consecutive tokens and their classes as one string, over which the grammar is written."""

    tokens: list[Token]
    kinds: str


def lowered(text: str) -> str:
    """The text in lower case, character for character, so that offsets stay."""
    low = text.lower().replace("’", "'").replace("ʼ", "'")
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def windows(text: str, lexicon: Lexicon) -> Iterator[Window]:
    """The windows of a text in order; they do not overlap."""
    low = lowered(text)
    found = lexicon.scanner.find_matches_as_indexes(low)
    size, opened, closed = len(low), -1, -1
    for _, start, end in found:
        if not lexicon.counters and low[start].isalpha() and (
            (start and low[start - 1].isalpha() and not lexicon.prefixes) or (end < size and low[end].isalpha())
        ):
            continue
        if opened >= 0 and start - LEFT <= closed:
            closed = end + RIGHT
            continue
        if opened >= 0:
            yield _window(text, low, opened, closed, lexicon)
        opened, closed = max(start - LEFT, 0, closed + 1), end + RIGHT
    if opened >= 0:
        yield _window(text, low, opened, closed, lexicon)


def _window(text: str, low: str, start: int, end: int, lexicon: Lexicon) -> Window:
    """Tokens from the first whole word at or after `start` to the last that begins before `end`."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    tokens: list[Token] = []
    for match in lexicon.token.finditer(low, start):
        begin = match.start()
        if begin >= end:
            break
        tokens.append(_token(match, begin, text, lexicon))
    if lexicon.phrases:
        tokens = _join_phrases(tokens, lexicon)
    return Window(tokens, "".join([token.kind for token in tokens]))


def _token(match, begin: int, text: str, lexicon: Lexicon) -> Token:
    group, word, end = match.lastgroup, match.group(), match.end()
    if group == "word":
        known = lexicon.forms.get(word)
        if known is not None:
            return Token(known.kind, known.value, begin, end, word)
        if word[0] in "ivxіх" and text[begin:end].isupper():
            numeral = word.upper().replace("І", "I").replace("Х", "X").replace("В", "V")
            if numeral in ROMAN_VALUES:
                return Token("N", ROMAN_VALUES[numeral], begin, end, word)
        return Token("_", None, begin, end, word)
    if group == "number" or group == "suffix":
        return _number(word, match, begin, end, lexicon)
    if group == "sign":
        return Token(SIGNS.get(word, "*"), None, begin, end, word)
    if group == "newline":
        return Token(";", None, begin, end, word)
    if group == "iso":
        return Token("I", word, begin, end, word)
    if group == "mark" or group == "numeric":
        return Token("F", word, begin, end, word)
    return Token("n", None, begin, end, word)


def _number(word: str, match, begin: int, end: int, lexicon: Lexicon) -> Token:
    """d day of a month, Y year, Z decade («90-х», 1990s), 0 ordinal of another size, n any other number."""
    suffix = match.group("suffix")
    digits = match.group("number")
    value = int(digits)
    if suffix:
        if suffix in lexicon.decade_suffixes and value % 10 == 0 and len(digits) in (2, 4):
            return Token("Z", value, begin, end, word)
        kind = "d" if 0 < value <= 31 else "Y" if len(digits) == 4 and 1000 <= value < 2200 else "0"
        return Token(kind, value, begin, end, word)
    if len(digits) == 4:
        return Token("Y" if 1000 <= value < 2200 else "n", value, begin, end, word)
    if len(digits) <= 2 and 1 <= value <= 31:
        return Token("d", value, begin, end, word)
    return Token("n", value, begin, end, word)


def _join_phrases(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Forms of several words become one token."""
    joined: list[Token] = []
    place, count = 0, len(tokens)
    while place < count:
        token = tokens[place]
        candidates = lexicon.phrases.get(token.lower)
        step = 1
        if candidates:
            for pieces, word in candidates:
                size = len(pieces)
                if place + size <= count and all(tokens[place + k].lower == pieces[k] for k in range(1, size)):
                    last = tokens[place + size - 1]
                    token, step = Token(word.kind, word.value, token.start, last.end, " ".join(pieces)), size
                    break
        joined.append(token)
        place += step
    return joined


__all__ = ["Token", "Window", "Word", "lowered", "windows"]
