"""Every form yields the same article, and nothing that was received is lost."""

import csv
import datetime
import gzip
import io
import json
import random
import re
from pathlib import Path

import brotli
import pytest
from backports import zstd
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import tests.ingest.sample_inputs as inputs
from flows.ingest.forms import FORMS, form_of, read_record
from flows.ingest.provenance import provenance_of
from flows.ingest.raw_article import RawArticle, Rejected
from schemas import articles as articles_schema
from schemas import evidence, raw_articles

with open(Path(__file__).parents[2] / "data/reference/reject_reasons.csv", encoding="utf-8") as file:
    REASONS = {row["reason"] for row in csv.DictReader(file)}
COLUMNS = {column.name for column in articles_schema.TABLE.columns}
RULE = re.compile(next(column.pattern for column in evidence.TABLE.columns if column.name == "rule"))
ALL = [(form, *sample) for form, samples in inputs.SAMPLES.items() for sample in samples]


def read_file(path: Path):
    """(record, answer) for every record of a file."""
    form = form_of(path)
    cuts = form.records(path, path.name, provenance_of(path.parent, path))
    pairs = [cut if isinstance(cut, tuple) else (cut, read_record(cut)) for cut in cuts]
    return form, pairs


def words(text):
    return re.findall(r"\w+", text)


def test_every_form_has_a_sample_and_a_name_in_the_schema():
    assert {form.name for form in FORMS} == set(inputs.SAMPLES)
    assert {form.name for form in FORMS} | {"unknown"} == set(raw_articles.FORMS)


@pytest.mark.parametrize(("form", "name", "content", "accepted", "rejected"), ALL, ids=[f"{a[0]}-{a[1]}" for a in ALL])
def test_each_sample_gives_its_articles(tmp_path, form, name, content, accepted, rejected):
    path = tmp_path / name
    path.write_bytes(content)
    found, pairs = read_file(path)
    assert found.name == form
    articles = [answer for _, answer in pairs if isinstance(answer, RawArticle)]
    refusals = [answer for _, answer in pairs if isinstance(answer, Rejected)]
    assert (len(articles), len(refusals)) == (accepted, rejected), refusals
    assert {refusal.reason for refusal in refusals} <= REASONS
    assert len({record.raw_path for record, _ in pairs}) == len(pairs)
    assert {record.form for record, _ in pairs} <= set(raw_articles.FORMS)
    for article in articles:
        for column, _, _, rule in article.traces:
            assert column in COLUMNS
            assert RULE.fullmatch(rule)
        expected = words(inputs.TEXT)
        given = [word for word in words(article.text.replace(f" ({inputs.URL})", "")) if word in set(expected)]
        assert given[: len(expected)] == expected
        if form not in ("text", "archive"):
            assert article.outlet in (inputs.OUTLET, "LHD")
            assert datetime.datetime.fromisoformat(article.published) == datetime.datetime.fromisoformat(inputs.PUBLISHED)
        if form not in ("text", "archive", "telegram", "iptc7901"):
            assert article.title == inputs.TITLE


def test_telegram_keeps_links_and_whom_it_forwards(tmp_path):
    for name, content, *_ in inputs.SAMPLES["telegram"]:
        (tmp_path / name).write_bytes(content)
        (article,) = [answer for _, answer in read_file(tmp_path / name)[1] if isinstance(answer, RawArticle)]
        assert article.forwarded_from == "Weir Lane Volunteers"
        assert f"({inputs.URL})" in article.text
        assert article.text.split("\n\n")[2] == inputs.PARAGRAPHS[2]


def test_web_archives_keep_address_and_time_of_capture(tmp_path):
    for name, content, *_ in inputs.SAMPLES["warc"]:
        (tmp_path / name).write_bytes(content)
        pairs = read_file(tmp_path / name)[1]
        record = pairs[0][0]
        assert record.raw_path.endswith("#urn:uuid:00000000")
        assert record.provenance.received_at == datetime.datetime(2025, 11, 4, 12, tzinfo=datetime.UTC)
        assert record.provenance.url == inputs.URL
        assert [(answer.reason, answer.detail) for _, answer in pairs[1:]] == [
            ("unknown_form", "content of type image/png"), ("no_article", "HTTP status 404"),
        ]  # fmt: skip


@pytest.mark.parametrize(("header", "encode"), [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstd.compress), ("br", bytes)])
def test_web_archives_are_read_however_the_server_encoded_the_page(tmp_path, header, encode):
    with open(tmp_path / "a.warc.gz", "wb") as file:
        writer = WARCWriter(file, gzip=True)
        for body in (encode(inputs.PAGE.encode()), encode(inputs.PAGE.encode().replace(b"Monday", b"Friday"))):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), ("Content-Encoding", header)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(inputs.URL, "response", payload=io.BytesIO(body), http_headers=headers))
    assert [answer.title for _, answer in read_file(tmp_path / "a.warc.gz")[1]] == [inputs.TITLE, inputs.TITLE]


