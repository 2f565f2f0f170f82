"""cited_source_aliases: other names of cited sources that are not outlets."""

from schemas.table import Column, Table

TABLE = Table(
    name="cited_source_aliases",
    meaning="One row per other name of a source that is no outlet. Case forms are not listed: they are generated.",
    layer="reference",
    key=("source_id", "alias"),
    may_be_empty=False,
    columns=(
        Column("source_id", "string", "the source", example="sbu", references=("cited_sources", "source_id")),
        Column("alias", "string", "the name, in the nominative", example="СБУ"),
        Column("languages", "list<string>", "languages whose case endings it takes; empty where it takes none", example=("ru", "uk")),
        Column("common_in", "list<string>", "languages in which the words also mean something else", example=()),
    ),
)
