"""Who writes on which platform, and whom a medium cites, in every order that Russian and Ukrainian allow. All sentences are our own."""

import itertools

import pytest

from tests.normalize.test_citations import read

RUSSIAN = {
    "subjects": ("Иван Примеров", "мэр города Иван Примеров", "городская полиция"),
    "verbs": {"Иван Примеров": "рассказал", "мэр города Иван Примеров": "сообщил", "городская полиция": "написала"},
    "ways": {
        "в Telegram": "telegram", "в своём Telegram-канале": "telegram", "на своей странице в Facebook": "facebook",
        "на странице в Фейсбуке": "facebook", "в своем инстаграме": "instagram", "в Twitter": "x", "на своём сайте": "website",
    },
    "orders": (
        "{who} {way} {verb}, что мост закрыт.", "{who} {verb} {way}, что мост закрыт.", "{way} {who} {verb}, что мост закрыт.",
        "Мост закрыт. Об этом {who} {verb} {way}.", "Мост закрыт. Об этом {verb} {way} {who}.", "Мост закрыт. Об этом {verb} {who} {way}.",
        "Мост закрыт. Об этом {way} {verb} {who}.", "«Мост закрыт», – {verb} {who} {way}.", "«Мост закрыт», – {verb} {way} {who}.",
    ),
}
UKRAINIAN = {
    "subjects": ("Павло Лисенко", "міський голова Петро Лисенко", "міська поліція"),
    "verbs": {"Павло Лисенко": "розповів", "міський голова Петро Лисенко": "повідомив", "міська поліція": "написала"},
    "ways": {
        "у Telegram": "telegram", "у своєму Telegram-каналі": "telegram", "на своїй сторінці у Facebook": "facebook",
        "у своєму інстаграмі": "instagram", "у Twitter": "x", "на своєму сайті": "website",
    },
    "orders": (
        "{who} {way} {verb}, що міст закрито.", "{who} {verb} {way}, що міст закрито.", "{way} {who} {verb}, що міст закрито.",
        "Міст закрито. Про це {who} {verb} {way}.", "Міст закрито. Про це {verb} {way} {who}.", "Міст закрито. Про це {verb} {who} {way}.",
        "Міст закрито. Про це {way} {verb} {who}.", "«Міст закрито», – {verb} {who} {way}.", "«Міст закрито», – {verb} {way} {who}.",
    ),
}


def sentences():
    for language, parts in (("ru", RUSSIAN), ("uk", UKRAINIAN)):
        for order, who, way in itertools.product(parts["orders"], parts["subjects"], parts["ways"]):
            text = order.format(who=who, way=way, verb=parts["verbs"][who])
            yield language, text[0].upper() + text[1:], who, parts["ways"][way]


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_who_writes_is_read_with_the_platform_in_every_order(language):
    for of, text, who, channel in sentences():
        if of == language:
            cited = read(text, language)
            assert [(c.source_as_given.lower(), c.channel) for c in cited] == [(who.lower(), channel)], text
            assert channel == "website" or cited[0].role == "immediate", text


@pytest.mark.parametrize(("text", "channel"), [
    ("Об этом пресс-секретарь мэра Иван Примеров заявил в эфире телеканала «Волна».", "broadcast"),
    ("Об этом пресс-секретарь мэра Иван Примеров написал в Telegram.", "telegram"),
    ("Об этом сообщил пресс-секретарь мэра Иван Примеров.", "press_service"),
])
def test_where_a_press_secretary_spoke_goes_before_the_title(text, channel):
    assert read(text, "ru")[0].channel == channel


@pytest.mark.parametrize(("text", "language", "name", "source_id"), [
    ("Об этом пишет газета «Маяк».", "ru", "Mayak", None),
    ("Об этом сообщило радио «Маяк».", "ru", "Radio Mayak", "radio-mayak"),
    ("Об этом сообщает телеканал «Экспресс».", "ru", "Ekspress", None),
    ("Про це пише газета «Експрес».", "uk", "Ekspres (Lviv)", "ekspres-lviv"),
])
def test_a_paper_is_not_the_station_of_its_name(text, language, name, source_id):
    assert [(c.source_name, c.source_id) for c in read(text, language)] == [(name, source_id)]


