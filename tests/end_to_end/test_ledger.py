"""The law of the ledger, over random inputs: raw articles in = accepted + duplicates + rejected, none lost, none doubled."""

import json
import tempfile
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.batch_reading import Reading
from flows.ingest.page import parse_html
from flows.ingest.page_metadata import read_metadata
from flows.ingest.page_text import read_page_text
from flows.normalize.limits import CPU_SECONDS
from flows.stages import in_order, ingest, plan_run, remember_seen, submit_here, write
from flows.write.commit import Outcomes
from flows.write.journal import recover
from flows.write.store import batch_files

WORDS = st.sampled_from(
    ["Київ", "повідомляє", "УНН", "сообщает", "Reuters", "said", "5 листопада", "в мае", "2019", "•", "—", "\n", "東京", "«Факты»", "<b>", "\u202e", "\x00"]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
LINES = st.one_of(
    st.fixed_dictionaries({"text": TEXTS}, optional={"url": st.sampled_from(["https://a.example/1", "нет", 7]), "published": st.sampled_from(["2025-11-03", "soon", "", 1730000000]), "mood": TEXTS}).map(lambda d: json.dumps(d, ensure_ascii=False).encode()),
    st.sampled_from([b"{", b"[]", b"null", b"", b'{"text": 5}', b"\xff\xfe"]),
)
FILES = st.one_of(
    st.tuples(st.sampled_from(["txt", "md"]), st.one_of(TEXTS.map(str.encode), TEXTS.map(lambda t: t.encode("utf-16")), st.binary(max_size=60))),
    st.tuples(st.just("jsonl"), st.lists(LINES, max_size=6).map(b"\n".join)),
    st.tuples(st.sampled_from(["exe", "jsonl.gz"]), st.binary(max_size=40)),
)


def build(raw: Path, processed: Path, seconds: float = CPU_SECONDS) -> Outcomes:
    plan = plan_run(raw, processed)
    reading = Reading(processed, plan.staging, seconds_per_article=seconds)
    written = write(plan, in_order(ingest(plan), submit_here(reading), 1), lambda batch, outcomes: None)
    remember_seen(plan)
    return written.outcomes


def column(processed: Path, table: str, name: str) -> list:
    return [v for path in batch_files(processed, table) for v in pq.read_table(path, columns=[name]).column(0).to_pylist()]


def write_files(raw: Path, files: list[tuple[str, bytes]], start: int = 0) -> None:
    raw.mkdir(exist_ok=True)
    for number, (suffix, content) in enumerate(files, start):
        (raw / f"{number:02}.{suffix}").write_bytes(content)


def has_records(suffix: str, content: bytes) -> bool:
    """Whether the file certainly holds a record: a file of lines may hold none, also where it is a byte order mark or a list of nothing."""
    return not suffix.startswith("jsonl") or (content.strip() not in (b"", b"[]") and b"\xff\xfe" not in content)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=st.lists(FILES, max_size=5), second=st.lists(FILES, max_size=3))
def test_nothing_is_lost_whatever_comes_in(first, second):
    with tempfile.TemporaryDirectory() as folder:
        raw, processed = Path(folder) / "raw", Path(folder) / "processed"
        processed.mkdir()
        write_files(raw, first)
        total = build(raw, processed)
        assert build(raw, processed) == Outcomes()
        write_files(raw, second, start=len(first))
        total += build(raw, processed)
        assert recover(processed) == []

        outcomes = column(processed, "raw_articles", "outcome")
        articles = column(processed, "articles", "article_id")
        assert total.balances()
        assert total == Outcomes(len(outcomes), outcomes.count("accepted"), outcomes.count("duplicate"), outcomes.count("rejected"))
        assert len(set(articles)) == len(articles) == total.accepted
        assert len(column(processed, "rejected_articles", "reason")) == total.rejected
        paths = {p.split("#")[0] for p in column(processed, "raw_articles", "raw_path")}
        assert {f"{n:02}.{s}" for n, (s, content) in enumerate([*first, *second]) if has_records(s, content)} <= paths


def test_a_changed_file_is_received_again_and_the_old_rows_stay(tmp_path):
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    processed.mkdir()
    write_files(raw, [("txt", "Перше повідомлення.".encode()), ("jsonl", b'{"text": "One."}\n{"text": "Two."}')])
    assert build(raw, processed) == Outcomes(3, 3, 0, 0)
    (raw / "00.txt").write_text("Друге повідомлення, довше за перше.", encoding="utf-8")
    (raw / "01.jsonl").write_bytes(b'{"text": "One."}\n{"text": "Two."}\n{"text": "Three."}')
    assert build(raw, processed) == Outcomes(2, 2, 0, 0)
    assert len(column(processed, "articles", "article_id")) == 5


def test_a_deleted_file_changes_nothing_that_was_read(tmp_path):
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    processed.mkdir()
    write_files(raw, [("txt", b"One article."), ("txt", b"Another article.")])
    build(raw, processed)
    (raw / "00.txt").unlink()
    assert build(raw, processed) == Outcomes()
    assert len(column(processed, "articles", "article_id")) == 2


def test_an_article_received_again_later_is_a_duplicate_across_batches(tmp_path):
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    processed.mkdir()
    write_files(raw, [("txt", b"The same words.")])
    assert build(raw, processed) == Outcomes(1, 1, 0, 0)
    (raw / "later.jsonl").write_bytes(b'{"text": "The same words."}\n{"text": "Other words."}')
    assert build(raw, processed) == Outcomes(2, 1, 1, 0)
    ledger = dict(zip(column(processed, "raw_articles", "raw_path"), column(processed, "raw_articles", "article_id"), strict=True))
    assert ledger["later.jsonl#1"] == ledger["00.txt"]


def saved_page(paragraphs: int, blocks: int) -> bytes:
    """A page whose article stands that many blocks deep, each named for what surrounds articles."""
    text = "<p>The bridge over the Lark reopened on Monday, the town council said after eleven months of repairs.</p>" * paragraphs
    head = "<html lang='en'><head><title>Bridge reopens</title></head><body>"
    return (head + "<div class='share box'>" * blocks + text + "</div>" * blocks + "</body></html>").encode()


def test_a_page_that_keeps_its_reader_busy_is_given_up_and_hurts_nobody_else(tmp_path):
    tree = parse_html(saved_page(4, 1).decode())
    read_page_text(tree, read_metadata(tree), None)  # the first page of a process pays for loading the library
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    raw.mkdir(), processed.mkdir()
    for name, page in (("a", saved_page(4, 1)), ("busy", saved_page(8_000, 200)), ("c", saved_page(5, 1))):
        (raw / f"{name}.html").write_bytes(page)
    outcomes = build(raw, processed, seconds=0.7)
    assert outcomes == Outcomes(3, 2, 0, 1)
    assert column(processed, "rejected_articles", "raw_path") == ["busy.html"]
    assert column(processed, "rejected_articles", "reason") == ["time_limit"]
    assert column(processed, "rejected_articles", "detail") == ["not read within 0.7 s of processor time"]
