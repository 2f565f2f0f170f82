"""One article: every field read in turn, each by its own module."""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from flows.ingest.raw_article import Provenance, RawArticle, Rejected
from flows.normalize.anchor import Anchor
from flows.normalize.byline import read_byline
from flows.normalize.citations import Citation, read_citations
from flows.normalize.date_expressions import DateExpression, read_date_expressions
from flows.normalize.dateline import Dateline, read_dateline
from flows.normalize.evidence import Evidence
from flows.normalize.language.identify import identify_language
from flows.normalize.outlet.reading import read_outlet
from flows.normalize.paragraphs import read_paragraph_roles
from flows.normalize.published import PublishedReading, publication_anchor, read_modified, read_published
from flows.normalize.recap import dated_recaps, read_recaps
from flows.normalize.registry import Registry
from flows.normalize.stamp import read_stamp
from flows.normalize.text import MIXED_LANGUAGES, fold_lookalikes, normalize_text
from flows.normalize.title import read_title
from flows.normalize.url import canonical_url


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """All that is read from one article; the fields are the columns of articles and its three child tables."""

    article_id: str
    outlet_id: str | None
    outlet_as_given: str | None
    title: str | None
    text: str
    language: str
    url: str | None
    byline: str | None
    dateline_place: str | None
    published: PublishedReading
    modified_at: datetime.datetime | None
    received_at: datetime.datetime
    paragraph_roles: tuple[str, ...]
    text_sha256: str
    rights_basis: str
    citations: tuple[Citation, ...]
    date_expressions: tuple[DateExpression, ...]
    evidence: tuple[Evidence, ...]


def _article_id(url: str | None, text: bytes) -> str:
    """32 hex digits of SHA-256 over the canonical URL (or nothing) and the normalized text in UTF-8."""
    return hashlib.sha256((url or "").encode() + b"\n" + text).hexdigest()[:32]


def read_article(raw: RawArticle, provenance: Provenance, registry: Registry) -> ArticleReading | Rejected:
    """Everything that the raw article says about itself, with evidence; Rejected where it has no text."""
    text = normalize_text(raw.text)
    if not text:
        return Rejected("empty", "no text is left once white space and invisible characters are taken away")
    given_url = raw.url or provenance.url
    given_published = raw.published or provenance.published
    url = canonical_url(given_url) if given_url else None
    language, language_confidence = (raw.language, 1.0) if raw.language else identify_language(text)
    names = registry.find_names(text, language)
    dateline = read_dateline(text, language, names, registry)
    title_span = None if raw.title else read_title(text, language, dateline.char_start if dateline else None, names, registry.outlets)
    byline_span = None if raw.byline else read_byline(text)
    recaps = read_recaps(text, language)
    outlet = read_outlet(text, language, names, dateline, url, raw.outlet or provenance.outlet, registry)
    dated = dateline if dateline is not None and dateline.date is not None else read_stamp(text, language)
    anchor = publication_anchor(given_published, url, dated)
    dates = _read_dates(text, language, anchor, outlet.country, recaps)
    received_at = raw.received_at or provenance.received_at
    published = read_published(given_published, url, dated, dates, received_at, text)
    modified_at, modified_evidence = read_modified(raw.modified)
    citations = read_citations(text, language, names, outlet, dateline, recaps, anchor, registry, _dated_recaps(text, language, dates, anchor))
    rights_basis = raw.rights_basis or provenance.rights_basis or "unknown"

    encoded = text.encode()
    evidence = [
        *(Evidence(column, value, given, None, None, rule, 1.0) for column, value, given, rule in raw.traces),
        *_language_evidence(raw, language, language_confidence),
        *_field_evidence("title", raw.title, text, title_span, "title.first_line"),
        *_field_evidence("byline", raw.byline, text, byline_span, "byline.line"),
        *_place_evidence(text, dateline),
        *outlet.evidence,
        *published.evidence,
        *modified_evidence,
        *_given("url", url, given_url, "given.url"),
        *_forwarded_evidence(raw.forwarded_from, registry),
        *_given("rights_basis", rights_basis, raw.rights_basis or provenance.rights_basis, "given.rights_basis"),
        *(_citation_evidence(i, c) for i, c in enumerate(citations)),
        *(_date_evidence(i, d) for i, d in enumerate(dates)),
    ]
    return ArticleReading(
        article_id=_article_id(url, encoded),
        outlet_id=outlet.outlet_id,
        outlet_as_given=outlet.outlet_as_given,
        title=raw.title or (text[slice(*title_span)] if title_span else None),
        text=text,
        language=language,
        url=url,
        byline=raw.byline or (text[slice(*byline_span)] if byline_span else None),
        dateline_place=text[slice(*dateline.place)] if dateline and dateline.place else None,
        published=published,
        modified_at=modified_at,
        received_at=received_at,
        paragraph_roles=read_paragraph_roles(text, language, title_span, dateline, byline_span, recaps, outlet.evidence),
        text_sha256=hashlib.sha256(encoded).hexdigest(),
        rights_basis=rights_basis,
        citations=tuple(citations),
        date_expressions=tuple(dates),
        evidence=tuple(evidence),
    )


