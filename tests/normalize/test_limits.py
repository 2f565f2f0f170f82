"""One article may not hold up the others: too large, too slow, stuck, or deadly to the process that reads it."""

import datetime
import os
import signal
import time

import pytest

from flows.ingest.raw_article import Provenance, Record, Rejected
from flows.normalize import limits
from flows.normalize import record as record_module
from flows.normalize.load_registry import load_registry
from flows.normalize.record import read_one
from flows.workers.worker_pool import WorkerPool

RECEIVED = Provenance(datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC))


def read(text: str, seconds: float = limits.CPU_SECONDS):
    payload = text.encode()
    return read_one("0" * 64, len(payload), Record("a.txt", "text", payload, RECEIVED, 0), None, load_registry(), seconds).reading


def test_a_text_over_the_limit_is_rejected_with_its_size():
    reading = read("а" * (limits.MAX_CHARACTERS + 1))
    assert isinstance(reading, Rejected) and reading.reason == "size_limit" and str(limits.MAX_CHARACTERS) in reading.detail
    reading = read("а " * (limits.MAX_TOKENS_PER_LINE + 1))
    assert isinstance(reading, Rejected) and reading.reason == "size_limit"


def test_an_article_that_takes_too_long_is_rejected(monkeypatch):
    def slow(*_):
        while True:
            sum(range(1000))

    monkeypatch.setattr(record_module, "read_article", slow)
    reading = read("Новость", seconds=0.1)
    assert isinstance(reading, Rejected) and reading.reason == "time_limit"
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_a_reader_that_swallows_errors_does_not_swallow_the_limit(monkeypatch):
    def slow(*_):
        while True:
            try:
                sum(range(1000))
            except Exception:
                continue

    monkeypatch.setattr(record_module, "read_article", slow)
    assert read("Новость", seconds=0.1).reason == "time_limit"


@pytest.mark.parametrize(
    "text",
    ["5 листопада 2019 року " * 2_000, "а" * 100_000, "\u202eтекст\u202c" * 5_000, "«" * 20_000, "Reuters сообщает, что " * 3_000,
     "(" * 5_000 + ")" * 5_000, "1-" * 20_000, "сказал " * 10_000 + ".", "http://" + "a." * 10_000],
    ids=["dates", "one letter", "overrides", "quotes", "citations", "brackets", "dashes", "said", "host"],
)
def test_pathological_texts_are_read_or_rejected_within_the_limit(text):
    reading = read(text, seconds=20)
    assert not isinstance(reading, Rejected) or reading.reason in ("size_limit", "time_limit", "empty")


def _counting(item, barred, at):
    return item


def _deadly_at_three(item, barred, at):
    seen = []
    for index in range(5):
        at(index)
        if index in barred:
            seen.append(barred[index].reason)
            continue
        if index == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        seen.append(index)
    at(-1)
    return seen


def _stuck_at_one(item, barred, at):
    for index in range(3):
        at(index)
        if index == 1 and index not in barred:
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM, signal.SIGPROF])
            while True:
                time.sleep(60)
    at(-1)
    return [rejected.reason for rejected in barred.values()]


def _parses_at_one(item, barred, at):
    from flows.ingest.page import parse_html

    for index in range(3):
        at(index)
        if index == 1 and index not in barred:
            # minutes inside the parser: it compares each attribute with all before it
            parse_html("<div " + " ".join(f"a{number}" for number in range(200_000)) + ">")
    at(-1)
    return [(rejected.reason, rejected.detail) for rejected in barred.values()]


def _raises(item, barred, at):
    raise OSError(28, "No space left on device")


def test_a_record_that_kills_its_reader_is_barred_and_the_rest_is_read():
    pool = WorkerPool(1, preload=())
    try:
        assert pool.submit(_deadly_at_three, "batch").result() == [0, 1, 2, "internal_error", 4]
        assert pool.submit(_counting, "next").result() == "next"
    finally:
        pool.close()


def test_a_reader_that_hangs_is_ended():
    pool = WorkerPool(1, preload=(), stuck_s=0.5)
    try:
        assert pool.submit(_stuck_at_one, "batch").result() == ["time_limit"]
    finally:
        pool.close()


def test_a_page_that_keeps_the_parser_busy_is_given_up():
    pool = WorkerPool(1, preload=(), cpu_s=1.0)
    try:
        ((reason, detail),) = pool.submit(_parses_at_one, "batch").result()
        assert (reason, detail) == ("time_limit", "the reading process did not move on for 1 s of processor time and was ended")
        assert pool.submit(_counting, "next").result() == "next"
    finally:
        pool.close()


def _works_long_over_short_records(item, barred, at):
    for index in range(30):
        at(index)
        begun = time.process_time()
        while time.process_time() - begun < 0.1:
            pass
    at(-1)
    return [barred[index].reason for index in barred]


def test_what_a_worker_used_for_earlier_records_counts_against_none():
    pool = WorkerPool(1, preload=(), cpu_s=0.5)
    try:
        assert pool.submit(_works_long_over_short_records, "batch").result() == []
    finally:
        pool.close()


def test_an_error_of_the_machine_comes_back_as_it_was():
    pool = WorkerPool(1, preload=())
    try:
        with pytest.raises(OSError) as error:
            pool.submit(_raises, "batch").result()
        assert error.value.errno == 28
    finally:
        pool.close()
