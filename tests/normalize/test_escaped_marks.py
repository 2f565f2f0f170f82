"""Quotation marks written as markup or as in a table. All sentences are our own."""

import pytest

from flows.normalize.attribution.escaped_marks import with_plain_marks
from tests.normalize.test_citations import facts, read


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("пишет ''Reuters''.", 'пишет  "Reuters ".'),
        ("пишут &laquo;Вести&raquo;.", "пишут       «Вести      »."),
        ('"Мост, пишет ""Маяк"", готов."', ' Мост, пишет  "Маяк ", готов. '),
        ("Ничего такого.", "Ничего такого."),
    ],
)
def test_marks_are_plain_and_the_length_is_kept(text, plain):
    assert with_plain_marks(text) == plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мост закрыт, сообщает ''Reuters'' со ссылкой на ''Bild''.", {("Reuters", "immediate", None), ("Bild", "upstream", None)}),
        ("Мост закрыт, пишут &laquo;Известия&raquo;.", {("Известия", "immediate", None)}),
        ('"Мост закрыт, пишут ""Известия"". Он стар."', {("Известия", "immediate", None)}),
    ],
)
def test_a_medium_is_read_between_such_marks(text, expected):
    assert expected <= set(facts(read(text)))
