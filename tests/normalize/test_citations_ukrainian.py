"""Ukrainian formulas: who is read as a source, in what role, and what is none."""

import pytest

from tests.normalize.test_citations import facts, read

FORMULAS = [
    # a site whose name ends in a domain that is a word
    ("Про це повідомляє Ridne.City. Міст відкрили.", {("Ridne.City", "immediate", None)}),
    ("Міст відкрили, розповіла Ridne.City Ольга Примерова.", {("Ridne.City", "venue", None), ("Ольга Примерова", "speaker", None)}),
    ("- Люди йдуть, - розповів Павло Лисенко Ridne.City. - Їх багато.", {("Павло Лисенко", "speaker", None), ("Ridne.City", "venue", None)}),
    ("Ціни зросли, повідомила Ridne.City заступник начальника відділу цін Лариса Бойко.",
     {("Ridne.City", "venue", None), ("заступник начальника відділу цін Лариса Бойко", "speaker", None)}),
    # documents
    ("Згідно з розшифровкою розмови, говорили про порт.", {("розшифровкою розмови", "immediate", None)}),
    ("Про це йдеться у постанові Зарічного господарського суду від 12 березня.", {("Зарічного господарського суду", "immediate", None)}),
    ("Про це стало відомо з ухвал Зарічного суду м. Річка.", {("ухвал Зарічного суду м. Річка", "immediate", None)}),
    ("Згідно з електронною декларацією, у нього є дім.", {("електронною декларацією", "immediate", None)}),
    ("Про це йдеться в проекті розпорядження Зарічної ради, який винесли 6 квітня.", {("розпорядження Зарічної ради", "immediate", None)}),
    ("З судового реєстру відомо, що фірма програла справу.", {("судового реєстру", "immediate", None)}),
    ("На сайті санаторію вказано, що він великий.", {("санаторію", "immediate", "website")}),
    # bodies
    ("Міжнародна організація «Лікарі світу» виступила із заявою, яка засуджує закон.", {("Міжнародна організація «Лікарі світу»", "immediate", None)}),
    ("Про це повідомили в Держпродспоживслужбі.", {("Держпродспоживслужбі", "immediate", None)}),
    ("Міст відкрили, пише УНІАН із посиланням на місцеві медіа.", {("УНІАН", "immediate", None), ("місцеві медіа", "upstream", None)}),
    ("Результати будуть готові, кажуть у санепідемслужбі.", {("санепідемслужбі", "immediate", None)}),
    ("За даними держреєстру прав, дім малий.", {("держреєстру прав", "immediate", None)}),
    ("Про це повідомляється в системі «Прозорро».", {("Прозорро", "immediate", None)}),
    ("«Так», – цитують ФСБ кримські і місцеві ЗМІ.", {("ЗМІ", "immediate", None)}),
    # where and how it was said
    ("Раніше повідомлялося: Лискевич у Раді заявив, що двері відчинені.", {("Лискевич", "speaker", None)}),
    ("Про це він сказав у коментарі Суспільному.", {("Суспільному", "venue", "interview")}),
    ('Його слова наводяться в Telegram-каналі видання "Зарічна правда".', {('видання "Зарічна правда"', "immediate", "telegram")}),
    ("Запис розмови оприлюднила Об'єднана слідча група, що розслідує катастрофу.", {("Об'єднана слідча група", "immediate", None)}),
    ("На виступі в Раді Лисенко заявила, що лист отримано.", {("Лисенко", "speaker", None)}),
    # who says it
    ("Як повідомив сьогодні, 13 липня, перший заступник голови Ігор Терешко, зустрічі провели.", {("перший заступник голови Ігор Терешко", "speaker", None)}),
    ("Про роман Соколенко розповіла сусідка.", {("сусідка", "speaker", None)}),
    ("Про це на зустрічі з людьми Європейського інвестиційного банку повідомив директор Ігор Терешко.", {("директор Ігор Терешко", "speaker", None)}),
    ("Про стан річки пишуть ЗМІ.", {("ЗМІ", "immediate", None)}),
    ("Про аварію Лисенко сказав журналістам.", {("Лисенко", "speaker", None)}),
    ("На свій захист Лисенко пояснив, що не знав.", {("Лисенко", "speaker", None)}),
    ("Міст гарний, - своїми враженнями поділився учасник з м. Річка Юрій Нечай.", {("учасник з м. Річка Юрій Нечай", "speaker", None)}),
    ("Якщо дім малий, роз'яснює начальник відділу реєстрації Тетяна Бойко, податку немає.",
     {("начальник відділу реєстрації Тетяна Бойко", "speaker", None)}),
    ("За поясненням громадянина, набої він знайшов.", {("громадянина", "speaker", None)}),
    ("Нині покійна Ганна Бойко з Києва згадувала: «Ми йшли пішки».", {("Ганна Бойко", "speaker", None)}),
    ("Такої ж думки дотримується і керівник департаменту Олександр Бойко.", {("керівник департаменту Олександр Бойко", "speaker", None)}),
    ("«Йдуть бої», - повідомив майор Сергій Лис в ефірі телемарафону.", {("майор Сергій Лис", "speaker", "broadcast"), ("телемарафону", "venue", "broadcast")}),
    ("Про це Іван Лис повідомив у соцмережі Х.", {("Іван Лис", "immediate", "x")}),
    ("Іван Лис написав у соцмережі, що міст готовий.", {("Іван Лис", "immediate", None)}),
    ("Іван Лис написав у мережі крамниць, що міст готовий.", {("Іван Лис", "speaker", None)}),
    ("Лискевич кілька разів заявляв про плани піти.", {("Лискевич", "speaker", None)}),
    ("Про це повідомляє у Фейсбуці пресслужба лісгоспу, передає Укрінформ.", {("пресслужба лісгоспу", "upstream", "press_service"), ("Укрінформ", "immediate", None)}),
    ("Вчені впевнені, що гори є.", {("Вчені", "speaker", None)}),
    ("Позицію штату оприлюднив у Twitter речник губернатора Нед Лисовський.", {("речник губернатора Нед Лисовський", "immediate", "x")}),
    ("Міністерство оборони України підтримало закон, зазначивши, що він потрібен.", {("Міністерство оборони України", "immediate", None)}),
    ("Зарічанська ОДПІ звертає увагу, що час минає.", {("Зарічанська ОДПІ", "immediate", None)}),
    ("Однак в Банку Росії побоюються, що дані хибні.", {("Банку Росії", "immediate", None)}),
    ("Про це пише належне Івану Лису видання РБК з посиланням на джерела.", {("видання РБК", "immediate", None), ("джерела", "upstream", None)}),
    ("Світло на таємницю пролила Тетяна Лис, заявивши, що гроші віддасть.", {("Тетяна Лис", "speaker", None)}),
    ("Також повідомлялося, що міністр Дмитро Лис анонсував скорочення штату.", {("міністр Дмитро Лис", "speaker", None)}),
    ("Моніторингова місія ООН продовжує працювати і констатує, що змін немає.", {("Моніторингова місія ООН", "immediate", None)}),
    ("Як зазначається у пояснювальній записці, метою є увага.", {("пояснювальній записці", "immediate", None)}),
    ("«Ми готові», сказав, коментуючи справу, заступник голови комісії Іван Лис.", {("заступник голови комісії Іван Лис", "speaker", None)}),
    ("Однак, як повідомив суду прокурор, фірма внесок не сплатила.", {("прокурор", "speaker", None)}),
    ("Про це Суспільному розповіла речниця ДСНС Ольга Чайка.", {("Суспільному", "venue", None), ("речниця ДСНС Ольга Чайка", "speaker", None)}),
    ("Про це у соціальній мережі Facebook написала волонтерка Марина Бойко.", {("волонтерка Марина Бойко", "immediate", "facebook")}),
    ("Про це Марина Бойко у соцмережі Facebook написала вчора.", {("Марина Бойко", "immediate", "facebook")}),
    ("Згідно з інформацією на сторінці підрозділу, бійців поранено.", {("підрозділу", "immediate", None)}),
    ("Про це розповів завідувач кафедри екології та охорони природи Юрій Лис.", {("завідувач кафедри екології та охорони природи Юрій Лис", "speaker", None)}),
    ("До суду звернулася потерпіла, яка розповіла, що заплатила двічі.", {("потерпіла", "speaker", None)}),
    ("Юристка Ганна Степова каже, що охоронці сказали, що двері зачинені.", {("Юристка Ганна Степова", "speaker", None)}),
]


