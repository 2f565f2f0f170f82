"""What stands beside a raw file reaches its article."""

import datetime
import json
import os

from flows.ingest.forms import form_of, raw_path_of, read_record
from flows.ingest.provenance import provenance_of
from flows.ingest.raw_files import find_raw_files


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


def test_a_broken_sidecar_is_left_to_be_rejected(tmp_path):
    write(tmp_path / "a.txt", "Words.")
    write(tmp_path / "a.json", '{"outlet": "Herald"')
    write(tmp_path / "b.txt", "Words.")
    write(tmp_path / "b.json", {"outlet": "Herald"})
    assert [file.raw_path for file in find_raw_files(tmp_path)] == ["a.json", "a.txt", "b.txt"]


def test_broken_provenance_counts_as_absent(tmp_path):
    path = write(tmp_path / "a.txt", "Words.")
    write(tmp_path / "a.json", "[1, 2")
    write(tmp_path / "provenance.json", {"outlet": 5, "received_at": "yesterday"})
    assert provenance_of(tmp_path, path).outlet is None


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
