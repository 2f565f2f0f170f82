"""What a release says about itself: the facts that its catalogue files, card and manifest share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.publish.release_parquet import WrittenFile
from schemas.table import Table

TITLE = "Dateline: who published what, citing whom, when"
DESCRIPTION = (
    "For every article who published it, whom it cites (in chains, down to the first source) and when, each value with the "
    "words that prove it; near-duplicates with independent origins; a citation index by month. Read from plain news text."
)
KEYWORDS = ("news", "citations", "attribution", "dates", "near-duplicates", "syndication", "media monitoring", "Ukraine")
DATA_LICENCE = "CC-BY-4.0"
DATA_LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
CREATORS = "The Dateline contributors"


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What a release is: name, day (YYYY-MM-DD), versions, tables as released, files, languages, texts that stand in it.

    `fill` is the share of rows with a value, by table and column.
    """

    release: str
    day: str
    schema_version: str
    code_version: str
    tables: tuple[Table, ...]
    files: tuple[WrittenFile, ...]
    languages: tuple[str, ...]
    open_texts: int
    fill: Mapping[tuple[str, str], float | None]

    def files_of(self, table: str) -> list[str]:
        """Paths of the table's files, sorted."""
        return sorted(f.path for f in self.files if f.table == table)

    def rows_of(self, table: str) -> int:
        """Rows of the table."""
        return sum(f.rows for f in self.files if f.table == table)

    def rows_by_path(self) -> dict[str, int]:
        """Rows of each Parquet file."""
        return {f.path: f.rows for f in self.files}


def row_counts(facts: ReleaseFacts) -> dict[str, int]:
    """Rows by table, in order of the tables."""
    return {t.name: facts.rows_of(t.name) for t in facts.tables}


def named(tables: Sequence[Table], name: str) -> Table:
    """The table of that name; KeyError where there is none."""
    return {t.name: t for t in tables}[name]
