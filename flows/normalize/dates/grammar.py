"""The grammar: shapes of date expressions, written as regular expressions over the classes of tokens.

One letter is one token (the classes are declared in lexicon.CLASSES): d day number, M month name, m month
abbreviation, W w weekday, Y year number, A the word year, L month, K week, J day, Q quarter, H half-year,
l t x v s last, this, next, previous, same; P of; f from, u to, a and. All repetitions are bounded, so matching
is linear in the tokens.
"""

import functools
import re
from dataclasses import dataclass

YEAR = r"(?:,?P{0,2}A?P{0,2}Y(?:A\.?)?|,?P{0,2}[ltxvs]A|,?P{0,2}A[ltxvs]|,?P{0,2}R)"
WEEKDAY = r"(?:[ltx]?[Ww]\.?h?[,(]?[,(]?P{0,2}l?)"
AFTER = r"(?:[,(]{1,2}P?[Ww]\)?)"
MONTH = r"(?:L?P?M(?:[(/]M\)?)?|m)"

RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso>I)"),
    ("numeric", rf"{WEEKDAY}?(?P<numeric>F)A?"),
    ("days_of_month", rf"[fbP]?(?P<first>d)\.?(?P<list>(?:,d)*)(?P<link>[-uaP]|/|-P|-u)(?P<last>d)\.?P{{0,2}}(?P<month>{MONTH})\.?(?P<year>{YEAR})?[ltx]?"),
    ("day_month", rf"(?P<weekday>{WEEKDAY})?l?(?P<day>d)\.?P{{0,2}}(?P<month>{MONTH})\.?(?P<year>{YEAR})?(?P<which>[ltx](?!A))?(?:{AFTER})?"),
    ("day_of_this_month", rf"(?P<weekday>{WEEKDAY})?(?P<day>d)P{{0,2}}(?P<which>[ltxvs])L"),
    ("month_days", rf"(?P<weekday>{WEEKDAY})?(?P<month>[Mm])\.?(?P<first>d)(?P<link>[-ua])(?P<last>d)(?!M)(?P<year>,?Y|{YEAR})?"),
    ("month_day", rf"(?P<weekday>{WEEKDAY})?(?P<month>[Mm])\.?(?P<day>d)(?![.:]?d)(?P<year>,?Y|{YEAR})?"),
    ("part_of_month", rf"(?P<part>p)-?P{{0,2}}(?P<which>[ltx])?P?(?P<month>M|m\.?(?=Y))(?P<year>{YEAR})?(?P<after>[ltx])?"),
    ("part_of_unit", r"(?P<part>p)-?P{0,2}(?:(?P<which>[ltxv])(?P<unit>[LKAQDC])|(?P<unit2>[LKA])(?P<which2>[ltxv])|(?P<unit3>[LKA](?!Y)))"),
    ("part_of_year", r"(?P<part>p)-?P{0,2}(?:A?P?(?P<year>Y)A?\.?|(?P<year2>R))"),
    ("part_of_season", rf"(?P<part>p)-?P{{0,2}}(?P<season>[ltx]?[S5])(?P<year>{YEAR})?"),
    ("part_of_decade", r"(?P<part>p)-?P{0,2}(?P<decade>Z)A?"),
    ("part_of_century", r"(?P<part>p)-?P{0,2}(?P<number>N)\.?[C6]\.?|(?P<part2>p)-?P{0,2}(?P<number2>[Ndo0])\.?C"),
    ("centuries", r"p?(?P<first>N)[C6]?\.?[-a]p?(?P<last>N)[C6]\.?"),
    ("half_of_century", r"(?P<half>[od])-?zP{0,2}(?P<number>[Ndo0])\.?C\.?"),
    ("half_of_decade", r"(?P<half>[od])-?zP{0,2}(?P<decade>Z)A?"),
    ("half_of_month", rf"(?P<half>[od])-?[zp]P{{0,2}}(?P<month>M)(?P<year>{YEAR})?"),
    ("half_of_year", rf"(?P<half>[od])-?zP{{0,2}}(?P<year>{YEAR}|A)"),
    ("first_months", rf"(?:[ol](?P<count>[dc])|(?P<count2>[dc])[ol])LP{{0,2}}(?P<year>{YEAR}|A)"),
    ("months_of_year", rf"(?P<count>[dc])LP{{0,2}}(?P<year>{YEAR})"),
    ("same_period", rf"(?P<unit>s[LQ])P{{0,2}}(?P<year>{YEAR})"),
    ("quarter", rf"(?P<number>[oNd])\.?-?QP{{0,2}}(?P<year>{YEAR}|A)?"),
    ("half_year", rf"(?P<number>[oNd])\.?-?HP{{0,2}}(?P<year>{YEAR}|A)?"),
    ("quarter_short", rf"(?P<q>Q)(?P<number>d)P?(?P<year>{YEAR})?"),
    ("month", rf"(?P<which>[ltx]P?)?(?P<month>L?P?M(?:\(M\))?|m\.?(?=Y))(?P<year>{YEAR})?(?P<after>[ltx](?![AKLJ]))?"),
    ("season", rf"(?P<which>[ltx]P?)?(?P<season>S)(?P<year>{YEAR}|-?Y)?(?P<after>[ltx](?![AKLJ]))?"),
    ("weak_season", rf"(?P<which>[ltx])(?P<season>5)|(?P<season2>5)P?(?P<year>{YEAR})|(?P<season3>5)7"),
    ("round_day", r"(?P<which>[ltx])(?P<unit>@)"),
    ("ago", r"(?P<count>[cdqn])?(?P<unit>[JKLADC])(?P<cue>g)"),
    ("ago_before", r"(?P<cue>g)P?(?P<count>[cdqn])?(?P<unit>[JKLADC])"),
    ("within", r"(?P<cue>i)P?(?P<count>[cdqn])?(?P<unit>[JKLADC])"),
    ("last_units", r"(?:(?P<which>[lx])(?P<count>[cdq])|(?P<count2>[cdq])(?P<which2>[lx]))(?P<unit>[JKLA])"),
    ("years_decade", r"(?P<decade>Z)A?\.?"),
    ("century", r"(?P<number>N)\.?[C6]\.?|(?P<number2>[do0])\.?C"),
    ("winter_years", r"(?P<first>Y)[-/](?P<short>d)(?![-.:]?[dn])A?\.?"),
    ("year_number", r"A?P?(?P<year>Y)A?\.?"),
    ("year_word", r"(?P<which>[ltxve])P?A|A(?P<after>[ltxv])|(?P<offset>R)"),
    ("unit_which", r"(?P<which>[ltxv])P?(?P<unit>[JKLQHEDC])(?P<tail>h)?|(?P<unit2>[JKLQHED])(?P<after>[ltxv])(?P<tail2>h)?"),
    ("weekend", r"(?P<weekend>E)"),
    ("relative_day", r"(?P<relative>r)J?(?P<tail>h)?"),
    ("weekday", r"(?P<which>[ltx]P?)?(?P<weekday>W)(?P<after>[ltx](?![AKLJM]))?(?P<tail>h)?|(?P<night>k)(?P<weekday2>[Ww])"),
    ("holiday", r"(?P<holiday>G)(?P<year>Y)?"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named shape; its groups name the parts."""

    name: str
    shape: re.Pattern


@functools.cache
def rules(month_first: bool) -> tuple[Rule, ...]:
    """The rules that a language uses: month before day («May 19») only where its file says so."""
    return tuple(
        Rule(name, re.compile(shape)) for name, shape in RULES if month_first or name not in ("month_days", "month_day")
    )


@functools.cache
def any_rule(month_first: bool) -> re.Pattern:
    """All rules as one alternation; the name of the group that matched is the rule."""
    return re.compile(
        "|".join(
            f"(?P<{rule.name}>{re.sub(r'[?]P<[^>]*>', '?:', rule.shape.pattern)})" for rule in rules(month_first)
        )
    )


def shapes(kinds: str, month_first: bool):
    """(rule name, match with the rule's own groups) for every expression in a string of classes, left to right."""
    by_name = _by_name(month_first)
    for found in any_rule(month_first).finditer(kinds):
        name = found.lastgroup
        if name is not None:
            yield name, by_name[name].match(kinds, found.start(), len(kinds))


@functools.cache
def _by_name(month_first: bool) -> dict[str, re.Pattern]:
    return {rule.name: rule.shape for rule in rules(month_first)}
