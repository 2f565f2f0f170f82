"""datapackage.json: the release as a Frictionless Data Package, version 2."""

from collections.abc import Mapping
from pathlib import Path

from flows.publish.manifest import canonical_json, file_hash
from flows.publish.release_facts import (
    CREATORS,
    DATA_LICENCE,
    DATA_LICENCE_URL,
    DESCRIPTION,
    KEYWORDS,
    TITLE,
    ReleaseFacts,
)
from schemas.table import Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
FIELD_TYPES = {
    "string": "string", "int32": "integer", "int64": "integer", "float64": "number", "bool": "boolean", "date": "date",
    "timestamp": "datetime", "list<string>": "array", "map<string,string>": "object",
}  # fmt: skip


def datapackage(facts: ReleaseFacts, release: Path) -> str:
    """The descriptor as JSON; hashes and sizes are those of the files in the folder."""
    return canonical_json(
        {
            "$schema": PROFILE,
            "name": "dateline",
            "title": TITLE,
            "description": DESCRIPTION,
            "version": facts.release,
            "created": f"{facts.day}T00:00:00Z",
            "keywords": list(KEYWORDS),
            "licenses": [{"name": DATA_LICENCE, "path": DATA_LICENCE_URL, "title": "Facts; texts by their own rights, see LICENSE.md"}],
            "contributors": [{"title": CREATORS, "roles": ["creator"]}],
            "resources": [_resource(facts, table, path, release) for table in facts.tables for path in facts.files_of(table.name)],
        }
    )


def _resource(facts: ReleaseFacts, table: Table, path: str, release: Path) -> Mapping:
    paths = facts.files_of(table.name)
    part = "" if len(paths) == 1 else "." + Path(path).stem
    return {
        "name": (table.name + part).replace("_", "-"),
        "title": table.name,
        "description": table.meaning,
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": (release / path).stat().st_size,
        "hash": f"sha256:{file_hash(release / path)}",
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict:
    """The table as a Table Schema."""
    schema: dict = {"fields": [_field(c) for c in table.columns], "primaryKey": list(table.key)}
    return schema


def _field(column: Column) -> dict:
    field: dict = {"name": column.name, "type": FIELD_TYPES[column.type], "description": column.meaning}
    if column.unit:
        field["unit"] = column.unit
    constraints: dict = {}
    if not column.nullable:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.pattern:
        constraints["pattern"] = f"^(?:{column.pattern})$"
    for constraint, bound in (("minimum", column.minimum), ("maximum", column.maximum)):
        if bound is not None:
            constraints[constraint] = bound
    if constraints:
        field["constraints"] = constraints
    return field
