"""What stands beside a raw file reaches its article."""

import datetime
import json
import os
import zipfile

import pytest

from flows.ingest.batches import record_rows
from flows.ingest.forms import form_of, raw_path_of, read_record
from flows.ingest.provenance import provenance_of
from flows.ingest.raw_files import NewFile, find_raw_files, raw_file


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_without_anything_beside_it_the_file_time_counts(tmp_path):
    path = write(tmp_path / "a.txt", "Words.")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    provenance = provenance_of(tmp_path, path)
    assert provenance.received_at == datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=datetime.UTC)
    assert provenance.outlet is None


def test_nearer_goes_before_farther(tmp_path):
    write(tmp_path / "provenance.json", {"outlet": "Far", "rights_basis": "cc", "received_at": "2020-01-01T00:00:00Z"})
    write(tmp_path / "x" / "provenance.json", {"outlet": "Near", "received_at": "2020-01-02T02:00:00+02:00"})
    path = write(tmp_path / "x" / "y" / "a.txt", "Words.")
    provenance = provenance_of(tmp_path, path)
    assert (provenance.outlet, provenance.rights_basis) == ("Near", "cc")
    assert provenance.received_at == datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC)
    write(tmp_path / "x" / "y" / "a.json", {"outlet": "Sidecar", "url": "https://example.org/a"})
    provenance = provenance_of(tmp_path, path)
    assert (provenance.outlet, provenance.url) == ("Sidecar", "https://example.org/a")


def test_a_changed_provenance_file_is_read_again(tmp_path):
    path = write(tmp_path / "a.txt", "Words.")
    write(tmp_path / "provenance.json", {"outlet": "First"})
    assert provenance_of(tmp_path, path).outlet == "First"
    write(tmp_path / "provenance.json", {"outlet": "Second name"})
    assert provenance_of(tmp_path, path).outlet == "Second name"


def test_nothing_above_the_raw_folder_is_read(tmp_path):
    write(tmp_path / "provenance.json", {"outlet": "Outside"})
    path = write(tmp_path / "raw" / "a.txt", "Words.")
    assert provenance_of(tmp_path / "raw", path).outlet is None


