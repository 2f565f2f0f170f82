"""A clue: one place in a text that speaks for one outlet as its publisher."""

from dataclasses import dataclass

from flows.normalize.registry import NameMatch


@dataclass(frozen=True, slots=True)
class Clue:
    """One place in the text that speaks for one outlet as publisher.

    `name` is the match where the outlet names itself; None where it is an address.
    """

    outlet_id: str
    char_start: int
    char_end: int
    rule: str
    confidence: float
    name: NameMatch | None
