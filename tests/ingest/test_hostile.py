"""Hostile input: whatever the bytes, every record ends as an article or as a refusal with a reason from the list.

    python tests/ingest/test_hostile.py [--count N] [--form NAME] [--seed N]      the long form, for make soak
"""

import argparse
import csv
import random
import resource
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from flows.ingest.forms import FORMS, form_of, raw_path_of, read_record
from flows.ingest.limits import MAX_RECORD_BYTES
from flows.ingest.provenance import provenance_of
from flows.ingest.raw_article import RawArticle, Rejected
from tests.ingest.sample_inputs import LINE, PAGE, SAMPLES, TELEGRAM, orjson, tar_file, warc_file, zip_file

with open(Path(__file__).parents[2] / "data" / "reference" / "reject_reasons.csv", encoding="utf-8") as file:
    REASONS = {row["reason"] for row in csv.DictReader(file)}
NAMES = {form.name for form in FORMS} | {"unknown"}
DEEP = 20_000
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
LONG_SUFFIXES = (".jsonl", ".csv", ".tsv", ".json", ".txt", ".html", ".rss", ".xml", ".newsml", ".iptc", ".zip", ".parquet")
LONG = b"word " * 200_000
LINES = [b"", b"\x00" * 64, b"\n" * 100, b"\xff\xfe", b"\xef\xbb\xbf", b"{" * DEEP, b"[" * DEEP, b"<a>" * DEEP, b"<!--", b'"' * 999, b"\x1b[2J"]
SUFFIXES = sorted({suffix for form in FORMS for suffix in form.suffixes} | {".xml", ".jsonl.gz", ".warc.gz", ".tar.zst", ".csv.xz", ".exe", ""})
BUILT = [
    ("deep.json", b'{"a":' * DEEP), ("deep.jsonl", b'{"text":"x","a":' + b"[" * DEEP + b"]" * DEEP + b"}"),
    ("deep.html", b"<div>" * DEEP + PAGE.encode()), ("deep.xml", b"<rss>" + b"<item>" * DEEP),
    ("deep.rss", b"<rss><channel>" + b"<item><description>" * DEEP), ("deep.nitf", b"<nitf>" + b"<block>" * DEEP),
    ("bomb.xml", f'<!DOCTYPE rss [<!ENTITY e0 "ha">{BOMB}]><rss><channel><item><title>&e11;</title></item></channel></rss>'.encode()),
    ("bomb.nitf", f'<!DOCTYPE nitf [<!ENTITY e0 "ha">{BOMB}]><nitf><body><body.content>&e11;</body.content></body></nitf>'.encode()),
    ("bomb.html", f'<!DOCTYPE html [<!ENTITY e0 "ha">{BOMB}]><html><body><p>&e11;</p></body></html>'.encode()),
    ("file.nitf", b'<!DOCTYPE nitf [<!ENTITY e SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&e;</p></body.content></body></nitf>'),
    ("numbers.json", b'{"text": 1e999, "url": NaN}'), ("surrogate.jsonl", b'{"text": "\\ud800 words"}'), ("keys.jsonl", b'{"\\u0000": 1, "text": "x"}'),
    ("result.json", orjson.dumps(TELEGRAM | {"messages": [None, 5, [], {"text": [[], {}, {"text": 5}]}, {"text": "x", "date_unixtime": "9" * 11}]})),
    ("names.zip", zip_file({"\n\x1b[2J.txt": b"x", "a" * 300 + ".txt": b"x", " ": b"", ".": b"x", "é\u202e.txt": b"x"})),
    ("names.tar", tar_file({"\n\x1b.txt": b"x", "a" * 300 + ".txt": b"x", "..": b"x"})), ("quotes.csv", b'text\n"' + b"x\n" * 50_000),
    ("cells.csv", b"text" + b",x" * 50_000 + b"\nw\n"), ("one.csv", b"text"), ("attributes.html", b"<p " + b"a=1 " * DEEP + b">x</p>"),
    ("json-ld.html", b'<script type="application/ld+json">' + b'{"@graph":[' * DEEP + b"</script>" + PAGE.encode()),
    ("times.html", PAGE.encode().replace(b"2025-11-03", b"99999-99-99")), ("form.mhtml", b"MIME-Version: 1.0\r\nContent-Type: multipart/x; boundary=b\r\n\r\n" + b"--b\r\nContent-Type: multipart/x; boundary=b\r\n\r\n" * 500),
    ("wire.txt", b"\x01" * 50 + b"\x02" * 50), ("lines.jsonl", LINE[:-1] + b',"published": {"$date": {"$numberLong": "1"}}}'),
]  # fmt: skip


def answers_of(path: Path, limit: int = 300):
    """Every (record, answer) of a file, as a run of the pipeline would get them."""
    form = form_of(path)
    if form is None:
        return []
    pairs = []
    for cut in form.records(path, raw_path_of(path.parent, path), provenance_of(path.parent, path)):
        pairs.append(cut if isinstance(cut, tuple) else (cut, read_record(cut)))
        if len(pairs) >= limit:
            break
    return pairs


