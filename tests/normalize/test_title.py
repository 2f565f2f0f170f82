"""Headlines of plain texts."""

import pytest

from flows.normalize.registry import NameMatch
from flows.normalize.title import read_title

BODY = "Міська рада Вигаданого затвердила бюджет на рік. За нього проголосували всі депутати.\nГроші підуть на школи."


def title_of(text, dateline_start=None, language="uk"):
    span = read_title(text, language, dateline_start)
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    "headline",
    [
        "Вигадане має бюджет",
        "Хто заплатить за мости?",
        "Рада: «Грошей вистачить»",
        "(ФОТО) Мости відкрили",
        "Що змінилося у 2019 р.",
        "Мер обіцяє нові школи...",
    ],
)
def test_first_line_above_the_text(headline):
    assert title_of(headline + "\n" + BODY) == headline


@pytest.mark.parametrize(
    "first_line",
    [
        "Міська рада зібралася на засідання у вівторок.",
        "Фото: пресслужба міста",
        "Засідання міської ради. Фото: пресслужба",
        "https://example.com/news",
        "— Я не знаю, що робити",
        "Перша новина дня. Друга новина дня. Третя новина",
        "Дуже " * 60,
        "***",
    ],
)
def test_first_line_that_is_no_headline(first_line):
    assert title_of(first_line + "\n" + BODY) is None


def test_one_paragraph_has_no_headline():
    assert title_of("Мости відкрили сьогодні вранці") is None


def test_a_dateline_below_makes_it_a_headline():
    text = "Мости відкрито.\nВИГАДАНЕ. 5 травня. Агенція. " + BODY
    assert title_of(text, dateline_start=text.index("ВИГ")) == "Мости відкрито."


def test_a_text_that_begins_with_its_dateline_has_no_headline():
    assert title_of("Вигадане • Агенція\n" + BODY, dateline_start=0) is None


def test_a_list_has_no_headline():
    assert title_of("Молоко\nХліб\nСіль\nЦукор") is None


def test_japanese():
    assert title_of("市議会が予算を可決\n市議会は来年度の予算を可決した。", language="ja") == "市議会が予算を可決"
    assert title_of("市議会は来年度の予算を可決した。\n道路の費用を含む。", language="ja") is None


def test_the_name_of_the_site_is_no_part_of_the_headline():
    headline = "A bridge opens in Imaginary Falls"
    line = f"{headline} | Imaginary Post"
    start = line.index("Imaginary Post")
    names = [NameMatch(start, len(line), ("imaginary-post",), True)]
    assert read_title(f"{line}\n{BODY}", "en", None, names, {"imaginary-post"}) == (0, len(headline))
    assert read_title(f"{line}\n{BODY}", "en", None, []) == (0, len(line))


def test_the_name_of_whom_a_headline_quotes_belongs_to_it():
    line = "The bridge will open in the summer - Example"
    start = line.index("Example")
    names = [NameMatch(start, len(line), ("a-person",), True)]
    assert read_title(f"{line}\n{BODY}", "en", None, names, {"imaginary-post"}) == (0, len(line))
