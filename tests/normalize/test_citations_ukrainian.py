"""Ukrainian formulas: who is read as a source, in what role, and what is none."""

import pytest

from tests.normalize.test_citations import facts, read

FORMULAS = [
    # a site whose name ends in a domain that is a word
    ("Про це повідомляє Ridne.City. Міст відкрили.", {("Ridne.City", "immediate", None)}),
    ("Міст відкрили, розповіла Ridne.City Ольга Примерова.", {("Ridne.City", "venue", None), ("Ольга Примерова", "speaker", None)}),
    ("- Люди йдуть, - розповів Павло Лисенко Ridne.City. - Їх багато.", {("Павло Лисенко", "speaker", None)}),
    ("Ціни зросли, повідомила Ridne.City заступник начальника відділу цін Лариса Бойко.",
     {("Ridne.City", "venue", None), ("заступник начальника відділу цін Лариса Бойко", "speaker", None)}),
    # documents
    ("Згідно з розшифровкою розмови, говорили про порт.", {("розшифровкою розмови", "immediate", None)}),
    ("Про це йдеться у постанові Зарічного господарського суду від 12 березня.", {("Зарічного господарського суду", "immediate", None)}),
    ("Про це стало відомо з ухвал Зарічного суду м. Річка.", {("ухвал Зарічного суду м. Річка", "immediate", None)}),
    # where and how it was said
    ("Раніше повідомлялося: Лискевич у Раді заявив, що двері відчинені.", {("Лискевич", "speaker", None)}),
    ("Про це він сказав у коментарі Суспільному.", {("Суспільному", "venue", "interview")}),
    ('Його слова наводяться в Telegram-каналі видання "Зарічна правда".', {('видання "Зарічна правда"', "immediate", "telegram")}),
    ("Запис розмови оприлюднила Об'єднана слідча група, що розслідує катастрофу.", {("Об'єднана слідча група", "immediate", None)}),
    ("На виступі в Раді Лисенко заявила, що лист отримано.", {("Лисенко", "speaker", None)}),
    # who says it
    ("Міст гарний, - своїми враженнями поділився учасник з м. Річка Юрій Нечай.", {("учасник з м. Річка Юрій Нечай", "speaker", None)}),
    ("До суду звернулася потерпіла, яка розповіла, що заплатила двічі.", {("потерпіла", "speaker", None)}),
    ("Юристка Ганна Степова каже, що охоронці сказали, що двері зачинені.", {("Юристка Ганна Степова", "speaker", None)}),
]


@pytest.mark.parametrize(("text", "expected"), FORMULAS)
def test_a_formula_is_read(text, expected):
    assert set(facts(read(text, "uk"))) == expected


@pytest.mark.parametrize("text", ["Зірка ділиться фото з відпустки.", "Гравець поділився м'ячем з партнером."])
def test_to_share_a_thing_is_no_saying(text):
    assert read(text, "uk") == []


def test_who_speaks_inside_the_words_of_another_is_no_source():
    text = '"Він працює. Пан Лискевич впевнений, що буде мир", - додала речниця заводу Олена Чайка.'
    assert [c.source_as_given for c in read(text, "uk")] == ["речниця заводу Олена Чайка"]


def test_a_name_in_quotation_marks_at_the_head_of_a_line_is_a_source():
    text = '"Зарічна пошта" повідомила, що відділення зачинять.'
    assert [c.source_as_given for c in read(text, "uk")] == ["Зарічна пошта"]
