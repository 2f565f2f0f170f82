"""The normalized text: the same words, one form."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from flows.normalize.text import fold_lookalikes, normalize_text


def test_line_ends_become_one_kind():
    assert normalize_text("a\r\nb\rc\u2028d\u0085e") == "a\nb\nc\nd\ne"


def test_invisible_characters_go():
    assert normalize_text("\ufeffКи\u00adїв\u200b і \u202eЛьвів\u0000") == "Київ і Львів"


def test_wide_and_narrow_blanks_become_a_space():
    assert normalize_text("10\u00a0000\u2009грн\u202f!") == "10 000 грн !"


def test_blanks_at_line_ends_go_and_inner_tabs_stay():
    assert normalize_text("  один\tдва \t\n три\u3000\n\n") == "один\tдва\n три"


def test_letters_and_marks_are_composed():
    assert normalize_text("и\u0306 і\u0308") == "й ї"


def test_html_entities_stay_as_given():
    assert normalize_text("&quot;Слово&quot; &amp; дело") == "&quot;Слово&quot; &amp; дело"


def test_lone_surrogate_becomes_the_replacement_character():
    assert normalize_text("a\ud800b") == "a\ufffdb"


def test_signs_that_are_seen_stay():
    assert normalize_text("\u06dd١ ❤\ufe0f") == "\u06dd١ ❤\ufe0f"


def test_a_run_of_a_hundred_thousand_marks_is_put_in_order():
    hostile = "a" + "\u0301\u0316" * 50_000
    assert normalize_text(hostile) == unicodedata.normalize("NFC", "a" + "\u0316" * 50_000 + "\u0301" * 50_000)


@given(st.text(st.characters(codec=None), max_size=200))
def test_normalizing_twice_changes_nothing(raw):
    once = normalize_text(raw)
    assert normalize_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in once)


def test_latin_letters_inside_cyrillic_words_are_folded_in_place():
    mixed = "Пpo цe пoвiдoмили в Apple"
    folded = fold_lookalikes(mixed)
    assert folded == "Про це повідомили в Apple"
    assert len(folded) == len(mixed)
