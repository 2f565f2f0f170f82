"""value_ranges: what is not opened holds nothing of what is asked for."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.value_ranges import files_with
from flows.write.parquet import write_parquet

PATHS = st.text("ab/#!é\U0001f600", max_size=4)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(PATHS | st.none(), max_size=5), beginnings=st.lists(PATHS, max_size=4))
def test_no_file_with_such_a_value_is_left_out(tmp_path: Path, values: list[str | None], beginnings: list[str]):
    file = tmp_path / "a.parquet"
    write_parquet(pa.table({"other": pa.nulls(len(values), pa.string()), "path": pa.array(values, pa.string())}), file)
    if any(value is not None and value.startswith(tuple(beginnings)) for value in values):
        assert files_with([file], "path", beginnings) == [file]


def test_files_of_other_values_are_left_out(tmp_path: Path):
    files = [tmp_path / f"{name}.parquet" for name in ("b", "d", "none")]
    for file, values in zip(files, (["b/1", "b/9"], ["d/1", "d/9"], []), strict=True):
        write_parquet(pa.table({"path": pa.array(values, pa.string())}), file)
    assert files_with(files, "path", ["a/", "c", "e"]) == files_with(files, "path", []) == []
    assert files_with(files, "path", ["b/9", "z"]) == files_with(files, "path", ["b/"]) == files[:1]
    assert files_with(files, "path", [""]) == files[:2]


def test_a_file_that_states_no_range_is_opened(tmp_path: Path):
    file = tmp_path / "a.parquet"
    pq.write_table(pa.table({"path": ["b"]}), file, write_statistics=False)
    assert files_with([file], "path", ["a"]) == [file]
