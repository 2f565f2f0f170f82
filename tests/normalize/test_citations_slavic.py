"""Citation formulas of Russian and Ukrainian news, each in a sentence of our own."""

import pytest

from flows.normalize.anchor import Anchor
from tests.normalize.test_citations import facts, read

RUSSIAN = [
    # media told
    ("Об этом «Ленте.ру» рассказал адвокат Иван Мироненко.", {("Ленте.ру", "venue", None), ("адвокат Иван Мироненко", "speaker", None)}),
    ("Об этом ТАСС сообщил источник в порту.", {("ТАСС", "venue", None), ("источник", "speaker", None)}),
    ("«Мы рады», — рассказал он ТАСС.", {("ТАСС", "venue", None)}),
    ("«Да», — сказала Елена Бобок для TV8.", {("Елена Бобок", "speaker", None), ("TV8", "venue", None)}),
    ("Отвечая на запрос IPN, министерство сообщило, что работы начнутся.", {("IPN", "venue", None), ("министерство", "immediate", None)}),
    # words passed on
    ("«Мы готовы», — приводит слова Игоря Козлова ТАСС.", {("Игоря Козлова", "speaker", None), ("ТАСС", "immediate", None)}),
    ("«Мы готовы», — приводит его слова «Чемпионат».", {("Чемпионат", "immediate", None)}),
    ("Обыски идут, сообщает Agerpres, которое цитирует IPN.", {("Agerpres", "upstream", None), ("IPN", "immediate", None)}),
    # who speaks
    ("Министерство культуры, молодежи и спорта сообщило, что праздник будет.", {("Министерство культуры", "immediate", None)}),
    ("Депутат Василе Боля сказал, что дорогу починят.", {("Депутат Василе Боля", "speaker", None)}),
    ("Депутат Госдумы Павел Лугин в среду, 13 ноября, заявил, что закон примут.", {("Депутат Госдумы Павел Лугин", "speaker", None)}),
    ("Один из советников, Николай Кислов, высказался против.", {("Николай Кислов", "speaker", None)}),
    ("По словам министра экономического, территориального развития и торговли Ибрагима Идрисова, мост нужен.",
     {("министра экономического, территориального развития и торговли Ибрагима Идрисова", "speaker", None)}),
    # people without a name
    ("Очевидцы рассказали, что автобус загорелся.", {("Очевидцы", "speaker", None)}),
    ("Как рассказал на допросе подозреваемый, сумку он нашёл.", {("подозреваемый", "speaker", None)}),
    ("Один из участников забега рассказал, что трасса трудная.", {("Один из участников забега", "speaker", None)}),
    ("По словам местных жителей, свет отключили утром.", {("местных жителей", "speaker", None)}),
    ("По заверениям хакеров, взлом работает.", {("хакеров", "speaker", None)}),
    ("Базу украли, сообщает в понедельник, 27 апреля, ain.ua.", {("ain.ua", "immediate", "website")}),
    ("Дом сгорел.\nИсточник — ТАСС, прокуратура ЕАО", {("ТАСС", "immediate", None), ("прокуратура ЕАО", "immediate", None)}),
    # sites and pages
    ("Снимок опубликовал фотограф Ян Доброслав на странице в Facebook.", {("фотограф Ян Доброслав", "immediate", "facebook")}),
    ("Тренер Павел Новин собрал ролики и опубликовал в твиттере.", {("Тренер Павел Новин", "immediate", "x")}),
    ("«Мост нужен», — отметил сенатор Иван Дугин, цитируемый ТАСС.", {("сенатор Иван Дугин", "speaker", None), ("ТАСС", "immediate", None)}),
    ("Копия письма есть в распоряжении «Ленты.ру».", {("Ленты.ру", "immediate", None)}),
    ("Об этом сообщили на странице полиции в Facebook.", {("полиции", "immediate", "facebook")}),
    ("Список разместили на сайте горсовета.", {("горсовета", "immediate", "website")}),
    ("Об этом говорится в пресс-релизе компании «Яндекс».", {("компании «Яндекс»", "immediate", "press_service")}),
    ("Итоги опубликованы в журнале Nature.", {("Nature", "venue", None)}),
    ("Плотину построят, сообщает t.me/reka_news.", {("t.me/reka_news", "immediate", "telegram")}),
    # a space lost where a link stood
    ("«Это новый метод», — написалачиновница Анна Бойко в Facebook.", {("чиновница Анна Бойко", "immediate", "facebook")}),
    ("Мост открыт, сообщаетТАСС.", {("ТАСС", "immediate", None)}),
    # what makes a verb one of saying
    ("Соответствующее заявление сделали представители «Мостстроя».", {("представители «Мостстроя»", "speaker", None)}),
    ("Такое заявление сделал министр транспорта Пётр Лыков.", {("министр транспорта Пётр Лыков", "speaker", None)}),
    ("Глава клуба Олег Брагин обратил внимание на то, что зал мал.", {("Глава клуба Олег Брагин", "speaker", None)}),
    # what a film, a ruling, a journal says
    ("Об этом говорится в сюжете телеканала «Вышка».", {("телеканала «Вышка»", "immediate", "broadcast")}),
    ("Об этом свидетельствует решение Заречного суда.", {("решение Заречного суда", "immediate", None)}),
    # who speaks for a medium
    ('Корреспондент "Вышки" Иван Лесков сообщил, что мост закрыт.', {('Корреспондент "Вышки"', "immediate", None)}),
    ("Мост закрыт, передает корреспондент ТАСС Иван Лесков.", {("корреспондент ТАСС", "immediate", None)}),
    ("Мост открыт, заявили Известиям в пресс-службе порта.", {("Известиям", "venue", None)}),
    ("Фонд Рината Примерова сообщил, что помощь получат все.", {("Фонд Рината Примерова", "immediate", None)}),
    # where a description ends
    ("По словам адвоката, Алексея Лужицына задержали из-за спора.", {("адвоката", "speaker", None)}),
    ("Управление по борьбе с подделками Заречья сообщило, что нарушений нет.", {("Управление по борьбе с подделками Заречья", "immediate", None)}),
    ("Такое мнение высказал инженер Иван Лыков.", {("инженер Иван Лыков", "speaker", None)}),
    ("Это стало известно из решения Заречного суда.", {("решения Заречного суда", "immediate", None)}),
    # names
    ("Сначала Егор Лужицын пожаловался, что дорога узкая.", {("Егор Лужицын", "speaker", None)}),
    ("«Мы готовы», — сказал Руслан Тодоряну.", {("Руслан Тодоряну", "speaker", None)}),
    ("По данным ЛесИндекса, цены выросли.", {("ЛесИндекса", "immediate", None)}),
    ("— Работа трудная, — признал один из мастеров, директор цеха Олег Брагин.", {("директор цеха Олег Брагин", "speaker", None)}),
    ("Популярное шведское издание советует мэру отдохнуть.", {("Популярное шведское издание", "immediate", None)}),
    ("Мост открыт.\nИсточник ТАСС", {("ТАСС", "immediate", None)}),
]
UKRAINIAN = [
    ("За словами адвоката, Олексія Лужинця затримали через суперечку.", {("адвоката", "speaker", None)}),
    ("Департамент у справах лісів повідомив, що стежку відкрито.", {("Департамент у справах лісів", "immediate", None)}),
    ("Таку думку висловив інженер Іван Лісовий.", {("інженер Іван Лісовий", "speaker", None)}),
    ("Про це УНН повідомила речниця заповідника Олена Чайка.", {("УНН", "venue", None), ("речниця заповідника Олена Чайка", "speaker", None)}),
    ("Про це «Новой газете» повідомив референт управління Рустем Клопов.",
     {("Новой газете", "venue", None), ("референт управління Рустем Клопов", "speaker", None)}),
    ("Про це повідомив у Twitter глава агентства Вадим Причал.", {("глава агентства Вадим Причал", "immediate", "x")}),
    ("«Ми готові», – цитує Петренка Укрінформ.", {("Петренка", "speaker", None), ("Укрінформ", "immediate", None)}),
    ("Директор заводу повідомив, що роботи тривають.", {("Директор заводу", "speaker", None)}),
    ("Потерпілий повідомив, що в нього викрали човен.", {("Потерпілий", "speaker", None)}),
    ("За інформацією рятувальників, вогонь загасили.", {("рятувальників", "speaker", None)}),
    ("Джерело: Facebook-сторінка Нацполіції", {("Facebook-сторінка Нацполіції", "immediate", "facebook")}),
    ("Про це повідомили на сторінці поліції у Facebook.", {("поліції", "immediate", "facebook")}),
    ("Про це повідомляє сектор комунікації Нацполіції.", {("сектор комунікації Нацполіції", "immediate", "press_service")}),
    ("Угоду уклали, повідомляється у «Віснику обласних торгів».", {("Віснику обласних торгів", "immediate", None)}),
    ("Про це свідчить рішення Зарічного суду.", {("рішення Зарічного суду", "immediate", None)}),
    ("Про це свідчить інформація на сайті міськради.", {("міськради", "immediate", "website")}),
    ("Відповідну заяву зробили представники компанії «Меркурій».", {("представники компанії «Меркурій»", "speaker", None)}),
    ("Про це повідомив під час презентації заступник директора Олексій Губенко.", {("заступник директора Олексій Губенко", "speaker", None)}),
    ("«Дуже гарно», – розповіла нам киянка Ганна Степова.", {("киянка Ганна Степова", "speaker", None)}),
    ("Джерело: дописи волонтерки Зої Мельник та лікаря Лук'яна Гая в Facebook",
     {("волонтерки Зої Мельник", "immediate", "facebook"), ("лікаря Лук'яна Гая", "immediate", "facebook")}),
    ("Міст відкрито.\nДжерело “Мрія“", {("Мрія", "immediate", None)}),
    ("Органи влади заявили, що міст закрито.", {("Органи влади", "immediate", None)}),
]
NOBODY = [
    ("ru", "Медики сообщили о происшествии в полицию."),
    ("ru", "Пациент отметил улучшение самочувствия."),
    ("ru", "«Ледяной дом» приводит зрителей в восторг."),
    ("ru", "4 ноября в России отмечают День народного единства."),
    ("ru", "Находку пенсионер сообщил в правоохранительные органы."),
    ("uk", "Заступник прокурора області написав заяву про відпустку."),
    ("uk", "12 листопада у Мінську заявили про нову зустріч."),
    ("uk", "На сім років засудили Арсена Джеркова."),
    ("uk", "Для цього вони подають Податкову декларацію."),
    ("ru", "В таких книгах историки рассказали бы о прошлом."),
    ("ru", "По запросу Комитета водного хозяйства доставили трубы."),
    ("ru", "Соседка показала, кому Игорь отдал ключи."),
    ("uk", "Пан Юрій навіть написав вірша для друга."),
]


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_a_russian_formula_is_read(text, expected):
    assert expected <= set(facts(read(text, "ru")))


