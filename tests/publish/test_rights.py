"""Texts whose rights are not open cannot be put together from a release."""

import re

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.publish.build_release import build_release
from flows.publish.rights import cut, word_count
from schemas import evidence
from schemas.derive.arrow import arrow_schema

WORDS = 12
TEXT = (
    "Депутаты на вечернем заседании приняли во втором чтении закон о сельских библиотеках и школах, передает агентство Вестник. "
    "Документ вступит в силу с первого января, сказала Мария Пекарь. "
    "Раньше на такие цели денег в местных бюджетах почти не было, поэтому книги покупали сами жители. "
    "Теперь каждая община получит по двести тысяч, а большие города добавят столько же из своих средств."
)


@pytest.fixture
def released(make_store, release_options, tmp_path):
    """released(spans, rights) → a release of one article whose evidence quotes the spans."""

    def build(spans: list[tuple[int, int]], rights_basis: str = "unknown"):
        title = TEXT[: TEXT.index(",")]
        cited = {"words": "агентство Вестник", "id": "vestnik", "name": "Vestnik", "cue": "передает"}
        store = make_store([{"text": TEXT, "title": title, "outlet": "a", "rights_basis": rights_basis, "cites": [cited]}])
        [path] = (store / "evidence").iterdir()
        [row] = pq.read_table(path).to_pylist()
        rows = [
            {**row, "position": i, "column": "title", "value": TEXT[s:e], "as_given": TEXT[s:e], "char_start": s, "char_end": e}
            for i, (s, e) in enumerate(spans)
        ]
        pq.write_table(pa.Table.from_pylist(rows, schema=arrow_schema(evidence.TABLE)), path)
        return build_release(store, tmp_path / "releases", release_options()).path

    return build


def read(release, sql: str) -> list[tuple]:
    with duckdb.connect() as con:
        con.execute(f"SET VARIABLE dateline = '{release}'")
        con.execute((release / "dateline.sql").read_text())
        return con.execute(sql).fetchall()


def word_spans() -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\w+", TEXT)]


def test_an_open_text_is_there_with_all_its_words(released):
    release = released([(0, 90)], "cc")
    assert read(release, "SELECT text FROM articles") == [(TEXT,)]
    assert read(release, "SELECT as_given FROM evidence") == [(TEXT[:90],)]


def test_a_closed_text_is_not_there_but_its_hash_length_and_offsets_are(released):
    release = released([(0, 90)])
    assert read(release, "SELECT text, char_count, length(text_sha256) FROM articles") == [(None, len(TEXT), 64)]
    assert read(release, "SELECT as_given, char_start, char_end FROM evidence") == [(None, 0, 90)]
    assert read(release, "SELECT source_as_given, cue FROM citations") == [("агентство Вестник", "передает")]


def test_a_long_headline_is_cut(released):
    release = released([])
    [(title,)] = read(release, "SELECT title FROM articles")
    assert title.endswith(" …") and len(re.findall(r"\w+", title)) == WORDS


@pytest.mark.parametrize("size", [1, 3, 6, 12])
def test_all_phrases_together_do_not_give_the_text_back(released, size):
    """A rule engine that quotes every word of the text, in phrases of any size, overlapping by half."""
    places = word_spans()
    step = max(1, size // 2)
    release = released([(places[i][0], places[min(i + size, len(places)) - 1][1]) for i in range(0, len(places), step)])
    shown = [False] * len(TEXT)
    for table, given in (("evidence", "as_given"), ("citations", "source_as_given")):
        for start, end in read(release, f"SELECT char_start, char_end FROM {table} WHERE {given} IS NOT NULL"):
            shown[start:end] = [True] * (end - start)
    assert sum(shown) <= max(80, 0.25 * len(TEXT))
    runs, run = [], 0
    for start, end in places:
        run = run + 1 if all(shown[start:end]) else 0
        runs.append(run)
    assert max(runs) <= WORDS


def test_words_are_counted_in_every_script():
    with duckdb.connect() as con:
        for text, count in (("Рада ухвалила — 2-й, закон", 5), ("a_b c", 2), ("東京tower 開業", 5), ("naïve café", 2), ("", 0)):
            assert con.execute(f"SELECT {word_count('?')}", [text]).fetchall() == [(count,)], text
        long = "東京都は十一月三日に新しい図書館を開いたと発表した"
        assert con.execute(f"SELECT {cut('t')} FROM (SELECT ? AS t)", [long]).fetchall() == [(long[:WORDS] + " …",)]


def test_every_released_string_of_a_closed_text_is_short(released):
    release = released([(0, 90), (0, 200), (100, 160)])
    for table, columns in {
        "articles": ["title", "byline", "outlet_as_given", "dateline_place"], "evidence": ["value", "as_given"],
        "citations": ["source_as_given", "cue", "source_name"],
    }.items():  # fmt: skip
        for column in columns:
            for (value,) in read(release, f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"):
                assert len(re.findall(r"\w+", value)) <= WORDS, (table, column, value)
