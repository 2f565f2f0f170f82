"""Ukrainian words of formulas: verbs, bodies, documents and places, and where they cite nobody."""

import pytest

from tests.normalize.test_citations import facts, read


@pytest.mark.parametrize("text", [
    "У Києві Лисенко заявив, що міст цілий.", "На брифінгу у Львові Лисенко заявив, що міст цілий.",
    "Під час виступу в Донецьку Лисенко заявив, що міст цілий.", "Під час поїздки до Києва Лисенко заявив, що міст цілий.",
    "У Раді Лисенко заявив, що міст цілий.",
])
def test_a_town_before_the_speaker_is_no_part_of_the_name(text):
    assert [(c.source_as_given, c.source_name) for c in read(text, "uk")] == [("Лисенко", "Lysenko")]


def test_a_surname_like_a_town_is_a_name():
    assert [c.source_as_given for c in read("За словами Олени Львової, міст цілий.", "uk")] == ["Олени Львової"]
    assert [c.source_as_given for c in read("Ірина Львова заявила, що міст цілий.", "uk")] == ["Ірина Львова"]


@pytest.mark.parametrize("verb", ["сумнівається", "обіцяв", "нагадував", "переконував", "засумнівався", "скаржився", "сподівався", "зізнавався", "згоден", "обурений"])
def test_verbs_that_need_a_clause(verb):
    assert [c.source_as_given for c in read(f"Лікар Іван Лисенко {verb}, що ліків мало.", "uk")] == ["Лікар Іван Лисенко"]
    assert read(f"Лікар Іван Лисенко {verb} довго.", "uk") == []


@pytest.mark.parametrize("body", ["клініці", "поліклініці", "спецслужбі", "порту", "представництві перевізника", "муніципалітеті", "консорціумі", "турагентстві"])
def test_bodies_by_their_nouns(body):
    assert [c.source_as_given for c in read(f"У {body} повідомили, що черги немає.", "uk")] == [body]
    assert read(f"У {body} черги немає.", "uk") == []


@pytest.mark.parametrize("verb", ["стверджується", "говориться", "йшлося", "зазначалося", "додається", "наголошується"])
def test_what_is_told_in_a_statement(verb):
    assert facts(read(f"Черги немає, {verb} в повідомленні мерії.", "uk")) == [("мерії", "immediate", None)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Згідно з оглядом ринку, ціни зросли.", {("оглядом ринку", "immediate", None)}),
    ("Згідно з підрахунками дослідників, ціни зросли.", {("дослідників", "speaker", None)}),
    ("Якщо вірити словам Івана Лиса, ціни зросли.", {("Івана Лиса", "speaker", None)}),
    ("Лікарі послалися на дані міністерства.", {("міністерства", "immediate", None)}),
    ("З таким коментарем виступила в середу, 3 квітня, директорка тихої бібліотеки Марія Лисенко.",
     {("директорка тихої бібліотеки Марія Лисенко", "speaker", None)}),
    ("Такого висновку дійшли вчені.", {("вчені", "speaker", None)}),
    ("Іван Лис висловив надію, що ціни впадуть.", {("Іван Лис", "speaker", None)}),
    ("В бесіді з журналом «Ясний день» Іван Лис сказав, що ціни впадуть.",
     {("журналом «Ясний день»", "venue", "interview"), ("Іван Лис", "speaker", "interview")}),
])
def test_formulas(text, expected):
    assert set(facts(read(text, "uk"))) == expected


@pytest.mark.parametrize(("language", "text"), [
    ("uk", "Згідно з розрахунками максимальний тиск Lisove 6 становитиме два бари."), ("ru", "По расчетам максимальный показатель Lisove 6 составит два бара."),
])
def test_a_clause_right_after_a_formula_is_no_source(language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(("language", "text", "source"), [
    ("uk", "У Верховній Раді Лисенко заявив, що міст цілий.", "Лисенко"), ("uk", "На брифінгу в МВС Лисенко заявив, що міст цілий.", "Лисенко"),
    ("uk", "На засіданні Верховної Ради Іван Лисенко заявив, що міст цілий.", "Іван Лисенко"),
    ("ru", "На заседании МВД Борисов заявил, что мост цел.", "Борисов"), ("ru", "В то же время МВД Лесногорья сообщило, что мост цел.", "МВД"),
])
def test_the_body_in_which_somebody_speaks_is_not_who_speaks(language, text, source):
    assert [c.source_as_given for c in read(text, language)] == [source]


def test_nobody_says_what_a_body_only_held():
    assert read("У Верховній Раді заявив, що міст цілий.", "uk") == []


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("uk", "— Було море, — каже 62-річна Ніна.", [("62-річна Ніна", "Nina", "speaker")]),
    ("uk", "За словами мешканки будинку 62-річної Ніни, було море.", [("мешканки будинку 62-річної Ніни", "Nina", "speaker")]),
    ("ru", "— Было море, — говорит 40-летний Сергей.", [("40-летний Сергей", "Sergey", "speaker")]),
    ("uk", "Мама 5-річної Ніни розповіла, що було море.", [("Мама 5-річної Ніни", "Мама 5-річної Ніни", "speaker")]),
])
def test_an_age_shows_that_a_given_name_is_one(language, text, expected):
    assert [(c.source_as_given, c.source_name, c.role) for c in read(text, language)] == expected


