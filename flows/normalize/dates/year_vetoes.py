"""Year vetoes: four figures that are an amount, a number, a model or a reference."""

import re

from flows.normalize.dates.lexicon import Lexicon
from flows.normalize.dates.tokens import Token

FIRST_LED, FIRST_ALONE, LAST_ALONE, LAST_WITH_PREPOSITION = 1600, 1900, 2035, 2100
_SIGNS = frozenset("$€£¥₽₴₪%№#°+×=<>@_©") | {"copyright"}
_NUMBER_SIGNS = frozenset("№#")  # they count what follows, not the year before them


def is_numbered_thing(before: Token | None, two_before: Token | None, lexicon: Lexicon) -> bool:
    """«№ 2019», «Евро-2020»: a number or a name, not a time."""
    if before is None:
        return False
    named = two_before if before.kind in "-." and two_before is not None else before
    return named.lower in lexicon.not_before


def is_no_year(place, year: Token, lexicon: Lexicon) -> bool:
    """Whether four figures without a word for year are something else; `place` is a vetoes.Place."""
    before, after = place.before, place.after
    if before is not None and before.lower in lexicon.exclude.street:
        return True
    if place.end - place.start > 1:
        return False
    following = place.tokens[place.end + 1] if place.end + 1 < len(place.tokens) else None
    if after is not None and after.kind == "-" and _is_pair(year, following):
        return False
    if before is not None and before.kind == "(" and after is not None and after.kind == "-" and following is not None and following.kind == "Y":
        return int(year.value) >= int(following.value)  # «(1763–1965)»
    return (
        _is_out_of_range(int(year.value), before, after)
        or _is_glued(place, following, lexicon)
        or (before is not None and (before.lower in _SIGNS or before.kind == "c"))
        or (after is not None and ((after.lower in _SIGNS and after.lower not in _NUMBER_SIGNS) or (after.lower in lexicon.exclude.after and not _leads_to_year(after, following)) or after.kind in "JKLOQDC"))
        or _is_first_half(place, year, following)
    )


def _leads_to_year(after: Token, following: Token | None) -> bool:
    """«З 2015 до 2018 року»."""
    return after.kind == "u" and following is not None and following.kind == "Y"


def _is_out_of_range(value: int, before: Token | None, after: Token | None) -> bool:
    """Years standing alone lie near; a round number before a noun is an amount («2000 Fans», "in 1650 places")."""
    led = before is not None and before.kind in "PfuBib"
    if FIRST_LED <= value < FIRST_ALONE:
        return not led or (value % 50 == 0 and after is not None and after.kind == "_")
    if not FIRST_ALONE <= value <= (LAST_WITH_PREPOSITION if led else LAST_ALONE):
        return True
    return value % 100 == 0 and after is not None and after.kind == "_" and not led


def _is_glued(place, following: Token | None, lexicon: Lexicon) -> bool:
    """«$2000», «10/2001», «2015;72(2)»: glued to a sign or another number."""
    two_before, before = place.back(2), place.before
    if place.glued_before.isalpha() and before is not None and before.end - before.start == 1 and before.kind == "_" and before.lower not in lexicon.tense.happened_in:
        return True  # «частина А2007»
    if place.glued_before and place.glued_before in "$€£¥₽₴№.:,+/" and (two_before is None or two_before.kind != "Y"):
        return True
    if place.glued_after and place.glued_after in "%€$£¥₽₴°":
        return True
    if place.glued_before == "-" and two_before is not None and two_before.kind in "nd0":
        return True
    return place.glued_after == ";" and following is not None and following.start == place.after.end


def _is_first_half(place, year: Token, following: Token | None) -> bool:
    """«2019-123»: the first half of a longer number."""
    if place.glued_after not in ("-", ":") or place.after is None or place.after.kind not in "-*" or following is None:
        return False
    return following.start == place.after.end and following.kind in "nY0" and not _is_pair(year, following)


def _is_pair(first: Token, second: Token | None) -> bool:
    return second is not None and second.kind == "Y" and int(first.value) < int(second.value) < int(first.value) + 100


_QUOTES = frozenset("«»\"“”„")
_OPENING = re.compile(r"(?<!\w)([^\W\d_]+)[ \n][«\"“„][^«»\"“”„\n]*$")


def is_title_or_name(place, low: str, lexicon: Lexicon) -> bool:
    """«1984» alone is a title, «Ромашка 2010» the name of a company."""
    if not place.glued_after or place.glued_after not in _QUOTES:
        return False
    if place.glued_before and place.glued_before in _QUOTES:
        return True
    begin = place.own[0].start
    opening = _OPENING.search(low, max(0, begin - 60), begin)
    return opening is not None and opening[1] in lexicon.exclude.company
