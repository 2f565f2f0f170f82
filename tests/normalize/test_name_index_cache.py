"""Generated forms are kept between processes, and a spoilt cache is made anew."""

from flows.normalize.name_finder import NameForms, build_index
from flows.normalize.name_index_cache import kept_indexes


def make_counting(made):
    def make():
        made.append(1)
        index = build_index([NameForms("sample-nowhere-times", ("Nowhere Times",))])
        return index, index

    return make


def test_forms_are_made_once(tmp_path):
    (tmp_path / "names.csv").write_text("name\nNowhere Times\n")
    made = []
    first = kept_indexes(tmp_path, ["names.csv"], make_counting(made), tmp_path / "cache")
    assert kept_indexes(tmp_path, ["names.csv"], make_counting(made), tmp_path / "cache") == first
    assert len(made) == 1


def test_a_changed_row_or_a_spoilt_file_makes_them_anew(tmp_path):
    rows = tmp_path / "names.csv"
    made = []
    rows.write_text("name\nNowhere Times\n")
    kept_indexes(tmp_path, ["names.csv"], make_counting(made), tmp_path / "cache")
    rows.write_text("name\nNowhere Times Sunday\n")
    kept_indexes(tmp_path, ["names.csv"], make_counting(made), tmp_path / "cache")
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(b"spoilt")
    kept_indexes(tmp_path, ["names.csv"], make_counting(made), tmp_path / "cache")
    assert len(made) == 3


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path):
    (tmp_path / "names.csv").write_text("name\n")
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert kept_indexes(tmp_path, ["names.csv"], make_counting([]), tmp_path / "cache")
