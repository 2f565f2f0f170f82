"""Looking up outlets by host and name, and office-holders by title and date."""

import datetime

import pytest

from flows.normalize.load_registry import load_registry

DAY = datetime.date


@pytest.mark.parametrize("host", ["censor.net", "www.censor.net", "m.censor.net", "amp.censor.net:443", "censor.net.ua", "CENSOR.NET"])
def test_an_outlet_is_known_by_every_host_it_has_or_had(host):
    assert load_registry().outlet_of_host(host).outlet_id == "censor-net"


def test_a_section_on_its_own_host_is_not_its_parent():
    registry = load_registry()
    assert registry.outlet_of_host("life.pravda.com.ua").outlet_id == "up-zhyttia"
    assert registry.outlet_of_host("pravda.com.ua").outlet_id == "ukrainska-pravda"
    assert registry.outlet_of_host("nothing-here.example") is None


@pytest.mark.parametrize("name", ["Укринформ", "«Укринформ»", "ИА Укринформ", "агентство «Укринформ»", "UKRINFORM", "ukrinform.ua"])
def test_an_outlet_is_known_by_its_name_however_it_is_written(name):
    assert load_registry().outlet_of_name(name).outlet_id == "ukrinform"


def test_a_name_of_several_outlets_names_none():
    assert load_registry().outlet_of_name("Вести") is None


@pytest.mark.parametrize(
    ("title", "day", "countries", "names"),
    [
        ("президента Украины", DAY(2019, 4, 1), (), ["Petro Poroshenko"]),
        ("президент України", DAY(2019, 6, 1), (), ["Volodymyr Zelenskyy"]),
        ("генпрокурором", DAY(2019, 12, 1), ("UA",), ["Ruslan Riaboshapka"]),
        ("генпрокурор", DAY(2019, 12, 1), ("RU",), ["Yury Chaika"]),
        ("главой МИД РФ", DAY(2019, 12, 1), (), ["Sergey Lavrov"]),
        ("Prime Minister of Japan", DAY(2019, 12, 1), (), ["Shinzo Abe"]),
    ],
)
def test_a_title_names_the_one_who_held_the_office_then(title, day, countries, names):
    assert [person.name for person in load_registry().holders_of(title, day, day, countries)] == names


def test_a_title_without_a_date_names_all_who_held_the_office():
    assert len(load_registry().holders_of("президент Украины", None, None)) > 2


def test_a_name_that_several_bear_is_not_distinctive_and_gives_all():
    registry = load_registry()
    text = "Об этом сообщили в МВД."
    match = registry.find_names(text, "ru")[0]
    assert not match.is_distinctive
    assert "moi-ua" in match.source_ids and len(match.source_ids) > 1


def test_a_section_that_is_an_outlet_is_known_by_its_path():
    registry = load_registry()
    assert registry.outlet_of_url("https://www.bbc.com/russian/news-1").outlet_id == "bbc-russian"
    assert registry.outlet_of_url("https://www.bbc.com/news/1").outlet_id == "bbc"


@pytest.mark.parametrize("name", ["УНН | Новости Украины", "Украинские национальные новости — лента", "www.unn.ua"])
def test_a_site_name_with_a_description_is_known(name):
    assert load_registry().outlet_of_name(name).outlet_id == "unn"
