"""Reading the rows of data/reference as they are written: one CSV file each, plain cells, `; ` between several values."""

import csv
import pathlib
from collections.abc import Iterator

from flows.locations import REFERENCE

OUTLET_FILES = ("outlets.csv", "sample_outlets.csv")
NAME_FILES = (
    *OUTLET_FILES, "outlet_aliases.csv", "cited_sources.csv", "cited_source_aliases.csv", "people.csv",
    "offices.csv", "office_titles.csv", "office_holders.csv",
)


def rows(file_name: str, folder: pathlib.Path = REFERENCE) -> Iterator[dict[str, str]]:
    """The rows of one file, each a mapping from column to cell; ValueError where a row has too few or too many cells."""
    with open(folder / file_name, encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        header = next(reader)
        for cells in reader:
            if len(cells) != len(header):
                raise ValueError(f"{file_name} line {reader.line_num}: {len(cells)} cells, the header has {len(header)}")
            yield dict(zip(header, cells, strict=True))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several: "ru; uk" → ("ru", "uk")."""
    return tuple(value.strip() for value in cell.split(";") if value.strip())


def by_key(cell: str) -> dict[str, str]:
    """The values of a cell of names by language: "ru=Правда; uk=Правда" → {"ru": "Правда", "uk": "Правда"}."""
    pairs = (value.partition("=") for value in several(cell))
    return {key.strip(): value.strip() for key, _, value in pairs}


def domains_with_years(cell: str) -> dict[str, str]:
    """Domains, the present one first, with the years of their use as an EDTF interval: "a.ua 2020/..; b.ua 2004/2020"."""
    pairs = (value.partition(" ") for value in several(cell))
    return {domain: years.strip() for domain, _, years in pairs}
