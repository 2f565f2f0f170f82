"""The patterns by which a text is cut into tokens near a date, as the language writes words and figures."""

import re
from collections.abc import Iterable

from flows.normalize.dates.customs import Customs


def word_pattern(customs: Customs) -> str:
    """A word: an apostrophe stands inside («п'ятниця»), ends an elided article (l'), or is no part of it."""
    # words of these letters alone are told apart faster than by what is no letter
    plain = r"[a-zа-яёіїєґ]++(?![\w'])"
    if customs.apostrophe:
        return rf"(?:{plain}|[^\W\d_]+(?:'[^\W\d_]+)*)"
    return rf"(?:{plain}|[^\W\d_]+(?:'(?=[^\W_]))?)" if customs.elision else rf"(?:{plain}|[^\W\d_]+)"


def token_pattern(customs: Customs, forms: Iterable[str], word: str) -> str:
    """Tokens: words and marks; of numbers whole dates, clock times and amounts before integers with ordinal suffix."""
    suffixes = sorted(customs.ordinal_suffixes + customs.decade_suffixes, key=len, reverse=True)
    ordinal = "(?:" + "|".join(map(re.escape, suffixes)) + r")(?![^\W\d_])" if suffixes else "(?!)"
    if customs.counters:
        known = sorted(forms, key=len, reverse=True)
        word = "|".join(map(re.escape, known)) + r"|[a-zA-Z]+|[^\W\d_]"
    short = r"(?<![\d.])\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?![\d])" if customs.short_dates else "(?!)"
    return (
        # Said first, that no token begins with a blank halves the time: else every alternative is tried on each.
        rf"(?! )(?:(?P<word>{word})"
        r"|(?P<newline>\n)"
        r"|(?P<sign>[^\s\w])"
        r"|(?P<iso>(?<![\d-])[12]\d{3}-[01]\d-[0-3]\d(?:[tT ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[zZ]|[+-]\d\d:?\d\d)?)?(?![\d-]))"
        r"|(?P<numeric>(?:(?<![\d./-])|(?<=\D\d-)|(?<=\D\d\d-)|(?<=\d\.[-/])|(?<=\d/)(?=\d\d\.\d\d\.\d{4}))(?:\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/|-\d{1,2}-)(?:\d{4}|\d\d)|\d{4}[./]\d{1,2}[./]\d{1,2})(?!\d|[./-]\d))"
        rf"|(?P<short>{short})"
        r"|(?P<clock>\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d))"
        r"|(?P<other>\d{1,3}(?:[   .,’']\d{3})+(?!\d)|(?!\d{1,2},[12]\d{3}(?!\d))\d+[.,]\d+|\d{5,})"
        rf"|(?P<number>\d+)(?P<suffix>{ordinal})?)"
    )
