"""Vetoes: what has the shape of a date and is none."""

import re

from flows.normalize.dates.lexicon import Lexicon
from flows.normalize.dates.tokens import Token

_CURRENCY = frozenset("$€£¥₽₴₪%№#°+×=<>@_©") | {"copyright"}


def is_vetoed(name: str, match: re.Match, tokens: list[Token], text: str, low: str, lexicon: Lexicon) -> bool:
    """Whether the neighbours of a matched shape show that it is not a date."""
    start, end = match.start(), match.end()
    if not lexicon.forms and name != "iso" and not (name == "numeric" and "." in tokens[start].lower):
        return True
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    check = _CHECKS.get(name)
    glued_after = low[tokens[end - 1].end : tokens[end - 1].end + 1]
    glued_before = low[tokens[start].start - 1 : tokens[start].start] if tokens[start].start else ""
    if ((glued_before or " ") in "/@_#=&-.?" and name not in ("holiday", "weekday")) or (glued_after or " ") in "@_=/-":
        begin, finish = tokens[start].start, tokens[end - 1].end
        if glued_before in ("@", "_", "=", "&") or _is_in_address(low, begin, finish):
            return True
    if name in _SINGULAR and any(token.lower in lexicon.plural for token in tokens[start:end]):
        return True
    if _is_repeated(tokens, start):
        return True
    if name == "day_month" and end - start == 2 and not lexicon.capitals and _is_title(text, tokens[end - 1]):
        return True
    if name in _ALONE and (end - start == 1 or lexicon.capitals) and _is_name(tokens[start:end], before, text, lexicon):
        return True
    if glued_after == "." and after is not None and end + 1 < len(tokens) and tokens[end + 1].start == after.end and tokens[end + 1].lower.isascii() and name == "relative_day":
        return True
    if lexicon.not_after_words and before is not None and before.lower in lexicon.not_after_words.get(tokens[start].lower, ()):
        return True
    if lexicon.strict_abbreviations and name in ("day_month", "days_of_month") and _is_bare_abbreviation(tokens[start:end]):
        return True
    if lexicon.needs_before and name in _NEEDY and not _has_what_it_needs(tokens, start, end, lexicon):
        return True
    if check is not None and check(match, tokens, before, after, glued_before, glued_after, lexicon):
        return True
    return before is not None and before.lower in lexicon.not_before and name in ("year_number", "winter_years")


_ALONE = frozenset(("month", "weekday", "season", "relative_day", "month_day", "day_month"))
_NEEDY = frozenset(("month", "season", "holiday", "relative_day"))
_SINGULAR = frozenset(("year_word", "unit_which", "part_of_unit"))


def _is_in_address(low: str, begin: int, finish: int) -> bool:
    """Whether the unbroken run of characters around is a web or mail address or a file name."""
    left = max(low.rfind(" ", max(0, begin - 200), begin), low.rfind("\n", max(0, begin - 200), begin))
    right = low.find(" ", finish, finish + 200)
    run = low[left + 1 : right if right >= 0 else finish + 60]
    return "://" in run or "www." in run or "@" in run or run.count("/") >= 3 or ".html" in run or ".php" in run


def _is_title(text: str, month: Token) -> bool:
    """«улица 22 Декабря»: a capital month after its day is part of a name, unless all is in capitals."""
    word = text[month.start : month.end]
    return word[0].isupper() and not word.isupper()


def _is_name(tokens: list[Token], before: Token | None, text: str, lexicon: Lexicon) -> bool:
    """A capital letter inside a sentence where the language writes small ones («ТЦ Июнь»); a small one in English."""
    for token in tokens:
        if token.kind not in "MmWw" and not (token.kind in "Sr" and not lexicon.capitals):
            continue
        word = text[token.start : token.end]
        if lexicon.capitals:
            if word[0].islower():
                return True
        elif word[0].isupper() and not word.isupper() and before is not None and token.start == tokens[0].start:
            if token.lower in lexicon.adjectives:
                return True
            if len(tokens) > 1:
                continue
            gap = text[before.end : token.start]
            if "\n" not in gap and ((before.lower in "«\"“„" and before.lower) or (before.kind in "_A" and gap == " ")):
                return True
    return False


def _is_bare_abbreviation(tokens: list[Token]) -> bool:
    """«2 set» without full stop or year is no date where such words are common."""
    kinds = "".join(token.kind for token in tokens)
    return "m" in kinds and "Y" not in kinds and "m." not in kinds