@pytest.mark.parametrize(("text", "expected"), FORMULAS)
def test_a_formula_is_read(text, expected):
    assert set(facts(read(text, "uk"))) == expected


@pytest.mark.parametrize("text", ["Зірка ділиться фото з відпустки.", "Гравець поділився м'ячем з партнером."])
def test_to_share_a_thing_is_no_saying(text):
    assert read(text, "uk") == []


def test_who_speaks_inside_the_words_of_another_is_no_source():
    text = '"Він працює. Пан Лискевич впевнений, що буде мир", - додала речниця заводу Олена Чайка.'
    assert [c.source_as_given for c in read(text, "uk")] == ["речниця заводу Олена Чайка"]


def test_a_name_in_quotation_marks_at_the_head_of_a_line_is_a_source():
    text = '"Зарічна пошта" повідомила, що відділення зачинять.'
    assert [c.source_as_given for c in read(text, "uk")] == ["Зарічна пошта"]


@pytest.mark.parametrize(
    "text",
    [
        "— У Мінсоцполітики запевнили, що проблему знають, — додає.",
        "«Пригоди тривають. “Лісовика” продовжили на другий сезон».",
        "Згідно з частиною другою статті 26 Закону, пеню платять.",
        "Про це йдеться у звіті.",
        '"Поліція з’ясувала, що донька сказала мамі, що їде", – йдеться у повідомленні.',
        "Медики, що констатували смерть, поїхали.",
        "Божество Велес вважали богом добробуту.",
        "Згідно з резолюцією ООН, надбання незаконні.",
        "Протестувальники у центрі Києва закликали людей виходити.",
        "Католицька церква закликала вірян молитися.",
    ],
)
def test_what_only_acts_or_speaks_within_speech_is_no_source(text):
    assert read(text, "uk") == []


