"""outlet_aliases: other names of outlets."""

from schemas.table import Column, Table

TABLE = Table(
    name="outlet_aliases",
    meaning="One row per other name of an outlet: abbreviations, former names, spellings. Case forms are not listed: they are generated.",
    layer="reference",
    key=("outlet_id", "alias"),
    may_be_empty=False,
    columns=(
        Column("outlet_id", "string", "the outlet", example="ukrainska-pravda", references=("outlets", "outlet_id")),
        Column("alias", "string", "the name, in the nominative", example="УП"),
        Column("languages", "list<string>", "languages whose case endings it takes; empty where it takes none", example=("ru", "uk")),
        Column("common_in", "list<string>", "languages in which the words also mean something else, so that the name needs quotation marks or a noun such as «газета»", example=()),
    ),
)
