"""Datelines in the forms that newsrooms use."""

import pytest

from flows.normalize.anchor import Anchor
from flows.normalize.dateline import read_dateline
from flows.normalize.registry import NameMatch, Registry

REGISTRY = Registry(outlets={}, cited_sources={})
STORY = " Рада ухвалила бюджет на рік. За нього голосували всі."


def names_in(text, *names):
    return [NameMatch(start, start + len(n), (n,), True) for n in names if (start := text.find(n)) >= 0]


def read(text, language, *names):
    found = read_dateline(text, language, names_in(text, *names), REGISTRY)
    if found is None:
        return None
    place = text[slice(*found.place)] if found.place else None
    agency = text[found.agency.char_start : found.agency.char_end] if found.agency else None
    return text[found.char_start : found.char_end], place, found.date, agency


@pytest.mark.parametrize(
    ("head", "language", "place", "date", "agency"),
    [
        ("Вигадане • ІНФО\n", "uk", "Вигадане", None, "ІНФО"),
        ("ВИГАДАНЕ. 13 серпня. ІНФО.", "uk", "ВИГАДАНЕ", Anchor(None, 8, 13), "ІНФО"),
        ("ВЫДУМАНОВ, 1 ноя — РИА ИНФО.", "ru", "ВЫДУМАНОВ", Anchor(None, 11, 1), "ИНФО"),
        ("Выдуманов. 8 ноября. INFO.RU -", "ru", "Выдуманов", Anchor(None, 11, 8), "INFO.RU"),
        ("ВЫДУМАНОВ, 29 марта. /ИНФО/.", "ru", "ВЫДУМАНОВ", Anchor(None, 3, 29), "ИНФО"),
        ("Выдуманов, 29 марта 2017, 09:34 — ИНФО", "ru", "Выдуманов", Anchor(2017, 3, 29), "ИНФО"),
        ("SPRINGFIELD, April 5 (Info) —", "en", "SPRINGFIELD", Anchor(None, 4, 5), "Info"),
        ("SPRINGFIELD, Ky. (Info) —", "en", "SPRINGFIELD, Ky.", None, "Info"),
        ("SPRINGFIELD, N.C. (Info) -", "en", "SPRINGFIELD, N.C.", None, "Info"),
        ("SPRINGFIELD, W.Va. (Info) -", "en", "SPRINGFIELD, W.Va.", None, "Info"),
        ("SPRINGFIELD, Dec. 23 (Info) -", "en", "SPRINGFIELD", Anchor(None, 12, 23), "Info"),
        ("SPRINGFIELD (Info) _", "en", "SPRINGFIELD", None, "Info"),
        ("Nov. 14 (Info) --", "en", None, Anchor(None, 11, 14), "Info"),
        ("(Info) -", "en", None, None, "Info"),
        ("SPRINGFIELD/FANTASY CITY, Aug 30 (Info) -", "en", "SPRINGFIELD/FANTASY CITY", Anchor(None, 8, 30), "Info"),
        ("Bad Erfunden (dpa) -", "de", "Bad Erfunden", None, None),
        ("Villa Inventada, 7 oct (EFE).-", "es", "Villa Inventada", Anchor(None, 10, 7), None),
        ("SPRINGFIELD (Nov 8):", "en", "SPRINGFIELD", Anchor(None, 11, 8), None),
        ("SPRINGFIELD —", "en", "SPRINGFIELD", None, None),
        ("【架空市共同】", "ja", "架空市", None, "共同"),
        ("（架空市 時事）", "ja", "架空市", None, "時事"),
        ("رام الله - الخبر", "ar", "رام الله", None, "الخبر"),
    ],
)
def test_forms(head, language, place, date, agency):
    text = head + STORY
    whole, *parts = read(text, language, *filter(None, [agency]))
    assert parts == [place, date, agency]
    assert whole == head.rstrip("\n")


def test_below_headline_and_standfirst():
    text = "Бюджет ухвалено\nРада голосувала двічі\nВигадане • ІНФО\nРада ухвалила бюджет."
    assert read(text, "uk", "ІНФО")[0] == "Вигадане • ІНФО"


@pytest.mark.parametrize(
    "line",
    [
        "Источник: ИНФО\nГород принял бюджет.",
        "Мэр — ИНФО: бюджета хватит на все школы",
        "ИНФО — агентство новостей, основанное в 1990 году.",
        "Понедельник, 4 ноября: переменная облачность.",
        "15 ноября в городе прошла ярмарка, сообщает ИНФО.",
        "Премьер-министр, сообщает ИНФО, подписал указ.",
        "ФОТО — ИНФО\nГород принял бюджет.",
        "Иван Выдуманный (справа).\nГород принял бюджет.",
    ],
)
def test_lines_that_are_no_datelines(line):
    assert read(line, "ru", "ИНФО") is None


def test_a_day_that_no_calendar_has_is_no_date():
    assert read("ВЫДУМАНОВ, 45 марта — текст идёт дальше.", "ru") is None


def test_far_down_in_the_text_there_is_no_dateline():
    text = "Заголовок\n" + "Абзац новости о городе.\n" * 10 + "Вигадане • ІНФО\nТекст."
    assert read(text, "uk", "ІНФО") is None
