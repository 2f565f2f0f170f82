"""Translation candidates: articles in two languages, days apart at most, that share their numbers and names."""

import duckdb

# Compared are articles whose days are in the same or the next window of this many days.
WINDOW_DAYS = 4
# Two articles are compared where they share a number that few articles of the window have, or some names that fewer have:
# the consonants of names are common, and pairs that share one would grow with the square of the articles.
RARE_NUMBER_UP_TO = 20
RARE_NAME_UP_TO = 8
LEAST_RARE_NAMES = 3
LEAST_NUMBERS = 2
LEAST_NAMES = 3
LEAST_SHARE = 0.6
# A list of everything holds the marks of anything: the shorter has at least this share of the marks of the longer.
LEAST_SIZE_RATIO = 0.35


def find_translations(con: duckdb.DuckDBPyConnection) -> None:
    """Adds the candidates to `pairs`: kind translation, similarity the share of the marks of the text with fewer.

    The marks are those of `marks`; those that stand in many articles of the time are not enough to bring two together.
    """
    con.execute(
        f"""
        CREATE TABLE spoken AS
        SELECT d, min(article_id) AS article_id, split_part(min(language), '-', 1) AS language,
               unnest([datediff('day', DATE '1900-01-01', min(day)) // {WINDOW_DAYS} + k for k in [0, 1]]) AS time_window
        FROM doc_articles WHERE language <> 'und' GROUP BY d HAVING count(DISTINCT split_part(language, '-', 1)) = 1
        """
    )
    con.execute("CREATE TABLE marked AS SELECT d, list(m) AS all_marks FROM marks GROUP BY d")
    con.execute(
        f"""
        CREATE TABLE translated AS
        WITH placed AS (
            SELECT m.m, m.d, s.language, s.time_window FROM marks m JOIN spoken s USING (d)
        ),
        rare AS (
            SELECT * FROM placed
            JOIN (SELECT m, time_window FROM placed GROUP BY m, time_window
                  HAVING count(*) BETWEEN 2 AND CASE WHEN m % 2 = 0 THEN {RARE_NUMBER_UP_TO} ELSE {RARE_NAME_UP_TO} END
                    AND min(language) < max(language)) USING (m, time_window)
        ),
        met AS (
            SELECT x.d AS a, y.d AS b
            FROM rare x JOIN rare y ON x.m = y.m AND x.time_window = y.time_window AND x.d < y.d AND x.language <> y.language
            GROUP BY x.d, y.d
            HAVING count(*) FILTER (x.m % 2 = 0) > 0 OR count(DISTINCT x.m) >= {LEAST_RARE_NAMES}
        )
        SELECT a, b, len(shared) AS shared_count, len(list_filter(shared, lambda m: m % 2 = 0)) AS number_count, fewer, more
        FROM (SELECT met.a, met.b, list_intersect(p.all_marks, q.all_marks) AS shared,
                     least(len(p.all_marks), len(q.all_marks)) AS fewer, greatest(len(p.all_marks), len(q.all_marks)) AS more
              FROM met JOIN marked p ON p.d = met.a JOIN marked q ON q.d = met.b)
        """
    )
    con.execute(
        f"""
        INSERT INTO pairs
        SELECT least(p.article_id, q.article_id), greatest(p.article_id, q.article_id), 'translation',
               round(shared_count / fewer, 6), NULL, NULL, shared_count, NULL
        FROM translated t JOIN docs p ON p.d = t.a JOIN docs q ON q.d = t.b
        WHERE number_count >= {LEAST_NUMBERS} AND shared_count - number_count >= {LEAST_NAMES}
          AND shared_count >= {LEAST_SHARE} * fewer AND fewer >= {LEAST_SIZE_RATIO} * more
          AND NOT EXISTS (FROM measured m WHERE m.a = t.a AND m.b = t.b)
        """
    )
