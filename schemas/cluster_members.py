"""cluster_members: which article belongs to which cluster of near-duplicates, and how close it is to the representative."""

from schemas.table import Column, Rule, Table

LINKS = ("representative", "exact", "near", "contains")

TABLE = Table(
    name="cluster_members",
    meaning=(
        "One row per article in a cluster of near-duplicates. No chaining: each member is measured against the cluster's "
        "representative itself, and shares at least half of all shingles with it or contains 80 % of its shingles. An "
        "article that is close to other members only stands in near_duplicates alone."
    ),
    layer="release",
    key=("article_id",),
    columns=(
        Column("cluster_id", "string", "article_id of the representative", example="0b9f3c5a7d1e2f40816253647586970a", references=("articles", "article_id")),
        Column("article_id", "string", "the member", example="7d1e2f40816253647586970a0b9f3c5a", references=("articles", "article_id")),
        Column("link", "string", "what binds it to the representative: the same words, near, or it contains the representative's text", example="near", values=LINKS),
        Column("similarity", "float64", "to the representative: share of shingles in common, or, where it contains it, the share of the representative's", example=0.83, minimum=0, maximum=1),
        Column("origin_source_ids", "list<string>", "the first sources that its chains start from, followed through the cluster; empty where it names none", example=("interfax-ukraine",)),
    ),
    rules=(
        Rule("close_to_representative", "a member is close to its representative", "similarity >= CASE link WHEN 'near' THEN 0.5 WHEN 'contains' THEN 0.8 ELSE 1 END"),
        Rule("representative_is_itself", "the representative gives the cluster its id", "(link = 'representative') = (cluster_id = article_id)"),
    ),
)
