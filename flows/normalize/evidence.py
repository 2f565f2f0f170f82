"""Evidence: what a normalized value rests on."""

from typing import NamedTuple


class Evidence(NamedTuple):
    """One value, the words it came from and the rule that read it; a row of the table evidence.

    `column` is a column of articles or `citations[3]` / `date_expressions[0]`. The offsets are code
    points into the normalized text, both None where the words are not in the text (a URL, a given
    field); then `as_given` quotes the metadata, or is None for what is derived.
    """

    column: str
    value: str | None
    as_given: str | None
    char_start: int | None
    char_end: int | None
    rule: str
    confidence: float
