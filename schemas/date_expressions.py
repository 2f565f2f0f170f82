"""date_expressions: one row per date or time expression in the text."""

from schemas.articles import PRECISIONS
from schemas.table import Column, Rule, Span, Table

TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
TIMEX_MODS = ("START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE")

TABLE = Table(
    name="date_expressions",
    meaning="One row per date or time expression in the text, in text order (TIMEX3 of ISO-TimeML, EDTF of ISO 8601-2).",
    layer="store",
    key=("article_id", "position"),
    span=Span("as_given", "char_start", "char_end"),
    columns=(
        Column("article_id", "string", "the article it stands in", example="0b9f3c5a7d1e2f40816253647586970a", references=("articles", "article_id")),
        Column("position", "int32", "counts from 0 in text order", example=0, minimum=0),
        Column("as_given", "string", "the exact words", example="в середине сентября"),
        Column("char_start", "int32", "first character in `articles.text`", example=120, unit="code points", minimum=0),
        Column("char_end", "int32", "one past its last character", example=139, unit="code points", minimum=1),
        Column("timex_type", "string", "TIMEX3 type", example="DATE", values=TIMEX_TYPES),
        Column("timex_value", "string", "TIMEX3 value; unknown digits are X", example="XXXX-09", nullable=True),
        Column("timex_mod", "string", "TIMEX3 modifier", example="MID", nullable=True, values=TIMEX_MODS),
        Column("edtf", "string", "the same in EDTF; unknown digits are X", example="XXXX-09-11~/XXXX-09-20~", nullable=True),
        Column("earliest", "date", "first day it can mean; null where the year is unknown", example="2025-09-11", nullable=True),
        Column("latest", "date", "last day it can mean; null where the year is unknown or the end is open", example="2025-09-20", nullable=True),
        Column("precision", "string", "how exact it is", example="interval", values=PRECISIONS),
        Column("is_background", "bool", "whether it stands in a recap", example=True),
    ),
    rules=(
        Rule("span_in_order", "a span ends after it starts", "char_start < char_end"),
        Rule("interval_in_order", "the interval's ends are in order", "earliest IS NULL OR latest IS NULL OR earliest <= latest"),
        Rule("unknown_parts_make_no_day", "an expression with unknown digits has no day", "edtf IS NULL OR edtf NOT LIKE 'XXXX%' OR (earliest IS NULL AND latest IS NULL)"),
    ),
)
