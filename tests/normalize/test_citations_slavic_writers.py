"""Russian and Ukrainian: the medium in which an author writes. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read


@pytest.mark.parametrize(("language", "text", "expected"), [
    # what the article as a whole is taken from
    ("uk", "Про це пише Іван Лисенко у «Зарічній правді».", [("Іван Лисенко", "speaker"), ("Зарічній правді", "immediate")]),
    ("uk", "Як пише Іван Лисенко на сайті «МістПорт», міст закрито.", [("Іван Лисенко", "speaker"), ("МістПорт", "immediate")]),
    ("uk", "Міст закрито, пише Олена Бойко у своїй колонці для «Берега».", [("Олена Бойко", "speaker"), ("Берега", "immediate")]),
    ("ru", "Об этом пишет обозреватель Иван Лыков в «Зареченской правде».", [("обозреватель Иван Лыков", "speaker"), ("Зареченской правде", "immediate")]),
    # where somebody's words stood
    ("ru", "«Мост закрыт», — пишет в River Post профессор Иван Лыков.", [("River Post", "venue"), ("профессор Иван Лыков", "speaker")]),
    ("ru", "«Мост закрыт», — пишет Иван Лыков в издании «Берег».", [("Иван Лыков", "speaker"), ("Берег", "venue")]),
    # no medium
    ("uk", "Про це пише Іван Лисенко на своїй сторінці у Facebook.", [("Іван Лисенко", "immediate")]),
    ("uk", "Лисенко пише у «Щоденнику», що міст закрито.", [("Лисенко", "speaker")]),
    ("ru", "Мост закрыт, пишет Иван Лыков в Threads.", [("Иван Лыков", "speaker")]),
])
def test_where_an_author_writes(language, text, expected):
    assert [(c.source_as_given, c.role) for c in read(text, language)] == expected


def test_the_medium_is_called_by_its_base_form():
    assert {c.source_name for c in read("Про це пише Іван Лисенко у «Зарічній правді».", "uk")} == {"Ivan Lysenko", "Zarichna pravda"}
