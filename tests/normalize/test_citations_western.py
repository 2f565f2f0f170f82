"""Citations in German, the Romance languages and Polish: sentences of our own, with who is cited, as what and how."""

import pytest

from flows.normalize.citations import read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet
from flows.normalize.recap import read_recaps

CITED = [
    ("de", "Die Landespolizeidirektion Musterland hat am Freitag mitgeteilt, die Brücke bleibe gesperrt.", "Landespolizeidirektion Musterland", "immediate", None),
    ("de", "Am Montag hatte die Bahnbehörde BFX noch von drei Zügen berichtet.", "Bahnbehörde BFX", "immediate", None),
    ("de", "Es gebe keine Verletzten, sagte Sprecher Erik Muster der APA.", "APA", "venue", None),
    ("de", "Es gebe keine Verletzten, sagte Sprecher Erik Muster der APA.", "Sprecher Erik Muster", "speaker", None),
    ("de", "Angaben der Polizei zufolge war die Straße frei.", "Polizei", "immediate", None),
    ("de", "„Ich ziehe um“, schrieb Erik Muster auf Instagram.", "Erik Muster", "immediate", "instagram"),
    ("fr", "Le maire de Villebelle, Jean Exemple, a fait savoir que le pont rouvrira.", "maire de Villebelle, Jean Exemple", "speaker", None),
    ("fr", "Selon l'Insee, les prix ont baissé.", "Insee", "immediate", None),
    ("fr", "Tout va bien, a déclaré Jean Exemple à l'AFP.", "AFP", "venue", None),
    ("es", "La policía de Villabella ha confirmado que no hubo heridos.", "policía de Villabella", "immediate", None),
    ("es", "El alcalde de Villabella, Juan Ejemplo, había manifestado a EFE que no irá.", "EFE", "venue", None),
    ("es", "Ana Ejemplo, alcaldesa de Loma, Valle Nuevo, y presidenta de la Liga, precisó que no irá.", "Ana Ejemplo", "speaker", None),
    ("pt", "O ex-ministro João Exemplo disse à Lusa que não vai.", "Lusa", "venue", None),
    ("it", "Il ponte riaprirà, ha detto il sindaco Mario Esempio all'Ansa.", "Ansa", "venue", None),
    ("it", "Secondo l'agenzia Ansa il ponte riaprirà.", "agenzia Ansa", "immediate", None),
    ("it", "Secondo quanto riportato dall'Ansa, il ponte riaprirà.", "Ansa", "immediate", None),
    ("pl", "Jak przekazała komenda policji w Przykładowie, most jest zamknięty.", "komenda policji", "immediate", None),
    ("es", "Informó el secretario de Obras (interino), Juan Ejemplo, que no irá.", "secretario de Obras (interino), Juan Ejemplo", "speaker", None),
    ("fr", "Céline Exemple, présidente du club de Villebelle, affirme qu'elle viendra.", "Céline Exemple", "speaker", None),
    ("fr", "Jean Exemple : Je viens.\nEt vous ?\nJean Exemple : Aussi.", "Jean Exemple", "speaker", None),
    ("de", "„Der Turm wird schön“, erklärt Zoo- und Parkdirektor Dr. Erik Muster.", "Erik Muster", "speaker", None),
    ("pt", "O dono da loja, Rui Exemplo, que foi ao local, disse que não viu nada.", "dono da loja, Rui Exemplo", "speaker", None),
    ("it", "Secondo quanto riferito dalle fonti ufficiali, il ponte riaprirà.", "fonti ufficiali", "immediate", None),
    ("ro", "Podul va fi deschis, relatează Agerpres.", "Agerpres", "immediate", None),
    ("ro", "Podul va fi deschis, relatează AFP și Agerpres.", "Agerpres", "immediate", None),
    ("ro", "Va ploua, a afirmat miercuri preşedintele Consiliului Exemplu, Donald Model.", "preşedintele Consiliului Exemplu, Donald Model", "speaker", None),
    ("de", "„Ich ziehe um“, sagte Erik Muster nach der Partie im Interview mit der Sportzeitschrift Muster Zurnal.", "Sportzeitschrift Muster Zurnal", "venue", "interview"),
    ("de", "Am Rande der Tagung in Musterstadt sagte Erik Muster: „Es regnet.“", "Erik Muster", "speaker", None),
    ("fr", "Selon le coordinateur des quartiers de Villebelle Ousmane Exemple, il pleut.", "Ousmane Exemple", "speaker", None),
    ("fr", "Sur Twitter, l’ancien ministre de la Santé et des Services sociaux explique qu'il pleut.", "ministre de la Santé et des Services sociaux", "immediate", "x"),
    ("pt", "O presidente da CCJ (Comissão de Exemplos), Rui Exemplo (ABC-SP), anunciou que não vai.", "Rui Exemplo", "speaker", None),
    ("pt", "Só dois estados cumprem, de acordo com a pesquisa divulgada pela ONG Exemplo Council.", "ONG Exemplo Council", "immediate", None),
    ("ro", "Podul e închis, potrivit Ministerului Sănătăţii.", "Ministerului Sănătăţii", "immediate", None),
    ("de", "Wie die Molkerei Musterhof am Freitag mitteilte, ist die Milch gut.", "Molkerei Musterhof", "immediate", None),
    ("de", "Der Turm wird schön.\nDas ist alles. (mia/dpa)\nLesen Sie auch: Turm zu", "dpa", "wire", None),
    ("de", "Das hat der Verein Musterfreunde am Sonntag in einer Meldung bekannt gegeben.", "Verein Musterfreunde", "immediate", None),
    ("fr", "« Tout va bien », a déclaré dans un communiqué Marie Exemple, responsable du réseau.", "Marie Exemple", "speaker", "press_service"),
    ("es", "“No es fundamental”, enfatizó al diario Ejemplo Financiero.", "diario Ejemplo Financiero", "venue", None),
    ("pt", "Os promotores alegaram que ele mentiu.", "promotores", "speaker", None),
    ("it", "Il produttore Mario Esempio ha comunicato via Twitter che verrà.", "produttore Mario Esempio", "immediate", "x"),
    ("de", "Wie die Polizei unter Berufung auf den Jahresbericht schreibt, kamen 90 Menschen.", "Polizei", "immediate", None),
    ("es", "En un informe, al que ha tenido acceso Efe, se dice que llueve.", "Efe", "immediate", None),
    ("de", "„Die Beklagte muss zahlen“, heißt es dazu im Urteil.", "Urteil", "immediate", None),
    ("de", "Wie aus einer Mitteilung des Ministeriums hervorgeht, steigt der Preis.", "Ministeriums", "immediate", "press_service"),
    ("de", "Zuerst hatte die „Rheinische Post“ darüber berichtet.", "Rheinische Post", "immediate", None),
    ("de", "Vor wenigen Stunden hat Erik Muster einen Instagram-Beitrag publiziert.", "Erik Muster", "immediate", "instagram"),
    ("fr", "L'Union va octroyer deux millions d'euros, apprend-on dans un communiqué.", "communiqué", "immediate", None),
    ("fr", "Le hangar a brûlé, a constaté un correspondant de l'AFP.", "correspondant de l'AFP", "immediate", None),
    ("fr", "La mairie a annoncé mardi dans un communiqué la fermeture du pont.", "mairie", "immediate", "press_service"),
    ("fr", "Dans une interview au Figaro, Paul Exemple a défendu sa réforme.", "Figaro", "venue", "interview"),
    ("fr", "Les résultats sont publiés dans la revue Nature.", "revue Nature", "venue", None),
    ("es", "Según fuentes del sector, la suba es del 33%.", "fuentes del sector", "immediate", None),
    ("es", "Los precios subieron, según informan fuentes jurídicas.", "fuentes jurídicas", "immediate", None),
    ("es", "La tasa subió, según informó este viernes en un reportaje el diario The Guardian.", "The Guardian", "immediate", None),
    ("es", "A través de su cuenta de Twitter, el presidente Juan Ejemplo anunció cambios.", "Juan Ejemplo", "immediate", "x"),
    ("es", "El puente fue cerrado.\n(Con información de EFE)", "EFE", "wire", None),
    ("es", "La noticia fue publicada por el portal Infobae.", "portal Infobae", "immediate", None),
    ("pt", "O dólar subiu. As informações são do jornal O Estado de S. Paulo.", "O Estado de S. Paulo", "immediate", None),
    ("pt", "A ponte fechou.\n*Com informações da Agência Télam", "Télam", "wire", None),
    ("pt", "“Chove”, escreveu o general João Exemplo em sua conta no Twitter.", "general João Exemplo", "immediate", "x"),
    ("it", "È quanto emerge da un rapporto dell'Istat.", "Istat", "immediate", None),
    ("ro", "Potrivit declarației de avere, are un teren.", "declarației", "immediate", None),
    ("ro", "Fapta e gravă, a afirmat Ion Exemplu, citat de exempluonline.ro.", "exempluonline.ro", "immediate", None),
    ("pl", "Jak ustalił reporter TVN24 Jan Wzór, most jest zamknięty.", "TVN24", "self", None),
    ("de", "Nach Polizeiangaben wurde niemand verletzt.", "Polizeiangaben", "immediate", None),
    ("de", "Das Skelett ist alt, berichtet Muster-Online.", "Muster-Online", "immediate", None),
    ("es", "En una entrevista con The Hollywood Reporter, la actriz Ana Ejemplo señaló que sí.", "The Hollywood Reporter", "venue", "interview"),
    ("es", "El jugador se irá, según Ejemplo Sports.", "Ejemplo Sports", "immediate", None),
    ("es", "Diferentes estudios advierten que lloverá.", "Diferentes estudios", "immediate", None),
    ("pt", "Os dados divulgados ontem pelo Banco Exemplo mostram que choveu.", "Banco Exemplo", "immediate", None),
    ("de", "Der Turm ist zu, hieß es am Freitag in einer Aussendung zum Tag der Türme.", "Aussendung", "immediate", None),
    ("de", "Sie ist nach Angaben der Bundesanwaltschaft frei.", "Bundesanwaltschaft", "immediate", None),
    ("pt", "“Chove”, escreveu a cantora Duda Exemplo no Twitter.", "cantora Duda Exemplo", "immediate", "x"),
    ("pt", "Já Camila Exemplo se pronunciou no Instagram, com uma imagem.", "Camila Exemplo", "immediate", "instagram"),
    ("fr", "Dans un message posté sur Facebook, la police a aussi accusé les passants.", "police", "immediate", "facebook"),
    ("ro", "Casele sunt vechi, se arată în referatul de aprobare.", "referatul", "immediate", None),
    ("pl", 'Według czołowego dziennika "La Tercera" kara będzie wysoka.', 'czołowego dziennika "La Tercera"', "immediate", None),
]
NOBODY = [
    ("de", "So heißt es doch, wenn es in der Stadt regnet."),
    ("de", "In Bayern heißt es im Dialekt anders."),
    ("de", "Nach Angaben suchte sie lange."),
    ("de", "Bisher hieß es, der Turm werde höher."),
    ("pt", "Já Camila Exemplo se pronunciou sobre a ponte."),
    ("pt", "A foto, de acordo com o plano, saiu."),
    ("pt", "Com informações claras, o turista anda melhor."),
    ("es", "La ministra anunció en mayo un programa nuevo."),
    ("de", "Dazu schreibt er seit Jahren Bücher."),
    ("de", "Als eine der letzten Zeuginnen berichtet sie darüber."),
    ("de", "Es ist die größte Brücke der Welt, sagte er."),
    ("fr", "L'information du village est ainsi confirmée."),
    ("pt", "Foi a nomeação do segundo escalão da equipa."),
    ("es", "Muchos vecinos dicen que lloverá."),
    ("fr", "Le Forum économique de Villebelle a lieu."),
    ("es", "Brasil cuenta con más puentes."),
    ("de", "Am Rande der Tagung in Musterstadt sagte er nichts."),
    ("fr", "Le personnel a prévenu les clients que l'individu était parti."),
    ("fr", "La société qui assure actuellement le service de transport est partie."),
    ("ro", "Ne-au spus că plouă."),
    ("de", "Er teilte das Video mit Freunden nicht."),
    ("pt", "Jeanine declarou-se presidente da Exemplândia."),
    ("de", "Das ist gut, wie er vor der offiziellen Einweihung des Turmes sagte."),
    ("fr", "Il faut se référer aux données publiées dans cet annuaire pour décider."),
    ("it", "L'album continua il percorso del primo disco."),
]


