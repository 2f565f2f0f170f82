"""Every row of data/reference is well formed, and every name is unambiguous or carries what tells it apart."""

import collections
import datetime
import itertools
import re
import tomllib
import zoneinfo

import pytest

from flows.locations import LANGUAGES, ROOT
from flows.normalize.load_registry import load_registry, read_outlets, read_terms
from flows.normalize.name_forms import is_common_word
from flows.normalize.reference_rows import NAME_FILES, by_key, domains_with_years, rows, several
from schemas.citations import SOURCE_KINDS
from schemas.outlets import OUTLET_KINDS

# ISO 3166-1 alpha-2, and XK, which the standard leaves to users and the European Union uses for Kosovo.
_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
    BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
    FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
    IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
    ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
    TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK
"""
COUNTRIES = frozenset(_CODES.split())
LANGUAGE = re.compile(r"[a-z]{2,3}")
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/[a-z0-9_]+)?")
# Moldova had two governments for a week in June 2019.
LONGEST_DISPUTE = datetime.timedelta(days=7)
YEARS = re.compile(r"(?:\d{4}|\.\.)/(?:\d{4}|\.\.)")


def repeated(values):
    return [value for value, count in collections.Counter(values).items() if count > 1]


def test_every_id_is_one_row():
    ids = [o.outlet_id for o in read_outlets()]
    ids += [row["source_id"] for name in ("cited_sources.csv", "people.csv") for row in rows(name)]
    assert repeated(ids) == []
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", i)] == []


def test_there_are_enough_of_them():
    registry = load_registry()
    own = [o for o in registry.outlets.values() if not o.is_sample]
    assert len(own) >= 1500
    assert len(registry.cited_sources) - len(registry.outlets) >= 500


def test_facts_about_outlets_are_well_formed():
    wrong = []
    zones = zoneinfo.available_timezones()
    for o in read_outlets():
        checks = {
            "kind": o.kind in OUTLET_KINDS,
            "country": o.country is None or o.country in COUNTRIES,
            "languages": bool(o.languages) and all(LANGUAGE.fullmatch(language) for language in o.languages),
            "names": all(LANGUAGE.fullmatch(language) and name for language, name in o.names.items()),
            "zone": o.time_zone is None or o.time_zone in zones,
            "domains": all(DOMAIN.fullmatch(domain) for domain in o.domains),
            "years": all(YEARS.fullmatch(years) for years in o.domain_years.values()),
            "telegram": o.telegram is None or bool(re.fullmatch(r"[A-Za-z0-9_]{4,32}", o.telegram)),
            "name": o.name == o.name.strip() and o.name.isascii(),
            "reachable": bool(o.domains or o.telegram or o.names or o.name),
        }
        wrong += [(o.outlet_id, what) for what, holds in checks.items() if not holds]
    assert wrong == []


def test_a_domain_belongs_to_one_outlet():
    assert repeated(domain for o in read_outlets() for domain in o.domains) == []


def test_invented_outlets_are_known_as_such_and_real_ones_are_not_under_example():
    for o in read_outlets():
        assert o.is_sample == o.outlet_id.startswith("sample-")
        assert all(domain.endswith(".example") == o.is_sample for domain in o.domains)


def test_facts_about_other_sources_are_well_formed():
    for row in rows("cited_sources.csv"):
        assert row["kind"] in SOURCE_KINDS, row
        assert not row["country"] or row["country"] in COUNTRIES, row
        assert all(LANGUAGE.fullmatch(language) for language in by_key(row["names"])), row
    for row in rows("people.csv"):
        assert row["gender"] in "mf" and row["known_by_surname"] in ("yes", "no", "never"), row
        assert not row["country"] or row["country"] in COUNTRIES, row


@pytest.mark.parametrize("file_name", ["outlet_aliases.csv", "cited_source_aliases.csv"])
def test_an_alias_stands_once_and_leads_to_a_row(file_name):
    registry = load_registry()
    key = "outlet_id" if file_name == "outlet_aliases.csv" else "source_id"
    entries = [(row[key], row["alias"], row["language"]) for row in rows(file_name)]
    assert repeated(entries) == []
    assert [entry for entry in entries if entry[0] not in registry.cited_sources] == []
    assert [row for row in rows(file_name) if not all(LANGUAGE.fullmatch(c) for c in several(row["common_in"]))] == []


def test_a_name_that_several_bear_is_told_apart_by_country_or_marked_as_a_common_word():
    registry = load_registry()
    given = {row["alias"] for name in ("outlet_aliases.csv", "cited_source_aliases.csv") for row in rows(name)}
    given |= {name for source in registry.cited_sources.values() for name in (source.name, *source.names.values())}
    untold = []
    for name in given:
        ids, common_in, is_weak = registry.names.owners.get(name.lower()) or ((), (), True)
        countries = [registry.cited_sources[i].country for i in ids]
        if len(ids) > 1 and not is_weak and not common_in and repeated(countries):
            untold.append((name, ids))
    assert untold == []


def test_a_russian_name_that_is_a_dictionary_word_is_marked():
    registry = load_registry()
    unmarked = []
    for row in rows("outlet_aliases.csv"):
        name = row["alias"]
        if not name.isupper() and "ru" in several(row["language"]) and is_common_word(name, "ru"):
            owner = registry.names.owners[name.lower()]
            unmarked += [name] if "ru" not in owner[1] and len(owner[0]) == 1 else []
    assert unmarked == []


def test_terms_of_office_are_in_order_and_hardly_overlap():
    registry = load_registry()
    by_office = collections.defaultdict(list)
    for term in read_terms():
        assert term.office_id in registry.offices.offices, term
        assert term.source_id in registry.cited_sources, term
        assert term.since and (term.until is None or term.since < term.until), term
        by_office[term.office_id].append(term)
    for terms in by_office.values():
        terms.sort(key=lambda term: term.since)
        for one, after in itertools.pairwise(terms):
            assert one.until and one.until - after.since <= LONGEST_DISPUTE, (one, after)


def test_every_office_has_a_title_and_a_holder():
    titled = {row["office_id"] for row in rows("office_titles.csv")}
    held = {term.office_id for term in read_terms()}
    offices = {row["office_id"] for row in rows("offices.csv")}
    assert offices == titled == held


@pytest.mark.parametrize("file_name", NAME_FILES)
def test_no_cell_has_stray_space(file_name):
    assert [row for row in rows(file_name) if any(cell != cell.strip() or "  " in cell for cell in row.values())] == []


def test_domains_with_years_keep_their_order():
    assert domains_with_years("new.ua 2020/..; old.ua 2004/2020; other.ua") == {
        "new.ua": "2020/..", "old.ua": "2004/2020", "other.ua": "",
    }


WORD_LISTS = ("verbs", "nouns", "words", "lists", "groups")


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*/citations.toml")), ids=lambda path: path.parent.name)
def test_no_word_stands_twice_in_a_list(path):
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {f"{name}.{key}": words.split() for name in WORD_LISTS for key, words in tables.get(name, {}).items() if isinstance(words, str)}
    assert {key: found for key, words in lists.items() if (found := repeated(words))} == {}


def test_every_list_of_words_is_read():
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("flows/normalize/**/*.py"))
    declared = {
        f"{name}.{key}"
        for path in LANGUAGES.glob("*/citations.toml") for tables in (tomllib.loads(path.read_text(encoding="utf-8")),)
        for name in WORD_LISTS for key in tables.get(name, {})
    }
    assert sorted(key for key in declared if f'"{key.partition(".")[2]}"' not in source) == []
