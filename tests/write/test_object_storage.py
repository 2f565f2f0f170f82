"""Raw folder, store and releases on object storage: the same bytes as on disk, whatever was killed, one writer at a time."""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import obstore
import pytest
from click.testing import CliRunner
from obstore.store import from_url

from flows.cli import main
from flows.commands.run_command import run_command
from flows.ingest.batches import BatchLimits
from flows.storage import object_storage
from flows.storage.object_lock import object_lock
from flows.storage.opened_places import readable, writable
from flows.storage.places import ObjectFolder, place_of
from flows.write.lock import StoreLockedError
from tests.end_to_end import disturbed_runs as disturbed
from tests.write.conftest import files_of, lines
from tests.write.object_server import s3_server

RUN = ("run", "--direct", "--runner", "local", "--check-later", "--batch-size", "10", "--format", "json")


@pytest.fixture(scope="module")
def server() -> Iterator[dict[str, str]]:
    with s3_server("dataset") as environment:
        yield environment


@pytest.fixture
def url(server, request, tmp_path, monkeypatch) -> str:
    """A folder of the test's own on the server; this process is a machine of its own, with nothing in its cache."""
    for name, value in {**server, "DATELINE_CACHE": str(tmp_path / "machine-1")}.items():
        monkeypatch.setenv(name, value)
    return f"s3://dataset/{request.node.name}"


def _put_raw(url: str, texts: list[str], name: str = "a.jsonl") -> None:
    store = from_url(f"{url}/raw")
    obstore.put(store, "provenance.json", b'{"received_at": "2026-01-05T10:00:00Z"}')
    obstore.put(store, name, lines(texts).encode())


def _run(url: str) -> dict:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = run_command(
            place_of(f"{url}/raw"), place_of(f"{url}/processed"), "local", 1, True, 1.0, "json", BatchLimits(records=10), False, None
        )
    assert status == 0
    return json.loads(said.getvalue())


def _on_disk(texts: list[str], folder: Path) -> dict[str, bytes]:
    """The files of the store that a run on disk makes of the same texts."""
    (folder / "raw").mkdir(parents=True)
    (folder / "raw" / "provenance.json").write_text('{"received_at": "2026-01-05T10:00:00Z"}')
    (folder / "raw" / "a.jsonl").write_text(lines(texts))
    _run(str(folder))
    return files_of(folder / "processed")


def _there(url: str) -> dict[str, bytes]:
    """What the bucket holds of the store's tables."""
    store = from_url(f"{url}/processed")
    names = [meta["path"] for chunk in obstore.list(store) for meta in chunk]
    tables = set(disturbed.STORE_TABLES)
    return {n: bytes(obstore.get(store, n).bytes()) for n in names if n.partition("/")[0] in tables}


def _command(*arguments: str) -> str:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


TEXTS = [f"Новина {i}\nКиїв, {i % 28 + 1} листопада 2025. За даними Укрінформу, нічого не сталося." for i in range(25)]


def test_the_same_bytes_as_on_disk_and_read_from_another_machine(url, tmp_path, monkeypatch):
    _put_raw(url, TEXTS)
    assert _run(url)["outcomes"]["accepted"] == 25
    assert _there(url) == _on_disk(TEXTS, tmp_path / "disk")
    assert _run(url)["outcomes"]["raw"] == 0
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "machine-2"))
    assert "25" in _command("query", "SELECT count(*) FROM articles", "--processed", f"{url}/processed")
    _put_raw(url, [f"Ще одна новина {i}" for i in range(5)], "b.jsonl")
    assert _run(url)["outcomes"] == {"raw": 5, "accepted": 5, "duplicate": 0, "rejected": 0}
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "machine-1"))
    assert "30" in _command("query", "SELECT count(*) FROM articles", "--processed", f"{url}/processed")


@pytest.mark.parametrize("puts", [3, 9, 14, 22])
def test_killed_while_it_puts(url, puts, tmp_path, monkeypatch):
    """The run dies at its nth request that changes the bucket; one on another machine finishes."""
    _put_raw(url, TEXTS)
    dying = f"""
import os, signal, obstore
from flows.storage import object_storage
left = [{puts}]
def counted(real):
    def call(*arguments, **more):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **more)
    return call
for name in ("put", "copy", "delete"):
    setattr(obstore, name, counted(getattr(obstore, name)))
from flows.cli import main
main({[*RUN, "--raw", f"{url}/raw", "--processed", f"{url}/processed"]!r})
"""
    assert subprocess.run([sys.executable, "-c", dying], cwd=disturbed.ROOT, capture_output=True).returncode == -signal.SIGKILL
    with readable(ObjectFolder(f"{url}/processed")) as folder:
        assert disturbed.problems(folder) == []
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "machine-2"))
    _run(url)
    assert _there(url) == _on_disk(TEXTS, tmp_path / "disk")
    left = [meta["path"] for chunk in obstore.list(from_url(f"{url}/processed"), prefix=".journal") for meta in chunk]
    assert left == []