def cited(text: str, language: str) -> list[tuple[str, str, str | None]]:
    registry = load_registry()
    names = registry.find_names(text, language)
    outlet = read_outlet(text, language, names, None, None, None, registry)
    citations = read_citations(text, language, names, outlet, None, read_recaps(text, language), None, registry)
    return [(c.source_as_given, c.role, c.channel) for c in citations]


@pytest.mark.parametrize(("language", "text", "words", "role", "channel"), CITED)
def test_a_source_is_cited(language, text, words, role, channel):
    found = cited(text, language)
    assert any(words in given and (role, channel) == (r, c) for given, r, c in found), found


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody_is_cited(language, text):
    assert [c for c in cited(text, language) if c[1] != "speaker"] == []


def test_a_part_of_a_name_is_the_same_source():
    text = "Llueve, informó el Ministerio de Ejemplos. Es mucho, indicó Ejemplos en un comunicado. Nieva, añadió Ejemplos."
    registry = load_registry()
    names = registry.find_names(text, "es")
    outlet = read_outlet(text, "es", names, None, None, None, registry)
    found = read_citations(text, "es", names, outlet, None, read_recaps(text, "es"), None, registry)
    assert {c.source_name for c in found} == {"Ministerio de Ejemplos"}, found


def test_a_woman_is_not_the_man_cited_before():
    text = "“Llueve”, escribió Alberto Ejemplo en Twitter. La funcionaria sostuvo en una conferencia que no."
    assert all(words != "funcionaria" for words, _, _ in cited(text, "es"))


