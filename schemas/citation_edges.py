"""citation_edges: which outlet cites which source, by month."""

from schemas.index_columns import MONTH, SOURCE
from schemas.table import Column, Rule, Table

TABLE = Table(
    name="citation_edges",
    meaning="One row per outlet, source and month in which the outlet named the source: how often, and where.",
    layer="release",
    key=("outlet_id", "source_key", "month"),
    columns=(
        Column("outlet_id", "string", "the citing outlet", example="unn"),
        Column("source_key", "string", "the cited source: source_id, or source_name where it is not in the registry", example="kyodo-news"),
        *SOURCE,
        MONTH,
        Column("article_count", "int64", "articles of the outlet in the month that cite the source", example=17, minimum=1),
        Column("mention_count", "int64", "citations of it in these articles", example=21, minimum=1),
        Column("direct_count", "int64", "articles that lean on it directly (hop 1)", example=15, minimum=0),
        Column("share", "float64", "article_count out of all the outlet's articles in the month", example=0.04, minimum=0, maximum=1),
        Column("first_article_id", "string", "first of the articles by date", example="0b9f3c5a7d1e2f40816253647586970a", references=("articles", "article_id")),
        Column("last_article_id", "string", "last of the articles by date", example="7d1e2f40816253647586970a0b9f3c5a", references=("articles", "article_id")),
    ),
    rules=(Rule("mentions_fit", "an article has at least one mention", "mention_count >= article_count AND direct_count <= article_count"),),
)
