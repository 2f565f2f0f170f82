"""Who held which office when: «президент Украины», «глава МИД», «генпрокурор» and the people behind them."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.normalize.name_finder import NameIndex


@dataclass(frozen=True, slots=True)
class Office:
    """A row of data/reference/offices.csv: an office that one person holds at a time."""

    office_id: str
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A row of data/reference/office_holders.csv: one person's time in one office, ends included; None is open."""

    office_id: str
    source_id: str
    since: datetime.date | None
    until: datetime.date | None

    def overlaps(self, earliest: datetime.date | None, latest: datetime.date | None) -> bool:
        """Whether any day of the interval lies within the term; None is an open end."""
        starts_in_time = self.since is None or latest is None or self.since <= latest
        return starts_in_time and (self.until is None or earliest is None or earliest <= self.until)


@dataclass(frozen=True, slots=True)
class Offices:
    """All offices with their titles, and the terms by office in the order of time."""

    offices: Mapping[str, Office]
    terms: Mapping[str, tuple[Term, ...]]
    titles: NameIndex

    def named(self, title: str, countries: Iterable[str] = ()) -> tuple[str, ...]:
        """The offices of that title in any case form; of those in `countries`, in that order, where any are."""
        ids = self.titles.owners_of(title)
        for country in countries:
            of_country = tuple(office_id for office_id in ids if self.offices[office_id].country == country)
            if of_country:
                return of_country
        return ids

    def holders(
        self, office_id: str, earliest: datetime.date | None, latest: datetime.date | None
    ) -> tuple[str, ...]:
        """The people who held the office on any day of the interval, by id, earliest term first."""
        terms = self.terms.get(office_id, ())
        return tuple(dict.fromkeys(term.source_id for term in terms if term.overlaps(earliest, latest)))


def terms_by_office(terms: Iterable[Term]) -> dict[str, tuple[Term, ...]]:
    """The terms of each office, earliest first."""
    by_office: dict[str, list[Term]] = {}
    for term in terms:
        by_office.setdefault(term.office_id, []).append(term)
    return {
        office_id: tuple(sorted(held, key=lambda term: term.since or datetime.date.min))
        for office_id, held in by_office.items()
    }
