"""Citations: whom a text says it has something from. All sentences are our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.normalize.anchor import Anchor
from flows.normalize.citations import read_citations
from flows.normalize.dateline import read_dateline
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet
from flows.normalize.recap import read_recaps

DAY = Anchor(2024, 5, 14)


def read(text, language="ru", url=None, anchor=DAY):
    registry = load_registry()
    names = registry.find_names(text, language)
    dateline = read_dateline(text, language, names, registry)
    outlet = read_outlet(text, language, names, dateline, url, None, registry)
    return read_citations(text, language, names, outlet, dateline, read_recaps(text, language), anchor, registry)


def facts(citations):
    return [(c.source_as_given, c.role, c.channel) for c in citations]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Дорогу закрыли до утра. Об этом сообщает ТАСС.", ("ТАСС", "immediate", None)),
        ("ru", "Дорогу закрыли, пишет The Guardian.", ("The Guardian", "immediate", None)),
        ("ru", "Как сообщили в полиции, водитель скрылся.", ("полиции", "immediate", None)),
        ("ru", "По данным Росстата, цены выросли.", ("Росстата", "immediate", None)),
        ("ru", "«Мы готовы», — сказал директор завода Пётр Лыков.", ("директор завода Пётр Лыков", "speaker", None)),
        ("ru", "По словам Петра Лыкова, цех откроют весной.", ("Петра Лыкова", "speaker", None)),
        ("ru", "Говорится в сообщении пресс-службы МВД Украины.", ("пресс-службы МВД Украины", "immediate", "press_service")),
        ("uk", "Міст закрили. Про це повідомляє Укрінформ.", ("Укрінформ", "immediate", None)),
        ("uk", "За словами Оксани Гай, школа відкриється восени.", ("Оксани Гай", "speaker", None)),
        ("uk", "У Нацполіції повідомили, що водія знайшли.", ("Нацполіції", "immediate", None)),
        ("uk", "Про це депутатка Ірина Ткач написала у Facebook.", ("депутатка Ірина Ткач", "immediate", "facebook")),
        ("en", "The bridge will reopen, according to Reuters.", ("Reuters", "immediate", None)),
        ("en", '"We are ready," said Mayor Anna Holt.', ("Mayor Anna Holt", "speaker", None)),
        ("de", "Die Brücke wird geöffnet, berichtet Der Spiegel.", ("Der Spiegel", "immediate", None)),
        ("fr", "Le pont rouvrira, selon Le Monde.", ("Le Monde", "immediate", None)),
        ("es", "El puente reabrirá, según El País.", ("El País", "immediate", None)),
        ("ja", "警察庁によると、橋は閉鎖された。", ("警察庁", "immediate", None)),
    ],
)
def test_a_citation_formula_is_read(language, text, expected):
    assert expected in facts(read(text, language))


def test_who_cites_whom_is_a_chain():
    citations = read("Завод остановили. Об этом пишет Reuters со ссылкой на Министерство обороны Украины.")
    reuters = next(c for c in citations if c.source_name == "Reuters")
    ministry = next(c for c in citations if c.role == "upstream")
    assert reuters.role == "immediate" and reuters.hop == 1
    assert ministry.hop == 2 and citations[ministry.via_position] is reuters


def test_a_publisher_that_names_itself_is_hop_zero_and_what_it_cites_is_immediate():
    citations = read("Мост открыли, сообщает УНН со ссылкой на ТАСС.", url="https://unn.ua/1")
    own, cited = citations
    assert (own.role, own.hop) == ("self", 0)
    assert (cited.role, cited.hop, cited.via_position) == ("immediate", 1, 0)


def test_an_interview_gives_a_speaker_and_a_venue():
    citations = read("Директор театра Павел Рощин в интервью РБК заявил, что премьера будет осенью.")
    assert [(c.role, c.channel) for c in citations] == [("speaker", "interview"), ("venue", "interview")]
    assert citations[1].hop == 2 and citations[1].via_position == 0


def test_a_venue_is_reached_through_the_post_that_told_of_it():
    text = (
        "Президент Украины Владимир Зеленский рассказал об этом в интервью Kyodo News, "
        "сообщает УНН со ссылкой на сообщение главы государства в Telegram."
    )
    citations = read(text, url="https://unn.ua/1")
    venue = next(c for c in citations if c.role == "venue")
    post = citations[venue.via_position]
    assert (post.role, post.channel, post.source_name) == ("immediate", "telegram", "Volodymyr Zelenskyy")
    assert citations[post.via_position].role == "self"


def test_one_person_has_one_name_however_the_text_calls_him():
    text = (
        "Депутат Госдумы Игорь Лавочкин заявил, что закон примут. «Сроки известны», — отметил Лавочкин. "
        "По словам Лавочкина, возражений нет. Депутат добавил, что ждёт ответа."
    )
    assert {c.source_name for c in read(text)} == {"Igor Lavochkin"}


def test_people_quoted_one_after_the_other_stay_two():
    names = {c.source_name for c in read('"It works," said Carla Bruunsen. "It does not," said Tom Fairoak.', "en")}
    assert names == {"Carla Bruunsen", "Tom Fairoak"}


def test_an_office_is_its_holder_on_the_day():
    text = "«Решение принято», — заявил президент Украины."
    assert {c.source_name for c in read(text, anchor=Anchor(2018, 3, 1))} == {"Petro Poroshenko"}
    assert {c.source_name for c in read(text, anchor=Anchor(2022, 3, 1))} == {"Volodymyr Zelenskyy"}


def test_names_outside_the_registry_are_romanised_by_their_country():
    assert read("За словами Юрія Згурського, все готово.", "uk")[0].source_name == "Yurii Zghurskyi"
    assert read("По словам Андрея Вяземского, всё готово.", "ru")[0].source_name == "Andrey Vyazemsky"


def test_latin_letters_inside_cyrillic_words_do_not_hide_a_cue():
    assert ("Укрінформ", "immediate", None) in facts(read("Mіст зaкpили. Пpo це пoвідoмляє Укрінформ.", "uk"))


def test_what_stands_in_a_recap_is_background():
    text = "Мост открыли утром, сообщает ТАСС.\nНапомним, инженер Олег Сомов заявил, что ремонт задержался."
    assert [(c.source_name, c.is_background) for c in read(text)] == [("TASS", False), ("Oleg Somov", True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Подробностей компания не сообщила."),
        ("ru", "Ранее сообщалось, что мост закроют."),
        ("ru", "Подписывайтесь на наш Telegram-канал."),
        ("ru", "Он рассказал, что едет домой."),
        ("uk", "У Болівії відзначили День черепів."),
        ("uk", "Раніше повідомлялося про аварію."),
        ("en", "He said the road was closed."),
        ("en", "The company did not say when the road would open."),
        ("en", "The road is said to be closed."),
        ("xx", "ТАСС сообщает, что дорогу закрыли."),
    ],
)
def test_what_cites_nobody_gives_nothing(language, text):
    assert read(text, language) == []


def test_an_agency_in_the_dateline_of_another_outlet_is_wire():
    citations = read("LONDON (AP) - The bridge reopened on Monday.", "en", url="https://example.org/1")
    assert [(c.source_as_given, c.role) for c in citations] == [("AP", "wire")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "Міст відкрили. Про це повідомив (https://visnyk.example/1) мер Іван Лис.", {("мер Іван Лис", "speaker", None)}),
        ("ru", "Мост открыли, пишет (https://t.me/s/1) «Коммерсантъ» со ссылкой на мэрию (https://x.example/).", {("Коммерсантъ", "immediate", None), ("мэрию", "upstream", None)}),
        ("en", "The bridge is open, Reuters (https://reuters.example/1) reported (https://x.example/), citing police.", {("Reuters", "immediate", None), ("police", "upstream", None)}),
        ("uk", "Міст (відкритий торік) знову зачинили, повідомив мер Іван Лис.", {("мер Іван Лис", "speaker", None)}),
    ],
)  # fmt: skip
def test_addresses_behind_words_do_not_part_a_sentence(language, text, expected):
    citations = read(text, language)
    assert set(facts(citations)) == expected
    assert all(text[c.char_start : c.char_end] == c.source_as_given for c in citations)


def test_an_address_alone_on_the_last_line_is_the_source():
    (citation,) = read("Мост открыли.\nhttps://novosti.example.com/2024/05/14/most")
    assert (citation.role, citation.channel, citation.source_name) == ("immediate", "website", "novosti.example.com")


PIECES = st.sampled_from(
    [
        "ТАСС", "Об этом сообщает ", "«", "»", " — ", "сказал ", "Пётр Лыков", ", ", ". ", "\n", "в интервью ", "по словам ",
        "министра", " и ", "Напомним, ", "(", ")", "Reuters", "со ссылкой на ", "А. ", "заявил, что ", "в Telegram", "😀", ":",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["ru", "uk", "en", "de", "ja", "ar"]))
def test_any_text_gives_citations_that_keep_the_schema(text, language):
    citations = read(text, language)
    end = 0
    for position, c in enumerate(citations):
        assert text[c.char_start : c.char_end] == c.source_as_given and end <= c.char_start < c.char_end
        end = c.char_end
        assert (c.role == "self") == (c.hop == 0) and 0 <= c.hop <= 9
        assert c.via_position is None or (c.via_position != position and 0 <= c.via_position < len(citations))
        assert c.source_name and c.rule



@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Дорогу закроют, рассказали в управлении пресс-службы главы края.", "управлении пресс-службы главы края"),
        ("ru", "Как заявили в руководстве завода, цех откроют.", "руководстве завода"),
        ("ru", "Заезд прошёл, сообщили организаторы.", "организаторы"),
        ("ru", "«Суд принял решение», — цитирует представителя управы «Северный вестник».", "Северный вестник"),
        ("uk", "Дерева висадять восени. Про це повідомили в управлінні благоустрою міста.", "управлінні благоустрою міста"),
        ("uk", "— Задум добрий, — каже шеф-редактор порталу «Світлиця» Віктор Гайдай.", "шеф-редактор порталу «Світлиця» Віктор Гайдай"),
        ("en", "Party president J P Malik on November 15 said the law had changed.", "Party president J P Malik"),
        ("en", '"We won," Pedro Pinto told Example.com after the game.', "Example.com"),
        ("en", "Daniel Moss, its chief, said the group wanted to grow.", "Daniel Moss"),
        ("en", "Shares will be offered in May, the online giant said in a statement.", "online giant"),
    ],
)
def test_a_source_is_read_at_its_full_length(language, text, expected):
    assert expected in [c.source_as_given for c in read(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Артём Гусев подтвердил свой уровень на второй дистанции."),
        ("uk", "Тарас Гай продовжує працювати в місті."),
        ("en", "Will Sessions and Darren Roy added 12 points apiece."),
        ("en", "Player Pedro Pinto was only added to the list late."),
    ],
)
def test_who_only_acts_is_no_source(language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Об этом сообщили в пресс-службе Амурского ЦГМС.", "Амурский ЦГМС"),
        ("uk", "Про це повідомляє пресслужба Чернівецької ОДА.", "Чернівецька ОДА"),
        ("uk", "Про це пoвідомили в упpавлінні благоустрою.", "управління благоустрою"),
        ("ru", "Он рассказал об этом «Вечерней Газете».", "Vechernyaya Gazeta"),
        ("ru", "«Готово», — сказал Богдан Амосов.", "Bogdan Amosov"),
    ],
)
def test_a_name_outside_the_registry_is_in_its_base_form(language, text, name):
    assert [c.source_name for c in read(text, language)] == [name]


def test_an_inflected_surname_is_the_person_named_in_full():
    citations = read("Дом построил Глеб Кремп. По словам Кремпа, он простоит век.", "ru")
    assert {(c.source_name, c.source_kind, c.role) for c in citations} == {("Gleb Kremp", "person", "speaker")}


def test_a_place_before_a_name_is_no_given_name():
    citations = read("Блюдо придумал повар из Аданы Мехмет Таш. Повар уверен, что оно понравится.")
    assert {c.source_name for c in citations} <= {"Mekhmet Tash"}


def test_a_surname_of_the_registry_under_another_given_name_is_somebody_else():
    citations = read("Вице-премьер Кристина Герасимов заявила, что путь открыт. Герасимова добавила, что ждёт ответа.")
    assert {c.source_name for c in citations} == {"Kristina Gerasimov"}


def test_who_speaks_from_a_platform_is_not_its_owner():
    assert [c.source_as_given for c in read("Гайдук з трибуни Ради заявила, що готова піти.", "uk")] == ["Гайдук"]


def test_a_description_means_only_who_bears_it():
    citations = read("Депутат Алексей Лунев рассказал о встрече. По словам подрядчика, мост готов.")
    assert {c.source_as_given for c in citations if c.source_name == "Aleksey Lunev"} == {"Депутат Алексей Лунев"}
