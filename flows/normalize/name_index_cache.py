"""Keeping generated case forms between processes: they take seconds to make and milliseconds to read."""

import contextlib
import hashlib
import importlib.metadata
import marshal
import os
import pathlib
import sys
import tempfile
from collections.abc import Callable, Iterable

from flows.locations import NAME_INDEX
from flows.normalize.name_finder import NameIndex

_MAKERS = ("german_name_forms.py", "load_registry.py", "name_finder.py", "name_forms.py", "person_name_forms.py", "reference_rows.py")
_DICTIONARIES = ("pymorphy3", "pymorphy3-dicts-ru", "pymorphy3-dicts-uk")


def _key(folder: pathlib.Path, file_names: Iterable[str]) -> str:
    """A digest of all that the forms depend on: the rows, the code that makes forms, the dictionaries."""
    digest = hashlib.sha256(sys.version.encode())
    for path in [*(folder / name for name in file_names), *(pathlib.Path(__file__).with_name(maker) for maker in _MAKERS)]:
        content = path.read_bytes()
        digest.update(len(content).to_bytes(8, "big") + content)
    for package in _DICTIONARIES:
        digest.update(importlib.metadata.version(package).encode())
    return digest.hexdigest()[:32]


def kept_indexes(
    folder: pathlib.Path, file_names: Iterable[str], make: Callable[[], tuple[NameIndex, NameIndex]], cache: pathlib.Path = NAME_INDEX
) -> tuple[NameIndex, NameIndex]:
    """The two indexes from the cache, or made and kept there for the next process.

    The file appears by one rename, so processes that start together read a whole file or make their own; a file
    that cannot be read, or a folder that cannot be written, costs time and nothing else.
    """
    path = cache / f"{_key(folder, file_names)}.marshal"
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
        (owners, stems), (title_owners, title_stems) = marshal.loads(path.read_bytes())
        return NameIndex(owners, stems), NameIndex(title_owners, title_stems)
    indexes = make()
    with contextlib.suppress(OSError):
        _keep(path, marshal.dumps(tuple((dict(index.owners), index.stems) for index in indexes)))
    return indexes


def _keep(path: pathlib.Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    os.replace(aside, path)
    for old in path.parent.glob("*.marshal"):
        if old != path:
            old.unlink(missing_ok=True)