def test_another_body_with_a_longer_name_is_not_the_known_one():
    text = "Según informes de la Policía Nacional Civil, llueve."
    registry = load_registry()
    names = registry.find_names(text, "es")
    outlet = read_outlet(text, "es", names, None, None, None, registry)
    found = read_citations(text, "es", names, outlet, None, read_recaps(text, "es"), None, registry)
    assert all(c.source_id is None for c in found), found


def test_an_agency_alone_beside_a_medium_on_the_first_line_supplied_the_text():
    assert ("dpa", "wire", None) in cited("Der Spiegel - dpa\nDer Turm ist offen.", "de")
    assert ("dpa", "wire", None) not in cited("Der Spiegel - dpa streitet\nDer Turm ist offen.", "de")


def test_whose_picture_it_is_supplied_no_text():
    assert cited("Der Turm ist offen.\nBlick vom Turm (dpa)", "de") == []
    assert ("dpa", "wire", None) in cited("Es regnet.\nDer Turm ist offen. (dpa)", "de")


def test_a_first_name_is_not_somebody_known_by_that_surname():
    registry = load_registry()
    text = "“Chove”, escreveu a cantora Duda Exemplo no Twitter."
    names = registry.find_names(text, "pt")
    outlet = read_outlet(text, "pt", names, None, None, None, registry)
    found = read_citations(text, "pt", names, outlet, None, read_recaps(text, "pt"), None, registry)
    assert [c.source_name for c in found] == ["Duda Exemplo"]


