"""Russian and Ukrainian: whose source somebody is, whom one told something, whose page it was, and what tells nothing. All sentences are our own."""

import pytest

from tests.normalize.test_citations import facts, read

UKRAINIAN = [
    ("За словами джерела «Інтерфаксу», міст закрито.", {("джерела", "upstream", None), ("Інтерфаксу", "immediate", None)}),
    ("Джерело в поліції повідомило, що міст закрито.", {("Джерело", "immediate", None)}),
]
RUSSIAN = [
    ("По словам источника «Интерфакса», мост закрыт.", {("источника", "upstream", None), ("Интерфакса", "immediate", None)}),
    ("Мост закрыт, рассказал источник РБК в правительстве.", {("источник", "upstream", None), ("РБК", "immediate", None)}),
    ("Собеседник «Коммерсанта» добавил, что мост закрыт.", {("Собеседник", "upstream", None), ("Коммерсанта", "immediate", None)}),
    ("Источник в полиции сообщил, что мост закрыт.", {("Источник", "immediate", None)}),
    ("Об этом пекарь Иван Лыков рассказал порталу Maple Weekly.", {("пекарь Иван Лыков", "speaker", None), ("Maple Weekly", "venue", None)}),
    ("Об этом пекарь Иван Лыков рассказал изданию «Лесной край».", {("пекарь Иван Лыков", "speaker", None), ("Лесной край", "venue", None)}),
    ("Об этом он рассказал порталу Sport Maple.", {("Sport Maple", "venue", None)}),
    ("Об этом он рассказал Sport.", {("Sport", "venue", None)}),
    ("Мост закрыт, сообщает агентство Reuters Maple.", {("агентство Reuters", "immediate", None)}),
    ("Певица замужем, сообщает «Коммерсантъ» со ссылкой на Instagram знаменитости.", {("Коммерсантъ", "immediate", None), ("знаменитости", "upstream", "instagram")}),
    ("Певица замужем, сообщает «Коммерсантъ» со ссылкой на Facebook.", {("Коммерсантъ", "immediate", None), ("Facebook", "upstream", "facebook")}),
    ("Пожарные сообщили, что вызов поступил ночью.", {("Пожарные", "speaker", None)}),
    ("Пожарные машины сообщили огню новый цвет.", set()),
    ("Россия предупредила США о пуске ракеты.", set()),
    ("США предупредили о пуске ракеты.", {("США", "immediate", None)}),
    ("Вышел фильм. «Переправа» рассказывает о трёх братьях.", set()),
    ("Он дома, рассказал зав. отделением больницы Иван Лыков.", {("зав. отделением больницы Иван Лыков", "speaker", None)}),
    ("«Мы готовы», — приводит Маяк-Юг слова министра.", {("Маяк-Юг", "immediate", None)}),
    ("Министр Михай Лупшой заявил, что мост закрыт.", {("Министр Михай Лупшой", "speaker", None)}),
    ("Вице-примар Илие Лыкану заявил, что мост закрыт.", {("Вице-примар Илие Лыкану", "speaker", None)}),
    ("Депутату Андрею Лыкову заявили, что мост закрыт.", set()),
    ("Актёр Олег Лыков играет Гамлета. Недавно Иван Белов дал концерт, где он сказал, что устал.", set()),
    ("Актёр Олег Лыков играет Гамлета. Недавно он сказал, что устал.", {("Олег Лыков", "speaker", None)}),
    ("Врач Иван Лыков рассказал о раненых. «Темно было», — рассказала девушка-водитель, которая ехала домой.",
     {("Врач Иван Лыков", "speaker", None), ("девушка-водитель", "speaker", None)}),
]


@pytest.mark.parametrize(("text", "expected"), UKRAINIAN)
def test_ukrainian(text, expected):
    assert set(facts(read(text, "uk"))) == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian(text, expected):
    assert set(facts(read(text, "ru"))) == expected
