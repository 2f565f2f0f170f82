"""The dateline: place, date and agency at the head of a news text."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.anchor import Anchor
from flows.normalize.registry import NameMatch, Registry


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands in a dateline; spans are code points into the text, None where a part is absent.

    `date` holds the parts stated («13 серпня»: month and day, no year).
    """

    char_start: int
    char_end: int
    place: tuple[int, int] | None
    date: Anchor | None
    date_span: tuple[int, int] | None
    agency: NameMatch | None
    rule: str


def read_dateline(text: str, language: str, names: Sequence[NameMatch], registry: Registry) -> Dateline | None:
    """The dateline of the text, or None."""
    return None
