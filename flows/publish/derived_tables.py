"""All that a release derives from the store, in one DuckDB database: near-duplicates, clusters, corroboration, citation index."""

from pathlib import Path

import duckdb

from flows.publish.citation_index import write_citation_index
from flows.publish.clusters import find_clusters
from flows.publish.corroboration import write_corroboration
from flows.publish.direction import write_near_duplicates
from flows.publish.how_far import At, untold
from flows.publish.near_duplicates import find_near_duplicates
from flows.publish.store_view import ReadAgain, load_store
from flows.publish.translations import find_translations
from flows.write.store import batch_files

FACTS = (
    "SELECT article_id, outlet_id, language, coalesce(published_earliest, CAST(received_at AS DATE)) AS day, "
    "published_earliest, rights_basis FROM articles"
)


def derive_tables(
    con: duckdb.DuckDBPyConnection, processed: Path, work: Path, kept: Path, workers: int = 1, read_again: ReadAgain | None = None,
    at: At = untold,
) -> None:
    """The views of `load_store` and the derived tables of schemas/, one table each, in the database.

    `work` is a folder for what is too big for memory; `kept` holds sketches and measured pairs between releases.
    """
    load_store(con, processed, work, read_again)
    con.execute(f"CREATE TABLE facts AS {FACTS}")
    find_near_duplicates(con, batch_files(processed, "articles"), "FROM facts", work, kept, workers=workers, at=at)
    find_clusters(con)
    find_translations(con)
    write_near_duplicates(con)
    write_corroboration(con)
    write_citation_index(con)
