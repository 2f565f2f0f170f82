"""Citations: whom the article says it has something from, and through whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.anchor import Anchor
from flows.normalize.dateline import Dateline
from flows.normalize.outlet import OutletReading
from flows.normalize.registry import NameMatch, Registry


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a source; a row of the table citations (without its position), with the rule that read it."""

    source_as_given: str
    char_start: int
    char_end: int
    source_id: str | None
    source_name: str
    source_kind: str
    role: str
    channel: str | None
    hop: int
    via_position: int | None
    cue: str | None
    is_background: bool
    rule: str
    confidence: float


def read_citations(
    text: str,
    language: str,
    names: Sequence[NameMatch],
    outlet: OutletReading,
    dateline: Dateline | None,
    recaps: Sequence[tuple[int, int]],
    anchor: Anchor | None,
    registry: Registry,
) -> list[Citation]:
    """All citations in text order; `via_position` is an index into the list returned."""
    return []
