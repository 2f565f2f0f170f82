"""The short way to the readings of a word form finds what pymorphy's own way finds."""

import pytest

from flows.normalize.morphology import dictionary_of, readings_of

# known with and without probabilities, of more readings than are likely («коми»), with ё written as е, unknown, initials, signs
WORDS = (
    "мыла", "стали", "коми", "ученые", "Судьи", "судьи", "Лыковенко", "кое-где", "Я", "в", "XIV", "12", "«", "Telegram", "зеленський", "повідомив", "Надії", "грунт",
)  # fmt: skip


@pytest.mark.parametrize("language", ("ru", "uk"))
@pytest.mark.parametrize("word", WORDS)
def test_readings_are_those_that_the_parser_finds(word: str, language: str) -> None:
    parsed = dictionary_of(language).parse(word)
    assert readings_of(word, language) == tuple((str(p.tag), p.normal_form, p.score) for p in parsed)
