"""Bodies that several countries have under one name: whose is meant. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Міністерство охорони здоров'я повідомило про щеплення.", "Ministry of Health of Ukraine"),
        ("Про це повідомило Міністерство юстиції.", "Ministry of Justice of Ukraine"),
        ("Мінфін повідомив про торги.", "Ministry of Finance of Ukraine"),
        ("Генштаб повідомив про бої.", "General Staff of the Armed Forces of Ukraine"),
        ("Росія обстріляла Річку. У Міноборони заявили, що міст цілий.", "Ministry of Defence of Ukraine"),
    ],
)
def test_in_ukrainian_a_body_without_a_country_is_ukraines(text, name):
    assert [c.source_name for c in read(text, "uk")] == [name]


@pytest.mark.parametrize("text", ["Міністерство юстиції Тілімілії заявило, що суд іде.", "У Міністерстві юстиції області заявили, що суд іде."])
def test_a_body_of_a_country_that_the_registry_lacks_keeps_its_whole_name(text):
    cited = read(text, "uk")
    assert [c.source_id for c in cited] == [None]
    assert cited[0].source_name.startswith("Міністерство юстиції ")


def test_a_body_named_again_without_its_country_is_that_countrys():
    text = "Міністерство оборони Туреччини повідомило про навчання. Україна чекає. У Міністерстві оборони додали, що все готово."
    assert {c.source_name for c in read(text, "uk")} == {"Ministry of National Defence of Turkey"}


def test_of_two_sides_that_answer_each_other_the_own_one_goes_without_a_country():
    text = "Міноборони РФ повідомило про наступ на Україну. У Міноборони заявили, що це неправда."
    assert [c.source_name for c in read(text, "uk")] == ["Ministry of Defence of Russia", "Ministry of Defence of Ukraine"]


def test_in_news_retold_from_a_foreign_medium_a_body_without_a_country_is_left_open():
    text = "У Росії горів склад, пише «Лента.ру». У Міноборони заявили, що причина невідома."
    assert [(c.source_name, c.source_id) for c in read(text, "uk")][-1] == ("Міноборони", None)


def test_in_such_news_the_country_beside_the_name_before_counts():
    text = "У Росії горів склад, пише «Лента.ру». Міноборони РФ повідомило про вибух. У Міноборони додали, що причина невідома."
    assert [c.source_name for c in read(text, "uk")][-1] == "Ministry of Defence of Russia"
