"""`--map field=column`: columns that no alias knows are read, by this run and by later ones."""

import json

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from flows.direct import build_direct
from flows.ingest.batches import BatchLimits
from flows.ingest.field_map import FieldMapError, keep_field_map, load_field_map, parse_field_map
from flows.run_result import RunRequest
from flows.selection import Selection
from flows.service.listeners import Listeners

ROW = {"inhalt": "Die Brücke ist wieder offen, teilte der Stadtrat mit.", "kopf": "Brücke wieder offen", "tag": "2026-03-02"}
MAPS = ("text=inhalt", "title=kopf", "published=tag")


@pytest.fixture
def folders(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.jsonl").write_text(json.dumps(ROW))
    (raw / "b.csv").write_text("inhalt;kopf;tag\nDer Markt zieht um, sagte die Bürgermeisterin.;Markt zieht um;2026-03-03\n")
    pq.write_table(pa.Table.from_pylist([ROW | {"inhalt": "Der Fluss steigt, warnte der Dienst."}]), raw / "c.parquet")
    return raw, tmp_path / "processed"


def run(raw, processed, rebuild=None):
    request = RunRequest(raw, processed, "local", 1, "direct", BatchLimits(), checks_now=False, rebuild=rebuild)
    return build_direct(request, Listeners()).written.outcomes


def articles(processed):
    query = "SELECT title, published_edtf FROM read_parquet(?) WHERE title IS NOT NULL ORDER BY ALL"
    return duckdb.execute(query, [f"{processed}/articles/*.parquet"]).fetchall()


def test_mapped_columns_of_every_form_are_read_and_later_runs_read_alike(folders):
    raw, processed = folders
    keep_field_map(processed, parse_field_map(MAPS))
    assert run(raw, processed).accepted == 3
    before = articles(processed)
    assert before == [("Brücke wieder offen", "2026-03-02"), ("Brücke wieder offen", "2026-03-02"), ("Markt zieht um", "2026-03-03")]
    (raw / "d.jsonl").write_text(json.dumps(ROW | {"inhalt": "Die Schule öffnet am Montag."}))
    assert run(raw, processed).accepted == 1
    run(raw, processed, Selection())
    assert len(articles(processed)) == 4


def test_what_was_rejected_without_it_is_read_with_it(folders):
    raw, processed = folders
    assert run(raw, processed).rejected == 3
    keep_field_map(processed, parse_field_map(MAPS))
    run(raw, processed, Selection(is_rejected=True, reason="missing_text"))
    assert len(articles(processed)) == 3


def test_a_column_named_again_is_the_new_field(tmp_path):
    keep_field_map(tmp_path, parse_field_map(["text=inhalt", "title=kopf"]))
    keep_field_map(tmp_path, parse_field_map(["byline=kopf"]))
    assert load_field_map(tmp_path) == (("kopf", "byline"), ("inhalt", "text"))


@pytest.mark.parametrize(("given", "says"), [("inhalt", "say field=column"), ("text=", "say field=column"), ("inhalt=text", "'inhalt' is no field")])
def test_a_mistake_is_named(given, says, tmp_path):
    from flows.cli import main

    with pytest.raises(FieldMapError, match=says):
        parse_field_map([given])
    done = CliRunner().invoke(main, ["run", "--map", given, "--raw", str(tmp_path), "--processed", str(tmp_path / "processed")])
    assert done.exit_code == 2 and says in done.output
