"""Russian and Ukrainian: documents that are the source, told apart by what stands beside them. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read

DOCUMENTS = [
    ("ru", "Мост закроют. Об этом говорится в постановлении, размещённом на сайте кабмина.", ("постановлении, размещённом на сайте кабмина", "постановление", "website")),
    ("uk", "Міст закриють. Про це йдеться у наказі, оприлюдненому на сайті відомства.", ("наказі, оприлюдненому на сайті відомства", "наказ", "website")),
    ("ru", "Правительство приняло закон. В справке к документу уточняется, что мост закроют.", ("справке к документу", "справка к документу", None)),
    ("ru", "Согласно поданному в комиссию отчёту, мост цел.", ("поданному в комиссию отчёту", "отчёт", None)),
]


@pytest.mark.parametrize(("language", "text", "expected"), DOCUMENTS)
def test_a_document_is_told_by_what_stands_beside_it(language, text, expected):
    assert [(c.source_as_given, c.source_name, c.channel) for c in read(text, language)] == [expected]


@pytest.mark.parametrize("text", [
    "Мост закроют. Об этом говорится в постановлении, подписанном накануне.",
    "В документе уточняется, что мост закроют.",
    "В добавке к ужину уточняется вкус соли.",
])
def test_a_bare_document_is_no_source(text):
    assert not read(text)


@pytest.mark.parametrize(("document", "name"), [
    ("имеющийся в распоряжении агентства отчёт компании", "отчёт компании"),
    ("опубликованный ведомством отчёт", "отчёт"),
])
def test_a_document_after_a_participle_is_referred_to(document, name):
    cited = read(f"Об этом сообщает ТАСС со ссылкой на {document}.")
    assert [(c.source_as_given, c.source_name) for c in cited if c.role == "upstream"] == [(document, name)]


def test_who_stands_after_an_adjective_is_no_document():
    cited = read("Об этом сообщает ТАСС со ссылкой на близкий к мэрии источник.")
    assert [c.source_as_given for c in cited if c.role == "upstream"] != ["документ"]
    assert all("отчёт" not in c.source_as_given for c in cited)


def test_a_press_release_is_a_route_wherever_it_is_named():
    assert [c.channel for c in read("Согласно пресс-релизу завода «Сигма», мост закроют.")] == ["press_service"]
    assert [c.channel for c in read("Согласно сообщению завода «Сигма», мост закроют.")] == [None]
