"""Russian and Ukrainian: where something was posted, whose page it was, how many say it, and who decides rather than tells."""

import pytest

from tests.normalize.test_citations import facts, read

UKRAINIAN = [
    ("Рецепт пирога опублікований на форумі Lisnet.", {("Lisnet", "immediate", None)}),
    ("Пост розміщено на онлайн-платформі «Голос річки».", {("Голос річки", "immediate", None)}),
    ("Відео опубліковано на платформі YouTube.", set()),
    ("Доповідь опубліковано на форумі в Давосі.", set()),
    ("Співачка Ольга Примерова зламала ногу. Про це повідомляється на її сторінці в Instagram.", {("Ольга Примерова", "immediate", "instagram")}),
    ("Актор Павло Лисенко захворів. Про це йдеться в його дописі у Facebook.", {("Павло Лисенко", "immediate", "facebook")}),
    ("Актор Павло Лисенко зустрів Івана Бойка. Про це йдеться на її сторінці у Facebook.", set()),
    ("Актор Павло Лисенко захворів. Про це йдеться в його книзі.", set()),
    ("Відомий рок-гурт Green Forest дасть концерт. Про те, що він повернеться, повідомляється на його сторінці в Instagram.", {("Green Forest", "immediate", "instagram")}),
    ("Компанія Lisove випустила авто. Про це йдеться на її сторінці у Facebook.", {("Lisove", "immediate", "facebook")}),
    ("Смартфон Lisove подешевшав. Про це йдеться на його сторінці у Facebook.", set()),
    ("Гурт «Річка» випустив альбом. Про це йдеться на її сторінці у Facebook.", set()),
    ("Багато читачів порадили пекарці продати піч.", {("Багато читачів", "speaker", None)}),
    ("Більшість річкових експертів вважають, що ціни зростуть.", {("Більшість річкових експертів", "speaker", None)}),
    ("Більшість депутатів підтримали закон.", set()),
    ("Комісія за результатами перевірки постановила, що міст ремонтували погано.", {("Комісія", "immediate", None)}),
    ("Зарічний суд постановив, що звільнення незаконне.", set()),
    ("Комісія постановила знести будинок.", set()),
    ("Один з репортерів нагадав про сварку, і співак пішов.", set()),
    ("Один з репортерів розповів, що чув постріл.", {("Один з репортерів", "speaker", None)}),
]
RUSSIAN = [
    ("Её рассказ опубликован на форуме Lesnoe.ru.", {("Lesnoe.ru", "immediate", None)}),
    ("Певица Анна Лыкова сломала ногу. Об этом сообщается на её странице в Instagram.", {("Анна Лыкова", "immediate", "instagram")}),
    ("Пекаря поздравил Сергей Лыков. «Пеките дальше», — говорится в его телеграмме.", set()),
    ("Множество местных жителей рассказали, что слышали взрыв.", {("Множество местных жителей", "speaker", None)}),
    ("Судья окружного суда Иван Лыков постановил, что залог возможен.", set()),
]


@pytest.mark.parametrize(("text", "expected"), UKRAINIAN)
def test_ukrainian(text, expected):
    assert set(facts(read(text, "uk"))) == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian(text, expected):
    assert set(facts(read(text, "ru"))) == expected


def test_a_relative_clause_tells_somebody_apart_from_who_is_named_below():
    found = read("Жінка, яка просила не називати її, розповіла, що продала дім. У листопаді Кетрін Лисова розповіла, що її обдурили.", "uk")
    assert [c.source_as_given for c in found] == ["Жінка", "Кетрін Лисова"]
    assert found[0].source_name != found[1].source_name


@pytest.mark.parametrize(("text", "expected"), [
    ("Про це пише Telegram -канал Ridne.", {("Telegram -канал Ridne", "immediate", "telegram")}),
    ("Про це повідомив голова Іван Лис в розмові з Telegram -каналом видання «Підгір'я».",
     {("голова Іван Лис", "speaker", "interview"), ("Telegram -каналом видання «Підгір'я»", "venue", "interview")}),
    ("«Так», — розповів він Telegram -каналу «Підгір'я».", {("Telegram -каналу «Підгір'я»", "venue", "telegram")}),
    ("Він заявив, що дав гроші Telegram-каналу «Підгір'я».", set()),
    ("Про це пише Telegram - канал досі мілкий.", {("Telegram", "immediate", "telegram")}),
])
def test_a_hyphen_after_a_space(text, expected):
    assert set(facts(read(text, "uk"))) == expected