def test_a_replaced_batch_is_seen_whole_while_it_is_put(url, tmp_path, monkeypatch):
    _put_raw(url, TEXTS)
    _run(url)
    seen: list[list[tuple[str, int]]] = []
    copy, reader = obstore.copy, tmp_path / "reader"

    def read_then_copy(*arguments):
        monkeypatch.setenv("DATELINE_CACHE", str(reader))
        with readable(ObjectFolder(f"{url}/processed")) as folder:
            seen.append(disturbed.problems(folder))
        monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "machine-1"))
        copy(*arguments)

    monkeypatch.setattr(object_storage.obstore, "copy", read_then_copy)
    (article_id,) = json.loads(_command("query", "SELECT min(article_id) AS id FROM articles", "--processed", f"{url}/processed", "--format", "json"))
    _command("forget", article_id["id"], "--why", "other", "--raw", f"{url}/raw", "--processed", f"{url}/processed")
    assert seen and not any(seen)
    assert "24" in _command("query", "SELECT count(*) FROM articles", "--processed", f"{url}/processed")
    raw = bytes(obstore.get(from_url(f"{url}/raw"), "a.jsonl").bytes()).split(b"\n")
    assert raw.count(b"") == 2


def test_two_writers(url):
    store = from_url(url)
    waited: list[str] = []
    with (
        object_lock(store, 0, waited.append),
        pytest.raises(StoreLockedError, match=rf"process {os.getpid()} on "),
        object_lock(store, 0, waited.append),
    ):
        pass
    assert waited
    with object_lock(store, 0, lambda owner: pytest.fail(f"waits for {owner}")):
        pass


def test_the_lock_of_a_dead_process_is_free_and_that_of_a_dead_machine_after_its_lease(url):
    store = from_url(url)
    hold = f"""
import os, signal
from obstore.store import from_url
from flows.ingest.batches import BatchLimits
from flows.storage.object_lock import object_lock
with object_lock(from_url({url!r}), 0, print):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", hold], cwd=disturbed.ROOT).returncode == -signal.SIGKILL
    with object_lock(store, 0, lambda owner: pytest.fail(f"waits for {owner}")):
        pass
    obstore.put(store, ".lock", json.dumps({"pid": 1, "host": "elsewhere", "boot": "other", "since": "10:00:00"}).encode())
    with object_lock(store, 60, lambda owner: None, lease_s=0.5):
        pass


def test_who_lost_the_lock_puts_nothing_more(url):
    place, other = ObjectFolder(url), from_url(url)
    with pytest.raises(StoreLockedError, match="taken the dataset over"), writable(place) as copy:
        obstore.put(other, ".lock", b'{"pid": 1, "host": "elsewhere", "since": "now"}')
        (copy.folder / "runs").mkdir()
        (copy.folder / "runs" / "x.parquet").write_bytes(b"x")
    assert [m["path"] for chunk in obstore.list(other) for m in chunk] == [".lock"]


def test_a_release_on_object_storage(url, tmp_path, monkeypatch):
    _put_raw(url, TEXTS)
    _run(url)
    built = json.loads(_command("release", "build", "--direct", "--processed", f"{url}/processed", "--releases", f"{url}/releases", "--format", "json"))
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "machine-2"))
    verified = json.loads(_command("release", "verify", "--releases", f"{url}/releases", "--format", "json"))
    assert verified == {"release": built["release"], "merkle_root": built["merkle_root"], "problems": []}
    assert json.loads(_command("release", "verify", f"{url}/releases/{built['release']}", "--format", "json")) == verified


def test_what_a_url_names(tmp_path):
    assert place_of(f"file://{tmp_path}/a%20b") == tmp_path / "a b"
    assert place_of(str(tmp_path)) == tmp_path
    assert place_of("gs://bucket/dataset") == ObjectFolder("gs://bucket/dataset")


def test_a_bucket_that_cannot_be_reached_is_said(url, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setattr(object_storage, "RETRIES", {"max_retries": 0})
    result = CliRunner().invoke(main, ["query", "SELECT 1", "--processed", url])
    assert result.exit_code == 1 and url in result.output and "Traceback" not in result.output


def test_one_machine_reads_while_another_writes(url, tmp_path):
    _put_raw(url, TEXTS)
    reading = f"""
import sys
from pathlib import Path
from flows.storage.opened_places import readable
from flows.storage.places import ObjectFolder
from tests.end_to_end import disturbed_runs as disturbed
while not select.select([sys.stdin], [], [], 0)[0]:
    with readable(ObjectFolder({url + "/processed"!r})) as folder:
        print(len(list(folder.glob("raw_articles/*"))), disturbed.problems(folder), flush=True)
"""
    reader = subprocess.Popen(
        [sys.executable, "-c", f"import select{reading}"], cwd=disturbed.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "DATELINE_CACHE": str(tmp_path / "reader")},
    )
    assert reader.stdout.readline() == "0 []\n"
    _run(url)
    seen = set(reader.communicate("end\n")[0].splitlines())
    assert seen <= {"0 []", "1 []", "2 []", "3 []"}
    assert reader.returncode == 0
