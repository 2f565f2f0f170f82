"""Building the registry from the rows of data/reference."""

import datetime
import functools
import pathlib
from collections.abc import Iterable, Iterator

from flows.locations import REFERENCE
from flows.normalize.german_name_forms import german_forms
from flows.normalize.name_finder import NameForms, NameIndex, build_finder, build_index
from flows.normalize.name_forms import INFLECTED_LANGUAGES, is_common_word, name_forms
from flows.normalize.name_index_cache import kept_indexes
from flows.normalize.office_holders import Office, Offices, Term, terms_by_office
from flows.normalize.outlet.names import bare_host, plain_name
from flows.normalize.person_name_forms import person_forms
from flows.normalize.reference_rows import (
    NAME_FILES,
    OUTLET_FILES,
    by_key,
    domains_with_years,
    rows,
    several,
)
from flows.normalize.registry import CitedSource, Outlet, Registry

# What a citation calls an outlet of these kinds; every other kind is an outlet there.
_SOURCE_KIND = {"agency": "agency", "institution": "organisation"}
# «И», "Un", "Yi": too short to be told from other words without the first name.
_SHORTEST_SURNAME = 3


@functools.cache
def load_registry() -> Registry:
    """The registry read from data/reference, once per process; the case forms come from a cache file where there is one."""
    return read_registry()


def read_registry(folder: pathlib.Path = REFERENCE) -> Registry:
    """The registry of the folder's rows; ValueError where a row is malformed, KeyError where it names an unknown id."""
    outlets = {outlet.outlet_id: outlet for outlet in read_outlets(folder)}
    terms = tuple(read_terms(folder))
    sources = {source.source_id: source for source in read_cited_sources(folder, outlets.values(), terms)}
    offices = {row["office_id"]: Office(row["office_id"], row["name"], row["country"] or None) for row in rows("offices.csv", folder)}
    names, titles = kept_indexes(folder, NAME_FILES, lambda: build_indexes(folder, outlets))
    return Registry(
        outlets=outlets,
        cited_sources=sources,
        hosts=_hosts(outlets.values()),
        outlet_names=_outlet_names(folder, outlets.values()),
        names=build_finder(names),
        offices=Offices(offices, terms_by_office(terms), titles),
    )


def read_outlets(folder: pathlib.Path = REFERENCE) -> Iterator[Outlet]:
    """The outlets of outlets.csv, then the invented ones of sample_outlets.csv."""
    for file_name in OUTLET_FILES:
        for row in rows(file_name, folder):
            domains = domains_with_years(row["domains"])
            yield Outlet(
                outlet_id=row["outlet_id"],
                name=row["name"],
                names=by_key(row["names"]),
                country=row["country"] or None,
                languages=several(row["languages"]),
                kind=row["kind"],
                domains=tuple(domains),
                telegram=row["telegram"] or None,
                time_zone=row["time_zone"] or None,
                domain_years={domain: years for domain, years in domains.items() if years},
                licence=row["licence"] or None,
                is_sample=file_name == "sample_outlets.csv",
            )


def read_terms(folder: pathlib.Path = REFERENCE) -> Iterator[Term]:
    """The terms of office of office_holders.csv."""
    for row in rows("office_holders.csv", folder):
        yield Term(row["office_id"], row["source_id"], _day(row["since"]), _day(row["until"]))


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None


def read_cited_sources(folder: pathlib.Path, outlets: Iterable[Outlet], terms: Iterable[Term]) -> Iterator[CitedSource]:
    """Every outlet as a source, then the bodies of cited_sources.csv, then the people of people.csv."""
    for outlet in outlets:
        kind = _SOURCE_KIND.get(outlet.kind, "outlet")
        yield CitedSource(outlet.outlet_id, outlet.name, kind, outlet.country, names=outlet.names)
    for row in rows("cited_sources.csv", folder):
        yield CitedSource(row["source_id"], row["name"], row["kind"], row["country"] or None, names=by_key(row["names"]))
    held: dict[str, list[Term]] = {}
    for term in terms:
        held.setdefault(term.source_id, []).append(term)
    for row in rows("people.csv", folder):
        own = held.get(row["source_id"], [])
        since = None if any(t.since is None for t in own) else min((t.since for t in own), default=None)
        until = None if any(t.until is None for t in own) else max((t.until for t in own), default=None)
        yield CitedSource(
            row["source_id"], row["name"], "official" if own else "person", row["country"] or None, since, until, by_key(row["names"])
        )


def _hosts(outlets: Iterable[Outlet]) -> dict[str, str]:
    """Outlet ids by host, and by host and first part of the path where a section of a site is an outlet of its own."""
    return {bare_host(domain): outlet.outlet_id for outlet in outlets for domain in outlet.domains}


