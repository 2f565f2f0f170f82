"""The registry of outlets and cited sources, and finding their names in a text."""

import datetime
import urllib.parse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flows.normalize.name_finder import FoundName, NameFinder, build_finder, build_index
from flows.normalize.office_holders import Offices
from flows.normalize.outlet.names import bare_host, is_host, name_parts, parent_hosts, plain_name

NameMatch = FoundName


@dataclass(frozen=True, slots=True)
class Outlet:
    """A row of data/reference/outlets.csv: facts about one outlet."""

    outlet_id: str
    name: str
    names: Mapping[str, str]
    country: str | None
    languages: tuple[str, ...]
    kind: str
    domains: tuple[str, ...]
    telegram: str | None
    time_zone: str | None
    domain_years: Mapping[str, str] = field(default_factory=dict)
    licence: str | None = None
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A row of data/reference/cited_sources.csv or people.csv; every outlet is one too, with the same id.

    `kind` is one of schemas.citations.SOURCE_KINDS; `holder_from` and `holder_until` bound all terms of office of a
    person, both ends included, None where open or where it is no office-holder.
    """

    source_id: str
    name: str
    kind: str
    country: str | None
    holder_from: datetime.date | None = None
    holder_until: datetime.date | None = None
    names: Mapping[str, str] = field(default_factory=dict)


def _no_names() -> NameFinder:
    return build_finder(build_index([]))


@dataclass(frozen=True, slots=True)
class Registry:
    """All that data/reference knows, ready for look-up; built once per process by load_registry()."""

    outlets: Mapping[str, Outlet]
    cited_sources: Mapping[str, CitedSource]
    hosts: Mapping[str, str] = field(default_factory=dict)
    outlet_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: NameFinder = field(default_factory=_no_names)
    offices: Offices = field(default_factory=lambda: Offices({}, {}, build_index([])))

    def find_names(self, text: str, language: str) -> list[NameMatch]:
        """Names of sources in any case form: longest matches in text order without overlaps, whole words only.

        A match with `is_distinctive` false needs context before it is believed: the words are common words in
        `language` («Факты», "Time"), a lone surname, or several sources bear the name (`source_ids` holds all).
        """
        return self.names.find(text, language)

    def holders_of(
        self, title: str, earliest: datetime.date | None, latest: datetime.date | None, countries: Iterable[str] = ()
    ) -> tuple[CitedSource, ...]:
        """The people who held the office of that title on any day from `earliest` to `latest`, earliest first.

        `title` may be in any case form; `countries` (ISO codes, the likeliest first: that of the outlet, of the
        dateline) settles a title without a country. None is an open end, so (None, None) gives all who are known.
        One person means the title resolves; several mean it does not; none, that the office is unknown then.
        """
        offices = self.offices.named(title, countries)
        held = dict.fromkeys(i for office in offices for i in self.offices.holders(office, earliest, latest))
        return tuple(map(self.cited_sources.__getitem__, held))

    def outlet_of_host(self, host: str) -> Outlet | None:
        """The outlet whose domain (present or former) is the host or the nearest parent of it."""
        for candidate in parent_hosts(bare_host(host)):
            outlet_id = self.hosts.get(candidate)
            if outlet_id:
                return self.outlets[outlet_id]
        return None

    def outlet_of_url(self, url: str) -> Outlet | None:
        """As `outlet_of_host`, and a section that is an outlet of its own where the path begins with it (bbc.com/russian)."""
        parts = urllib.parse.urlsplit(url)
        host = bare_host(parts.hostname or "")
        section = parts.path.strip("/").partition("/")[0].lower()
        outlet_id = self.hosts.get(f"{host}/{section}") if section else None
        return self.outlets[outlet_id] if outlet_id else self.outlet_of_host(host)

    def outlet_of_name(self, name: str) -> Outlet | None:
        """The one outlet with that name or alias in any script, case and quotation; None where none or several.

        A host is looked up as one; of a name with a description ("УНН | Новости Украины") the first part that is known.
        """
        for part in name_parts(name):
            ids = self.outlet_names.get(plain_name(part), ())
            if ids:
                return self.outlets[ids[0]] if len(ids) == 1 else None
        return self.outlet_of_host(name) if is_host(name) else None
