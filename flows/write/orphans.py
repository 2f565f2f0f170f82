"""Duplicates whose article went away when its batch was read again."""

from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.write.article_ids import ArticleIds
from flows.write.store import LEDGER, batch_files


def batches_with_orphans(processed: Path) -> list[str]:
    """Batches with a duplicate of an article that no batch has: they are to be read again, which accepts it there."""
    known = ArticleIds.load(batch_files(processed, "articles"))
    found = []
    for path in batch_files(processed, LEDGER):
        table = pq.read_table(path, columns=["outcome", "article_id"])
        repeated = table.filter(pc.equal(table["outcome"], "duplicate"))["article_id"].combine_chunks()
        if len(known.among(repeated)) < len(repeated):
            found.append(path.stem)
    return found
