"""The countries whose bodies a text means where it names them without one."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import LanguageCues
from flows.normalize.registry import NameMatch, Registry


def countries_meant(folded: str, cues: LanguageCues, country_of_outlet: str | None, names: Sequence[NameMatch], registry: Registry) -> tuple[str, ...]:
    """Where bodies named without a country belong: the outlet's country, those the text speaks of, the language's own."""
    countries = [country_of_outlet] if country_of_outlet else []
    if cues.speaks_of_own_country:
        countries.extend(cues.countries)
    spoken_of = {country: folded.count(stem) for country, stem in cues.country_stems}
    counted = sorted(((count, country) for country, count in spoken_of.items()), reverse=True)
    if countries and counted and spoken_of.get(countries[0]) == 0 and counted[0][0]:
        # the text speaks of another country, and never of the outlet's own: whose bodies are meant is open
        is_open = _has_media_of(counted[0][1], names, registry) if cues.speaks_of_own_country else counted[0][0] > 1
        if is_open:
            return ()
    countries.extend(country for count, country in counted if count)
    return tuple(dict.fromkeys((*countries, *cues.countries)))


def _has_media_of(country: str, names: Sequence[NameMatch], registry: Registry) -> bool:
    """Whether the text names a medium of that country, as what is retold from there does."""
    sources = (registry.cited_sources.get(name.source_ids[0]) for name in names)
    return any(s is not None and s.country == country and s.kind in ("outlet", "agency") for s in sources)