@pytest.mark.parametrize(("text", "language", "cited"), [
    ("Міст закрито, зазначив Павло Лисенко Укрінформу.", "uk", [("Павло Лисенко", "speaker"), ("Укрінформу", "venue")]),
    ("«Міст закрито», – розповів мер міста Павло Лисенко Укрінформу.", "uk", [("мер міста Павло Лисенко", "speaker"), ("Укрінформу", "venue")]),
    ("«Мост закрыт», – отметил Иван Примеров РИА Новости.", "ru", [("Иван Примеров", "speaker"), ("РИА Новости", "venue")]),
    ("Мэр города Иван Примеров РИА Новости рассказал, что мост закрыт.", "ru", [("Мэр города Иван Примеров", "speaker"), ("РИА Новости", "venue")]),
    ("Об этом рассказал в программе «Маяк» на канале «Волна» Иван Примеров.", "ru", [("Маяк", "venue"), ("Волна", "venue"), ("Иван Примеров", "speaker")]),
    ("Про це розповів у програмі «Маяк» на каналі «Хвиля» Павло Лисенко.", "uk", [("Маяк", "venue"), ("Хвиля", "venue"), ("Павло Лисенко", "speaker")]),
    ("«Міст закрито», – розповів мер міста Павло Лисенко. Укрінформ мовчить.", "uk", [("мер міста Павло Лисенко", "speaker")]),
])
def test_a_medium_told_is_no_part_of_the_name_before_it(text, language, cited):
    assert [(c.source_as_given, c.role) for c in read(text, language)] == cited


CITING = {
    "ru": (
        ("Об этом сообщает {who} со ссылкой на {whom}.", "{who} со ссылкой на {whom} сообщает, что мост закрыт.", "Об этом со ссылкой на {whom} сообщает {who}.",
         "Со ссылкой на {whom} об этом пишет {who}.", "{who}, ссылаясь на {whom}, пишет, что мост закрыт.", "Мост закрыт, сообщает {who} со ссылкой на {whom}."),
        ("газета «Маяк»", "«Маяк»", "Rainews.ru", "издание The Example", "телеканал «Волна»"),
        ("полицию", "пресс-службу мэрии", "сайт мэрии", "два источника", "мэра города Ивана Примерова", "сообщение полиции"),
    ),
    "uk": (
        ("Про це повідомляє {who} з посиланням на {whom}.", "{who} з посиланням на {whom} повідомляє, що міст закрито.", "Про це з посиланням на {whom} повідомляє {who}.",
         "З посиланням на {whom} про це пише {who}.", "{who}, посилаючись на {whom}, пише, що міст закрито.", "Міст закрито, повідомляє {who} з посиланням на {whom}."),
        ("газета «Маяк»", "«Маяк»", "Rainews.ua", "видання The Example", "телеканал «Хвиля»"),
        ("поліцію", "пресслужбу мерії", "сайт мерії", "два джерела", "мера міста Івана Прикладенка", "повідомлення поліції"),
    ),
}


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_whom_a_medium_cites_is_reached_through_it_in_every_order(language):
    orders, media, sources = CITING[language]
    for order, who, whom in itertools.product(orders, media, sources):
        text = order.format(who=who, whom=whom)
        text = text[0].upper() + text[1:]
        cited = read(text, language)
        assert sorted(c.role for c in cited) == ["immediate", "upstream"], text
        upstream = next(c for c in cited if c.role == "upstream")
        through = cited[upstream.via_position]
        assert through.role == "immediate" and who.strip("«»").casefold() in through.source_as_given.casefold(), text
