"""Russian and Ukrainian: sources without a name, whom they tell, and media and bodies by their description. All sentences are our own."""

import datetime

import pytest

from tests.normalize.test_citations import read


def roles(text, language="ru"):
    return {c.source_as_given: (c.role, c.channel) for c in read(text, language)}


TOLD = [
    ("ru", "Как сообщил ТАСС источник в мэрии, мост цел.", {"ТАСС": "venue", "источник": "speaker"}),
    ("ru", "Мост продан, рассказали «Коммерсанту» два источника в мэрии.", {"Коммерсанту": "venue", "два источника": "speaker"}),
    ("ru", "Мост продан, рассказали Вольной газете два источника в мэрии.", {"Вольной газете": "venue", "два источника": "speaker"}),
    ("uk", "Міст продано, розповіли Вільній газеті два джерела в мерії.", {"Вільній газеті": "venue", "два джерела": "speaker"}),
    ("ru", "«Мост цел», — сообщила компания местному информационному агентству ИМЯ.", {"компания": "immediate", "ИМЯ": "venue"}),
    ("ru", "Об этом пишет ТАСС. Источник продолжил: «Мост цел».", {"ТАСС": "immediate", "Источник": "immediate"}),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_a_source_without_a_name_tells_a_medium(language, text, expected):
    assert {given: role for given, (role, _) in roles(text, language).items()} == expected


def test_where_a_source_sits_is_not_who_speaks():
    assert list(roles("Источники в мэрии сообщили, что мост цел.")) == ["Источники"]
    assert list(roles("Два источника в мэрии рассказали, что мост цел.")) == ["Два источника"]
    assert list(roles("Два джерела в мерії розповіли, що міст цілий.", "uk")) == ["Два джерела"]
    assert list(roles("Сегодня в мэрии рассказали, что мост цел.")) == ["мэрии"]


def test_whom_one_criticises_is_told_nothing():
    assert not roles("Депутат раскритиковал Bloomberg за статью.")
    assert roles("Статью раскритиковала и официальный представитель клуба Мария Лыкова.") == {
        "официальный представитель клуба Мария Лыкова": ("speaker", None)
    }
    assert not roles("Праздник моста отметили и другие звёзды.")


@pytest.mark.parametrize(("text", "medium", "channel"), [
    ("В интервью Lesnews директор театра Иван Лыков сказал, что рад.", "Lesnews", "interview"),
    ("Директор театра Иван Лыков в свежем интервью «Маяку» сказал, что рад.", "Маяку", "interview"),
    ("В эфире RLes TV посол Иван Лыков заявил, что рад.", "RLes TV", "broadcast"),
])
def test_who_speaks_right_after_the_medium_speaks_in_it(text, medium, channel):
    cited = roles(text)
    assert cited[medium] == ("venue", channel)
    assert {by for given, by in cited.items() if given != medium} == {("speaker", channel)}


def test_media_without_a_name():
    assert roles("Средства массовой информации пишут, что мост цел.") == {"Средства массовой информации": ("immediate", None)}
    assert roles("Засоби масової інформації пишуть, що міст цілий.", "uk") == {"Засоби масової інформації": ("immediate", None)}
    assert roles("Мост цел, пишут СМИ Румынии.") == {"СМИ Румынии": ("immediate", None)}
    assert read("По информации СМИ Румынии, мост цел.")[0].source_name == "СМИ Румынии"
    assert not roles("Соседи рассказали СМИ о пожаре в Румынии.").get("СМИ")
    assert not roles("Средства мэрии пишут на табло.")


def test_a_staff_is_a_body_and_an_apparatus_is_none():
    assert roles("Аппарат правительства сообщил о совещании.") == {"Аппарат правительства": ("immediate", None)}
    assert roles("В аппарате президента Заречья заявили, что мост цел.") == {"аппарате президента Заречья": ("immediate", None)}
    assert not roles("Инженеры говорят, что собрали аппарат, а сейчас аппарат заметили над рекой.").get("аппарат")


def test_a_particle_parts_no_phrase():
    cited = read("Представитель же банка уточнил, что счета открыты.")
    assert [(c.source_as_given, c.source_name) for c in cited] == [("Представитель же банка", "представитель банка")]
    assert not roles("Она же уточнила, что счета открыты.")


def test_what_one_acts_by_is_no_source_with_an_adjective_either():
    assert not roles("Цена ограничена, согласно новому постановлению, сотней.")
    assert roles("Цена выросла, согласно новому докладу, до сотни.") == {"новому докладу": ("immediate", None)}


def test_the_leader_of_a_state_is_who_holds_its_first_office():
    day = datetime.date(2022, 5, 10)
    assert [c.source_name for c in read("Американский лидер заявил, что мост цел.", anchor=day)] == ["Joe Biden"]
    assert [c.source_name for c in read("Російський лідер заявив, що міст цілий.", "uk", anchor=day)] == ["Vladimir Putin"]
    assert [c.source_name for c in read("Лидер профсоюза заявил, что мост цел.", anchor=day)] == ["лидер профсоюза"]


def test_two_common_words_are_no_person():
    assert [c.source_kind for c in read("Мост цел, сообщает Час Пик.")] == ["organisation"]
    assert [c.source_kind for c in read("Мост цел, сообщает Роза Лыкова.")] == ["person"]


def test_an_uncertain_name_of_a_body_is_not_another_country_s():
    moldova = "https://noi.md/ru/obshhestvo/1"
    assert [c.source_id for c in read("В ДПС сообщили, что мост цел.", url="https://lenta.ru/news/1")] == ["gibdd"]
    assert [c.source_id for c in read("В Нацбанке сообщили, что курс вырос.", url=moldova)] == [None]


@pytest.mark.parametrize("title", [
    "замминистра труда и ЖКХ Заречья Иван Лыков", "шоумен и предприниматель Иван Лыков", "секретарь — замглавы Минстроя Иван Лыков",
    "председатель комиссии по экономике, бюджету и финансам Иван Лыков", "заместитель директора по политике и зарубежным проектам Иван Лыков",
])
def test_a_title_goes_on_to_the_name(title):
    assert list(roles(f"Об этом заявил {title}.")) == [title]


def test_two_are_not_made_one_by_a_title():
    assert "директор" in roles("Об этом рассказал директор, и Иван Лыков уехал.")
    assert set(roles("Об этом рассказали директор и Иван Лыков.")) == {"директор", "Иван Лыков"}


def test_what_somebody_told_us_may_follow_a_colon():
    assert list(roles("Сотрудники театра рассказали нам: Лыкова в шоке.")) == ["Сотрудники театра"]
    assert not roles("Сотрудники театра рассказали нам сказку.")


def test_authorities_that_notice_something_say_nothing():
    assert not roles("Власти Заречья заметили артистку.")
    assert list(roles("Власти Заречья заметили, что артистка уехала.")) == ["Власти Заречья"]


def test_a_noun_may_have_lost_the_space_before_its_verb():
    assert list(roles("Городская прокуратурасообщает, что суд завтра.")) == ["Городская прокуратура"]
    assert not roles("Пересказали и недосказали, что суд завтра.")


def test_a_name_that_a_noun_for_a_medium_introduces_is_a_medium():
    text = "Близкий к мэру телеграм-канал «Речной Инсайд» закрыли. Мост нужен, утверждает «Речной Инсайд»."
    assert roles(text) == {"Речной Инсайд": ("immediate", "telegram")}
    assert [c.source_kind for c in read("Завод «Речной Инсайд» закрыли. Мост нужен, утверждает «Речной Инсайд».")] == ["organisation"]


def test_who_spoke_on_the_air_did_so_wherever_the_text_names_him():
    text = "Министр Иван Лыков сказал, что рад. Как отметил Лыков в эфире радио «Маяк», мост нужен. Пётр Белов сказал, что мост плох."
    assert roles(text) == {
        "Министр Иван Лыков": ("speaker", "broadcast"), "Лыков": ("speaker", "broadcast"), "радио «Маяк»": ("venue", "broadcast"),
        "Пётр Белов": ("speaker", None),
    }


def test_a_name_and_a_title_before_a_colon_and_spoken_words():
    assert list(roles("Мост готов.\nИван Лыков, начальник отдела: «Рады».")) == ["Иван Лыков"]
    assert list(roles("Мост готов.\nИван Лыков, пекарь комбината «Заря» в Липках: «Рады».")) == ["Иван Лыков"]
    assert not roles("Мост готов.\nИван Лыков, начальник отдела: кто он.")
    assert not roles("Мост готов.\nЗимний Лыков, посёлок у реки: «Рады».")


def test_brackets_with_the_name_in_latin_letters_part_no_subject_from_its_verb():
    assert roles("Менеджер Иван Лыков (Ivan Lykov) сказал Би-Би-Си, что рад.") == {
        "Менеджер Иван Лыков": ("speaker", None), "Би-Би-Си": ("venue", None)
    }
    assert roles("«Рады» (так в тексте), сообщил ТАСС.") == {"ТАСС": ("immediate", None)}


def test_forecasters_say_what_will_be_without_a_clause():
    assert list(roles("Завтра синоптики обещают дождь.")) == ["синоптики"]
    assert not roles("Завтра соседи обещают дождь.")


@pytest.mark.parametrize("medium", ["своей передаче «Анализы»", "ходе передачи «Анализы»", "авторской программе «Анализы»"])
def test_a_programme_may_be_one_s_own(medium):
    assert roles(f"Об этом экономист Иван Лыков сообщил в {medium}.") == {
        "экономист Иван Лыков": ("speaker", "broadcast"), "Анализы": ("venue", "broadcast")
    }


def test_a_statement_made_on_a_programme_was_broadcast():
    assert roles("Заявление было сделано в ходе программы «Анализы».") == {"Анализы": ("venue", "broadcast")}
    assert not roles("Он участвует в программе «Анализы».")


def test_an_interview_need_not_name_its_medium():
    assert roles("Об этом заявил в интервью глава отдела Иван Лыков.") == {"глава отдела Иван Лыков": ("speaker", "interview")}
    assert roles("Про це заявив в інтерв'ю голова відділу Іван Лис.", "uk") == {"голова відділу Іван Лис": ("speaker", "interview")}
    assert roles("Об этом заявил в разговоре глава отдела Иван Лыков.") == {"глава отдела Иван Лыков": ("speaker", None)}


def test_a_surname_that_shows_no_case_is_known_from_the_full_name():
    assert "Гросу" in roles("Депутаты против Игоря Гросу. Как передаёт «Маяк», Гросу заявил, что рад.")
    assert "Лыкову" not in roles("Ответили Ивану Лыкову. Пётр Белов сказал Лыкову, что рад.")


def test_a_verb_may_have_lost_the_space_before_its_preposition_or_after_an_acronym():
    assert list(roles("Мост цел,сообщаютв полиции.")) == ["полиции"]
    assert list(roles("АБВГсообщает, что мост цел.")) == ["АБВГ"]
    assert not roles("Рассказв полиции писали долго.")


def test_a_date_between_commas_does_not_end_what_is_said():
    assert list(roles("Министр Анна Лыкова объявила во вторник, 19 октября, что мост цел.")) == ["Министр Анна Лыкова"]
    assert not roles("Министр Анна Лыкова объявила во вторник, 19 октября, конкурс.")


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "Как сообщил сайту «Лесной маяк» архидиакон Иван Лыков, мост цел.", {"Лесной маяк": "venue", "Иван Лыков": "speaker"}),
    ("ru", "Как сообщает сайт «Лесной маяк», мост цел.", {"сайт «Лесной маяк»": "immediate"}),
    ("uk", "– Люди відгукуються, – розповів Павло Лисенко Lisove.City.", {"Павло Лисенко": "speaker", "Lisove.City": "venue"}),
    ("uk", "– Люди відгукуються, – розповів Павло Лисенко.", {"Павло Лисенко": "speaker"}),
])
def test_a_site_is_told_as_other_media_are(language, text, expected):
    assert {given: role for given, (role, _) in roles(text, language).items()} == expected


