"""source_month: who cites a source, by month."""

from schemas.index_columns import MONTH, SOURCE
from schemas.table import Column, Table

TABLE = Table(
    name="source_month",
    meaning="One row per source and month: how many articles of how many outlets cite it, directly or through others.",
    layer="release",
    key=("source_key", "month"),
    columns=(
        Column("source_key", "string", "the source: source_id, or source_name where it is not in the registry", example="kyodo-news"),
        *SOURCE,
        MONTH,
        Column("article_count", "int64", "articles that cite it", example=57, minimum=1),
        Column("outlet_count", "int64", "different known outlets among them", example=9, minimum=0),
        Column("direct_count", "int64", "articles that lean on it directly (hop 1)", example=40, minimum=0),
        Column("first_source_count", "int64", "articles in which a chain starts from it", example=52, minimum=0),
        Column("median_hop", "float64", "median of its least hop in each article", example=1.0, minimum=1),
        Column("top_outlets", "list<string>", "the five outlets with most articles that cite it, most first", example=("unn", "ukrinform")),
    ),
)
