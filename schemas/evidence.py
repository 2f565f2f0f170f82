"""evidence: why each normalized value is what it is."""

from schemas.table import Column, Rule, Span, Table

TABLE = Table(
    name="evidence",
    meaning="For each normalized value of an article the words it came from and the rule that read it.",
    layer="store",
    key=("article_id", "position"),
    span=Span("as_given", "char_start", "char_end"),
    columns=(
        Column("article_id", "string", "the article", example="0b9f3c5a7d1e2f40816253647586970a", references=("articles", "article_id")),
        Column("position", "int32", "counts from 0 within the article", example=0, minimum=0),
        Column(
            "column", "string",
            "the value explained: a column of articles, or table[position] for a citation or date expression; `citations` alone for whom a post was forwarded from",
            example="outlet_id",
        ),
        Column("value", "string", "the value as text; null where the rule says why there is none", example="unn", nullable=True),
        Column("as_given", "string", "the words or the metadata it came from; null where it is derived from what is not in the text", example="УНН", nullable=True),
        Column("char_start", "int32", "first character of the words in `articles.text`; null where they are not in the text", example=92, nullable=True, unit="code points", minimum=0),
        Column("char_end", "int32", "one past their last character", example=95, nullable=True, unit="code points", minimum=1),
        Column("rule", "string", "the rule that read it", example="dateline.bullet", pattern="[a-z0-9_]+(\\.[a-z0-9_-]+)*"),
        Column("confidence", "float64", "1 for certain; how far the rule is trusted, not a probability", example=0.95, minimum=0, maximum=1),
    ),
    rules=(
        Rule("span_is_whole", "both ends of a span or neither", "(char_start IS NULL) = (char_end IS NULL)"),
        Rule("span_in_order", "a span ends after it starts", "char_start IS NULL OR char_start < char_end"),
    ),
)
