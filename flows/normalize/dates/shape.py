"""A matched shape of a date expression, and where it stands."""

import re
from typing import NamedTuple

from flows.normalize.dates.tokens import Token


class Shape(NamedTuple):
    """A matched shape and where it stands: `own` are the tokens that the match counts, `start` and `end` count all of the window's."""

    name: str
    match: re.Match
    own: list[Token]
    start: int
    end: int
    tokens: list[Token]
    kinds: str


def span_of(shape: Shape) -> tuple[int, int]:
    """First and last character; a full stop belongs to it only after an abbreviation («2020 г.», "Aug.")."""
    last = shape.end - 1
    tokens = shape.tokens
    trailing = ".,(P" if shape.name in ("quarter", "half_year") else ".,("
    while tokens[last].kind in trailing and not (tokens[last].kind == "." and _is_short(tokens[last - 1])):
        last -= 1
    return tokens[shape.start].start, tokens[last].end


def ends_sentence(shape: Shape) -> bool:
    """Whether a full stop that is no abbreviation's ends the shape."""
    last = shape.end - 1
    return shape.tokens[last].kind == "." and not _is_short(shape.tokens[last - 1])


def _is_short(token: Token) -> bool:
    return token.kind in "m6w" or (token.kind == "A" and token.end - token.start <= 2)
