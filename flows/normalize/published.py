"""The publication date: as given, or the tightest interval that the evidence supports."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import DateExpression
from flows.normalize.dateline import Dateline
from flows.normalize.evidence import Evidence


@dataclass(frozen=True, slots=True)
class PublishedReading:
    """The publication date; the fields are the columns published_* of articles."""

    edtf: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    at: datetime.datetime | None
    precision: str
    evidence: tuple[Evidence, ...]


def publication_anchor(given: str | None, url: str | None, dateline: Dateline | None) -> Anchor | None:
    """The day from which relative dates are counted: the given publication date, else the URL's or the dateline's."""
    if given:
        try:
            day = datetime.date.fromisoformat(given[:10])
        except ValueError:
            return dateline.date if dateline else None
        return Anchor(day.year, day.month, day.day)
    return dateline.date if dateline else None


def read_published(
    given: str | None,
    url: str | None,
    dateline: Dateline | None,
    dates: Sequence[DateExpression],
    received_at: datetime.datetime,
    text: str,
) -> PublishedReading:
    """The publication date and why; never a day that no evidence states."""
    received = received_at.date()
    if given:
        day = datetime.date.fromisoformat(given[:10])
        return PublishedReading(
            day.isoformat(), day, day, None, "day",
            (Evidence("published_edtf", day.isoformat(), given, None, None, "given.published", 1.0),),
        )
    latest = Evidence("published_latest", received.isoformat(), received_at.isoformat(), None, None, "received.latest", 1.0)
    return PublishedReading(f"../{received.isoformat()}", None, received, None, "interval", (latest,))
