"""Of what kind a body is that the registry does not know, what it is called, and which noun may mean it. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read

KINDS = [
    ("en", "The tile company said the kiln is cold.", "tile company", "organisation"),
    ("en", "The county court said the kiln is cold.", "county court", "official"),
    ("en", "The tilers' union said the kiln is cold.", None, "organisation"),
    ("en", "The Ministry of Quiet Affairs said the kiln is cold.", "Ministry of Quiet Affairs", "official"),
    ("ru", "В районной прокуратуре сообщили, что мост цел.", "районная прокуратура", "official"),
    ("ru", "В зоопарке сообщили, что слон здоров.", "зоопарк", "organisation"),
    ("ru", "«Слон здоров», — сообщает пресс-служба зоопарка.", "зоопарк", "organisation"),
    ("ru", "«Мост цел», — сообщает пресс-служба городской прокуратуры.", "городская прокуратура", "official"),
    ("uk", "У компанії повідомили, що міст цілий.", "компанія", "organisation"),
    ("uk", "У міській раді повідомили, що міст цілий.", "міська рада", "official"),
    ("de", "Der Möbelhersteller teilte mit, dass das Werk schließt.", None, "organisation"),
    ("de", "Das Landesamt teilte mit, dass das Werk schließt.", None, "official"),
    ("fr", "Le syndicat a annoncé que l'usine fermera.", "syndicat", "organisation"),
    ("es", "La fiscalía informó que la fábrica cerrará.", "fiscalía", "official"),
]


@pytest.mark.parametrize(("language", "text", "name", "kind"), KINDS)
def test_only_a_part_of_a_state_is_official(language, text, name, kind):
    [citation] = read(text, language)
    assert citation.source_kind == kind
    assert name is None or citation.source_name == name


NAMES = [
    ("ru", "Компания «Тихий плёс» сообщила, что мост цел.", "Тихий плёс"),
    ("ru", "Об этом сообщили в компании Quiet Bridges.", "Quiet Bridges"),
    ("ru", "В партии «За степь» сообщили, что мост цел.", "За степь"),
    ("ru", "В прокуратуре «Тихого» района сообщили, что мост цел.", "прокуратура Тихого района"),
    ("uk", "Компанія «Тихий плес» повідомила, що міст цілий.", "Тихий плес"),
    ("en", "According to analytics firm Quietmeter, the bridge is safe.", "Quietmeter"),
]


@pytest.mark.parametrize(("language", "text", "name"), NAMES)
def test_an_organisation_is_called_by_its_own_name(language, text, name):
    assert [c.source_name for c in read(text, language)] == [name]


def test_no_state_body_is_a_company():
    names = [c.source_name for c in read("Роскомнадзор сообщил, что сайт закрыт. В компании заявили, что ответят.")]
    assert names == ["Roskomnadzor", "компания"]


def test_no_company_is_a_department():
    names = [c.source_name for c in read("Компания «Тихий плёс» сообщила, что мост цел. В ведомстве добавили, что его починят.")]
    assert names == ["Тихий плёс", "ведомство"]


def test_an_organization_may_be_of_either_kind():
    names = {c.source_name for c in read("The Ministry of Quiet Affairs said the kiln is cold. The agency said it will stay so.", "en")}
    assert names == {"Ministry of Quiet Affairs"}


FORMS = [
    ("uk", "Про це повідомили у міській раді.", "міська рада"),
    ("uk", "У раді повідомили, що міст цілий.", "рада"),
    ("uk", "Про це повідомляє департамент у справах ЗМІ Вінницької міської ради.", "департамент у справах ЗМІ Вінницької міської ради"),
    ("ru", "Об этом сообщили в партии.", "партия"),
    ("uk", "Про це повідомили у прес-службі тихої лікарні.", "тиха лікарня"),
]


@pytest.mark.parametrize(("language", "text", "name"), FORMS)
def test_a_noun_is_known_in_every_case(language, text, name):
    [citation] = read(text, language)
    assert citation.source_name == name


def test_to_be_glad_is_no_council():
    assert not read("Усі раді, що міст цілий.", "uk")


def test_bodies_that_say_something_together_have_one_role():
    citations = read("Партии «Тихий плёс» и «За степь» заявили, что мост цел.")
    assert [(c.source_name, c.role) for c in citations] == [("Тихий плёс", "immediate"), ("За степь", "immediate")]


READ_FROM = [
    ("“The kiln is cold,” reads a letter to the tilers.", ["letter"]),
    ("“Go home,” she reads a letter aloud.", []),
    ("Tile officials inform that the kiln is cold.", ["Tile officials"]),
    ("The kiln stays cold until Inventia member states and the tilers agree.", []),
    ("Ann Sample denied it, while Bob Blank refuted the claim that the kiln is cold.", ["Ann Sample", "Bob Blank"]),
]


@pytest.mark.parametrize(("text", "given"), READ_FROM)
def test_what_quoted_words_are_read_from_is_the_source(text, given):
    assert [c.source_as_given for c in read(text, "en")] == given
