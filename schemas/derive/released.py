"""A Table as it stands in a release: texts only where rights allow, nothing that depends on how batches were cut."""

from dataclasses import replace

from schemas.articles import RIGHTS_BASES
from schemas.dataset import TABLES
from schemas.table import Column, Rule, Table

OPEN_BASES = tuple(basis for basis in RIGHTS_BASES if basis != "unknown")
PHRASE_WORDS = 12

# Written by runs: they say how batches were cut, not what the articles say.
NOT_RELEASED = ("raw_files", "runs")
PARTITIONED = ("articles", "citations", "date_expressions", "evidence")

_WITHHELD = f"; null where the text may not be published and the words are more than {PHRASE_WORDS} or would let it be put together"
_CUT = f"; cut to {PHRASE_WORDS} words and … where the text may not be published"

# What rights can take away or cut: (table, column) → what the meaning gains, whether it can become null.
_LIMITED: dict[tuple[str, str], tuple[str, bool]] = {
    ("articles", "text"): ("; null where rights_basis does not allow publishing it: text_sha256 says which text the offsets refer to", True),
    ("articles", "title"): (_CUT, True),
    ("articles", "byline"): (_CUT, True),
    ("articles", "outlet_as_given"): (_CUT, True),
    ("articles", "dateline_place"): (_CUT, True),
    ("citations", "source_as_given"): (_WITHHELD, True),
    ("citations", "source_name"): (_CUT, False),
    ("citations", "cue"): (_CUT, True),
    ("date_expressions", "as_given"): (_WITHHELD, True),
    ("evidence", "as_given"): (_WITHHELD, True),
    ("evidence", "value"): (_CUT, True),
}

_CHAR_COUNT = Column("char_count", "int64", "length of the text, so that offsets can be checked without it", example=1800, unit="code points", minimum=1)


def released(table: Table) -> Table:
    """The table as a release holds it: the declared one, with what rights and canonical form change."""
    columns = tuple(_released_column(table.name, c) for c in table.columns if c.name != "batch_id")
    rules = table.rules
    if table.name == "articles":
        columns = (*columns, _CHAR_COUNT)
        bases = ", ".join(f"'{basis}'" for basis in OPEN_BASES)
        rules = (*rules, Rule("text_where_rights_allow", "a text stands where its rights allow it, and only there", f"(text IS NOT NULL) = (rights_basis IN ({bases}))"))
    return replace(table, columns=columns, rules=rules)


def _released_column(table: str, column: Column) -> Column:
    limited = _LIMITED.get((table, column.name))
    if limited is None:
        return column
    addition, may_be_null = limited
    return replace(column, meaning=column.meaning + addition, nullable=column.nullable or may_be_null)


def released_tables() -> tuple[Table, ...]:
    """Every table of a release, in the order in which people read about them."""
    return tuple(released(t) for t in TABLES if t.name not in NOT_RELEASED)


def cut_columns(table: str) -> tuple[str, ...]:
    """Columns of the table that are cut to a phrase where the text may not be published."""
    return tuple(column for (of, column), (meaning, _) in _LIMITED.items() if of == table and meaning == _CUT)
