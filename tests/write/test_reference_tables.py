"""The reference tables hold what data/reference says, within their declared schemas."""

import re

import pytest

from flows.write.reference_tables import reference_tables
from schemas.dataset import table_named


@pytest.fixture(scope="module")
def tables():
    return reference_tables()


def test_all_four_tables_are_there_and_sorted(tables):
    assert list(tables) == ["outlets", "outlet_aliases", "cited_sources", "cited_source_aliases"]
    for name, table in tables.items():
        keys = list(zip(*(table.column(k).to_pylist() for k in table_named(name).key), strict=True))
        assert keys == sorted(set(keys)), name


@pytest.mark.parametrize("name", ["outlets", "outlet_aliases", "cited_sources", "cited_source_aliases"])
def test_values_keep_to_the_declaration(tables, name):
    for column in table_named(name).columns:
        values = tables[name].column(column.name).to_pylist()
        if not column.nullable:
            assert None not in values, column.name
        if column.values:
            assert set(values) - {None} <= set(column.values), column.name
        if column.pattern:
            assert [v for v in values if v is not None and not re.fullmatch(column.pattern, v)] == [], column.name


def test_every_outlet_is_a_cited_source(tables):
    assert set(tables["outlets"].column("outlet_id").to_pylist()) <= set(tables["cited_sources"].column("source_id").to_pylist())


def test_an_office_holder_carries_his_terms(tables):
    row = next(r for r in tables["cited_sources"].to_pylist() if r["source_id"] == "dmytro-kuleba")
    assert row["offices"] == ["Minister of Foreign Affairs of Ukraine 2020-03-04/2024-09-05"]
    assert (str(row["holder_from"]), str(row["holder_until"])) == ("2020-03-04", "2024-09-05")
