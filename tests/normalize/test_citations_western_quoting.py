"""Who passes on, counts, goes on speaking or signs, in German and the Romance languages; sentences of our own."""

import pytest

from flows.normalize.citations import Citation, read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet


def citations(text: str, language: str) -> list[Citation]:
    registry = load_registry()
    names = registry.find_names(text, language)
    return read_citations(text, language, names, read_outlet(text, language, names, None, None, None, registry), None, (), None, registry)


@pytest.mark.parametrize(("language", "text", "words", "role"), [
    # a medium that quotes another has it from that one
    ("ro", "Podul este închis, informează Reuters, citată de Agerpres.", "Agerpres", "immediate"),
    ("ro", "Podul este închis, informează Reuters, citată de Agerpres.", "Reuters", "upstream"),
    # a body that counts
    ("es", "El Ministerio de Salud reportó 20 nuevos casos.", "Ministerio de Salud", "immediate"),
    ("pt", "A Secretaria de Saúde do Rio de Janeiro confirmou 30 mortes.", "Secretaria de Saúde do Rio de Janeiro", "immediate"),
    # „Wie das „Blatt“ … berichtet“
    ("de", "Wie das „Handelsblatt“ unter Berufung auf Kreise berichtet, wird der Turm gebaut.", "Handelsblatt", "immediate"),
    ("de", "Das Musterministerium hat die Berichte am Freitag, den 3. Mai, zurückgewiesen.", "Musterministerium", "immediate"),
    # whose words went before
    ("it", "Il ponte riapre. Così il sindaco Mario Esempio in Consiglio.", "sindaco Mario Esempio", "speaker"),
    ("es", "El director de Vialidad, Juan Ejemplo, salió a decir que el puente abre.", "director de Vialidad, Juan Ejemplo", "speaker"),
    ("it", "Il moto, secondo gli specialisti, fa bene.", "specialisti", "speaker"),
    ("pt", "«Fica tudo», afirmou em entrevista à rádio CBN.", "rádio CBN", "venue"),
    ("pt", "O prejuízo caiu, de acordo com o balanço consolidado.", "balanço consolidado", "immediate"),
    # clitics, parties, titles with a capital
    ("ro", "Ion Exemplu ne-a declarat că podul este închis.", "Ion Exemplu", "speaker"),
    ("ro", "„Bine”, a declarat ministrul Sănătății, Ion Exemplu, pentru Agerpres.", "ministrul Sănătății, Ion Exemplu", "speaker"),
    # who signs
    ("de", "Der Turm ist hoch. Er bleibt offen. Es regnet. (dpa/abc)", "dpa", "wire"),
    ("fr", "Le pont est fermé depuis lundi.\nJean Exemple\nMalijet", "Malijet", "wire"),
    ("fr", "Le pont est fermé depuis lundi.\nMINUSMA", "MINUSMA", "immediate"),
])
def test_a_source_is_cited(language, text, words, role):
    found = [(c.source_as_given, c.role) for c in citations(text, language)]
    assert (words, role) in found, found


@pytest.mark.parametrize(("language", "text", "words"), [
    ("fr", "L'auteur est peu cité par les Américains du Nord.", "Américains"),
    ("fr", "Exemplabank ajoute l'empreinte climatique à ses critères.", "Exemplabank"),
    ("es", "El Ministerio de Salud reportó a su jefe.", "Ministerio"),
    ("it", "Così il ponte crolla e il sindaco Mario Esempio tace.", "Esempio"),
    ("fr", "Le pont est fermé par la MINUSMA", "MINUSMA"),
])
def test_a_name_is_not_cited(language, text, words):
    found = [c.source_as_given for c in citations(text, language)]
    assert not any(words in given for given in found), found


@pytest.mark.parametrize(("language", "text", "name"), [
    ("ro", "Europarlamentarul PNL Ion Exemplu a anunţat pe Twitter că vine.", "Ion Exemplu"),
    ("it", "«Si muove - commenta Anna Esempio Segretario generale della Società - e basta».", "Anna Esempio"),
])
def test_a_person_is_named_without_party_and_title(language, text, name):
    assert [c.source_name for c in citations(text, language)] == [name]


def test_who_goes_on_is_who_spoke_last():
    found = citations("Ana Exemplo disse que fica. «Fico», completou a presidente do PTX.", "pt")
    assert {c.source_name for c in found} == {"Ana Exemplo"}


def test_a_title_is_of_who_was_named_before_it():
    found = citations("O ministro-chefe da Casa, Rui Exemplo, disse que fica. Segundo o ministro, haverá obras. O ministro Ivo Modelo concordou: «Sim», disse Modelo.", "pt")
    assert [c.source_name for c in found][:2] == ["Rui Exemplo", "Rui Exemplo"]


@pytest.mark.parametrize(("language", "text", "words", "channel"), [
    ("pt", "«Fico», tuitou João Exemplo.", "João Exemplo", "x"),
    ("pt", "A assessoria de imprensa da empresa informou que o voo atrasou.", "assessoria de imprensa da empresa", "press_service"),
    ("pt", "«Fico», afirmou em entrevista à rádio CBN.", "rádio CBN", "interview"),
    ("pt", "Em nota, a empresa Exemplo S.A. disse que fica.", "empresa Exemplo S.A", "press_service"),
    ("fr", "« Je reste », a lancé Jean Exemple au micro de RTL.", "RTL", "broadcast"),
    ("fr", "Dans un communiqué, la société Exemple SA annonce qu'elle ferme.", "société Exemple SA", "press_service"),
    ("de", "Per Twitter teilte Max Muster mit, dass er bleibt.", "Max Muster", "x"),
    ("de", "Das teilte die Pressestelle der Polizei Musterstadt mit.", "Pressestelle der Polizei Musterstadt", "press_service"),
    ("it", "Su Instagram Anna Esempio ha scritto che sta bene.", "Anna Esempio", "instagram"),
    ("es", "Ana Ejemplo dijo que la oficina queda abierta.", "Ana Ejemplo", None),
])
def test_a_source_is_cited_through_a_channel(language, text, words, channel):
    found = [(c.source_as_given, c.channel) for c in citations(text, language)]
    assert (words, channel) in found, found