@pytest.mark.parametrize(("text", "expected"), UKRAINIAN)
def test_a_ukrainian_formula_is_read(text, expected):
    assert expected <= set(facts(read(text, "uk")))


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_an_act_is_no_citation(language, text):
    assert read(text, language) == []


def test_he_writes_on_facebook_is_the_route_of_who_spoke_before():
    text = "Міністр Тимофій Мельник прокоментував перемогу команди.\nПро це він написав у Facebook."
    assert [(c.source_name, c.role, c.channel) for c in read(text, "uk")] == [("Tymofii Melnyk", "immediate", "facebook")]


def test_an_assistant_is_not_who_he_assists():
    names = {c.source_name for c in read("«Я не хотів зустрічі», - заявив помічник Путіна.", "uk", anchor=Anchor(2019, 11, 14))}
    assert "Vladimir Putin" not in names


def test_police_are_not_the_sheriff_cited_before():
    citations = read("Стреляли в школе, сообщает CNN со ссылкой на шерифа полиции Алекса Вилланова. По данным полиции, погибли двое.")
    assert [(c.source_as_given, c.role) for c in citations] == [
        ("CNN", "immediate"), ("шерифа полиции Алекса Вилланова", "upstream"), ("полиции", "speaker"),
    ]
    assert citations[1].source_name != citations[2].source_name