def test_an_entry_has_the_same_id_in_every_fetch_of_its_feed(tmp_path):
    (tmp_path / "1.rss").write_text(inputs.RSS, encoding="utf-8")
    (tmp_path / "2.rss").write_text(inputs.RSS.replace("<item>", "<lastBuildDate>x</lastBuildDate><item>", 1), encoding="utf-8")
    first, second = (read_file(tmp_path / name)[1][0][0] for name in ("1.rss", "2.rss"))
    assert first.payload == second.payload


def test_links_in_a_feed_are_made_whole_by_its_own(tmp_path):
    (tmp_path / "a.rss").write_text(
        "<rss version='2.0'><channel><title>Lark Herald</title><link>https://herald.example/</link>"
        f"<item><link>/town/bridge</link><description>{inputs.PARAGRAPHS[0]}</description></item></channel></rss>",
        encoding="utf-8",
    )
    assert [answer.url for _, answer in read_file(tmp_path / "a.rss")[1]] == ["https://herald.example/town/bridge"]


def test_a_feed_cut_within_an_entry_gives_the_whole_ones_and_a_rejection_for_the_rest(tmp_path):
    whole = f"<rss version='2.0'><channel><title>Lark Herald</title><item><description>{inputs.PARAGRAPHS[0]}</description></item>"
    (tmp_path / "a.rss").write_text(f"{whole}<item><title>Mill</title><description>The mill closes aft", encoding="utf-8")
    _, ((_, first), (record, rest)) = read_file(tmp_path / "a.rss")
    assert first.text == inputs.PARAGRAPHS[0]
    assert (rest.reason, record.byte_offset) == ("truncated", len(whole.encode()))


def test_what_is_no_entry_in_a_json_feed_is_rejected_by_itself(tmp_path):
    items = [{"id": "1", "content_text": inputs.PARAGRAPHS[0]}, "odd", None]
    (tmp_path / "a.json").write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Herald", "items": items}))
    _, ((_, first), *others) = read_file(tmp_path / "a.json")
    assert first.text == inputs.PARAGRAPHS[0]
    assert [answer.reason for _, answer in others] == ["invalid_record", "invalid_record"]


def test_rows_are_found_under_quotes_with_line_ends_and_in_old_encodings(tmp_path):
    text = "Рада затвердила бюджет.\nЯк повідомив голова, «кошти є; решта — згодом», їх розподілять улітку."
    (tmp_path / "a.csv").write_bytes(f'рубрика;текст;дата\nБюджет;"{text}";2025-11-03\nБез тексту;;2025\nзайве;a;b;c;d\n'.encode("cp1251"))
    _, pairs = read_file(tmp_path / "a.csv")
    assert pairs[0][1].text == text
    assert pairs[0][1].encoding == "windows-1251"
    assert pairs[0][1].published == "2025-11-03"
    assert pairs[0][1].unknown_fields == ("рубрика",)
    assert [answer.reason for _, answer in pairs[1:]] == ["empty", "invalid_record"]


def test_a_field_with_html_gives_its_text(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"content": "<p>One &amp; two.</p><p>Three<br>four.</p><script>x</script>"}\n{"raw_html": "<div>Five</div>"}')
    _, pairs = read_file(tmp_path / "a.jsonl")
    assert pairs[0][1].text == "One & two.\n\nThree\n\nfour."
    assert pairs[0][1].traces[0][3] == "markup_removed"
    assert pairs[1][1].text == "Five"


def test_a_list_cut_short_gives_its_whole_elements(tmp_path):
    whole = b"[" + b",".join(inputs.LINE for _ in range(500)) + b"]"
    (tmp_path / "a.json").write_bytes(whole[:-300])
    _, pairs = read_file(tmp_path / "a.json")
    assert [type(answer) for _, answer in pairs] == [RawArticle] * 499 + [Rejected]
    assert all(whole[record.byte_offset :].startswith(record.payload) for record, _ in pairs)


def test_all_chats_of_an_export_keep_their_names(tmp_path):
    chats = {"about": "x", "chats": {"list": [inputs.TELEGRAM, inputs.TELEGRAM | {"name": "Other Channel"}]}}
    (tmp_path / "result.json").write_bytes(inputs.orjson.dumps(chats))
    articles = [answer for _, answer in read_file(tmp_path / "result.json")[1] if isinstance(answer, RawArticle)]
    assert [article.outlet for article in articles] == [inputs.OUTLET, "Other Channel"]


def test_archives_refuse_names_that_lead_out_and_read_the_rest(tmp_path):
    members = {"../out.txt": b"x", "/etc/out.txt": b"x", "c:\\out.txt": b"x", "a/../../b.txt": b"x", "fine.txt": inputs.TEXT.encode(), "x.exe": b"MZ"}
    (tmp_path / "a.zip").write_bytes(inputs.zip_file(members))
    (tmp_path / "a.tar").write_bytes(inputs.tar_file(members))
    for name in ("a.zip", "a.tar"):
        _, pairs = read_file(tmp_path / name)
        reasons = sorted(answer.reason for _, answer in pairs if isinstance(answer, Rejected))
        assert reasons == ["unknown_form"] + ["unsafe_path"] * 4
        assert sum(isinstance(answer, RawArticle) for _, answer in pairs) == 1


