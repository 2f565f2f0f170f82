"""Verify finds a tampered byte anywhere, and what is wrong though every hash is right."""

import json
import random
import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.publish.manifest import merkle_root, root_of, write_manifest
from flows.publish.verify import verify_release


def test_a_good_release_is_good_in_any_folder(release, tmp_path):
    moved = shutil.copytree(release, tmp_path / "elsewhere")
    verdict = verify_release(str(moved))
    assert verdict.problems == () and len(verdict.looked_at) == 5
    assert verify_release(str(moved), verdict.merkle_root).problems == ()
    assert verify_release(str(moved), "0" * 64).problems


def test_a_flipped_bit_is_found_in_every_file(release):
    rng = random.Random(11)
    files = [p for p in sorted(release.rglob("*")) if p.is_file()]
    assert len(files) > 20
    for path in files:
        whole = path.read_bytes()
        for place in {0, len(whole) - 1, rng.randrange(len(whole))}:
            broken = bytearray(whole)
            broken[place] ^= 1 << rng.randrange(8)
            path.write_bytes(bytes(broken))
            assert verify_release(str(release)).problems, f"{path.name}, byte {place}"
        path.write_bytes(whole)
    assert not verify_release(str(release)).problems


def test_a_missing_an_added_and_a_cut_file_are_found(release):
    (release / "extra.txt").write_text("?")
    assert verify_release(str(release)).problems == ("extra.txt: not in the manifest",)
    (release / "extra.txt").unlink()
    (release / "README.md").write_text("")
    (release / "LICENSE.md").unlink()
    assert len(verify_release(str(release)).problems) == 2


def test_a_path_out_of_the_release_is_refused(release):
    manifest = json.loads((release / "manifest.json").read_text())
    manifest["files"][0]["path"] = "../../secret"
    (release / "manifest.json").write_text(json.dumps(manifest))
    assert any("leads out of the release" in p for p in verify_release(str(release)).problems)


def test_no_manifest_is_said(tmp_path):
    assert "is no release: it has no manifest.json" in verify_release(str(tmp_path)).problems[0]


def resealed(release, table: str, change) -> tuple[str, ...]:
    """The release with one table changed and everything about it made to fit again, as a forger would."""
    [path, *_] = sorted((release / "data").glob(f"{table}.parquet")) or sorted((release / "data" / table).glob("*.parquet"))
    before = pq.read_table(path)
    pq.write_table(pa.Table.from_pylist(change(before.to_pylist()), schema=before.schema), path)
    manifest = json.loads((release / "manifest.json").read_text())
    rows = {f["path"]: f["rows"] for f in manifest["files"] if "rows" in f}
    write_manifest(release, {k: v for k, v in manifest.items() if k not in ("files", "merkle_root")}, rows)
    return verify_release(str(release)).problems


def first(**values):
    return lambda rows: [{**rows[0], **values}, *rows[1:]]


def every(**values):
    return lambda rows: [{**row, **values} for row in rows]


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("articles", lambda rows: rows[1:], "rows, the manifest says"),
        ("articles", first(text_sha256="0" * 64, rights_basis="own", text="x"), "not those of their text_sha256"),
        ("articles", every(rights_basis="unknown"), "text_where_rights_allow"),
        ("articles", first(language="Ukrainian!"), "language_pattern"),
        ("citations", first(char_end=10**6), "spans end after their text"),
        ("citations", every(source_as_given="Ветсник"), "spans are not the words as given"),
        ("citations", first(article_id="0" * 32), "refer by article_id"),
        ("citations", lambda rows: [rows[0], rows[0], *rows[2:]], "keys stand more than once"),
        ("near_duplicates", first(text_similarity=0.77), "of their shingles"),
        ("corroboration", first(origin_count=7), "origins_are_counted"),
    ],
)
def test_what_is_wrong_is_found_though_every_hash_is_right(release, table, change, said):
    problems = resealed(release, table, change)
    assert any(said in p for p in problems), problems


def test_merkle_tree_is_that_of_rfc_6962():
    import hashlib

    def leaf(b):
        return hashlib.sha256(b"\0" + b).digest()

    def node(a, b):
        return hashlib.sha256(b"\1" + a + b).digest()

    a, b, c = (bytes([n]) * 32 for n in range(3))
    assert merkle_root([b"".hex()] * 0) == hashlib.sha256().hexdigest()
    assert merkle_root([a.hex()]) == leaf(a).hex()
    assert merkle_root([a.hex(), b.hex(), c.hex()]) == node(node(leaf(a), leaf(b)), leaf(c)).hex()
    assert root_of([{"path": "a", "sha256": a.hex()}]) != root_of([{"path": "b", "sha256": a.hex()}])
