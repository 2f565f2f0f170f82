"""Vetoes: what has the shape of a date and is none."""

import re
from typing import NamedTuple

from flows.normalize.dates.lexicon import Lexicon
from flows.normalize.dates.tokens import Token
from flows.normalize.dates.year_vetoes import is_no_year, is_numbered_thing, is_title_or_name

_BARE = frozenset(("month", "weekday", "season", "relative_day", "month_day", "day_month"))
_SINGULAR = frozenset(("year_word", "unit_which", "part_of_unit", "quarter", "half_year"))
_NEEDY = frozenset(("month", "season", "holiday", "relative_day", "weekday"))
_YEARS = frozenset(("year_number", "winter_years"))
_OPENING, _CLOSING = frozenset("«\"“„"), frozenset("»\"”“")
_SLOT = re.compile(r"\s*[\d０-９]{1,2}[・:：.][\d０-９]{2}\s*[)）]")  # 「（火曜深夜０・２５）」: when a programme runs each week
_PARTICLES = frozenset("にのはも付夜朝発")


class Place(NamedTuple):
    """A matched shape and what stands directly around it; neighbours are None at the window's ends."""

    tokens: list[Token]
    start: int
    end: int
    before: Token | None
    after: Token | None
    glued_before: str
    glued_after: str

    @property
    def own(self) -> list[Token]:
        """The shape's tokens."""
        return self.tokens[self.start : self.end]

    def back(self, steps: int) -> Token | None:
        """The token so many places before the shape."""
        return self.tokens[self.start - steps] if self.start >= steps else None


def is_vetoed(
    name: str, match: re.Match, run: int, tokens: list[Token], kinds: str, text: str, low: str, lexicon: Lexicon
) -> bool:
    """Whether the neighbours of a matched shape show that it is not a date.

    `kinds` are the classes of the tokens; the match counts from the token `run`.
    """
    start, end = match.start() + run, match.end() + run
    begin, finish = tokens[start].start, tokens[end - 1].end
    place = Place(
        tokens, start, end,
        tokens[start - 1] if start else None, tokens[end] if end < len(tokens) else None,
        low[begin - 1 : begin] if begin else "", low[finish : finish + 1],
    )
    if not lexicon.forms:
        return name != "iso" and not (name == "numeric" and "." in tokens[start].lower)
    return (
        _is_in_address(name, place, low, begin, finish)
        or (name in _SINGULAR and any(_is_plural(token, place, lexicon) for token in place.own))
        or "V" in kinds[max(0, start - 3) : start + 1]
        or (kinds[end : end + 2] == "PV" and name.startswith("part_of"))  # "at the end of September of each year"
        or _is_proper_name(name, place, text, lexicon)
        or _lacks_company(name, place, lexicon)
        or _is_other(name, place, match, run, text, low, finish, lexicon)
    )


def _is_plural(token: Token, place: Place, lexicon: Lexicon) -> bool:
    """«Прошлые недели», not «прошлой недели» or «к концу недели», which has the same form."""
    if token.lower not in lexicon.plural.forms:
        return False
    if token.lower not in lexicon.plural.singular:
        return True
    return place.own[0].kind != "p" and not any(other.lower.endswith(lexicon.plural.singular_after) for other in place.own if other.kind in "ltxvseo")


def _is_other(name: str, place: Place, match: re.Match, run: int, text: str, low: str, finish: int, lexicon: Lexicon) -> bool:
    """What only some rules need to look at."""
    if name in _YEARS:
        return is_numbered_thing(place.before, place.back(2), lexicon) or (
            name == "year_number"
            and (is_no_year(place, place.tokens[run + match.start("year")], lexicon) or _is_after_identifier(place, low) or is_title_or_name(place, low, lexicon))
        )
    if name == "relative_day":
        return (place.glued_after == "." and _is_domain(low, finish)) or _is_eve_of_event(place, lexicon)
    if name in ("quarter", "half_year"):
        return _is_one_in_a_row(place, lexicon)
    if name == "years_decade":
        return _is_age(place) or any(token.lower in lexicon.exclude.age for token in place.tokens[place.end : place.end + 2])
    if name in ("month", "season", "weak_season"):
        return _is_hyphenated(name, place)
    if name == "weekday":
        return _is_counted_or_alone(place, low, lexicon)
    if name == "counted_day":
        return _is_length_of_time(place, int(place.tokens[run + match.start("last")].value), lexicon)
    if name == "day_month":
        return _is_street(place, text, lexicon) or _is_quoted(place)
    if name == "length":
        return not lexicon.customs.lengths or place.glued_before == "-" or place.glued_after == "-"
    if name == "short_date":
        return place.before is not None and place.before.kind in "dn0" and place.own[0].kind == "("  # «7-6 (7/5)»
    if name == "century" and place.own[0].kind == "C" and place.own[-1].kind == "d" and text[place.own[0].start].isupper():
        return True  # «Universidad Siglo 21»
    if name == "weekend":
        return place.before is not None and (place.before.lower in lexicon.exclude.indefinite or place.before.kind == "o")
    if name == "weekday_day":
        return place.glued_after.isalpha()
    return name in ("within", "ago", "century", "part_of_century") and place.after is not None and place.after.lower in lexicon.exclude.after


