"""Whether the person named last can be whom a bare title means: not where they hold another office."""

from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.registered import Identity


def holds_another_office(person: Identity | None, title: str | None, d: Discourse) -> bool:
    """Whether the text calls the person by another office than the title names ("the sheriff" is not "Mayor Smith")."""
    offices = load_cues(d.language).lists["offices_apart"]
    if person is None or title not in offices:
        return False
    borne = {head for head, bearers in d.named.titles.items() if any(bearer.name == person.name for _, bearer in bearers)}
    return bool(borne & offices) and title not in borne


def holds_the_office(person: Identity | None, title: str | None, d: Discourse) -> bool:
    """Whether the registry has the person, on the article's day, in an office named by that title ("the president" after "Trump")."""
    if d.day is None or person is None or person.source_id is None or title not in load_cues(d.language).lists["offices_apart"]:
        return False
    offices = d.registry.offices
    titled = (office.office_id for office in offices.offices.values() if office.name.lower().startswith(f"{title} of "))
    return any(term.source_id == person.source_id and term.overlaps(d.day, d.day) for office_id in titled for term in offices.terms.get(office_id, ()))
