"""Whether the person named last can be whom a bare title means: not where they hold another office."""

from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.registered import Identity, country_named

_HEADS_OF_STATE = ("president of ", "king of ", "queen of ", "emperor of ", "prince of ")


def holds_another_office(person: Identity | None, title: str | None, d: Discourse) -> bool:
    """Whether the text calls the person by another office than the title names ("the sheriff" is not "Mayor Smith")."""
    offices = load_cues(d.language).lists["offices_apart"]
    if person is None or title not in offices:
        return False
    borne = {head for head, bearers in d.named.titles.items() if any(bearer.name == person.name for _, bearer in bearers)}
    return bool(borne & offices) and title not in borne


def holds_the_office(person: Identity | None, title: str | None, d: Discourse) -> bool:
    """Whether the registry has the person, on the article's day, in an office named by that title ("the president" after "Trump")."""
    return d.day is not None and title in load_cues(d.language).lists["offices_apart"] and _holds(person, (f"{title} of ",), d)


def leads_a_state(person: Identity | None, d: Discourse) -> bool:
    """Whether the registry has the person, on the article's day where that is known, as head of a state («глава государства» after «Путин»)."""
    return _holds(person, _HEADS_OF_STATE, d)


def _holds(person: Identity | None, names: tuple[str, ...], d: Discourse) -> bool:
    """Whether the person holds, on the article's day, an office of a country whose English name begins so."""
    if person is None or person.source_id is None:
        return False
    offices = d.registry.offices
    titled = (office.office_id for office in offices.offices.values() if office.country and office.name.lower().startswith(names))
    return any(term.source_id == person.source_id and term.overlaps(d.day, d.day) for office_id in titled for term in offices.terms.get(office_id, ()))


def is_of_another_country(person: Identity | None, words: str, d: Discourse) -> bool:
    """Whether a title names one country and the registry has the person in another."""
    source = d.registry.cited_sources.get(person.source_id) if person and person.source_id else None
    country = country_named(words) if source is not None else None
    return country is not None and country != source.country
