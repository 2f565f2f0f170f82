"""The tables of layer `reference` as data/reference holds them, ready to be written beside the others."""

import pathlib
from collections.abc import Iterable

import pyarrow as pa

from flows.locations import REFERENCE
from flows.normalize.load_registry import read_cited_sources, read_outlets, read_terms
from flows.normalize.office_holders import Term
from flows.normalize.reference_rows import rows, several
from schemas import cited_source_aliases, cited_sources, outlet_aliases, outlets
from schemas.derive.arrow import arrow_schema


def reference_tables(folder: pathlib.Path = REFERENCE) -> dict[str, pa.Table]:
    """outlets, outlet_aliases, cited_sources and cited_source_aliases, sorted by key, in their declared schemas."""
    known = sorted(read_outlets(folder), key=lambda outlet: outlet.outlet_id)
    terms = sorted(read_terms(folder), key=lambda term: (term.source_id, str(term.since or "")))
    tables = (
        (outlets.TABLE, [_outlet_row(outlet) for outlet in known]),
        (outlet_aliases.TABLE, _alias_rows(folder, "outlet_aliases.csv", "outlet_id")),
        (cited_sources.TABLE, _source_rows(folder, known, terms)),
        (cited_source_aliases.TABLE, [*_alias_rows(folder, "cited_source_aliases.csv", "source_id"), *_other_spellings(folder)]),
    )
    return {
        table.name: pa.Table.from_pylist(sorted(content, key=lambda row: [row[k] for k in table.key]), arrow_schema(table))
        for table, content in tables
    }


def _outlet_row(outlet) -> dict:
    return {
        "outlet_id": outlet.outlet_id,
        "name": outlet.name,
        "names": sorted(outlet.names.items()),
        "country": outlet.country,
        "languages": list(outlet.languages),
        "kind": outlet.kind,
        "domains": list(outlet.domains),
        "domain_years": sorted(outlet.domain_years.items()),
        "telegram": outlet.telegram,
        "time_zone": outlet.time_zone,
        "licence": outlet.licence,
        "is_sample": outlet.is_sample,
    }


def _alias_rows(folder: pathlib.Path, file_name: str, key: str) -> list[dict]:
    merged: dict[tuple[str, str], dict] = {}
    for row in rows(file_name, folder):
        entry = merged.setdefault(
            (row[key], row["alias"]), {key: row[key], "alias": row["alias"], "languages": [], "common_in": []}
        )
        entry["languages"] = sorted({*entry["languages"], *several(row["language"])})
        entry["common_in"] = sorted({*entry["common_in"], *several(row["common_in"])})
    return list(merged.values())


def _other_spellings(folder: pathlib.Path) -> list[dict]:
    return [
        {"source_id": row["source_id"], "alias": alias, "languages": [], "common_in": []}
        for row in rows("people.csv", folder) for alias in several(row["also"])
    ]


def _source_rows(folder: pathlib.Path, known: Iterable, terms: list[Term]) -> list[dict]:
    office_names = {row["office_id"]: row["name"] for row in rows("offices.csv", folder)}
    held: dict[str, list[str]] = {}
    for term in terms:
        held.setdefault(term.source_id, []).append(f"{office_names[term.office_id]} {_interval(term)}")
    return [
        {
            "source_id": source.source_id,
            "name": source.name,
            "names": sorted(source.names.items()),
            "kind": source.kind,
            "country": source.country,
            "offices": held.get(source.source_id, []),
            "holder_from": source.holder_from,
            "holder_until": source.holder_until,
        }
        for source in read_cited_sources(folder, known, terms)
    ]


def _interval(term: Term) -> str:
    return f"{term.since or '..'}/{term.until or '..'}"
