"""What a source is called, and the registry's row for a name found in a text."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import CitedSource, NameMatch, Registry

# how words that name a country begin, in the languages that are read
_COUNTRIES = {
    "RU": "росс|росі|рф\\b|russia|russisch|russe|rusia|rosyj", "UA": "украин|україн|ukrain|ucran", "BY": "белорус|білорус|беларус|belarus",
    "KZ": "казах|kazakh", "MD": "молд|moldov", "TR": "турец|турц|туреч|turk|türk|turqu", "PL": "поль|poland|polish|polnisch|polonais",
    "DE": "герман|німе|немец|german|deutsch|allemand", "FR": "франц|france|french|französ|frankreich|français",
    "US": "сша|америк|americ|amerik|(?-i:USA?\\b|U\\.S\\.)", "GB": "британ|brit(?:ain|ish)|großbrit|(?-i:UK\\b|U\\.K\\.)",
    "IL": "израил|ізраїл|israel", "GE": "грузи", "AM": "армен|вірмен|armenia", "AZ": "азерб|azerb", "CN": "кита|china|chines|chinois",
    "JP": "япон|japan|japon", "IR": "иран|іран|iran", "SY": "сири|сирій|syria", "KR": "южнокор|південнокор|south korea|südkorea",
    "IN": "индийс|індійс|indian?\\b|indisch", "BR": "бразил|brazil|brasil|brésil", "IT": "итал|італ|ital(?:y|ian|ien)",
    "ES": "испан|іспан|spain|spanish|spanisch|spanien|español|espagn", "MX": "мексик|mexic", "VE": "венесуэл|венесуел|venez",
    "CA": "канад|canad", "AU": "австрал|austral",
}
_CASE_ENDING = 2
_PRINTED, _ON_AIR = ("newspaper", "magazine", "journal"), ("radio", "broadcaster")
_LONGEST_NOUN, _OPENING_MARKS = 24, " «“„\""
_COUNTRY_WORDS = re.compile(rf"(?i)\b(?:{'|'.join(f'(?P<{code}>{words})' for code, words in _COUNTRIES.items())})")


class Identity(NamedTuple):
    """A source under its canonical name; `source_id` where the registry has it."""

    name: str
    source_id: str | None
    kind: str


def registered(
    match: NameMatch, registry: Registry, day: datetime.date | None, countries: Sequence[str] = ()
) -> CitedSource | None:
    """The registry's row for a match; where several bear the name, the one of the likeliest country, else none.

    An office-holder whose terms do not reach the day is not meant.
    """
    sources = [registry.cited_sources[i] for i in match.source_ids if i in registry.cited_sources]
    if day and not match.is_distinctive:
        sources = [s for s in sources if not (s.holder_from and day < s.holder_from)]
    if len(sources) > 1:
        for country in countries:
            of_country = [s for s in sources if s.country == country]
            if of_country:
                return of_country[0] if len(of_country) == 1 else None
        return None
    return sources[0] if sources else None


def is_medium_of_another_kind(source_id: str, mention: Mention, text: str, language: str, registry: Registry) -> bool:
    """Whether the noun before a medium's name, or at its head, says another kind than the registry («газета „Маяк“» is no radio)."""
    outlet = registry.outlets.get(source_id)
    groups = load_cues(language).groups
    nouns = groups["said_of_broadcasters"] if outlet and outlet.kind in _PRINTED else groups["said_of_print"] if outlet and outlet.kind in _ON_AIR else ()
    if not nouns:
        return False
    before = text[max(0, mention.char_start - _LONGEST_NOUN) : mention.char_start].rstrip(_OPENING_MARKS).split()
    return (mention.head is not None and mention.head.startswith(nouns)) or (bool(before) and before[-1].lower().startswith(nouns))


def countries_beside(text: str, mention: Mention) -> tuple[str, ...]:
    """The country that the phrase itself names («МВД Украины», «турецкое Минобороны»)."""
    if mention.match is None or len(mention.match.source_ids) < 2:
        return ()
    start = max(0, mention.char_start - 20)
    start = max(start, *(text.rfind(mark, start, mention.char_start) + 1 for mark in "\n.!?"))
    found = _COUNTRY_WORDS.search(text, start, min(len(text), mention.char_end + 12))
    return (found.lastgroup,) if found else ()


def country_elsewhere(text: str, folded: str, mention: Mention) -> str | None:
    """The one country that the text names right beside the same name before the mention, where the mention names none."""
    if mention.match is None:
        return None
    head, *rest = folded[mention.match.char_start : mention.match.char_end].split(" ")
    name = re.compile(" ".join((rf"\b{re.escape(head[:-_CASE_ENDING])}\w*" if rest else rf"\b{re.escape(head)}", *map(re.escape, rest))))
    found = set()
    for same in name.finditer(folded, 0, mention.match.char_start):
        before = text.rfind(" ", 0, max(0, same.start() - 1)) + 1
        beside = _COUNTRY_WORDS.match(text, same.end() + 1) or _COUNTRY_WORDS.match(text, before, same.start())
        if beside:
            found.add(beside.lastgroup)
    return found.pop() if len(found) == 1 else None


def country_named(phrase: str) -> str | None:
    """The country that the words of a phrase name."""
    found = _COUNTRY_WORDS.search(phrase)
    return found.lastgroup if found else None


def as_the_phrase_says(source: CitedSource, text: str, mention: Mention, registry: Registry) -> CitedSource | None:
    """The same office of the country that the phrase names beside the name («турецьке Міноборони» is not Ukraine's)."""
    if source.kind != "official" or not source.country or mention.match is None:
        return source
    beside = f"{text[mention.char_start : mention.match.char_start]} {text[mention.match.char_end : mention.char_end]}"
    return of_country(source, country_named(beside), registry)


def of_country(source: CitedSource, country: str | None, registry: Registry) -> CitedSource | None:
    """The same office of another country; ids of state bodies end in their country, None where the registry lacks that body."""
    if country is None or country == source.country:
        return source
    office, _, ending = source.source_id.rpartition("-")
    return registry.cited_sources.get(f"{office}-{country.lower()}") if ending == source.country.lower() else source