def test_the_quotation_mark_that_opens_a_text_makes_no_quotation_of_it():
    text = '"Літак має гарні шанси. Успіх йому передрік, як заявив директор Іван Лискевич, попит. «Попит є», — сказав він. Раніше Укрінформ повідомив про рейси. "'
    assert "Іван Лискевич" in " ".join(c.source_as_given for c in read(text, "uk"))


def test_in_a_line_of_speech_only_who_follows_the_words_speaks():
    text = "— Ремонт уже йде, — кажуть у Міністерстві культури. — Суд визнав, що він потрібен."
    assert [c.source_as_given for c in read(text, "uk")] == ["Міністерстві культури"]


def test_a_body_in_a_recap_is_a_speaker():
    text = "Міст відкрили. Про це повідомляє Укрінформ.\nМіст будували два роки. Роботи йшли щодня.\nНагадаємо, за інформацією ДСНС, торік міст горів."
    assert [(c.role, c.is_background) for c in read(text, "uk")] == [("immediate", False), ("speaker", True)]


def test_what_follows_a_recap_at_the_end_of_a_text_is_background_where_it_was_not_cited_before():
    text = (
        "Міст відкрили. Про це повідомила мерка Річки Олена Чайка.\nМіст будували два роки. Роботи йшли щодня.\n"
        "Нагадаємо, торік міст горів.\nЗа даними ДСНС, вогонь загасили за добу. Чайка сказала, що вогонь бачили всі."
    )
    found = [(c.source_name, c.is_background) for c in read(text, "uk")]
    assert found == [("Olena Chaika", False), ("State Emergency Service of Ukraine", True), ("Olena Chaika", False)]


def test_whose_words_a_body_passes_on_is_upstream():
    text = "Про це з посиланням на дані Зарічного архіву повідомили в Громадській коаліції «За ліс»."
    assert [(c.source_as_given, c.role) for c in read(text, "uk")] == [("Зарічного архіву", "upstream"), ("Громадській коаліції «За ліс»", "immediate")]


def test_people_of_a_source_line_are_all_read_with_their_network():
    text = "Джерело: пресслужба Генпрокуратури, пости юристки Зої Мельник та лікаря Луки Гая в Facebook"
    assert [(c.source_as_given, c.role, c.channel) for c in read(text, "uk")][1:] == [
        ("юристки Зої Мельник", "immediate", "facebook"), ("лікаря Луки Гая", "immediate", "facebook"),
    ]


def test_two_who_write_on_a_network_both_have_it():
    text = "Юристка Зоя Мельник та лікар Лука Гай неодноразово повідомляли в Facebook про знущання."
    assert {(c.role, c.channel) for c in read(text, "uk")} == {("immediate", "facebook")}