def test_archives_know_their_sidecars(tmp_path):
    (tmp_path / "a.zip").write_bytes(inputs.zip_file(inputs.MEMBERS | {"provenance.json": b'{"rights_basis": "cc"}'}))
    _, pairs = read_file(tmp_path / "a.zip")
    by_path = {record.raw_path: answer for record, answer in pairs}
    assert set(by_path) == {"a.zip#a/mill.txt", "a.zip#b/lines.jsonl.gz#1"}
    assert by_path["a.zip#a/mill.txt"].url == inputs.URL
    assert {answer.rights_basis for answer in by_path.values()} == {"cc"}


@pytest.mark.parametrize("cut", [1, 300, 700, 1200])
def test_a_web_archive_cut_short_gives_its_whole_records_and_a_rejection_for_the_rest(tmp_path, cut):
    whole = gzip.decompress(inputs.warc_file())
    for name, data in (("a.warc", whole), ("a.warc.gz", inputs.warc_file())):
        (tmp_path / name).write_bytes(data)
        before = [(record.raw_path, getattr(answer, "reason", "accepted")) for record, answer in read_file(tmp_path / name)[1]]
        (tmp_path / name).write_bytes(data[: -20 - min(cut, len(data) - 40)])
        _, pairs = read_file(tmp_path / name)
        after = [(record.raw_path, getattr(answer, "reason", "accepted")) for record, answer in pairs]
        assert after[:-1] == before[: len(after) - 1]
        assert after[-1][1] == "truncated"
        assert pairs[-1][0].byte_offset is not None


def test_a_tar_cut_short_gives_its_whole_members_and_a_rejection_for_the_rest(tmp_path):
    noise = bytes(random.Random(5).choices(range(97, 123), k=100_000))
    data = inputs.tar_file({"a.txt": inputs.TEXT.encode(), "b.txt": noise, "c.txt": b"Words."})
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(data)[:40_000])
    (tmp_path / "a.tar").write_bytes(data[:40_000])
    for name in ("a.tar.gz", "a.tar"):
        _, ((_, article), *rest) = read_file(tmp_path / name)
        assert article.text == inputs.TEXT
        assert {answer.reason for _, answer in rest} == {"truncated"}


@pytest.mark.parametrize(
    ("name", "content", "reason", "detail"),
    [
        ("a.zip", b"no archive, but a text\n" * 40, "invalid_record", "neither a zip nor a tar archive"),
        ("a.tar", b"", "invalid_record", "an empty file"),
        ("a.tar.gz", b"\x1f\x8bxx", "truncated", "gz stream ends early, after byte offset 0"),
    ],
)
def test_what_is_no_archive_is_said_to_be_none(tmp_path, name, content, reason, detail):
    (tmp_path / name).write_bytes(content)
    ((_, answer),) = read_file(tmp_path / name)[1]
    assert answer.reason == reason
    assert detail in answer.detail


def test_a_tar_without_members_gives_nothing(tmp_path):
    (tmp_path / "a.tar").write_bytes(inputs.tar_file({}))
    assert read_file(tmp_path / "a.tar")[1] == []


def test_archives_too_deep_are_given_up(tmp_path):
    data = inputs.zip_file(inputs.MEMBERS)
    for _ in range(5):
        data = inputs.zip_file({"inner.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    ((_, answer),) = read_file(tmp_path / "a.zip")[1]
    assert answer.reason == "archive_limit"


def test_a_zip_bomb_is_given_up(tmp_path):
    (tmp_path / "a.zip").write_bytes(inputs.zip_file({f"{n}.txt": b" " * (40 << 20) for n in range(4)}))
    _, pairs = read_file(tmp_path / "a.zip")
    assert {answer.reason for _, answer in pairs} >= {"archive_limit"}
    assert len(pairs) <= 4


def test_an_article_with_a_list_in_it_is_one_article(tmp_path):
    (tmp_path / "a.json").write_bytes(inputs.orjson.dumps(inputs.FIELDS | {"items": [{"text": "a caption"}]}))
    ((_, article),) = read_file(tmp_path / "a.json")[1]
    assert article.text == inputs.TEXT
    assert article.unknown_fields == ("items",)


def test_documents_of_a_search_engine_are_unwrapped(tmp_path):
    (tmp_path / "a.json").write_bytes(inputs.orjson.dumps({"took": 1, "hits": {"total": 1, "hits": [{"_id": "1", "_source": inputs.FIELDS}]}}))
    ((_, article),) = read_file(tmp_path / "a.json")[1]
    assert article.title == inputs.TITLE
