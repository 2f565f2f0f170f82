"""Names of people in Russian: which words are the name, and in which form it stands. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read

NAMED = [
    ("Президент Лыков заявил, что всё готово.", "Lykov"),  # a title with the capital of the sentence is no given name
    ("Госпожа Лыкова сказала, что рада.", "Lykova"),
    ("Председатель комитета Савченко отметил, что всё готово.", "Savchenko"),
    ("По словам директора школы Ивановой, ремонт начнётся завтра.", "Ivanova"),
    ("По словам Иванова, всё готово.", "Ivanov"),
    ("По словам министра Лыкова, всё готово.", "Lykov"),
    ("По словам депутата Лыковой, всё готово.", "Lykova"),
    ("Адвокат Валерия Лыкова заявила, что суд перенесён.", "Valeriya Lykova"),
    ("По словам адвоката Виталия Лиськива, суд перенесён.", "Vitaly Liskiv"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_who_speaks_is_called_by_the_name_without_the_title(text, name):
    assert [c.source_name for c in read(text, "ru")] == [name]


@pytest.mark.parametrize("text", [
    "Жена Лыкова рассказала, что он дома.", "Адвокат Иванова заявил, что всё неправда.",
    "Адвокат Виталия Лиськива рассказал, что суд перенесён.", "Губернатор Заречины сообщил, что дорогу откроют.", "Директор школы Лыкова рассказала о ремонте.",
])
def test_whose_somebody_is_or_what_he_heads_is_not_his_name(text):
    assert [c.source_kind for c in read(text, "ru")] == ["unnamed"]


def test_a_press_service_that_quotes_its_head_is_not_called_after_him():
    cited = read("«Пожар потушен», - цитирует пресс-служба главу ведомства Сергея Лыкова.", "ru")
    assert [(c.source_as_given, c.channel) for c in cited] == [("пресс-служба", "press_service"), ("главу ведомства Сергея Лыкова", None)]


def test_two_of_one_surname_are_two_where_a_given_name_is_also_a_word():
    cited = read("Ион Лыков заявил, что готов. Депутат Раду Лыков заявил, что против.", "ru")
    assert [c.source_name for c in cited] == ["Ion Lykov", "Radu Lykov"]


def test_a_bank_is_the_one_cited_before():
    cited = read("В Deutsche Bank заявили, что сделка законна. В банке добавили, что ждут ответа.", "ru")
    assert {c.source_name for c in cited} == {"Deutsche Bank"}


@pytest.mark.parametrize(("text", "language", "name"), [
    ("Mario Cuomo was a governor. His son spoke later. Cuomo said it rains.", "en", "Mario Cuomo"),
    ("Мелания Трамп сообщила, что уходит.", "ru", "Melaniya Tramp"),
    ("Иван Шойгу уехал. Шойгу заявил, что уходит.", "ru", "Ivan Shoygu"),
    ("Сергей Шойгу уехал. Шойгу заявил, что уходит.", "ru", "Sergei Shoigu"),
    ("Bill Taylor came. Taylor said it rains.", "en", "William Taylor"),
    ("Wladimir Putin sprach. „Es regnet“, sagte Putin.", "de", "Vladimir Putin"),
])
def test_somebody_else_of_a_known_surname_is_somebody_else(text, language, name):
    assert {c.source_name for c in read(text, language)} == {name}


@pytest.mark.parametrize(("text", "name"), [
    ("О встрече заявила глава Еврокомиссии Урсула фон дер Ляйен.", "Ursula von der Leyen"),
    ("О встрече заявила директор театра Анна ван Примерен.", "Anna van Primeren"),
])
def test_a_name_with_small_words_in_it_is_read_whole(text, name):
    assert [c.source_name for c in read(text, "ru")] == [name]


def test_a_title_with_a_name_of_its_own_is_nobody_named_before():
    cited = read("Иван Лыков заявил, что рад. Об этом сообщил председатель ЗСДП Собортка.", "ru")
    assert [c.source_kind for c in cited] == ["person", "unnamed"]


@pytest.mark.parametrize(("text", "name"), [
    ("По словам певицы Дженнифер Лыкос, она рада.", "Дженнифер Лыкос"),
    ("По словам актёра Стивена Лыкоса, он рад. Лыкос сказал, что едет.", "Стивен Лыкос"),
    ("Актёр Джон Лыкос (John Lykos) сказал, что рад.", "John Lykos"),
    ("По словам певицы Анны Лыковой, она рада.", "Anna Lykova"),
])
def test_no_spelling_is_invented_for_a_foreign_name(text, name):
    assert {c.source_name for c in read(text, "ru")} == {name}


@pytest.mark.parametrize(("text", "language", "names"), [
    ("По словам представителя Лыкова, мост закрыт.", "ru", ["представитель Лыкова"]),
    ("По словам представителя Ивана Лыкова, мост закрыт.", "ru", ["представитель Ивана Лыкова"]),
    ("По словам жены Лыкова, мост закрыт.", "ru", ["жена Лыкова"]),
    ("Об этом сообщил адвокат Сергея Примерова.", "ru", ["адвокат Сергея Примерова"]),
    ("Сергей Примеров заявил, что рад. Адвокат Сергея Примерова сообщил, что мост закрыт.", "ru", ["Sergey Primerov", "Адвокат Сергея Примерова"]),
    ("За словами дружини Прикладенка, міст закрито.", "uk", ["дружина Прикладенка"]),
])
def test_who_speaks_for_somebody_is_not_called_by_his_name(text, language, names):
    assert [c.source_name for c in read(text, language)] == names


@pytest.mark.parametrize(("text", "name"), [
    ("По словам отца Петра, мост закрыт.", "Pyotr"),
    ("По словам адвоката Ивана Лыкова, мост закрыт.", "Ivan Lykov"),
    ("По словам его супруги Анны Лыковой, мост закрыт.", "Anna Lykova"),
])
def test_who_bears_the_name_behind_the_title_is_called_by_it(text, name):
    assert [c.source_name for c in read(text, "ru")] == [name]