def _has_what_it_needs(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """A word that is a season only after some words («en été», not «a été»)."""
    allowed = lexicon.needs_before.get(tokens[start].lower)
    if allowed is None or any(token.kind == "Y" for token in tokens[start:end]):
        return True
    return start > 0 and tokens[start - 1].lower in allowed


def _is_repeated(tokens: list[Token], start: int) -> bool:
    """«каждую пятницу», "every May", «щороку в листопаді»: a set, not a date."""
    return any(token.kind == "V" for token in tokens[max(0, start - 3) : start + 1])


def _year_number(match, tokens, before, after, glued_before, glued_after, lexicon) -> bool:
    year = tokens[match.start("year")]
    value = int(year.value)
    has_word = match.end() - match.start() > 1
    if before is not None and before.lower in lexicon.streets:
        return True
    if has_word:
        return False
    if after is not None and after.kind == "-" and _is_year_pair(year, *tokens[match.end() + 1 : match.end() + 2]):
        return False
    if not 1900 <= value <= (2100 if before is not None and before.kind in "PfuBib" else 2035):
        return True
    if value % 100 == 0 and after is not None and after.kind == "_" and (before is None or before.kind not in "PfuBbA"):
        return True
    if glued_after == ";" and after is not None and tokens[match.end() + 1 : match.end() + 2] and tokens[match.end() + 1].start == after.end:
        return True
    if (glued_before and glued_before in "$€£¥₽₴№.:,+/" and not _follows_year(match, tokens)) or (glued_after and glued_after in "%€$£¥₽₴°"):
        return True
    if glued_before == "-" and before is not None and len(tokens) > 1:
        two_back = tokens[match.start() - 2] if match.start() > 1 else None
        if two_back is not None and two_back.kind in "nd0":
            return True
    if before is not None and (before.lower in _CURRENCY or before.kind == "c"):
        return True
    if after is None:
        return False
    if after.lower in _CURRENCY or after.lower in lexicon.not_after or after.kind in "JKLOQDC":
        return True
    if glued_after in ("-", ":") and after.kind in "-*" and match.end() + 1 < len(tokens):
        following = tokens[match.end() + 1]
        return following.start == after.end and following.kind in "nY0" and not _is_year_pair(year, following)
    return False


def _follows_year(match, tokens) -> bool:
    return match.start() > 1 and tokens[match.start() - 2].kind == "Y"


def _is_year_pair(first: Token, second: Token | None = None) -> bool:
    return second is not None and second.kind == "Y" and int(first.value) < int(second.value) < int(first.value) + 100


def _month(match, tokens, before, after, glued_before, glued_after, lexicon) -> bool:
    """A weak or ambiguous month name alone is no month; hyphenated into a word it is a name."""
    return glued_before == "-" and before is not None and match.start() > 1 and tokens[match.start() - 2].kind == "_"


def _season(match, tokens, before, after, glued_before, glued_after, lexicon) -> bool:
    """«18-летней» is an age."""
    return glued_before == "-" and before is not None and match.start() > 1 and tokens[match.start() - 2].kind in "dn"


def _within(match, tokens, before, after, glued_before, glued_after, lexicon) -> bool:
    """«через два дня после» counts from another event."""
    return after is not None and after.lower in lexicon.not_after


def _weekday(match, tokens, before, after, glued_before, glued_after, lexicon) -> bool:
    """«6 luni» counts months; 「金曜日」 stands alone."""
    if lexicon.counters:
        return after is None or (after.lower not in _PARTICLES and after.kind not in "hu")
    return before is not None and before.kind in "cdnqo"


def _counted_day(match, tokens, before, after, glued_before, glued_after, lexicon) -> bool:
    """「1日デート」 lasts one day; 「1日、」 and 「きょう1日」 name it."""
    if match.end() - match.start() > 2 or int(tokens[match.start("last")].value) > 3:
        return False
    return after is None or (after.kind not in ",uhW(" and after.lower not in _PARTICLES)


_PARTICLES = frozenset(["に", "の", "は", "も", "付", "夜", "朝", "発"])
_CHECKS = {
    "weekday": _weekday,
    "counted_day": _counted_day,
    "year_number": _year_number,
    "month": _month,
    "season": _season,
    "weak_season": _season,
    "within": _within,
    "ago": _within,
}
