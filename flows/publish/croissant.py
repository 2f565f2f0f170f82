"""croissant.json: the release as a Croissant dataset (MLCommons, version 1.0)."""

from pathlib import Path

from flows.publish.manifest import canonical_json, file_hash
from flows.publish.release_facts import CREATORS, DATA_LICENCE_URL, DESCRIPTION, KEYWORDS, TITLE, ReleaseFacts
from schemas.table import Column, Table

PARQUET = "application/x-parquet"
CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
DATA_TYPES = {
    "string": "sc:Text", "int32": "sc:Integer", "int64": "sc:Integer", "float64": "sc:Float", "bool": "sc:Boolean",
    "date": "sc:Date", "timestamp": "sc:DateTime", "list<string>": "sc:Text", "map<string,string>": "sc:Text",
}  # fmt: skip
CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column", "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"}, "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject", "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
    "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace",
    "sc": "https://schema.org/", "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
}  # fmt: skip


def croissant(facts: ReleaseFacts, release: Path) -> str:
    """The description as JSON-LD; every Parquet file with its hash, every table as a record set."""
    distribution = [_file(path, release) for table in facts.tables for path in facts.files_of(table.name)]
    distribution += [_file_set(table) for table in facts.tables if _is_partitioned(facts, table)]
    return canonical_json(
        {
            "@context": CONTEXT,
            "@type": "sc:Dataset",
            "name": "dateline",
            "alternateName": TITLE,
            "description": DESCRIPTION,
            "conformsTo": CONFORMS_TO,
            "license": DATA_LICENCE_URL,
            "version": _semantic(facts.release),
            "datePublished": facts.day,
            "keywords": list(KEYWORDS),
            "inLanguage": list(facts.languages),
            "creator": {"@type": "sc:Organization", "name": CREATORS},
            "citeAs": f"{CREATORS}. {TITLE}. Release {facts.release}.",
            "isLiveDataset": False,
            "distribution": distribution,
            "recordSet": [_record_set(facts, table) for table in facts.tables],
        }
    )


def _semantic(release: str) -> str:
    """2025-11-20.1 as 2025.11.20-1: Croissant asks for MAJOR.MINOR.PATCH."""
    day, _, number = release.partition(".")
    parts = day.split("-")
    return ".".join(str(int(p)) for p in parts) + (f"-{number}" if number else "") if all(p.isdigit() for p in parts) else "1.0.0"


def _is_partitioned(facts: ReleaseFacts, table: Table) -> bool:
    return "/" in facts.files_of(table.name)[0].removeprefix("data/")


def _file(path: str, release: Path) -> dict:
    return {
        "@type": "cr:FileObject", "@id": path, "name": path, "contentUrl": path, "encodingFormat": PARQUET,
        "contentSize": f"{(release / path).stat().st_size} B", "sha256": file_hash(release / path),
    }  # fmt: skip


def _file_set(table: Table) -> dict:
    return {
        "@type": "cr:FileSet", "@id": f"{table.name}-files", "name": f"{table.name}-files",
        "description": f"Files of {table.name}, one per month of publication and one for undated articles.",
        "encodingFormat": PARQUET, "includes": f"data/{table.name}/*.parquet",
    }  # fmt: skip


def _record_set(facts: ReleaseFacts, table: Table) -> dict:
    if _is_partitioned(facts, table):
        source = {"fileSet": {"@id": f"{table.name}-files"}}
    else:
        source = {"fileObject": {"@id": facts.files_of(table.name)[0]}}
    return {
        "@type": "cr:RecordSet", "@id": table.name, "name": table.name, "description": table.meaning,
        "key": [{"@id": f"{table.name}/{k}"} for k in table.key],
        "field": [_field(table, column, source) for column in table.columns],
    }  # fmt: skip


def _field(table: Table, column: Column, source: dict) -> dict:
    field = {
        "@type": "cr:Field", "@id": f"{table.name}/{column.name}", "name": f"{table.name}/{column.name}",
        "description": column.meaning, "dataType": DATA_TYPES[column.type], "source": {**source, "extract": {"column": column.name}},
    }  # fmt: skip
    if column.type.startswith("list<"):
        field["repeated"] = True
    return field
