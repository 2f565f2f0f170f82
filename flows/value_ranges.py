"""Which Parquet files may hold a value, by the least and the greatest value that their footers state."""

from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq


def files_with(files: Iterable[Path], column: str, beginnings: Iterable[str]) -> list[Path]:
    """Those of the files that may hold, in the column of text, a value that begins with one of the beginnings.

    A file that states no range is among them; one without rows is not.
    """
    asked = sorted(set(beginnings))
    known = frozenset(asked)
    return [path for path in files if any(_may_hold(group, asked, known) for group in _ranges(path, column))]


def _may_hold(ends: tuple[str, str] | None, asked: list[str], known: frozenset[str]) -> bool:
    if ends is None:
        return bool(asked)
    least, greatest = ends
    at = bisect_left(asked, least)
    # what begins with a text that sorts before `least` is as great only where `least` begins with it too
    return (at < len(asked) and asked[at] <= greatest) or any(least[:end] in known for end in range(len(least)))


def _ranges(path: Path, column: str) -> list[tuple[str, str] | None]:
    """The least and the greatest value in each row group that has rows; None where it does not say."""
    metadata = pq.read_metadata(path)
    position = metadata.schema.names.index(column)
    found: list[tuple[str, str] | None] = []
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        stated = group.column(position).statistics
        if group.num_rows:
            found.append((stated.min, stated.max) if stated is not None and stated.has_min_max else None)
    return found
