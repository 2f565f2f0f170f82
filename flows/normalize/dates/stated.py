"""What stands in the words of an expression: its tokens by group, its year, its month."""

import re

from flows.normalize.dates.context import Context, year_of
from flows.normalize.dates.tokens import Token

DEIXIS = {"last": -1, "recent": -1, "this": 0, "this_after": 0, "next": 1, "coming": 1, "new": 1, "same": 0}


def first(match: re.Match, tokens: list[Token], *groups: str) -> Token | None:
    """The first token of the first of the groups that the rule has and that took part."""
    known = match.re.groupindex
    for group in groups:
        if group in known and match.start(group) >= 0:
            return tokens[match.start(group)]
    return None


def inside(match: re.Match, tokens: list[Token], group: str) -> list[Token]:
    """All tokens of a group."""
    if group not in match.re.groupindex or match.start(group) < 0:
        return []
    return tokens[match.start(group) : match.end(group)]


def of_kind(tokens: list[Token], kinds: str) -> Token | None:
    """The first token of one of the classes."""
    return next((token for token in tokens if token.kind in kinds), None)


def bounds_of(match: re.Match, tokens: list[Token]) -> tuple[int, int]:
    """Character span of a match."""
    return tokens[match.start()].start, tokens[match.end() - 1].end


def stated_year(context: Context, tokens: list[Token]) -> tuple[int | None, bool]:
    """(year, whether its digits stand there) of the tokens of a year: «2019 года», «прошлого года», «торік»."""
    number = of_kind(tokens, "Y")
    if number is not None:
        return int(number.value), True
    deixis = of_kind(tokens, "ltxvse4R")
    if deixis is None:
        return context.year, False
    base = context.story_year if context.is_historic and deixis.kind == "x" and context.story_year else context.year
    if deixis.kind == "R":
        return (None if base is None else base + int(deixis.value)), False
    if deixis.kind == "v":
        base = context.last_year or base
        return (None if base is None else base - 1), False
    if deixis.kind == "s":
        return context.story_year or base, False
    return (None if base is None else base + DEIXIS[str(deixis.value)]), False


def month_number(match: re.Match, tokens: list[Token]) -> int:
    token = of_kind(inside(match, tokens, "month"), "Mm")
    return int(token.value)


def year_for(
    context: Context, match: re.Match, tokens: list[Token], year: int | None, month: int, day: int | None
) -> tuple[int | None, bool]:
    given = inside(match, tokens, "year")
    if given:
        return stated_year(context, given)
    if year is not None:
        return year, True
    which = first(match, tokens, "which", "after")
    if which is not None and context.year is not None and context.anchor.month is not None and which.kind in "lx":
        return year_by_deixis(context, which.kind, month, day), False
    return year_of(context, month, day, *bounds_of(match, tokens)), False


def year_by_deixis(context: Context, kind: str, month: int, day: int | None) -> int:
    here = (context.anchor.month, context.anchor.day or 0)
    there = (month, day if day is not None else 0)
    if kind == "l":
        return context.year - (there > here if day is not None else month >= here[0])
    return context.year + (there < here if day is not None else month <= here[0])


def month_by_deixis(context: Context, kind: str) -> tuple[int | None, int | None]:
    if kind in "sv" and context.last_month:
        return context.last_month
    if context.anchor is None or context.anchor.month is None:
        return None, None
    return shift_month(context.year, context.anchor.month, {"l": -1, "v": -1, "x": 1}.get(kind, 0))


def shift_month(year: int | None, month: int, by: int) -> tuple[int | None, int]:
    """A month so many months away; without a year the year stays unknown."""
    index = month - 1 + by
    return (None if year is None else year + index // 12), index % 12 + 1
