"""The publisher: from the address, from given metadata, from the text's own words; null rather than a guess."""

import pytest

from flows.normalize.dateline import read_dateline
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet
from flows.normalize.registry import NameMatch, Outlet, Registry


def outlet(outlet_id, country="UA", languages=("uk", "ru"), kind="website", domain=None):
    return Outlet(outlet_id, outlet_id, {}, country, languages, kind, (domain or f"{outlet_id}.example",), None, None)


OUTLETS = {
    o.outlet_id: o
    for o in (
        outlet("vydumka"),
        outlet("inshe"),
        outlet("agency", languages=("uk", "ru", "en"), kind="agency"),
        outlet("gazette", country="GB", languages=("en",)),
        outlet("erfinder", country="DE", languages=("de",)),
        outlet("ikhtiraa", country="SA", languages=("ar",)),
        outlet("invento", country="ES", languages=("es",), kind="newspaper"),
        outlet("daily", country="GB", languages=("en",), kind="newspaper"),
    )
}
REGISTRY = Registry(
    outlets=OUTLETS, cited_sources={}, hosts={f"{i}.example": i for i in OUTLETS}, outlet_names={i: (i,) for i in OUTLETS}
)
NAMES = {
    "Видумка": "vydumka", "Видумці": "vydumka", "Видумки": "vydumka", "Выдумка": "vydumka", "Выдумке": "vydumka", "Выдумку": "vydumka",
    "Выдумки": "vydumka", "ВЫДУМКА": "vydumka", "ВЫДУМКИ": "vydumka", "Der Erfinder": "erfinder", "The Small Gazette": "gazette", "El Invento": "invento", "الاختراع": "ikhtiraa", "Інше": "inshe", "Иное": "inshe", "АГЕНЦІЯ": "agency", "АГЕНТСТВО": "agency", "The Daily Invention": "daily",
}  # fmt: skip


def read(text, language="uk", url=None, given=None, is_distinctive=True):
    names = sorted(
        (
            NameMatch(start, start + len(name), (outlet_id,), is_distinctive)
            for name, outlet_id in NAMES.items()
            for start in range(len(text))
            if text.startswith(name, start)
        ),
        key=lambda n: n.char_start,
    )
    dateline = read_dateline(text, language, names, REGISTRY)
    return read_outlet(text, language, names, dateline, url, given, REGISTRY)


STORY = "Рада ухвалила бюджет на наступний рік. За нього голосували всі депутати."
PUBLISHED = {
    "uk": [
        "Вигадане • Видумка\n" + STORY,
        STORY + "\nЯк повідомляла Видумка, бюджет готували рік.",
        STORY + "\nРаніше «Видумка» писала, що бюджету не вистачить.",
        STORY + " Про це Видумці повідомили в раді.",
        STORY + " Про це передає кореспондент Видумки.",
        STORY + "\nПідписуйтесь на Telegram-канал «Видумка»",
        STORY + "\nВидумка",
        STORY + "\n© 2024 Видумка",
        "Рада прийняла бюджет | Видумка\n" + STORY,
        STORY + " (Йдеться про гроші міста. – Видумка)",
        STORY + "\nНагадаємо, Видумка писала, що бюджету не вистачить.",
        STORY + " Журналісти «Видумки» спробували з'ясувати, чому.",
        STORY + "\nІван Небувалий, для Видумки",
        STORY + "\nТрансляцію наживо веде телеканал Видумка.",
        STORY + " Так він сказав на брифінгу, який транслював телеканал Видумка.",
    ],
    "ru": [
        "Совет принял бюджет. Об этом корреспонденту Выдумки рассказал мэр.",
        "Совет принял бюджет.\nКак ранее сообщала «Выдумка», его готовили год.",
        "Совет принял бюджет, сообщили «Выдумке» в пресс-службе совета.",
        "Совет принял бюджет.\nДобавить Выдумку в избранные источники",
        "Совет принял бюджет.\nНедавно «Выдумка» писала о том, что денег не хватит.",
        "Совет принял бюджет. Как удалось выяснить Выдумке, за него были все.",
        "Совет принял бюджет.\nВыдумка продолжает рубрику «Деньги города».",
        "Совет принял бюджет. Корреспондент «Выдумки» узнал у мэра, хватит ли денег.",
        "Совет принял бюджет.\nПодробности — в публикации «Выдумки» «Деньги города».",
        "Совет принял бюджет.\nИА «Выдумка», Иван Небывалый",
        "Совет принял бюджет.\nТрансляцию в прямом эфире вела Выдумка.",
        "Совет принял бюджет.\nИсточник: vydumka.example",
        "Бюджет города\nВыдумка:\nСовет принял бюджет на год.",
        "Совет принял бюджет, узнала ВЫДУМКА. Текст есть у редакторов ВЫДУМКИ. Так писала ВЫДУМКА весь год.",
    ],
    "en": [
        "The council passed the budget.\nCopyright © 2024 The Daily Invention, LLC.",
        "The council passed the budget.\nSign up for The Daily Invention newsletter.",
        "The council passed the budget.\nJane Doe is a reporter for The Daily Invention.",
        "SPRINGFIELD (The Daily Invention) — The council passed the budget.",
        "Council passes budget - The Daily Invention\nThe council passed the budget on Monday.",
        "The council passed the budget.\nThe Daily Invention has contacted the mayor for comment.",
        "The council passed the budget.\nAs The Daily Invention reported, it took a year.",
        "The council passed the budget. The mayor told The Daily Invention it was late. A clerk told The Daily Invention why.",
        "The council passed the budget.\nIf you buy through our links, The Daily Invention may receive a small commission.",
        "The council passed the budget.\nThe Daily Invention relies on its readers.",
        "The council passed the budget.\nJoin The Daily Invention WhatsApp community!",
        "The council passed the budget.\nJane Doe, The Daily Invention",
        "The council passed the budget.\nClick here for more council coverage on The Daily Invention",
    ],
    "de": [
        "Der Rat hat den Haushalt beschlossen. Wie Der Erfinder bereits berichtete, dauerte das ein Jahr.",
        "Der Rat hat den Haushalt beschlossen. (Der Erfinder berichtete.)",
        "„Es dauerte ein Jahr“, sagte die Bürgermeisterin im Erfinder-Gespräch.",
        "Der Rat hat den Haushalt beschlossen. Mehr dazu im Erfinder-Newsletter.",
        "„Es dauerte ein Jahr“, sagte die Bürgermeisterin gegenüber Der Erfinder.",
    ],
    "ar": [
        "المجلس يقر الميزانية\nالاختراع- ترجمة: فلان الفلاني\nأقر المجلس الميزانية للعام المقبل.",
        "المجلس يقر الميزانية\nالاختراع : متابعات\nأقر المجلس الميزانية للعام المقبل.",
    ],
    "es": [
        "El consejo aprobó el presupuesto. «Fue un año largo», explicó la alcaldesa a El Invento.",
        "El consejo aprobó el presupuesto, según el documento al que tuvo acceso El Invento.",
        "El consejo aprobó el presupuesto. La alcaldesa dialogó con El Invento sobre los gastos.",
    ],
}
PUBLISHERS = {"uk": "vydumka", "ru": "vydumka", "en": "daily", "de": "erfinder", "es": "invento", "ar": "ikhtiraa"}


