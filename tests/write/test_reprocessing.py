"""Rebuilds, corrections and take-downs of a dataset that exists."""

import datetime
import gzip
import hashlib
import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from flows.commands.forget import NothingToForgetError, forget
from flows.ingest.raw_article import Rejected
from flows.normalize import record as record_module
from flows.publish.dataset_diff import dataset_diff
from flows.selection import Selection
from flows.write.commit import Outcomes
from tests.write.conftest import files_of, lines


def with_titles(monkeypatch, title):
    """Rules that read this title from every article."""
    real = record_module.read_article

    def read(*arguments):
        from dataclasses import replace

        reading = real(*arguments)
        return reading if isinstance(reading, Rejected) else replace(reading, title=title)

    monkeypatch.setattr(record_module, "read_article", read)


def test_a_rebuild_by_the_same_rules_gives_the_same_bytes(raw, processed, build):
    (raw / "a.jsonl").write_text(lines([f"Новость {i}" for i in range(25)]) + "{broken\n")
    (raw / "b.jsonl.gz").write_bytes(gzip.compress(lines([f"Новость {i}" for i in range(12)], first=5).encode()))
    (raw / "c.txt").write_text("Новость в файле")
    build()
    before = files_of(processed)
    assert build(Selection()).written.outcomes.raw == 39
    assert files_of(processed) == before


def test_a_rebuild_brings_new_rules_to_what_was_selected(raw, processed, build, ask, monkeypatch):
    (raw / "a.jsonl").write_text(lines([f"Новость {i}" for i in range(10)]))
    (raw / "b.jsonl").write_text(lines([f"Другая {i}" for i in range(10)], first=100))
    build()
    with_titles(monkeypatch, "Новый заголовок")
    build(Selection(where="text LIKE 'Другая 3%'"))
    assert ask("SELECT title IS NOT DISTINCT FROM 'Новый заголовок', min(text) FROM articles GROUP BY 1 ORDER BY 1") == [
        (False, "Новость 0"), (True, "Другая 0"),
    ]
    build(Selection(since=datetime.date(2026, 1, 5)))
    assert ask("SELECT count(*) FROM articles WHERE title = 'Новый заголовок'") == [(20,)]


def test_a_rebuild_keeps_rows_whose_raw_file_is_gone(raw, processed, build, ask, monkeypatch):
    for i in range(4):
        (raw / f"{i}.txt").write_text(f"Новость {i}")
    build()
    (raw / "1.txt").unlink()
    (raw / "2.txt").write_text("Совсем другое")
    with_titles(monkeypatch, "Новый заголовок")
    build(Selection())
    found = dict(ask("SELECT text, title IS NOT DISTINCT FROM 'Новый заголовок' FROM articles"))
    assert found == {"Новость 0": True, "Новость 1": False, "Новость 2": False, "Новость 3": True, "Совсем другое": True}
    assert ask("SELECT count(*), count(*) FILTER (outcome = 'accepted') FROM raw_articles") == [(5, 5)]


def test_a_duplicate_is_accepted_when_its_article_goes_away(raw, build, ask, monkeypatch):
    (raw / "a.txt").write_text("Одна и та же новость")
    build()
    (raw / "b.txt").write_text("Одна и та же новость")
    assert build().written.outcomes == Outcomes(1, 0, 1, 0)
    real = record_module.read_article
    monkeypatch.setattr(
        record_module, "read_article",
        lambda raw_article, provenance, registry: real(raw_article, provenance, registry)
        if provenance.outlet else Rejected("empty", "by new rules"),
    )
    (raw / "b.json").write_text('{"outlet": "УНН"}')
    build(Selection(where="text LIKE 'Одна%'"))
    assert sorted(ask("SELECT raw_path, outcome FROM raw_articles")) == [("a.txt", "rejected"), ("b.txt", "accepted")]
    assert ask("SELECT count(*) FROM articles") == [(1,)]


def test_retrying_what_was_rejected(raw, build, ask, monkeypatch):
    (raw / "a.jsonl").write_text(lines(["Новость", "Взрыв", "Третья"]))
    real = record_module.read_article

    def fails(raw_article, *rest):
        if raw_article.text == "Взрыв":
            raise ZeroDivisionError("no such thing")
        return real(raw_article, *rest)

    monkeypatch.setattr(record_module, "read_article", fails)
    assert build().written.outcomes == Outcomes(3, 2, 0, 1)
    ((reason, detail),) = ask("SELECT reason, detail FROM rejected_articles")
    assert reason == "internal_error" and "ZeroDivisionError: no such thing" in detail and "line" in detail
    monkeypatch.undo()
    build(Selection(is_rejected=True, reason="internal_error"))
    assert ask("SELECT count(*) FROM rejected_articles") == [(0,)]
    assert ask("SELECT count(*) FROM articles") == [(3,)]


