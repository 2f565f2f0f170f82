"""The grammar: shapes of date expressions, written as regular expressions over the classes of tokens.

One letter is one token (the classes are declared in word_classes.CLASSES): d day number, M month name, m month
abbreviation, W w weekday, Y year number, A the word year, L month, K week, J day, Q quarter, H half-year,
l t x v s last, this, next, previous, same; P of; f from, u to, a and. All repetitions are bounded, so matching
is linear in the tokens.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

YEAR = r"(?:,?P{0,2}A?P{0,2}Y(?:A\.?)?|,?P{0,2}[ltxvs]A|,?P{0,2}A[lxvs4]|,?P{0,2}R)"
WEEKDAY = r"(?:(?!rh?,P{0,2}l)(?:rh?,P{0,2})?[ltx]?[Wwr]\.?h?[,(]?[,(]?P{0,2}l?)"
AFTER = r"(?:[,(]{1,2}P?[Ww]\)?)"
MONTH = r"(?:(?:LP?)?M(?:[(/]M\)?)?|m\.?)"

RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso>I)"),
    ("before_era", r"(?P<season>S)?P?A?P?(?P<number>[Ydn0])-?A?\.?(?P<era>#)|(?:(?P<part>p)-?P{0,2})?(?P<century>[Ndo0])\.?[C6]\.?(?P<era2>#)"),
    ("numeric", rf"{WEEKDAY}?(?P<numeric>F)A?"),
    ("short_date", rf"{WEEKDAY}?(?P<short>%)|(?:[Ww],?)?\((?P<day>d)/(?P<month>d)\)"),
    ("days_numeric", r"[fbB]?(?P<first>d)\.?(?:-|u|/)(?P<numeric>F)"),
    ("days_of_month", rf"(?:EP{{1,2}})?[fbB]?(?P<first>d)\.?(?P<list>(?:,d)*)(?P<link>[-uaP]|/|-P|-u|aP|uP)(?P<last>d)\.?P{{0,2}}(?P<month>{MONTH})(?P<year>{YEAR})?[ltx]?"),
    ("night_days", rf"kP?[fB]?(?P<first>d)\.?P{{0,2}}M?~P{{0,2}}(?P<day>d)\.?P{{0,2}}(?P<month>{MONTH})(?P<year>{YEAR})?"),
    ("night_weekdays", r"k[fB]?(?P<eve>W)~P?(?P<weekday>W)"),
    ("dashed_day", r"(?P<day>d)-(?P<month>[Mm])-(?P<year>Y)"),
    ("day_month", rf"k?(?P<weekday>{WEEKDAY})?l?(?P<day>d)\.?P{{0,2}}(?P<month>{MONTH})(?P<year>{YEAR})?(?P<which>[ltx](?!A))?(?:{AFTER})?"),
    ("ordinal_day", rf"(?P<tens>c)?(?P<ordinal>[o$]|c(?=P?M(?:P?A)?P?Y))[PfB]?(?P<month>{MONTH})(?P<year>{YEAR})?(?P<after>[lx](?!A))?"),
    ("week_of_day", rf"KP{{1,2}}(?P<day>d)\.?P{{0,2}}(?P<month>{MONTH})(?P<year>{YEAR})?"),
    ("week_of_month_day", rf"KP{{1,2}}(?P<month>[Mm])\.?(?P<day>d)(?![.:]?d)(?P<year>,?Y|{YEAR})?"),
    ("day_of_this_month", rf"(?P<weekday>{WEEKDAY})?(?:(?P<day>d)|(?P<ordinal>[o$]))[Pf]{{0,2}}(?:(?P<which>[ltxvs])L|L(?P<after>[ltx4v])(?!A))"),
    ("month_days", rf"(?:EP{{1,2}})?(?P<weekday>{WEEKDAY})?(?P<month>[Mm])\.?(?P<first>d)(?P<link>[-ua])(?P<last>d)(?!M)(?P<year>,?Y|{YEAR})?"),
    ("month_day", rf"(?P<weekday>{WEEKDAY})?(?P<month>[Mm])\.?(?P<day>d)(?![.:]?d)(?P<year>,?Y|{YEAR})?"),
    ("nth_weekday", rf"(?P<nth>[ol])P?(?P<weekday>W)P{{0,2}}(?P<month>M)(?!\.?d)(?P<year>{YEAR})?"),
    ("nth_week", rf"(?P<nth>[ol])P?KP{{0,2}}(?P<month>M)(?!\.?d)(?P<year>{YEAR})?"),
    ("weekday_of_week", r"(?P<weekday>W)h?P{0,2}(?:(?P<which>[ltx])K|K(?P<after>[ltx4])|(?P<offset>1))"),
    ("month_quarter", rf"(?:pP{{0,2}})?(?P<month>M)Q(?P<year>{YEAR})?"),
    ("months_ending", rf"!?P?(?P<count>[dc])-?L7?2P?(?:d\.?P?)?(?P<month>[Mm])\.?d?(?P<year>,?Y|{YEAR})?"),
    ("months_to", rf"!?P?(?P<count>[dc])-?L7?u(?P<month>[Mm])\.?d?(?P<year>,?Y|{YEAR})?"),
    ("quarter_ending", rf"(?:[oN]-?)?Q-?2P?(?P<month>[Mm])\.?d?(?P<year>{YEAR})?"),
    ("part_of_month", rf"(?P<part>p)-?P{{0,2}}(?P<which>[ltx])?P?(?:LP?)?(?P<month>M(?:/M)?|m\.?(?=Y))(?P<year>{YEAR})?(?P<after>[ltx])?"),
    ("part_of_decade_after", r"(?P<part>p)-?P{0,2}(?P<unit>A)P?'?(?P<decade>n)(?!P?[MmLJKOQ%])"),
    ("part_of_unit", r"(?P<part>p)-?P{0,2}(?:(?P<which>[ltxv])(?P<unit>[LKAQDC])|(?P<unit2>[LKA])(?P<which2>[lxv4])|(?P<unit3>[LKA](?!Y)))"),
    ("part_of_year", r"(?P<part>p)-?P{0,2}(?:A?P?(?P<year>Y)A?\.?|(?P<year2>R))"),
    ("part_of_season", rf"(?P<part>p)-?P{{0,2}}(?P<season>[ltx]?[S5])(?P<year>{YEAR})?"),
    ("part_of_year_word", rf"(?P<part>=)(?:P{{0,2}}(?P<year>{YEAR}))?"),
    ("part_of_decade", r"(?P<part>p)-?P{0,2}(?P<decade>Z)A?"),
    ("part_of_century", r"(?P<part>p)-?P{0,2}(?P<number>N)\.?[C6]\.?|(?P<part2>p)-?P{0,2}(?P<number2>[Ndo0])\.?[C6]|(?P<part3>p)-?P{0,2}CP?(?P<number3>[No$])(?!\.?C)"),
    ("centuries", r"p?(?P<first>N)[C6]?\.?[-a]p?(?P<last>N)[C6]\.?|C(?P<first2>N)(?:-|a|u)(?P<last2>N)"),
    ("half_of_century", r"(?P<half>[od])-?zP{0,2}(?P<number>[Ndo0])\.?C\.?"),
    ("half_of_decade", r"(?P<half>[od])-?zP{0,2}(?P<decade>Z)A?"),
    ("half_of_month", rf"(?P<half>[od])-?[zp]P{{0,2}}(?P<month>M)(?P<year>{YEAR})?"),
    ("half_of_year", rf"(?P<half>[odN](?=-?z)|[oN](?=-?p))-?[zp]P{{0,2}}(?P<year>{YEAR}|A)"),
    ("first_months", rf"(?:[ol](?P<count>[dc])|(?P<count2>[dc])[ol])(?P<unit>[LQ])P{{0,2}}(?P<year>{YEAR}|A)"),
    ("first_months_after", rf"(?P<unit>[LQ])(?P<count>[cd])o[Pf]{{0,2}}(?P<year>{YEAR}|A)"),
    ("months_of_year", rf"(?P<count>[dc])LP{{0,2}}(?P<year>{YEAR})"),
    ("same_period", rf"(?P<unit>s[LQ7]|7s)P{{0,2}}(?P<year>{YEAR})?"),
    ("quarters", rf"(?P<first>o)a(?P<last>o)QP{{0,2}}(?P<year>{YEAR}|A)?"),
    ("half_short", rf">(?P<number>d)P?(?P<year>{YEAR})"),
    ("last_quarter", rf"(?P<last>l)QP{{0,2}}(?P<year>{YEAR}|A)"),
    ("quarter", rf"(?:(?P<number>[oNd])\.?-?Q|QP?(?P<after>[oN]))P{{0,2}}(?P<year>{YEAR}|A)?"),
    ("half_year", rf"(?:(?P<number>[oNd])\.?-?H|HP?(?P<after>[oN]))P{{0,2}}(?P<year>{YEAR}|A)?"),
    ("roman_quarter", rf"(?P<number>N)9\.?P?(?P<year>{YEAR})?"),
    ("quarter_short", rf"(?P<q>9)(?P<number>d)(?:P?(?P<year>{YEAR}|/Y)|(?:(?P<fiscal><)'?|')(?P<short>d))?"),
    ("short_quarter", r"(?P<number>d)(?P<q>9)(?:(?P<year>Y)|(?P<fiscal><)?'?(?P<short>d))"),
    ("month", rf"(?P<which>[ltx]P?)?(?P<month>(?:LP?)?M(?:[(/]M\)?)?|m\.?(?=Y))(?P<year>{YEAR})?(?P<after>[ltx](?![AKLJ]))?"),
    ("season", rf"(?:(?P<which>[ltx]P?)|(?P<offset>R))?(?P<season>S)(?P<year>{YEAR}|-?Y)?(?:(?<=Y)[-/][Yd](?![-/.:])(?:A\.?)?)?(?P<after>[ltx](?![AKLJ]))?"),
    ("weak_season", rf"(?:(?P<which>[ltx])|(?P<offset>R))(?P<season>5)|(?P<season2>5)P?(?P<year>{YEAR})|(?P<season3>5)[7H]"),
    ("round_day", r"(?P<which>[ltx])(?P<unit>@)"),
    ("ago", r"(?P<count>[cdqn])?(?P<unit>[JKLADC@])(?P<cue>g)"),
    ("ago_before", r"(?P<cue>y)P?[X:]?(?:(?P<count>[cdqn])(?P<unit>[JKLADC])|(?P<unit2>[LC])(?![YdPMN]))"),
    ("within", r"(?P<cue>i)(?P<count>[cdqn])?(?P<unit>[JKLADC@])"),
    ("within_between", r"(?P<cue>b)(?P<count>[cdqn])(?P<unit>[JKLADC@])"),
    ("duration", r"(?P<cue>!)P?(?P<count>[cdqn])(?P<unit>[JKLADCO@])"),
    ("numbered_day", r"(?P<which>[lx])J(?P<day>d)(?![.:/-]?[dnMmO%P])"),
    ("anaphoric_day", r"(?P<which>[xts])(?P<unit>J)"),
    ("anaphoric_year", r"(?P<which>s)(?P<unit>A)"),
    ("last_units", r"(?:(?P<which>[lx])(?P<count>[cdq])|(?P<count2>[cdq])(?P<which2>[lx]))(?P<unit>[JKLA])"),
    ("decades_after", r"(?<!b)(?<!bP)(?<!bPP)(?:(?P<unit>A)P?'?(?P<first>[Ydn])\.?(?P<link>a)P?'?(?P<last>[Ydn])(?![.:,]?P?[dnMmLJKOQ%])|(?P<unit2>D)P{0,2}'?(?P<first2>[Ydn])aP{0,2}'?(?P<last2>[Ydn])(?![.:,]?P?[dnMmLJKOQ%]))"),
    ("decade_after", r"(?P<unit>A)P?'?(?P<decade>[Ydn])(?!-Y)|(?P<unit2>D)P{0,2}'?(?P<decade2>[Ydn])"),
    ("decades", r"(?P<first>[dnY])-(?P<last>Z)A?\.?"),
    ("years_decade", r"(?P<decade>Z)A?\.?"),
    ("century", r"(?P<number>N)\.?[C6]\.?|(?P<number2>[do0])\.?C|CP?(?P<number3>[No$]|d(?![.:/-]?P{0,2}[dnMmO%]))(?!\.?C)"),
    ("winter_years", r"(?P<first>Y)(?:[-/](?P<short>[dn])|/(?P<long>Y))(?![-.:]?[dn])A?\.?"),
    ("year_number", r"(?:AP?)?(?P<year>Y)(?:A\.?)?"),
    ("year_word", r"(?P<which>[ltxve]|4(?!P))P?A|AP?(?P<after>[lxv4])|(?P<offset>R)"),
    ("unit_which", r"(?P<which>[ltxv]|4(?!P))P?(?P<unit>[JKLQHEDC])(?P<tail>h)?|(?P<unit2>[JKLQHEDC])P?(?P<after>[lxv4])(?P<tail2>h)?"),
    ("offset_month", r"(?P<offset>8)"),
    ("offset_week", r"(?P<offset>1)"),
    ("weekend", r"(?P<weekend>E)"),
    ("relative_day", r"(?P<relative>r)J?(?P<tail>h)?(?:\((?:W,?)?(?P<day>d)\)|[,(]?P?[WG]\)?)?"),
    ("weekday_day", r"(?:t?(?P<weekday>W),?(?P<day>d)|t?(?P<weekday2>[Ww])\((?P<day2>d)\))(?![.:/-]?[dnMmO])"),
    ("weekday", r"(?P<which>[ltx]P?)?(?P<weekday>W)(?P<after>[ltx](?![AKLJM]))?(?P<tail>h)?|(?P<night>k)(?P<weekday2>[Ww])|(?P<this>t)(?P<weekday3>w)(?=[,.(])|(?P<this2>[lx]P?)(?P<weekday5>w)(?=[,.])|(?P<weekday4>w)(?P<after4>[lx])"),
    ("holiday", r"(?P<holiday>G)(?P<year>Y)?"),
    ("length", r"(?P<count>[cdqn])(?P<unit>[JKLADC@])(?!P?[ltxvs4gYdM])"),
)

_MONTH_FIRST = frozenset(("month_days", "month_day", "months_to", "week_of_month_day"))
MONTH_RULE = re.compile(dict(RULES)["month"])
STARTS = "4>=!0n$I%(FydPMmWwrSltxsvepoNcqQH9L5giZYAREGkfbBPJKDC68137"  # classes that an expression can begin with

_COUNTED_YEAR = r"YA(?:\(3[dc]A\))?|3[dc]A(?:\(YA\))?"  # 「令和元年」, 「2018年（平成30年）」

COUNTER_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso>I)"),
    ("numeric", r"(?P<numeric>F)"),
    ("counted_days", rf"(?P<year>{_COUNTED_YEAR}|RP?)?(?:(?P<month>dL)|(?P<offset>8)P?)?(?P<first>d)J?[-,](?P<last>d)JW?h?"),
    ("counted_date", rf"r?(?P<year>{_COUNTED_YEAR}|dA|RP?)?(?P<month>dL)(?P<last>d)JW?P?h?"),
    ("counted_day", r"(?:r,?)?(?:(?P<offset>8)P?)?(?P<last>d)J(?!g|i)W?P?h?"),
    ("counted_years", r"(?P<first>Y)A?-(?P<last>[Ynd])A"),
    ("counted_months", rf"(?P<year>{_COUNTED_YEAR}|RP?)?(?P<first>d)L?[-,](?P<last>d)L7?"),
    ("counted_month", rf"(?P<year>{_COUNTED_YEAR}|dA|RP?)?(?P<month>dL)(?!g|i)P?(?P<part>p)?"),
    ("offset_month", r"(?P<offset>8)P?(?P<part>p)?"),
    ("weekday_of_week", r"(?P<offset>1)P?(?P<weekday>W)"),
    ("weekend_of_week", r"(?P<offset>1)P?(?P<part>p)"),
    ("same_period", r"(?P<unit>s[L7])"),
    ("offset_week", r"(?P<offset>1)"),
    ("ago", r"(?P<count>[cdqn])(?P<unit>[JKLADC])(?P<cue>g)|(?P<unit2>[LC])g"),
    ("within", r"(?P<count>[cdqn])(?P<unit>[JKLADC])(?P<cue>i)"),
    ("counted_decade", r"(?P<year>[Yn])D"),
    ("century", r"(?P<number>N)C|(?P<number2>d)C"),
    ("counted_quarter", r"(?P<year>YA|R)?P{0,2}(?P<number>d)Q"),
    ("season", r"(?P<year>RP?|YAP?)(?P<season>[S5])|(?P<season2>S)"),
    ("part_of_year", r"(?P<year>Y)AP?(?P<part>p)|(?P<year2>R)P?(?P<part2>p)"),
    ("half_counted", rf"(?P<year>{_COUNTED_YEAR}|R)P?(?P<half>z)"),
    ("era_year", r"(?P<year>3[dc]A)"),
    ("year_number", r"(?P<year>Y)A"),
    ("year_word", r"(?P<offset>R)"),
    ("relative_day", r"(?P<relative>r)P?(?P<tail>h)?"),
    ("weekday", r"(?P<weekday>W)"),
    ("weekend", r"(?P<weekend>E)"),
    ("holiday", r"(?P<holiday>G)"),
    ("short_year", r"(?P<year>dA)"),
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of one kind of language, also as one alternation whose groups are the rules' names."""

    rules: dict[str, re.Pattern]
    any_rule: re.Pattern