@pytest.mark.parametrize(("language", "text"), [(tag, text) for tag, texts in PUBLISHED.items() for text in texts])
def test_an_outlet_that_speaks_of_itself(language, text):
    reading = read(text, language)
    assert reading.outlet_id == PUBLISHERS[language]
    assert reading.outlet_as_given in text
    assert reading.self_names
    for row in reading.evidence:
        assert text[row.char_start : row.char_end] == row.as_given
        assert row.column == "outlet_id"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", STORY + " Про це пише Видумка."),
        ("uk", STORY + " За даними Видумки, грошей вистачить."),
        ("uk", STORY + " Про це повідомляє видання «Видумка» з посиланням на раду."),
        ("uk", STORY + "\nФото: Видумка"),
        ("uk", STORY + "\nФото: Іван Небувалий, Видумка"),
        ("ru", "Совет принял бюджет. Подписчики Телеграм-канала Выдумки недовольны."),
        ("ru", "Совет принял бюджет.\nПодробнее читайте в эксклюзивном материале Агентства"),
        ("ru", "Совет принял бюджет.\nИсточник: Выдумка"),
        ("ru", "Совет принял бюджет, сообщила ВЫДУМКА."),
        ("ar", "المجلس يقر الميزانية\nالاختراع : واس\nأقر المجلس الميزانية."),
        ("de", "Der Rat hat den Haushalt beschlossen, berichtete Der Erfinder."),
        ("de", "Der Rat hat den Haushalt beschlossen, sagte ein Erfinder-Reporter."),
        ("es", "El consejo aprobó el presupuesto, dijo El Invento."),
        ("uk", STORY + " Міністр прочитав газету «Видумка» вранці."),
        ("ru", "Совет принял бюджет. Об этом пишет Выдумка."),
        ("ru", "Совет принял бюджет — Выдумка\nСовет принял бюджет на год."),
        ("ru", "Полиция задержала корреспондента Выдумки у здания совета."),
        ("en", "The council passed the budget, The Daily Invention reported."),
        ("en", "The mayor told The Daily Invention that schools would get more."),
        ("en", "SPRINGFIELD (АГЕНТСТВО) — The council passed the budget."),
    ],
)
def test_a_cited_outlet_is_not_the_publisher(language, text):
    assert read(text, language).outlet_id is None


def test_an_outlet_cannot_publish_in_a_language_it_does_not_write():
    assert read(STORY + "\nРаніше The Daily Invention писала, що бюджету не вистачить.").outlet_id is None