@pytest.mark.parametrize(("language", "text"), [
    ("ru", "Полицейские сообщили Дьякову, что ему придётся заплатить."),
    ("ru", "Врачи сообщили Ивану Лыкову, что он здоров."),
    ("uk", "Лікарі повідомили йому, що травми легкі."),
])
def test_who_tells_somebody_of_the_story_is_not_cited(language, text):
    assert not roles(text, language)


def test_who_tells_a_medium_or_has_a_name_is_cited():
    assert "Полицейские" in roles("Полицейские сообщили журналистам, что мост цел.")
    assert "Слідчі" in roles("Слідчі повідомили Суспільному, що міст цілий.", "uk")
    assert list(roles("Мария Лыкова сообщила Дьякову, что мост цел.")) == ["Мария Лыкова"]


def test_the_second_of_two_speakers_may_begin_with_an_adjective():
    said = "Об этом на брифинге говорили глава города Анна Лыкова и главный врач {}."
    assert list(roles(said.format("Иван Сомов"))) == ["глава города Анна Лыкова", "главный врач Иван Сомов"]
    assert list(roles("Об этом говорила глава города Анна Лыкова и главный вопрос остался.")) == ["глава города Анна Лыкова"]


def test_conclusions_are_an_opinion():
    assert roles("За висновками експертів, міст цілий.", "uk") == {"експертів": ("speaker", None)}
    assert roles("Таким чином, за висновком експертів, міст цілий.", "uk") == {"експертів": ("speaker", None)}
    assert not roles("Пільги надають за висновком лікарської комісії.", "uk")
    assert not roles("За висновками слід чекати нових рішень.", "uk")