def test_an_agency_and_a_dash_open_its_text():
    assert any(words == "dpa" for words, _, _ in cited("dpa - Der Turm ist offen und bleibt es, wie die Stadt sagt, bis zum Abend.", "de"))


@pytest.mark.parametrize("line", ["EFE", "Por: EFE"])
def test_an_agency_alone_on_a_line_before_the_sites_own_supplied_the_text(line):
    text = f"El puente de Villabella está cerrado desde el lunes.\nLlueve.\n{line}\nMira también:\nFoto: archivo"
    assert ("EFE", "wire", None) in cited(text, "es")


@pytest.mark.parametrize(("line", "found"), [
    ("Es regnet. — Erik Muster (@erikmuster) March 16, 2020", [("Erik Muster", "immediate", "x")]),
    ("Es regnet. — Erik Muster (@erikmuster) 16. März 2020", [("Erik Muster", "immediate", "x")]),
    ("Schreibt uns — Team Turm (@turm) jeden Tag.", []),
])
def test_the_author_of_an_embedded_post_is_cited_through_its_platform(line, found):
    assert cited(f"Der Turm ist offen.\n{line}\nDer Turm ist hoch.", "de") == found


def test_the_signature_of_an_agency_may_go_on_with_its_own_number():
    assert ("dpa-infocom", "wire", None) in cited("Der Turm ist offen.\n© dpa-infocom, dpa:220101-99-123456/5", "de")


def test_a_name_with_a_verb_of_its_own_is_no_apposition():
    assert [words for words, _, _ in cited("Selon un proche du ministre, Jean Exemple se montre prudent.", "fr")] == ["proche du ministre"]
    assert [words for words, _, _ in cited("Selon le directeur du club, Jean Exemple, il pleut.", "fr")] == ["directeur du club, Jean Exemple"]