def _read_dates(
    text: str, language: str, anchor: Anchor | None, country: str | None, recaps: Sequence[tuple[int, int]]
) -> list[DateExpression]:
    folded = fold_lookalikes(text) if language in MIXED_LANGUAGES else text  # «15 pоків тому» with a Latin p is a date all the same; offsets stay
    dates = read_date_expressions(folded, language, anchor, country, recaps)
    if folded is text:
        return dates
    return [d._replace(as_given=text[d.char_start : d.char_end]) for d in dates]


def _dated_recaps(text: str, language: str, dates: Sequence[DateExpression], anchor: Anchor | None) -> list[tuple[int, int]]:
    """The sentences that a calendar day well before the article's opens; none where the article's day is not known."""
    if anchor is None or anchor.year is None or anchor.month is None or anchor.day is None:
        return []
    days = [(d.char_start, d.latest) for d in dates if d.precision == "day" and d.as_given[:1].isdigit()]
    return dated_recaps(text, language, days, datetime.date(anchor.year, anchor.month, anchor.day))


def _given(column: str, value: str | None, given: str | None, rule: str) -> list[Evidence]:
    return [Evidence(column, value, given, None, None, rule, 1.0)] if given else []


def _forwarded_evidence(given: str | None, registry: Registry) -> list[Evidence]:
    """Whom a post was forwarded from: evidence of a citation that the words of the post do not show."""
    if not given:
        return []
    known = registry.outlet_of_name(given)
    return [Evidence("citations", known.name if known else given, given, None, None, "given.forwarded_from", 1.0)]


def _language_evidence(raw: RawArticle, language: str, confidence: float) -> list[Evidence]:
    if raw.language:
        return _given("language", language, raw.language, "given.language")
    return [Evidence("language", language, None, None, None, "language.identified", confidence)]


def _field_evidence(column: str, given: str | None, text: str, span: tuple[int, int] | None, rule: str) -> list[Evidence]:
    if given:
        return _given(column, given, given, f"given.{column}")
    if span is None:
        return []
    words = text[slice(*span)]
    return [Evidence(column, words, words, *span, rule, 0.9)]


def _place_evidence(text: str, dateline: Dateline | None) -> list[Evidence]:
    if dateline is None or dateline.place is None:
        return []
    words = text[slice(*dateline.place)]
    return [Evidence("dateline_place", words, words, *dateline.place, dateline.rule, 0.95)]


def _citation_evidence(position: int, c: Citation) -> Evidence:
    return Evidence(f"citations[{position}]", c.source_name, c.source_as_given, c.char_start, c.char_end, c.rule, c.confidence)


def _date_evidence(position: int, d: DateExpression) -> Evidence:
    return Evidence(f"date_expressions[{position}]", d.edtf or d.timex_value, d.as_given, d.char_start, d.char_end, d.rule, 1.0)