def test_who_turns_to_speech_a_few_words_after_the_dash_is_read():
    text = "- Місто гарне. Люди привітні, – своїми враженнями поділився учасник турніру Юрій Нечай."
    assert [c.source_as_given for c in read(text, "uk")] == ["учасник турніру Юрій Нечай"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Про це пише The Times, передає УНІАН.", [("The Times", "upstream"), ("УНІАН", "immediate")]),
        ("Як передає Укрінформ, про це повідомляє zarichne.ua з посиланням на Reuters.",
         [("Укрінформ", "immediate"), ("zarichne.ua", "upstream"), ("Reuters", "upstream")]),
        ("Про це йдеться у повідомленні ДСНС, передає Укрінформ.", [("ДСНС", "upstream"), ("Укрінформ", "immediate")]),
        ("Про це заявив інженер Іван Лисенко, передає Укрінформ.", [("інженер Іван Лисенко", "speaker"), ("Укрінформ", "immediate")]),
    ],
)
def test_what_a_medium_passes_on_it_has_from_another(text, expected):
    assert [(c.source_as_given, c.role) for c in read(text, "uk")] == expected


def test_the_head_of_state_is_the_president_whom_the_text_names():
    text = "На це відреагував президент Зарічної Володимир Лисенко.\n«Дякую», – написав глава держави у Twitter."
    assert [(c.source_name, c.channel) for c in read(text, "uk")] == [("Volodymyr Lysenko", "x")]


def test_a_body_without_a_name_is_the_one_named_before():
    text = "Про це повідомляє пресслужба міської ради Річки. У відділі комунікації поліції Зарічанської області повідомили, що шукають. «Так», - розповіли в поліції. «Ні», - заявили у міськраді."
    names = [c.source_name for c in read(text, "uk")]
    assert names[0] == names[3] and names[1] == names[2] and names[0] != names[1]


def test_who_is_called_by_the_given_name_alone_is_the_one_named_before():
    text = "Про це повідомив міський голова Річки Олександр Корінний. «Вітаю!» – написав пан Олександр."
    assert {c.source_name for c in read(text, "uk")} == {"Oleksandr Korinnyi"}


def test_what_a_channel_broadcast_is_where_it_was_said():
    text = "Депутат Олег Лис повідомив, що зал закрито. Про це він сказав у розмові, яку транслював телеканал «Вежа»."
    assert [(c.source_as_given, c.role, c.channel) for c in read(text, "uk")] == [
        ("Депутат Олег Лис", "speaker", "broadcast"), ("телеканал «Вежа»", "venue", "broadcast"),
    ]


def test_sources_after_a_medium_are_those_of_the_medium():
    text = "Угоду уклали, пишуть ЗМІ. За даними джерел, у неї не ввійшли склади."
    assert [(c.source_as_given, c.role) for c in read(text, "uk")] == [("ЗМІ", "immediate"), ("джерел", "upstream")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Міністр Павло Лис приїхав. Міністр пояснив, що Київ готовий.", "Pavlo Lys"),
        ("За словами директора Олександра Лисенка, дах цілий.", "Oleksandr Lysenko"),
    ],
)
def test_a_given_name_is_no_call_and_no_woman_s(text, name):
    assert [c.source_name for c in read(text, "uk")] == [name]


def test_who_is_put_into_the_words_quoted_is_a_source():
    text = '"Зустріч була гарна, - передає газета «Вежа». - План ясний", - йдеться у статті.'
    assert [c.source_as_given for c in read(text, "uk")] == ["газета «Вежа»"]


@pytest.mark.parametrize("text", [
    "Такий шум нагадує виття.", "Це нагадує мені боротьбу Івана Лиса з вітряками.", "За роботи відповідає рада. Європейська Рада відповідає за мости.",
])
def test_to_be_like_something_or_in_charge_of_it_is_no_saying(text):
    assert read(text, "uk") == []


@pytest.mark.parametrize("text", [
    "Поліція нагадує громадянам про заборону.", "Поліція нагадує, що міст закрито.", "«Міст закрито», – нагадує поліція.", "Як нагадує поліція, міст закрито.",
])
def test_to_remind_of_something_is(text):
    assert [c.source_as_given.lower() for c in read(text, "uk")] == ["поліція"]
