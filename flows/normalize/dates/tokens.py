"""Tokens: the neighbourhoods of a text in which a date can stand, cut into classed words.

One pass of an automaton over the text finds what no date can be without (a month, a unit, a year's first
digits); only around these is the text cut into tokens, so the cost is linear in the text.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from flows.normalize.dates.lexicon import Lexicon, Phrases, lexicon_of
from flows.normalize.dates.triggers import ROMAN_NUMERALS, YEAR_PREFIXES
from flows.normalize.text import fold

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


_KIND, _LOWER = itemgetter(0), itemgetter(4)
_TO_LATIN = str.maketrans("ІХ", "IX")
_ROMAN_FIRST = frozenset("ivxіх")
_STRIP = " \u00a0\t.,()«»\"“”„:;–—-!?[]…"
_KINDS = {"iso": "I", "numeric": "F", "short": "%", "clock": "n", "other": "n"}
STRETCH = 28  # characters cut into tokens at a time: about as far as most windows reach
_LONG_STRETCH = 240


@dataclass(slots=True)
class Window:
    """Consecutive tokens and their classes as one string, over which the grammar is written."""

    tokens: list[Token]
    kinds: str


def lowered(text: str) -> str:
    """The text in lower case with one kind of apostrophe, character for character, so that offsets stay."""
    return fold(text).replace("’", "'").replace("ʼ", "'")


def windows(text: str, low: str, lexicon: Lexicon) -> Iterator[Window]:
    """The windows of a text in order; they do not overlap. `low` is the text as `lowered` gives it.

    A window reaches from a trigger as far as words go on that the language's lexicon knows, and a little further.
    """
    covered = 0
    is_spaced = not lexicon.customs.counters
    for _, start, end in lexicon.scanner.find(low):
        # Most hits begin a longer word: that is asked first, before anything is called.
        if start < covered or (is_spaced and low[end : end + 1].isalpha() and not low[start].isdigit()):
            continue
        if not _is_whole(low, start, end, lexicon):
            continue
        left = _left_edge(low, start, covered, lexicon)
        tokens, covered = _tokens(text, low, left, end, lexicon)
        kinds = "".join(map(_KIND, tokens))
        if "~" in kinds:
            tokens = _through_nights_only(tokens, kinds)
            kinds = "".join(map(_KIND, tokens))
        yield Window(tokens, kinds)


def _through_nights_only(tokens: list[Token], kinds: str) -> list[Token]:
    """«На» between two days is a link only after a night («в ночь с 3 на 4 июня»), else a word as any other."""
    return [
        token._replace(kind="_") if token.kind == "~" and "k" not in kinds[max(0, place - 6) : place] else token
        for place, token in enumerate(tokens)
    ]


def _is_whole(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a hit of the automaton is a word of its own, or digits that can begin a year."""
    if low[start].isdigit():
        if low[start:end] not in YEAR_PREFIXES:
            return True
        return low[end : end + 2].isdigit() and not low[end + 2 : end + 3].isdigit() and not low[start - 1 : start].isdigit()
    if lexicon.customs.counters:
        return True
    return not low[end : end + 1].isalpha() and (
        start == 0 or not low[start].isalpha() or not low[start - 1].isalpha() or bool(lexicon.customs.prefixes)
    )