@pytest.mark.parametrize(
    ("name", "content", "reason", "detail"),
    [
        ("a.json", '{"outlet": "Herald"', "invalid_json", "the sidecar of a text or page, character 19: unexpected end of data"),
        ("a.json", {"outlet": "Herald", "url": 5}, "invalid_field", "url: a number where a text is expected"),
        ("a.json", {"outlet": "Herald", "published": ["2025-11-03"], "url": {}}, "invalid_field", "url: an object"),
        ("a.json", {"outlet": "Herald", "received_at": "yesterday"}, "invalid_field", "'yesterday' is no time such as 2025-"),
        ("a.json", {"outlet": "Herald", "received_at": 1762160400}, "invalid_field", "received_at: '1762160400' is no time"),
        ("a.json", {"link": "https://herald.example/", "date": "2025-11-03"}, "invalid_field", "received_at among: link, date"),
        ("provenance.json", {"outlet": "Herald", "rights_basis": True}, "invalid_field", "rights_basis: true or false where"),
        ("provenance.json", {"outlet": "Herald", "fields": ["text"]}, "invalid_field", "fields: a list where an object"),
        ("provenance.json", {"outlet": "Herald", "fields": {"inhalt": "txt"}}, "invalid_field", "'txt' is no field; fields are text"),
        ("provenance.json", "[1, 2]", "invalid_record", "provenance.json of a folder is a list where an object is expected"),
        ("provenance.json", "{", "invalid_json", "provenance.json of a folder"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_as_stated_is_rejected_by_itself_and_the_rest_of_it_counts(tmp_path, name, content, reason, detail):
    path = write(tmp_path / "a.txt", "Words.")
    file = write(tmp_path / name, content)
    assert sorted(found.raw_path for found in find_raw_files(tmp_path)) == sorted(["a.txt", name])
    (row,) = record_rows(tmp_path, NewFile(raw_file(tmp_path, file), "", 0))
    assert (row["raw_path"], row["form"], row["reason"], row["payload"]) == (name, "json", reason, file.read_bytes())
    assert detail in row["detail"]
    assert provenance_of(tmp_path, path).outlet == ("Herald" if isinstance(content, dict) and "outlet" in content else None)


def test_a_list_of_articles_beside_a_page_of_its_name_is_a_raw_file(tmp_path):
    write(tmp_path / "a.html", "<p>Words.")
    file = write(tmp_path / "a.json", [{"text": "One."}, {"text": "Two."}])
    rows = record_rows(tmp_path, NewFile(raw_file(tmp_path, file), "", 0))
    assert [(row["raw_path"], row["reason"]) for row in rows] == [("a.json#1", None), ("a.json#2", None)]


def test_a_time_as_a_number_and_what_is_null_are_fine(tmp_path):
    path = write(tmp_path / "a.txt", "Words.")
    write(tmp_path / "a.json", {"published": 1762160400, "outlet": None, "note": "of ours"})
    assert provenance_of(tmp_path, path).published == "1762160400"
    assert [found.raw_path for found in find_raw_files(tmp_path)] == ["a.txt"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_sidecar_as_other_editors_write_it(tmp_path, codec):
    path = write(tmp_path / "a.txt", "Words.")
    (tmp_path / "a.json").write_bytes('{"outlet": "Вестник"}'.encode(codec))
    assert provenance_of(tmp_path, path).outlet == "Вестник"
    assert [found.raw_path for found in find_raw_files(tmp_path)] == ["a.txt"]


def test_what_cannot_be_taken_as_stated_in_an_archive_is_rejected_too(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x/a.txt", "Words.")
        archive.writestr("x/a.json", '{"outlet": "Herald", "url": 5}')
        archive.writestr("x/provenance.json", '{"rights_basis": ')
    rows = {row["raw_path"]: row for row in record_rows(tmp_path, NewFile(raw_file(tmp_path, path), "", 0))}
    assert {name: row["reason"] for name, row in rows.items()} == {
        "a.zip#x/a.txt": None, "a.zip#x/a.json": "invalid_field", "a.zip#x/provenance.json": "invalid_json",
    }  # fmt: skip
    assert rows["a.zip#x/a.txt"]["outlet"] == "Herald"


def test_a_folder_and_a_map_may_name_columns(tmp_path):
    path = write(tmp_path / "a.jsonl", '{"inhalt": "Words.", "kopf": "Headline"}')
    write(tmp_path / "provenance.json", {"fields": {"inhalt": "text"}})
    provenance = provenance_of(tmp_path, path, (("kopf", "title"),))
    (record,) = form_of(path).records(path, "a.jsonl", provenance)
    article = read_record(record)
    assert (article.text, article.title) == ("Words.", "Headline")


def test_sidecars_provenance_and_hidden_files_are_no_raw_articles(tmp_path):
    for name in ("a.txt", "a.json", "provenance.json", ".gitkeep", "b/c.jsonl", ".git/x.txt", "lone.json"):
        write(tmp_path / name, "{}")
    assert [file.raw_path for file in find_raw_files(tmp_path)] == ["a.txt", "b/c.jsonl", "lone.json"]


def test_raw_paths_are_text_and_keep_names_apart(tmp_path):
    names = [b"a#1.txt", b"a%231.txt", b"a\n.txt", b"\xff.txt", "Київ.txt".encode(), b"a b.txt"]
    paths = [raw_path_of(tmp_path, os.fsdecode(os.path.join(os.fsencode(tmp_path), b"d", name))) for name in names]
    assert paths == ["d/a%231.txt", "d/a%25231.txt", "d/a%0A.txt", "d/%FF.txt", "d/Київ.txt", "d/a b.txt"]


def test_forms_are_told_by_suffix(tmp_path):
    assert form_of(tmp_path / "A.TXT").name == "text"
    assert form_of(tmp_path / "a.jsonl.zst").name == "jsonl"
    assert form_of(tmp_path / "a.ndjson").name == "jsonl"
    assert form_of(tmp_path / "a.exe") is None
