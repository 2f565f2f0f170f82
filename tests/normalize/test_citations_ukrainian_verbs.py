"""Ukrainian verbs of saying and formulas with adjectives in them: what they cite, and where they cite nobody."""

import pytest

from tests.normalize.test_citations import facts, read


@pytest.mark.parametrize(("text", "expected"), [
    ("За останніми даними Держводагентства, рівень річки впав.", {("Держводагентства", "immediate", None)}),
    ("За уточненою інформацією прокуратури Зарічного району, водій утік.", {("прокуратури Зарічного району", "immediate", None)}),
    ("Згідно з попередніми даними поліції, водій утік.", {("поліції", "immediate", None)}),
    ("На тверде переконання аналітика Ореста Лиса, ціни впадуть.", {("аналітика Ореста Лиса", "speaker", None)}),
    ("На погляд тренера Івана Лиса, гра була рівною.", {("тренера Івана Лиса", "speaker", None)}),
    ("За розповідями місцевих жителів, вибух стався вночі.", {("місцевих жителів", "speaker", None)}),
    ("За свідченням очевидців, потяг стояв годину.", {("очевидців", "speaker", None)}),
])
def test_adjectives_stand_inside_formulas(text, expected):
    assert set(facts(read(text, "uk"))) == expected


def test_adjectives_stand_inside_russian_formulas():
    assert set(facts(read("По самым свежим данным полиции, водитель скрылся.", "ru"))) == {("полиции", "immediate", None)}


@pytest.mark.parametrize("text", [
    "За останніми даними поліція ще шукає водія.", "За нашими даними, міст закрито.", "На перший погляд, міст цілий.",
    "Він працює з офіційними даними поліції.", "Фірма спирається на офіційних даних поліції.",
])
def test_a_formula_needs_its_preposition_and_a_genitive(text):
    assert read(text, "uk") == []


@pytest.mark.parametrize("verb", ["говорить", "твердить", "пригадує", "застеріг", "повторив", "доводить", "бідкається", "погодився", "уважає", "підрахував", "фіксує"])
def test_verbs_of_saying_of_one_person(verb):
    assert [c.source_as_given for c in read(f"Лікар Іван Лисенко {verb}, що ліків мало.", "uk")] == ["Лікар Іван Лисенко"]


@pytest.mark.parametrize("text", [
    "— Мало було ліків, — пригадує Іван Лисенко.", "«Ліків мало», — мовила Ганна Лис.", "Як застерегла Ганна Лис, ліків мало.",
])
def test_verbs_beside_direct_speech(text):
    assert [c.role for c in read(text, "uk")] == ["speaker"]


@pytest.mark.parametrize("text", [
    "Слідчі довели змову підрядників, що тривала рік.", "Іван Лисенко повторив свій рекорд, що стояв десять років.",
    "Люди стояли на площі — очікували рішення Зарічної ради.", "Команда пишається своїм стадіоном, що стоїть над річкою.",
    "Ганна Лис вважає себе щасливою людиною.", "Іван Лисенко згадав дитинство.",
])
def test_verbs_that_act_on_an_object_say_nothing(text):
    assert read(text, "uk") == []


def test_somebody_with_what_he_is_of_speaks_before_anybody_named_does():
    text = "Олег Лис загинув узимку.\nЗа словами директора школи, він любив математику.\n«Ми сумуємо», — сказала Ганна Бойко."
    assert [(c.source_as_given, c.source_name) for c in read(text, "uk")] == [("директора школи", "директор школи"), ("Ганна Бойко", "Hanna Boiko")]


def test_a_headline_s_title_is_who_is_named_below_it():
    text = "Директор школи розповів про ремонт\nПро це сказав Олег Лис.\nЗа словами директора школи, дах цілий."
    assert {c.source_name for c in read(text, "uk")} <= {"Oleh Lys"}


@pytest.mark.parametrize(("text", "source"), [
    ("У водоканалі пояснили, що воду відключать.", "водоканалі"), ("В Укрмостобуді кажуть, що міст цілий.", "Укрмостобуді"),
    ("У Мінрибальства повідомили, що риби мало.", "Мінрибальства"), ("На підприємстві «Вежа» пояснили, що газ є.", "підприємстві «Вежа»"),
    ("Міст, відзначають у політсилі, продали.", "політсилі"), ("За словами рідних, він був добрим.", "рідних"),
])
def test_bodies_and_people_by_their_nouns(text, source):
    assert [c.source_as_given for c in read(text, "uk")] == [source]


@pytest.mark.parametrize("text", [
    "Вони везли меблі, а на митниці говорили, що це книги.", "На Київщині кажуть, що осінь тепла.", "У Мінську кажуть, що осінь тепла.",
    "Рада отримала лист, що підтверджує незалежність нової церкви.", "Патрульні попереджали його, що за хабар судять.",
])
def test_places_and_what_happens_there_are_no_bodies(text):
    assert read(text, "uk") == []


@pytest.mark.parametrize(("language", "text", "source", "name"), [
    ("uk", "Про це сказав в. о. голови Зарічної ради Павло Лисенко.", "в. о. голови Зарічної ради Павло Лисенко", "Pavlo Lysenko"),
    ("uk", "За словами т.в.о. директора Павла Лисенка, дах цілий.", "т.в.о. директора Павла Лисенка", "Pavlo Lysenko"),
    ("ru", "Об этом сообщил и.о. директора завода Павел Лыков.", "и.о. директора завода Павел Лыков", "Pavel Lykov"),
])
def test_who_acts_in_an_office_has_its_title_in_letters_with_points(language, text, source, name):
    assert [(c.source_as_given, c.source_name) for c in read(text, language)] == [(source, name)]


def test_an_initial_and_a_preposition_are_no_such_title():
    assert [c.source_as_given for c in read("Про це сказав директор В. О. Лисенко.", "uk")] == ["директор В. О. Лисенко"]