def _left_edge(low: str, start: int, floor: int, lexicon: Lexicon) -> int:
    """Where the run of known words and figures before `start` begins, with one word more."""
    floor = max(floor, start - LEFT)
    if lexicon.customs.counters:
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

    The text is cut a stretch at a time by one search, and words seen before are looked up: this runs for most words
    near a date.
    """
    tokens: list[Token] = []
    add, known, new = tokens.append, meanings_of(lexicon.language).get, tuple.__new__
    phrases, may_join = lexicon.phrases, False
    finish, unknown, edge, covered = start, 0, 0, start
    reach = 60 if lexicon.customs.counters else 2
    while covered < len(low) and unknown < reach:
        first, covered = covered, _stretch_end(low, max(end, covered), lexicon)
        finish = first
        for word in _words(lexicon.pieces, low, first, covered):
            meaning = known(word)
            begin = low.index(word, finish)
            finish = begin + len(word)
            if meaning is None:
                meaning = _UNKNOWN if word[0] in _PLAIN_LETTERS else _meaning(word, text, begin, lexicon)
            kind, value, effect = meaning
            add(new(Token, (kind, value, begin, finish, word)))
            may_join = may_join or word in phrases
            if effect == GOES_ON:
                unknown = 0
            elif effect == ENDS and begin >= end:
                unknown += 1
                edge = begin if unknown == 1 else edge
                if unknown >= reach:
                    break
    if lexicon.after_number:
        tokens = _after_numbers(tokens, lexicon)
    return _join_phrases(tokens, phrases) if may_join else tokens, edge if unknown else finish


def _stretch_end(low: str, reached: int, lexicon: Lexicon) -> int:
    """Where the next stretch may end: no token stands on both sides of it."""
    if lexicon.customs.counters:
        place = low.find("\n", reached + STRETCH)
        return place if place >= 0 else len(low)
    place = low.find(" ", reached + STRETCH)
    while place >= 0 and low[place + 1 : place + 2].isdigit():
        place = low.find(" ", place + 1)
    place = place if place >= 0 else len(low)
    line_end = low.find("\n", reached + STRETCH, place)
    return line_end + 1 if line_end >= 0 else place


def _words(pieces: re.Pattern, low: str, start: int, end: int) -> Iterable[str]:
    """The tokens of a stretch; of a long one, such as an address, no more than are asked for."""
    if end - start <= _LONG_STRETCH:
        return pieces.findall(low, start, end)
    return map(re.Match.group, pieces.finditer(low, start, end))


# What a token does to a window that has passed its trigger: it goes on, it says nothing, it comes nearer to the end.
GOES_ON, NEUTRAL, ENDS = range(3)
Meaning = tuple[str, int | float | str | None, int]


@functools.cache
def meanings_of(language: str) -> dict[str, Meaning]:
    """(class, value, effect on the window) of each token that is the same wherever it stands."""
    lexicon = lexicon_of(language)
    found: dict[str, Meaning] = dict.fromkeys(lexicon.known, ("_", None, NEUTRAL))
    found |= {form: (word.kind, word.value, GOES_ON) for form, word in lexicon.forms.items()}
    figures = [*map(str, range(100)), *(f"{number:02d}" for number in range(10)), *map(str, range(1900, 2040))]
    found |= {figure: (*_number(figure, "", lexicon), GOES_ON) for figure in figures}
    found |= {sign: (kind, None, NEUTRAL) for sign, kind in SIGNS.items()}
    return found | {"\n": (";", None, ENDS)}


_UNKNOWN: Meaning = ("_", None, ENDS)
_PLAIN_LETTERS = frozenset("abcdefghjklmnopqrstuwyzабвгдежзийклмнопрстуфцчшщъыьэюяєїґñäöüßàâçéèêłśșțăîا") - _ROMAN_FIRST


def _meaning(word: str, text: str, begin: int, lexicon: Lexicon) -> Meaning:
    """As `meanings_of` for a token that is not among them: an unknown word, another sign, a number."""
    if word[0].isdecimal():
        match = lexicon.token.fullmatch(word)
        group = match.lastgroup
        if group in ("number", "suffix"):
            return *_number(match.group("number"), match.group("suffix"), lexicon), GOES_ON
        return _KINDS[group], None, NEUTRAL
    if not word[0].isalnum():
        return "*", None, ENDS
    if word[0] in _ROMAN_FIRST and len(word) < 6 and (value := ROMAN_VALUES.get(word.upper().translate(_TO_LATIN))):
        return ("N", value, NEUTRAL) if text[begin : begin + len(word)].isupper() else ("_", None, NEUTRAL)
    return _UNKNOWN


def _after_numbers(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Words that are a unit after a number and something else elsewhere (luni: months, Monday; «XIX в.», «III кв.»)."""
    for place in range(1, len(tokens)):
        kind = lexicon.after_number.get(tokens[place].lower)
        if kind is None:
            continue
        is_cut = kind in "69"  # «XIX в.», not «Екатерина II в театре»
        if tokens[place - 1].kind in ("N" if is_cut else "cdn") and (not is_cut or (place + 1 < len(tokens) and tokens[place + 1].kind == ".")):
            tokens[place] = tokens[place]._replace(kind=kind)
    return tokens


def _number(digits: str, suffix: str | None, lexicon: Lexicon) -> tuple[str, int]:
    """d day of a month, Y year, Z decade («90-х», 1990s), 0 ordinal of another size, n any other number."""
    value = int(digits)
    if suffix:
        if suffix in lexicon.customs.decade_suffixes and value % 10 == 0 and len(digits) in (2, 4):
            return "Z", value
        return ("d" if 0 < value <= 31 else "Y" if len(digits) == 4 and 1000 <= value < 2200 else "0"), value
    if len(digits) == 4:
        return ("Y" if 1000 <= value < 2200 else "n"), value
    return ("d" if len(digits) <= 2 and 1 <= value <= 31 else "n"), value


def _join_phrases(tokens: list[Token], phrases: Mapping[str, Phrases]) -> list[Token]:
    """Forms of several words become one token."""
    words = tuple(map(_LOWER, tokens))
    joined: list[Token] = []
    reached = 0
    for place, first in enumerate(words):
        if place < reached or first not in phrases:
            continue
        for pieces, word in phrases[first]:
            finish = place + len(pieces)
            if words[place:finish] == pieces:
                joined += tokens[reached:place]
                joined.append(Token(word.kind, word.value, tokens[place].start, tokens[finish - 1].end, " ".join(pieces)))
                reached = finish
                break
    return joined + tokens[reached:] if reached else tokens