def test_what_is_wrong_with_the_machine_rejects_no_article(raw, build, monkeypatch):
    (raw / "a.txt").write_text("Новость")

    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(record_module, "read_article", fails)
    with pytest.raises(OSError, match="No space"):
        build()
    monkeypatch.undo()
    assert build().written.outcomes == Outcomes(1, 1, 0, 0)


def test_diff_says_what_changed_by_column(raw, processed, build, tmp_path, monkeypatch):
    (raw / "a.jsonl").write_text(lines([f"Новость {i}" for i in range(3)]))
    build()
    processed.rename(tmp_path / "old")
    with_titles(monkeypatch, "Новый заголовок")
    (raw / "b.txt").write_text("Ещё одна")
    build()
    rows = dataset_diff(tmp_path / "old", processed).read_all().to_pylist()
    said = {(r["table"], r["column"]): (r["change"], r["count"]) for r in rows}
    assert said[("articles", "article_id")] == ("added", 1)
    assert said[("articles", "title")] == ("added", 3)
    assert set(said) == {("articles", "article_id"), ("articles", "title")}


def correct(tmp_path, *rows):
    (tmp_path / "corrections.csv").write_text("\n".join(["article_id,column,wrong,right,why", *rows]) + "\n")


def test_a_correction_is_applied_and_withdrawn(raw, processed, build, ask, tmp_path):
    (raw / "a.txt").write_text("Новость без даты")
    build()
    before = files_of(processed)
    ((article_id, published),) = ask("SELECT article_id, published_edtf FROM articles")
    correct(tmp_path, f"{article_id},published_edtf,{published or ''},2025-11-03,seen in print", f"{article_id},title,,Заголовок,seen in print")
    assert build().failed_checks == ()
    assert ask("SELECT published_edtf, published_earliest, published_precision, title FROM articles") == [
        ("2025-11-03", datetime.date(2025, 11, 3), "day", "Заголовок")
    ]
    assert ask("SELECT \"column\", value, as_given FROM evidence WHERE rule = 'correction' ORDER BY 1") == [
        ("published_edtf", "2025-11-03", "seen in print"), ("title", "Заголовок", "seen in print"),
    ]
    assert build().run_id is None
    correct(tmp_path)
    build()
    assert files_of(processed) == before


def test_a_citation_is_corrected(raw, build, ask, tmp_path):
    (raw / "a.txt").write_text("The ferry was late on Friday, the harbour office said.")
    build()
    ((article_id,),) = ask("SELECT article_id FROM articles")
    correct(tmp_path, f"{article_id},citations[0].source_name,harbour office,Port Office of Fablehaven,asked by telephone")
    assert build().failed_checks == ()
    assert ask("SELECT source_name, source_as_given FROM citations") == [("Port Office of Fablehaven", "harbour office")]
    assert ask("SELECT value, as_given FROM evidence WHERE rule = 'correction'") == [("Port Office of Fablehaven", "asked by telephone")]


def test_a_correction_that_matches_nothing_is_an_error(raw, build, ask, tmp_path):
    (raw / "a.txt").write_text("Новость без даты")
    build()
    ((article_id,),) = ask("SELECT article_id FROM articles")
    correct(tmp_path, f"{article_id},title,Не тот,Тот,why", f"{'0' * 32},title,,Тот,why")
    said = " ".join(e for c in build().failed_checks for e in c.examples)
    assert "its value is not 'Не тот'" in said and "there is no such article" in said


def take_down(raw, processed, **what):
    subject = {"article": None, "url": None, "outlet": None, **what}
    return forget(raw, processed, subject["article"], subject["url"], subject["outlet"], "legal", None, lambda owner: None)


def test_a_forgotten_article_is_gone_and_stays_gone(raw, processed, build, ask):
    secret = "Тайное стало явным"
    (raw / "a.jsonl").write_text(lines(["Новость", secret, "Третья"]))
    (raw / "copy.jsonl.gz").write_bytes(gzip.compress(lines(["Новость", secret]).encode()))
    build()
    done = take_down(raw, processed, url="https://example.org/1")
    assert len(done.article_ids) == 1 and done.left_in_raw == ()
    assert secret.encode() not in (raw / "a.jsonl").read_bytes()
    assert secret.encode() not in gzip.decompress((raw / "copy.jsonl.gz").read_bytes())
    assert secret not in str([ask(f"SELECT * FROM {t}") for t in ("articles", "evidence", "citations", "rejected_articles", "tombstones")])
    assert ask("SELECT why, count(*) FROM tombstones GROUP BY 1") == [("legal", 1)]
    assert ask("SELECT outcome, count(*) FROM raw_articles GROUP BY 1 ORDER BY 1") == [("accepted", 2), ("duplicate", 1), ("rejected", 2)]
    assert ask("SELECT DISTINCT reason FROM rejected_articles") == [("forgotten",)]

    build()
    (raw / "again.jsonl").write_text(lines(["Новость", secret]))
    build()
    build(Selection())
    assert ask("SELECT count(*) FROM articles") == [(2,)]
    assert ask("SELECT raw_path FROM rejected_articles ORDER BY 1") == [("a.jsonl#2",), ("again.jsonl#2",), ("copy.jsonl.gz#2",)]


