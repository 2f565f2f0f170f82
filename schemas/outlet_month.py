"""outlet_month: what an outlet's articles of a month lean on."""

from schemas.index_columns import MONTH
from schemas.table import Column, Rule, Table

TABLE = Table(
    name="outlet_month",
    meaning="One row per outlet and month: how many articles name their sources, how far it is to the first source, how much is reprinted.",
    layer="release",
    key=("outlet_id", "month"),
    columns=(
        Column("outlet_id", "string", "the outlet", example="unn"),
        MONTH,
        Column("article_count", "int64", "articles", example=420, minimum=1),
        Column("named_count", "int64", "articles that name at least one source other than themselves", example=380, minimum=0),
        Column("unnamed_only_count", "int64", "articles whose only sources are unnamed", example=12, minimum=0),
        Column("unsourced_count", "int64", "articles without any source other than themselves", example=28, minimum=0),
        Column("self_count", "int64", "articles that name the outlet itself as the source", example=31, minimum=0),
        Column("named_share", "float64", "named_count out of article_count", example=0.905, minimum=0, maximum=1),
        Column("unnamed_only_share", "float64", "unnamed_only_count out of article_count", example=0.029, minimum=0, maximum=1),
        Column("unsourced_share", "float64", "unsourced_count out of article_count", example=0.067, minimum=0, maximum=1),
        Column("median_hops", "float64", "median over articles with a source of the hops to the first source; null where none has one", example=1.0, nullable=True, minimum=1),
        Column("top_sources", "list<string>", "names of the five sources named in most articles, most used first", example=("Ukrinform", "Kyodo News")),
        Column("reprint_count", "int64", "articles that have a near-duplicate in another outlet", example=96, minimum=0),
        Column("reprint_share", "float64", "reprint_count out of article_count", example=0.229, minimum=0, maximum=1),
    ),
    rules=(Rule("parts_make_the_whole", "each article is counted once", "named_count + unnamed_only_count + unsourced_count = article_count"),),
)
