"""Batches that the store has, cut once more out of the raw folder so that they can be read again."""

import os
import urllib.parse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from flows.ingest.batches import Batch, Cutting, FileSlice, record_rows, stage
from flows.ingest.field_map import FieldMap
from flows.ingest.raw_files import NewFile, file_sha256, raw_file

Key = tuple[str, str]
"""(raw_path, raw_id) of a record."""


@dataclass(slots=True)
class _OpenFile:
    """A raw file that is being read on; batches of one file follow one another, so it is read once."""

    name: str
    rows: Iterator[dict]


def batches_again(
    raw_root: Path, processed: Path, batch_ids: Iterable[str], staging: Path, field_map: FieldMap = ()
) -> Iterator[Batch]:
    """The batches with their records as they stand in the raw folder now, in the order of their raw paths.

    Records are known by path and bytes. What is no longer there (the file was changed in place, moved or deleted) is
    carried: its rows stay as they are. A batch of which nothing is there is left alone.
    """
    ordered = sorted(batch_ids, key=lambda b: _first_place(processed, b))
    opened: list[_OpenFile] = []
    for batch_id in ordered:
        wanted = _records(processed, batch_id)
        found: dict[Key, dict] = {}
        for name, keys in _by_file(wanted).items():
            found.update(_find(raw_root, name, keys, opened, field_map))
        cutting, carried = Cutting(slices=_slices(processed, batch_id)), []
        for key in wanted:
            rows = [found[key]] if key in found else _whole_file(raw_root, key, field_map)
            for row in rows:
                cutting.add(row)
            if not rows:
                carried.append(key)
        if not cutting.slices or len(carried) == len(wanted) > 0:
            continue
        yield stage(cutting, batch_id, staging, replaces=True, carried=tuple(carried))


def stage_records(raw_root: Path, keys: Iterable[Key], staging: Path, field_map: FieldMap = ()) -> Batch | None:
    """Those of the records that stand in the raw folder, as a batch of no store; None where none does."""
    cutting = Cutting()
    for name, wanted in sorted(_by_file(keys).items()):
        found = _find(raw_root, name, wanted, [], field_map)
        for key in sorted(found):
            cutting.add(found[key])
    return stage(cutting, "0" * 16, staging) if cutting.rows else None


def path_of(raw_root: Path, raw_path: str) -> Path:
    """The file that a raw path (up to its `#`) names."""
    parts = urllib.parse.unquote_to_bytes(raw_path.partition("#")[0])
    return raw_root / os.fsdecode(parts)


def _records(processed: Path, batch_id: str) -> list[Key]:
    table = pq.read_table(processed / "raw_articles" / f"{batch_id}.parquet", columns=["raw_path", "raw_id"])
    return list(zip(table["raw_path"].to_pylist(), table["raw_id"].to_pylist(), strict=True))


def _slices(processed: Path, batch_id: str) -> list[FileSlice]:
    rows = pq.read_table(processed / "raw_files" / f"{batch_id}.parquet").to_pylist()
    return [FileSlice(*(row[name] for name in FileSlice.__dataclass_fields__)) for row in rows]


def _first_place(processed: Path, batch_id: str) -> tuple[str, int]:
    table = pq.read_table(processed / "raw_files" / f"{batch_id}.parquet", columns=["raw_path", "first_record"]).slice(0, 1)
    return (table["raw_path"][0].as_py(), table["first_record"][0].as_py())


def _by_file(keys: Iterable[Key]) -> dict[str, set[Key]]:
    grouped: dict[str, set[Key]] = {}
    for key in keys:
        grouped.setdefault(key[0].partition("#")[0], set()).add(key)
    return grouped


def _find(raw_root: Path, name: str, keys: set[Key], opened: list[_OpenFile], field_map: FieldMap) -> dict[Key, dict]:
    """The rows of the records in the file; it is read on from where the last batch ended, then from its beginning."""
    found: dict[Key, dict] = {}
    is_resumed = bool(opened) and opened[0].name == name
    if not is_resumed:
        opened[:] = [_OpenFile(name, _rows(raw_root, name, field_map))]
    for attempt in (1, 2):
        for row in opened[0].rows:
            key = (row["raw_path"], row["raw_id"])
            if key in keys:
                found[key] = row
                if len(found) == len(keys):
                    return found
        if attempt == 1 and not is_resumed:
            break
        opened[:] = [_OpenFile(name, _rows(raw_root, name, field_map))]
    return found


def _whole_file(raw_root: Path, key: Key, field_map: FieldMap) -> list[dict]:
    """The records of a file that stands in the ledger as one record, as no form read it then, and that one reads now."""
    raw_path, raw_id = key
    path = path_of(raw_root, raw_path)
    if "#" in raw_path or not path.is_file() or file_sha256(path) != raw_id:
        return []
    return list(record_rows(raw_root, NewFile(raw_file(raw_root, path), raw_id, 0), field_map))


def _rows(raw_root: Path, name: str, field_map: FieldMap) -> Iterator[dict]:
    try:
        file = raw_file(raw_root, path_of(raw_root, name))
    except OSError:
        return
    yield from record_rows(raw_root, NewFile(file, "", 0), field_map)