def test_a_text_file_goes_with_its_sidecar(raw, processed, build, ask):
    (raw / "a.txt").write_text("Новость")
    (raw / "a.json").write_text('{"url": "https://example.org/a"}')
    build()
    ((article_id,),) = ask("SELECT article_id FROM articles")
    take_down(raw, processed, article=article_id[:10])
    assert sorted(p.name for p in raw.iterdir()) == ["provenance.json"]


def _archive(path, pages: dict[str, str]) -> None:
    with path.open("wb") as target:
        writer = WARCWriter(target, gzip=path.suffix == ".gz")
        for url, html in pages.items():
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            response = writer.create_warc_record(url, "response", payload=io.BytesIO(html.encode()), http_headers=headers)
            asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.org")], is_http_request=True)
            request = writer.create_warc_record(url, "request", http_headers=asked)
            writer.write_request_response_pair(request, response)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_record_is_cut_out_of_a_web_archive(name, raw, processed, build, ask):
    page = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{0}. " + "Подробности сообщили в мэрии. " * 25 + "</p></article></body></html>"
    _archive(raw / name, {f"https://example.org/{i}": page.format(word) for i, word in enumerate(("Первая", "Тайная", "Третья"))})
    build()
    before = ask("SELECT raw_path, text FROM raw_articles JOIN articles USING (article_id) WHERE url NOT LIKE '%/1' ORDER BY 1")
    done = take_down(raw, processed, url="https://example.org/1")
    assert len(done.article_ids) == 1 and done.left_in_raw == ()
    data = (raw / name).read_bytes()
    data = gzip.decompress(data) if name.endswith(".gz") else data
    assert "Тайная".encode() not in data and b"example.org/1" not in data and "Третья".encode() in data
    build()
    build(Selection())
    assert ask("SELECT raw_path, text FROM raw_articles JOIN articles USING (article_id) ORDER BY 1") == before


def test_what_cannot_be_taken_out_of_a_file_is_named(raw, processed, build, ask):
    (raw / "a.csv").write_text("text,url\nНовость,https://example.org/1\nДругая,https://example.org/2\n")
    build()
    done = take_down(raw, processed, url="https://example.org/1")
    assert [path.partition("#")[0] for path in done.left_in_raw] == ["a.csv"]
    assert ask("SELECT text FROM articles") == [("Другая",)]


def test_a_forgotten_outlet_is_forgotten_for_good(raw, processed, build, ask):
    (raw / "a.jsonl").write_text('{"text": "Новость", "url": "https://unn.ua/news/1"}\n{"text": "Другая", "url": "https://example.org/2"}\n')
    build()
    ((outlet,),) = ask("SELECT outlet_id FROM articles WHERE url LIKE 'https://unn.ua%'")
    take_down(raw, processed, outlet=outlet)
    (raw / "b.jsonl").write_text('{"text": "Свежая", "url": "https://unn.ua/news/2"}\n')
    build()
    assert ask("SELECT text FROM articles") == [("Другая",)]


def test_a_take_down_that_was_killed_is_finished_by_the_next_run(raw, processed, build, ask, monkeypatch):
    (raw / "a.txt").write_text("Тайное")
    build()
    from flows.commands import forget as forget_module

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(forget_module, "apply_tombstones", killed)
    with pytest.raises(KeyboardInterrupt):
        take_down(raw, processed, article=ask("SELECT article_id FROM articles")[0][0])
    monkeypatch.undo()
    assert (raw / "a.txt").exists()
    build()
    assert not (raw / "a.txt").exists() and ask("SELECT count(*) FROM articles") == [(0,)]


def test_forgetting_what_is_not_there_is_said(raw, processed, build):
    (raw / "a.txt").write_text("Новость")
    build()
    with pytest.raises(NothingToForgetError):
        take_down(raw, processed, url="https://example.org/none")
    assert hashlib.sha256((raw / "a.txt").read_bytes()).hexdigest() == hashlib.sha256("Новость".encode()).hexdigest()
