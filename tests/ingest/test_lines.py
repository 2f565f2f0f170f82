"""Lines: one record per line, found in a stream; what is broken is rejected with its place."""

import bz2
import datetime
import gzip
import json
import lzma

import orjson
import pytest
from backports import zstd

from flows.ingest import lines
from flows.ingest.forms import form_of, read_record
from flows.ingest.limits import BLOCK_BYTES, MAX_RECORD_BYTES
from flows.ingest.lines import JSONL
from flows.ingest.raw_article import Provenance, Rejected

PROVENANCE = Provenance(datetime.datetime(2025, 11, 3, 10, tzinfo=datetime.UTC))
ARTICLE = {
    "title": "Bridge reopens",
    "text": "The bridge reopened on Monday, the council said.",
    "url": "https://example.org/bridge",
    "published": "2025-11-03",
    "outlet": "Example Herald",
    "language": "en",
}
COMPRESSIONS = {
    "": lambda data: data,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}


def cut(path):
    return list(JSONL.records(path, path.name, PROVENANCE))


def read(given, provenance=PROVENANCE):
    record = lines.Record("a.jsonl#1", "jsonl", orjson.dumps(given), provenance, 0)
    return JSONL.read(record)


@pytest.mark.parametrize("suffix", COMPRESSIONS)
def test_each_line_becomes_a_record_with_its_number(tmp_path, suffix):
    path = tmp_path / f"dump.jsonl{suffix}"
    path.write_bytes(COMPRESSIONS[suffix](b"\n".join(orjson.dumps(ARTICLE | {"n": n}) for n in range(3))))
    records = cut(path)
    assert [record.raw_path for record in records] == [f"dump.jsonl{suffix}#{n}" for n in (1, 2, 3)]
    article = JSONL.read(records[2])
    assert (article.title, article.text, article.url) == (ARTICLE["title"], ARTICLE["text"], ARTICLE["url"])
    assert (article.published, article.outlet, article.language) == ("2025-11-03", "Example Herald", "en")


def test_lines_are_the_same_however_the_blocks_fall():
    data = b"\n".join(orjson.dumps({"text": "word " * n}) for n in range(40)) + b"\n\n \r\n" + b'{"text":"last"}'
    whole = list(lines.cut_line_blocks([data], "d", PROVENANCE, "jsonl"))
    for size in (1, 7, 64, 1000):
        blocks = [data[start : start + size] for start in range(0, len(data), size)]
        assert list(lines.cut_line_blocks(blocks, "d", PROVENANCE, "jsonl")) == whole
    for record in whole:
        assert data[record.byte_offset :].startswith(record.payload)
    assert whole[-1].payload == b'{"text":"last"}'


def test_a_bad_line_names_line_and_byte_offset_and_hurts_no_other(tmp_path):
    path = tmp_path / "dump.jsonl"
    good = orjson.dumps(ARTICLE)
    path.write_bytes(good + b"\n" + b'{"text": "cut of' + b"\n" + good + b"\n")
    answers = [JSONL.read(record) for record in cut(path)]
    assert answers[0] == answers[2]
    assert answers[1].reason == "invalid_json"
    assert f"line 2, byte offset {len(good) + 1 + 16}" in answers[1].detail


@pytest.mark.parametrize("suffix", [suffix for suffix in COMPRESSIONS if suffix])
def test_a_truncated_stream_gives_what_it_still_can(tmp_path, suffix):
    path = tmp_path / f"dump.jsonl{suffix}"
    data = b"".join(orjson.dumps(ARTICLE | {"n": n, "x": str(hash(str(n)))}) + b"\n" for n in range(20_000))
    path.write_bytes(COMPRESSIONS[suffix](data)[:-2000])
    *good, (record, rejected) = cut(path)
    assert len(good) > 1000
    assert rejected.reason == "truncated"
    assert "byte offset" in rejected.detail
    assert record.byte_offset == good[-1].byte_offset + len(good[-1].payload) + 1


