"""Our own sample articles come in every input form, and those that a program makes are what it makes."""

from flows.ingest.forms import FORMS, form_of
from flows.ingest.raw_files import find_raw_files
from tests.golden.sample_forms import FOLDER, made

SAMPLE = FOLDER.parent


def test_the_files_are_what_the_program_makes():
    for name, data in made().items():
        assert (FOLDER / name).read_bytes() == data, f"{name}: .venv/bin/python -m tests.golden.sample_forms"


def test_every_form_is_in_the_sample():
    forms = {form.name for file in find_raw_files(SAMPLE) if (form := form_of(file.path))}
    assert forms == {form.name for form in FORMS}


def test_the_sample_stays_small():
    assert sum(file.byte_count for file in find_raw_files(SAMPLE)) < 200_000
