"""The publisher at the head of its own text; sentences of our own."""

import pytest

from flows.normalize.attribution.own_openings import own_openings

OWN = [
    ("pt", "Obra parada\nJornal Exemplo – Segundo a prefeitura, a obra parou.", "jornalexemplo.com.br", (), ["Jornal Exemplo"]),
    ("de", "Musterstadt (KNA/mz). Der Turm ist schief.", "muster-zeitung.de", (), ["mz"]),
    ("de", "Musterstadt (KNA/mz). Der Turm ist schief.", "muster-zeitung", ("muster-zeitung.de",), ["mz"]),
    # others' names, no dash, initials of somebody
    ("pt", "Jornal Mostra – Segundo a prefeitura, a obra parou.", "jornalexemplo.com.br", (), []),
    ("pt", "O Jornal Exemplo disse que a obra parou.", "jornalexemplo.com.br", (), []),
    ("de", "Musterstadt (KNA/ab). Der Turm ist schief.", "muster-zeitung.de", (), []),
    ("de", "Musterstadt (KNA/mz). Der Turm ist schief.", None, (), []),
]


@pytest.mark.parametrize(("language", "text", "outlet_id", "domains", "names"), OWN)
def test_the_publisher_opens_its_text(language, text, outlet_id, domains, names):
    assert [text[m.char_start : m.char_end] for m in own_openings(text, language, outlet_id, domains)] == names
