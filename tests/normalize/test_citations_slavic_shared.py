"""Russian and Ukrainian: who says something with the second of two verbs. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "Мэр Иван Лыков осмотрел мост и заявил, что он цел.", ["Мэр Иван Лыков"]),
    ("ru", "Ассоциация «Сила пекарей» направила письмо, в котором заявляет, что муки мало.", ["Ассоциация «Сила пекарей»"]),
    ("ru", "Мать пекаря выступила перед советом и подтвердила, что хлеба мало.", ["Мать пекаря"]),
    ("ru", "Жители села поддерживают мэра и говорят, что мост нужен.", ["Жители села"]),
    # told of, not cited
    ("ru", "Осенью 2018 три ученицы пришли к завучу и пожаловались, что школа закрыта.", []),
    ("ru", "Мошенник ссылался на связи и заверял, что мост продаётся.", []),
    ("ru", "Женщина управляла автомобилем и заявила, что едет домой.", []),
    ("uk", "Зловмисник посилався на зв'язки та запевняв, що міст продається.", []),
    # several do what one name does not
    ("ru", "Брюс Лыков, Алек Пекарь и сам Эдвард вписались в эпоху и рассказывают о войне.", []),
])
def test_who_shares_a_subject(language, text, expected):
    assert [c.source_as_given for c in read(text, language)] == expected
