"""The anchor: the day from which relative dates are counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """A calendar day of which any part may be unknown.

    From a publication date all three parts are known; from a dateline such as «КИЇВ. 13 серпня. УНН.»
    the year is None. Nothing may be resolved beyond the parts that are known.
    """

    year: int | None
    month: int | None
    day: int | None