def _outlet_names(folder: pathlib.Path, outlets: Iterable[Outlet]) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}

    def add(name: str, outlet_id: str) -> None:
        key = plain_name(name)
        if outlet_id not in names.get(key, ()):
            names[key] = (*names.get(key, ()), outlet_id)

    for outlet in outlets:
        for name in (outlet.name, *outlet.names.values(), *outlet.domains):
            add(name, outlet.outlet_id)
    for row in rows("outlet_aliases.csv", folder):
        add(row["alias"], row["outlet_id"])
    return names


def build_indexes(folder: pathlib.Path, outlets: dict[str, Outlet]) -> tuple[NameIndex, NameIndex]:
    """The index of the names of sources and that of the titles of offices, all case forms generated."""
    names = [*_outlet_forms(folder, outlets), *_body_forms(folder), *_people_forms(folder)]
    titles = [_forms(row["office_id"], row["title"], several(row["language"])) for row in rows("office_titles.csv", folder)]
    return build_index(names), build_index(titles)


def _forms(source_id: str, name: str, languages: Iterable[str], common_in: Iterable[str] = ()) -> NameForms:
    """All case forms of the name in each of its languages; where none is given, in those that its letters allow."""
    tongues = [language for language in (tuple(languages) or INFLECTED_LANGUAGES) if language in INFLECTED_LANGUAGES]
    forms = dict.fromkeys(form for language in tongues for form in name_forms(name, language))
    if "de" in languages:
        forms.update(dict.fromkeys(german_forms(name)))
    return NameForms(source_id, tuple(forms) or (name,), frozenset(common_in))


def _tongue(outlet: Outlet) -> str:
    """The language in whose cases an outlet's name stands: German for German media, else one without cases."""
    return "de" if outlet.languages[:1] == ("de",) else "en"


def _outlet_forms(folder: pathlib.Path, outlets: dict[str, Outlet]) -> Iterator[NameForms]:
    aliases = [*rows("outlet_aliases.csv", folder)]
    said = {(row["outlet_id"], row["alias"]) for row in aliases}
    for outlet in outlets.values():
        for language, name in {"": outlet.name, **outlet.names}.items():
            if (outlet.outlet_id, name) not in said and len(name) > 1:
                yield _forms(outlet.outlet_id, name, (language,) if language else (_tongue(outlet),))
        for domain in outlet.domains:
            yield NameForms(outlet.outlet_id, (domain,))
    for row in aliases:
        languages = several(row["language"]) or (("de",) if _tongue(outlets[row["outlet_id"]]) == "de" and row["alias"][0] < "\u0400" else ())
        yield _forms(row["outlet_id"], row["alias"], languages, several(row["common_in"]))


def _body_forms(folder: pathlib.Path) -> Iterator[NameForms]:
    aliases = [*rows("cited_source_aliases.csv", folder)]
    said = {(row["source_id"], row["alias"]) for row in aliases}
    for row in rows("cited_sources.csv", folder):
        for language, name in {"en": row["name"], **by_key(row["names"])}.items():
            if (row["source_id"], name) not in said:
                yield _forms(row["source_id"], name, (language,))
    for row in aliases:
        yield _forms(row["source_id"], row["alias"], several(row["language"]), several(row["common_in"]))


def _people_forms(folder: pathlib.Path) -> Iterator[NameForms]:
    for row in rows("people.csv", folder):
        spellings = [("en", row["name"]), *by_key(row["names"]).items(), *(("", name) for name in several(row["also"]))]
        for language, name in spellings:
            tongues = (language,) if language in INFLECTED_LANGUAGES else INFLECTED_LANGUAGES if not language else ()
            full = [form for tongue in tongues for form in person_forms(name, tongue, row["gender"])]
            yield NameForms(row["source_id"], tuple(dict.fromkeys(full)) or (name,))
            first, _, surname = name.rpartition(" ")
            if not first or len(surname) < _SHORTEST_SURNAME or row["known_by_surname"] == "never":
                continue
            alone = [form for tongue in tongues for form in person_forms(surname, tongue, row["gender"])] or [surname]
            is_known = row["known_by_surname"] == "yes" and not any(is_common_word(form, t) for form in alone for t in tongues)
            yield NameForms(row["source_id"], tuple(dict.fromkeys(alone)), is_weak=not is_known)
            initial = f"{first[0]}. {surname}"
            yield NameForms(row["source_id"], tuple(dict.fromkeys(f"{first[0]}. {form}" for form in alone)) or (initial,))
