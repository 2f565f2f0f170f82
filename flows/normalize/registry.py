"""The registry of outlets and cited sources, and finding their names in a text."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlet:
    """A row of data/reference/outlets: facts about one outlet."""

    outlet_id: str
    name: str
    names: Mapping[str, str]
    country: str | None
    languages: tuple[str, ...]
    kind: str
    domains: tuple[str, ...]
    telegram: str | None
    time_zone: str | None


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A row of data/reference/cited_sources; every outlet is one too, with the same id."""

    source_id: str
    name: str
    kind: str
    country: str | None
    holder_from: datetime.date | None = None
    holder_until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A registry name found in a text, in any inflected form.

    `is_distinctive` is false where the words alone do not tell the name from a common word or another
    source («факты», "Times"): then the reader needs context (quotation marks, capital, a noun such as
    «газета» before it), and `source_ids` may hold several.
    """

    char_start: int
    char_end: int
    source_ids: tuple[str, ...]
    is_distinctive: bool


@dataclass(frozen=True, slots=True)
class Registry:
    """All that data/reference knows, ready for look-up; built once per process by load_registry()."""

    outlets: Mapping[str, Outlet]
    cited_sources: Mapping[str, CitedSource]

    def find_names(self, text: str, language: str) -> list[NameMatch]:
        """Longest matches in text order without overlaps, whole words only."""
        return []

    def outlet_of_host(self, host: str) -> Outlet | None:
        """The outlet whose domain (present or former) is the host or the nearest parent of it."""
        return None

    def outlet_of_name(self, name: str) -> Outlet | None:
        """The one outlet with that name or alias in any script, case and quotation; None where none or several."""
        return None


def load_registry() -> Registry:
    """The registry read from data/reference."""
    return Registry(outlets={}, cited_sources={})
