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


@pytest.mark.parametrize(("text", "name"), [
    ("Його донька Єлізавета Корнюк поїхала. Корнюк підтвердив, що вона далеко.", "Korniuk"),
    ("Його донька Єлізавета Корнюк поїхала. Корнюк підтвердила, що вона далеко.", "Yelizaveta Korniuk"),
])
def test_a_given_name_of_the_other_gender_is_somebody_elses(text, name):
    assert {c.source_name for c in read(text, "uk")} == {name}


@pytest.mark.parametrize("text", [
    "Олександр Лисенко повідомив, що радий. Актриса пише, що теж рада.", "«Так», – впевнена Ірина Лисенко. Артист впевнений, що все добре.",
])
def test_a_noun_or_a_verb_of_the_other_gender_is_not_of_the_person_named_last(text):
    assert len(read(text, "uk")) == 1


def test_a_noun_of_the_same_gender_is():
    text = "Олександр Лисенко повідомив, що радий. Актор додав, що все готово."
    assert [c.source_name for c in read(text, "uk")] == ["Oleksandr Lysenko"] * 2


def test_a_woman_without_a_name_is_a_source_where_no_woman_is_cited():
    assert [c.source_name for c in read("Жінка розповіла, що бачила все. Про це заявив Іван Лисенко.", "uk")] == ["жінка", "Ivan Lysenko"]
    assert [c.source_name for c in read("Жінка розповіла, що бачила все. Про це заявила Ірина Лисенко.", "uk")] == ["Iryna Lysenko"]


def test_several_media_without_a_name_are_not_the_one_cited_before():
    text = "Міст відкрили, пише Укрінформ. Він додав, що телеканали постійно розповідають про море."
    assert [c.source_name for c in read(text, "uk")] == ["Ukrinform"]


def test_who_spoke_on_the_air_stands_near():
    far = "Про це сказала Ірина Лисенко. " + "Далі йшов дощ над річкою. " * 40 + "Гість виступив в ефірі телеканалу ICTV."
    assert [c.channel for c in read(far, "uk") if c.source_name == "Iryna Lysenko"] == [None]


def test_a_citizen_without_a_name_is_none_of_those_cited():
    text = "Про це розповів слідчий Іван Лисенко. За поясненням громадянина, набої він знайшов."
    assert [c.source_as_given for c in read(text, "uk")][-1] == "громадянина"
