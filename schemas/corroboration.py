"""corroboration: how many outlets carry a cluster and from how many first sources their chains start."""

from schemas.table import Column, Rule, Table

TABLE = Table(
    name="corroboration",
    meaning="One row per cluster of near-duplicates: how many outlets carry it and how many independent origins it has.",
    layer="release",
    key=("cluster_id",),
    columns=(
        Column("cluster_id", "string", "article_id of the representative", example="0b9f3c5a7d1e2f40816253647586970a", references=("articles", "article_id")),
        Column("article_count", "int64", "articles in the cluster", example=14, minimum=2),
        Column("outlet_count", "int64", "different outlets among them, as far as known", example=12, minimum=0),
        Column("unknown_outlet_count", "int64", "articles whose outlet is not known", example=1, minimum=0),
        Column("origin_count", "int64", "different first sources that the chains of the articles start from", example=1, minimum=0),
        Column("origins", "list<string>", "names of the first sources, the most used first", example=("Interfax-Ukraine",)),
        Column("origin_source_ids", "list<string>", "their keys in the same order: cited_sources.source_id, or the name where it is not in the registry", example=("interfax-ukraine",)),
        Column("unsourced_count", "int64", "articles that name no source; they corroborate nothing", example=2, minimum=0),
        Column("lowest_similarity", "float64", "the least that a member has in common with the representative", example=0.71, minimum=0, maximum=1),
        Column("languages", "list<string>", "languages of the articles, sorted", example=("ru", "uk")),
        Column("first_published", "date", "earliest day on which one of them can have been published", example="2025-11-03", nullable=True),
        Column("last_published", "date", "latest day on which one of them can have been published", example="2025-11-04", nullable=True),
        Column("summary", "string", "the same in words", example="12 outlets, 1 origin: Interfax-Ukraine"),
    ),
    rules=(
        Rule("origins_are_counted", "the lists hold as many as the count says", "len(origins) = origin_count AND len(origin_source_ids) = origin_count"),
        Rule("outlets_fit", "there are not more outlets than articles", "outlet_count + unknown_outlet_count <= article_count"),
    ),
)
