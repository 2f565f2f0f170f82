"""The table coverage: outlet by day, what came and what its own history leads to expect."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.write.rejected_by_day import REJECTED_SQL, rejected_by_day
from flows.write.store import batch_files, replace_table, staging_folder
from schemas import articles, coverage
from schemas.derive.arrow import arrow_schema
from schemas.derive.duckdb_views import view_over_files

HISTORY_DAYS = 28
FEWEST_DAYS = 7
QUIET_AFTER_DAYS = 180
"""An outlet is followed for so long after its last article; then it counts as one that is no longer collected."""

UNLIKELY = 0.001
MEMORY_LIMIT = "512MB"


def _coverage_sql(rejected: str) -> str:
    """The query for the table; `rejected` is the one for outlet_id, day and n of `rejected_by_day`."""
    return f"""
WITH seen AS (
  SELECT outlet_id, CASE WHEN published_precision IN ('day', 'instant') THEN published_earliest ELSE received_at::DATE END AS day,
    count(*) AS n
  FROM articles WHERE outlet_id IS NOT NULL GROUP BY 1, 2
), span AS (
  SELECT outlet_id, min(day) AS first, least(max(day) + {QUIET_AFTER_DAYS}, (SELECT max(day) FROM seen)) AS last FROM seen GROUP BY 1
), days AS (
  SELECT outlet_id, first, unnest(generate_series(first, last, INTERVAL 1 DAY))::DATE AS day FROM span
), counted AS (
  SELECT d.outlet_id, d.day, d.day - d.first AS age, coalesce(s.n, 0) AS n,
    avg(coalesce(s.n, 0)) OVER (PARTITION BY d.outlet_id ORDER BY d.day ROWS BETWEEN {HISTORY_DAYS} PRECEDING AND 1 PRECEDING) AS mean
  FROM days d LEFT JOIN seen s USING (outlet_id, day)
), rejected AS ({rejected})
SELECT c.outlet_id, c.day, c.n::BIGINT AS article_count, coalesce(r.n, 0)::BIGINT AS rejected_count,
  CASE WHEN c.age >= {FEWEST_DAYS} THEN c.mean END AS expected_count,
  CASE WHEN c.age < {FEWEST_DAYS} THEN 'no_history'
    WHEN c.n = 0 AND exp(-c.mean) < {UNLIKELY} THEN 'quiet'
    -- Chernoff's bound on so few events where c.mean are expected (Poisson)
    WHEN c.n > 0 AND c.n < c.mean AND exp(-c.mean) * pow(exp(1) * c.mean / c.n, c.n) < {UNLIKELY} THEN 'low'
    ELSE 'expected' END AS status
FROM counted c LEFT JOIN rejected r USING (outlet_id, day)
ORDER BY c.outlet_id, c.day
"""


COVERAGE_SQL = _coverage_sql(REJECTED_SQL)
"""The table by views of articles and raw_articles alone."""


@dataclass(frozen=True, slots=True)
class QuietOutlet:
    """An outlet from which nothing came on the dataset's last days, though something was to be expected."""

    outlet_id: str
    last_day: str
    expected_per_day: float


def write_coverage(processed: Path) -> tuple[QuietOutlet, ...]:
    """Write the table anew from all batches; the outlets that have gone quiet, those of whom most was expected first."""
    spill = str(staging_folder(processed.resolve()) / "coverage")
    bounds = {"threads": "2", "memory_limit": MEMORY_LIMIT, "temp_directory": spill, "preserve_insertion_order": "false"}
    with duckdb.connect(config=bounds) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("rejected_by_day", rejected_by_day(connection, processed))
        connection.execute(view_over_files(articles.TABLE, [str(f.resolve()) for f in batch_files(processed, "articles")]))
        rows = connection.sql(_coverage_sql("FROM rejected_by_day")).to_arrow_table()
        connection.register("coverage", rows)
        quiet = connection.execute(
            "SELECT outlet_id, strftime(max(day) FILTER (article_count > 0), '%Y-%m-%d'), max_by(expected_count, day) FROM coverage "
            "GROUP BY 1 HAVING max_by(status, day) = 'quiet' AND max(day) = (SELECT max(day) FROM coverage) ORDER BY 3 DESC, 1"
        ).fetchall()
    replace_table(processed, "coverage", rows.cast(arrow_schema(coverage.TABLE)), "coverage")
    return tuple(QuietOutlet(*row) for row in quiet)
