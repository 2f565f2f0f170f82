"""Whatever lies in the raw folder leaves a row, and what is rejected is said in words that tell what to do."""

import gzip
import io
import json
import os
import zipfile

import pytest

import tests.ingest.sample_inputs as inputs
from flows.ingest.batches import record_rows
from flows.ingest.forms import read_record
from flows.ingest.raw_article import RawArticle, Record, Rejected
from flows.ingest.raw_files import KnownFiles, NewFile, find_raw_files, new_files, raw_file
from flows.ingest.remove_raw import remove_raw


def rows(folder, name):
    return list(record_rows(folder, NewFile(raw_file(folder, folder / name), "", 0)))


def answers(folder, name):
    """What becomes of each record of a file."""
    from flows.ingest.provenance import provenance_of

    given = provenance_of(folder, folder / name)
    return [
        Rejected(row["reason"], row["detail"]) if row["reason"] else read_record(Record(row["raw_path"], row["form"], row["payload"], given, row["byte_offset"]))
        for row in rows(folder, name)
    ]


def zipped(*names):
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return sink.getvalue()


PDF = b"%PDF-1.7\n" + bytes(range(256)) * 3


@pytest.mark.parametrize(
    ("name", "content", "reason", "detail"),
    [
        ("a.csv", b"", "empty", "a file of 0 bytes"),
        ("a.jsonl", b"", "empty", "a file of 0 bytes"),
        ("a.xml", b"", "empty", "a file of 0 bytes"),
        ("a.zip", b"", "empty", "a file of 0 bytes"),
        ("a.html", b"", "empty", "a file of 0 bytes"),
        ("a.csv", b"title,text\n", "empty", "a line of names without rows, in 11 bytes"),
        ("a.tsv", b"title\ttext\n", "empty", "a line of names without rows, in 11 bytes"),
        ("a.json", b"[]", "empty", "a list without articles, in 2 bytes"),
        ("a.json", b'{"articles": []}', "empty", "a list without articles, in 16 bytes"),
        ("a.json", b" \n", "empty", "not a word, in 2 bytes"),
        ("a.jsonl", b"\n\n", "empty", "not a word, in 2 bytes"),
        ("a.csv.gz", gzip.compress(b""), "empty", "nothing, once decompressed"),
        ("result.json", b'{"name": "Lark", "type": "public_channel", "id": 1, "messages": []}', "empty", "a list without articles"),
        ("a.tar", inputs.tar_file({}), "empty", "an archive without files"),
        ("a.wacz", zipped("datapackage.json"), "empty", "an archive without captured pages"),
        ("a.json", b"{}", "missing_text", "an object without fields"),
        ("a.json", b'{"url": "https://herald.example/1", "outlet": "Lark Herald"}', "missing_text", "facts about an article whose text is not"),
        ("a.json", b'["One text.", "Another."]', "invalid_record", "a list where an object of named fields is expected"),
        ("a.json", b'[{"text": "The mill turned aga', "truncated", "ends within the element that begins at byte offset 1"),
        ("a.pdf", PDF, "unknown_form", "a PDF document: save its text as .txt"),
        ("a.txt", PDF, "binary", "a PDF document: save its text as .txt"),
        ("a.html", PDF, "binary", "a PDF document"),
        ("a.docx", zipped("word/document.xml"), "unknown_form", "a document of a word processor: save it as plain text"),
        ("a.txt", zipped("word/document.xml"), "binary", "a document of a word processor"),
        ("a.xlsx", zipped("xl/workbook.xml"), "unknown_form", "a spreadsheet: save it as .csv"),
        ("a.csv", zipped("xl/workbook.xml"), "binary", "a spreadsheet: save it as .csv"),
        ("a", b"Words.", "unknown_form", "plain text is to be named .txt"),
        ("a.gz", gzip.compress(b"Words."), "unknown_form", "name it such as article.txt.gz"),
        ("a.xml", b"<urlset xmlns='x'><url/></urlset>", "unknown_form", "a sitemap"),
        ("a.csv", b'title,text\nA,"He said "no", and left"\n', "invalid_record", "a quotation mark within it is doubled"),
        ("a.csv", f'Mill,"{inputs.TEXT}"\nWeir,"{inputs.TEXT}"\n'.encode(), "missing_text", "first line of a table is to name its columns"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_words(tmp_path, name, content, reason, detail):
    (tmp_path / name).write_bytes(content)
    (answer,) = answers(tmp_path, name)
    assert answer.reason == reason
    assert detail in answer.detail


def test_empty_members_of_an_archive_leave_rows(tmp_path):
    (tmp_path / "a.zip").write_bytes(inputs.zip_file({"a.csv": b"", "b.json": b"[]", "c.txt": b"Words.", "d.pdf": PDF}))
    found = {row["raw_path"]: row["reason"] for row in rows(tmp_path, "a.zip")}
    assert found == {"a.zip#a.csv": "empty", "a.zip#b.json": "empty", "a.zip#c.txt": None, "a.zip#d.pdf": "unknown_form"}


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.html", inputs.TEXT, "text"),
        ("a.txt", inputs.PAGE, "page"),
        ("a.txt", json.dumps(inputs.FIELDS, indent=1), "json"),
        ("a.txt", json.dumps([inputs.FIELDS]), "json"),
        ("a.txt", f"{json.dumps(inputs.FIELDS)}\n{json.dumps(inputs.FIELDS)}\n", "jsonl"),
        ("a.txt", "[Photo: Lark Herald] The mill turned again {sic}", "text"),
        ("a.txt", '{"text": "no JSON, as nothing closes it', "text"),
        ("a.jsonl", "\ufeff" + json.dumps(inputs.FIELDS), "jsonl"),
    ],
)
def test_a_wrong_suffix_does_no_harm(tmp_path, name, content, form):
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert {row["form"] for row in rows(tmp_path, name)} == {form}
    assert all(isinstance(answer, RawArticle) for answer in answers(tmp_path, name))


def test_links_that_lead_nowhere_or_round_end_the_walk_with_a_row_or_none(tmp_path):
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "folder.html" / "a.txt").write_text("Words.")
    os.symlink("..", tmp_path / "folder.html" / "up")
    os.symlink("gone.txt", tmp_path / "dangling.txt")
    os.symlink("self.txt", tmp_path / "self.txt")
    assert [file.raw_path for file in find_raw_files(tmp_path)] == ["dangling.txt", "folder.html/a.txt", "self.txt"]
    for name in ("dangling.txt", "self.txt"):
        (row,) = rows(tmp_path, name)
        assert row["reason"] == "unreadable"
        assert "a link that leads to no file" in row["detail"]


