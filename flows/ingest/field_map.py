"""`--map field=column`: which of our fields a column of the raw files is, kept with the dataset so that later runs read alike."""

from collections.abc import Iterable
from pathlib import Path

import orjson

from flows.ingest.fields import FIELDS

FieldMap = tuple[tuple[str, str], ...]
"""(column of a file, our field) pairs."""


class FieldMapError(ValueError):
    """A --map that names no field of ours, or is not of the form field=column."""


def parse_field_map(given: Iterable[str]) -> FieldMap:
    """The pairs of `field=column` texts; FieldMapError where one is something else."""
    pairs = []
    for text in given:
        field, equals, column = text.partition("=")
        if not equals or not column.strip():
            raise FieldMapError(f"{text!r}: say field=column, such as text=inhalt")
        if field.strip() not in FIELDS:
            raise FieldMapError(f"{field.strip()!r} is no field; fields are {', '.join(FIELDS)}")
        pairs.append((column.strip(), field.strip()))
    return tuple(pairs)


def keep_field_map(processed: Path, field_map: FieldMap) -> None:
    """Keep the pairs with the dataset, before those of earlier runs; a column named again is the new field."""
    columns = {column for column, _ in field_map}
    kept = field_map + tuple(pair for pair in load_field_map(processed) if pair[0] not in columns)
    path = _path(processed)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    aside.write_bytes(orjson.dumps(kept))
    aside.replace(path)


def load_field_map(processed: Path) -> FieldMap:
    """The pairs kept with the dataset; none where none were."""
    try:
        return tuple((column, field) for column, field in orjson.loads(_path(processed).read_bytes()))
    except (OSError, ValueError, TypeError):
        return ()


def _path(processed: Path) -> Path:
    return processed / ".state" / "field_map.json"