def _is_after_identifier(place: Place, low: str) -> bool:
    """«banner_728x90 (2016)»: the number of a technical name."""
    begin = place.own[0].start
    words = low[max(0, begin - 60) : begin - 1].split()
    return place.glued_before == "(" and bool(words) and "_" in words[-1]


def _is_in_address(name: str, place: Place, low: str, begin: int, finish: int) -> bool:
    """Whether the unbroken run of characters around is a web or mail address or a file name."""
    opens = (place.glued_before or " ") in "/@_#=&-.?" and name not in ("holiday", "weekday")
    if not opens and (place.glued_after or " ") not in "@_=/-":
        return False
    if place.glued_before in ("@", "_", "=", "&"):
        return True
    left = max(low.rfind(" ", max(0, begin - 200), begin), low.rfind("\n", max(0, begin - 200), begin))
    right = low.find(" ", finish, finish + 200)
    run = low[left + 1 : right if right >= 0 else finish + 60]
    return "://" in run or "www." in run or "@" in run or run.count("/") >= 3 or ".html" in run or ".php" in run


def _is_one_in_a_row(place: Place, lexicon: Lexicon) -> bool:
    """"Third quarter in a row", «третий квартал подряд»: counted, not named."""
    following = place.tokens[place.end : place.end + 2]
    return any(token.lower in lexicon.exclude.after for token in following) and not any(token.kind == "Y" for token in place.own)


def _is_eve_of_event(place: Place, lexicon: Lexicon) -> bool:
    """«Накануне выборов»: before an event in the genitive it is no day counted from the anchor."""
    after = place.after
    if after is None or place.own[-1].lower not in lexicon.eve.words or after.kind not in "_oS5G":
        return False
    return len(after.lower) > 4 and after.lower.endswith(lexicon.eve.of)


def _is_domain(low: str, finish: int) -> bool:
    """«Накануне.RU» is an outlet's name."""
    following, beyond = low[finish + 1 : finish + 3], low[finish + 3 : finish + 4]
    return len(following) == 2 and following.isascii() and following.isalpha() and not beyond.isalpha()


def _is_proper_name(name: str, place: Place, text: str, lexicon: Lexicon) -> bool:
    """«улица 22 Декабря», «ТЦ Июнь»: capitals where the language has none; "march": none where it has them."""
    size = place.end - place.start
    if name == "day_month" and size == 2 and not lexicon.customs.capitals:
        return _is_title(text, place.own[-1]) and (place.before is None or place.before.kind != "h")  # «утром 9 Мая»
    if name not in _BARE:
        return False
    if lexicon.customs.capitals:
        is_noun = name == "relative_day" and place.own[0].lower in lexicon.exclude.nouns  # „am Morgen“, not „wird morgen eröffnet“
        return any(token.kind in "MmWw" and text[token.start].islower() for token in place.own) or (
            is_noun and (text[place.own[0].start].isupper() or (place.before is not None and place.before.kind in "Wrto"))
        )
    first, before = place.own[0], place.before
    if size == 1 and first.lower in lexicon.adjectives and place.after is not None and place.after.lower in lexicon.exclude.street:
        return True  # «Октябрьский район»
    if size == 1 and first.kind == "M" and _is_acronym(text, first):
        return True
    if size == 1 and first.kind in "MW" and _is_first_name(text, first, place):
        return True
    if size > 1 or first.kind not in "MmWwSr" or before is None or not _is_title(text, first):
        return False
    gap = text[before.end : first.start]
    if first.lower in lexicon.adjectives:
        return True
    if "\n" in gap:
        return False
    if before.lower in _OPENING:
        # «Сегодня» is a name, «Сегодня суд решил…» begins what somebody said
        return place.after is not None and place.after.lower in _CLOSING
    return before.kind in "_A" and gap == " "


def _is_acronym(text: str, token: Token) -> bool:
    """«Центр МАРТ сообщил»: in capitals between words that are not."""
    if not text[token.start : token.end].isupper():
        return False
    left, right = text[max(0, token.start - 12) : token.start], text[token.end : token.end + 12]
    near = left[left.rfind("\n") + 1 :] + right.split("\n", 1)[0]
    return any(letter.islower() for letter in near)


def _is_first_name(text: str, token: Token, place: Place) -> bool:
    """«Julio Lumbreras», «Domingo Legal»: where days and months have no capitals, two words with them are a name."""
    if place.after is None or place.after.kind not in "_" or not _is_title(text, token) or (token.kind == "W" and place.before is None):
        return False
    return text[token.end : place.after.start] == " " and _is_title(text, place.after)


