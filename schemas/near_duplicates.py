"""near_duplicates: verified pairs of articles that share their words, and candidates for translations."""

from schemas.table import Column, Rule, Table

KINDS = ("exact", "near", "partial", "translation")
DIRECTION_BASES = ("cited", "published")

TABLE = Table(
    name="near_duplicates",
    meaning=(
        "Pairs of articles with the same words (exact), with at least half of all their 5-word shingles in common (near), "
        "one with at least half of its shingles inside the longer other (partial), or in two languages with the same "
        "numbers, names and quotes (translation, a candidate). Measured on the texts."
    ),
    layer="release",
    key=("article_id", "other_article_id"),
    columns=(
        Column("article_id", "string", "one article: the one whose id sorts first", example="0b9f3c5a7d1e2f40816253647586970a", references=("articles", "article_id")),
        Column("other_article_id", "string", "the other article", example="7d1e2f40816253647586970a0b9f3c5a", references=("articles", "article_id")),
        Column("kind", "string", "how they are alike", example="near", values=KINDS),
        Column(
            "similarity", "float64",
            "shingles in common out of all shingles of both, boilerplate left out (Jaccard); for a translation the share "
            "of numbers, names and quotes in common",
            example=0.83, minimum=0, maximum=1,
        ),
        Column(
            "contained_share", "float64",
            "shingles in common out of those of the shorter text, boilerplate left out; null for a translation",
            example=0.91, nullable=True, minimum=0, maximum=1,
        ),
        Column(
            "text_similarity", "float64", "the same as similarity with boilerplate counted; null for a translation",
            example=0.8, nullable=True, minimum=0, maximum=1,
        ),
        Column("shared_count", "int64", "shingles in common, boilerplate left out; for a translation the numbers, names and quotes in common", example=212, minimum=0),
        Column(
            "contained_article_id", "string", "for a partial pair the shorter one, whose text stands in the other",
            example="7d1e2f40816253647586970a0b9f3c5a", nullable=True,
        ),
        Column(
            "first_article_id", "string", "the one that was there first, where evidence says so; null where it says nothing or contradicts itself",
            example="0b9f3c5a7d1e2f40816253647586970a", nullable=True,
        ),
        Column(
            "first_because", "string", "cited: the other names its outlet as a source; published: it was published before the other",
            example="cited", nullable=True, values=DIRECTION_BASES,
        ),
    ),
    rules=(
        Rule("ids_in_order", "the pair is written once", "article_id < other_article_id"),
        Rule("exact_is_whole", "an exact pair has all in common", "kind <> 'exact' OR similarity = 1"),
        Rule("near_is_half", "a near pair has at least half in common", "kind <> 'near' OR similarity >= 0.5"),
        Rule("partial_is_half", "at least half of a contained text stands in the other", "kind <> 'partial' OR (contained_share >= 0.5 AND contained_article_id IS NOT NULL)"),
        Rule("first_has_reason", "a direction has its reason", "(first_article_id IS NULL) = (first_because IS NULL)"),
        Rule("first_is_one_of_them", "the first is one of the pair", "first_article_id IS NULL OR first_article_id IN (article_id, other_article_id)"),
    ),
)