@pytest.mark.parametrize(("text", "name"), [
    ("Лицензию отозвали, сообщает пресс-служба регулятора. Банк нарушал закон, отметили в ЦБ РФ.", "Bank of Russia"),
    ("Лицензию отозвали, сообщает пресс-служба регулятора. Мост цел, отметили в МВД.", "регулятор"),
    ("Сотрудники ФСБ задержали рыбака. Как утверждают в ведомстве, он виноват. По информации пресс-службы ФСБ, рыбака отпустили.", "Federal Security Service of Russia"),
    ("Рыбака задержали. Как утверждают в ведомстве, он виноват. По информации пресс-службы ФСБ, рыбака отпустили.", "ведомство"),
    ("Сотрудники ФСБ задержали рыбака. Как утверждают в ведомстве, он виноват. По данным ФСБ, мост цел. По данным Минюста России, мост стоит.", "ведомство"),
])
def test_a_body_may_be_named_after_its_noun(text, name):
    assert read(text)[0].source_name == name


@pytest.mark.parametrize("collective", ["Румынская пресса", "Местные СМИ", "Молдавские СМИ"])
def test_the_press_of_a_place_is_not_the_outlet_named_before(collective):
    first, second = read(f"Сайт «Лесной маяк» пишет, что мост цел. {collective} пишет, что мост стоит.".replace("СМИ пишет", "СМИ пишут"))
    assert first.source_name != second.source_name


