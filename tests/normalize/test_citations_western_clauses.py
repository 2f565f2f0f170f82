"""Who says it where clauses are long: appositions, verbs in two parts, pronouns and adverbs between; sentences of our own."""

import pytest

from flows.normalize.citations import Citation, read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet

CITED = [
    # who opens the clause, over what is said of them
    ("es", "Ana Ejemplo, 36, alcaldesa de Loma, publicó en su Twitter una foto del parque.", "Ana Ejemplo", "immediate", "x"),
    ("es", "En su cuenta de Instagram, Ana Ejemplo, mujer del exministro de Obras, Juan Muestra, se pronunció por primera vez sobre el caso.", "Ana Ejemplo", "immediate", "instagram"),
    ("es", "El concejal Juan Muestra, que llegó tarde, se pronunció en Twitter: \"No es verdad\".", "concejal Juan Muestra", "immediate", "x"),
    ("es", "El vicepresidente Sectorial de Obras, Agua y Suelo, Juan Muestra, reveló que el puente cierra.", "Juan Muestra", "speaker", None),
    ("de", "Erik Muster, Leiter der Musterschau, hob die Rolle der Stadt hervor: „Das ist schön.“", "Erik Muster", "speaker", None),
    ("pt", "Maria chegou a Lisboa, capital do país, disse o ministro João Exemplo.", "ministro João Exemplo", "speaker", None),
    ("pt", "Ana EX, 28, contou ter perdido a amiga na quarta-feira.", "Ana EX", "speaker", None),
    # verbs in two parts
    ("de", "„Der Bau dauert bis Mai“, fasste Erik Muster kurz zusammen.", "Erik Muster", "speaker", None),
    ("de", "Der Minister Erik Muster führte aus, dass der Bau bis Mai dauert.", "Minister Erik Muster", "speaker", None),
    # pronouns and adverbs before the verb
    ("fr", "Mais Me Djibril Exemple les a rassuré que ce n’est pas dans l’idée du chef.", "Me Djibril Exemple", "speaker", None),
    ("fr", "Le ministre Jean Exemple leur a rappelé que la loi est claire.", "ministre Jean Exemple", "speaker", None),
    ("fr", "Le maire Jean Exemple a néanmoins soutenu que le pont tient.", "maire Jean Exemple", "speaker", None),
    ("ro", "Primarul Ion Exemplu a mai precizat că podul este închis.", "Primarul Ion Exemplu", "speaker", None),
    # what stands between the verb and who says it
    ("fr", "Cette maison est vide, raconte avec douceur son épouse, Marie Exemple.", "épouse, Marie Exemple", "speaker", None),
    ("es", "«Todo va bien», explica con mucho orgullo Ana Ejemplo, directora de la escuela.", "Ana Ejemplo", "speaker", None),
    ("it", "«Il ponte chiude», ha detto con un sorriso il sindaco Mario Esempio.", "sindaco Mario Esempio", "speaker", None),
    ("ro", "Podul este închis, a transmis, vineri, Ministerul Muncii.", "Ministerul Muncii", "immediate", None),
    ("de", "„Das ist ein Erfolg“, freut sich Trainerin Eva Muster.", "Trainerin Eva Muster", "speaker", None),
    # titles and nouns before the name
    ("pt", "A procuradora-geral da República afirma que a ponte fecha.", "procuradora-geral da República", "speaker", None),
    ("es", "El diario surcoreano Muestra Diaria aseguró que el puente está cerrado.", "diario surcoreano Muestra Diaria", "immediate", None),
    # on a platform, by a press service, to a medium
    ("es", "Juan Muestra recurrió a Twitter para criticar la obra.", "Juan Muestra", "immediate", "x"),
    ("pt", "O ministro João Exemplo foi ao Twitter mais cedo para criticar a obra.", "ministro João Exemplo", "immediate", "x"),
    ("es", "La Asociación Ejemplo informó que el puente cierra. \"Es urgente\", indicó la Asociación Ejemplo en un comunicado.", "Asociación Ejemplo", "immediate", "press_service"),
    ("es", "Han informado a EFE fuentes sanitarias de la ciudad.", "fuentes sanitarias de la ciudad", "speaker", None),
    ("es", "El dueño del bar, Juan Muestra, que llegó tarde, dijo que no sabe nada.", "dueño del bar, Juan Muestra", "speaker", None),
    ("pt", "Um dia após a festa, o deputado João Exemplo, que curtiu a foto, se manifestou no Twitter: \"Não sei de nada\".", "deputado João Exemplo", "immediate", "x"),
    ("fr", "La société Exemple vient de confirmer que la première aura lieu au printemps.", "société Exemple", "immediate", None),
    ("de", "Die Ministerin Eva Muster machte im Gespräch klar, dass der Zug bleibt.", "Ministerin Eva Muster", "speaker", None),
    # in an interview with nobody named
    ("es", "En una entrevista, la actriz Ana Ejemplo reveló que deja la serie.", "actriz Ana Ejemplo", "speaker", "interview"),
    ("pt", "O delegado João Exemplo disse, em entrevista coletiva, que nada mudou.", "delegado João Exemplo", "speaker", None),
    # bodies: the first is where the news is from, those after it only speak, unless a document of theirs is gone by
    ("pt", "Segundo o Instituto Exemplo, chove menos. Segundo a Defesa Civil, não há feridos.", "Instituto Exemplo", "immediate", None),
    ("pt", "Segundo o Instituto Exemplo, chove menos. Segundo a Defesa Civil, não há feridos.", "Defesa Civil", "speaker", None),
    ("es", "Según el Instituto Ejemplo, llueve menos. Según datos de la Universidad Muestra, hace más calor.", "Universidad Muestra", "immediate", None),
    ("ro", "Dosarele sunt întârziate, conform Casei Exemplu, a transmis, vineri, Ministerul Muncii.", "Casei Exemplu", "upstream", None),
    ("ro", "Dosarele sunt întârziate, conform Casei Exemplu, a transmis, vineri, Ministerul Muncii.", "Ministerul Muncii", "immediate", None),
    # papers whose name begins with an article, written with a preposition or small
    ("pt", "A ponte fecha, disse o ministro João Exemplo ao Globo.", "Globo", "venue", None),
    ("pt", "A ponte fecha, disse o ministro João Exemplo ao Globo.", "ministro João Exemplo", "speaker", None),
    ("pt", "A ponte fecha, informa o Globo.", "o Globo", "immediate", None),
    ("fr", "Le maire Jean Exemple a déclaré au Monde que le pont ferme.", "Monde", "venue", None),
    # words that a colon introduces
    ("de", "Eva Muster, Leiterin der Musterschau, zeigt sich über den Zuwachs erfreut: «Dank Beispiel können wir unsere Arbeit weiter ausbauen.»", "Eva Muster", "speaker", None),
    ("es", "El técnico Juan Ejemplo fue claro: \"No vamos a bajar los brazos hasta el final\".", "técnico Juan Ejemplo", "speaker", None),
    ("fr", "Le maire Jean Exemple ne décolère pas : « Nous n’avons jamais été consultés sur ce dossier ».", "maire Jean Exemple", "speaker", None),
    ("de", "Natürlich ruft Trainer Erik Muster zum Angriff auf: „Wir wollen am Samstag unbedingt gegen Beispiel gewinnen.“", "Trainer Erik Muster", "speaker", None),
    # posts whose verb names nobody
    ("pt", "Zé Exemplo, 73, vive na praia. \"Que dia lindo, meus amigos!\", comemorou no Twitter.", "Zé Exemplo", "immediate", "x"),
    ("es", "Ana Ejemplo lució un vestido azul.\n\"Amo este vestido\", escribió en su cuenta de Instagram.", "Ana Ejemplo", "immediate", "instagram"),
    # media without a row that gave an interview room
    ("es", "“Ya está”, dijo Ana Ejemplo en una entrevista concedida a El Destello.", "El Destello", "venue", "interview"),
    ("es", "“Ya está”, dijo Ana Ejemplo en una entrevista concedida a El Destello.", "Ana Ejemplo", "speaker", "interview"),
    ("es", "En diálogo con Tarde, Ana Ejemplo contó que se va.", "Tarde", "venue", None),
    ("de", "Sein Mandant habe Schmerzen gehabt, erklärt Verteidiger Erik Muster gegenüber der «Musterpost».", "Musterpost", "venue", None),
    ("de", "Der Zug fährt nicht, sagte ein Sprecher der französischen Bahn der Nachrichtenagentur AFP.", "Nachrichtenagentur AFP", "venue", None),
    # media after verbs that tell other things as well
    ("pt", "A ponte fecha na segunda, registra o UOL.", "UOL", "immediate", None),
    ("fr", "Selon des chiffres fournis par l’Institut Exemple, il pleut moins.", "Institut Exemple", "immediate", None),
]

