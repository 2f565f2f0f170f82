"""Tokens: the neighbourhoods of a text in which a date can stand, cut into classed words.

One pass of an automaton over the text finds what no date can be without (a month, a unit, a year's first
digits); only around these is the text cut into tokens, so the cost is linear in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from flows.normalize.dates.lexicon import ROMAN_NUMERALS, YEAR_PREFIXES, Lexicon

LEFT, RIGHT = 36, 40  # characters of context that the longest expressions and their vetoes need
SIGNS = {
    ",": ",", "、": ",", "،": ",", ".": ".", "-": "-", "–": "-", "—": "-", "−": "-", "‑": "-", "~": "-", "〜": "-",
    "～": "-", "(": "(", "（": "(", ")": ")", "）": ")", "/": "/", "／": "/", "&": "a", "'": "'", "’": "'",
}
ROMAN_VALUES = {numeral: number for number, numeral in enumerate(ROMAN_NUMERALS, start=1)}


class Token(NamedTuple):
    """One token: its class, its value, its place in the text, its letters in lower case."""

    kind: str
    value: int | float | str | None
    start: int
    end: int
    lower: str


_TO_LATIN = str.maketrans("ІХ", "IX")
_ROMAN_FIRST = frozenset("ivxіх")
_MARKS = frozenset("./-")
_KINDS = {"iso": "I", "numeric": "F", "mark": "F", "newline": ";", "short": "%", "clock": "n", "other": "n"}


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
    opened = closed = -1
    for _, start, end in lexicon.scanner.find_matches_as_indexes(low):
        if not _is_whole(low, start, end, lexicon):
            continue
        if opened >= 0 and start - LEFT <= closed:
            closed = end + RIGHT
            continue
        if opened >= 0:
            yield _window(text, low, opened, closed, lexicon)
        opened, closed = max(start - LEFT, 0, closed + 1), end + RIGHT
    if opened >= 0:
        yield _window(text, low, opened, closed, lexicon)


def _is_whole(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a hit of the automaton is a word of its own, or digits that can be a year or a numeric date."""
    before = low[start - 1] if start else " "
    after = low[end : end + 1]
    if low[start] in "0123456789":
        if low[start:end] in YEAR_PREFIXES:
            if after and after in "./-":
                return low[end + 1 : end + 2].isalnum()
            return not before.isdigit() and low[end : end + 2].isdigit() and not low[end + 2 : end + 3].isdigit()
        if low[end - 1] in "./-":
            return (after.isalpha() and low[end - 1] == "-") or (after.isdigit() and not _MARKS.isdisjoint(low[end : end + 4]))
        return True
    if lexicon.counters:
        return True
    return not after.isalpha() and (not before.isalpha() or bool(lexicon.prefixes))


def _window(text: str, low: str, start: int, end: int, lexicon: Lexicon) -> Window:
    """Tokens from the first whole word at or after `start` to the last that begins before `end`.

    This loop runs for most words near a date; it is written out for speed.
    """
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    tokens: list[Token] = []
    add, known, new = tokens.append, lexicon.forms.get, tuple.__new__
    for match in lexicon.token.finditer(low, start):
        begin, finish = match.span()
        if begin >= end:
            break
        group, word = match.lastgroup, match.group()
        if group == "word":
            meaning = known(word)
            if meaning is not None:
                add(new(Token, (meaning.kind, meaning.value, begin, finish, word)))
            elif word[0] in _ROMAN_FIRST and finish - begin < 6 and word.upper().translate(_TO_LATIN) in ROMAN_VALUES:
                add(_roman(text, begin, finish, word))
            else:
                add(new(Token, ("_", None, begin, finish, word)))
        elif group == "sign":
            add(new(Token, (SIGNS.get(word, "*"), None, begin, finish, word)))
        elif group == "number" or group == "suffix":
            add(_number(word, match, begin, finish, lexicon))
        else:
            add(new(Token, (_KINDS[group], None, begin, finish, word)))
    if lexicon.after_number:
        tokens = _after_numbers(tokens, lexicon)
    if not lexicon.phrase_starts.isdisjoint([token[4] for token in tokens]):
        tokens = _join_phrases(tokens, lexicon)
    return Window(tokens, "".join([token[0] for token in tokens]))


def _after_numbers(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Words that are a unit after a number and something else elsewhere (Romanian luni: months, Monday)."""
    for place in range(1, len(tokens)):
        kind = lexicon.after_number.get(tokens[place].lower)
        if kind is not None and tokens[place - 1].kind in "cdn":
            tokens[place] = tokens[place]._replace(kind=kind)
    return tokens


def _roman(text: str, begin: int, end: int, word: str) -> Token:
    """A Roman numeral in capitals, in Latin or look-alike Cyrillic letters; else a plain word."""
    if not text[begin:end].isupper():
        return Token("_", None, begin, end, word)
    return Token("N", ROMAN_VALUES[word.upper().translate(_TO_LATIN)], begin, end, word)


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

