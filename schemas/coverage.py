"""coverage: how much came from each outlet on each day, against what its own history leads to expect."""

from schemas.table import Column, Rule, Table

STATUSES = ("expected", "low", "quiet", "no_history")

TABLE = Table(
    name="coverage",
    meaning="One row per outlet and day, from its first to the dataset's last: what came, and what was to be expected. Days are days of publication, of receipt where that is unknown.",
    layer="operation",
    key=("outlet_id", "day"),
    columns=(
        Column("outlet_id", "string", "the outlet", example="unn"),
        Column("day", "date", "day of publication; of receipt where the publication day is unknown", example="2025-11-03"),
        Column("article_count", "int64", "articles accepted", example=41, minimum=0),
        Column("rejected_count", "int64", "raw articles rejected that lay in files from which only this outlet came, by day of receipt", example=0, minimum=0),
        Column("expected_count", "float64", "mean number of articles on the 28 days before; null in an outlet's first 7 days", example=39.5, nullable=True, minimum=0),
        Column(
            "status", "string",
            "quiet: nothing came, which chance explains less than once in a thousand days; low: so little came; no_history: too few days to tell",
            example="expected", values=STATUSES,
        ),
    ),
    rules=(
        Rule("quiet_is_empty", "a quiet day has no articles", "status <> 'quiet' OR article_count = 0"),
        Rule("history_is_stated", "without history nothing is expected", "(status = 'no_history') = (expected_count IS NULL)"),
    ),
)
