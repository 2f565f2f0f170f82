"""Who holds the texts joins them to a release that does not carry them."""

import pyarrow.parquet as pq

from flows.publish.attach import attach_texts
from flows.publish.build_release import build_release
from flows.storage.held_texts import held_texts


def test_texts_held_in_files_find_their_rows(make_store, release_options, tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    closed, other = "Короткая заметка о погоде.\nТак пишет Вестник.", "Ещё одна, которой в выпуске нет."
    (raw / "a.txt").write_text(closed.replace("\n", "\r\n"), encoding="utf-8")
    (raw / "b.txt").write_text(other, encoding="utf-8")
    cites = [{"words": "Вестник"}]
    store = make_store(
        [
            {"text": closed, "rights_basis": "unknown", "cites": cites},
            {"text": "Открытая заметка.", "rights_basis": "cc"},
            {"text": "Закрытая заметка, которой у читателя нет.", "rights_basis": "unknown"},
        ]
    )
    release = build_release(store, tmp_path / "releases", release_options()).path
    done = attach_texts(release, held_texts(raw), tmp_path / "joined.parquet")
    assert (done.articles, done.with_text, done.attached) == (3, 2, 1)
    texts = pq.read_table(tmp_path / "joined.parquet").column("text").to_pylist()
    assert sorted(t for t in texts if t) == sorted([closed, "Открытая заметка."])