def check(path: Path) -> tuple[int, int]:
    """Articles and refusals of a file; fails where an answer breaks the contract."""
    pairs = answers_of(path)
    for record, answer in pairs:
        assert isinstance(answer, RawArticle | Rejected)
        assert isinstance(record.payload, bytes)
        assert record.form in NAMES
        record.raw_path.encode("utf-8")
        if isinstance(answer, Rejected):
            assert answer.reason in REASONS
            assert answer.detail
            answer.detail.encode("utf-8", errors="strict")
        else:
            assert answer.text.strip()
            for value in (answer.text, answer.title, answer.url, answer.published, answer.outlet, answer.byline, answer.language):
                assert value is None or isinstance(value, str)
                (value or "").encode("utf-8", errors="strict")
    return sum(isinstance(answer, RawArticle) for _, answer in pairs), sum(isinstance(answer, Rejected) for _, answer in pairs)


def mutated(data: bytes, rng: random.Random, others: list[bytes]) -> bytes:
    """The bytes after one to four injuries."""
    for _ in range(rng.randint(1, 4)):
        at, end = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
        kind = rng.randrange(8)
        if kind == 0:
            data = data[:at]
        elif kind == 1 and data:
            spoiled = bytearray(data)
            for _ in range(rng.randint(1, 1 + len(data) // 50)):
                spoiled[rng.randrange(len(spoiled))] ^= 1 << rng.randrange(8)
            data = bytes(spoiled)
        elif kind == 2:
            data = data[:at] + data[end:]
        elif kind == 3:
            data = data[:at] + rng.choice(LINES) + data[at:]
        elif kind == 4:
            data = data[:at] + data[at : at + 200] * rng.randint(2, 40) + data[at:]
        elif kind == 5:
            data = data[:at] + rng.choice(others)[at:]
        elif kind == 6:
            data = data[:at] + rng.randbytes(rng.randint(1, 400)) + data[end:]
        else:
            data = data[end:] + data[:at]
    return data


def fuzz(form: str, count: int, seed: int, folder: Path) -> tuple[int, int]:
    """Articles and refusals of `count` injured samples of a form, one in ten under another form's suffix."""
    rng = random.Random(f"{form} {seed}")
    others = [sample[1] for samples in SAMPLES.values() for sample in samples]
    accepted = rejected = 0
    for number in range(count):
        name, data, *_ = rng.choice(SAMPLES[form])
        if rng.random() < 0.1:
            name = f"wrong{rng.choice(SUFFIXES)}"
        path = folder / name
        path.write_bytes(mutated(data, rng, others))
        try:
            a, r = check(path)
        except Exception as error:
            error.add_note(f"form {form}, seed {seed}, input {number}, file {name}")
            raise
        accepted, rejected = accepted + a, rejected + r
        path.unlink()
    return accepted, rejected


@pytest.mark.parametrize("form", sorted(SAMPLES))
def test_injured_inputs_end_in_an_answer(form, tmp_path):
    accepted, rejected = fuzz(form, 40, 1, tmp_path)
    assert rejected
    assert accepted or form == "parquet"


@pytest.mark.parametrize(("name", "data"), BUILT, ids=[name for name, _ in BUILT])
def test_built_attacks_end_in_an_answer(name, data, tmp_path):
    path = tmp_path / name
    path.write_bytes(data)
    accepted, rejected = check(path)
    assert accepted + rejected or data.count(b"\n") == 0


def test_no_file_of_the_machine_is_read_through_an_entity(tmp_path):
    name, data = next(item for item in BUILT if item[0] == "file.nitf")
    (tmp_path / name).write_bytes(data)
    assert all("root:" not in getattr(answer, "text", "") for _, answer in answers_of(tmp_path / name))


def test_a_broken_stream_inside_a_web_archive_ends_in_an_answer(tmp_path):
    name = b"archive/data.warc.gz"
    data = bytearray(zip_file({name.decode(): warc_file(), "datapackage.json": b"{}"}))
    data[data.index(name) + len(name)] ^= 0xFF
    (tmp_path / "x.wacz").write_bytes(data)
    assert check(tmp_path / "x.wacz") == (0, 1)


def peak_mb() -> int:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def long_line(size: int, folder: Path, suffixes: Sequence[str]) -> dict[str, str]:
    """How files of one line of that many bytes end, by suffix."""
    first, ended = folder / "long", {}
    with open(first, "wb") as file:
        for _ in range(size // len(LONG)):
            file.write(LONG)
    for suffix in suffixes:
        path = first.rename(folder / f"long{suffix}")
        ended[suffix] = ", ".join(sorted({answer.reason if isinstance(answer, Rejected) else "accepted" for _, answer in answers_of(path)})) or "no form"
        first = path
    return ended


def test_a_line_over_the_limit_is_refused_in_every_form(tmp_path):
    ended = long_line(MAX_RECORD_BYTES + 2 * len(LONG), tmp_path, (".jsonl", ".csv", ".tsv", ".txt", ".html", ".iptc"))
    assert set(ended.values()) == {"size_limit"}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--form", choices=sorted(SAMPLES))
    parser.add_argument("--seed", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not given.form:
            print(f"one line of 1 GB: {long_line(10**9, Path(folder), LONG_SUFFIXES)}, peak {peak_mb()} MB", flush=True)
    for form in [given.form] if given.form else sorted(SAMPLES):
        with tempfile.TemporaryDirectory() as folder:
            accepted, rejected = fuzz(form, given.count, given.seed, Path(folder))
        print(f"{form}: {given.count} inputs, {accepted} articles, {rejected} refused, peak {peak_mb()} MB", flush=True)