def test_an_outlet_is_known_however_it_is_spelt():
    names = {c.source_name for c in read("Мост открыли, передает Noi.md. Об этом он заявил «Вечерней Москве». Дамбу строят, сообщает Regnum.")}
    assert names == {"NOI.md", "Vechernyaya Moskva", "REGNUM"}


def test_a_longer_latin_name_is_not_the_outlet_inside_it():
    assert [c.source_name for c in read("Лід тане, повідомляє QME Science.", "uk")] == ["QME Science"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Про це йдеться в повідомленні турецького Міноборони.", "Ministry of National Defence of Turkey"),
        ("Як повідомляє МВС Польщі, кордон закрито.", "Ministry of Internal Affairs of Poland"),
        ("Міноборони України повідомило про навчання.", "Ministry of Defence of Ukraine"),
    ],
)
def test_a_body_is_of_the_country_that_the_phrase_names(text, name):
    assert [c.source_name for c in read(text, "uk")] == [name]


def test_an_office_with_its_country_is_not_the_holder_named_before():
    text = "Про це сказав президент України Володимир Зеленський. «Так», - заявив президент Франції."
    assert [c.source_name for c in read(text, "uk", anchor=Anchor(2019, 11, 14))] == ["Volodymyr Zelenskyy", "Emmanuel Macron"]