def _is_title(text: str, token: Token) -> bool:
    word = text[token.start : token.end]
    return word[0].isupper() and not word.isupper()


def _lacks_company(name: str, place: Place, lexicon: Lexicon) -> bool:
    """Whether a word that is a date only in some company («en été», not «a été») stands in none of it."""
    first, before = place.own[0], place.before
    if before is not None and before.lower in lexicon.not_after.get(first.lower, ()):
        return True
    if lexicon.customs.strict_abbreviations and name in ("day_month", "days_of_month"):
        kinds = "".join(token.kind for token in place.own)
        # «Madrid, 8 nov (EFE)» is how agencies write their datelines
        is_dateline = place.after is not None and place.after.kind == "("
        month = next((token.lower for token in place.own if token.kind == "m"), "")
        is_led = month in lexicon.needs_before and ("W" in kinds or (before is not None and before.lower in lexicon.needs_before[month]))  # «pe 2 mai», not «cele 2 mai mari»
        return "m" in kinds and "Y" not in kinds and "m." not in kinds and not is_dateline and not is_led
    allowed = lexicon.needs_before.get(first.lower) if name in _NEEDY else None
    if allowed is None or any(token.kind == "Y" for token in place.own):
        return False
    if before is not None and before.kind in ",a" and (two_before := place.back(2)) is not None and two_before.kind == "M":
        return False  # "in March, May and August"
    following = place.tokens[place.end : place.end + 2]
    if name == "month" and len(following) == 2 and following[0].kind in "-u" and following[1].kind == "M":
        return False  # "March to May"
    return before is None or before.lower not in allowed


def _is_hyphenated(name: str, place: Place) -> bool:
    """«18-летней» is an age, «Сент-Май» a name."""
    before = place.back(2)
    if place.glued_before != "-" or before is None:
        return False
    return before.kind == "_" if name == "month" else before.kind in "dn"


def _is_age(place: Place) -> bool:
    """"In their 30s": two figures with a plain s are a decade only after an article or a part («the late 70s»)."""
    decade = place.own[0]
    if decade.value >= 100 or not decade.lower.endswith("s"):
        return False
    return place.before is None or (place.before.kind not in "p'-" and place.before.lower != "the")


def _is_counted_or_alone(place: Place, low: str, lexicon: Lexicon) -> bool:
    """«6 luni» counts months, «first Saturday in May» is computed; 「金曜日」 without a particle is a title."""
    if lexicon.customs.counters:
        if place.after is not None and place.after.kind == "h" and _SLOT.match(low, place.after.end):
            return True
        return place.after is None or (place.after.lower not in _PARTICLES and place.after.kind not in "hu")
    weekly = any(token.lower.replace(" - ", "-") in lexicon.plural.weekdays for token in place.own)
    if weekly or (place.before is not None and place.before.lower in lexicon.plural.weekly_after):
        return True  # "on Fridays", «los domingos»
    counted = "cqo" if lexicon.customs.capitals else "cdnqo"  # "shares fell to $20.15 Thursday"
    return _is_set(place, lexicon) or (place.before is not None and place.before.kind in counted)


def _is_street(place: Place, text: str, lexicon: Lexicon) -> bool:
    """«Rue du 8 mai», «avenida 9 de Julio»: a place named after a day."""
    before, two_before = place.before, place.back(2)
    names = lexicon.customs.week_of  # «piazza del 25 aprile», not «della scuola il 25 aprile»
    if before is not None and before.kind == "P" and (not names or before.lower in names) and before.lower not in lexicon.exclude.street and two_before is not None:
        before = two_before
    if before is None or before.lower not in lexicon.exclude.street:
        return False
    name = text[max(0, before.start - 30) : before.start].split(" ")[-2:-1]
    # «На Софийской площади 17 мая» names the square already
    return not (name and len(name[0]) > 3 and name[0][0].isupper())


def _is_quoted(place: Place) -> bool:
    """«28 мая» alone between quotation marks is the name of a station, a factory, a film."""
    if place.before is None or place.after is None or any(token.kind == "Y" for token in place.own):
        return False
    return place.before.lower in _OPENING and place.after.lower in _CLOSING and place.end - place.start < 4


def _is_set(place: Place, lexicon: Lexicon) -> bool:
    """"Friday and Saturday nights": days that come again and again."""
    following = place.tokens[place.end : place.end + 3]
    if following and following[0].kind in "a," and len(following) == 3 and following[1].kind == "W":
        following = following[2:]
    return bool(following) and following[0].lower in lexicon.plural.forms


def _is_length_of_time(place: Place, day: int, lexicon: Lexicon) -> bool:
    """「1日デート」 lasts one day; 「1日、」 and 「きょう1日」 name it."""
    if place.before is not None and place.before.lower in lexicon.not_before:
        return True  # 「わずか5日」
    if place.end - place.start > 2 or day > 3:
        return False
    return place.after is None or (place.after.kind not in ",uhW(" and place.after.lower not in _PARTICLES)
