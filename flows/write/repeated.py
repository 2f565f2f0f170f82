"""Articles that were accepted before, taken out of a batch: their records are duplicates."""

from collections.abc import Collection, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from flows.write.store import LEDGER

CHILDREN = ("articles", "citations", "date_expressions", "evidence")


def without_repeated(tables: Mapping[str, pa.Table], article_ids: Collection[str]) -> dict[str, pa.Table]:
    """The tables without the articles and what belongs to them, their records in the ledger as duplicates."""
    repeated = pa.array(sorted(article_ids), pa.string())
    kept = dict(tables)
    for name in CHILDREN:
        kept[name] = tables[name].filter(pc.invert(pc.is_in(tables[name]["article_id"], repeated)))
    ledger = tables[LEDGER]
    is_repeat = pc.and_(pc.equal(ledger["outcome"], "accepted"), pc.is_in(ledger["article_id"], repeated))
    outcome = pc.if_else(is_repeat, "duplicate", ledger["outcome"])
    position = ledger.schema.get_field_index("outcome")
    kept[LEDGER] = ledger.set_column(position, ledger.schema.field(position), outcome.cast(pa.string()))
    return kept
