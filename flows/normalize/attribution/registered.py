"""What a source is called, and the registry's row for a name found in a text."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import CitedSource, NameMatch, Registry

_COUNTRY_WORDS = re.compile(
    r"(?i)\b(?:(?P<RU>росс|росі|рф\b|russia)|(?P<UA>украин|україн|ukrain)|(?P<BY>белорус|білорус|беларус)|(?P<KZ>казах)|(?P<MD>молд)"
    r"|(?P<TR>турец|турц|туреч|turk)|(?P<PL>поль)|(?P<DE>герман|німе|немец)|(?P<FR>франц)|(?P<US>сша|америк)|(?P<GB>британ)"
    r"|(?P<IL>израил|ізраїл)|(?P<GE>грузи)|(?P<AM>армен|вірмен)|(?P<AZ>азерб)|(?P<CN>кита)|(?P<JP>япон)|(?P<IR>иран|іран)|(?P<SY>сири|сирій))"
)


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


def countries_beside(text: str, mention: Mention) -> tuple[str, ...]:
    """The country that the phrase itself names («МВД Украины», «турецкое Минобороны»)."""
    if mention.match is None or len(mention.match.source_ids) < 2:
        return ()
    found = _COUNTRY_WORDS.search(text, max(0, mention.char_start - 20), min(len(text), mention.char_end + 12))
    return (found.lastgroup,) if found else ()


def country_named(phrase: str) -> str | None:
    """The country that the words of a phrase name."""
    found = _COUNTRY_WORDS.search(phrase)
    return found.lastgroup if found else None


def as_the_phrase_says(source: CitedSource, text: str, mention: Mention, registry: Registry) -> CitedSource | None:
    """The same office of the country that the phrase names beside the name («турецьке Міноборони» is not Ukraine's).

    Ids of state bodies end in their country; None where the registry lacks the body of that country.
    """
    if source.kind != "official" or not source.country or mention.match is None:
        return source
    beside = f"{text[mention.char_start : mention.match.char_start]} {text[mention.match.char_end : mention.char_end]}"
    country = country_named(beside)
    if country is None or country == source.country:
        return source
    office, _, ending = source.source_id.rpartition("-")
    return registry.cited_sources.get(f"{office}-{country.lower()}") if ending == source.country.lower() else source
