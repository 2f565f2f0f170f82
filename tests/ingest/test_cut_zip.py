"""A zip file cut short gives the members that are whole in it, and a rejection that says where it breaks off."""

import io
import random
import zipfile

import pytest

import tests.ingest.sample_inputs as inputs
from flows.ingest.raw_article import RawArticle
from tests.ingest.test_forms import read_file

MEMBERS = {
    f"{n}/Міст {n}.txt": (f"{n}. {inputs.TEXT}\n\n" + "".join(random.Random(n).choices("abcdefgh ", k=3000))).encode() for n in range(4)
}


class _Stream(io.RawIOBase):
    """A target that cannot be gone back in, as where a server packs while it sends: sizes stand after each member."""

    def __init__(self):
        self.taken = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.taken += data
        return len(data)


def packed(method: int, *, is_streamed: bool = False, force_zip64: bool = False) -> bytes:
    sink = _Stream() if is_streamed else io.BytesIO()
    with zipfile.ZipFile(sink, "w", method) as archive:
        for name, data in MEMBERS.items():
            with archive.open(zipfile.ZipInfo(name) if method == zipfile.ZIP_STORED else name, "w", force_zip64=force_zip64) as member:
                member.write(data)
    return bytes(sink.taken) if is_streamed else sink.getvalue()


KINDS = {
    "deflated": packed(zipfile.ZIP_DEFLATED), "stored": packed(zipfile.ZIP_STORED),
    "streamed": packed(zipfile.ZIP_DEFLATED, is_streamed=True), "long sizes": packed(zipfile.ZIP_DEFLATED, force_zip64=True),
}  # fmt: skip


@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.95])
def test_whole_members_are_read_and_the_rest_is_said_to_be_missing(tmp_path, data, share):
    size = int(len(data) * share)
    begins = [data.index(f"{n}/Міст".encode()) - 30 for n in range(4)]
    whole = [n for n in range(4) if (*begins[1:], data.index(b"PK\x01\x02"))[n] <= size]
    (tmp_path / "a.zip").write_bytes(data[:size])
    *articles, (record, rejected) = read_file(tmp_path / "a.zip")[1]
    assert [(r.raw_path, a.text.encode()) for r, a in articles] == [(f"a.zip#{n}/Міст {n}.txt", MEMBERS[f"{n}/Міст {n}.txt"]) for n in whole]
    assert (record.raw_path, rejected.reason) == ("a.zip", "truncated")
    assert f"without the list of members at its end, as where a download broke off: {len(whole)} whole member" in rejected.detail
    read_up_to = int(rejected.detail.partition("byte offset ")[2].partition(";")[0])
    descriptor = 24 if data in (KINDS["streamed"], KINDS["long sizes"]) else 0
    assert 0 <= (begins[len(whole)] if len(whole) < 4 else data.index(b"PK\x01\x02")) - read_up_to <= descriptor
    if len(whole) < 4:
        assert f"'{len(whole)}/Міст {len(whole)}.txt' is cut at byte offset {size}" in rejected.detail


def test_a_zip_cut_in_its_first_head_gives_a_rejection(tmp_path):
    (tmp_path / "a.zip").write_bytes(KINDS["deflated"][:20])
    ((record, rejected),) = read_file(tmp_path / "a.zip")[1]
    assert (record.raw_path, rejected.reason) == ("a.zip", "truncated")
    assert "0 whole members read, up to byte offset 0" in rejected.detail


def test_sidecars_and_folders_of_a_cut_zip_count(tmp_path):
    whole = inputs.zip_file(inputs.MEMBERS | {"provenance.json": b'{"rights_basis": "cc"}'})
    (tmp_path / "a.zip").write_bytes(whole[:-60])
    by_path = {record.raw_path: answer for record, answer in read_file(tmp_path / "a.zip")[1]}
    assert by_path["a.zip#a/mill.txt"].url == inputs.URL
    assert by_path["a.zip#b/lines.jsonl.gz#1"].rights_basis == "cc"


def test_a_member_with_another_checksum_is_rejected_and_the_next_one_read(tmp_path):
    data = bytearray(KINDS["stored"][:-60])
    data[200] ^= 1
    (tmp_path / "a.zip").write_bytes(data)
    answers = [answer for _, answer in read_file(tmp_path / "a.zip")[1]]
    assert answers[0].reason == "invalid_record"
    assert "checksum" in answers[0].detail
    assert [type(answer) for answer in answers[1:4]] == [RawArticle] * 3


@pytest.mark.parametrize(("left_out", "accepted"), [(10, 1), (600, 1), (1200, 0)])
def test_a_wacz_cut_short_gives_the_captures_that_are_whole(tmp_path, left_out, accepted):
    whole = inputs.zip_file({"archive/data.warc.gz": inputs.warc_file(), "datapackage.json": b"{}", "pages/pages.jsonl": b""})
    (tmp_path / "a.wacz").write_bytes(whole[:-left_out])
    *captures, (record, rejected) = read_file(tmp_path / "a.wacz")[1]
    assert sum(isinstance(answer, RawArticle) for _, answer in captures) == accepted
    assert all(r.raw_path.startswith("a.wacz#archive/data.warc.gz#urn:uuid:") for r, _ in captures)
    assert (record.raw_path, rejected.reason) == ("a.wacz", "truncated")