@pytest.mark.parametrize(("language", "text"), [
    ("uk", "Днями Ганна Лис в Інстаграм показала фото дочки."), ("uk", "Ганна Лис виклала в Instagram відео з річки."),
    ("uk", "Ганна Лис поділилася знімком у Instagram."), ("ru", "Анна Лыкова показала в Instagram фото дочери."),
])
def test_who_shows_footage_on_a_page(language, text):
    assert [(c.source_as_given.split()[0], c.role, c.channel) for c in read(text, language)] in ([("Ганна", "immediate", "instagram")], [("Анна", "immediate", "instagram")])


@pytest.mark.parametrize(("language", "text"), [
    ("uk", "Ганна Лис показала дочці фото."), ("uk", "Ганна Лис виклала в Києві бруківку."), ("uk", "Ганна Лис нагадала про себе новинами."),
    ("uk", "Ганна Лис вважає за краще мовчати."), ("ru", "Анна Лыкова напомнила о себе новостями."), ("uk", "Ракети шукають згідно з другою фазою Програми безпеки."),
])
def test_nothing_is_said_there(language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Прогнозом на матч ділиться Іван Лисенко, колумніст сайту Lisove.com, ведучий шоу «День!» на радіо «Лісова хвиля».", {("Іван Лисенко", "speaker", None)}),
    ("Про це Ганна Лис сказала в шоу «День» на радіо «Лісова хвиля».",
     {("Ганна Лис", "speaker", "broadcast"), ("День", "venue", "broadcast"), ("Лісова хвиля", "venue", "broadcast")}),
    ("Про це вона повідомила Telegram-каналу «Лісова хвиля».", {("Telegram-каналу «Лісова хвиля»", "venue", "telegram")}),
    ("Про це Ганна Лис повідомила Telegram-каналу «Лісова хвиля».", {("Ганна Лис", "speaker", None), ("Лісова хвиля", "venue", "telegram")}),
    ("Співачка була рада, скромно зауваживши, що співає тихо.", {("Співачка", "speaker", None)}),
    ("Рейтинг, складений аналітиками компанії Lisove, очолило місто.", {("компанії Lisove", "immediate", None)}),
])
def test_media_and_firms_beside_people(text, expected):
    assert set(facts(read(text, "uk"))) == expected


def test_a_body_in_a_longer_name_in_quotation_marks_is_not_meant():
    found = read("Про це Іван Лис сказав в інтерв'ю для проєкту «Дванадцять днів Укрзалізниці».", "uk")
    assert [c.source_id for c in found if c.role == "venue"] == [None]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("uk", "Про це йдеться в повідомленні на сайті мерії.", {("мерії", "immediate", "website")}),
    ("uk", "Про це йдеться в дописі на офіційній сторінці мерії у Facebook.", {("мерії", "immediate", "facebook")}),
    ("ru", "Об этом говорится в заявлении на официальном сайте мэрии.", {("мэрии", "immediate", "website")}),
    ("uk", "Деталі ДТП розповіли в Головному управлінні поліції.", {("Головному управлінні поліції", "immediate", None)}),
    ("uk", "Деталі: Також мер Іван Лис спростував чутки.", {("мер Іван Лис", "speaker", None)}),
    ("uk", "У бесіді з журналістами тихого журналу «Ясний день» співачка Ганна Лис розповіла анекдот.",
     {("тихого журналу «Ясний день»", "venue", "interview"), ("співачка Ганна Лис", "speaker", "interview")}),
])
def test_where_a_message_stands_and_to_whom_it_was_told(language, text, expected):
    assert set(facts(read(text, language))) == expected


def test_a_message_on_a_page_of_nobody_named_is_no_source():
    assert read("Про це йдеться в повідомленні на його сторінці.", "uk") == []


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("uk", "Партії «Сонячна сила» і «Новий обрій» заявили, що закон поганий.", ["Сонячна сила", "Новий обрій"]),
    ("ru", "Фракции «Солнечная сила», «Новый обзор» и «Наша весна» заявили, что закон плохой.", ["Солнечная сила", "Новый обзор", "Наша весна"]),
    ("uk", "Партія «Новий обрій» заявила, що закон поганий.", ["Новий обрій"]),
])
def test_names_in_quotation_marks_that_share_a_verb(language, text, expected):
    assert [text[c.char_start : c.char_end].rpartition("«")[2].rstrip("»") for c in read(text, language)] == expected


def test_a_verb_of_confessing_needs_a_clause():
    assert [c.source_as_given for c in read("Ганна Лис визнається, що мовчала.", "uk")] == ["Ганна Лис"]
    assert read("Шлюб визнається недійсним.", "uk") == []
