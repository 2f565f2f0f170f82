"""Names of people and bodies in Ukrainian: which words are the name, and in which form it stands. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read

NAMED = [
    # a surname in capitals
    ("— Ми раді, — каже Дар’я ЛИСЕНКО, завідувач музею.", "Daria Lysenko"),
    ("За словами Олега ПРИМЕРЕНКА, міст цілий.", "Oleh Prymerenko"),
    # the sign inside words
    ("Про це повідомила Мар’яна Лисенко.", "Mariana Lysenko"),
    # a French particle
    ("Міністр Жан-Поль Ле Гофф заявив, що угоду підписали.", "Zhan-Pol Le Hoff"),
    # what follows a name is no part of it
    ("«Так» назвала Альбіна Лисаєва чутки про сад.", "Albina Lysaieva"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_who_speaks_is_called_by_the_full_name(text, name):
    assert [c.source_name for c in read(text, "uk")] == [name]


@pytest.mark.parametrize(("text", "name"), [
    ("Президент України Володимир Зеленський приїхав. Указ опубліковано на сайті глави держави.", "Volodymyr Zelenskyy"),
])
def test_a_title_of_somebody_in_the_registry_has_the_name_from_there(text, name):
    cited = read(text, "uk")
    assert [c.source_name for c in cited] == [name]
    assert cited[0].source_id is not None


def test_the_head_of_something_else_is_not_the_president():
    text = "Приїхав президент Володимир Зеленський. Глава РДА заявив, що радий."
    assert all("Zelensk" not in c.source_name for c in read(text, "uk"))


BODIES = [
    ("Про це повідомляє Полтавська обласна державна адміністрація.", "Полтавська обласна державна адміністрація"),
    ("Зарплата зросла, інформує Головне управління статистики в області.", "Головне управління статистики"),
    ("Про це повідомляє пресцентр Об’єднаних загонів.", "Об'єднані загони"),
    ("Вчені Угорщини та США заявили, що бачили планету.", "Вчені Угорщини"),
    ("«Скакала на коні», – так прокоментувала сусідка участь дівчини в клубі.", "сусідка"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_a_name_of_several_words_is_read_to_its_end_and_no_further(text, name):
    assert [c.source_name for c in read(text, "uk")] == [name]


@pytest.mark.parametrize("text", [
    "Фірма проти стягнення пені заперечувала.", "Птахів помітили і повідомили фахівцям.", "Повість «Біла річка» розповідає історію поета Івана Лиса.",
])
def test_what_somebody_acts_on_says_nothing(text):
    assert not [c for c in read(text, "uk") if c.source_as_given != "Фірма"]