def test_what_could_not_be_opened_is_tried_again(tmp_path):
    os.symlink("later.txt", tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Words.")
    os.utime(tmp_path / "b.txt", (1_700_000_000, 1_700_000_000))
    os.utime(tmp_path / "a.txt", (1_700_000_000, 1_700_000_000), follow_symlinks=False)
    digests = bytearray()
    read = list(new_files(tmp_path, [str(tmp_path / name) for name in ("a.txt", "b.txt")], KnownFiles(), [], digests))
    assert [new.file.raw_path for new in read] == ["a.txt", "b.txt"]
    assert bytes(digests) == raw_file(tmp_path, tmp_path / "b.txt").digest()


@pytest.mark.parametrize("name", ["a.html.gz", "a.txt", "a.txt.zst", "a.xhtml", "a.mhtml", "a.text", "a.md.bz2"])
def test_a_sidecar_stands_beside_any_text_or_page_compressed_or_not(tmp_path, name):
    (tmp_path / name).write_bytes(b"Words.")
    (tmp_path / "a.json").write_text('{"outlet": "Lark Herald"}')
    assert [file.raw_path for file in find_raw_files(tmp_path)] == [name]
    assert rows(tmp_path, name)[0]["outlet"] == "Lark Herald"
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.write(tmp_path / name, f"x/{name}")
        archive.write(tmp_path / "a.json", "x/a.json")
    assert [(row["raw_path"], row["outlet"]) for row in rows(tmp_path, "z.zip")] == [(f"z.zip#x/{name}", "Lark Herald")]


def test_a_sidecar_of_a_compressed_page_is_removed_with_it(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(inputs.PAGE.encode()))
    (tmp_path / "a.json").write_text('{"outlet": "Lark Herald"}')
    (row,) = rows(tmp_path, "a.html.gz")
    assert remove_raw(tmp_path, [(row["raw_path"], row["raw_id"])]) == []
    assert list(tmp_path.iterdir()) == []
