"""Russian and Ukrainian: media told something, media without a name, and what a text is taken from. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read


def roles(text, language="ru"):
    return {c.source_as_given: c.role for c in read(text, language)}


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "В пресс-службе завода корреспонденту «Зари» пояснили, что печь цела.", {"пресс-службе завода": "immediate", "Зари": "venue"}),
    ("ru", "В полиции Лесного изданию «Заря» сообщили, что печь цела.", {"полиции Лесного": "immediate", "Заря": "venue"}),
    ("ru", "В пресс-службе мэрии РИА Новости рассказали, что печь цела.", {"пресс-службе мэрии": "immediate", "РИА Новости": "venue"}),
    ("ru", "Иван Лыков газете «Заря» рассказал, что печь цела.", {"Иван Лыков": "speaker", "Заря": "venue"}),
    ("ru", "Как сообщила «Заре» пресс-служба завода, печь цела.", {"Заре": "venue", "пресс-служба завода": "immediate"}),
    ("ru", "Печь цела, рассказала журналисту издания «Заря» начальник цеха Инна Лыкова.", {"издания «Заря»": "venue", "начальник цеха Инна Лыкова": "speaker"}),
    ("uk", "У поліції Лісового виданню «Зоря» повідомили, що піч ціла.", {"поліції Лісового": "immediate", "Зоря": "venue"}),
])
def test_the_medium_told_stands_between_who_tells_and_the_verb_or_before_a_body(language, text, expected):
    assert roles(text, language) == expected


@pytest.mark.parametrize(("text", "cited"), [
    ("В пресс-службе завода журналистам рассказали, что печь цела.", ["пресс-службе завода"]),
    ("В пресс-службе холдинга РБК рассказали, что печь цела.", ["пресс-службе холдинга РБК"]),
    ("Представитель по связям с прессой Иван Лыков сообщил об этом.", ["Представитель по связям с прессой Иван Лыков"]),
    ("В апреле СМИ сообщили, что печь цела.", ["СМИ"]),
    ("Об этом сообщила «Заря» в понедельник.", ["Заря"]),
])
def test_no_medium_is_told_there(text, cited):
    assert list(roles(text)) == cited


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "Мост закрыт, сообщают местные издания.", {"местные издания": "immediate"}),
    ("ru", "Об аварии сообщили турецкие телеканалы.", {"турецкие телеканалы": "immediate"}),
    ("ru", "По данным итальянской прессы, мост закрыт.", {"итальянской прессы": "immediate"}),
    ("ru", "По данным местных изданий, мост закрыт.", {"местных изданий": "immediate"}),
    ("ru", "Об этом пишет газета «Заря» со ссылкой на местные издания.", {"газета «Заря»": "immediate", "местные издания": "upstream"}),
    ("ru", "Об этом пишет газета «Заря» со ссылкой на свои источники.", {"газета «Заря»": "immediate", "источники": "upstream"}),
    ("ru", "Об этом пишет газета «Заря» со ссылкой на собственный источник.", {"газета «Заря»": "immediate", "источник": "upstream"}),
    ("uk", "За даними місцевих видань, міст закрито.", {"місцевих видань": "immediate"}),
])
def test_media_that_only_an_adjective_tells_are_cited_without_a_name(language, text, expected):
    assert roles(text, language) == expected


@pytest.mark.parametrize("text", ["Мост закрыт, пишут телеканалы.", "По данным издания, мост закрыт.", "Турецкие телеканалы показали мост."])
def test_a_bare_noun_for_media_names_nobody(text):
    assert not roles(text)


@pytest.mark.parametrize(("text", "cited"), [
    ("По предварительной версии правоохранителей, мост цел.", "правоохранителей"),
    ("По уточнённым данным мэрии, мост цел.", "мэрии"),
    ("Согласно официальной статистике полиции, мост цел.", "полиции"),
    ("По информации от польской таможенной службы, мост цел.", "польской таможенной службы"),
    ("По данным из открытых источников, мост продан.", "открытых источников"),
    ("Согласно выводам экспертов, мост цел.", "экспертов"),
    ("По данным местных властей, мост цел.", "местных властей"),
    ("Согласно базе данных ведомства, мост продан.", "базе данных ведомства"),
    ("Согласно списку компании, мост продан.", "списку компании"),
])
def test_data_and_versions_with_an_adjective_are_somebodys(text, cited):
    assert [c.source_as_given for c in read(text, "ru")] == [cited]


@pytest.mark.parametrize("text", [
    "По предварительным данным, мост цел.", "По предварительной информации, пострадавших нет.", "По последним данным на вечер среды, мост цел.",
])
def test_data_of_nobody_have_no_source(text):
    assert not read(text, "ru")


@pytest.mark.parametrize(("text", "cited"), [
    ("Мост закрыт. КаксообщаетЦИК, дорога цела.", "ЦИК"),
    ("Мост закрыт. Об этомсообщилглава района Иван Лыков.", "глава района Иван Лыков"),
    ("Мост закрыт, передаетlesnews.", "lesnews"),
    ("Мост закрыт, пишеттг-канал «Лесной».", "тг-канал «Лесной»"),
    ("«Мост закрыт», — сообщаетсяна сайте зоопарка.", "зоопарка"),
    ("Мост закрыт, пишет сайтАзбука.", "сайтАзбука"),
])
def test_words_that_lost_the_space_of_a_link_are_read_apart(text, cited):
    assert [c.source_as_given for c in read(text, "ru")] == [cited]


def test_a_state_agency_is_named_with_what_it_is_for():
    assert [(c.source_as_given, c.source_kind) for c in read("Об этом сообщило Национальное агентство Украины по вопросам службы.", "ru")] == [
        ("Национальное агентство Украины по вопросам службы", "official")
    ]
    assert list(roles("Об этом сообщило агентство Интерфакс по итогам встречи.")) == ["агентство Интерфакс"]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "Сервис «Лесной» провёл опрос предпринимателей.", {"Сервис «Лесной»": "immediate"}),
    ("ru", "Исследование провела компания Lesok.", {"компания Lesok": "immediate"}),
    ("ru", "Таковы итоги опроса лесников (более 2,5 тыс. ответов), который провёл сервис Lesok.", {"сервис Lesok": "immediate"}),
    ("ru", "Лес любят участники опроса, проведённого компанией Lesok.", {"компанией Lesok": "immediate"}),
    ("ru", "Эксперты издания «Лес» составили список лучших дач.", {"издания «Лес»": "immediate"}),
    ("ru", "Следственный комитет обнародовал видео допроса лесника.", {"Следственный комитет": "immediate"}),
    ("ru", "Об этом сообщает ТАСС. Рейтинг составило агентство «Лесрейтинг».", {"ТАСС": "immediate", "агентство «Лесрейтинг»": "upstream"}),
    ("ru", "Лес любят участники опроса, проведённого компанией Lesok, сообщает ТАСС.", {"компанией Lesok": "upstream", "ТАСС": "immediate"}),
    ("uk", "Опитування провів Інститут лісу.", {"Інститут лісу": "immediate"}),
    ("uk", "Служба лісу оприлюднила відео з місця аварії.", {"Служба лісу": "immediate"}),
])
def test_whose_study_or_footage_an_article_retells_is_cited(language, text, expected):
    assert roles(text, language) == expected


@pytest.mark.parametrize("text", [
    "Полиция провела расследование кражи.", "Школа провела праздник.", "Певица представила новый ролик.", "Эксперты провели опрос.",
    "Компания провела опрос.", "Компания «Лес» не проводила опрос.", "Команда опубликовала состав на матч.", "В Instagram Анна Лыкова опубликовала фото кошки.",
    "Праздник, проведённый компанией Lesok, удался.",
])
def test_acts_make_no_study(text):
    assert not any(role != "speaker" and given != "Анна Лыкова" for given, role in roles(text).items())


@pytest.mark.parametrize(("text", "expected"), [
    ("Печь цела.\nПо материалам: www.lesok.ru", [("www.lesok.ru", "lesok.ru")]),
    ("Печь цела.\nПо материалам Lesok Magazine", [("Lesok Magazine", "Lesok Magazine")]),
    ("Печь цела.\nПодготовлено по материалам издания «Лес» и lesok.ru.", [("издания «Лес»", "Les"), ("lesok.ru", "lesok.ru")]),
    ("Печь цела. По материалам «Лесной правды»", [("Лесной правды", "Lesnaya pravda")]),
])
def test_the_last_line_credits_what_a_text_is_made_from(text, expected):
    assert [(c.source_as_given, c.source_name) for c in read(text, "ru") if c.role == "immediate"] == expected


@pytest.mark.parametrize("text", ["По материалам проверки возбуждено дело.", "По материалам прокуратуры Лесного возбуждено дело.", "По материалам Лыкова снят фильм."])
def test_a_case_made_from_materials_is_no_credit(text):
    assert not read(text, "ru")


@pytest.mark.parametrize(("text", "venue", "channel"), [
    ("Иван Лыков сказал в интервью YouTube-каналу The Wood Point, что печь цела.", "YouTube-каналу The Wood Point", "interview"),
    ("Об этом Иван Лыков рассказал в эфире ютуб-канала «Лесная поляна».", "ютуб-канала «Лесная поляна»", "broadcast"),
    ("Иван Лыков сказал в интервью журналистам «Лесных новостей».", "Лесных новостей", "interview"),
    ("«Печь цела», — сказал Иван Лыков в эфире АБВ.", "АБВ", "broadcast"),
    ("В беседе с НСН Иван Лыков рассказал о печи.", "НСН", "interview"),
    ("Иван Лыков заявил в эфире 9 канала, что печь цела.", "9 канала", "broadcast"),
])
def test_the_medium_in_which_one_speaks(text, venue, channel):
    assert [(c.source_as_given, c.channel) for c in read(text, "ru") if c.role == "venue"] == [(venue, channel)]


def test_whom_one_talks_to_is_no_medium():
    assert not any(c.role == "venue" for c in read("Иван Лыков сказал в интервью журналисту Петру Громову.", "ru"))
    assert roles("Печь цела, сообщает 9 канал.") == {"9 канал": "immediate"}


@pytest.mark.parametrize(("text", "cited", "channel"), [
    ("Об этом говорится в сообщении, размещенном на странице комитета леса в Facebook.", "комитета леса", "facebook"),
    ("Об этом говорится в пресс-релизе, размещённом на сайте мэрии.", "мэрии", "website"),
    ("Об этом сказано в сообщении, опубликованном в Telegram-канале мэрии.", "мэрии", "telegram"),
])
def test_a_message_placed_on_a_page_is_of_whose_page_it_is(text, cited, channel):
    assert [(c.source_as_given, c.channel) for c in read(text, "ru")] == [(cited, channel)]


def test_a_message_placed_somewhere_is_nobodys():
    assert not read("Об этом сказано в сообщении, опубликованном на сайте.", "ru")
    assert not read("Об этом сказано в сообщении, подписанном на площади мэрии.", "ru")


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "Рейс отменён, сообщили в понедельник в мэрии.", {"мэрии": "immediate"}),
    ("ru", "Рейс отменён, сообщили в четверг, 3 мая, в мэрии Лесного.", {"мэрии Лесного": "immediate"}),
    ("ru", "Рейс отменён, сообщили корреспонденту группы «Лес» в пресс-службе порта.", {"пресс-службе порта": "immediate"}),
    ("ru", "Рейс отменён, сообщает в Twitter Lesnews, передаёт ТАСС.", {"Lesnews": "upstream", "ТАСС": "immediate"}),
    ("ru", "Рейс отменён, сообщает официальный сайт порта.", {"официальный сайт порта": "immediate"}),
    ("ru", "Рейс отменён, следует из сообщения на сайте порта.", {"порта": "immediate"}),
    ("ru", "Рейс отменён. Об этом сообщается на странице порта «ВКонтакте».", {"порта": "immediate"}),
    ("ru", "По данным порта, имеющимся в распоряжении «Леса», рейс отменён.", {"порта": "upstream", "Леса": "immediate"}),
    ("uk", "Рейс скасовано, повідомили у понеділок у мерії.", {"мерії": "immediate"}),
])
def test_times_pages_and_whom_one_tells_stand_before_the_source(language, text, expected):
    assert roles(text, language) == expected


@pytest.mark.parametrize("text", ["Рейс отменён, сообщает сайт новостей.", "Рейс отменён, пишет сайт объявлений.", "Рейс отменили в понедельник в мэрии."])
def test_a_site_of_news_is_nobodys(text):
    assert not read(text, "ru")


def test_the_medium_of_a_reporter_has_its_name_in_the_nominative():
    assert [c.source_name for c in read("Рейс отменён, передаёт корреспондент «Лесного времени» из мэрии.", "ru")] == ["Lesnoye vremya"]
    assert [c.source_name for c in read("Рейс отменён, передаёт газета «Лесное время».", "ru")] == ["Lesnoye vremya"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Жители сняли белку и поделились роликом в группе ВК «Наше село».", [("Наше село", "immediate", None)]),
    ("В группе «ЧП Лесное» опубликовали видео драки.", [("ЧП Лесное", "immediate", None)]),
    ("Видео появилось в сообществе во «ВКонтакте» «Дороги Лесного».", [("Дороги Лесного", "immediate", None)]),
    ("Снимок разместили в Facebook-группе «Лесной».", [("Лесной", "immediate", "facebook")]),
])
def test_a_community_in_which_something_is_posted_is_cited(text, expected):
    assert [(c.source_as_given, c.role, c.channel) for c in read(text, "ru") if c.role == "immediate"] == expected


@pytest.mark.parametrize("text", [
    "В группе «Река» появился новый басист.", "Он играл в группе «Река» и снял видео.", "В группе «Река» оправдывают зло.", "Комбинат входит в группу «Река».",
])
def test_a_band_or_a_firm_is_no_community(text):
    assert not read(text, "ru")


def test_people_of_two_offices_are_referred_to():
    cited = read("Об этом пишет ТАСС со ссылкой на президента сети Ольгу Лыкову и исполнительного директора театра Юрия Громова.", "ru")
    assert [(c.source_name, c.role) for c in cited] == [("TASS", "immediate"), ("Olga Lykova", "upstream"), ("Yury Gromov", "upstream")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Сеть убежищ разрабатывают в Лесном крае, — Bild.\nПо данным издания, их мало.", [("Bild", "Bild"), ("издания", "Bild")]),
    ("Мост через Лесную закроют до осени, — Le Forestier.\nМост закроют.", [("Le Forestier", "Le Forestier")]),
    ("«Мост через Лесную закроют до осени», – ТАСС\nМост закроют.", [("ТАСС", "TASS")]),
    ("Мост через Лесную закроют до самой осени, — Иван Лыков\nМост закроют.", []),
    ("Финал первенства сыграют в Лесном – Спартак\nФинал сыграют.", []),
])
def test_a_medium_closes_the_headline(text, expected):
    assert [(c.source_as_given, c.source_name) for c in read(text, "ru")] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("«Мост цел», — передаёт РИА «Новости» слова сотрудника музея Ирины Лыковой.", {"РИА «Новости»": "immediate", "сотрудника музея Ирины Лыковой": "speaker"}),
    ("«Мост цел», — цитирует «Лесрегион» директора завода Дениса Громова.", {"Лесрегион": "immediate", "директора завода Дениса Громова": "speaker"}),
    ("«Мост цел», — цитирует Daily Forest слова Ирины Лыковой.", {"Daily Forest": "immediate", "Ирины Лыковой": "speaker"}),
    ("«Мост цел», — говорится в заявлении больницы, которое цитирует Daily Forest.", {"больницы": "upstream", "Daily Forest": "immediate"}),
    ("Об этом сообщает Центральная избирательная комиссия в Telegram.", {"Центральная избирательная комиссия": "immediate"}),
])
def test_who_quotes_whom(text, expected):
    assert roles(text) == expected


def test_pressure_that_leads_to_something_quotes_nobody():
    assert not roles("Давление приводит к росту цен.")
    assert not roles("Авторы приводят в пример Лесной край.")


def test_a_medium_whose_name_begins_with_that_of_a_firm_is_not_the_firm():
    assert [(c.role, c.source_as_given, c.source_name) for c in read("Завод закроют, сообщает портал Google Weekly.")] == [
        ("immediate", "портал Google Weekly", "Google Weekly"),
    ]
    assert [c.source_name for c in read("Завод закроют, сообщает агентство Bloomberg News.")] == ["Bloomberg"]
    assert [c.source_name for c in read("Завод закроют, сообщает сайт Google. Weekly пишет о другом.")][:1] == ["Google"]


def test_a_medium_named_in_latin_letters_goes_to_the_end_of_its_name_and_is_no_part_of_a_person():
    assert [(c.source_as_given, c.source_name) for c in read("По данным портала Google Weekly, мост закрыт.")] == [("Google Weekly", "Google Weekly")]
    assert [c.source_name for c in read("По данным компании Google, мост закрыт.")] == ["Google"]
    assert roles("Об этом рассказал порталу Maple Daily пекарь Иван Лыков.")["пекарь Иван Лыков"] == "speaker"
    assert roles("Об этом сообщается на портале \"Лыков. Небыльск\".").keys() == {"Лыков. Небыльск"}


def test_a_body_cited_by_its_name_and_through_its_press_service_is_one_source():
    found = read("«Гранитовик» сообщил, что билеты сданы. Об этом говорится в сообщении пресс-службы «Гранитовика».")
    assert {(c.source_name, c.role) for c in found} == {("Гранитовик", "immediate")}
    found = read("«Гранитовик» сообщил, что билеты сданы. Об этом говорится в сообщении пресс-службы «Рудника».")
    assert {c.source_name for c in found} == {"Granitovik", "Рудник"}
