"""Names in their base form: the case and the gender that a text shows."""

import pytest

from flows.normalize.attribution.base_forms import nominative_name


@pytest.mark.parametrize(
    ("given", "language", "base"),
    [
        ("Анастасія Уявенко", "uk", "Анастасія Уявенко"),
        ("Юлії Уявенко", "uk", "Юлія Уявенко"),
        ("Валерія Уявного", "uk", "Валерій Уявний"),
        ("Валерії Уявської", "uk", "Валерія Уявська"),
        ("Віталія Мріяка", "uk", "Віталій Мріяк"),
        ("Александру Мечтенко", "ru", "Александр Мечтенко"),
        ("Марины Мечтенко", "ru", "Марина Мечтенко"),
        ("Юлии Мнимской", "ru", "Юлия Мнимская"),
        ("Евгения Мнимова", "ru", "Евгений Мнимов"),
    ],
)
def test_a_name_in_any_case_comes_out_in_the_nominative_of_its_gender(given, language, base):
    assert nominative_name(given, language) == base
