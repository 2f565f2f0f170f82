"""Which batches a rebuild reads again."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from flows.publish.query import QueryError, dataset_files, sandbox
from flows.write.store import committed_batches


@dataclass(frozen=True, slots=True)
class Selection:
    """What a rebuild is asked for; conditions add up, none of them means everything.

    `since` is the day from which articles were received, `where` an SQL condition on a row of articles,
    `is_rejected` asks for batches with rejected raw articles, of the `reason` where one is given.
    """

    since: datetime.date | None = None
    outlet_id: str | None = None
    where: str | None = None
    is_rejected: bool = False
    reason: str | None = None


def selected_batches(processed: Path, selection: Selection) -> tuple[str, ...]:
    """Ids of the batches with a raw article that meets the conditions; QueryError where `where` is no condition."""
    if selection == Selection():
        return tuple(committed_batches(processed))
    conditions, values = ["true"], []
    if selection.since:
        conditions.append("l.received_at >= ?")
        values.append(datetime.datetime.combine(selection.since, datetime.time(), datetime.UTC))
    if selection.outlet_id:
        conditions.append("l.article_id IN (SELECT article_id FROM articles WHERE outlet_id = ?)")
        values.append(selection.outlet_id)
    if selection.is_rejected:
        conditions.append("l.outcome = 'rejected'")
    if selection.reason:
        conditions.append("(l.raw_path, l.raw_id) IN (SELECT (raw_path, raw_id) FROM rejected_articles WHERE reason = ?)")
        values.append(selection.reason)
    if selection.where:
        conditions.append(f"l.article_id IN (SELECT article_id FROM articles WHERE {selection.where}\n)")
    sql = f"SELECT DISTINCT l.batch_id FROM raw_articles l WHERE {' AND '.join(conditions)} ORDER BY 1"
    with sandbox(dataset_files(processed)) as connection:
        try:
            return tuple(row[0] for row in connection.execute(sql, values).fetchall())
        except Exception as error:
            raise QueryError(f"--where {selection.where}: {error}") from error
