"""The normalize stage: a batch's records read into the rows of the store's tables."""

from collections.abc import Iterable

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


RECORDS_AS_ROWS = 250
"""So many records' rows are Python objects at a time, the rest of a batch is Arrow: it takes a fifth of the memory."""

Rows = dict[str, list[tuple]]  # of each table, each row in the order of the declared columns


def _no_rows() -> Rows:
    return {table.name: [] for table in BATCH_TABLES}


def _arrow_of(table: Table, rows: list[tuple]) -> pa.Table:
    schema = arrow_schema(table)
    if not rows:
        return schema.empty_table()
    columns = zip(*rows, strict=True)
    return pa.Table.from_arrays([pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema=schema)


def normalize_batch(batch_id: str, slices: Iterable[FileSlice], records: Iterable[ReadRecord]) -> dict[str, pa.Table]:
    """The rows of every store table for the batch; an article seen twice in it is accepted once."""
    parts: list[dict[str, pa.Table]] = []
    rows = _no_rows()
    seen: set[str] = set()
    for one in records:
        if len(rows["raw_articles"]) == RECORDS_AS_ROWS:
            parts.append(_tables_of(rows))
            rows = _no_rows()
        record, reading = one.record, one.reading
        if isinstance(reading, Rejected):
            rows["rejected_articles"].append((one.raw_id, record.raw_path, one.stage, reading.reason, reading.detail))
            outcome, article_id = "rejected", None
        else:
            article_id = reading.article_id
            outcome = "duplicate" if article_id in seen else "accepted"
            if outcome == "accepted":
                seen.add(article_id)
                _add_article(rows, one.raw_id, reading)
        rows["raw_articles"].append(
            (one.raw_id, record.raw_path, record.form, one.byte_count, one.encoding,
             one.received_at, batch_id, outcome, article_id),
        )
    for s in slices:
        rows["raw_files"].append((s.raw_path, s.file_sha256, s.byte_count, s.first_record, s.record_count, s.is_complete, batch_id))
    parts.append(_tables_of(rows))
    return {table.name: pa.concat_tables([part[table.name] for part in parts]) for table in BATCH_TABLES}


def _tables_of(rows: Rows) -> dict[str, pa.Table]:
    """The rows as Arrow tables of the declared schemas."""
    return {table.name: _arrow_of(table, rows[table.name]) for table in BATCH_TABLES}


def _add_article(rows: Rows, raw_id: str, a: ArticleReading) -> None:
    p, article_id = a.published, a.article_id
    rows["articles"].append(
        (article_id, raw_id, a.outlet_id, a.outlet_as_given, a.title, a.text, a.language, a.url, a.byline,
         a.dateline_place, p.edtf, p.earliest, p.latest, p.at, p.precision, a.modified_at, a.received_at, a.paragraph_roles, a.text_sha256, None,
         a.rights_basis)
    )
    rows["citations"] += [
        (article_id, i, c.source_as_given, c.char_start, c.char_end, c.source_id, c.source_name, c.source_kind,
         c.role, c.channel, c.hop, c.via_position, c.cue, c.is_background)
        for i, c in enumerate(a.citations)
    ]
    rows["date_expressions"] += [
        (article_id, i, d.as_given, d.char_start, d.char_end, d.timex_type, d.timex_value, d.timex_mod, d.edtf,
         d.earliest, d.latest, d.precision, d.is_background)
        for i, d in enumerate(a.date_expressions)
    ]
    rows["evidence"] += [(article_id, i, *e) for i, e in enumerate(a.evidence)]
