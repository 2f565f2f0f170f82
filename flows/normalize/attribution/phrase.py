"""A noun phrase of a sentence that names a source."""

from dataclasses import dataclass

from flows.normalize.registry import NameMatch


@dataclass(slots=True)
class Phrase:
    """Tokens [first, end) of a sentence that name a source, and what sort of source; `person` is the name inside."""

    first: int
    end: int
    kind: str
    match: NameMatch | None = None
    person: tuple[int, int] | None = None
    head: str | None = None
    channel: str | None = None
    is_named: bool = True
