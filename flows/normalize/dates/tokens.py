"""Tokens: the neighbourhoods of a text in which a date can stand, cut into classed words.

One pass of an automaton over the text finds what no date can be without (a month, a unit, a year's first
digits); only around these is the text cut into tokens, so the cost is linear in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from flows.normalize.dates.lexicon import ROMAN_NUMERALS, YEAR_PREFIXES, Lexicon

LEFT = 48  # characters before a trigger that can belong to its expression
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
_STRIP = " \u00a0\t.,()«»\"“”„:;–—-!?[]…"
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


def windows(text: str, low: str, lexicon: Lexicon) -> Iterator[Window]:
    """The windows of a text in order; they do not overlap. `low` is the text as `lowered` gives it.

    A window reaches from a trigger as far as words go on that the language's lexicon knows, and a little further.
    """
    covered = 0
    is_spaced = not lexicon.counters
    for _, start, end in lexicon.scanner.find_matches_as_indexes(low):
        # Most hits begin a longer word: that is asked first, before anything is called.
        if start < covered or (is_spaced and low[end : end + 1].isalpha() and not low[start].isdigit()):
            continue
        if not _is_whole(low, start, end, lexicon):
            continue
        left = _left_edge(low, start, covered, lexicon)
        tokens, covered = _tokens(text, low, left, end, lexicon)
        yield Window(tokens, "".join([token[0] for token in tokens]))


def _is_whole(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a hit of the automaton is a word of its own, or digits that can begin a year."""
    if low[start].isdigit():
        if low[start:end] not in YEAR_PREFIXES:
            return True
        return low[end : end + 2].isdigit() and not low[end + 2 : end + 3].isdigit() and not low[start - 1 : start].isdigit()
    if lexicon.counters:
        return True
    return not low[end : end + 1].isalpha() and (
        start == 0 or not low[start].isalpha() or not low[start - 1].isalpha() or bool(lexicon.prefixes)
    )


def _left_edge(low: str, start: int, floor: int, lexicon: Lexicon) -> int:
    """Where the run of known words and figures before `start` begins, with one word more."""
    floor = max(floor, start - LEFT)
    if lexicon.counters:
        return floor
    place = start
    while place > floor:
        space = low.rfind(" ", floor, place - 1)
        chunk = low[space + 1 if space >= 0 else floor : place]
        if "\n" in chunk:
            return place - len(chunk) + chunk.rindex("\n") + 1
        place -= len(chunk)
        word = chunk.strip(_STRIP)
        if word and word not in lexicon.known and not word[-1].isdigit() and not word[0].isdigit():
            break
    return place


def _tokens(text: str, low: str, start: int, end: int, lexicon: Lexicon) -> tuple[list[Token], int]:
    """The tokens from `start` on, past `end` until two of them are unknown, and where the known ones end.

    This loop runs for most words near a date; it is written out for speed.
    """
    tokens: list[Token] = []
    add, known, new, pieces = tokens.append, lexicon.forms.get, tuple.__new__, lexicon.known
    finish = unknown = edge = 0
    reach = 60 if lexicon.counters else 2
    for match in lexicon.token.finditer(low, start):
        begin, finish = match.span()
        group, word = match.lastgroup, match.group()
        if group == "word":
            meaning = known(word)
            if meaning is not None:
                add(new(Token, (meaning.kind, meaning.value, begin, finish, word)))
                unknown = 0
                continue
            if word[0] in _ROMAN_FIRST and finish - begin < 6 and word.upper().translate(_TO_LATIN) in ROMAN_VALUES:
                add(_roman(text, begin, finish, word))
                continue
            add(new(Token, ("_", None, begin, finish, word)))
            if word in pieces:
                continue
        elif group == "sign":
            kind = SIGNS.get(word, "*")
            add(new(Token, (kind, None, begin, finish, word)))
            if kind != "*":
                continue
        elif group == "number" or group == "suffix":
            add(_number(word, match, begin, finish, lexicon))
            unknown = 0
            continue
        else:
            add(new(Token, (_KINDS[group], None, begin, finish, word)))
            if group != "newline":
                continue
        if begin >= end:
            unknown += 1
            edge = begin if unknown == 1 else edge
            if unknown >= reach:
                break
    if lexicon.after_number:
        tokens = _after_numbers(tokens, lexicon)
    if not lexicon.phrase_starts.isdisjoint([token[4] for token in tokens]):
        tokens = _join_phrases(tokens, lexicon)
    return tokens, edge if unknown else finish


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
    words = tuple([token[4] for token in tokens])
    taken = 0
    for place, token in enumerate(tokens):
        if place < taken:
            continue
        if words[place] in lexicon.phrase_starts:
            for pieces, word in lexicon.phrases[words[place]]:
                finish = place + len(pieces)
                if words[place:finish] == pieces:
                    token = Token(word.kind, word.value, token.start, tokens[finish - 1].end, " ".join(pieces))
                    taken = finish
                    break
        joined.append(token)
    return joined

