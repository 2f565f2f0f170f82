"""What came with an article and does not stand in its text is kept as evidence."""

import datetime

from flows.ingest.raw_article import Provenance, RawArticle
from flows.normalize.article import read_article
from flows.normalize.load_registry import load_registry

PROVENANCE = Provenance(datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC))


def forwarded(name: str) -> tuple[str | None, str | None]:
    """Value and words of the evidence for whom a post was forwarded from."""
    reading = read_article(RawArticle("Міст відкрито для всіх машин.", "utf-8", forwarded_from=name), PROVENANCE, load_registry())
    (found,) = [e for e in reading.evidence if e.rule == "given.forwarded_from"]
    assert (found.column, found.char_start) == ("citations", None)
    return found.value, found.as_given


def test_whom_a_post_was_forwarded_from_is_evidence_of_a_citation():
    assert forwarded("Укрінформ") == ("Ukrinform", "Укрінформ")
    assert forwarded("Канал Вигаданої Річки") == ("Канал Вигаданої Річки", "Канал Вигаданої Річки")