def test_a_line_over_the_limit_is_rejected_and_the_next_is_read():
    def blocks():
        for _ in range(MAX_RECORD_BYTES // BLOCK_BYTES + 3):
            yield b"x" * BLOCK_BYTES
        yield b"\n" + orjson.dumps(ARTICLE) + b"\n"

    (record, rejected), after = lines.cut_line_blocks(blocks(), "d", PROVENANCE, "jsonl")
    assert rejected.reason == "size_limit"
    assert len(record.payload) < MAX_RECORD_BYTES
    assert after.payload == orjson.dumps(ARTICLE)
    assert after.byte_offset == MAX_RECORD_BYTES + 3 * BLOCK_BYTES + 1


def test_a_decompression_bomb_is_given_up(tmp_path):
    path = tmp_path / "bomb.jsonl.zst"
    compressor = zstd.ZstdCompressor()
    with open(path, "wb") as file:
        for _ in range(100):
            file.write(compressor.compress(b"\n" * BLOCK_BYTES))
        file.write(compressor.flush())
    ((_, rejected),) = cut(path)
    assert rejected.reason == "archive_limit"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1251"])
def test_lines_in_other_encodings(tmp_path, codec):
    path = tmp_path / "dump.jsonl"
    text = "Мост открыли в понедельник, сообщил городской совет."
    path.write_bytes(f'{{"text": "{text}"}}\n{{"text": "{text} Ещё"}}\n'.encode(codec))
    articles = [JSONL.read(record) for record in cut(path)]
    assert [article.text for article in articles] == [text, text + " Ещё"]
    assert {article.encoding for article in articles} == {{"utf-8-sig": "utf-8", "cp1251": "windows-1251"}.get(codec, codec)}


def test_the_encoding_is_the_one_that_was_read_not_the_one_declared(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_bytes(orjson.dumps(ARTICLE))
    for declared in ("windows-1251", "utf-16"):
        (record,) = JSONL.records(path, path.name, Provenance(PROVENANCE.received_at, encoding=declared))
        assert JSONL.read(record).encoding == "utf-8"


def test_a_comma_after_the_object_of_a_line_is_no_part_of_it(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_bytes(orjson.dumps(ARTICLE) + b",\n" + orjson.dumps(ARTICLE) + b",,\n")
    first, second = (JSONL.read(record) for record in cut(path))
    assert (first.title, second.reason) == (ARTICLE["title"], "invalid_json")


@pytest.mark.parametrize(
    ("name", "content", "form", "places"),
    [
        ("a.jsonl", json.dumps([ARTICLE, ARTICLE], indent=2), "json", ["#1", "#2"]),
        ("a.jsonl", json.dumps([ARTICLE, ARTICLE]), "json", ["#1", "#2"]),
        ("a.jsonl", json.dumps({"articles": [ARTICLE, ARTICLE]}, indent=2), "json", ["#1", "#2"]),
        ("a.jsonl", json.dumps(ARTICLE, indent=2), "json", [""]),
        ("a.jsonl", f"{json.dumps(ARTICLE, indent=2)}\n{json.dumps(ARTICLE, indent=2)}\n", "json", ["#1", "#2"]),
        ("a.json", f"{json.dumps(ARTICLE)}\n{json.dumps(ARTICLE)}\n", "jsonl", ["#1", "#2"]),
        ("a.json", f"{json.dumps(ARTICLE, indent=2)}\n{json.dumps(ARTICLE, indent=2)}\n", "json", ["#1", "#2"]),
        ("a.json", json.dumps({"body": ARTICLE["text"], "extra": {"n": 1}}, indent=2), "json", [""]),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_and_values_over_lines_are_read_as_what_they_are_whatever_their_suffix(tmp_path, name, content, form, places, codec):
    path = tmp_path / name
    path.write_bytes(content.encode(codec))
    assert form_of(path).name == form
    records = list(form_of(path).records(path, "a", PROVENANCE))
    assert [record.raw_path for record in records] == [f"a{place}" for place in places]
    assert [read_record(record).text for record in records] == [ARTICLE["text"]] * len(places)
    assert {read_record(record).encoding for record in records} == {"utf-8" if codec == "utf-8-sig" else codec}


def test_lists_on_lines_are_refused_line_by_line_and_the_objects_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"[1, 2]\n" + orjson.dumps(ARTICLE))
    assert form_of(path) is JSONL
    first, second = (JSONL.read(record) for record in cut(path))
    assert (first.reason, second.title) == ("invalid_record", ARTICLE["title"])


@pytest.mark.parametrize(("name", "outcomes"), [("export.jsonl", ["invalid_record", "article"]), ("export.json", ["invalid_json"])])
def test_what_follows_an_empty_list_is_not_lost(tmp_path, name, outcomes):
    path = tmp_path / name
    path.write_bytes(b"[]\n" + orjson.dumps(ARTICLE))
    form = form_of(path)
    read = [entry[1] if isinstance(entry, tuple) else form.read(entry) for entry in form.records(path, path.name, PROVENANCE)]
    assert [one.reason if isinstance(one, Rejected) else "article" for one in read] == outcomes


def test_a_json_file_in_another_encoding(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes('[{"text": "Мост открыли в понедельник, сообщил городской совет."}]'.encode("cp1251"))
    (record,) = form_of(path).records(path, "a", PROVENANCE)
    article = read_record(record)
    assert (article.text, article.encoding) == ("Мост открыли в понедельник, сообщил городской совет.", "windows-1251")


def test_fields_of_common_dumps_are_understood():
    article = read({"maintext": "Words.", "date_publish": "2020-01-02 03:04:05", "source_domain": "example.org",
                    "date_modify": "2020-01-03T03:04:05+02:00", "headline": "T", "authors": ["A. Author", "B. Writer"], "link": "https://example.org/1"})
    assert (article.text, article.published, article.outlet) == ("Words.", "2020-01-02 03:04:05", "example.org")
    assert article.modified == "2020-01-03T03:04:05+02:00"
    assert (article.title, article.byline, article.url) == ("T", "A. Author, B. Writer", "https://example.org/1")
    assert article.unknown_fields == ()


@pytest.mark.parametrize(
    ("given", "language", "published"),
    [
        ("03.11.2025 14:30", None, "2025-11-03"), ("3 ноября 2025", "ru", "2025-11-03"), ("November 3, 2025", None, "2025-11-03"),
        ("2025/11/03", None, "2025-11-03"), ("Mon, 03 Nov 2025 10:00:00 +0200", None, "2025-11-03T10:00:00+02:00"), ("03/11/2025", "de", "2025-11-03"),
        # which day this is, it does not say; the others are as machines write them
        ("03/11/2025", None, "03/11/2025"), ("1762164000", None, "1762164000"), ("2025-11-03 10:00:00", None, "2025-11-03 10:00:00"), ("2025", None, "2025"),
    ],
)  # fmt: skip
def test_a_date_as_people_write_it_is_read_with_a_trace(given, language, published):
    article = read({"text": "Words.", "published": given, "language": language})
    assert article.published == published
    assert [trace[:3] for trace in article.traces] == ([] if given == published else [("published_edtf", published, given)])


def test_columns_may_be_named_in_russian_and_ukrainian():
    article = read({"Название": "T", "Текст": "Words.", "Дата публикации": "2025-11-03", "Ссылка": "https://example.org/1", "Издание": "H"})
    assert (article.title, article.text, article.published, article.url, article.outlet) == ("T", "Words.", "2025-11-03", "https://example.org/1", "H")
    article = read({"Назва": "T", "Текст": "Words.", "Дата публікації": "2025-11-03", "Посилання": "https://example.org/1", "Джерело": "H"})
    assert (article.title, article.text, article.published, article.url, article.outlet) == ("T", "Words.", "2025-11-03", "https://example.org/1", "H")


def test_unknown_and_competing_fields_are_reported():
    article = read({"text": "Words.", "content": "Other words.", "sentiment": 0.5})
    assert article.text == "Words."
    assert set(article.unknown_fields) == {"content", "sentiment"}


def test_a_map_goes_before_the_declared_names():
    mapped = Provenance(PROVENANCE.received_at, field_map=(("inhalt", "text"), ("text", "title")))
    article = read({"inhalt": "Words.", "text": "Headline"}, mapped)
    assert (article.text, article.title) == ("Words.", "Headline")


def test_what_the_line_does_not_say_comes_from_beside_it():
    beside = Provenance(PROVENANCE.received_at, outlet="Example Herald", rights_basis="cc", published="2020-05-05")
    article = read({"text": "Words.", "published": None, "outlet": ""}, beside)
    assert (article.outlet, article.rights_basis, article.published) == ("Example Herald", "cc", "2020-05-05")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ([1, 2], "invalid_record"),
        ("words", "invalid_record"),
        ({"title": "T"}, "missing_text"),
        ({"text": " \n"}, "empty"),
        ({"text": None}, "empty"),
        ({"text": 5}, "invalid_field"),
        ({"text": "Words.", "url": {"x": []}}, "invalid_field"),
        ({"text": "Words.", "title": True}, "invalid_field"),
    ],
)
def test_objects_that_are_no_article_are_rejected_with_the_reason(given, reason):
    answer = read(given)
    assert isinstance(answer, Rejected)
    assert answer.reason == reason
