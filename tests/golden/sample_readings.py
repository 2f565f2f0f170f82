"""What is read from our own sample articles, as lines for people: `python -m tests.golden.sample_readings` rewrites them.

Written to tests/golden/sample.txt; tests/end_to_end/test_golden.py compares, so that a lost source or date is seen at once.
"""

import tempfile
from pathlib import Path

import duckdb

GOLDEN = Path(__file__).with_name("sample.txt")
_ARTICLES = """
SELECT min(r.raw_path), a.article_id, a.outlet_id, a.published_edtf
FROM read_parquet('{0}/articles/*.parquet') a JOIN read_parquet('{0}/raw_articles/*.parquet') r USING (article_id)
GROUP BY ALL ORDER BY 1, 2"""
_CITATIONS = """
SELECT article_id, concat_ws(' | ', role, source_as_given, source_name, coalesce(channel, '-'), 'hop ' || hop, 'via ' || coalesce(via_position::VARCHAR, '-'))
    || if(is_background, ' | background', '')
FROM read_parquet('{0}/citations/*.parquet') ORDER BY article_id, position"""
_DATES = """
SELECT article_id, concat_ws(' | ', 'date', as_given, coalesce(edtf, '-'))
FROM read_parquet('{0}/date_expressions/*.parquet') ORDER BY article_id, position"""


def readings(processed: Path) -> str:
    """The publisher, citations and dates of every article of a store, article by article."""
    with duckdb.connect() as connection:
        articles, citations, dates = (connection.execute(sql.format(processed)).fetchall() for sql in (_ARTICLES, _CITATIONS, _DATES))
    lines: dict[str, list[str]] = {}
    for article_id, line in (*citations, *dates):
        lines.setdefault(article_id, []).append("  " + line.replace("\n", " ⏎ "))
    blocks = [
        "\n".join([f"{path}: {outlet or 'outlet unknown'}, {published or 'undated'}", *lines.get(article_id, ())])
        for path, article_id, outlet, published in articles
    ]
    return "\n\n".join(blocks) + "\n"


def main() -> None:
    """Build the sample and write down what is read from it."""
    from tests.end_to_end.conftest import ROOT, dateline

    with tempfile.TemporaryDirectory() as folder:
        dateline("run", "--direct", "--raw", str(ROOT / "data" / "raw"), "--processed", folder, "--format", "json")
        GOLDEN.write_text(readings(Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
