"""Date expressions in running text, as a reader of the table meets them."""

import datetime

import pytest

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import read_date_expressions

FRIDAY = Anchor(2019, 11, 15)


def read(text, language, anchor=FRIDAY):
    return [(found.as_given, found.edtf) for found in read_date_expressions(text, language, anchor, None, [])]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Суд состоится 21 января 2020 года в Одессе.", [("21 января 2020 года", "2020-01-21")]),
        ("ru", "Форум шёл с 24 по 26 мая.", [("с 24 по 26 мая", "2019-05-24/2019-05-26")]),
        ("ru", "Съезд прошёл 19–20 октября в Минске.", [("19–20 октября", "2019-10-19/2019-10-20")]),
        ("ru", "В середине сентября завод закрыли.", [("середине сентября", "2019-09-11~/2019-09-20~")]),
        ("ru", "Он сказал это в среду.", [("среду", "2019-11-13")]),
        ("ru", "Матч пройдёт в воскресенье.", [("воскресенье", "2019-11-17")]),
        ("uk", "Музей відкрили 5 років тому.", [("5 років тому", "2014~")]),
        ("uk", "Поховають його 21-го січня.", [("21-го січня", "2020-01-21")]),
        ("uk", "Ярмарок триватиме 1–3 грудня.", [("1–3 грудня", "2019-12-01/2019-12-03")]),
        ("uk", "Минулоріч урожай був більшим.", [("Минулоріч", "2018")]),
        ("en", "She left the firm last Tuesday.", [("last Tuesday", "2019-11-12")]),
        ("en", "The bridge opened in early May 2018.", [("early May 2018", "2018-05-01~/2018-05-10~")]),
        ("de", "Das Treffen fand am 3. Oktober 2018 statt.", [("3. Oktober 2018", "2018-10-03")]),
        ("fr", "Le procès s'est ouvert le 1er octobre.", [("1er octobre", "2019-10-01")]),
        ("es", "La feria abrió a mediados de marzo.", [("mediados de marzo", "2019-03-11~/2019-03-20~")]),
        ("pt", "A lei vale desde 2012.", [("desde 2012", "2012/..")]),
        ("it", "La mostra è stata chiusa il 2 ottobre.", [("2 ottobre", "2019-10-02")]),
        ("pl", "Do wypadku doszło w czwartek.", [("czwartek", "2019-11-14")]),
        ("ro", "Podul a fost închis la 4 octombrie.", [("4 octombrie", "2019-10-04")]),
        ("ja", "大会は10月25日に開かれた。", [("10月25日", "2019-10-25")]),
        ("ar", "تأسست الشركة في عام 1998 في بيروت", [("عام 1998", "1998")]),
    ],
)
def test_values(language, text, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Это была самая долгая погода и 18-летний парень."),
        ("ru", "Он нарушил ч. 2 ст. 15 закона."),
        ("en", "The troops may march on the capital."),
        ("fr", "Il a été blessé."),
    ],
)
def test_words_that_only_look_like_dates_stay_out(language, text):
    assert read(text, language) == []


def test_unknown_year_stays_open():
    [found] = read_date_expressions("Это поможет людям этой зимой.", "ru", None, None, [])
    assert (found.edtf, found.earliest, found.latest) == ("XXXX-24", None, None)


def test_recaps_are_background():
    text = "Вчера суд заседал. Напомним, 5 ноября его закрыли."
    found = read_date_expressions(text, "ru", FRIDAY, None, [(19, len(text))])
    assert [expression.is_background for expression in found] == [False, True]
    assert found[0].earliest == datetime.date(2019, 11, 14)
