"""Case forms of names are those of the language."""

import pytest

from flows.normalize.german_name_forms import german_forms
from flows.normalize.name_forms import is_common_word, name_forms
from flows.normalize.person_name_forms import person_forms


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Украинская правда", "ru", {"Украинской правды", "Украинскую правду", "Украинской правдой"}),
        ("Національна поліція України", "uk", {"Національної поліції України", "Національну поліцію України"}),
        ("Укрінформ", "uk", {"Укрінформу", "Укрінформом", "Укрінформові"}),
        ("Аргументы и факты", "ru", {"Аргументов и фактов", "Аргументами и фактами"}),
        ("Радио Свобода", "ru", {"Радио Свобода", "Радио Свободы"}),
        ("Цензор.НЕТ", "ru", {"Цензора.НЕТ", "Цензору.НЕТ"}),
        ("МИД", "ru", {"МИД", "МИДа", "МИДом"}),
        ("Известия", "ru", {"Известий", "Известиям"}),
        ("президент Украины", "ru", {"президента Украины", "президентом Украины"}),
    ],
)
def test_the_head_declines_and_the_rest_stays(name, language, expected):
    forms = name_forms(name, language)
    assert forms[0] == name
    assert expected <= set(forms)


@pytest.mark.parametrize("name", ["Reuters", "Deutsche Welle", "朝日新聞"])
def test_names_in_other_scripts_do_not_decline(name):
    assert name_forms(name, "ru") == [name]


def test_no_form_leaves_the_noun_behind_its_adjective():
    assert "Украинской правда" not in name_forms("Украинская правда", "ru")


@pytest.mark.parametrize(
    ("name", "language", "gender", "expected"),
    [
        ("Владимир Зеленский", "ru", "m", {"Владимира Зеленского", "Владимиру Зеленскому", "Владимиром Зеленским"}),
        ("Мария Захарова", "ru", "f", {"Марии Захаровой", "Марию Захарову"}),
        ("Петро Порошенко", "uk", "m", {"Петра Порошенка", "Петром Порошенком"}),
        ("Андрій Єрмак", "uk", "m", {"Андрія Єрмака", "Андрієм Єрмаком"}),
        ("Урсула фон дер Ляйен", "ru", "f", {"Урсулы фон дер Ляйен", "Урсуле фон дер Ляйен"}),
        ("Ольга Скороход", "uk", "f", {"Ольги Скороход", "Ользі Скороход"}),
        ("Павел Климкин", "ru", "m", {"Павла Климкина", "Павлом Климкиным"}),
    ],
)
def test_people_decline_by_gender(name, language, gender, expected):
    assert expected <= set(person_forms(name, language, gender))


def test_common_words_are_told_from_proper_names():
    assert is_common_word("Факты", "ru")
    assert not is_common_word("Укринформ", "ru")
    assert not is_common_word("Зеленський", "uk")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rheinische Post", {"Rheinischen Post", "Rheinischer Post"}),
        ("Frankfurter Allgemeine Zeitung", {"Frankfurter Allgemeinen Zeitung"}),
        ("Bayerischer Rundfunk", {"Bayerische Rundfunk", "Bayerischen Rundfunks"}),
        ("Statistisches Bundesamt", {"Statistischem Bundesamt", "Statistischen Bundesamtes"}),
        ("Handelsblatt", {"Handelsblatts", "Handelsblattes"}),
        ("Augsburger Allgemeine", {"Augsburger Allgemeinen"}),
    ],
)
def test_german_names_decline(name, expected):
    forms = german_forms(name)
    assert forms[0] == name
    assert expected <= set(forms)


@pytest.mark.parametrize("name", ["ARD", "Die Zeit", "Kieler Nachrichten", "Focus"])
def test_german_names_that_have_one_form(name):
    assert german_forms(name) == [name]
