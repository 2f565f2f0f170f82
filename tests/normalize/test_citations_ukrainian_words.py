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
    ("З таким коментарем виступила в четвер, 14 листопада, офіційний представник відомства Марія Лисенко.",
     {("офіційний представник відомства Марія Лисенко", "speaker", None)}),
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
