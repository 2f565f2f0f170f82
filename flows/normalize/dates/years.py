"""Years, decades and centuries."""

import re
from collections.abc import Iterator

from flows.normalize.dates import edtf
from flows.normalize.dates.context import Context, Reading
from flows.normalize.dates.stated import first, stated_year
from flows.normalize.dates.tokens import Token
from flows.normalize.dates.values import PART_MODS, TIMEX_SEASONS


def read_year_number(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    value = edtf.year(int(tokens[match.start("year")].value))
    return Reading(value, value, None, "year", True)


def read_winter_years(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    start, token = int(tokens[match.start("first")].value), first(match, tokens, "short", "long")
    if token.value is None:
        return None
    if token.kind == "Y":
        value = f"{edtf.year(start)}/{edtf.year(int(token.value))}"
        return Reading(value, value, None, "year", True) if 0 < int(token.value) - start <= 10 else None
    end = start // 100 * 100 + int(token.value)
    is_one_word = token.start - tokens[match.start("first")].end == 1  # not "in 2019 - 24 hours later"
    if token.end - token.start != 2 or not is_one_word or not 0 < end - start < 60:
        return None
    value = f"{edtf.year(start)}/{edtf.year(end)}"
    return Reading(value, value, None, "year", True)


def read_year_word(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    token = first(match, tokens, "which", "after", "offset")
    if token.value == "recent":
        return None
    year, _ = stated_year(context, [token])
    value = edtf.year(year)
    return Reading(value, value, None, "year")


def read_decade(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    number = int(tokens[match.start("decade")].value)
    start = _beginning_of_decade(number, tokens, match.end())
    value = f"{start // 10}X"
    part = first(match, tokens, "part")
    return Reading(value, f"{start // 10}", PART_MODS.get(str(part.value)) if part else None, "decade", True)


def read_decade_after(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«années 1980», «anni '90», «década de 2000»; after the singular «an 2000» it is the year."""
    unit, named = first(match, tokens, "unit", "unit2"), first(match, tokens, "decade", "decade2")
    reading, part = _decade_or_year(context, unit, named, tokens, match.end()), first(match, tokens, "part")
    return reading._replace(mod=PART_MODS.get(str(part.value))) if reading is not None and part is not None else reading


def read_decades_after(context: Context, match: re.Match, tokens: list[Token]) -> Iterator[tuple[Token, Token, Reading]]:
    """(first token, last token, reading) of each: «les années 1960 et 1970» are two decades."""
    unit, low, high = (first(match, tokens, group, f"{group}2") for group in ("unit", "first", "last"))
    if low.kind == high.kind == "Y" and (low.value % 10 or high.value % 10):
        for opening, named in ((unit, low), (high, high)):
            yield opening, named, Reading(edtf.year(named.value), edtf.year(named.value), None, "year", True)
        return
    earlier = _decade_or_year(context, unit, low, tokens, match.end())
    later = _decade_or_year(context, unit, high, tokens, match.end()) if earlier is not None else None
    if earlier is not None:
        yield unit, low, earlier
    if later is not None and earlier.unit == "decade":
        yield high, high, later
    elif high.kind == "Y":
        yield high, high, Reading(edtf.year(high.value), edtf.year(high.value), None, "year", True)


def _decade_or_year(context: Context, unit: Token, named: Token, tokens: list[Token], end: int) -> Reading | None:
    number, lexicon = named.value, context.lexicon
    if number is None:
        return None
    if (unit.kind == "A" and (unit.lower not in lexicon.plural.forms or (number >= 1000 and not lexicon.customs.decades_after))) or number % 10:
        if number < 1000:
            return None
        value = edtf.year(number)
        return Reading(value, value, None, "year", True)
    if not (1000 <= number < 2200 or (10 <= number < 100 and (unit.kind == "D" or lexicon.customs.decades_after))):
        return None
    if number < 100 and lexicon.customs.decades_with_stop and not any(token.kind == "." and token.start == named.end for token in tokens):
        return None  # «Jan K., lat 40» is an age, «lata 40.» a decade
    start = _beginning_of_decade(number, tokens, end)
    return Reading(f"{start // 10}X", f"{start // 10}", None, "decade", True)


def _beginning_of_decade(number: int, tokens: list[Token], end: int) -> int:
    """Of two figures in the century that is named after them («60-х годов XIX века»), else in the last hundred years."""
    if number >= 1000:
        return number
    after = [token for token in tokens[end : end + 6] if token.kind not in ".P)"][:2]
    kinds = "".join(token.kind for token in after)
    if len(kinds) == 2 and ((kinds[0] in "Ndo0" and kinds[1] in "C6") or (kinds[0] == "C" and kinds[1] in "No$")):
        century = after[kinds[0] == "C"].value
        if isinstance(century, int) and 1 <= century <= 22:
            return (century - 1) * 100 + number
    return 1900 + number if number >= 30 else 2000 + number


def read_decades(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«20–30-х годов», «1920-30-х»: from one decade to another."""
    low, high = int(tokens[match.start("first")].value or 0), int(tokens[match.start("last")].value)
    century = low // 100 * 100 or 1900
    high = high if high >= 1000 else century + high
    low = low if low >= 1000 else century + low
    if low % 10 or high % 10 or not low < high:
        return None
    return Reading(f"{low // 10}X/{high // 10}X", f"{low // 10}/{high // 10}", None, "decade", True)


def read_century(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    named = first(match, tokens, "number", "number2", "number3")
    number = int(named.value)
    if named.kind == "d" and match.re.groupindex.get("number3") and match.start("number3") >= 0 and not (context.lexicon.customs.centuries_after and number > 9):
        return None  # «século 19», not «w wieku 19 lat»
    part = first(match, tokens, "part", "part2", "part3")
    if not 1 <= number <= 22 or any(token.value == "half_a_century" for token in tokens[match.start() : match.end()]):
        return None
    return Reading(f"{number - 1:02d}XX", f"{number - 1:02d}", PART_MODS.get(str(part.value)) if part else None, "century", True)


def read_centuries(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    low, high = (int(first(match, tokens, group, f"{group}2").value) for group in ("first", "last"))
    if not 1 <= low < high <= 22:
        return None
    value = f"{low - 1:02d}XX/{high - 1:02d}XX"
    return Reading(value, value.replace("XX", ""), None, "century", True)


def read_anaphoric_year(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«того ж року», in a text of history."""
    if not context.is_historic or context.story_year is None:
        return None
    value = edtf.year(context.story_year)
    return Reading(value, value, None, "year")


def read_before_era(context: Context, match: re.Match, tokens: list[Token], _: int | None) -> Reading | None:
    """«490 до н. е.», «V ст. до н. э.», "44 BC": ISO 8601 counts the year 1 BC as 0000, so 490 BC is -0489."""
    century = first(match, tokens, "century")
    if century is not None:
        number = int(century.value)
        part = first(match, tokens, "part")
        mod = PART_MODS.get(str(part.value)) if part else None
        return Reading(f"-{number - 1:02d}XX", f"BC{number:02d}", mod, "century") if 1 <= number <= 99 else None
    token, season = first(match, tokens, "number"), first(match, tokens, "season")
    number = int(token.value) if token.value is not None else 0
    if not 1 <= number <= 9999 or token.lower.endswith(context.lexicon.customs.decade_suffixes):
        return None
    value = f"-{number - 1:04d}" if number > 1 else "0000"
    if season is None:
        return Reading(value, f"BC{number:04d}", None, "year")
    return Reading(f"{value}-{season.value}", f"BC{number:04d}-{TIMEX_SEASONS[int(season.value)]}", None, "season")
