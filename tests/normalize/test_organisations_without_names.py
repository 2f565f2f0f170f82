"""Which organisation a Russian or Ukrainian noun without a name means, and what its own name is. All sentences are our own."""

import pytest

from tests.normalize.test_citations import read


@pytest.mark.parametrize(("language", "text", "names"), [
    # the only one cited so far
    ("ru", "Соцсеть LinkedIn сообщила, что рада. «Ждём», — заявили в пресс-службе соцсети. В корпорации это подтвердили.", {"LinkedIn"}),
    ("ru", "В компании сообщили, что рады. В пресс-службе корпорации уточнили, что хлеба мало.", {"компания"}),
    ("uk", "Партія «Сила пекарів» заявила, що хліба мало. У політсилі додали, що борошна теж.", {"Сила пекарів"}),
    ("ru", "Компания «Заря» заявила, что хлеба мало. Концерн «Волна» заявил, что много. В корпорации добавили, что муки мало.", {"Заря", "Волна", "корпорация"}),
    # its own name behind a noun that begins the sentence, or behind a press service
    ("ru", "Китайская компания Goldcrust сообщила, что рада. Пресс-служба компании Goldcrust уточнила, что хлеба мало.", {"Goldcrust"}),
    # an adjective tells another service
    ("ru", "Служба спасения сообщила, что мост цел. По оценкам налоговой службы, мост дорог.", {"Служба спасения", "налоговая служба"}),
])
def test_which_organisation_is_meant(language, text, names):
    assert {c.source_name for c in read(text, language)} == names


@pytest.mark.parametrize(("language", "text", "expected"), [
    # a medium that the text has named and not cited
    ("ru", "Банк стал героем расследования издания River Post. Банк это скрывал, утверждает издание.", [("River Post", "outlet", "immediate")]),
    ("ru", "Спорят издание «Берег» и газета «Маяк». Мост закрыт, утверждает издание.", []),
    ("ru", "Телеканал «Берег» оштрафовали. Совет по мостам и радио установил, что мост цел.", []),
    # by the name alone after it was cited as a register
    ("uk", "Про це повідомляється в системі «Рахунок». За даними «Рахунку», фірма мала.", [("Rakhunok", "outlet", "immediate")] * 2),
])
def test_which_medium_is_meant(language, text, expected):
    assert [(c.source_name, c.source_kind, c.role) for c in read(text, language)] == expected