def test_whom_a_letter_is_for_did_not_write_it():
    assert not roles("В письме на имя главы города Ивана Лыкова говорится, что мост цел.")
    assert roles("В письме главы города Ивана Лыкова говорится, что мост цел.") == {"главы города Ивана Лыкова": ("immediate", None)}


def test_a_registered_site_is_told_after_a_name_too():
    said = roles("- Люди відгукуються, - розповів Павло Лисенко NovaKahovka.City. - Вони йдуть.", "uk")
    assert {given: role for given, (role, _) in said.items()} == {"Павло Лисенко": "speaker", "NovaKahovka.City": "venue"}


@pytest.mark.parametrize("day", ["в среду ", "вчера вечером ", "14 ноября ", ""])
def test_the_day_stands_between_the_medium_told_and_who_tells(day):
    said = roles(f"Мост откроют, сообщил ТАСС {day}начальник управления Петр Лыков.")
    assert {given: role for given, (role, _) in said.items()} == {"ТАСС": "venue", "начальник управления Петр Лыков": "speaker"}
    assert roles("Мост откроют, передает ТАСС в среду.") == {"ТАСС": ("immediate", None)}


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "«Тяжело», — рассказала пострадавшая журналисту телеканала «Берег 24».", [("пострадавшая", "speaker"), ("телеканала «Берег 24»", "venue")]),
    ("ru", "«Тяжело», — рассказал директор Иван Лыков корреспонденту «Берега».", [("директор Иван Лыков", "speaker"), ("Берега", "venue")]),
    ("ru", "«Тяжело», — рассказал директор журналистам.", [("директор", "speaker")]),
    ("uk", "Як пояснили пекарі заводу місцевим журналістам, борошна мало.", [("пекарі заводу", "speaker")]),
])
def test_the_reporter_told_is_no_part_of_who_speaks(language, text, expected):
    assert [(c.source_as_given, c.role) for c in read(text, language)] == expected
