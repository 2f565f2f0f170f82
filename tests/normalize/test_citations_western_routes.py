"""Where somebody says something, in every order that German, the Romance languages and Polish allow. All sentences are our own."""

import itertools

import pytest

from tests.normalize.test_citations import read

# by language: who speaks, on which ways, in which orders
SPOKEN = {
    "de": (
        ("Hans Muster", "Bürgermeister Hans Muster", "die Polizei", "das Verkehrsministerium"),
        {"auf Twitter": "x", "in einem Tweet": "x", "auf seiner Facebook-Seite": "facebook", "in einem Instagram-Post": "instagram", "in einer Mitteilung": "press_service", "auf der Website": "website"},
        ("Die Brücke bleibe gesperrt, sagte {who} {way}.", "„Die Brücke bleibt gesperrt“, so {who} {way}.", "Wie {who} {way} mitteilte, bleibt die Brücke gesperrt.", "{who} hat {way} erklärt, die Brücke bleibe gesperrt."),
    ),
    "fr": (
        ("Jean Exemple", "le maire Jean Exemple", "la police", "le ministère des Transports"),
        {"sur Twitter": "x", "sur son compte Twitter": "x", "sur sa page Facebook": "facebook", "dans une story Instagram": "instagram", "dans un communiqué": "press_service", "sur son site internet": "website"},
        ("« Le pont reste fermé », a déclaré {who} {way}.", "Selon {who} {way}, le pont restera fermé.", "« Le pont reste fermé », a précisé {way} {who}.", "{who} a affirmé, {way}, que le pont resterait fermé."),
    ),
    "es": (
        ("Juan Ejemplo", "el alcalde Juan Ejemplo", "la Policía", "el Ministerio de Transportes"),
        {"en Twitter": "x", "a través de su cuenta de Twitter": "x", "en su página de Facebook": "facebook", "en su canal de Telegram": "telegram", "en una publicación de Facebook": "facebook", "en un comunicado": "press_service", "en su sitio web": "website"},
        ("«El puente sigue cerrado», dijo {who} {way}.", "El puente seguirá cerrado, según informó {who} {way}.", "“El puente sigue cerrado”, ha afirmado {way} {who}.", "{who} aseguró, {way}, que el puente seguirá cerrado."),
    ),
    "pt": (
        ("João Exemplo", "o prefeito João Exemplo", "a Polícia Militar", "o Ministério dos Transportes"),
        {"no Twitter": "x", "em um tuíte": "x", "na sua página do Facebook": "facebook", "em seu perfil no Instagram": "instagram", "em nota": "press_service", "por meio de nota": "press_service", "em seu site": "website"},
        ("“A ponte continua fechada”, disse ontem {who} {way}.", "A ponte não abre, segundo informou {who} {way}.", "“A ponte não foi aberta”, afirmou, {way}, {who}.", "Segundo {who} {way}, a ponte não foi aberta."),
    ),
    "it": (
        ("Mario Esempio", "il sindaco Mario Esempio", "la polizia", "il ministero dei Trasporti"),
        {"su Twitter": "x", "sul suo profilo Twitter": "x", "sulla sua pagina Facebook": "facebook", "in una nota": "press_service", "sul proprio sito": "website"},
        ("«Il ponte resta chiuso», ha detto {who} {way}.", "Secondo {who} {way}, il ponte resta chiuso.", "“Il ponte resta chiuso”, ha dichiarato {way} {who}."),
    ),
    "ro": (
        ("Ion Exemplu", "primarul Ion Exemplu", "poliția", "Ministerul Transporturilor"),
        {"pe Twitter": "x", "într-un tweet": "x", "pe pagina sa de Facebook": "facebook", "într-un comunicat de presă": "press_service"},
        ("„Podul rămâne închis”, a declarat {who} {way}.", "{who} a declarat {way} că podul rămâne închis.", "„Podul rămâne închis”, a precizat {way} {who}."),
    ),
    "pl": (
        ("Jan Przykładowski", "burmistrz Jan Przykładowski"),
        {"na Twitterze": "x", "w tweecie": "x", "we wpisie na Facebooku": "facebook"},
        ("„Most pozostaje zamknięty” – powiedział {who} {way}.", "„Most pozostaje zamknięty” – napisał {way} {who}.", "Most pozostanie zamknięty, poinformował o tym {who} {way}."),
    ),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_the_way_is_read_in_every_order(language):
    speakers, ways, orders = SPOKEN[language]
    for order, who, way in itertools.product(orders, speakers, ways):
        text = order.format(who=who, way=way)
        text = text[0].upper() + text[1:]
        name = who.split()[-1].casefold()
        assert [(name in c.source_as_given.casefold(), c.channel) for c in read(text, language)] == [(True, ways[way])], text


@pytest.mark.parametrize(("language", "text"), [
    ("it", "Mario Esempio ha detto all'Ansa che il ponte resta chiuso."),
    ("fr", "Jean Exemple a déclaré à l'AFP que le pont resterait fermé."),
    ("es", "El puente seguirá cerrado, según informó Juan Ejemplo a la agencia EFE."),
    ("de", "„Die Brücke bleibt gesperrt“, so Hans Muster im ZDF."),
])
def test_who_told_a_medium_is_cited_with_it(language, text):
    assert [c.role for c in read(text, language)] == ["speaker", "venue"]


def test_a_german_compound_says_that_it_was_an_interview():
    assert [(c.source_name, c.channel) for c in read("„Die Brücke ist zu“, sagt Hans Muster im DW-Interview.", "de")] == [("Hans Muster", "interview")]


def test_a_platform_is_no_source_where_the_author_is_left_out():
    assert not read("El puente no abrirá, según comenta en su Twitter, hasta el lunes.", "es")


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Laut Polizei drohte ein Mann auf Facebook mit Gewalt."),
    ("es", "Según la Policía, una banda vendía entradas falsas en Facebook."),
    ("pt", "Segundo a polícia, o homem não vendia nada no Facebook."),
    ("de", "Die Polizei, die auf Facebook nach Zeugen sucht, teilte den Vorfall am Montag mit."),
])
def test_what_somebody_else_did_on_a_platform_is_not_how_it_was_said(language, text):
    assert [c.channel for c in read(text, language)] == [None]
