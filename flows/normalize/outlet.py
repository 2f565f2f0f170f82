"""The outlet: who published the article."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.dateline import Dateline
from flows.normalize.evidence import Evidence
from flows.normalize.registry import NameMatch, Registry


@dataclass(frozen=True, slots=True)
class OutletReading:
    """The decision, and all evidence for it, also what was outvoted.

    `self_names` are the matches in the text where the outlet names itself as publisher.
    """

    outlet_id: str | None
    outlet_as_given: str | None
    country: str | None
    self_names: tuple[NameMatch, ...]
    evidence: tuple[Evidence, ...]


def read_outlet(
    text: str,
    language: str,
    names: Sequence[NameMatch],
    dateline: Dateline | None,
    url: str | None,
    given_outlet: str | None,
    registry: Registry,
) -> OutletReading:
    """Who published the text, from URL, given metadata and the text's own evidence; null rather than a guess."""
    return OutletReading(None, None, None, (), ())
