"""The normalize stage: a batch's records read into the rows of the store's tables."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from flows.ingest.batches import FileSlice
from flows.ingest.raw_article import Rejected
from flows.normalize.article import ArticleReading
from flows.normalize.record import ReadRecord
from schemas import articles, citations, date_expressions, evidence, raw_articles, raw_files, rejected_articles
from schemas.derive.arrow import arrow_schema
from schemas.table import Table

BATCH_TABLES: tuple[Table, ...] = (
    articles.TABLE,
    citations.TABLE,
    date_expressions.TABLE,
    evidence.TABLE,
    rejected_articles.TABLE,
    raw_files.TABLE,
    raw_articles.TABLE,
)


@dataclass(slots=True)
class BatchRows:
    """The rows of one batch, by table and column, while they are gathered."""

    columns: dict[str, dict[str, list]] = field(
        default_factory=lambda: {t.name: {c.name: [] for c in t.columns} for t in BATCH_TABLES}
    )

    def add(self, table: str, row: tuple) -> None:
        """Append a row given in the order of the declared columns."""
        for values, value in zip(self.columns[table].values(), row, strict=True):
            values.append(value)

    def to_tables(self) -> dict[str, pa.Table]:
        """The rows as Arrow tables of the declared schemas."""
        return {t.name: pa.table(self.columns[t.name], schema=arrow_schema(t)) for t in BATCH_TABLES}


def normalize_batch(
    batch_id: str, slices: Iterable[FileSlice], records: Iterable[ReadRecord], accepted_before: frozenset[str] = frozenset()
) -> dict[str, pa.Table]:
    """The rows of every store table for the batch; an article seen twice in it is accepted once.

    `accepted_before` are articles that the batch has from records that are not among these.
    """
    rows = BatchRows()
    seen = set(accepted_before)
    for one in records:
        record, reading = one.record, one.reading
        if isinstance(reading, Rejected):
            rows.add("rejected_articles", (one.raw_id, record.raw_path, one.stage, reading.reason, reading.detail))
            outcome, article_id = "rejected", None
        else:
            article_id = reading.article_id
            outcome = "duplicate" if article_id in seen else "accepted"
            if outcome == "accepted":
                seen.add(article_id)
                _add_article(rows, one.raw_id, reading)
        rows.add(
            "raw_articles",
            (one.raw_id, record.raw_path, record.form, one.byte_count, one.encoding,
             one.received_at, batch_id, outcome, article_id),
        )
    for s in slices:
        rows.add("raw_files", (s.raw_path, s.file_sha256, s.byte_count, s.first_record, s.record_count, s.is_complete, batch_id))
    return rows.to_tables()


def _add_article(rows: BatchRows, raw_id: str, a: ArticleReading) -> None:
    p = a.published
    rows.add(
        "articles",
        (a.article_id, raw_id, a.outlet_id, a.outlet_as_given, a.title, a.text, a.language, a.url, a.byline,
         a.dateline_place, p.edtf, p.earliest, p.latest, p.at, p.precision, a.received_at, a.text_sha256, None,
         a.rights_basis),
    )
    for i, c in enumerate(a.citations):
        rows.add(
            "citations",
            (a.article_id, i, c.source_as_given, c.char_start, c.char_end, c.source_id, c.source_name, c.source_kind,
             c.role, c.channel, c.hop, c.via_position, c.cue, c.is_background),
        )
    for i, d in enumerate(a.date_expressions):
        rows.add(
            "date_expressions",
            (a.article_id, i, d.as_given, d.char_start, d.char_end, d.timex_type, d.timex_value, d.timex_mod, d.edtf,
             d.earliest, d.latest, d.precision, d.is_background),
        )
    for i, e in enumerate(a.evidence):
        rows.add(
            "evidence",
            (a.article_id, i, e.column, e.value, e.as_given, e.char_start, e.char_end, e.rule, e.confidence),
        )
