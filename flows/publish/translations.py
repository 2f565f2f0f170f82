"""Translation candidates: articles in two languages, days apart at most, that share their numbers and names."""

import duckdb

# Compared are articles whose days are in the same or the next window of this many days.
WINDOW_DAYS = 4
# A mark that more articles of a window share tells nothing about two of them.
RARE_UP_TO = 40
LEAST_RARE = 3
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
    con.execute("CREATE TABLE marked AS SELECT d, count(*) AS mark_count FROM marks GROUP BY d")
    con.execute(
        f"""
        CREATE TABLE translated AS
        WITH placed AS (
            SELECT m.m, m.d, s.language, s.time_window FROM marks m JOIN spoken s USING (d)
        ),
        rare AS (
            SELECT * FROM placed
            JOIN (SELECT m, time_window FROM placed GROUP BY m, time_window
                  HAVING count(*) BETWEEN 2 AND {RARE_UP_TO} AND min(language) < max(language)) USING (m, time_window)
        ),
        met AS (
            SELECT x.d AS a, y.d AS b, count(DISTINCT x.m) AS rare_count
            FROM rare x JOIN rare y ON x.m = y.m AND x.time_window = y.time_window AND x.d < y.d AND x.language <> y.language
            GROUP BY x.d, y.d HAVING count(DISTINCT x.m) >= {LEAST_RARE}
        )
        SELECT met.a, met.b, count(*) AS shared_count, count(*) FILTER (x.m % 2 = 0) AS number_count,
               least(any_value(p.mark_count), any_value(q.mark_count)) AS fewer,
               greatest(any_value(p.mark_count), any_value(q.mark_count)) AS more
        FROM met JOIN marks x ON x.d = met.a JOIN marks y ON y.d = met.b AND y.m = x.m
        JOIN marked p ON p.d = met.a JOIN marked q ON q.d = met.b
        GROUP BY met.a, met.b
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