def test_two_people_who_say_it_together_are_two_speakers():
    citations = read("Раніше правозахисниця Зоя Мельничук та волонтер Лука Панфілов заявили, що дітей били.", "uk")
    assert [(c.source_name, c.role) for c in citations] == [("Zoia Melnychuk", "speaker"), ("Luka Panfilov", "speaker")]


def test_titles_of_one_office_mean_one_person():
    text = "Міський голова Ковеня Тарас Бриль написав, що міст закриють. Про це пише Укрінформ з посиланням на допис мера в Telegram."
    mayor = read(text, "uk")[-1]
    assert (mayor.source_as_given, mayor.source_name, mayor.channel, mayor.source_kind) == ("мера", "Taras Bryl", "telegram", "official")


@pytest.mark.parametrize("text", ["За матеріалами порталу «7 днів».", "За даними сайту «Вежа», ціни зросли."])
def test_a_named_site_is_an_outlet(text):
    assert [(c.source_kind, c.channel) for c in read(text, "uk")] == [("outlet", "website")]


def test_the_sunday_times_is_not_the_times():
    assert [c.source_id for c in read("Об этом пишет газета Sunday Times.", "ru")] == ["sunday-times"]


@pytest.mark.parametrize(("language", "text", "source"), [
    ("ru", "Вчера на сайте мэрии сообщили, что мост цел.", ("мэрии", "immediate", "website")),
    ("ru", "Тем временем на Telegram-канале «Первый вагон» сообщили, что мост цел.", ("Первый вагон", "immediate", "telegram")),
    ("uk", "На сторінці мерії у Facebook повідомили, що міст цілий.", ("мерії", "immediate", "facebook")),
    ("ru", "Анна Лыкова на встрече с жителями области заявила, что мост цел.", ("Анна Лыкова", "speaker", None)),
    ("ru", "Анна Лыкова в Калуге заявила, что мост цел.", ("Анна Лыкова", "speaker", None)),
    ("ru", "Во время поездки в Калугу Лыков заявил, что мост цел.", ("Лыков", "speaker", None)),
    ("uk", "Під час виступу в Одесі Лисенко заявив, що міст цілий.", ("Лисенко", "speaker", None)),
    ("ru", "«Мост цел», — рассказал заведующий отделением.", ("заведующий отделением", "speaker", None)),
    ("ru", "Инициативная группа сообщила, что мост цел.", ("Инициативная группа", "immediate", None)),
])
def test_where_one_says_it(language, text, source):
    assert [(c.source_as_given, c.role, c.channel) for c in read(text, language)] == [source]


def test_who_says_it_on_a_page_is_not_whose_page_it_is():
    assert [c.source_as_given for c in read("На сайте мэрии активисты сообщили, что мост цел.", "ru")] == ["активисты"]
    assert [c.source_as_given for c in read("Сегодня в Калуге отмечают, что мост цел.", "ru")] == []


def test_nobody_speaks_in_a_group_of_readers():
    assert [c.source_as_given for c in read("Очевидцы в группе рассказали, что мост цел.", "ru")] == ["Очевидцы"]


def test_what_one_confirms_is_not_who_says_it():
    assert {c.source_as_given for c in read("Иван Лыков напомнил о планах и подтвердил готовность столичного правительства строить мост.", "ru")} == {"Иван Лыков"}
    assert [c.source_as_given for c in read("«Мост цел», – выразил уверенность Лыков.", "ru")] == ["Лыков"]
    assert [c.source_as_given for c in read("Как отмечает поисковый отряд SOS, мост цел.", "ru")] == ["поисковый отряд SOS"]