# Tokens that no rule has; no expression reaches across them, so what stands between them is matched apart.
_APART = re.compile(r"[^_*;]+")


def shapes(kinds: str, month_first: bool, counters: bool, between_is_within: bool, from_is_of: bool) -> Iterator[tuple[int, tuple[tuple[str, re.Match], ...]]]:
    """(where they begin, their shapes) for the runs of classes in which expressions stand, left to right.

    A shape is a rule's name and the match with the rule's own groups, counted from the beginning of the run.
    """
    for run in _APART.finditer(kinds):
        found = _shapes_in(run.group(), month_first, counters, between_is_within, from_is_of)
        if found:
            yield run.start(), found


@functools.lru_cache(maxsize=1 << 15)  # texts use few runs again and again: four in five have been seen before
def _shapes_in(kinds: str, month_first: bool, counters: bool, between_is_within: bool, from_is_of: bool) -> tuple[tuple[str, re.Match], ...]:
    grammar = grammar_of(month_first, counters, between_is_within, from_is_of)
    return tuple((found.lastgroup, grammar.rules[found.lastgroup].match(kinds, found.start())) for found in grammar.any_rule.finditer(kinds))


@functools.cache
def grammar_of(month_first: bool, counters: bool, between_is_within: bool = False, from_is_of: bool = False) -> Grammar:
    """Month before day («May 19») and «22 من أكتوبر» only where a language's file says so; counters where numbers carry 年月日."""
    chosen = {
        name: shape
        for name, shape in (COUNTER_RULES if counters else RULES)
        if (month_first or name not in _MONTH_FIRST) and (between_is_within or name != "within_between")
    }
    if month_first:
        chosen["ordinal_day"] = chosen["ordinal_day"].replace("|c(?=P?M(?:P?A)?P?Y)", "")  # "three May 2018 polls"
        # "beginning April 1" is a day
        chosen["part_of_month"] = chosen["part_of_month"].replace("(?P<year>", r"(?!\.?d)(?P<year>", 1)
    if from_is_of:
        chosen = {name: shape.replace("P{0,2}", "[Pf]{0,2}") for name, shape in chosen.items()}
    # the rule's group stands empty behind it: rules whose first class is another are then told by that alone
    parts = (f"(?:{re.sub(r'[?]P<[^>]*>', '?:', shape)})(?P<{name}>)" for name, shape in chosen.items())
    return Grammar({name: re.compile(shape) for name, shape in chosen.items()}, re.compile(f"(?=[{STARTS}])(?:{'|'.join(parts)})"))
