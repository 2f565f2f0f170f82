"""Names in Ukrainian and Russian sentences: with points in them, of parties, of people after a body, beside a nick."""

import pytest

from tests.normalize.test_citations import facts, read


@pytest.mark.parametrize(("language", "text", "name"), [
    ("uk", "Про це написав «Наш берег. Захід».", "Наш берег. Захід"),
    ("uk", 'За даними "Берег.Захід", фірма мала.', "Берег.Захід"),
    ("ru", "Об этом пишет «Наш берег. Запад».", "Наш берег. Запад"),
])
def test_a_point_inside_a_name_ends_no_sentence(language, text, name):
    assert [c.source_as_given for c in read(text, language)] == [name]


def test_a_point_inside_what_is_said_does():
    text = "Павло Лисенко відповів: «Ні. Піду». Про це пише «Берег»."
    assert facts(read(text, "uk")) == [("Павло Лисенко", "speaker", None), ("Берег", "immediate", None)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Про це сказав речник заводу Павло Лисенко «Зарічній правді».", [("речник заводу Павло Лисенко", "speaker", None), ("Зарічній правді", "venue", None)]),
    ("Про це сказав речник заводу Павло Лисенко «Укрінформу».", [("речник заводу Павло Лисенко", "speaker", None), ("Укрінформу", "venue", None)]),
    ("Про це сказав тренер «Берега» Павло Лисенко.", [("тренер «Берега» Павло Лисенко", "speaker", None)]),
])
def test_the_medium_told_after_a_name_is_in_the_dative(text, expected):
    assert facts(read(text, "uk")) == expected


def test_a_party_with_the_name_of_a_channel_is_no_channel():
    assert [c.source_id for c in read("Партія НАШ заявила, що міст треба продати.", "uk")] == [None]
    assert [c.source_id for c in read("Телеканал НАШ заявив, що міст треба продати.", "uk")] == ["nash"]


@pytest.mark.parametrize(("language", "text", "names"), [
    ("uk", "Голова Держгеонадр Дрикал заявив, що надр мало. За словами Дрикала, їх шукають.", {"Drykal"}),
    ("uk", "Користувачка під ніком lyska розповіла, що міст закрито.", {"lyska"}),
    ("uk", "Боєць із позивним «Вереск» розповів, що міст закрито.", {"Veresk"}),
    ("ru", "По словам мужчины по имени Егор, мост закрыт.", {"Yegor"}),
    ("uk", "За словами Надії Бойчук, міст закрито.", {"Nadiia Boichuk"}),
    ("uk", "На думку Вікторії Сич, міст закрито.", {"Viktoriia Sych"}),
])
def test_people_by_names_that_are_hard_to_tell(language, text, names):
    assert {c.source_name for c in read(text, language)} == names and {c.role for c in read(text, language)} == {"speaker"}


@pytest.mark.parametrize("text", ["Надії на мир мало, бо «міст закрито».", "Директор заводу імені Лиса працює тут."])
def test_words_that_look_like_names_are_none(text):
    assert read(text, "uk") == []


def test_a_name_in_latin_letters_beside_it_is_how_its_bearer_spells_it():
    text = "За словами тренера Джона Пейна (John Payne), гра важка. Пейн додав, що радий."
    assert {c.source_name for c in read(text, "uk")} == {"John Payne"}
    assert {c.source_name for c in read("За словами тренера Джона Пейна (ФК Берег), гра важка.", "uk")} == {"Джон Пейн"}


def test_a_title_after_the_author_s_name_is_no_part_of_the_name():
    text = "Про це йдеться в матеріалі Олени Бойко «Дім Павла Лисенка над річкою»."
    assert [(c.source_as_given, c.source_name) for c in read(text, "uk")] == [("Олени Бойко", "Olena Boiko")]


def test_a_patrol_is_no_title_of_a_surname():
    assert {c.source_kind for c in read("Патрульна поліція Зарічинська повідомила, що водій утік.", "uk")} <= {"official", "organisation"}


def test_media_whose_words_stand_in_an_article_or_a_release():
    assert facts(read("У матеріалі «Берега» йдеться, що міст продали.", "uk")) == [("Берега", "immediate", None)]
    assert facts(read("Про це йдеться у відповіді Держгеонадр.", "uk")) == [("Держгеонадр", "immediate", None)]
