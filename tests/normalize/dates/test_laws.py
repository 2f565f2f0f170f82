"""Laws that hold for every date expression, whatever the text."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import locations
from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import read_date_expressions
from flows.normalize.dates.lexicon import lexicon_of
from flows.normalize.dates.tokens import windows

LANGUAGES = sorted(path.parent.name for path in locations.LANGUAGES.glob("*/dates.toml"))
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2035, 12, 31))
FIGURES = ["1", "5", "31", "12", "2019", "1998", "20", "90", "10:30", "0,5", "3.4.2018", "2020-02-30", "(", ")", ",", ".", "-", "–", "/", "\n"]


@st.composite
def texts(draw, language):
    """Sentences of the language's own calendar words, figures and marks in any order."""
    forms = sorted(form.replace("_", " ") for form in lexicon_of(language).forms)
    words = draw(st.lists(st.sampled_from(forms + FIGURES * 8), min_size=1, max_size=14))
    return " ".join(words)


def read(text, language, day):
    anchor = Anchor(day.year, day.month, day.day) if day else None
    return read_date_expressions(text, language, anchor, None, [])


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, deadline=None)
@given(data=st.data(), day=st.none() | DAYS)
def test_spans_are_exact_and_apart(language, data, day):
    text = data.draw(texts(language))
    end = 0
    for found in read(text, language, day):
        assert found.as_given == text[found.char_start : found.char_end] != ""
        assert found.char_start >= end
        end = found.char_end


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, deadline=None)
@given(data=st.data(), day=st.none() | DAYS)
def test_value_bounds_and_precision_agree(language, data, day):
    for found in read(data.draw(texts(language)), language, day):
        if found.edtf is None:
            assert (found.earliest, found.latest, found.precision) == (None, None, "none")
            continue
        assert re.fullmatch(r"(\.\.|[\dX]{4}(-[\dX]{2}){0,2}~?)(/(\.\.|[\dX]{4}(-[\dX]{2}){0,2}~?))?", found.edtf)
        if "XXXX" in found.edtf:
            assert found.earliest is None and found.latest is None
            continue
        if found.edtf.endswith("/.."):
            assert found.latest is None and found.timex_mod == "ON_OR_AFTER"
        else:
            assert found.earliest <= found.latest
        if re.fullmatch(r"\d{4}-\d\d-\d\d~?", found.edtf):
            assert found.earliest == found.latest == datetime.date.fromisoformat(found.edtf[:10])
            assert found.precision == "day"
        if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])~?", found.edtf):
            assert (found.earliest.day, (found.latest + datetime.timedelta(days=1)).day) == (1, 1)
            assert found.precision == "month"


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_without_an_anchor_no_year_appears_that_the_text_does_not_show(language, data):
    text = data.draw(texts(language))
    for found in read(text, language, None):
        years = set(re.findall(r"(?<![\d-])\d{4}(?=-|/|~|$)", found.edtf or ""))
        shown = {str(int(figures)) for figures in re.findall(r"\d{4}", text)} | {"2018"}
        assert all(year in shown or str(int(year) - 1) in shown or str(int(year) + 1) in shown for year in years) or (
            lexicon_of(language).customs.counters
        )


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=300), language=st.sampled_from([*LANGUAGES, "und", "zh", "sr-Latn"]), day=st.none() | DAYS)
def test_any_text_can_be_read(text, language, day):
    for found in read(text, language, day):
        assert found.as_given == text[found.char_start : found.char_end]


@pytest.mark.parametrize("unit", ["1 ", "мая ", "с 5 по ", "2019-", "в начале ", "1.1.", "IX в ", "год ", "и ", "(1/1) ", "\n1 мая "])
def test_work_grows_in_step_with_the_text(unit):
    def tokens(count):
        return sum(len(window.tokens) for window in windows(unit * count, unit * count, lexicon_of("ru")))

    assert tokens(800) <= 2 * tokens(400) + 100


def test_other_languages_have_iso_dates_only():
    found = read("Tarehe 2021-05-04 na 17.6.2020, 5 Mei 2021, 3/4/2020", "sw", None)
    assert [expression.edtf for expression in found] == ["2021-05-04", "2020-06-17"]