def test_a_common_word_is_a_name_only_where_it_stands_as_one():
    assert read(STORY + "\nЯк повідомляла Видумка, бюджет готували рік.", is_distinctive=False).outlet_id is None
    assert read(STORY + "\nЯк повідомляла «Видумка», бюджет готували рік.", is_distinctive=False).outlet_id == "vydumka"


def test_a_part_of_a_longer_name_in_quotation_marks_is_not_the_outlet():
    assert read(STORY + "\nЯк повідомляла «Видумка Полісся», бюджет готували рік.").outlet_id is None


def test_conflicting_clues_are_kept_and_nobody_is_named():
    reading = read("Вигадане • Видумка\n" + STORY + "\n© 2024 Інше")
    assert reading.outlet_id is None
    assert {row.value for row in reading.evidence} == {"vydumka", "inshe", None}
    assert "outlet.conflicting_clues" in {row.rule for row in reading.evidence}


def test_the_host_decides_before_given_name_and_text():
    reading = read("Вигадане • Видумка\n" + STORY, url="https://www.inshe.example/news/1", given="vydumka")
    assert (reading.outlet_id, reading.outlet_as_given) == ("inshe", "inshe.example")
    assert {"url.host", "given.outlet", "dateline.bullet"} <= {row.rule for row in reading.evidence}


def test_an_unknown_host_names_the_outlet_itself():
    reading = read(STORY, url="https://www.unknown-paper.example/a?utm_source=x")
    assert (reading.outlet_id, reading.outlet_as_given) == ("unknown-paper.example", "unknown-paper.example")


def test_a_given_name_that_is_not_in_the_registry_stays_as_given():
    reading = read(STORY, given="Невідома газета")
    assert (reading.outlet_id, reading.outlet_as_given) == (None, "Невідома газета")


@pytest.mark.parametrize(
    ("given", "outlet_id"),
    [("unknown-paper.example", "unknown-paper.example"), ("https://www.unknown-paper.example/", "unknown-paper.example"),
     ("St.Lark", None), ("unknown-paper.example, Weir", None)],
)  # fmt: skip
def test_a_host_given_as_the_outlet_names_it_as_an_address_would(given, outlet_id):
    reading = read(STORY, given=given)
    assert (reading.outlet_id, reading.outlet_as_given) == (outlet_id, given)


def test_country_comes_with_the_outlet():
    assert read(STORY, url="https://daily.example/").country == "GB"
    assert read(STORY).country is None


def test_look_alike_letters_do_not_hide_the_name(monkeypatch):
    text = "Пpo бюджeт рaди.\nЯк пoвiдoмлялa Видумкa, бюджет готували рік."
    folded = "Про бюджет ради.\nЯк повідомляла Видумка, бюджет готували рік."
    start = folded.index("Видумка")
    monkeypatch.setattr(Registry, "find_names", lambda self, t, lang: [NameMatch(start, start + 7, ("vydumka",), True)] if t == folded else [])
    reading = read_outlet(text, "uk", [], None, None, None, REGISTRY)
    assert reading.outlet_id == "vydumka"
    assert reading.outlet_as_given == "Видумкa"


@pytest.mark.parametrize(("line", "name"), [
    ("© 2019 Вісник Заріччя. Усі права захищено.", "Вісник Заріччя"),
    ("Copyright 2016-2020 Lower Meadow Gazette", "Lower Meadow Gazette"),
    ("Підписуйтесь на канал «Ранкова Нива» в Telegram.", "Ранкова Нива"),
])
def test_a_publisher_beyond_the_registry_keeps_its_words(line, name):
    text = f"Школу в Заріччі відкрили після ремонту, сказав мер.\nДіти зайшли до класів.\n{line}"
    reading = read_outlet(text, "uk", [], None, None, None, load_registry())
    assert (reading.outlet_id, reading.outlet_as_given) == (None, name)
    (found,) = reading.evidence
    assert text[found.char_start : found.char_end] == name and found.value is None


@pytest.mark.parametrize("line", ["© AFP / Jane Doe", "Фото © Степан Річковий", "© 2019. All rights reserved.", "Підписуйтесь на нас!"])
def test_credits_and_empty_formulas_name_no_publisher(line):
    reading = read_outlet(f"Школу відкрили.\nДіти зайшли.\n{line}", "uk", [], None, None, None, load_registry())
    assert reading.outlet_as_given is None


@pytest.mark.parametrize("mark", ["@", "(at)"])
def test_an_address_of_the_desk(mark):
    assert read(f"The council passed the budget.\nWrite to jdoe{mark}daily.example", "en").outlet_id == "daily"


def test_the_page_outweighs_whom_the_article_cites():
    cited = "The council passed the budget. The Daily Invention has contacted the mayor."
    assert read(cited, "en").outlet_id == "daily"
    assert read(f"{cited}\n© 2024 The Small Gazette", "en").outlet_id == "gazette"
