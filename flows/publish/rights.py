"""What of a text may be published where its rights are not open: short phrases, too few and too short to rebuild it."""

import duckdb

from schemas.derive.checks import identifier
from schemas.derive.released import OPEN_BASES, PHRASE_WORDS

# Phrases that stand next to each other, up to so many characters apart, count as one.
TOUCHING = 3
# All phrases of a text together: this share of it, or one phrase where the text is short.
QUOTED_SHARE = 0.25
QUOTED_CHARACTERS_AT_LEAST = 80

# In scripts without spaces between words each character counts as one.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
WORD = rf"(?:[{_UNSPACED}]|(?:[^\P{{L}}{_UNSPACED}]|[\p{{N}}\p{{M}}_])+)"
_OPEN = ", ".join(f"'{basis}'" for basis in OPEN_BASES)

SPANS = (("citations", "source_as_given"), ("date_expressions", "as_given"), ("evidence", "as_given"))


def is_open(article: str = "a") -> str:
    """SQL that is true where the article's text may be published."""
    return f"{article}.rights_basis IN ({_OPEN})"


def word_count(value: str) -> str:
    """SQL for the number of words in a string."""
    return f"len(regexp_extract_all({value}, '{WORD}'))"


def cut(value: str) -> str:
    """SQL for the first words of a string, with … where any are left out."""
    # Not one expression with a count in it: RE2 would write the classes of letters out a dozen times.
    first = f"array_to_string(regexp_extract_all({value}, '[^\\p{{L}}\\p{{N}}\\p{{M}}_]*{WORD}')[1:{PHRASE_WORDS}], '')"
    return f"CASE WHEN {word_count(value)} > {PHRASE_WORDS} THEN {first} || ' …' ELSE {value} END"


def find_quotable(con: duckdb.DuckDBPyConnection) -> None:
    """Table quotable (article_id, char_start, char_end): spans whose words may be shown though the text may not.

    A span of more than PHRASE_WORDS words is never shown; nor are spans that touch and together come to more; and once
    the spans shown, in text order, reach QUOTED_SHARE of the text, no further ones are.
    """
    spans = " UNION ALL ".join(
        f"SELECT article_id, char_start, char_end, {identifier(column)} AS words FROM {table} WHERE char_start IS NOT NULL"
        for table, column in SPANS
    )
    con.execute(
        f"""
        CREATE TABLE quotable AS
        WITH short AS (
            SELECT s.article_id, s.char_start, s.char_end, {word_count("any_value(s.words)")} AS words
            FROM ({spans}) s JOIN articles a ON a.article_id = s.article_id
            WHERE NOT {is_open()} GROUP BY s.article_id, s.char_start, s.char_end
            HAVING {word_count("any_value(s.words)")} <= {PHRASE_WORDS}
        ),
        parted AS (
            SELECT *, coalesce(char_start > max(char_end) OVER (
                PARTITION BY article_id ORDER BY char_start, char_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) + {TOUCHING}, true) AS opens
            FROM short
        ),
        numbered AS (
            SELECT *, sum(CAST(opens AS INTEGER)) OVER (PARTITION BY article_id ORDER BY char_start, char_end) AS run FROM parted
        ),
        runs AS (
            SELECT article_id, run, min(char_start) AS run_start, max(char_end) - min(char_start) AS run_length
            FROM numbered GROUP BY article_id, run HAVING sum(words) <= {PHRASE_WORDS}
        ),
        spent AS (
            SELECT r.article_id, r.run, sum(r.run_length) OVER (PARTITION BY r.article_id ORDER BY r.run_start) AS so_far,
                   greatest({QUOTED_CHARACTERS_AT_LEAST}, {QUOTED_SHARE} * length(a.text)) AS allowed
            FROM runs r JOIN articles a USING (article_id)
        )
        SELECT n.article_id, n.char_start, n.char_end
        FROM numbered n JOIN spent s ON s.article_id = n.article_id AND s.run = n.run WHERE s.so_far <= s.allowed
        """
    )
