"""articles: one row per accepted article."""

from schemas.table import Column, Rule, Table

RIGHTS_BASES = ("cc", "public_domain", "official", "own", "permission", "unknown")
PARAGRAPH_ROLES = ("headline", "dateline", "byline", "lead", "body", "quote", "recap", "subscription", "credit")
PRECISIONS = ("instant", "day", "month", "year", "interval", "none")

TABLE = Table(
    name="articles",
    meaning="One row per accepted article: who published it, when, and its text.",
    layer="store",
    key=("article_id",),
    may_be_empty=False,
    columns=(
        Column(
            "article_id", "string",
            "32 hex digits of the SHA-256 over the canonical URL (or nothing) and the normalized text; "
            "does not depend on rules or registry",
            example="0b9f3c5a7d1e2f40816253647586970a", pattern="[0-9a-f]{32}",
        ),
        Column(
            "raw_id", "string", "SHA-256 of the raw bytes of the record the article was read from",
            example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", pattern="[0-9a-f]{64}",
            references=("raw_articles", "raw_id"),
        ),
        Column(
            "outlet_id", "string",
            "who published it: a key of outlets, or the bare host name where the URL's host (or a host given as the outlet) is not in the registry",
            example="unn", nullable=True, pattern="[a-z0-9][a-z0-9.-]*",
        ),
        Column("outlet_as_given", "string", "the words that gave the outlet away", example="Київ • УНН", nullable=True),
        Column("title", "string", "headline; null where the text has none", example="Рада ухвалила закон", nullable=True),
        Column(
            "text", "string",
            "normalized text (NFC, line ends, no invisible characters), the one that spans refer to",
            example="Рада ухвалила закон\nКиїв • УНН\n…",
        ),
        Column(
            "language", "string", "language of the text, BCP 47; und where it cannot be told",
            example="uk", pattern="[a-z]{2,3}(-[A-Za-z0-9]+)*",
        ),
        Column("url", "string", "canonical URL where one came with the article", example="https://unn.ua/news/1", nullable=True),
        Column("byline", "string", "author as given", example="Олена Коваль", nullable=True),
        Column("dateline_place", "string", "place in the dateline, as given", example="Київ", nullable=True),
        Column(
            "published_edtf", "string",
            "publication date as EDTF (ISO 8601-2); null where nothing is known", example="2025-11-03", nullable=True,
        ),
        Column(
            "published_earliest", "date", "first day on which it can have been published",
            example="2025-11-03", nullable=True,
        ),
        Column(
            "published_latest", "date", "last day on which it can have been published",
            example="2025-11-03", nullable=True,
        ),
        Column(
            "published_at", "timestamp", "instant of publication, only where one with a zone was given",
            example="2025-11-03T09:30:00Z", nullable=True, unit="UTC",
        ),
        Column(
            "published_precision", "string", "how exactly the publication date is known",
            example="day", values=PRECISIONS,
        ),
        Column(
            "modified_at", "timestamp", "when its publisher last changed it, only where an instant with a zone was given",
            example="2025-11-03T11:00:00Z", nullable=True, unit="UTC",
        ),
        Column(
            "received_at", "timestamp", "when the raw article reached us, from its provenance",
            example="2025-11-03T10:00:00Z", unit="UTC",
        ),
        Column(
            "paragraph_roles", "list<string>",
            "the part that each line of `text` with words in it plays, in text order: " + ", ".join(PARAGRAPH_ROLES)
            + "; null where it was read before this was told",
            example=("headline", "lead", "body", "recap"), nullable=True,
        ),
        Column("text_sha256", "string", "SHA-256 of `text` in UTF-8", example="2c26b46b68ffc68ff99b453c1d3041341342d706483bfa0f98a5e886266e7ae0", pattern="[0-9a-f]{64}"),
        Column(
            "cluster_id", "string", "near-duplicates share it; set in releases, null in the store",
            example="0b9f3c5a7d1e2f40816253647586970a", nullable=True,
        ),
        Column(
            "rights_basis", "string", "why the text may or may not be published",
            example="cc", values=RIGHTS_BASES,
        ),
    ),
    rules=(
        Rule(
            "published_interval_in_order", "the interval's ends are in order",
            "published_earliest IS NULL OR published_latest IS NULL OR published_earliest <= published_latest",
        ),
        Rule(
            "instant_has_published_at", "an instant is given exactly where the precision says so",
            "(published_precision = 'instant') = (published_at IS NOT NULL)",
        ),
        Rule(
            "day_is_one_day", "precision day means one day",
            "published_precision NOT IN ('day', 'instant') OR published_earliest = published_latest",
        ),
        Rule("outlet_has_words", "an outlet has the words that gave it away", "outlet_id IS NULL OR outlet_as_given IS NOT NULL"),
    ),
)