NOT_CITED = [
    ("de", "Die Auswertung führte zu einem Streit.", "Auswertung"),
    ("de", "Das Team hielt den Rekord. Kurz darauf hielt der Fahrer an.", "Fahrer"),
    ("de", "Die Polizei wollte den Vorfall nicht bestätigen, der Verein konnte ihn nicht kommentieren.", "Polizei"),
    ("pt", "Neste ano o Estado registra o maior crescimento da década.", "Estado"),
    ("es", "En la nota este brazo del Estado anunció además que suspendió el pago.", "Estado"),
    ("de", "So will Volkswagen nach dem Umbau die Fabriken erneuern.", "Volkswagen"),
    ("de", "Inzwischen melden sich auch die Nachbarn zu Wort.", "Nachbarn"),
    ("es", "Juan Muestra recurrió a Twitter durante años.", "Muestra"),
    ("pt", "A jovem contou ter perdido a amiga na quarta-feira.", "perdido"),
    ("es", "Juan Ejemplo presenta su libro: \"El puente de Loma\".", "Ejemplo"),
    ("de", "Eva Muster hält am Freitag einen Vortrag zum Thema: „Wie die Stadt von morgen aussehen soll“.", "Muster"),
    ("es", "A Juan Ejemplo le preguntaron por el gol: \"¿Cómo fue el gol del domingo en la cancha?\".", "Ejemplo"),
    ("pt", "Zé Exemplo vive na praia. O clube perdeu. \"Que dia lindo, meus amigos!\", comemorou no estádio.", "Zé Exemplo"),
    ("es", "En diálogo con Muestra, la alcaldesa Ana Ejemplo dijo que el ministro Juan Muestra vendrá.", "Muestra"),
    ("fr", "Le maire Jean Exemple a déclaré au monde entier que le pont ferme.", "monde"),
    ("pt", "O ex-presidente criticou a Rede Globo.", "Globo"),
    ("ro", "„Ne-am gândit să plecăm”, scria pe perete.", "Ne-am"),
]


def citations(text: str, language: str) -> list[Citation]:
    registry = load_registry()
    names = registry.find_names(text, language)
    return read_citations(text, language, names, read_outlet(text, language, names, None, None, None, registry), None, (), None, registry)


@pytest.mark.parametrize(("language", "text", "words", "role", "channel"), CITED)
def test_a_source_is_cited(language, text, words, role, channel):
    found = [(c.source_as_given, c.role, c.channel) for c in citations(text, language)]
    assert (words, role, channel) in found, found


@pytest.mark.parametrize(("language", "text", "words"), NOT_CITED)
def test_a_name_is_not_cited(language, text, words):
    found = [c.source_as_given for c in citations(text, language)]
    assert not any(words in given for given in found), found
