"""A folder of odd files: the run ends, its summary says why what was rejected and what to do next."""

import os

from tests.end_to_end.conftest import dateline


def test_the_summary_counts_reasons_and_says_what_to_do(tmp_path):
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    raw.mkdir()
    (raw / "one.txt").write_text("The mill turned again on Monday, the council said.")
    for name in ("a.pdf", "b.docx", "c.jpg"):
        (raw / name).write_bytes(b"\x00\x01")
    for name in ("d.csv", "e.json"):
        (raw / name).write_bytes(b"")
    os.symlink("gone.txt", raw / "f.txt")
    done = dateline("run", "--direct", "--check-later", "--raw", str(raw), "--processed", str(processed), check=False)
    assert done.returncode == 1
    assert "7 raw articles in = 1 accepted + 0 duplicates + 6 rejected" in done.stdout
    assert "3 rejected as unknown_form, such as a.pdf: a PDF document: save its text as .txt" in done.stdout
    assert "2 rejected as empty, such as d.csv: a file of 0 bytes" in done.stdout
    assert "1 rejected as unreadable, such as f.txt: a link that leads to no file: 'gone.txt'" in done.stdout
    assert "run again" in done.stdout
    assert f"rejected list --processed {processed}" in done.stdout
    assert "86% were rejected: more than --reject-limit 0.5" in done.stderr
