"""Russian and Ukrainian titles without a name that mean somebody else than the person named before. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read


@pytest.mark.parametrize(("language", "text", "name"), [
    ("ru", "Глава Липкинского сельсовета Иван Лыков сказал, что мост цел. Глава района отметил, что дорога закрыта.", "Глава района"),
    ("ru", "Глава Липкинского района Иван Лыков сказал, что мост цел. Глава района отметил, что дорога закрыта.", "Ivan Lykov"),
    ("ru", "Директор сети пекарен Golden Crust Иван Лыков сказал, что хлеб подорожал. «Нам легче», — заявил директор сети пекарен Silver Spoon.", "директор сети пекарен Silver Spoon"),
    ("ru", "Мэр Иван Лыков сказал, что мост цел. По словам неназванного городского чиновника, мост закрыт.", "неназванный городской чиновник"),
    ("ru", "Министр Иван Лыков сказал, что мост цел. Другой собеседник газеты сказал, что мост закрыт.", "Другой собеседник газеты"),
    ("uk", "Голова Липкінської громади Іван Лисенко сказав, що міст цілий. За словами неназваного чиновника, міст закрито.", "неназваний чиновник"),
])
def test_a_title_of_something_else_is_somebody_else_s(language, text, name):
    assert read(text, language)[-1].source_name == name


@pytest.mark.parametrize(("text", "names"), [
    ("Лыков сказал, что мост цел. Бывший президент призвал к миру. Президент России Владимир Путин назвал это важным.", ["Lykov", "Vladimir Putin"]),
    ("Песню спели для президента страны Ивана Лыкова. «Жаль», — заявил президент фонда «Тишина».", ["президент фонда Тишина"]),
])
def test_a_title_is_not_of_whom_the_text_calls_so_otherwise(text, names):
    assert [c.source_name for c in read(text)] == names


def test_the_name_behind_brackets_belongs_to_the_title():
    text = "Об этом сообщил президент Союза садоводов (ССО) Иван Лыков."
    assert [(c.source_as_given, c.source_name) for c in read(text)] == [("президент Союза садоводов (ССО) Иван Лыков", "Ivan Lykov")]
